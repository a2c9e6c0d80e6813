//! `infra/openapi.json`: the API, described.
//!
//! Which operations there are follows from the routes; what they take and answer is in `infra/api.json`, by the
//! route's name. The end-to-end tests hold both against what the portal does.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use caseport_routes::{Entity, Method, Need, ROUTES, Route, Who};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// `api.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Api {
    /// What routes share.
    schemas: Map<String, Value>,
    routes: BTreeMap<String, Said>,
}

/// What is said of a route by hand.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Said {
    /// The schema of what it takes; nothing for one without a body.
    request: Option<Value>,
    /// The parameters of its query.
    query: Map<String, Value>,
    /// What it answers with as JSON; nothing for one that only leads elsewhere.
    answer: Option<Answer>,
}

/// An answer that is JSON.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    status: String,
    schema: Value,
    /// Whether a browser gets it as a page.
    #[serde(default)]
    page: bool,
    /// What it is, where it is no JSON.
    media: Option<String>,
}

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// The routes that tell what is wrong with something else than a body.
const FLAWED: [&str; 9] = [
    "attachments-complete",
    "records-contact-invite",
    "records-contact-password",
    "records-contact-two-factor",
    "records-company",
    "cases-list",
    "cases-filter",
    "desk-queue",
    "desk-filter",
];

/// The routes that count whom one has mailed, and tell of too many beside the field.
const FLAWED_BY_COUNT: [&str; 2] = ["cases-open", "cases-observe"];

/// The document, from the text of `api.json`.
pub fn render(api: &str) -> Result<String> {
    let api: Api = serde_json::from_str(api).context("infra/api.json is not what it should be.")?;
    if let Some(stranger) = api.routes.keys().find(|name| Route::named(name).is_none()) {
        bail!("infra/api.json describes `{stranger}`, which is no route.");
    }
    let mut paths = Map::new();
    for route in ROUTES.iter().filter(|route| route.path != Route::DEFAULT) {
        let said = api.routes.get(route.name);
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        for method in methods(route.method) {
            path[*method] = operation(route, method, said.unwrap_or(&Said::default()));
        }
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Caseport",
            "version": env!("CARGO_PKG_VERSION"),
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
            "description": "Every page is also JSON at the same address: ask for `application/json`. \
                Commands take a form or JSON. Errors are `application/problem+json`. Sign in at `/session` and \
                send the access token as a bearer token; a browser has it in a cookie.",
        },
        "servers": [{"url": "/"}],
        "tags": tags(),
        "paths": paths,
        "components": {
            "schemas": api.schemas,
            "parameters": {"IdempotencyKey": idempotency_key()},
            "responses": {
                "Problem": problem("It was refused or failed; the problem says why."),
                "SignedOut": problem("Nobody is signed in, or not any more."),
                "Denied": problem("The caller may not do this."),
                "NotFound": problem("There is no such thing, or none that the caller may know of."),
                "Refused": problem("It cannot be done as things stand, or the idempotency key was used before."),
                "BadRequest": problem("The body is no JSON, or the cursor is not of this list."),
                "TooLarge": problem("The body has more than 512 KiB."),
                "MediaType": problem("The body is neither a form nor JSON; `Accept-Post` says so."),
                "Flaws": problem("Fields are wrong; `errors` has each with its JSON pointer."),
                "LinkGone": problem("The mailed link has been used, or is too old."),
                "Throttled": problem("There were too many tries, or files in a day; `Retry-After` says when to come back."),
            },
            "securitySchemes": {
                "cookie": {"type": "apiKey", "in": "cookie", "name": "__Host-access"},
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
            },
        },
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

const fn methods(method: Method) -> &'static [&'static str] {
    match method {
        Method::Get => &["get"],
        Method::Post => &["post"],
        Method::Any => &["get", "post"],
    }
}

fn area(route: &Route) -> &'static str {
    route.name.split('-').next().unwrap_or_default()
}

fn tags() -> Vec<Value> {
    let mut areas: Vec<&str> = Vec::new();
    for area in ROUTES.iter().map(area) {
        if !areas.contains(&area) {
            areas.push(area);
        }
    }
    areas.into_iter().map(|name| json!({"name": name})).collect()
}

fn operation(route: &Route, method: &str, said: &Said) -> Value {
    let id = match route.method {
        Method::Any => format!("{}-{method}", route.name),
        Method::Get | Method::Post => route.name.to_owned(),
    };
    let mut operation = json!({
        "operationId": id,
        "summary": route.summary,
        "tags": [area(route)],
        "security": security(route.who),
    });
    let parameters = parameters(route, method, said);
    if !parameters.is_empty() {
        operation["parameters"] = Value::Array(parameters);
    }
    if let Some(schema) = said.request.as_ref().filter(|_| method == "post") {
        operation["requestBody"] = json!({"required": true, "content": bodies(schema)});
    }
    operation["responses"] = responses(route, method, said);
    operation
}

