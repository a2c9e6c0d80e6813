//! `GET /access/requests`

use caseport_store::Lists;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Lists::new, caseport_access::queue::handle).await
}
