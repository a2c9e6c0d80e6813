//! What surrounds every page.

use caseport_domain::actor::Actor;
use caseport_domain::attachment::SizeLimit;
use caseport_domain::module::{Module, Modules, Use};
use caseport_domain::policy;
use caseport_domain::support::Support;
use caseport_i18n::{Language, Tr};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::assets::BrandStyle;

/// What every page needs beside its own content.
#[derive(Clone, Copy, Debug)]
pub struct Chrome<'a> {
    /// The language of its texts.
    pub language: Language,
    /// The zone its times are shown in.
    pub zone: &'a TimeZone,
    /// The present.
    pub now: Timestamp,
    /// The vendor's name.
    pub brand: &'a str,
    /// The vendor's colours.
    pub style: &'a BrandStyle,
    /// The CSRF token its forms send back.
    pub csrf: &'a str,
    /// A random text, new for every page: the stem of its forms' idempotency keys.
    pub key: &'a str,
    /// Who reads it, if somebody is signed in.
    pub who: Option<&'a Actor>,
    /// When they had signed in before, if they had.
    pub last_sign_in: Option<Timestamp>,
    /// The modules of the portal.
    pub modules: &'a Modules,
    /// How large a file may be.
    pub size_limit: SizeLimit,
    /// Of the modules that take a product, those that the reader's company has one for.
    pub licensed: &'a [Module],
    /// How the vendor is reached beside the portal.
    pub support: &'a Support,
    /// The company that the reader acts for, if it is not their own.
    pub acting_for: Option<&'a str>,
    /// Where a GET finds it, query included: for the menu, the language switch and [`Done`]. A form that
    /// comes back with its flaws has the address of the page it was on.
    pub path: &'a str,
}

/// Something done a moment ago, which the page one is led to says at its top. The redirect names it in the
/// query: `/cases/12?done=replied`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the past participle of its command")]
pub enum Done {
    Opened,
    Replied,
    Approved,
    Refused,
    KeptOpen,
    Closed,
    Observed,
    Taken,
    Assigned,
    HandedBack,
    Messaged,
    Noted,
    Planned,
    Resumed,
    Proposed,
    Reopened,
    Escalated,
    EscalationEnded,
    WorkedAround,
    OutageDeclared,
    OutageEnded,
    Prioritized,
    SignedOut,
    PasswordSet,
    Activated,
    PasswordChanged,
    SessionEnded,
    OthersEnded,
    SecondFactorOff,
    TokenEnded,
    ProfileChanged,
    Erased,
    EmailAsked,
    EmailWithdrawn,
    Saved,
    Removed,
    Invited,
    NewPasswordDemanded,
    SecondFactorTakenOff,
    ErasureAsked,
    Acting,
    AccessAsked,
    AccessAnswered,
    AccessWithdrawn,
    PrimeAsked,
    MoreAsked,
    AccessGranted,
    AccessRefused,
    LoginAsked,
    DraftSaved,
    DraftDiscarded,
    NotificationsSaved,
    ObserverAsked,
    ObserverRemoved,
    Unobserved,
    Followed,
    Left,
}

impl Done {
    /// All of them.
    pub const ALL: [Self; 57] = [
        Self::Opened,
        Self::Replied,
        Self::Approved,
        Self::Refused,
        Self::KeptOpen,
        Self::Closed,
        Self::Observed,
        Self::Taken,
        Self::Assigned,
        Self::HandedBack,
        Self::Messaged,
        Self::Noted,
        Self::Planned,
        Self::Resumed,
        Self::Proposed,
        Self::Reopened,
        Self::Escalated,
        Self::EscalationEnded,
        Self::WorkedAround,
        Self::OutageDeclared,
        Self::OutageEnded,
        Self::Prioritized,
        Self::SignedOut,
        Self::PasswordSet,
        Self::Activated,
        Self::PasswordChanged,
        Self::SessionEnded,
        Self::OthersEnded,
        Self::SecondFactorOff,
        Self::TokenEnded,
        Self::ProfileChanged,
        Self::Erased,
        Self::EmailAsked,
        Self::EmailWithdrawn,
        Self::Saved,
        Self::Removed,
        Self::Invited,
        Self::NewPasswordDemanded,
        Self::SecondFactorTakenOff,
        Self::ErasureAsked,
        Self::Acting,
        Self::AccessAsked,
        Self::AccessAnswered,
        Self::AccessWithdrawn,
        Self::PrimeAsked,
        Self::MoreAsked,
        Self::AccessGranted,
        Self::AccessRefused,
        Self::LoginAsked,
        Self::DraftSaved,
        Self::DraftDiscarded,
        Self::NotificationsSaved,
        Self::ObserverAsked,
        Self::ObserverRemoved,
        Self::Unobserved,
        Self::Followed,
        Self::Left,
    ];

