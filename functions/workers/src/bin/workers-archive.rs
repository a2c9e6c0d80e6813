//! See `caseport_workers::archive`.

use caseport_aws::sdk_config;
use caseport_workers::archive::Pack;
use lambda_runtime::{Error, service_fn};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    caseport_web::log();
    let pack = Pack::new(&sdk_config())?;
    lambda_runtime::run(service_fn(|event| pack.handle(event))).await
}
