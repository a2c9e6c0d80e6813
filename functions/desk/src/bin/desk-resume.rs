//! `POST /cases/{number}/resumption`

use caseport_desk::resume::Resumption;
use caseport_store::Store;
use caseport_web::command;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Store::new, command::run::<Resumption>).await
}
