//! What a sheet comes to: each of its lines held against what is stored.

use std::collections::{BTreeMap, BTreeSet};

use caseport_aws::Random;
use caseport_domain::actor::Level;
use caseport_domain::contract::Product;
use caseport_domain::id::{CompanyId, UserId};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::records::sheet::{Row, Wrong};
use caseport_domain::records::{
    CompanyRecord, ContactRecord, Held, Kind, Relating, Typed, Wanted, read_product,
};
use caseport_domain::relation::Relation;
use caseport_store::companies::Account;
use caseport_store::records::Versioned;
use caseport_store::{Store, StoreError, users};

use crate::company_save::check_kind;
use crate::contact_save::with_id;

/// A line that can be written.
#[derive(Debug)]
pub struct Step {
    /// Its number.
    pub line: u64,
    /// The record's identifier.
    pub id: String,
    /// What is to be written.
    pub write: Write,
}

/// A record to be written, with what it takes the place of.
#[derive(Debug)]
pub enum Write {
    /// A company.
    Company(Option<Account>, CompanyRecord),
    /// A contact.
    Contact(Option<Box<users::Account>>, ContactRecord),
    /// Something that a company holds.
    Held(CompanyId, Option<Versioned<Held>>, Held),
    /// A product.
    Product(Option<Versioned<Product>>, Product),
    /// Which company serves which, and the level at which it did.
    Relation(Option<Level>, Relating),
}

impl Write {
    /// Whether there is no such record yet.
    pub fn is_new(&self) -> bool {
        match self {
            Self::Company(before, _) => before.is_none(),
            Self::Contact(before, _) => before.is_none(),
            Self::Held(_, before, _) => before.is_none(),
            Self::Product(before, _) => before.is_none(),
            Self::Relation(before, relating) => before.is_none() && relating.wanted != Wanted::Removed,
        }
    }

    /// Whether it says what is stored already.
    pub fn is_same(&self) -> bool {
        match self {
            Self::Company(before, record) => before.as_ref().is_some_and(|before| before.record() == *record),
            Self::Contact(before, record) => {
                before.as_ref().and_then(|before| before.contact()).is_some_and(|stored| stored == *record)
            }
            Self::Held(_, before, held) => before.as_ref().is_some_and(|before| before.record == *held),
            Self::Product(before, product) => before.as_ref().is_some_and(|before| before.record == *product),
            Self::Relation(before, relating) => relating.wanted.is_so(*before),
        }
    }
}

/// What a sheet comes to.
#[derive(Debug, Default)]
pub struct Plan {
    /// Its good lines.
    pub steps: Vec<Step>,
    /// What is wrong with the others.
    pub wrong: Vec<Wrong>,
    /// The companies that lines are about, as they are stored.
    pub companies: BTreeMap<CompanyId, Account>,
    seen: BTreeSet<(&'static str, String)>,
}

impl Plan {
    /// That of a sheet that cannot be read.
    pub fn wrong(wrong: Vec<Wrong>) -> Self {
        Self { wrong, ..Self::default() }
    }

    /// What these lines come to, where a column that the sheet does not have keeps what is stored. Nothing is written.
    ///
    /// AWS calls: for each hundred lines one `BatchGetItem` of what they are about, and one or two of what they name; for
    /// Contact IDs that are nobody's one more; for what is held and for products one `Query`; for relations two in all. For
    /// each company that becomes known as what not every relation allows one `Query`.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn of(store: &Store, kind: Kind, rows: Vec<Row>, random: Random) -> Result<Self, StoreError> {
        let mut plan = Self::default();
        match kind {
            Kind::Company => plan.companies(store, &rows).await?,
            Kind::Contact => plan.contacts(store, &rows, random).await?,
            Kind::Contract | Kind::Hardware | Kind::Licence => plan.held(store, kind, &rows).await?,
            Kind::Product => plan.products(store, &rows).await?,
            Kind::Relation => plan.relations(store, &rows).await?,
        }
        Ok(plan)
    }

    /// Reads the companies that this column names, and these.
    async fn look_up(
        &mut self,
        store: &Store,
        rows: &[Row],
        column: &str,
        more: impl Iterator<Item = CompanyId>,
    ) -> Result<(), StoreError> {
        let named = rows.iter().filter_map(|row| row.typed.get(column).parse().ok());
        let named: BTreeSet<CompanyId> = named.chain(more).collect();
        let named: Vec<CompanyId> = named.into_iter().collect();
        let found = store.companies(&named).await?.into_iter();
        self.companies = found.map(|account| (account.company.id.clone(), account)).collect();
        Ok(())
    }

