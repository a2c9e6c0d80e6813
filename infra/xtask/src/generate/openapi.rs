//! `infra/openapi.json`: the API, described.
//!
//! What a command takes is in `infra/inputs.json`: a JSON schema per route, by the route's name.

use anyhow::{Context, Result, bail};
use caseport_routes::{Method, ROUTES, Route, Who};
use serde_json::{Map, Value, json};

/// The document, from the text of `inputs.json`.
pub fn render(inputs: &str) -> Result<String> {
    let inputs: Map<String, Value> =
        serde_json::from_str(inputs).context("infra/inputs.json is not an object of JSON schemas.")?;
    if let Some(stranger) = inputs.keys().find(|name| !ROUTES.iter().any(|route| route.name == *name)) {
        bail!("infra/inputs.json describes `{stranger}`, which is no route.");
    }
    let mut paths = Map::new();
    for route in ROUTES.iter().filter(|route| route.path != "$default") {
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        for method in methods(route.method) {
            path[*method] = operation(route, method, inputs.get(route.name));
        }
    }
    let document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Caseport",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Every page is also JSON at the same address: ask for `application/json`. \
                Commands take a form or JSON. Errors are `application/problem+json`.",
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "cookie": {"type": "apiKey", "in": "cookie", "name": "__Host-access"},
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
            },
            "responses": {"Problem": problem()},
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

fn operation(route: &Route, method: &str, input: Option<&Value>) -> Value {
    let id = match route.method {
        Method::Any => format!("{}-{method}", route.name),
        Method::Get | Method::Post => route.name.to_owned(),
    };
    let mut operation = json!({
        "operationId": id,
        "summary": route.summary,
        "tags": [route.name.split('-').next()],
        "security": security(route.who),
    });
    let parameters: Vec<_> = parameters(route.path).collect();
    if !parameters.is_empty() {
        operation["parameters"] = Value::Array(parameters);
    }
    if let Some(schema) = input {
        operation["requestBody"] = json!({"required": true, "content": {
            "application/json": {"schema": schema},
            "application/x-www-form-urlencoded": {"schema": schema},
        }});
    }
    operation["responses"] = responses(method);
    operation
}

fn security(who: Who) -> Value {
    match who {
        Who::Anyone => json!([]),
        Who::SignedIn | Who::Customer | Who::Engineer => json!([{"cookie": []}, {"bearer": []}]),
    }
}

fn parameters(path: &str) -> impl Iterator<Item = Value> {
    let names = path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    names.map(|name| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}}))
}

fn responses(method: &str) -> Value {
    let data = json!({"application/json": {}, "text/html": {}});
    let problem = json!({"$ref": "#/components/responses/Problem"});
    match method {
        "get" => {
            json!({"200": {"description": "The page, or its data.", "content": data}, "default": problem})
        }
        _ => json!({
            "2XX": {"description": "Done, for a client that prefers JSON.", "content": {"application/json": {}}},
            "303": {"description": "Done, for a browser: the page that shows it."},
            "default": problem,
        }),
    }
}

fn problem() -> Value {
    json!({
        "description": "It was refused or failed; the problem says why (RFC 9457).",
        "content": {"application/problem+json": {"schema": {
            "type": "object",
            "properties": {
                "type": {"type": "string"},
                "title": {"type": "string"},
                "status": {"type": "integer"},
                "detail": {"type": "string"},
            },
            "required": ["title", "status"],
        }}},
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    #[test]
    fn every_operation_has_its_own_id() -> anyhow::Result<()> {
        let document: Value = serde_json::from_str(&super::render("{}")?)?;
        let paths = document["paths"].as_object().into_iter().flat_map(|paths| paths.values());
        let operations = paths.filter_map(Value::as_object).flat_map(|path| path.values());
        let ids: Vec<_> = operations.map(|operation| operation["operationId"].to_string()).collect();
        let unique: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len());
        Ok(())
    }

    #[test]
    fn an_input_of_no_route_is_refused() {
        assert!(super::render("{\"no-such-route\": {}}").is_err());
    }
}
