//! `GET /home`

use caseport_home::Home;
use caseport_web::{Error, serve};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    serve(file!(), Home::new, caseport_home::handle).await
}
