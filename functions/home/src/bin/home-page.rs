//! `GET /home`

use caseport_home::Home;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Home::new, caseport_home::handle).await
}
