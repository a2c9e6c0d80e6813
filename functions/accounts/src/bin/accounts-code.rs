//! `POST /session/code`

use caseport_accounts::Doorman;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Doorman::new, caseport_accounts::code::handle).await
}
