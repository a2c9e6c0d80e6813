//! `POST /profile/rules`

use caseport_store::Store;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Store::new, caseport_profile::rules::accept).await
}