    /// Its code in the query.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Replied => "replied",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::KeptOpen => "kept-open",
            Self::Closed => "closed",
            Self::Observed => "observed",
            Self::Taken => "taken",
            Self::Assigned => "assigned",
            Self::HandedBack => "handed-back",
            Self::Messaged => "messaged",
            Self::Noted => "noted",
            Self::Planned => "planned",
            Self::Resumed => "resumed",
            Self::Proposed => "proposed",
            Self::Reopened => "reopened",
            Self::Escalated => "escalated",
            Self::EscalationEnded => "escalation-ended",
            Self::WorkedAround => "worked-around",
            Self::OutageDeclared => "outage-declared",
            Self::OutageEnded => "outage-ended",
            Self::Prioritized => "prioritized",
            Self::SignedOut => "signed-out",
            Self::PasswordSet => "password-set",
            Self::Activated => "activated",
            Self::PasswordChanged => "password-changed",
            Self::SessionEnded => "session-ended",
            Self::OthersEnded => "others-ended",
            Self::SecondFactorOff => "second-factor-off",
            Self::TokenEnded => "token-ended",
            Self::ProfileChanged => "profile-changed",
            Self::Erased => "erased",
            Self::EmailAsked => "email-asked",
            Self::EmailWithdrawn => "email-withdrawn",
            Self::Saved => "saved",
            Self::Removed => "removed",
            Self::Invited => "invited",
            Self::NewPasswordDemanded => "new-password-demanded",
            Self::SecondFactorTakenOff => "second-factor-taken-off",
            Self::ErasureAsked => "erasure-asked",
            Self::Acting => "acting",
            Self::AccessAsked => "access-asked",
            Self::AccessAnswered => "access-answered",
            Self::AccessWithdrawn => "access-withdrawn",
            Self::PrimeAsked => "prime-asked",
            Self::MoreAsked => "more-asked",
            Self::AccessGranted => "access-granted",
            Self::AccessRefused => "access-refused",
            Self::LoginAsked => "login-asked",
            Self::DraftSaved => "draft-saved",
            Self::DraftDiscarded => "draft-discarded",
            Self::NotificationsSaved => "notifications-saved",
            Self::ObserverAsked => "observer-asked",
            Self::ObserverRemoved => "observer-removed",
            Self::Unobserved => "unobserved",
            Self::Followed => "followed",
            Self::Left => "left",
        }
    }

    fn sentence(self, tr: Tr) -> std::borrow::Cow<'static, str> {
        match self {
            Self::Opened => tr.t("done-opened"),
            Self::NotificationsSaved => tr.t("done-notifications-saved"),
            Self::ObserverAsked => tr.t("done-observer-asked"),
            Self::ObserverRemoved => tr.t("done-observer-removed"),
            Self::Unobserved => tr.t("done-unobserved"),
            Self::Followed => tr.t("done-followed"),
            Self::Left => tr.t("done-left"),
            Self::Replied => tr.t("done-replied"),
            Self::Approved => tr.t("done-approved"),
            Self::Refused => tr.t("done-refused"),
            Self::KeptOpen => tr.t("done-kept-open"),
            Self::Closed => tr.t("done-closed"),
            Self::Observed => tr.t("done-observed"),
            Self::Taken => tr.t("done-taken"),
            Self::Assigned => tr.t("done-assigned"),
            Self::HandedBack => tr.t("done-handed-back"),
            Self::Messaged => tr.t("done-messaged"),
            Self::Noted => tr.t("done-noted"),
            Self::Planned => tr.t("done-planned"),
            Self::Resumed => tr.t("done-resumed"),
            Self::Proposed => tr.t("done-proposed"),
            Self::Reopened => tr.t("done-reopened"),
            Self::Escalated => tr.t("done-escalated"),
            Self::EscalationEnded => tr.t("done-escalation-ended"),
            Self::WorkedAround => tr.t("done-worked-around"),
            Self::OutageDeclared => tr.t("done-outage-declared"),
            Self::OutageEnded => tr.t("done-outage-ended"),
            Self::Prioritized => tr.t("done-prioritized"),
            Self::SignedOut => tr.t("done-signed-out"),
            Self::PasswordSet => tr.t("done-password-set"),
            Self::Activated => tr.t("done-activated"),
            Self::PasswordChanged => tr.t("done-password-changed"),
            Self::SessionEnded => tr.t("done-session-ended"),
            Self::OthersEnded => tr.t("done-others-ended"),
            Self::SecondFactorOff => tr.t("done-second-factor-off"),
            Self::TokenEnded => tr.t("done-token-ended"),
            Self::ProfileChanged => tr.t("done-profile-changed"),
            Self::Erased => tr.t("done-erased"),
            Self::EmailAsked => tr.t("done-email-asked"),
            Self::EmailWithdrawn => tr.t("done-email-withdrawn"),
            Self::Saved => tr.t("done-saved"),
            Self::Removed => tr.t("done-removed"),
            Self::Invited => tr.t("done-invited"),
            Self::NewPasswordDemanded => tr.t("done-new-password-demanded"),
            Self::SecondFactorTakenOff => tr.t("done-second-factor-taken-off"),
            Self::ErasureAsked => tr.t("done-erasure-asked"),
            Self::Acting => tr.t("done-acting"),
            Self::AccessAsked => tr.t("done-access-asked"),
            Self::AccessAnswered => tr.t("done-access-answered"),
            Self::AccessWithdrawn => tr.t("done-access-withdrawn"),
            Self::PrimeAsked => tr.t("done-prime-asked"),
            Self::MoreAsked => tr.t("done-more-asked"),
            Self::AccessGranted => tr.t("done-access-granted"),
            Self::AccessRefused => tr.t("done-access-refused"),
            Self::LoginAsked => tr.t("done-login-asked"),
            Self::DraftSaved => tr.t("done-draft-saved"),
            Self::DraftDiscarded => tr.t("done-draft-discarded"),
        }
    }
}

