//! `POST /cases/{number}/classification`

use caseport_desk::classify::Classification;
use caseport_store::Store;
use caseport_web::command;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Store::new, command::run::<Classification>).await
}
