//! `POST /cases/{number}/messages`

use caseport_desk::message::Message;
use caseport_store::Store;
use caseport_web::command;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Store::new, command::run::<Message>).await
}
