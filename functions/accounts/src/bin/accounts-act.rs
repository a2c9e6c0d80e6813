//! `POST /session/company`

use caseport_accounts::{Doorman, act};
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Doorman::new, act::handle).await
}
