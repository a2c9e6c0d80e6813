//! See `caseport_workers::erase`.

use caseport_aws::sdk_config;
use caseport_workers::erase::Erase;
use lambda_runtime::{Error, service_fn};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    caseport_web::log();
    let erase = Erase::new(&sdk_config())?;
    lambda_runtime::run(service_fn(|event| erase.handle(event))).await
}
