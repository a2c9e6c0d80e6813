//! `POST /cases/{number}/outage`

use caseport_desk::outage::Outage;
use caseport_store::Store;
use caseport_web::command;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Store::new, command::run::<Outage>).await
}
