//! `GET /follow`

use caseport_cases::follow;
use caseport_cases::unsubscribe::OptOuts;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), OptOuts::new, follow::page).await
}
