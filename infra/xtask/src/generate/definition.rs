//! The paths of the API's definition: which function answers a route.

use std::collections::BTreeSet;

use caseport_routes::{Method, ROUTES, Route};

use super::names::{indented, logical};

/// The addresses of all routes, each with its methods, as API Gateway imports them.
pub fn paths() -> String {
    let paths: BTreeSet<_> = ROUTES.iter().map(|route| route.path).collect();
    paths.into_iter().map(path).collect()
}

fn path(path: &str) -> String {
    let routes = ROUTES.iter().filter(|route| route.path == path);
    let methods = routes.map(method).collect::<String>();
    format!("{}:\n{}", if path == Route::DEFAULT { "/$default" } else { path }, indented(&methods, 2))
}

fn method(route: &Route) -> String {
    let name = match route.method {
        Method::Any => "x-amazon-apigateway-any-method".to_owned(),
        method => method.as_str().to_lowercase(),
    };
    let default = if route.path == Route::DEFAULT { "  isDefaultRoute: true\n" } else { "" };
    let names = route.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    let parameters = names
        .map(|name| format!("{{name: {name}, in: path, required: true}}"))
        .collect::<Vec<_>>()
        .join(", ");
    let parameters =
        if parameters.is_empty() { String::new() } else { format!("  parameters: [{parameters}]\n") };
    format!(
        "{name}:
{default}{parameters}  responses: {{}}
  x-amazon-apigateway-integration:
    type: aws_proxy
    httpMethod: POST
    payloadFormatVersion: \"2.0\"
    uri: !Sub arn:${{AWS::Partition}}:apigateway:${{AWS::Region}}:lambda:path/2015-03-31/functions/${{{id}.Arn}}/invocations
    credentials: !GetAtt ApiRole.Arn
",
        id = logical(route.name),
    )
}
