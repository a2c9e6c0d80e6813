//! The mails the portal has sent.

use std::time::Duration;

use serde::Deserialize;
use std::collections::BTreeMap;

use crate::{Case, Portal, eventually};

/// How long a mail may take: through stream, relay, queue and worker, on a busy machine.
const ARRIVES_WITHIN: Duration = Duration::from_secs(30);

/// A mail.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Mail {
    /// To whom, each with or without a name.
    pub to: Vec<String>,
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    #[serde(rename = "BodyText")]
    pub text: String,
    /// Its HTML.
    #[serde(rename = "BodyHtml")]
    pub html: Option<String>,
}

#[derive(Deserialize)]
struct Mailbox {
    messages: BTreeMap<String, Vec<Mail>>,
}

impl Portal {
    /// All mails about a case so far, the oldest first.
    pub async fn mails(&self, case: Case) -> Vec<Mail> {
        let answer = self.client().get(&self.about().mailbox).send().await.expect("the mailbox answers");
        let mailbox: Mailbox = answer.json().await.expect("the mailbox is JSON");
        let about = format!("[#{}] ", case.number);
        mailbox.messages.into_values().flatten().filter(|mail| mail.subject.contains(&about)).collect()
    }

    /// The mail about a case to this address that says this, as soon as it is there.
    pub async fn mail(&self, case: Case, to: &str, says: &str) -> Mail {
        let what = format!("a mail to {to} about case {} that says “{says}”", case.number);
        eventually(&what, ARRIVES_WITHIN, async || {
            self.mails(case).await.into_iter().find(|mail| mail.is_to(to) && mail.says(says))
        })
        .await
    }
}

impl Mail {
    /// Whether it is to this address.
    pub fn is_to(&self, address: &str) -> bool {
        self.to.iter().any(|to| to == address || to.ends_with(&format!("<{address}>")))
    }

    /// Whether its plain text has these words, wherever its lines end.
    pub fn says(&self, words: &str) -> bool {
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        flat(&self.text).contains(&flat(words))
    }
}
