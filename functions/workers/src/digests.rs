//! Sending what was held: digests at their hour, and what waited for the end of somebody's quiet hours.

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent};
use caseport_aws::{Clock, SdkConfig};
use caseport_domain::delivery::{Delivery, DeliveryState};
use caseport_domain::held::Held;
use caseport_domain::person::User;
use caseport_domain::policy;
use caseport_mail::{Line, Recipient, compose_digest};
use caseport_store::keys::SHARDS;
use caseport_store::{Store, StoreError};
use lambda_runtime::{Error, LambdaEvent};

use crate::batch;
use crate::mailman::{Mailman, NotReady, NotTaken};
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

    /// AWS calls: one `Query` a shard, and one more for each 500 mails that are due in it; for each who is mailed an `UpdateItem`, a `BatchGetItem` and a mail, and for each
    /// thing that happened two or three `GetItem`s and a `TransactWriteItems`.
    async fn tick(&self) -> Result<(), NotSent> {
        let mut sent = 0;
        for shard in 0..SHARDS {
            sent += self.shard(shard).await?;
        }
        tracing::info!(sent, "ticked");
        Ok(())
    }

    /// Sends what is due of a shard; how many mails that were.
    async fn shard(&self, shard: u64) -> Result<usize, NotSent> {
        let (now, mut after, mut sent) = (self.clock.now(), None, 0);
        loop {
            let due = self.store.due_mails(shard, now, after.as_ref()).await?;
            // What was held for one person until one instant goes together.
            for group in due.chunk_by(Held::goes_with) {
                sent += usize::from(Box::pin(self.send(group)).await?);
            }
            after = due.last().cloned();
            if after.is_none() {
                return Ok(sent);
            }
        }
    }

    /// Sends what was held for somebody, as one mail. Two ticks at once send it once: the other finds it taken. A process
    /// that dies before it could say that it was sent leaves it to a later tick, under the same Message-ID.
    async fn send(&self, group: &[Held]) -> Result<bool, NotSent> {
        let Some(Held { user: id, until, .. }) = group.first() else { return Ok(false) };
        if !self.store.claim_held(id, *until, self.clock.now()).await? {
            return Ok(false);
        }
        let users = self.store.users(std::slice::from_ref(id)).await?;
        let (mut lines, mut told) = (Vec::new(), Vec::new());
        for held in group {
            match self.line(held, users.first()).await? {
                Ok(line) => {
                    lines.push(line);
                    told.push(held);
                }
                Err(state) => self.store.settle_held(held, state, "").await?,
            }
        }
        let (Some(user), false) = (users.first(), lines.is_empty()) else { return Ok(false) };
        let person = user.actor.person();
        let to = Recipient { name: &person.name, email: &user.email, language: user.language };
        let mail = compose_digest(&self.mailman.deployment(), &to, id, *until, &lines);
        let message = self.mailman.send(&user.email, mail).await?;
        for held in told {
            self.store.settle_held(held, DeliveryState::Sent, &message).await?;
        }
        Ok(true)
    }

    /// What a digest says of this; what becomes of it instead, if they have left, may see the case no more (X27), or turned
    /// its mails off meanwhile.
    async fn line(&self, held: &Held, user: Option<&User>) -> Result<Result<Line, DeliveryState>, NotSent> {
        let Some(user) = user else { return Ok(Err(DeliveryState::Suppressed)) };
        let Some(case) = self.store.case(held.number).await? else {
            return Ok(Err(DeliveryState::Suppressed));
        };
        let acting = acting(&self.store, user, &case).await?;
        if policy::enter(&acting.actor, &case).is_err() {
            return Ok(Err(DeliveryState::Suppressed));
        }
        if self.store.wish(held.number, &held.user).await?.is_off {
            return Ok(Err(DeliveryState::Unsubscribed));
        }
        let delivery = self.store.delivery(held.number, held.seq, &held.user).await?;
        let Some(Delivery { text, .. }) = delivery else { return Ok(Err(DeliveryState::Suppressed)) };
        // A mail says first what happened.
        let lead = text.split("\n\n").next().unwrap_or_default().to_owned();
        Ok(Ok(Line { number: held.number, title: case.title.to_string(), lead }))
    }
}
