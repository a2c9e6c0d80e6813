//! `POST /contacts/{contact}/two-factor/off`

use caseport_store::Store;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Store::new, caseport_records::contact_two_factor::handle).await
}
