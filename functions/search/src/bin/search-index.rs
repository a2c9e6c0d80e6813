//! See `caseport_search::index`.

use caseport_aws::sdk_config;
use caseport_search::index::Indexer;
use lambda_runtime::{Error, service_fn};

#[tokio::main(flavor = "current_thread")]
pub(crate) async fn main() -> Result<(), Error> {
    caseport_web::log();
    let indexer = Indexer::new(&sdk_config())?;
    lambda_runtime::run(service_fn(|event| indexer.handle(event))).await
}
