//! See `caseport_workers::letters`.

use caseport_aws::sdk_config;
use caseport_workers::letters::Letters;
use lambda_runtime::{Error, service_fn};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    caseport_web::log();
    let letters = Letters::new(&sdk_config())?;
    lambda_runtime::run(service_fn(|event| letters.handle(event))).await
}
