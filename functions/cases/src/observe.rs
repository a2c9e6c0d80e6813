//! Following a case, adding an observer to it, or asking somebody outside the portal to be one (C29).

use caseport_domain::actor::Actor;
use caseport_domain::attachment::Attachment;
use caseport_domain::case::{Case, Command, Outside, Refused};
use caseport_domain::input::{Flaw, Flaws};
use caseport_domain::module::Module;
use caseport_domain::person;
use caseport_domain::policy::Action;
use caseport_domain::throttle::{AskedFor, By};
use caseport_pages::{CaseValues, Done};
use caseport_store::{Store, StoreError};
use caseport_web::attachments::colleagues;
use caseport_web::command::{Form, is_asked};
use caseport_web::{Failure, Request};
use serde::Deserialize;

/// Adds a colleague of the reporter who follows the case; with `outside` `yes`, whoever else has the address is asked. With
/// `follow` `yes`, and nothing else, who sends it follows the case themself.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Observe {
    email: String,
    outside: String,
    follow: String,
}

impl Form for Observe {
    const ACTION: Action = Action::Observe;

    fn done(&self) -> Done {
        match (self.follow.is_empty(), self.outside.is_empty()) {
            (false, _) => Done::Followed,
            (true, true) => Done::Observed,
            (true, false) => Done::ObserverAsked,
        }
    }

    fn action(&self, _actor: &Actor) -> Action {
        if self.follow.is_empty() { Self::ACTION } else { Action::Follow }
    }

    fn values(&self) -> CaseValues {
        CaseValues { email: self.email.clone(), outside: self.outside.clone(), ..CaseValues::default() }
    }

    async fn command(
        &self,
        store: &Store,
        case: &Case,
        _attachments: Vec<Attachment>,
        flaws: &mut Flaws,
    ) -> Result<Option<Command>, StoreError> {
        if !self.follow.is_empty() {
            // Nobody adds another in the name of this: it takes less.
            let is_alone = self.email.is_empty() && self.outside.is_empty();
            let follow = if is_alone && self.follow == "yes" { Ok(()) } else { Err(Flaw::NoSuchChoice) };
            return Ok(flaws.take("follow", follow).map(|()| Command::Follow));
        }
        if !["", "yes"].contains(&self.outside.as_str()) {
            flaws.add("outside", Flaw::NoSuchChoice);
        }
        let Some(email) = flaws.take("email", person::address(&self.email)) else { return Ok(None) };
        let mut unknown = Flaws::default();
        let told = ("email", Flaw::NoSuchColleague);
        let found = colleagues(store, &case.company.id, told, &[&email], &mut unknown).await?;
        if let Some(observer) = found.into_iter().next() {
            return Ok(Some(Command::Observe { observer }));
        }
        if self.outside.is_empty() {
            return Ok(flaws.take("email", Err(Flaw::NoSuchColleague)));
        }
        if !person::is_mailable(&email) {
            return Ok(flaws.take("email", Err(Flaw::NotAnAddress)));
        }
        Ok(Some(Command::Outside(Outside::Invite { email })))
    }

    /// Whoever is asked from outside is mailed: that there is such a thing here, that they are not asked already, and that not
    /// too many mails were asked for, by this person and for this address (X14). Nobody looks whether anybody has the address.
    /// A colleague who is added is counted with it.
    ///
    /// AWS calls: for somebody outside one `Query` and three `UpdateItem`s, and the `Query` again whenever the case moves on
    /// meanwhile.
    async fn admit(
        &self,
        store: &Store,
        request: &Request,
        case: &Case,
        command: &Command,
    ) -> Result<(), Failure> {
        let Command::Outside(Outside::Invite { email }) = command else { return Ok(()) };
        let (now, actor) = (request.now(), request.actor()?);
        // What the rules refuse, such as one more on a case that has room for nobody, counts for nothing.
        request.portal().rules.decide(case, &actor.author(), command.clone(), now)?;
        if !request.uses(Module::OutsideObservers) {
            return Err(Failure::flaw("email", Flaw::NoSuchColleague));
        }
        if is_asked(store, case, email, now).await? {
            return Err(Refused::AlreadyAsked.into());
        }
        let inviter = &actor.person().id;
        let [quarter, day] = By::letters(AskedFor::Mail, email);
        for by in [By::Inviter(inviter.as_str()), quarter, day] {
            if !store.take_try(&by, now).await? {
                return Err(Failure::flaw("email", Flaw::AskedTooOften));
            }
        }
        Ok(())
    }
}