/// The languages to choose from, each by its own name.
pub(crate) const LANGUAGES: [(Language, &str); 3] =
    [(Language::En, "English"), (Language::Nl, "Nederlands"), (Language::Fr, "Français")];

impl Chrome<'_> {
    /// The texts in the page's language.
    #[must_use]
    pub const fn tr(&self) -> Tr {
        Tr::new(self.language)
    }

    /// An instant in the reader's zone.
    pub(crate) fn moment(&self, at: &Timestamp) -> String {
        self.tr().moment(*at, self.zone)
    }

    /// An instant in a crowded table, in the reader's zone.
    pub(crate) fn short_moment(&self, at: &Timestamp) -> String {
        self.tr().short_moment(*at, self.now, self.zone)
    }

    /// An instant to reckon with, in the reader's zone.
    pub(crate) fn long_moment(&self, at: &Timestamp) -> String {
        self.tr().long_moment(*at, self.zone)
    }

    /// The day of an instant in the reader's zone.
    pub(crate) fn day_of(&self, at: &Timestamp) -> String {
        self.tr().day_of(*at, self.zone)
    }

    /// Today in the reader's zone, as a date field wants it.
    pub(crate) fn today(&self) -> String {
        self.zone.to_datetime(self.now).date().to_string()
    }

    /// What was done a moment ago.
    pub(crate) fn done(&self) -> Option<std::borrow::Cow<'static, str>> {
        let (_, query) = self.path.split_once('?')?;
        let code = query.split('&').find_map(|pair| pair.strip_prefix("done="))?;
        Done::ALL.into_iter().find(|done| done.code() == code).map(|done| done.sentence(self.tr()))
    }

    /// Where the language switch leads back to: here, without saying again what was done.
    pub(crate) fn here(&self) -> String {
        let Some((path, query)) = self.path.split_once('?') else { return self.path.to_owned() };
        let pairs: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("done=")).collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }

    /// Whether the page is that of this menu entry.
    pub(crate) fn at(&self, entry: &str) -> bool {
        self.path.split('?').next() == Some(entry)
    }

    /// The name of the reader's zone.
    pub(crate) fn zone_name(&self) -> &str {
        self.zone.iana_name().unwrap_or("UTC")
    }

    pub(crate) fn is_engineer(&self) -> bool {
        matches!(self.who, Some(Actor::Engineer(_)))
    }

    fn uses(&self, module: Module) -> bool {
        let extent = match self.who {
            Some(Actor::Contact(_)) => self.modules.extent_for(module, self.licensed),
            // Engineers need no licence.
            _ => self.modules.extent(module),
        };
        extent == Use::On
    }

    /// Whether cases are in use, and with them what they are kept and mailed by.
    pub(crate) fn has_cases(&self) -> bool {
        self.uses(Module::Cases)
    }

    /// Whether people outside can be asked to follow cases.
    pub(crate) fn asks_outside(&self) -> bool {
        self.uses(Module::OutsideObservers)
    }

    /// Whether the reader is shown how engineers work on a customer's computer.
    pub(crate) fn offers_remote_support(&self) -> bool {
        self.uses(Module::RemoteAccess) && self.who.is_some_and(|actor| policy::remote_support(actor).is_ok())
    }

    /// How what the portal holds is to be treated, in the deployment's words or the portal's own (M9).
    pub(crate) fn confidentiality(&self) -> std::borrow::Cow<'_, str> {
        match &self.support.notice {
            Some(words) => words.get(self.language).as_str().into(),
            None => self.tr().t("confidential"),
        }
    }

    /// Whether one may open a case, or could once signed in.
    pub(crate) fn leads_to_open(&self) -> bool {
        self.may_open() || (self.who.is_none() && self.has_cases())
    }

    pub(crate) fn may_request_access(&self) -> bool {
        self.who.is_some_and(|actor| policy::request_access(actor).is_ok())
    }

    pub(crate) fn may_open(&self) -> bool {
        self.has_cases() && self.who.is_some_and(|actor| policy::open(actor).is_ok())
    }
}
