//! `POST /unsubscribe`

use caseport_cases::unsubscribe::{self, OptOuts};
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), OptOuts::new, unsubscribe::handle).await
}
