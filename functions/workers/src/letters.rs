//! From what was asked for to the mail that brings it.

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};
use caseport_aws::{Clock, Random, SdkConfig};
use caseport_domain::access_request::{self, AccessRequest, Subject};
use caseport_domain::contract::{self, Standing};
use caseport_domain::email_change::{EmailChange, Side};
use caseport_domain::id::{ChangeId, NotAnId, TicketId, UserId};
use caseport_domain::letter::{Errand, Letter, Says};
use caseport_domain::registration::{Known, Registration};
use caseport_domain::ticket::{Mailed, Purpose, Ticket};
use caseport_i18n::Tr;
use caseport_mail::{Note, Recipient, compose_note};
use caseport_store::users::Account;
use caseport_store::{Store, StoreError};
use caseport_web::Link;
use lambda_runtime::{Error, LambdaEvent};

use crate::batch;
use crate::happening::Posted;
use crate::mailman::{Mailman, NotReady, NotTaken, became};

/// What it takes to write letters.
#[derive(Debug)]
pub struct Letters {
    store: Store,
    mailman: Mailman,
    clock: Clock,
    random: Random,
}

/// Why a letter was not sent.
#[derive(Debug, thiserror::Error)]
pub enum NotSent {
    /// The message is none of the relay's.
    #[error("the message cannot be read: {0}")]
    Message(#[from] serde_json::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The letter's identifier is none.
    #[error(transparent)]
    Id(#[from] NotAnId),
    /// The mail service did not take a mail.
    #[error(transparent)]
    Mail(#[from] NotTaken),
}

/// What was decided: who is told what, and what the link in it is good for.
struct Decided {
    to: Option<Account>,
    address: String,
    says: Says,
    about: String,
    purpose: Option<Purpose>,
    path: &'static str,
}

impl Letters {
    /// What it takes in the deployment that the settings describe.
    ///
    /// # Errors
    /// When a setting is missing or cannot be read.
    pub fn new(config: &SdkConfig) -> Result<Self, NotReady> {
        let store = Store::new(config)?;
        Ok(Self { store, mailman: Mailman::new(config)?, clock: Clock, random: Random })
    }

    /// Writes and sends each of these letters.
    ///
    /// # Errors
    /// None: failures are reported message by message.
    pub async fn handle(&self, event: LambdaEvent<SqsEvent>) -> Result<SqsBatchResponse, Error> {
        Ok(batch::each(event.payload, async |message| self.write(message).await).await)
    }

    /// Sends a letter that waits. One that is sent twice, since its process died before it could say so, brings two
    /// links that are both good. One that the mail service refuses for good is recorded as that, and not tried again.
    async fn write(&self, message: &SqsMessage) -> Result<(), NotSent> {
        let Posted { letter } = serde_json::from_str(message.body.as_deref().unwrap_or_default())?;
        let Some(letter) = self.store.letter(&letter).await? else { return Ok(()) };
        let Some(decided) = self.decide(&letter).await? else { return Ok(()) };
        let path = match decided.purpose.clone() {
            Some(purpose) => format!("{}?link={}", decided.path, self.issue(&letter, purpose).await?),
            None => decided.path.to_owned(),
        };
        let user = decided.to.as_ref().map(|account| &account.user);
        let to = Recipient {
            name: user.map_or("", |user| user.actor.person().name.as_str()),
            email: &decided.address,
            language: user.map_or(letter.language, |user| user.language),
        };
        let (says, about) = (decided.says, decided.about.as_str());
        let note = Note { id: &letter.id, at: letter.at, says, about, path: &path };
        let mail = compose_note(&self.mailman.deployment(), &to, &note);
        let (state, id) = became(self.mailman.send(&decided.address, mail).await)?;
        self.store.settle_letter(&letter.id, state, &id, self.clock.now()).await?;
        tracing::info!(letter = %letter.id, says = says.code(), state = state.code(), "settled");
        Ok(())
    }

    /// A new link for the letter's ticket.
    async fn issue(&self, letter: &Letter, purpose: Purpose) -> Result<String, NotSent> {
        let id: TicketId = letter.id.as_str().parse()?;
        let link = Link::new(id.clone(), self.random);
        self.store.issue_ticket(&Ticket::new(id, purpose, letter.at), &link.digest()).await?;
        Ok(link.text())
    }

    /// Who is told what. A mail goes to the address on record, never to another spelling of it.
    async fn decide(&self, letter: &Letter) -> Result<Option<Decided>, NotSent> {
        Ok(Some(match &letter.errand {
            Errand::Password { address } => match self.store.user_by_address(address).await? {
                Some(account) => {
                    let purpose = Purpose::Password { to: mailed(&account) };
                    Decided::to(account, Says::Password, "/password/new").bringing(purpose)
                }
                None => Decided::unknown(address, Says::PasswordUnknown, "/password"),
            },
            Errand::ContactId { address } => match self.store.user_by_address(address).await? {
                Some(account) if account.user.actor.company().is_some() => {
                    let about = id(&account).to_string();
                    Decided::to(account, Says::ContactId, "/register").about(about)
                }
                _ => Decided::unknown(address, Says::ContactIdUnknown, "/sign-in"),
            },
            Errand::Registration { address, registration } => {
                self.registered(letter, address, registration).await?
            }
            Errand::Invitation { user } => match self.store.user(user).await? {
                Some(account) if account.password.is_none() && !account.has_left => {
                    let purpose = Purpose::Invitation { to: mailed(&account) };
                    Decided::to(account, Says::Invitation, "/password/new").bringing(purpose)
                }
                _ => return Ok(None),
            },
            Errand::EmailChange { user, change, side } => {
                return self.email_change(user, change, *side).await;
            }
            Errand::EmailChanged { user, address, to } => match self.store.user(user).await? {
                Some(account) => {
                    let decided = Decided::to(account, Says::EmailChanged, "/sign-in").about(to.clone());
                    Decided { address: address.clone(), ..decided }
                }
                None => return Ok(None),
            },
            Errand::SecondFactorOff { user } => match self.store.user(user).await? {
                Some(account) if !account.has_left => Decided::to(account, Says::SecondFactorOff, "/sign-in"),
                _ => return Ok(None),
            },
            Errand::AccessMore { request }
            | Errand::AccessPrime { request }
            | Errand::AccessDecided { request } => {
                let Some(request) = self.store.access_request(request).await? else { return Ok(None) };
                return self.access(letter, &request).await;
            }
        }))
    }

    /// What is told of a request for access: nothing, if it has moved on meanwhile.
    async fn access(&self, letter: &Letter, request: &AccessRequest) -> Result<Option<Decided>, NotSent> {
        let (to, says) = match (&letter.errand, request.standing()) {
            // The question waits for no prime contact.
            (
                Errand::AccessMore { .. },
                access_request::Standing::WaitsForAnswer | access_request::Standing::WaitsForPrime,
            ) if request.question().is_some() => (request.requester(), Says::AccessMore),
            (Errand::AccessPrime { .. }, access_request::Standing::WaitsForPrime) => {
                (request.prime(), Says::AccessPrime)
            }
            (
                Errand::AccessDecided { .. },
                access_request::Standing::Granted | access_request::Standing::AwaitsContact,
            ) => (request.requester(), Says::AccessGranted),
            (Errand::AccessDecided { .. }, access_request::Standing::Refused) => {
                (request.requester(), Says::AccessRefused)
            }
            _ => return Ok(None),
        };
        let reason = request.steps.last().and_then(|step| step.what.text()).map(ToString::to_string);
        if let Subject::Login { name, email, .. } = &request.subject {
            return Ok(Some(match says {
                Says::AccessGranted => {
                    Decided::unknown(email.as_str(), Says::LoginGranted, "/sign-in").about(name.to_string())
                }
                _ => Decided::unknown(email.as_str(), Says::LoginRefused, "/request-a-login")
                    .about(reason.unwrap_or_default()),
            }));
        }
        let Some(to) = to else { return Ok(None) };
        let account = self.store.user(&to.id).await?.filter(|account| !account.has_left);
        let Some(account) = account else { return Ok(None) };
        let tr = Tr::new(account.user.language);
        let about = match (&request.subject, says) {
            (Subject::Level { wants, .. }, Says::AccessGranted) => tr.level(*wants).into_owned(),
            (_, Says::AccessPrime) => request.who().to_owned(),
            (_, Says::AccessMore) => request.question().map(ToString::to_string).unwrap_or_default(),
            _ => reason.unwrap_or_default(),
        };
        let (user, asked) = (id(&account), request.id.clone());
        Ok(Some(match says {
            Says::AccessPrime => Decided::to(account, says, "/access/confirm")
                .about(about)
                .bringing(Purpose::AccessConfirmation { user, request: asked }),
            _ => Decided::to(account, says, "/access").about(about),
        }))
    }

    /// The link for one of both mailboxes, unless the change is over by now. Somebody who has the address already gets
    /// none; a stranger is told nothing of whose account it is.
    async fn email_change(
        &self,
        user: &UserId,
        id: &ChangeId,
        side: Side,
    ) -> Result<Option<Decided>, NotSent> {
        let account = self.store.user(user).await?.filter(|account| !account.has_left);
        let Some(account) = account else { return Ok(None) };
        let change = self.store.email_change(user).await?.filter(|change| change.id == *id);
        let is_good = |change: &EmailChange| change.is_under_way(&account.user.email, self.clock.now());
        let Some(change) = change.filter(is_good) else { return Ok(None) };
        let purpose = Purpose::EmailChange { user: user.clone(), change: id.clone(), side };
        let decided = match side {
            Side::Old => Decided::to(account, Says::EmailAgree, "/email-change").bringing(purpose),
            Side::New => match self.store.holder(&change.to).await? {
                // Who has left is told of nothing, and the address is theirs all the same.
                Some(other) if other.has_left => return Ok(None),
                Some(other) => Decided::to(other, Says::EmailTaken, "/sign-in"),
                None => Decided::unknown(&change.to, Says::EmailProve, "/email-change").bringing(purpose),
            },
        };
        Ok(Some(decided.about(change.to)))
    }

    async fn registered(
        &self,
        letter: &Letter,
        address: &str,
        registration: &Registration,
    ) -> Result<Decided, NotSent> {
        let account = self.store.user_by_address(address).await?;
        let standing = self.standing(account.as_ref(), letter).await?;
        let taken = self.store.holder(registration.username.as_str()).await?.is_some();
        let known = account.as_ref().map(|account| Known {
            user: &account.user,
            is_active: account.password.is_some(),
            standing,
            name_is_taken: taken,
        });
        let checked = registration.check(known.as_ref()).map(drop);
        let name = registration.username.to_string();
        Ok(match (checked, account) {
            (Ok(()), Some(account)) => {
                let purpose =
                    Purpose::Activation { to: mailed(&account), registration: registration.clone() };
                Decided::to(account, Says::Activation, "/activate").about(name).bringing(purpose)
            }
            (Err(says @ Says::RegistrationKnown), Some(account)) => {
                Decided::to(account, says, "/password").about(name)
            }
            (Err(says @ Says::RegistrationNoContract), Some(account)) => {
                Decided::to(account, says, "/sign-in").about(name)
            }
            (Err(says @ Says::RegistrationNameTaken), Some(account)) => {
                Decided::to(account, says, "/register").about(name)
            }
            _ => Decided::unknown(address, Says::RegistrationUnknown, "/register")
                .about(registration.contact_id.clone()),
        })
    }

    async fn standing(&self, account: Option<&Account>, letter: &Letter) -> Result<Standing, NotSent> {
        let company = match account.and_then(|account| account.user.actor.company()) {
            Some(company) => self.store.account(company).await?,
            None => None,
        };
        let contracts = company.map(|company| company.contracts).unwrap_or_default();
        Ok(contract::standing(&contracts, letter.at))
    }
}

impl Decided {
    fn to(account: Account, says: Says, path: &'static str) -> Self {
        let address = account.user.email.clone();
        Self { to: Some(account), address, says, about: String::new(), purpose: None, path }
    }

    fn unknown(address: &str, says: Says, path: &'static str) -> Self {
        Self { to: None, address: address.to_owned(), says, about: String::new(), purpose: None, path }
    }

    fn about(self, about: String) -> Self {
        Self { about, ..self }
    }

    fn bringing(self, purpose: Purpose) -> Self {
        Self { purpose: Some(purpose), ..self }
    }
}

/// For which account a link is mailed, as it is now.
fn mailed(account: &Account) -> Mailed {
    Mailed {
        user: id(account),
        address: account.user.email.clone(),
        password_generation: account.password_generation,
    }
}

fn id(account: &Account) -> UserId {
    account.user.actor.person().id.clone()
}
