//! What a demonstration portal begins with.
//!
//! Its people, companies and cases are data, in the files that [`script`] describes. [`Seed::new`] makes of them,
//! in memory, everything that is to be stored: the cases play by the same rule book as in earnest. Storing it,
//! [`Shelf::fill`], is all that needs AWS.

pub mod calendar;
mod cast;
mod command;
mod mails;
mod play;
mod read;
pub mod script;
mod shelf;
#[cfg(test)]
mod tests;

use anyhow::{Context, Result};
use caseport_aws::Random;
use caseport_domain::case::Reasons;
use caseport_domain::contract::Product;
use caseport_domain::delivery::Delivery;
use caseport_domain::form::Form;
use caseport_domain::id::{CaseNumber, CompanyId};
use caseport_domain::records::Assets;
use caseport_mail::Deployment;
use caseport_store::forms::SavedForm;
use caseport_store::records::Tie;
use caseport_store::settings::Setting;
use caseport_store::{companies, users};
use jiff::Timestamp;

use calendar::Calendar;
use cast::Cast;
pub use play::Scene;
use play::Stage;
use script::{CaseScript, Script};
pub use shelf::Shelf;

/// How many of the newest events have no mail yet: the portal's own workers send theirs, so that there is
/// something in the mailbox.
const UNTOLD: usize = 4;

/// All that is to be stored.
#[derive(Clone, Debug)]
pub struct Seed {
    /// The people, with their passwords.
    pub people: Vec<users::Account>,
    /// The companies, with their contracts.
    pub companies: Vec<companies::Account>,
    /// What each of them has.
    pub assets: Vec<(CompanyId, Assets)>,
    /// Which of them serves which.
    pub ties: Vec<Tie>,
    /// What the vendor supports.
    pub products: Vec<Product>,
    /// The forms that cases are opened with.
    pub forms: Vec<SavedForm>,
    /// The reasons that cases are closed and reopened for.
    pub reasons: Setting<Reasons>,
    /// The cases, from the first that was opened.
    pub cases: Vec<Vec<Told>>,
}

/// A scene with the mails that were sent about it.
#[derive(Clone, Debug)]
pub struct Told {
    /// The scene.
    pub scene: Scene,
    /// Its mails; none where they are yet to be sent.
    pub deliveries: Vec<Delivery>,
}

impl Seed {
    /// The seed of a script at this instant. The first of the numbers goes to the case opened first.
    ///
    /// # Errors
    /// When the script does not hold together; the message says where.
    pub fn new(
        script: &Script,
        deployment: &Deployment<'_>,
        numbers: impl IntoIterator<Item = CaseNumber>,
        now: Timestamp,
        random: Random,
    ) -> Result<Self> {
        let calendar = Calendar::new(now, &script.portal.zone)?;
        let cast = Cast::new(&script.portal, &calendar)?;
        let (forms, files) = (&script.forms, &script.files);
        let stage = Stage { cast: &cast, calendar: &calendar, forms, files, random };
        let mut cases: Vec<Vec<Told>> = play(&stage, &script.cases, numbers)?
            .into_iter()
            .map(|scenes| scenes.into_iter().map(|scene| tell(deployment, &cast, scene)).collect())
            .collect::<Result<_>>()?;
        leave_untold(&mut cases);
        let companies = script.portal.companies.iter().map(|company| cast.company(&company.id).cloned());
        let companies = companies.collect::<Result<_>>()?;
        let of_each = &script.portal.companies;
        let assets = of_each.iter().map(|company| Ok((company.id.clone(), cast.assets(company, &calendar)?)));
        let assets = assets.collect::<Result<_>>()?;
        let ties: Vec<Vec<Tie>> = of_each.iter().map(|company| cast.ties(company)).collect::<Result<_>>()?;
        let (ties, products) = (ties.concat(), cast.products().cloned().collect());
        let keeper = script.portal.engineers.iter().find(|engineer| engineer.admin);
        let keeper = keeper.context("a portal has an administrator")?;
        let by = cast.member(&keeper.person.id)?.user.actor.author();
        let saved = |form: &Form| SavedForm { form: form.clone(), at: now, by: by.clone() };
        let forms = forms.iter().map(saved).collect();
        let reasons = Setting { value: script.portal.reasons.clone(), version: 1, at: now, by: by.clone() };
        Ok(Self { people: cast.accounts(random), companies, assets, ties, products, forms, reasons, cases })
    }
}

/// Plays all cases, from the first that was opened.
fn play(
    stage: &Stage<'_>,
    cases: &[CaseScript],
    numbers: impl IntoIterator<Item = CaseNumber>,
) -> Result<Vec<Vec<Scene>>> {
    let mut cases: Vec<(Timestamp, &CaseScript)> =
        cases.iter().map(|case| Ok((stage.calendar.instant(case.opened)?, case))).collect::<Result<_>>()?;
    cases.sort_by_key(|(at, _)| *at);
    cases
        .into_iter()
        .zip(numbers)
        .map(|((_, case), number)| {
            stage.play(number, case).with_context(|| format!("The case “{}”", case.title))
        })
        .collect()
}

fn tell(deployment: &Deployment<'_>, cast: &Cast, scene: Scene) -> Result<Told> {
    let deliveries = mails::deliveries(deployment, cast, &scene)?;
    Ok(Told { scene, deliveries })
}

/// Forgets the mails of the newest events.
fn leave_untold(cases: &mut [Vec<Told>]) {
    let mut told: Vec<&mut Told> =
        cases.iter_mut().flatten().filter(|told| mails::all_sent(&told.deliveries)).collect();
    told.sort_by_key(|told| told.scene.event.at);
    for told in told.iter_mut().rev().take(UNTOLD) {
        told.deliveries.clear();
    }
}
