//! `POST /password/new`

use caseport_accounts::Doorman;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Doorman::new, caseport_accounts::entrance::new_password::handle).await
}
