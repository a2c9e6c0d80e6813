//! See `caseport_workers::relay`.

use caseport_aws::sdk_config;
use caseport_workers::relay::Relay;
use lambda_runtime::{Error, service_fn};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    caseport_web::log();
    let relay = Relay::new(&sdk_config())?;
    lambda_runtime::run(service_fn(|event| relay.handle(event))).await
}
