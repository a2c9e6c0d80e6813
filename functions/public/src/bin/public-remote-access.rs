//! `GET /remote-access`

use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), |_| Ok(()), caseport_public::remote_access::handle).await
}
