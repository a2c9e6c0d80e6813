//! `GET /cases/{number}/archive`

use caseport_attachments::Attachments;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Attachments::new, caseport_attachments::archive::handle).await
}
