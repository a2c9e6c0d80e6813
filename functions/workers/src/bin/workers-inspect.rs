//! See `caseport_workers::inspect`.

use caseport_aws::sdk_config;
use caseport_workers::inspect::Inspect;
use lambda_runtime::{Error, service_fn};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    caseport_web::log();
    let inspect = Inspect::new(&sdk_config())?;
    lambda_runtime::run(service_fn(|event| inspect.handle(event))).await
}
