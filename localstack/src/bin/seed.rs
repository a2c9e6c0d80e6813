//! Fills a portal with its demonstration data. `cargo xtask up` runs it once in a portal's life.

use anyhow::{Context, Result};
use caseport_aws::{Clock, Random, setting};
use caseport_domain::support::Support;
use caseport_files::Storage;
use caseport_local::Demo;
use caseport_local::seed::script::Script;
use caseport_local::seed::{Seed, Shelf};
use caseport_mail::Deployment;
use caseport_store::Store;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let name = setting("CASEPORT_DEMO")?;
    let demo = Demo::named(&name).with_context(|| format!("There is no demonstration portal `{name}`."))?;
    let script = Script::read(demo)?;
    let config = caseport_aws::sdk_config();
    let shelf = Shelf { store: Store::new(&config)?, storage: Storage::new(&config)? };
    if shelf.is_filled(&script).await? {
        eprintln!("The portal holds the data of `{name}` already: nothing was changed.");
        return Ok(());
    }
    let origin = setting("PORTAL_ORIGIN")?;
    let deployment = Deployment {
        origin: &origin,
        sender: demo.sender,
        brand: demo.brand,
        colour: demo.colour,
        // What happens to cases sends nobody there.
        support: Support::NONE,
    };
    let numbers = shelf.numbers(script.cases.len()).await?;
    let seed = Seed::new(&script, &deployment, numbers, Clock.now(), Random)?;
    shelf.fill(&seed, &script.files).await
}