fn security(who: Who) -> Value {
    match who {
        Who::Anyone => json!([]),
        Who::SignedIn | Who::Customer | Who::Engineer => json!([{"cookie": []}, {"bearer": []}]),
    }
}

/// Whether a route remembers idempotency keys.
fn is_once(route: &Route) -> bool {
    route.needs.iter().any(|need| matches!(need, Need::Items(Entity::Idempotency, _)))
}

fn parameters(route: &Route, method: &str, said: &Said) -> Vec<Value> {
    let names = route.path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    let in_path =
        names.map(|name| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}}));
    let in_query = said.query.iter().map(|(name, parameter)| {
        let mut parameter = parameter.clone();
        parameter["name"] = name.as_str().into();
        parameter["in"] = "query".into();
        parameter
    });
    let key = (method == "post" && is_once(route))
        .then(|| json!({"$ref": "#/components/parameters/IdempotencyKey"}));
    in_path.chain(in_query).chain(key).collect()
}

/// Whether a route changes what others may change meanwhile: it is told from which revision, or version of a form.
fn changes(said: &Said) -> bool {
    let told = |name: &str| said.request.as_ref().is_some_and(|body| body["properties"].get(name).is_some());
    told("revision") || told("version")
}

/// Whether a route counts tries, and has a status for too many of them.
fn counts_tries(route: &Route) -> bool {
    let counts = route.needs.iter().any(|need| matches!(need, Need::Items(Entity::Throttle, _)));
    counts && !FLAWED_BY_COUNT.contains(&route.name)
}

fn key_schema() -> Value {
    json!({"type": "string", "pattern": "^[A-Za-z0-9_-]{8,64}$"})
}

fn idempotency_key() -> Value {
    json!({
        "name": "Idempotency-Key",
        "in": "header",
        "description": "A text of the caller's choice: the same request sent again with it is carried out once \
            and answered the same.",
        "schema": key_schema(),
    })
}

/// What a request may carry: JSON, and a form too unless it has lists of objects, which a form cannot say.
fn bodies(schema: &Value) -> Value {
    let mut bodies = json!({JSON: {"schema": schema}});
    let mut fields = schema["properties"].as_object().into_iter().flat_map(Map::values);
    if fields.all(|field| field["items"]["type"] != "object") {
        let mut form = schema.clone();
        form["properties"]["csrf"] = json!({"type": "string", "description": "The token of the cookie `__Host-csrf`, where one signs in by cookie."});
        form["properties"]["idempotency_key"] = key_schema();
        bodies[FORM] = json!({"schema": form});
    }
    bodies
}

fn responses(route: &Route, method: &str, said: &Said) -> Value {
    let problem = |name: &str| json!({"$ref": format!("#/components/responses/{name}")});
    let mut responses = json!({});
    if let Some(answer) = &said.answer {
        let media = answer.media.as_deref().unwrap_or(JSON);
        let mut content = json!({media: {"schema": answer.schema}});
        if answer.page {
            content["text/html"] = json!({"schema": {"type": "string"}});
        }
        let description = match (method, answer.page) {
            (_, true) => "The page, or its data.",
            ("get", false) => "The data.",
            _ => "Done, for a client that prefers JSON.",
        };
        responses[&answer.status] = json!({"description": description, "content": content});
    } else if route.path.starts_with("/assets/") {
        responses["200"] = json!({"description": "The file.", "content": {"*/*": {}}});
    }
    let signed_in = route.who != Who::Anyone;
    let leads = match (method, &said.answer, signed_in) {
        ("get", None, _) if responses.get("200").is_none() => Some("Leads there."),
        ("get", _, true) => Some("Nobody is signed in: for a browser, the page to sign in on."),
        ("get", _, false) => None,
        _ => Some("Done, for a browser: the page that shows it."),
    };
    if let Some(description) = leads {
        let location = json!({"Location": {"schema": {"type": "string"}}});
        responses["303"] = json!({"description": description, "headers": location});
    }
    let takes = method == "post" && said.request.is_some();
    let body = said.request.as_ref().is_some_and(|body| body["properties"].get("link").is_some());
    let has_link = body || said.query.contains_key("link");
    let refusals = [
        ("400", "BadRequest", takes || ["after", "before"].iter().any(|name| said.query.contains_key(*name))),
        (
            "401",
            "SignedOut",
            signed_in
                || ["accounts-sign-in", "accounts-code", "accounts-token", "accounts-refresh"]
                    .contains(&route.name),
        ),
        ("403", "Denied", signed_in || method == "post"),
        ("404", "NotFound", route.path.contains('{')),
        (
            "409",
            "Refused",
            method == "post"
                && (is_once(route)
                    || changes(said)
                    || ["accounts-activate", "drafts-save", "profile-two-factor"].contains(&route.name)),
        ),
        ("413", "TooLarge", takes),
        ("415", "MediaType", takes),
        ("422", "Flaws", takes || FLAWED.contains(&route.name)),
        ("410", "LinkGone", has_link),
        ("429", "Throttled", counts_tries(route)),
    ];
    for (status, name, _) in refusals.into_iter().filter(|(_, _, said)| *said) {
        responses[status] = problem(name);
    }
    responses["default"] = problem("Problem");
    responses
}

