//! What the files of a demonstration portal say, `localstack/seed/<demo>/`:
//!
//! - `portal.toml` is a [`Portal`]: its people, their companies, what they bought;
//! - `forms.toml` are [`Forms`]: what is asked when a case is opened;
//! - `cases/*.toml` are [`Cases`]: what they wrote to each other, and when;
//! - `files/*` are what they attached, by name.
//!
//! All instants are told from the moment of seeding, so that the portal looks lived in whenever that is.

use std::collections::BTreeMap;

use caseport_domain::actor::{Level, Scope};
use caseport_domain::case::{CaseType, Impact, Reasons, Urgency};
use caseport_domain::contract::Product;
use caseport_domain::country::Country;
use caseport_domain::delivery::DeliveryState;
use caseport_domain::form::{Form, Paths};
use caseport_domain::id::{AssetId, CompanyId, ContractId, ProductId, UserId};
use caseport_domain::person::Language;
use caseport_domain::records::CompanyKind;
use caseport_domain::registration::RULES;
use caseport_domain::text::{Message, Reason, Reference, Title};
use serde::Deserialize;

use super::calendar::Moment;

/// All that a demonstration portal begins with.
#[derive(Clone, Debug)]
pub struct Script {
    /// Its people, companies and products.
    pub portal: Portal,
    /// The forms that its cases are opened with.
    pub forms: Vec<Form>,
    /// Its cases, in no order.
    pub cases: Vec<CaseScript>,
    /// The files that are attached to cases, by name.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// `forms.toml`: what is asked when a case is opened.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forms {
    /// The forms.
    pub forms: Vec<Form>,
}

/// `portal.toml`: people, companies and products.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Portal {
    /// IANA name of the zone whose clock the scripts go by.
    pub zone: String,
    /// What the vendor supports.
    pub products: Vec<Product>,
    /// The vendor's engineers.
    pub engineers: Vec<EngineerScript>,
    /// The vendor's customers.
    pub companies: Vec<CompanyScript>,
    /// The reasons that cases are closed and reopened for.
    #[serde(default)]
    pub reasons: Reasons,
}

/// A customer of the vendor.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompanyScript {
    /// Its identifier.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// Its town.
    pub city: String,
    /// Where it is.
    pub country: Country,
    /// IANA name of its time zone: of its contracts, and of its people who have no other.
    pub zone: String,
    /// As what the vendor knows it.
    #[serde(default)]
    pub kind: CompanyKind,
    /// Who may be asked to confirm what its people ask for.
    pub prime_contact: Option<UserId>,
    /// The companies it looks after.
    #[serde(default)]
    pub serves: Vec<CompanyId>,
    /// What it bought.
    pub contracts: Vec<ContractScript>,
    /// What stands there.
    #[serde(default)]
    pub hardware: Vec<HardwareScript>,
    /// What it may use.
    #[serde(default)]
    pub licences: Vec<LicenceScript>,
    /// Who speaks for it.
    pub contacts: Vec<ContactScript>,
}

/// A support contract.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContractScript {
    /// Its identifier.
    pub id: ContractId,
    /// Its coverage level.
    pub coverage: String,
    /// The products it covers.
    pub products: Vec<ProductId>,
    /// Its first day, counted from today: before, so below zero.
    pub starts: i32,
    /// Its last day, counted from today: below zero once it has ended.
    pub ends: i32,
}

/// A piece of hardware.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HardwareScript {
    /// Its asset number.
    pub id: AssetId,
    /// The maker's serial number.
    pub serial: String,
    /// What it is.
    pub model: String,
    /// The product it runs.
    pub product: ProductId,
    /// Where it stands.
    #[serde(default)]
    pub site: String,
}

/// A licence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LicenceScript {
    /// Its identifier.
    pub id: AssetId,
    /// The product it is for.
    pub product: ProductId,
    /// For how many.
    pub quantity: u32,
    /// How its key ends.
    #[serde(default)]
    pub key_ending: String,
    /// Its last day, counted from today; none if it has no end.
    pub ends: Option<i32>,
}

/// An engineer.
#[derive(Clone, Debug, Deserialize)]
pub struct EngineerScript {
    /// Who it is.
    #[serde(flatten)]
    pub person: PersonScript,
    /// Whether they keep the records too.
    #[serde(default)]
    pub admin: bool,
}