    /// Takes a line up, unless something is wrong with it or a line before was about the same record: one that is known by
    /// the same value of any of these fields.
    fn take<const N: usize>(
        &mut self,
        row: &Row,
        mut flaws: Flaws,
        step: Option<([(&'static str, String); N], Write)>,
    ) {
        if let Some((known_by, write)) = step {
            let seen = known_by.map(|(field, value)| (!self.seen.insert((field, value))).then_some(field));
            if let Some(field) = seen.into_iter().flatten().next() {
                flaws.add(field, Flaw::Taken);
            }
            if flaws.is_empty() {
                let id = match &write {
                    Write::Contact(_, record) => record.id.to_string(),
                    Write::Relation(_, relating) => format!("{}/{}", relating.partner, relating.customer),
                    _ => row.typed.text("id"),
                };
                self.steps.push(Step { line: row.line, id, write });
            }
        }
        self.wrong.extend(Wrong::of(row.line, &flaws));
    }

    async fn companies(&mut self, store: &Store, rows: &[Row]) -> Result<(), StoreError> {
        self.look_up(store, rows, "id", std::iter::empty()).await?;
        let primes: BTreeSet<UserId> =
            rows.iter().filter_map(|row| row.typed.get("prime_contact").parse().ok()).collect();
        let people = store.accounts(&primes.into_iter().collect::<Vec<_>>()).await?;
        let people: Vec<ContactRecord> = people.iter().filter_map(users::Account::contact).collect();
        for row in rows {
            let mut flaws = Flaws::default();
            let before = row.typed.get("id").parse().ok().and_then(|id: CompanyId| self.companies.get(&id));
            let stored = before.map(Account::record);
            let typed = stored.as_ref().map(|stored| row.typed.clone().keeping(&stored.typed()));
            let record = CompanyRecord::read(typed.as_ref().unwrap_or(&row.typed), &mut flaws);
            let kept = stored.as_ref().and_then(|stored| stored.details.prime_contact.clone());
            if let Some(record) = &record
                && let Some(prime) = &record.details.prime_contact
                && kept.as_ref() != Some(prime)
            {
                let theirs = |p: &ContactRecord| p.id == *prime && p.company == record.company.id && p.active;
                if !people.iter().any(theirs) {
                    flaws.add("prime_contact", Flaw::NoSuchRecord);
                }
            }
            if let (Some(stored), Some(record)) = (&stored, &record) {
                check_kind(store, stored, record, &mut flaws).await?;
            }
            let before = before.cloned();
            let step = record
                .map(|record| ([("id", record.company.id.to_string())], Write::Company(before, record)));
            self.take(row, flaws, step);
        }
        Ok(())
    }

    async fn contacts(&mut self, store: &Store, rows: &[Row], random: Random) -> Result<(), StoreError> {
        let ids: BTreeSet<UserId> = rows.iter().filter_map(|row| row.typed.get("id").parse().ok()).collect();
        let by_id = store.accounts(&ids.iter().cloned().collect::<Vec<_>>()).await?;
        let addresses: Vec<&str> =
            rows.iter().map(|row| row.typed.get("email")).filter(|a| !a.is_empty()).collect();
        let by_address = store.accounts_by_address(&addresses).await?;
        let unknown = |id: &UserId| !by_id.iter().any(|account| account.user.actor.person().id == *id);
        let given = store.given(&ids.into_iter().filter(unknown).collect::<Vec<_>>()).await?;
        let theirs =
            by_id.iter().chain(&by_address).filter_map(|account| account.user.actor.company().cloned());
        self.look_up(store, rows, "company", theirs).await?;
        for row in rows {
            let mut flaws = Flaws::default();
            let email = row.typed.get("email");
            let theirs = by_address.iter().find(|account| account.user.email.eq_ignore_ascii_case(email));
            let typed = match theirs {
                // Without a Contact ID it is that of who has the address.
                Some(account) if row.typed.get("id").is_empty() => {
                    row.typed.clone().with("id", account.user.actor.person().id.as_str())
                }
                _ => with_id(row.typed.clone(), random),
            };
            let before = by_id.iter().chain(&by_address);
            let before =
                before.into_iter().find(|account| account.user.actor.person().id.as_str() == typed.get("id"));
            let stored = before.and_then(users::Account::contact);
            let record = match stored {
                Some(stored) => stored.changed(typed, &mut flaws),
                None => ContactRecord::read(&typed, &mut flaws),
            };
            let step = record.map(|record| {
                self.check_contact(&record, before, theirs, &mut flaws);
                let same = |id: &UserId| id.as_str().eq_ignore_ascii_case(record.id.as_str());
                if before.is_none() && given.iter().any(same) {
                    flaws.add("id", Flaw::Taken);
                }
                let known_by =
                    [("email", record.email.to_lowercase()), ("id", record.id.as_str().to_lowercase())];
                (known_by, Write::Contact(before.cloned().map(Box::new), record))
            });
            self.take(row, flaws, step);
        }
        Ok(())
    }

    fn check_contact(
        &self,
        record: &ContactRecord,
        before: Option<&users::Account>,
        theirs: Option<&users::Account>,
        flaws: &mut Flaws,
    ) {
        let company = self.companies.get(&record.company);
        if company.is_none() {
            flaws.add("company", Flaw::NoSuchRecord);
        }
        if theirs.is_some_and(|account| account.user.actor.person().id != record.id) {
            flaws.add("email", Flaw::Taken);
        }
        match before.map(users::Account::contact) {
            Some(None) => flaws.add("id", Flaw::Taken),
            Some(Some(before)) if before.company != record.company => flaws.add("company", Flaw::Fixed),
            _ => {}
        }
        let prime = company.and_then(|company| company.details.prime_contact.as_ref());
        if !record.active && prime == Some(&record.id) {
            flaws.add("active", Flaw::IsPrimeContact);
        }
    }

    async fn held(&mut self, store: &Store, kind: Kind, rows: &[Row]) -> Result<(), StoreError> {
        self.look_up(store, rows, "company", std::iter::empty()).await?;
        let products = crate::saving::products(store).await?;
        let of = |typed: &Typed| Some((typed.get("company").parse().ok()?, typed.text("id")));
        let ids: Vec<(CompanyId, String)> = rows.iter().filter_map(|row| of(&row.typed)).collect();
        let stored = store.all_held(kind, &ids).await?;
        for row in rows {
            let mut flaws = Flaws::default();
            let company: Option<CompanyId> = row.typed.id("company", &mut flaws);
            let account = company.as_ref().and_then(|company| self.companies.get(company));
            if company.is_some() && account.is_none() {
                flaws.add("company", Flaw::NoSuchRecord);
            }
            let zone = account.map_or("UTC", |account| account.details.zone.as_str());
            let same = |(whose, each): &&(CompanyId, Versioned<Held>)| {
                Some(whose) == company.as_ref() && each.record.id() == row.typed.get("id")
            };
            let before = stored.iter().find(same).map(|(_, each)| each.clone());
            let typed = match &before {
                Some(before) => row.typed.clone().keeping(&before.record.typed()),
                None => row.typed.clone(),
            };
            let held = Held::read(kind, &typed, &products, zone, &mut flaws);
            let step = held.zip(company).map(|(held, company)| {
                ([("id", format!("{company}#{}", held.id()))], Write::Held(company, before, held))
            });
            self.take(row, flaws, step);
        }
        Ok(())
    }

    async fn products(&mut self, store: &Store, rows: &[Row]) -> Result<(), StoreError> {
        let stored = store.products().await?;
        for row in rows {
            let mut flaws = Flaws::default();
            let before =
                stored.iter().find(|stored| stored.record.id.as_str() == row.typed.get("id")).cloned();
            let typed = match &before {
                Some(before) => row.typed.clone().keeping(&crate::products::typed(&before.record)),
                None => row.typed.clone(),
            };
            let step = read_product(&typed, &mut flaws)
                .map(|product| ([("id", product.id.to_string())], Write::Product(before, product)));
            self.take(row, flaws, step);
        }
        Ok(())
    }

    async fn relations(&mut self, store: &Store, rows: &[Row]) -> Result<(), StoreError> {
        let customers = rows.iter().filter_map(|row| row.typed.get("customer").parse().ok());
        self.look_up(store, rows, "partner", customers).await?;
        let read = |row: &Row| {
            let mut flaws = Flaws::default();
            (Relating::read(&row.typed, &mut flaws), flaws)
        };
        let pairs = rows.iter().filter_map(|row| read(row).0);
        let pairs: Vec<_> = pairs.map(|relating| (relating.partner, relating.customer)).collect();
        let stored = store.relations_of(&pairs).await?;
        for row in rows {
            let (relating, mut flaws) = read(row);
            for field in ["partner", "customer"] {
                let company: Option<CompanyId> = row.typed.get(field).parse().ok();
                if company.is_some_and(|company| !self.companies.contains_key(&company)) {
                    flaws.add(field, Flaw::NoSuchRecord);
                }
            }
            let step = relating.map(|relating| {
                let same =
                    |it: &&Relation| it.partner == relating.partner && it.customer == relating.customer;
                let before = stored.iter().find(same).map(|relation| relation.level);
                // What is stored already may be from before kinds were asked for: it changes nothing.
                if relating.wanted != Wanted::Removed && !relating.wanted.is_so(before) {
                    self.check_kinds(&relating, &mut flaws);
                }
                let pair = format!("{}#{}", relating.partner, relating.customer);
                ([("customer", pair)], Write::Relation(before, relating))
            });
            self.take(row, flaws, step);
        }
        Ok(())
    }

    /// A company serves another only where both are known as what that takes.
    fn check_kinds(&self, relating: &Relating, flaws: &mut Flaws) {
        let kind = |id: &CompanyId| self.companies.get(id).map(|account| account.details.kind);
        if let Some(partner) = kind(&relating.partner) {
            flaws.take("partner", partner.serving());
        }
        if let Some(customer) = kind(&relating.customer) {
            flaws.take("customer", customer.served());
        }
    }
}
