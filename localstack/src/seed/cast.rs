//! The people and companies of a portal.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use caseport_aws::Random;
use caseport_domain::actor::{Actor, Contact, Engineer, Level, Person};
use caseport_domain::contract::{Company, Contract, Product};
use caseport_domain::country::Country;
use caseport_domain::delivery::DeliveryState;
use caseport_domain::id::{CompanyId, ProductId, UserId};
use caseport_domain::password;
use caseport_domain::person::User;
use caseport_domain::profile::{Profile, Typed};
use caseport_domain::records::{Assets, Details, Hardware, Licence};
use caseport_domain::registration::Accepted;
use caseport_domain::relation::Relation;
use caseport_store::records::Tie;
use caseport_store::{companies, users};
use jiff::SignedDuration;

use super::calendar::Calendar;
use super::script::{CompanyScript, ContractScript, HardwareScript, LicenceScript, PersonScript, Portal};
use crate::ACCOUNTS;

/// The password of everybody whom [`ACCOUNTS`] does not name. No secret either.
pub const PASSWORD: &str = "everybody-may-try";

/// The people and companies of a portal, each under their identifier.
#[derive(Clone, Debug)]
pub struct Cast {
    products: BTreeMap<ProductId, Product>,
    companies: BTreeMap<CompanyId, companies::Account>,
    members: BTreeMap<UserId, Member>,
}

/// A person, and what becomes of mail to them.
#[derive(Clone, Debug)]
pub struct Member {
    /// The person.
    pub user: User,
    /// What becomes of mail to them.
    pub mail: DeliveryState,
    /// Whether they have been here.
    pub active: bool,
    /// The name they sign in with beside their address.
    pub username: Option<String>,
    /// Whether they must choose another password before anything else.
    pub must_change_password: bool,
    /// What they say of themselves.
    pub profile: Option<Profile>,
    /// The rules they last accepted.
    pub rules: Option<Accepted>,
}

/// How long ago everybody accepted the rules.
const ACCEPTED: SignedDuration = SignedDuration::from_hours(90 * 24);

impl Cast {
    /// The people and companies that `portal.toml` names.
    ///
    /// # Errors
    /// When it names a product that there is not.
    pub fn new(portal: &Portal, calendar: &Calendar) -> Result<Self> {
        let products = portal.products.iter().map(|product| (product.id.clone(), product.clone())).collect();
        let mut cast = Self { products, companies: BTreeMap::new(), members: BTreeMap::new() };
        for engineer in &portal.engineers {
            let actor =
                Actor::Engineer(Engineer { person: person(&engineer.person), is_admin: engineer.admin });
            cast.add(&engineer.person, actor, &portal.zone, None, DeliveryState::Sent, calendar);
        }
        for script in &portal.companies {
            let account = cast.account(script, calendar).with_context(|| script.name.clone())?;
            cast.companies.insert(script.id.clone(), account);
            for contact in &script.contacts {
                let actor = Actor::Contact(Contact {
                    person: person(&contact.person),
                    company: script.id.clone(),
                    level: contact.level,
                    scope: contact.scope,
                });
                cast.add(&contact.person, actor, &script.zone, Some(script.country), contact.mail, calendar);
            }
        }
        Ok(cast)
    }

    fn add(
        &mut self,
        script: &PersonScript,
        actor: Actor,
        zone: &str,
        country: Option<Country>,
        mail: DeliveryState,
        calendar: &Calendar,
    ) {
        let zone = script.zone.as_deref().unwrap_or(zone).to_owned();
        let typed = Typed::of(&script.name, None, script.language, &zone, 0);
        let country = country.map(String::from).unwrap_or_default();
        let details = Typed { country, ..typed }.details(actor.company().is_some());
        let profile = details.map(|details| details.profile).ok();
        let user = User { actor, email: script.email.clone(), language: script.language, zone };
        let (username, must_change_password) = (script.username.clone(), script.must_change_password);
        let active = script.active;
        let has_accepted = active && user.actor.company().is_some();
        let rules = has_accepted.then(|| Accepted { version: script.rules, at: calendar.now() - ACCEPTED });
        let member = Member { user, mail, active, username, must_change_password, profile, rules };
        self.members.insert(script.id.clone(), member);
    }

