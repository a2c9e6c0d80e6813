//! `POST /companies/{company}/contracts`

use caseport_domain::records::Kind;
use caseport_records::held;
use caseport_store::Store;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    serve(env!("CARGO_BIN_NAME"), Store::new, |store, request| held::add(store, request, Kind::Contract))
        .await
}
