//! A case's script, played by the rule book.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail, ensure};
use caseport_aws::Random;
use caseport_domain::actor::{Actor, Author};
use caseport_domain::case::chain::{Digest, Salt, Sealed};
use caseport_domain::case::{Case, Details, Event, Happened, Matrix, Opening, RuleBook};
use caseport_domain::contract::entitled;
use caseport_domain::form::{Answers, Form, Paths, Standard, applying};
use caseport_domain::id::{CaseNumber, UserId};
use caseport_domain::input::Flaws;
use caseport_domain::policy::{self, Action};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::calendar::Calendar;
use super::cast::Cast;
use super::script::{CaseScript, Deed, StepScript};

/// One step of a case: what happened, and the case after it.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The case after it.
    pub case: Case,
    /// What happened.
    pub event: Event,
    /// The same, sealed to what happened before.
    pub sealed: Sealed,
}

/// What the cases of a portal are played with.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    /// The people and companies.
    pub cast: &'a Cast,
    /// The instants.
    pub calendar: &'a Calendar,
    /// The forms that cases are opened with.
    pub forms: &'a [Form],
    /// The files, by name.
    pub files: &'a BTreeMap<String, Vec<u8>>,
    /// Salts and the identifiers of files.
    pub random: Random,
}

impl Stage<'_> {
    /// All that happened to a case, under this number.
    ///
    /// # Errors
    /// When the script names what there is not, or somebody does what they may not or what the rule book
    /// refuses, or at an instant that has not come or is not after the one before.
    pub fn play(&self, number: CaseNumber, script: &CaseScript) -> Result<Vec<Scene>> {
        let mut scenes = vec![self.open(number, script).context("its opening")?];
        for (step, place) in script.steps.iter().zip(1..) {
            let scene = self.step(&scenes[scenes.len() - 1], step);
            scenes.push(scene.with_context(|| format!("step {place}"))?);
        }
        Ok(scenes)
    }

    fn open(&self, number: CaseNumber, script: &CaseScript) -> Result<Scene> {
        let at = self.past(self.calendar.instant(script.opened)?)?;
        let reporter = &self.cast.member(&script.reporter)?.user;
        let contact = policy::open_type(&reporter.actor, script.case_type)?;
        let account = self.cast.company(&contact.company)?;
        let product = script.product.as_ref().map(|id| self.cast.product(id)).transpose()?;
        let is_about_one = Standard::Product.fits(script.case_type);
        ensure!(
            product.is_some() == is_about_one,
            "an admin case is about no product, and each other about one"
        );
        if let Some(product) = product {
            ensure!(
                entitled(&account.contracts, at).contains(product),
                "no contract covers {}",
                product.name
            );
        }
        let observers =
            script.observers.iter().map(|id| Ok(self.cast.member(id)?.user.actor.person().clone()));
        let answers = self.answers(script)?;
        let opening = Opening {
            company: account.company.clone(),
            reporter: contact.person.clone(),
            observers: observers.collect::<Result<_>>()?,
            product: product.cloned(),
            case_type: script.case_type,
            title: script.title.clone(),
            reference: script.reference.clone(),
            impact: script.impact,
            urgency: script.urgency,
            priority: Some(Matrix::default().of(script.impact, script.urgency)),
            details: answers.as_ref().map(Details::of).unwrap_or_default(),
            answers,
            description: script.description.clone(),
            attachments: self.attachments(&script.files)?,
        };
        let what = Happened::Opened(Box::new(opening.clone()));
        let event = Event { seq: 1, at, by: reporter.actor.author(), what };
        let sealed = self.seal(number, Digest::ZERO, &event);
        Ok(Scene { case: Case::opened(number, opening, at, sealed.hash), event, sealed })
    }

    /// What was answered to the form that applies.
    fn answers(&self, script: &CaseScript) -> Result<Option<Answers>> {
        let Some(Paths(typed)) = &script.answers else { return Ok(None) };
        let form =
            applying(self.forms, script.product.as_ref(), script.case_type).context("no form applies")?;
        let mut flaws = Flaws::default();
        let mut answers = form.read(typed, &TimeZone::UTC, &mut flaws);
        ensure!(flaws.is_empty(), "its answers: {flaws:?}");
        answers.answers.extend(form.worded(script.impact, script.urgency));
        Ok(Some(answers))
    }

    fn step(&self, before: &Scene, step: &StepScript) -> Result<Scene> {
        let case = &before.case;
        let (command, action) = self.command(case, step)?;
        let by = self.author(case, step.by.as_ref(), action)?;
        let at = self.past(self.when(case, step)?)?;
        ensure!(at > before.event.at, "{at} is not after the step before, {}", before.event.at);
        let what = RuleBook::default().decide(case, &by, command, at)?;
        let event = Event { seq: case.version + 1, at, by, what };
        let sealed = self.seal(case.number, case.head, &event);
        Ok(Scene { case: case.clone().apply(&event, sealed.hash), event, sealed })
    }

    fn seal(&self, number: CaseNumber, previous: Digest, event: &Event) -> Sealed {
        Sealed::seal(number, previous, Salt::new(self.random.bytes()), event)
    }

    /// Who does a step, if they may.
    fn author(&self, case: &Case, by: Option<&UserId>, action: Option<Action>) -> Result<Author> {
        match (by, action) {
            (None, None) => Ok(Author::System),
            (Some(id), Some(action)) => {
                let actor: &Actor = &self.cast.member(id)?.user.actor;
                policy::enter(actor, case)?.may(action)?;
                Ok(actor.author())
            }
            (None, Some(_)) => bail!("the portal does not do that by itself"),
            (Some(id), None) => bail!("the portal does that by itself, not `{id}`"),
        }
    }

    /// When a step happened: as it says, or when it was due.
    pub(super) fn when(&self, case: &Case, step: &StepScript) -> Result<Timestamp> {
        if let Some(moment) = step.at {
            return self.calendar.instant(moment);
        }
        let due = match step.does {
            Deed::Remind => case.answer.and_then(|answer| answer.remind_at),
            Deed::AutoClose => case.answer.map(|answer| answer.closes_at),
            _ => None,
        };
        due.context("it is not told when")
    }

    fn past(&self, at: Timestamp) -> Result<Timestamp> {
        ensure!(at < self.calendar.now(), "{at} has not come");
        Ok(at)
    }
}
