//! `GET /cases/{number}/attachments/{upload}`

use caseport_attachments::Attachments;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Attachments::new, caseport_attachments::download::handle).await
}
