//! What it takes to mail somebody.

use aws_sdk_ses::Client;
use aws_sdk_ses::error::DisplayErrorContext;
use aws_sdk_ses::primitives::Blob;
use aws_sdk_ses::types::RawMessage;
use caseport_aws::{SdkConfig, setting};
use caseport_brand::{Colour, NoColour};
use caseport_mail::{Deployment, Mail};

/// What it takes to mail somebody: the service, and what mails say of the portal.
#[derive(Debug)]
pub(crate) struct Mailman {
    client: Client,
    origin: String,
    sender: String,
    brand: String,
    colour: Colour,
}

/// Why nobody can be told.
#[derive(Debug, thiserror::Error)]
pub enum NotReady {
    /// A setting is missing.
    #[error(transparent)]
    Setting(#[from] caseport_aws::Missing),
    /// The brand's colour cannot be read.
    #[error(transparent)]
    Colour(#[from] NoColour),
}

/// The mail service did not take a mail.
#[derive(Debug, thiserror::Error)]
#[error("the mail service did not take a mail: {0}")]
pub struct NotTaken(String);

impl Mailman {
    /// The mailman of the deployment that the settings describe.
    pub(crate) fn new(config: &SdkConfig) -> Result<Self, NotReady> {
        Ok(Self {
            client: Client::new(config),
            origin: setting("PORTAL_ORIGIN")?.trim_end_matches('/').to_owned(),
            sender: setting("SENDER")?,
            brand: setting("BRAND")?,
            colour: setting("BRAND_COLOUR")?.parse()?,
        })
    }

    /// The portal, as mails speak of it.
    pub(crate) fn deployment(&self) -> Deployment<'_> {
        Deployment { origin: &self.origin, sender: &self.sender, brand: &self.brand, colour: self.colour }
    }

    /// Hands a mail to the mail service; the identifier that it gave the mail.
    pub(crate) async fn send(&self, address: &str, mail: Mail) -> Result<String, NotTaken> {
        let raw = RawMessage::builder().data(Blob::new(mail.raw)).build();
        let raw = raw.map_err(|error| NotTaken(error.to_string()))?;
        let request =
            self.client.send_raw_email().source(&self.sender).destinations(address).raw_message(raw);
        let answer = request.send().await;
        Ok(answer.map_err(|error| NotTaken(DisplayErrorContext(error).to_string()))?.message_id)
    }
}
