//! `POST /cases/{number}/observers/removal`

use caseport_cases::dismiss::Dismiss;
use caseport_store::Store;
use caseport_web::command;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Store::new, command::run::<Dismiss>).await
}
