//! `POST /companies/{company}/hardware`

use caseport_domain::records::Kind;
use caseport_records::held;
use caseport_store::Store;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Store::new, |store, request| held::add(store, request, Kind::Hardware)).await
}
