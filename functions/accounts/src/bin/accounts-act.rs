//! `POST /session/company`

use caseport_accounts::{Doorman, act};
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Doorman::new, act::handle).await
}
