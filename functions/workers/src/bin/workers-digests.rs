//! See `caseport_workers::digests`.

use caseport_aws::sdk_config;
use caseport_workers::digests::Digests;
use lambda_runtime::{Error, service_fn};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    caseport_web::log();
    let digests = Digests::new(&sdk_config())?;
    lambda_runtime::run(service_fn(|event| digests.handle(event))).await
}