/// A person.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonScript {
    /// The identifier, by which scripts call them.
    pub id: UserId,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// The language of their pages and mails.
    pub language: Language,
    /// IANA name of their time zone, unless it is their company's.
    pub zone: Option<String>,
    /// Whether they have been here: who has not has no password yet.
    #[serde(default = "yes")]
    pub active: bool,
    /// The name they sign in with beside their address, if they chose one.
    pub username: Option<String>,
    /// Whether they must choose another password before anything else.
    #[serde(default)]
    pub must_change_password: bool,
    /// The number of the rules they last accepted, those in force unless it says others: who has not been here accepted none,
    /// and engineers are not asked.
    #[serde(default = "in_force")]
    pub rules: u16,
}

/// A person of a customer.
#[derive(Clone, Debug, Deserialize)]
pub struct ContactScript {
    /// Who it is.
    #[serde(flatten)]
    pub person: PersonScript,
    /// What they may do.
    pub level: Level,
    /// Whose cases they see.
    pub scope: Scope,
    /// What becomes of mail to them.
    #[serde(default = "sent")]
    pub mail: DeliveryState,
}

const fn in_force() -> u16 {
    RULES
}

const fn yes() -> bool {
    true
}

const fn sent() -> DeliveryState {
    DeliveryState::Sent
}

/// `cases/*.toml`: some cases.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cases {
    /// The cases, in no order.
    pub cases: Vec<CaseScript>,
}

/// A case from its first word on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseScript {
    /// When it was opened.
    pub opened: Moment,
    /// Who opened it.
    pub reporter: UserId,
    /// Who followed it from the first.
    #[serde(default)]
    pub observers: Vec<UserId>,
    /// What it is about; left out for an admin case.
    pub product: Option<ProductId>,
    /// Its type of issue.
    #[serde(rename = "type")]
    pub case_type: CaseType,
    /// How many it touches; left out where nobody is asked.
    #[serde(default)]
    pub impact: Impact,
    /// How soon it must be dealt with; left out where nobody is asked.
    #[serde(default)]
    pub urgency: Urgency,
    /// The customer's own reference.
    pub reference: Option<Reference>,
    /// Its title.
    pub title: Title,
    /// What is the matter.
    pub description: Message,
    /// What was answered to the questions of the form that applies, as JSON has it; left out for a case from before
    /// there was one.
    pub answers: Option<Paths>,
    /// The files that came with it, by name.
    #[serde(default)]
    pub files: Vec<String>,
    /// What happened to it since.
    #[serde(default)]
    pub steps: Vec<StepScript>,
}

/// One thing that happened to a case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepScript {
    /// When; left out for what the portal does by itself, at the instant it was due.
    pub at: Option<Moment>,
    /// Who did it; left out for the portal itself.
    pub by: Option<UserId>,
    /// What they did: `does = "take"`, or `does.ask = "Which version is it?"`.
    pub does: Deed,
    /// The files that came with it, by name.
    #[serde(default)]
    pub files: Vec<String>,
}

/// What somebody did to a case.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// An engineer took it.
    Take,
    /// An engineer asked something.
    Ask(Message),
    /// An engineer told something.
    Tell(Message),
    /// An engineer wrote a note for colleagues.
    Note(Message),
    /// An engineer wrote a note that the customer may read.
    Journal(Message),
    /// An engineer planned work, so many working days on.
    Plan(u16),
    /// An engineer proposed a solution.
    Propose(Message),
    /// An engineer escalated it to research and development.
    Escalate(Message),
    /// An engineer provided a workaround.
    WorkAround(Message),
    /// An engineer said that it is an outage.
    DeclareOutage,
    /// An engineer said that the outage is over.
    EndOutage,
    /// An engineer reopened it.
    Reopen(Reason),
    /// The customer wrote something.
    Reply(Message),
    /// The customer approved the solution.
    Approve,
    /// The customer refused the solution.
    Refuse(Reason),
    /// The customer asked to keep it open.
    KeepOpen,
    /// Somebody closed it.
    Close(Reason),
    /// Somebody added an observer.
    Observe(UserId),
    /// The portal reminded of the solution.
    Remind,
    /// The portal closed it for want of an answer.
    AutoClose,
}
