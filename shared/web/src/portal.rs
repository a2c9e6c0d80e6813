//! What every function knows of its deployment.

use caseport_aws::{Clock, Missing, Random, setting};
use caseport_brand::{NoColour, Palette};
use caseport_domain::attachment::{NotASize, SizeLimit};
use caseport_domain::case::{NotDays, RuleBook};
use caseport_domain::case_lists::{CaseLists, NotCaseLists};
use caseport_domain::case_types::{CaseTypes, NotCaseTypes};
use caseport_domain::module::{Modules, NotModules};
use caseport_domain::support::{NotSupport, Support};
use caseport_domain::upload_budget::{NotABudget, UploadBudget};
use caseport_pages::assets::BrandStyle;
use jiff::tz::TimeZone;

use crate::token::{BadKeys, Keys};

/// What every function knows of its deployment.
#[derive(Debug)]
pub struct Portal {
    /// Where the portal is reached: scheme and host, no slash at the end. Links and the Origin check use this
    /// and never a request's Host.
    pub origin: String,
    /// Where browsers send files to.
    pub storage_origin: String,
    /// The name at the top of every page.
    pub brand: String,
    /// The colours of every page.
    pub style: BrandStyle,
    /// Which modules it uses.
    pub modules: Modules,
    /// Of which types of issue it has new cases.
    pub case_types: CaseTypes,
    /// How it lists cases, with entries for types that it offers only.
    pub case_lists: CaseLists,
    /// How the vendor is reached beside it.
    pub support: Support,
    /// By which rules cases are decided.
    pub rules: RuleBook,
    /// How large a file may be.
    pub size_limit: SizeLimit,
    /// How much one person may upload in a day.
    pub upload_budget: UploadBudget,
    /// The zone of the vendor's business days.
    pub vendor_zone: TimeZone,
    /// The public keys of access tokens.
    pub keys: Keys,
    /// The clock.
    pub clock: Clock,
    /// Randomness.
    pub random: Random,
}

/// Why a function cannot start.
#[derive(Debug, thiserror::Error)]
pub enum NoPortal {
    /// A setting is missing.
    #[error(transparent)]
    Setting(#[from] Missing),
    /// The keys cannot be read.
    #[error(transparent)]
    Keys(#[from] BadKeys),
    /// The modules cannot be read.
    #[error(transparent)]
    Modules(#[from] NotModules),
    /// The types of issue cannot be read.
    #[error("CASE_TYPES: {0}")]
    CaseTypes(#[from] NotCaseTypes),
    /// How cases are listed cannot be read.
    #[error(transparent)]
    CaseLists(#[from] NotCaseLists),
    /// How the vendor is reached cannot be read.
    #[error(transparent)]
    Support(#[from] NotSupport),
    /// How long solutions wait cannot be read.
    #[error(transparent)]
    Days(#[from] NotDays),
    /// How large a file may be cannot be read.
    #[error(transparent)]
    Size(#[from] NotASize),
    /// How much one person may upload in a day cannot be read.
    #[error(transparent)]
    Budget(#[from] NotABudget),
    /// The vendor's zone is none.
    #[error("VENDOR_ZONE: {0}")]
    Zone(#[from] jiff::Error),
    /// The brand's colour cannot be read.
    #[error(transparent)]
    Colour(#[from] NoColour),
}

impl Portal {
    /// The deployment that the settings describe.
    ///
    /// # Errors
    /// What is missing or cannot be read.
    pub fn from_settings() -> Result<Self, NoPortal> {
        let case_types: CaseTypes = optional("CASE_TYPES").parse()?;
        let mut case_lists: CaseLists = optional("CASE_LISTS").parse()?;
        case_lists.entries.retain(|entry| case_types.offers(*entry));
        Ok(Self {
            origin: setting("PORTAL_ORIGIN")?.trim_end_matches('/').to_owned(),
            storage_origin: setting("STORAGE_ORIGIN")?,
            brand: setting("BRAND")?,
            style: BrandStyle::of(&Palette::of(setting("BRAND_COLOUR")?.parse()?)),
            modules: optional("MODULES").parse()?,
            case_types,
            case_lists,
            support: Support::read(optional)?,
            rules: optional("ANSWER_DAYS").parse()?,
            size_limit: optional("ATTACHMENT_LIMIT").parse()?,
            upload_budget: UploadBudget::read(optional)?,
            vendor_zone: vendor_zone(&optional("VENDOR_ZONE"))?,
            keys: Keys::parse(&setting("TOKEN_KEYS")?)?,
            clock: Clock,
            random: Random,
        })
    }

    /// Whether the portal is reached over TLS, as everywhere but on a developer's machine.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.origin.starts_with("https://")
    }
}

/// A setting that has a default, for which empty stands too.
fn optional(name: &'static str) -> String {
    setting(name).unwrap_or_default()
}

fn vendor_zone(name: &str) -> Result<TimeZone, jiff::Error> {
    if name.is_empty() { Ok(TimeZone::UTC) } else { TimeZone::get(name) }
}

#[cfg(test)]
mod tests {
    use caseport_domain::module::Module;
    use caseport_routes::ROUTES;

    /// E26: a module can be on if there are routes of it, and only then.
    #[test]
    fn e26_a_module_that_can_be_on_has_routes() {
        for module in Module::ALL {
            let has_routes = ROUTES.iter().any(|route| Module::at(route.path) == Some(module));
            assert_eq!(module.is_built(), has_routes, "{}", module.code());
        }
    }
}
