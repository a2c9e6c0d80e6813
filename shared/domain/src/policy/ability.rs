//! What the levels of access are good for.

use super::Denied;
use crate::actor::{Actor, Level};
use crate::case::CaseType;
use crate::case_types::CaseTypes;
use crate::module::{Module, Use};

/// What a level of access is good for, as the portal's people are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ability {
    /// Sign in (G8).
    SignIn,
    /// Register for live tutorials and attend them (G9).
    AttendTutorials,
    /// Watch recorded ones (G10).
    WatchRecordings,
    /// Search, view and download articles of the knowledge base (G11).
    ReadKnowledge,
    /// View cases (G12).
    ViewCases,
    /// Open cases (G13).
    CreateCases,
    /// Answer, decide and close them (G14).
    ModifyCases,
    /// Ask for features (G15).
    RequestFeatures,
    /// Download software, and order what is controlled (G16).
    DownloadSoftware,
}

impl Ability {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::SignIn,
        Self::AttendTutorials,
        Self::WatchRecordings,
        Self::ReadKnowledge,
        Self::ViewCases,
        Self::CreateCases,
        Self::ModifyCases,
        Self::RequestFeatures,
        Self::DownloadSoftware,
    ];

    /// The lowest level that includes it.
    #[must_use]
    pub const fn takes(self) -> Level {
        match self {
            Self::SignIn | Self::AttendTutorials | Self::WatchRecordings | Self::ReadKnowledge => {
                Level::Basic
            }
            Self::ViewCases => Level::ReadOnly,
            Self::CreateCases | Self::ModifyCases | Self::RequestFeatures | Self::DownloadSoftware => {
                Level::ReadWrite
            }
        }
    }

    /// What opening a case of this type takes. Whoever sees cases may ask by one that their details, contract or access
    /// be changed (G19), also with read-only access, which is what a contract that has ended leaves: these are what they
    /// would ask to have changed.
    #[must_use]
    pub const fn opening(case_type: CaseType) -> Self {
        match case_type {
            CaseType::FeatureRequest => Self::RequestFeatures,
            CaseType::Admin => Self::ViewCases,
            CaseType::Incident | CaseType::Request | CaseType::Question => Self::CreateCases,
        }
    }

    /// How far it is in use in a portal with these types of issue, where `extent` says that of a module. What no version has
    /// pages of yet is not, and nobody is told of it.
    #[must_use]
    pub fn extent(self, extent: impl Fn(Module) -> Use, types: &CaseTypes) -> Use {
        match self {
            Self::SignIn => Use::On,
            Self::ReadKnowledge => extent(Module::Knowledge),
            Self::RequestFeatures if !types.offers(CaseType::FeatureRequest) => Use::Off,
            Self::ViewCases | Self::CreateCases | Self::ModifyCases | Self::RequestFeatures => {
                extent(Module::Cases)
            }
            Self::AttendTutorials | Self::WatchRecordings | Self::DownloadSoftware => Use::Off,
        }
    }

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::AttendTutorials => "attend-tutorials",
            Self::WatchRecordings => "watch-recordings",
            Self::ReadKnowledge => "read-knowledge",
            Self::ViewCases => "view-cases",
            Self::CreateCases => "create-cases",
            Self::ModifyCases => "modify-cases",
            Self::RequestFeatures => "request-features",
            Self::DownloadSoftware => "download-software",
        }
    }
}

/// Whether an actor's access includes this. Engineers' includes all.
///
/// # Errors
/// [`Denied::NoCases`] for what takes read-only access, [`Denied::ReadOnly`] for what takes more.
pub fn able(actor: &Actor, ability: Ability) -> Result<(), Denied> {
    match actor {
        Actor::Contact(contact) if contact.level < ability.takes() => Err(match contact.level {
            Level::Basic => Denied::NoCases,
            Level::ReadOnly | Level::ReadWrite => Denied::ReadOnly,
        }),
        _ => Ok(()),
    }
}
