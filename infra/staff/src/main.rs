//! Does an order about the account of one of the vendor's own people, in the table that the setting `TABLE` names.
//!
//! Why a program of its own: it is what of the project's commands needs the store and the SDK, which the others need not
//! wait for to be built.

use std::process::ExitCode;

use anyhow::{Context, Result};
use caseport_aws::{Clock, Random, setting};
use caseport_domain::staff::{Done, Order};
use caseport_store::Store;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match done().await {
        Ok(done) => {
            eprintln!("{}", done.says());
            if let Some(left) = done.leaves() {
                eprintln!("{left}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does what `CASEPORT_STAFF_ORDER` says: an [`Order`] as JSON.
async fn done() -> Result<Done> {
    let order: Order = serde_json::from_str(&setting("CASEPORT_STAFF_ORDER")?)
        .context("CASEPORT_STAFF_ORDER holds no order.")?;
    let store = Store::new(&caseport_aws::sdk_config())?;
    Ok(store.order(&order, Clock.now(), Random).await?)
}
