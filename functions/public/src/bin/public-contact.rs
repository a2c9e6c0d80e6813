//! `GET /contact`

use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), |_| Ok(()), caseport_public::contact::handle).await
}
