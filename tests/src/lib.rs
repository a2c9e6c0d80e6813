//! The harness of the end-to-end tests.
//!
//! A [`Portal`] is the running portal that `CASEPORT_PORTAL_JSON` names. From it come the people who use it:
//! an [`Api`] speaks JSON, a [`Visitor`] sends forms as a browser does, a [`Browser`] is one. Its mails can be
//! waited for, and a test that has the portal to itself can move its [`Clock`].
#![expect(clippy::missing_panics_doc, reason = "a harness panics where a test fails")]
#![expect(clippy::must_use_candidate, reason = "a test that ignores what it asked for is seen by its reader")]

mod api;
mod aws_calls;
mod browser;
mod case;
mod clock;
mod eventually;
pub mod forms;
mod function;
mod html;
mod item;
mod logs;
mod mailbox;
mod newcomer;
mod portal;
pub mod records;
mod reply;
mod requests;
pub mod routes;
pub mod search;
mod staff;
mod tick;
mod upload;
mod visitor;
mod xtask;

pub use api::Api;
pub use browser::{Browser, Rules};
pub use case::{ASKED_ABOUT, Case, Opening, outside, unique};
pub use clock::Clock;
pub use eventually::eventually;
pub use function::Function;
pub use mailbox::Mail;
pub use newcomer::Newcomer;
pub use portal::{EVERYBODY, Portal};
pub use reply::Reply;
pub use upload::{picture, sha256, upload_budget};
pub use visitor::{Page, Visitor};
