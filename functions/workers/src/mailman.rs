//! What it takes to mail somebody.

use aws_sdk_ses::Client;
use aws_sdk_ses::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_ses::operation::send_raw_email::SendRawEmailError;
use aws_sdk_ses::primitives::Blob;
use aws_sdk_ses::types::RawMessage;
use caseport_aws::{SdkConfig, setting};
use caseport_brand::{Colour, NoColour};
use caseport_domain::delivery::DeliveryState;
use caseport_domain::module::NotModules;
use caseport_domain::support::{NotSupport, Support};
use caseport_mail::{Deployment, Mail};

/// What it takes to mail somebody: the service, and what mails say of the portal.
#[derive(Debug)]
pub(crate) struct Mailman {
    client: Client,
    origin: String,
    sender: String,
    brand: String,
    colour: Colour,
    support: Support,
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
    /// How the vendor is reached cannot be read.
    #[error(transparent)]
    Support(#[from] NotSupport),
    /// The modules cannot be read.
    #[error(transparent)]
    Modules(#[from] NotModules),
}

/// The mail service did not take a mail.
#[derive(Debug, thiserror::Error)]
#[error("the mail service did not take a mail: {why}")]
pub struct NotTaken {
    why: String,
    is_final: bool,
}

impl NotTaken {
    /// What the log may say of it: the service's code, since in words it names addresses.
    fn of<R>(error: &SdkError<SendRawEmailError, R>) -> Self {
        Self {
            why: error.code().map_or_else(|| error.to_string(), str::to_owned),
            is_final: error.as_service_error().is_some_and(is_final),
        }
    }
}

/// What the mail service says, in words only, when it refuses the deployment and not the mail: its sender is not verified, or its
/// account may not send. Who operates it mends that, and then the mails are sent.
const OF_THE_DEPLOYMENT: [&str; 3] = ["not verified", "suspended", "paused"];

/// Whether the mail service refused the mail or its address, and so would whenever it is tried again. It names no exception for
/// an address that cannot be read.
fn is_final(error: &SendRawEmailError) -> bool {
    match error {
        SendRawEmailError::MessageRejected(refusal) => {
            let why = refusal.message().unwrap_or_default();
            !OF_THE_DEPLOYMENT.iter().any(|words| why.contains(words))
        }
        other => other.meta().code() == Some("InvalidParameterValue"),
    }
}

/// What became of a mail, with the identifier that the mail service gave it. One that it refused for good is done with: it is
/// not tried again, and keeps nobody else waiting.
///
/// # Errors
/// [`NotTaken`] when it is to be tried again.
pub(crate) fn became(sent: Result<String, NotTaken>) -> Result<(DeliveryState, String), NotTaken> {
    match sent {
        Ok(id) => Ok((DeliveryState::Sent, id)),
        Err(NotTaken { is_final: true, .. }) => Ok((DeliveryState::Suppressed, String::new())),
        Err(failure) => Err(failure),
    }
}

impl Mailman {
    /// The mailman of the deployment that the settings describe.
    pub(crate) fn new(config: &SdkConfig) -> Result<Self, NotReady> {
        Ok(Self {
            client: Client::new(config),
            origin: setting("PORTAL_ORIGIN")?.trim_end_matches('/').to_owned(),
            sender: setting("SENDER")?,
            brand: setting("BRAND")?,
            colour: setting("BRAND_COLOUR")?.parse()?,
            support: Support::read(|name| setting(name).unwrap_or_default())?,
        })
    }

    /// The portal, as mails speak of it.
    pub(crate) fn deployment(&self) -> Deployment<'_> {
        Deployment {
            origin: &self.origin,
            sender: &self.sender,
            brand: &self.brand,
            colour: self.colour,
            support: &self.support,
        }
    }

    /// Hands a mail to the mail service; the identifier that it gave the mail.
    pub(crate) async fn send(&self, address: &str, mail: Mail) -> Result<String, NotTaken> {
        let raw = RawMessage::builder().data(Blob::new(mail.raw)).build();
        let raw = raw.map_err(|error| NotTaken { why: error.to_string(), is_final: false })?;
        let request =
            self.client.send_raw_email().source(&self.sender).destinations(address).raw_message(raw);
        let answer = request.send().await.map_err(|error| NotTaken::of(&error))?;
        Ok(answer.message_id)
    }
}

#[cfg(test)]
mod tests {
    use aws_sdk_ses::error::ErrorMetadata;
    use aws_sdk_ses::types::error::MessageRejected;

    use super::*;

    /// C29: what the mail service refuses is not tried again; what it does not get round to is, and what it refuses the whole
    /// deployment.
    #[test]
    fn c29_a_refusal_is_final_and_a_failure_is_not() {
        let coded = |code: &str| SendRawEmailError::generic(ErrorMetadata::builder().code(code).build());
        let rejected =
            |why: &str| SendRawEmailError::MessageRejected(MessageRejected::builder().message(why).build());
        assert!(is_final(&rejected("Address blacklisted.")));
        assert!(is_final(&coded("InvalidParameterValue")));
        assert!(!is_final(&coded("Throttling")));
        for why in [
            "Email address is not verified. The following identities failed the check: support@vendor.example",
            "Sending suspended for this account.",
            "Sending paused for this account.",
        ] {
            assert!(!is_final(&rejected(why)), "{why}");
        }
    }

    /// C31: a mail that is refused for good is done with, and one that failed comes again.
    #[test]
    fn c31_what_is_refused_for_good_is_done_with() {
        let not_taken = |is_final| Err(NotTaken { why: String::new(), is_final });
        assert!(matches!(became(Ok("m-1".into())), Ok((DeliveryState::Sent, id)) if id == "m-1"));
        assert!(matches!(became(not_taken(true)), Ok((DeliveryState::Suppressed, _))));
        assert!(became(not_taken(false)).is_err());
    }

    /// The service names in words whose address it does not know; what is logged does not.
    #[test]
    fn why_a_mail_was_not_taken_has_no_address() {
        let words = "Address blacklisted: anna@acme.example";
        let meta = ErrorMetadata::builder().code("MessageRejected").message(words).build();
        let refused = MessageRejected::builder().message(words).meta(meta).build();
        let refused =
            NotTaken::of(&SdkError::service_error(SendRawEmailError::MessageRejected(refused), words));
        assert!(refused.is_final);
        assert_eq!(refused.to_string(), "the mail service did not take a mail: MessageRejected");
        let late = NotTaken::of(&SdkError::<_, &str>::timeout_error(words));
        assert!(!late.is_final);
        assert_eq!(late.to_string(), "the mail service did not take a mail: request has timed out");
    }
}
