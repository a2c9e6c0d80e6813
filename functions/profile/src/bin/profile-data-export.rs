//! `GET /profile/data/export`

use caseport_profile::export::Archive;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Archive::new, caseport_profile::export::handle).await
}
