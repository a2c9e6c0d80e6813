//! See `caseport_workers::REMIND`.

use caseport_aws::sdk_config;
use caseport_store::Store;
use caseport_workers::{REMIND, run_due};
use lambda_runtime::{Error, service_fn};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    caseport_web::log();
    let store = Store::new(&sdk_config())?;
    lambda_runtime::run(service_fn(|event| run_due(&store, &REMIND, event))).await
}