    fn account(&self, script: &CompanyScript, calendar: &Calendar) -> Result<companies::Account> {
        let company = Company { id: script.id.clone(), name: script.name.clone(), city: script.city.clone() };
        let contract = |contract: &ContractScript| {
            Ok(Contract {
                id: contract.id.clone(),
                coverage: contract.coverage.clone(),
                products: contract
                    .products
                    .iter()
                    .map(|id| self.product(id).cloned())
                    .collect::<Result<_>>()?,
                starts: calendar.day(contract.starts)?,
                ends: calendar.day(contract.ends)?,
                zone: script.zone.clone(),
            })
        };
        let details = Details {
            country: Some(script.country),
            zone: script.zone.clone(),
            kind: script.kind,
            prime_contact: script.prime_contact.clone(),
        };
        Ok(companies::Account {
            company,
            details,
            contracts: script.contracts.iter().map(contract).collect::<Result<_>>()?,
            revision: 0,
        })
    }

    /// What a company has.
    ///
    /// # Errors
    /// When it names a product that there is not.
    pub fn assets(&self, script: &CompanyScript, calendar: &Calendar) -> Result<Assets> {
        let hardware = |hardware: &HardwareScript| {
            Ok(Hardware {
                id: hardware.id.clone(),
                serial: hardware.serial.clone(),
                model: hardware.model.clone(),
                product: self.product(&hardware.product)?.clone(),
                site: hardware.site.clone(),
            })
        };
        let licence = |licence: &LicenceScript| {
            Ok(Licence {
                id: licence.id.clone(),
                product: self.product(&licence.product)?.clone(),
                quantity: licence.quantity,
                reference: licence.key_ending.clone(),
                ends: licence.ends.map(|day| calendar.day(day)).transpose()?,
            })
        };
        Ok(Assets {
            hardware: script.hardware.iter().map(hardware).collect::<Result<_>>()?,
            licences: script.licences.iter().map(licence).collect::<Result<_>>()?,
        })
    }

    /// Whom a company serves.
    ///
    /// # Errors
    /// When it names a company that there is not.
    pub fn ties(&self, script: &CompanyScript) -> Result<Vec<Tie>> {
        let tie = |id: &CompanyId| {
            let customer = self.company(id)?.company.clone();
            let (partner, level) = (script.id.clone(), Level::ReadOnly);
            let relation = Relation { partner, customer: customer.id, name: customer.name, level };
            Ok(Tie { relation, partner_name: script.name.clone() })
        };
        script.serves.iter().map(tie).collect()
    }

    /// All products.
    pub fn products(&self) -> impl Iterator<Item = &Product> {
        self.products.values()
    }

    /// A product.
    ///
    /// # Errors
    /// When there is no such product.
    pub fn product(&self, id: &ProductId) -> Result<&Product> {
        self.products.get(id).with_context(|| format!("there is no product `{id}`"))
    }

    /// A person.
    ///
    /// # Errors
    /// When there is no such person.
    pub fn member(&self, id: &UserId) -> Result<&Member> {
        self.members.get(id).with_context(|| format!("there is no person `{id}`"))
    }

    /// A company with its contracts.
    ///
    /// # Errors
    /// When there is no such company.
    pub fn company(&self, id: &CompanyId) -> Result<&companies::Account> {
        self.companies.get(id).with_context(|| format!("there is no company `{id}`"))
    }

    /// All people with their passwords. It takes a while: a password is slow to hash, so that it is slow to
    /// guess; each is hashed once.
    #[must_use]
    pub fn accounts(&self, random: Random) -> Vec<users::Account> {
        let everybody = password::hash(PASSWORD, &random.bytes());
        let account = |member: &Member| {
            let known = ACCOUNTS.iter().find(|account| account.email == member.user.email);
            let password = known.map(|account| password::hash(account.password, &random.bytes()));
            users::Account {
                password: password.or_else(|| Some(everybody.clone())).filter(|_| member.active),
                username: member.username.clone(),
                must_change_password: member.must_change_password,
                profile: member.profile.clone(),
                rules: member.rules,
                ..users::Account::new(member.user.clone())
            }
        };
        self.members.values().map(account).collect()
    }
}

fn person(script: &PersonScript) -> Person {
    Person { id: script.id.clone(), name: script.name.clone() }
}
