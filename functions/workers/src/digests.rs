//! Sending what was held: digests at their hour, and what waited for the end of somebody's quiet hours.

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use caseport_aws::{Clock, SdkConfig};
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::held::Held;
use caseport_domain::notice::{is_own, is_still_told};
use caseport_domain::person::User;
use caseport_domain::policy;
use caseport_domain::wishes::{self, Preferences};
use caseport_mail::{Line, Recipient, compose_digest};
use caseport_store::keys::SHARDS;
use caseport_store::{Store, StoreError};
use jiff::{SignedDuration, Timestamp};
use lambda_runtime::{Error, LambdaEvent};

use crate::batch;
use crate::mailman::{Mailman, NotReady, NotTaken, became};
use crate::notify::acting;

/// What it takes to send what was held.
#[derive(Debug)]
pub struct Digests {
    store: Store,
    mailman: Mailman,
    clock: Clock,
}

/// Why what was held was not sent.
#[derive(Debug, thiserror::Error)]
pub enum NotSent {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The mail service did not take a mail.
    #[error(transparent)]
    Mail(#[from] NotTaken),
    /// Some of what is due was not sent; the log says why.
    #[error("sending what is due failed {0} times")]
    Failed(usize),
}

/// What has become of something that was held.
type Fate<'a> = (&'a Held, DeliveryState);

/// For how long it is tried to send what is due.
const TRIED: SignedDuration = SignedDuration::from_hours(24);

/// Whether what was to be sent at this instant is given up if it cannot be sent now.
fn is_late(until: Timestamp, now: Timestamp) -> bool {
    now.duration_since(until) > TRIED
}

impl Digests {
    /// What it takes in the deployment that the settings describe.
    ///
    /// # Errors
    /// When a setting is missing or cannot be read.
    pub fn new(config: &SdkConfig) -> Result<Self, NotReady> {
        Ok(Self { store: Store::new(config)?, mailman: Mailman::new(config)?, clock: Clock })
    }

    /// Sends what is due at each of these ticks.
    ///
    /// # Errors
    /// None: failures are reported tick by tick.
    pub async fn handle(&self, event: LambdaEvent<SqsEvent>) -> Result<SqsBatchResponse, Error> {
        Ok(batch::each(event.payload, async |_| self.tick().await).await)
    }

    /// Sends what is due, and says at the end if some of it was not sent: nobody's digest waits for another's.
    ///
    /// AWS calls: one `Query` a shard, and one more for each 500 mails that are due in it; for each who is mailed an
    /// `UpdateItem`, two `BatchGetItem`s and a mail, and for each thing that happened up to five `GetItem`s and a
    /// `TransactWriteItems`.
    async fn tick(&self) -> Result<(), NotSent> {
        let mut failed = 0;
        for shard in 0..SHARDS {
            failed += self.shard(shard).await.unwrap_or_else(|error| {
                tracing::error!(shard, cause = %error, "what is due cannot be read");
                1
            });
        }
        if failed == 0 { Ok(()) } else { Err(NotSent::Failed(failed)) }
    }

    /// Sends what is due of a shard; how many mails failed.
    async fn shard(&self, shard: u64) -> Result<usize, StoreError> {
        let (now, mut after, mut failed) = (self.clock.now(), None, 0);
        loop {
            let due = self.store.due_mails(shard, now, after.as_ref()).await?;
            // What was held for one person until one instant goes together.
            for group in due.chunk_by(Held::goes_with) {
                if let Err(error) = Box::pin(self.send(group)).await {
                    let user = group.first().map(|held| held.user.as_str());
                    tracing::error!(user, cause = %error, "what was held for somebody was not sent");
                    failed += 1;
                }
            }
            after = due.last().cloned();
            if after.is_none() {
                return Ok(failed);
            }
        }
    }

    /// Sends what was held for somebody, as one mail. Two ticks at once send it once: the other finds it taken. A process
    /// that dies before it could say that it was sent leaves it to a later tick, under the same Message-ID. What cannot be
    /// sent is given up after a day.
    async fn send(&self, group: &[Held]) -> Result<(), NotSent> {
        let Some(Held { user, until, .. }) = group.first() else { return Ok(()) };
        let now = self.clock.now();
        if !self.store.claim_held(user, *until, now).await? {
            return Ok(());
        }
        match Box::pin(self.mail(group, now)).await {
            Ok((fates, message)) => Ok(self.settle(&fates, &message).await?),
            Err(error) => {
                if is_late(*until, now) {
                    let fates: Vec<_> = group.iter().map(|held| (held, DeliveryState::Suppressed)).collect();
                    self.settle(&fates, "").await?;
                }
                Err(error)
            }
        }
    }

