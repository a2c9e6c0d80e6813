//! The life of a function that answers requests.

use std::path::Path;
use std::pin::Pin;
use std::sync::Arc;

use caseport_aws::{Missing, SdkConfig, sdk_config};
use caseport_routes::Route;
use lambda_http::http::Response;
use lambda_http::http::header::ACCEPT_ENCODING;
use lambda_http::{Body, Error, service_fn};

use crate::failure::{Failure, Outcome};
use crate::gate;
use crate::guard::Meant;
use crate::portal::Portal;
use crate::request::Request;

/// A handler with what it needs, all types gone: whatever calls one is compiled once, here, and not again in each
/// of the binaries.
type Handler = Box<dyn Fn(Request) -> Pin<Box<dyn Future<Output = Outcome> + Send>> + Send + Sync>;

/// Runs the function of the route that its `source` file, `file!()`, is named after: `init` makes what it needs
/// once, `handler` answers each request with it.
///
/// # Errors
/// When a setting is missing, or the runtime ends.
///
/// # Panics
/// When no route has that name, which the first start of a new function shows.
pub async fn serve<C, F>(
    source: &'static str,
    init: impl FnOnce(&SdkConfig) -> Result<C, Missing>,
    handler: impl Fn(&'static C, Request) -> F + Send + Sync + 'static,
) -> Result<(), Error>
where
    C: Send + Sync + 'static,
    F: Future<Output = Outcome> + Send + 'static,
{
    log();
    // Kept for as long as the process lives: requests borrow it without counting.
    let context: &'static C = Box::leak(Box::new(init(&sdk_config())?));
    run(source, Box::new(move |request| Box::pin(handler(context, request)))).await
}

async fn run(source: &'static str, handler: Handler) -> Result<(), Error> {
    let name = Path::new(source).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let route = Route::named(name).unwrap_or_else(|| panic!("no route is named {name}"));
    let portal = Arc::new(Portal::from_settings()?);
    let handler: &'static Handler = Box::leak(Box::new(handler));
    lambda_http::run(service_fn(move |event| respond(Arc::clone(&portal), route, handler, event))).await
}

/// One line of JSON an event, to where Lambda collects it.
pub fn log() {
    tracing_subscriber::fmt().json().with_target(false).with_current_span(false).without_time().init();
}

async fn respond(
    portal: Arc<Portal>,
    route: &'static Route,
    handler: &'static Handler,
    event: lambda_http::Request,
) -> Result<Response<Body>, Error> {
    let id = portal.random.id();
    let request = Request::new(Arc::clone(&portal), route, id.clone(), event);
    let gzip = request.header(ACCEPT_ENCODING.as_str()).is_some_and(|accepted| accepted.contains("gzip"));
    let outcome = match (request.meant(), gate::pass(&request)) {
        (Meant::No, _) => Err(Failure::Foreign),
        (Meant::Perhaps, _) => Err(Failure::Stale),
        (Meant::Yes, Err(held)) => Err(held),
        (Meant::Yes, Ok(())) if !request.finds_route() => Err(Failure::NotFound),
        // In a task of its own, so that a panic answers this one request with 500.
        (Meant::Yes, Ok(())) => {
            let task = tokio::spawn(handler(request.clone()));
            task.await.unwrap_or_else(|panic| Err(Failure::internal(panic)))
        }
    };
    let answer = match outcome {
        Ok(answer) => answer,
        Err(failure) => {
            if let Failure::Internal(cause) = &failure {
                tracing::error!(request_id = id, route = route.name, cause, "failed");
            }
            failure.answer(&request)?
        }
    };
    tracing::info!(request_id = id, route = route.name, status = answer.status().as_u16(), "answered");
    answer.into_response(&portal, &id, gzip)
}
