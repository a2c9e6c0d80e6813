//! One of the portal's functions by itself: with another setting than it is deployed with, or asked what no gateway would pass on.

use std::collections::BTreeMap;
use std::process::{Child, Stdio};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use caseport_local::runtime_api::{Happened, RuntimeApi};
use caseport_local::{Instance, paths};
use serde_json::{Value, json};

use crate::{Api, Portal};

/// How often one waits for an answer: a worker may take most of its minute.
const WAITS: usize = 3;

/// A function as it is deployed, perhaps but for a setting: its program runs beside the portal, on the portal's data.
#[derive(Debug)]
pub struct Function {
    api: RuntimeApi,
    process: Child,
    /// Where API Gateway is reached.
    domain: String,
    /// What requests say their host is.
    host: String,
    /// Where requests come from.
    source: String,
}

impl Portal {
    /// The function of this route as it is deployed.
    pub fn function(&self, route: &str) -> Function {
        self.start_function(route, None)
    }

    /// The function of this route, or this worker, with another value of a setting.
    pub fn function_with(&self, route: &str, setting: (&str, &str)) -> Function {
        self.start_function(route, Some(setting))
    }

    fn start_function(&self, route: &str, setting: Option<(&str, &str)>) -> Function {
        let instance = self.about().instance().expect("the services have a port");
        let name = format!("caseport-{route}");
        // Under `cargo lambda watch` each is a program of its own.
        let (program, mut settings) = match &self.about().environment {
            Some(environment) => (route, environment.clone()),
            None => ("functions", deployed(&instance, &name)),
        };
        if let Some((setting, value)) = setting {
            let before = settings.insert(setting.to_owned(), value.to_owned());
            assert!(before.is_some(), "{name} has no setting {setting}");
        }

        let api = RuntimeApi::start().expect("a port is free");
        let process = instance
            .command(paths::target().join("debug").join(program))
            // Which of them the program for all of them is.
            .arg(route)
            .envs(settings)
            .env("CASEPORT_CLOCK_FILE", &self.about().clock)
            .env("AWS_LAMBDA_RUNTIME_API", api.address.to_string())
            .env("AWS_LAMBDA_FUNCTION_NAME", &name)
            .env("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256")
            .env("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the functions are built");
        let (_, host) = self.origin().split_once("://").expect("the portal's address has a host");
        let source = crate::portal::source().to_string();
        Function { api, process, domain: host.to_owned(), host: host.to_owned(), source }
    }
}

/// The settings that a function was deployed with.
fn deployed(instance: &Instance, name: &str) -> BTreeMap<String, String> {
    let get = ["lambda", "get-function-configuration", "--output", "json"];
    let mut aws = instance.aws();
    aws.args(get).args(["--query", "Environment.Variables", "--function-name", name]);
    let found = aws.output().expect("the aws tool is installed");
    serde_json::from_slice(&found.stdout).expect("the function is deployed, with settings")
}

impl Function {
    /// From now on requests come from this address.
    pub fn comes_from(&mut self, source: &str) {
        source.clone_into(&mut self.source);
    }

    /// From now on requests say that this is their host, in each way in which one can.
    pub fn claims_host(&mut self, host: &str) {
        host.clone_into(&mut self.host);
    }

    /// Has a worker do what this message asks for, as its queue does; whether it was done, and does not come back.
    pub fn does(&self, message: &Value) -> bool {
        let record = json!({
            "messageId": "1",
            "receiptHandle": "1",
            "body": message.to_string(),
            "md5OfBody": "",
            "attributes": {},
            "messageAttributes": {},
            "eventSource": "aws:sqs",
            "eventSourceARN": "arn:aws:sqs:eu-west-1:000000000000:queue",
            "awsRegion": "eu-west-1",
        });
        let response = self.ask(&json!({ "Records": [record] }));
        response["batchItemFailures"].as_array().is_some_and(Vec::is_empty)
    }

    /// What it answers to an API client that asks for this: the status and the body.
    pub fn get(&self, path: &str) -> (u64, Value) {
        self.answer(&self.event("GET", path, &json!({})))
    }

    /// The same to this one.
    pub fn get_as(&self, who: &Api, path: &str) -> (u64, Value) {
        let mut event = self.event("GET", path, &json!({}));
        event["headers"]["authorization"] = format!("Bearer {}", who.token()).into();
        self.answer(&event)
    }

    /// What it answers to this one's browser: the status and the page.
    pub fn page_as(&self, who: &Api, path: &str) -> (u64, String) {
        let mut event = self.event("GET", path, &json!({}));
        event["headers"]["authorization"] = format!("Bearer {}", who.token()).into();
        event["headers"]["accept"] = "text/html".into();
        let (status, bytes) = self.answered(&event);
        (status, String::from_utf8(bytes).expect("a page is text"))
    }

    /// What it answers to an API client that sends this: the status and the body.
    pub fn post(&self, path: &str, body: &Value) -> (u64, Value) {
        self.answer(&self.event("POST", path, body))
    }

    /// The same to this one.
    pub fn post_as(&self, who: &Api, path: &str, body: &Value) -> (u64, Value) {
        let mut event = self.event("POST", path, body);
        event["headers"]["authorization"] = format!("Bearer {}", who.token()).into();
        self.answer(&event)
    }

    /// What it answers to an event.
    fn ask(&self, event: &Value) -> Value {
        let _ = self.api.wait_for_next().expect("it asks for an event");
        self.api.send(event).expect("it takes the event");
        let happened = (0..WAITS).find_map(|_| self.api.wait().ok());
        let Some(Happened::Answered(_, answer)) = happened else { panic!("it does not answer") };
        serde_json::from_slice(&answer).expect("it answers JSON")
    }

    fn answer(&self, event: &Value) -> (u64, Value) {
        let (status, bytes) = self.answered(event);
        (status, serde_json::from_slice(&bytes).expect("an API client gets JSON"))
    }

    fn answered(&self, event: &Value) -> (u64, Vec<u8>) {
        let answer = self.ask(event);
        let text = answer["body"].as_str().unwrap_or_default();
        let bytes = match answer["isBase64Encoded"].as_bool() {
            Some(true) => BASE64_STANDARD.decode(text).expect("it is Base64"),
            _ => text.as_bytes().to_vec(),
        };
        (answer["statusCode"].as_u64().expect("an answer has a status"), bytes)
    }

    /// What API Gateway hands it.
    fn event(&self, method: &str, path: &str, body: &Value) -> Value {
        let route = format!("{method} {path}");
        json!({
            "version": "2.0",
            "routeKey": route,
            "rawPath": path,
            "rawQueryString": "",
            "headers": {
                "host": self.host,
                "x-forwarded-host": self.host,
                "forwarded": format!("host={}", self.host),
                "accept": "application/json",
                "content-type": "application/json",
            },
            "requestContext": {
                "accountId": "000000000000",
                "apiId": "local",
                "domainName": self.domain,
                "domainPrefix": "local",
                "http": {
                    "method": method,
                    "path": path,
                    "protocol": "HTTP/1.1",
                    "sourceIp": self.source,
                    "userAgent": "tests",
                },
                "requestId": "local",
                "routeKey": route,
                "stage": "$default",
                "time": "01/Jan/2026:00:00:00 +0000",
                "timeEpoch": 1_767_225_600_000_u64,
            },
            "body": body.to_string(),
            "isBase64Encoded": false,
        })
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
