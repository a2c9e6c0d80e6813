//! Erasing who asked for it.

use aws_lambda_events::sqs::{SqsBatchResponse, SqsEvent, SqsMessage};
use caseport_aws::{Clock, Missing, Random, SdkConfig};
use caseport_domain::case::chain::Salt;
use caseport_domain::erasure::{Erasure, Leaver};
use caseport_store::lists::{List, ListError, Which};
use caseport_store::{Lists, Store, StoreError};
use lambda_runtime::{Error, LambdaEvent};

use crate::batch;
use crate::happening::Asked;

/// How many cases a page of the company's list has.
const PAGE: u8 = 100;

/// What it takes to erase people.
#[derive(Debug)]
pub struct Erase {
    store: Store,
    lists: Lists,
}

/// Why somebody could not be erased.
#[derive(Debug, thiserror::Error)]
pub enum NotErased {
    /// The message is none of the relay's.
    #[error("the message cannot be read: {0}")]
    Message(#[from] serde_json::Error),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The company's cases could not be listed.
    #[error(transparent)]
    List(#[from] ListError),
}

impl Erase {
    /// What it takes in the deployment that the settings describe.
    ///
    /// # Errors
    /// [`Missing`] without the settings `TABLE` and `CURSOR_KEY`.
    pub fn new(config: &SdkConfig) -> Result<Self, Missing> {
        Ok(Self { store: Store::new(config)?, lists: Lists::new(config)? })
    }

    /// Erases everybody these messages name.
    ///
    /// # Errors
    /// None: failures are reported message by message.
    pub async fn handle(&self, event: LambdaEvent<SqsEvent>) -> Result<SqsBatchResponse, Error> {
        Ok(batch::each(event.payload, async |message| self.erase(message).await).await)
    }

    /// Takes the person out of every case of their company and of those it serves, for which they may have acted, and out
    /// of all they opened, then deletes the account, which alone knows their name: while
    /// there is an account there is something left to do, and a message that comes again goes on where the last one broke
    /// off. Mails to them that were on their way meanwhile are looked for once more, when there can be no others.
    async fn erase(&self, message: &SqsMessage) -> Result<(), NotErased> {
        let Asked { user } = serde_json::from_str(message.body.as_deref().unwrap_or_default())?;
        let Some(erasure) = self.store.erasure(&user).await? else { return Ok(()) };
        let Some(account) = self.store.user(&user).await? else { return Ok(()) };
        let leaver = Leaver::new(&account.user, account.profile.as_ref());
        let cases = self.take_out(&leaver, &erasure).await?;
        self.store.erase_account(&account, &erasure).await?;
        let late = self.take_out(&leaver, &erasure).await?;
        tracing::info!(cases, late, "erased");
        Ok(())
    }

    /// Takes the person out of every case they may be in; of how many.
    async fn take_out(&self, leaver: &Leaver<'_>, erasure: &Erasure) -> Result<usize, NotErased> {
        let served = self.store.companies_served(&erasure.company).await?;
        let served = served.into_iter().map(|relation| relation.customer);
        let companies = std::iter::once(erasure.company.clone()).chain(served);
        let lists = companies.map(|company| List::Company(company, Which::All));
        let mut cases = 0;
        for list in lists.chain([List::OpenedBy(erasure.user.clone())]) {
            cases += self.take_out_of(&list, leaver, erasure).await?;
        }
        Ok(cases)
    }

    async fn take_out_of(
        &self,
        list: &List,
        leaver: &Leaver<'_>,
        erasure: &Erasure,
    ) -> Result<usize, NotErased> {
        let (mut after, mut cases) = (None, 0);
        loop {
            let page = self.lists.page(list, PAGE, after.as_deref()).await?;
            for row in page.rows {
                let salt = || Salt::new(Random.bytes());
                let taken = self.store.erase_from_case(row.number, leaver, &erasure.user, Clock.now(), salt);
                cases += usize::from(taken.await?);
            }
            after = page.next;
            if after.is_none() {
                return Ok(cases);
            }
        }
    }
}
