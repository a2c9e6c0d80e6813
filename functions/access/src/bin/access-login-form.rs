//! `GET /request-a-login`

use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), |_| Ok(()), caseport_access::login_form::handle).await
}