    /// Mails what was held for somebody: what has become of each thing, and the mail's identifier. A case that cannot be
    /// read is left out, and given up after a day; what the mail service refuses for good is given up at once.
    async fn mail<'a>(&self, group: &'a [Held], now: Timestamp) -> Result<(Vec<Fate<'a>>, String), NotSent> {
        let Some(Held { user: id, until, .. }) = group.first() else {
            return Ok((Vec::new(), String::new()));
        };
        let users = self.store.users(std::slice::from_ref(id)).await?;
        let own = self.store.all_preferences(std::slice::from_ref(id)).await?.pop();
        let own = own.unwrap_or_else(|| Preferences::new(id.clone()));
        let (mut lines, mut fates) = (Vec::new(), Vec::new());
        for held in group {
            match self.line(held, users.first(), &own).await {
                Ok(Ok(line)) => {
                    lines.push(line);
                    fates.push((held, DeliveryState::Sent));
                }
                Ok(Err(state)) => fates.push((held, state)),
                Err(error) if error.is_unreadable() => {
                    tracing::error!(case = held.number.0, seq = held.seq, cause = %error, "left out of a digest");
                    if is_late(held.until, now) {
                        fates.push((held, DeliveryState::Suppressed));
                    }
                }
                Err(error) => return Err(error.into()),
            }
        }
        let (Some(user), false) = (users.first(), lines.is_empty()) else {
            return Ok((fates, String::new()));
        };
        let person = user.actor.person();
        let to = Recipient { name: &person.name, email: &user.email, language: user.language };
        let mail = compose_digest(&self.mailman.deployment(), &to, &user.actor, *until, &lines);
        let (state, message) = became(self.mailman.send(&user.email, mail).await)?;
        for (_, fate) in &mut fates {
            if *fate == DeliveryState::Sent {
                *fate = state;
            }
        }
        tracing::info!(things = lines.len(), state = state.code(), "sent");
        Ok((fates, message))
    }

    /// Records what became of each of these, whichever of them fails: what is not recorded as sent is sent again.
    async fn settle(&self, fates: &[Fate<'_>], message: &str) -> Result<(), StoreError> {
        let mut settled = Ok(());
        for (held, state) in fates {
            let message = if *state == DeliveryState::Sent { message } else { "" };
            if let Err(error) = self.store.settle_held(held, *state, message).await {
                settled = Err(error);
            }
        }
        settled
    }

    /// What a digest says of this; what becomes of it instead, if they have left, may see the case no more (X27), do not
    /// follow it any more, or chose meanwhile not to be mailed for it.
    async fn line(
        &self,
        held: &Held,
        user: Option<&User>,
        own: &Preferences,
    ) -> Result<Result<Line, DeliveryState>, StoreError> {
        let Some(user) = user else { return Ok(Err(DeliveryState::Suppressed)) };
        let Some(case) = self.store.case(held.number).await? else {
            return Ok(Err(DeliveryState::Suppressed));
        };
        let acting = acting(&self.store, user, &case).await?;
        if policy::enter(&acting.actor, &case).is_err() {
            return Ok(Err(DeliveryState::Suppressed));
        }
        let Some(event) = self.store.event(held.number, held.seq).await? else {
            return Ok(Err(DeliveryState::Suppressed));
        };
        let wish = self.store.wish(held.number, &held.user).await?;
        let unwanted = if is_own(&event, &held.user) {
            wishes::unconfirmed(own, Some(&wish))
        } else {
            wishes::withheld(own, Some(&wish), &event.what)
        };
        if let Some(state) = unwanted {
            return Ok(Err(state));
        }
        let delivery = self.store.delivery(held.number, held.seq, &held.user).await?;
        let Some(Delivery { text, role, .. }) = delivery else { return Ok(Err(DeliveryState::Suppressed)) };
        if !is_still_told(&held.user, role, &case) {
            return Ok(Err(DeliveryState::Suppressed));
        }
        // A mail says first what happened.
        let lead = text.split("\n\n").next().unwrap_or_default().to_owned();
        Ok(Ok(Line { number: held.number, title: case.title.to_string(), lead }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// E63: a digest that cannot be sent is not tried for ever.
    #[test]
    fn e63_a_digest_is_given_up_after_a_day() {
        let until = Timestamp::UNIX_EPOCH;
        assert!(!is_late(until, until));
        assert!(!is_late(until, until + SignedDuration::from_hours(24)));
        assert!(is_late(until, until + SignedDuration::from_hours(25)));
    }
}
