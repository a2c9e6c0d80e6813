//! See `caseport_workers::notify`.

use caseport_aws::sdk_config;
use caseport_workers::notify::Notify;
use lambda_runtime::{Error, service_fn};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    caseport_web::log();
    let notify = Notify::new(&sdk_config())?;
    lambda_runtime::run(service_fn(|event| notify.handle(event))).await
}
