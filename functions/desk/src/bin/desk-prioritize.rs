//! `POST /cases/{number}/priority`

use caseport_desk::prioritize::Prioritization;
use caseport_store::Store;
use caseport_web::command;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Store::new, command::run::<Prioritization>).await
}
