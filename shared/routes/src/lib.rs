//! Every route and every worker, declared once.
//!
//! `infra/template.yaml`, `infra/openapi.json` and the watch router are generated from these tables
//! (`cargo xtask generate`), a test holds the binaries of `functions/` against them, and each function's
//! IAM policy is exactly its [`Need`]s.

mod need;
mod route;
mod routes;
mod worker;

pub use need::{Access, Entity, Index, Need, ObjectAccess, Queue};
pub use route::{Method, Route, Who};
pub use routes::ROUTES;
pub use worker::{Trigger, WORKERS, Worker};
