//! Where a Lambda request becomes an actor with an input, and an answer a response.

pub mod answer;
pub mod attachments;
mod attempt;
pub mod command;
mod cookies;
mod failure;
mod gate;
mod guard;
mod gzip;
mod input;
mod link;
mod link_form;
pub mod listing;
mod portal;
mod request;
mod serve;
mod sheet;
pub mod token;
mod written;

pub use answer::Answer;
pub use attempt::Attempt;
pub use cookies::{ACCESS, BROWSER, CSRF, Cookie, LANGUAGE, REFRESH};
pub use failure::{Failure, Outcome};
pub use lambda_http::Error;
pub use lambda_http::http::{Method, StatusCode};
pub use link::Link;
pub use link_form::LinkForm;
pub use portal::Portal;
pub use request::Request;
pub use serve::{log, serve};
pub use sheet::Sheet;
pub use written::{demand_written, is_written};
