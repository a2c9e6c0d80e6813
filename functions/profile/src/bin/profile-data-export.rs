//! `GET /profile/data/export`

use caseport_profile::export::Archive;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Archive::new, caseport_profile::export::handle).await
}
