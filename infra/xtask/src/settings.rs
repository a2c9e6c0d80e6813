//! What a deployment says of itself, read as its functions read it when they start.

use std::error::Error;
use std::str::FromStr;

use anyhow::{Context, Result, ensure};
use caseport_domain::attachment::SizeLimit;
use caseport_domain::case::RuleBook;
use caseport_domain::case_lists::CaseLists;
use caseport_domain::case_types::CaseTypes;
use caseport_domain::module::Modules;
use caseport_domain::support::Support;
use caseport_domain::upload_budget::UploadBudget;
use caseport_domain::zone;

/// Refuses settings that no function would start with; `setting` is the value of a variable, empty if nothing is said.
///
/// # Errors
/// Which of them cannot be read, and why.
pub fn check(setting: impl Fn(&'static str) -> String) -> Result<()> {
    let wrong = "No function would start with that, and nothing was deployed";
    Support::read(&setting).context(wrong)?;
    reads::<Modules>("MODULES", &setting).context(wrong)?;
    reads::<CaseTypes>("CASE_TYPES", &setting).context(wrong)?;
    reads::<CaseLists>("CASE_LISTS", &setting).context(wrong)?;
    reads::<RuleBook>("ANSWER_DAYS", &setting).context(wrong)?;
    reads::<SizeLimit>("ATTACHMENT_LIMIT", &setting).context(wrong)?;
    UploadBudget::read(&setting).context(wrong)?;
    let name = setting("VENDOR_ZONE");
    let is_zone = name.is_empty() || zone::zone(&name).is_ok();
    ensure!(is_zone, "{wrong}: VENDOR_ZONE: `{name}` is no time zone");
    Ok(())
}

/// Whether what is said can be read as such.
fn reads<T>(name: &'static str, setting: impl Fn(&'static str) -> String) -> Result<()>
where
    T: FromStr<Err: Error + Send + Sync + 'static>,
{
    setting(name).parse::<T>().map(drop).with_context(|| format!("The setting {name}"))
}
