//! `GET /cases/{number}/assignment`

use caseport_store::Lists;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Lists::new, caseport_desk::assign::handle).await
}
