//! `GET /cases/search`

use caseport_search::Library;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Library::new, caseport_search::cases::handle).await
}
