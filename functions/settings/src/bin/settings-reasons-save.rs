//! `POST /reasons`

use caseport_store::Store;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Store::new, caseport_settings::reasons::save).await
}
