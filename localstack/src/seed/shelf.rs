//! Where the seed is stored.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use caseport_aws::Random;
use caseport_domain::actor::Actor;
use caseport_domain::attachment::Attachment;
use caseport_domain::id::{CaseNumber, UserId};
use caseport_domain::pin::Pin;
use caseport_files::Storage;
use caseport_store::cases::{Step, Stored};
use caseport_store::settings::REASONS;
use caseport_store::uploads::{Upload, UploadState};
use caseport_store::{Committed, Store};
use futures_util::stream::{self, TryStreamExt};
use jiff::Timestamp;

use super::script::Script;
use super::{Seed, Told};

/// How many cases are stored at a time.
const AT_A_TIME: usize = 8;

/// Where the seed is stored.
#[derive(Debug)]
pub struct Shelf {
    /// The table.
    pub store: Store,
    /// The bucket.
    pub storage: Storage,
}

impl Shelf {
    /// Whether this portal's seed is there already.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn is_filled(&self, script: &Script) -> Result<bool> {
        let last = script.portal.companies.last().context("a portal has customers")?;
        Ok(self.store.account(&last.id).await?.is_some())
    }

    /// Numbers for so many cases.
    ///
    /// # Errors
    /// When DynamoDB fails.
    pub async fn numbers(&self, count: usize) -> Result<Vec<CaseNumber>> {
        let mut numbers = Vec::with_capacity(count);
        for _ in 0..count {
            numbers.push(self.store.next_number().await?);
        }
        Ok(numbers)
    }

    /// Stores the seed. People come first, for the workers mail them while the rest is being stored; companies
    /// last, so that a seed that was interrupted is not taken for one that is whole.
    ///
    /// # Errors
    /// When AWS fails.
    pub async fn fill(&self, seed: &Seed, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
        for person in &seed.people {
            self.store.add_user(person).await?;
            if let Actor::Contact(contact) = &person.user.actor {
                self.store.add_pin(&contact.person.id, Pin::of(Random.bytes())).await?;
            }
        }
        stream::iter(seed.cases.iter().map(Ok))
            .try_for_each_concurrent(AT_A_TIME, |case| self.add_case(case, files))
            .await?;
        for product in &seed.products {
            self.store.add_product(product).await?;
        }
        for form in &seed.forms {
            let saved = self.store.transaction().save_form(form).commit().await?;
            ensure!(saved == Committed::Done, "the form {} could not be stored: {saved:?}", form.form.id);
        }
        let saved = self.store.transaction().save_setting(REASONS, &seed.reasons).commit().await?;
        ensure!(saved == Committed::Done, "the reasons could not be stored: {saved:?}");
        for (company, assets) in &seed.assets {
            self.store.add_assets(company, assets).await?;
        }
        for tie in &seed.ties {
            self.store.add_relation(tie).await?;
        }
        for company in &seed.companies {
            self.store.add_account(company).await?;
        }
        Ok(())
    }

    async fn add_case(&self, case: &[Told], files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
        for Told { scene, deliveries } in case {
            let author = scene.event.by.person().map(|person| &person.id);
            let attachments = author.map(|author| (author, scene.event.what.attachments()));
            if let Some((owner, attachments)) = attachments {
                for file in attachments {
                    self.add_file(owner, file, files, scene.event.at).await?;
                }
            }
            // Before the event: what the workers find recorded as sent, they do not send again.
            for delivery in deliveries {
                self.store.add_delivery(scene.case.number, delivery).await?;
            }
            let step = Step { attachments, ..Step::new(&scene.case, &scene.sealed) };
            let stored = self.store.store(&step).await?;
            ensure!(stored == Stored::Now, "case {} could not be stored: {stored:?}", scene.case.number);
        }
        Ok(())
    }

    /// Sends a file as a browser would, by its presigned address.
    async fn add_file(
        &self,
        owner: &UserId,
        file: &Attachment,
        files: &BTreeMap<String, Vec<u8>>,
        at: Timestamp,
    ) -> Result<()> {
        let name = file.name.as_str();
        let bytes = files.get(name).with_context(|| format!("there is no file `{name}`"))?;
        let upload = Upload {
            id: file.id.clone(),
            owner: owner.clone(),
            name: file.name.clone(),
            size: file.size,
            media_type: file.media_type.clone(),
            sha256: Some(file.sha256.clone()),
            multipart: None,
            state: UploadState::Arrived,
        };
        let signed = self.storage.put(&file.id, file.size, &file.media_type, &file.sha256).await?;
        let request =
            signed.headers.iter().fold(ureq::put(&signed.url), |put, (name, value)| put.header(name, value));
        request.send(bytes.as_slice()).with_context(|| format!("{name} cannot be uploaded."))?;
        self.store.add_upload(&upload, at).await?;
        Ok(())
    }
}