fn problem(description: &str) -> Value {
    json!({
        "description": description,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use caseport_domain::attachment::SizeLimit;
    use caseport_routes::{Method, ROUTES};
    use serde_json::Value;

    const NOTHING: &str = "{\"schemas\": {}, \"routes\": {}}";

    #[test]
    fn every_operation_has_its_own_id() -> anyhow::Result<()> {
        let document: Value = serde_json::from_str(&super::render(NOTHING)?)?;
        let paths = document["paths"].as_object().into_iter().flat_map(|paths| paths.values());
        let operations = paths.filter_map(Value::as_object).flat_map(|path| path.values());
        let ids: Vec<_> = operations.map(|operation| operation["operationId"].to_string()).collect();
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len());
        Ok(())
    }

    #[test]
    fn what_is_said_of_no_route_is_refused() {
        let stranger = "{\"schemas\": {}, \"routes\": {\"no-such-route\": {}}}";
        assert!(super::render(stranger).is_err());
    }

    /// X14: who has others mailed too often is told beside the field; who tries too often to prove who they are, by a status.
    #[test]
    fn x14_too_many_mails_are_a_flaw() -> anyhow::Result<()> {
        let document: Value = serde_json::from_str(&super::render(include_str!("../../../api.json"))?)?;
        for (path, told, other) in [
            ("/cases", "422", "429"),
            ("/cases/{number}/observers", "422", "429"),
            ("/session", "429", "409"),
            ("/desk/callers", "429", "409"),
        ] {
            let responses = &document["paths"][path]["post"]["responses"];
            assert!(responses.get(told).is_some() && responses.get(other).is_none(), "{path}: {responses:#}");
        }
        Ok(())
    }

    /// But for those that read no body: ending a session or a token, withdrawing a change of address, discarding a draft,
    /// completing a file, asking for an archive, and inviting a contact, demanding their password or taking their second factor
    /// off.
    #[test]
    fn every_command_says_what_it_takes() {
        let api: super::Api = serde_json::from_str(include_str!("../../../api.json")).expect("it is JSON");
        let takes = |name: &str| api.routes.get(name).is_some_and(|said| said.request.is_some());
        let silent = ROUTES.iter().filter(|route| route.method == Method::Post && !takes(route.name));
        assert_eq!(
            silent.map(|route| route.name).collect::<Vec<_>>(),
            [
                "profile-end-session",
                "profile-end-token",
                "profile-email-withdraw",
                "drafts-discard",
                "attachments-complete",
                "attachments-pack",
                "records-contact-invite",
                "records-contact-password",
                "records-contact-two-factor"
            ]
        );
    }

    /// E50: one description is that of every deployment, whatever it lets a file have.
    #[test]
    fn e50_a_file_is_described_with_the_largest_limit_there_is() {
        let api: super::Api = serde_json::from_str(include_str!("../../../api.json")).expect("it is JSON");
        let request = api.routes.get("attachments-begin").and_then(|said| said.request.as_ref());
        let size = &request.expect("it takes a body")["properties"]["size"];
        let largest: SizeLimit = "100".parse().expect("it is a limit");
        assert_eq!(size["maximum"].as_u64(), Some(largest.bytes()));
    }

    #[test]
    fn every_schema_is_used_and_every_schema_used_is_there() {
        let text = include_str!("../../../api.json");
        let api: super::Api = serde_json::from_str(text).expect("it is JSON");
        let known: BTreeSet<&str> = api.schemas.keys().map(String::as_str).collect();
        let names = text.split("\"#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next());
        let used: BTreeSet<&str> = names.chain(["Problem"]).collect();
        assert_eq!(known, used);
    }
}
