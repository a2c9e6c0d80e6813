//! `POST /cases/{number}/workaround`

use caseport_desk::workaround::Workaround;
use caseport_store::Store;
use caseport_web::command;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Store::new, command::run::<Workaround>).await
}
