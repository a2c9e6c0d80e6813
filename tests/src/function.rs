//! One of the portal's functions with another setting than it is deployed with.

use std::collections::BTreeMap;
use std::process::{Child, Stdio};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use caseport_local::runtime_api::{Happened, RuntimeApi};
use caseport_local::{Instance, paths};
use serde_json::{Value, json};

use crate::Portal;

/// A function as it is deployed, but for a setting: its program runs beside the portal, on the portal's data.
#[derive(Debug)]
pub struct Function {
    api: RuntimeApi,
    process: Child,
    host: String,
}

impl Portal {
    /// The function of this route with another value of a setting. None under `cargo lambda watch`, which gives all
    /// functions one environment.
    pub fn function_with(&self, route: &str, (setting, value): (&str, &str)) -> Option<Function> {
        let (_, host) = self.origin().split_once("://").filter(|(_, host)| host.contains(".execute-api."))?;
        let port = self.about().endpoint.rsplit(':').next().and_then(|port| port.parse().ok());
        let instance = Instance::test(port.expect("the services have a port"));
        let get = ["lambda", "get-function-configuration", "--output", "json"];
        let (query, name) = ("Environment.Variables", format!("caseport-{route}"));
        let mut aws = instance.aws();
        aws.args(get).args(["--query", query, "--function-name", &name]);
        let deployed = aws.output().expect("the aws tool is installed");
        let mut settings: BTreeMap<String, String> =
            serde_json::from_slice(&deployed.stdout).expect("the function is deployed, with settings");
        let before = settings.insert(setting.to_owned(), value.to_owned());
        assert!(before.is_some(), "{name} has no setting {setting}");

        let api = RuntimeApi::start().expect("a port is free");
        let process = instance
            .command(paths::target().join("debug").join("functions"))
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
        Some(Function { api, process, host: host.to_owned() })
    }
}

impl Function {
    /// What it answers to an API client that sends this: the status and the body.
    pub fn post(&self, path: &str, body: &Value) -> (u64, Value) {
        let _ = self.api.wait_for_next().expect("it asks for a request");
        self.api.send(&self.event(path, body)).expect("it takes the request");
        let Ok(Happened::Answered(_, answer)) = self.api.wait() else { panic!("it does not answer") };
        let answer: Value = serde_json::from_slice(&answer).expect("API Gateway takes JSON");
        let text = answer["body"].as_str().unwrap_or_default();
        let bytes = match answer["isBase64Encoded"].as_bool() {
            Some(true) => BASE64_STANDARD.decode(text).expect("it is Base64"),
            _ => text.as_bytes().to_vec(),
        };
        let status = answer["statusCode"].as_u64().expect("an answer has a status");
        (status, serde_json::from_slice(&bytes).expect("an API client gets JSON"))
    }

    /// What API Gateway hands it.
    fn event(&self, path: &str, body: &Value) -> Value {
        let route = format!("POST {path}");
        json!({
            "version": "2.0",
            "routeKey": route,
            "rawPath": path,
            "rawQueryString": "",
            "headers": {
                "host": self.host,
                "accept": "application/json",
                "content-type": "application/json",
            },
            "requestContext": {
                "accountId": "000000000000",
                "apiId": "local",
                "domainName": self.host,
                "domainPrefix": "local",
                "http": {
                    "method": "POST",
                    "path": path,
                    "protocol": "HTTP/1.1",
                    "sourceIp": "127.0.0.1",
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
