//! The API's description, held against what the portal takes and answers.

use std::collections::BTreeSet;

use caseport_routes::{Method, ROUTES, Route, Who};
use caseport_tests::routes::Stage;
use caseport_tests::{Api, Portal};
use serde_json::{Map, Value, json};

/// The description that the portal gives of itself.
struct Description(Value);

impl Description {
    async fn of(portal: &Portal) -> Self {
        Self(portal.anonymous().get("/openapi.json").await.expect(200).json())
    }

    fn operation(&self, route: &Route) -> &Value {
        let method = if route.method == Method::Get { "get" } else { "post" };
        &self.0["paths"][route.path][method]
    }

    /// What a route takes as JSON.
    fn request(&self, route: &Route) -> Option<&Value> {
        self.operation(route).pointer("/requestBody/content/application~1json/schema")
    }

    /// What a route answers with this status, as this media type.
    fn answer(&self, route: &Route, status: u16, media_type: &str) -> Option<&Value> {
        let responses = self.operation(route)["responses"].as_object()?;
        let answer = responses.get(&status.to_string())?;
        let answer = match answer["$ref"].as_str() {
            Some(name) => self.0.pointer(name.trim_start_matches('#'))?,
            None => answer,
        };
        answer["content"].get(media_type)?.get("schema")
    }

    /// What is wrong with a value by this schema.
    fn faults(&self, schema: &Value, value: &Value) -> Vec<String> {
        let mut schema = schema.clone();
        schema["components"] = self.0["components"].clone();
        let validator = jsonschema::draft202012::options().should_validate_formats(true).build(&schema);
        let validator = validator.expect("the schema is one");
        validator.iter_errors(value).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
    }
}

/// Who may call a route: of engineers one who keeps the records too.
fn rightful<'a>(route: &Route, customer: &'a Api, engineer: &'a Api) -> &'a Api {
    if route.who == Who::Engineer { engineer } else { customer }
}

fn is_described(route: &Route) -> bool {
    route.path != Route::DEFAULT
}

/// What every route is sent and answers in these tests is what the description says.
#[tokio::test]
async fn what_routes_take_and_answer_is_as_described() {
    let portal = Portal::from_env();
    let description = Description::of(&portal).await;
    let engineer = portal.administrator().await;
    let mut stage = Stage::new(&portal).await;
    for route in ROUTES.iter().filter(|route| is_described(route)) {
        stage.set(route).await;
        let customer = stage.customer.clone();
        let caller = rightful(route, &customer, &engineer);
        let body = stage.body(route, caller).await;
        match (description.request(route), &body) {
            (Some(schema), Some(body)) => {
                assert_eq!(description.faults(schema, body), [""; 0], "{} is sent {body}", route.name);
            }
            (None, Some(body)) => assert_eq!(*body, json!({}), "{} is described without a body", route.name),
            (described, None) => assert!(described.is_none(), "{} is described with a body", route.name),
        }
        let reply = stage.call(route, caller).await;
        let status = reply.status.as_u16();
        let responses = &description.operation(route)["responses"];
        assert!(
            responses.get(status.to_string()).is_some(),
            "{} answers {status}: {responses:#}",
            route.name
        );
        let media_type = reply.header("content-type");
        if media_type == "application/json" && route.name != "public-openapi" {
            let schema = description.answer(route, status, media_type);
            let schema = schema.unwrap_or_else(|| panic!("{} answers {status} undescribed", route.name));
            let answer = reply.json();
            assert_eq!(description.faults(schema, &answer), [""; 0], "{} answers {answer:#}", route.name);
        }
    }
}

/// X6: the fields that a route is described with are those it takes: it tells them to whoever names another.
#[tokio::test]
async fn the_fields_described_are_the_fields_there_are() {
    let portal = Portal::from_env();
    let description = Description::of(&portal).await;
    let engineer = portal.administrator().await;
    let mut stage = Stage::new(&portal).await;
    for route in ROUTES {
        let Some(schema) = description.request(route) else { continue };
        stage.set(route).await;
        let customer = stage.customer.clone();
        let caller = rightful(route, &customer, &engineer);
        let reply = stage.send(route, caller, json!({ "no_such_field": 1 })).await;
        let problem = reply.problem(422, "flaws");
        let told = problem["errors"][0]["accepted"].as_array().cloned().unwrap_or_default();
        let told: BTreeSet<&str> = told.iter().filter_map(Value::as_str).collect();
        let described = schema["properties"].as_object().into_iter().flat_map(Map::keys);
        assert_eq!(told, described.map(String::as_str).collect(), "{}", route.name);

        let schema = description.answer(route, 422, "application/problem+json").expect("it is described");
        assert_eq!(description.faults(schema, &problem), [""; 0], "{problem:#}");
    }
}

/// A field described as required is: without it, it is told to be wrong.
#[tokio::test]
async fn the_fields_required_are_told_when_they_are_missing() {
    let portal = Portal::from_env();
    let description = Description::of(&portal).await;
    let engineer = portal.administrator().await;
    let mut stage = Stage::new(&portal).await;
    // Who leaves out what they sign in with is told what anybody is who gets it wrong.
    for route in ROUTES.iter().filter(|route| route.name != "accounts-sign-in") {
        let Some(schema) = description.request(route) else { continue };
        let required: BTreeSet<String> =
            schema["required"].as_array().into_iter().flatten().map(ToString::to_string).collect();
        if required.is_empty() {
            continue;
        }
        stage.set(route).await;
        let customer = stage.customer.clone();
        let caller = rightful(route, &customer, &engineer);
        let problem = stage.send(route, caller, json!({})).await.problem(422, "flaws");
        let told = problem["errors"].as_array().into_iter().flatten().filter_map(|e| e["pointer"].as_str());
        let told: BTreeSet<String> = told.map(|pointer| json!(pointer[1..]).to_string()).collect();
        assert!(required.is_subset(&told), "{}: {required:?} of {told:?}", route.name);
    }
}
