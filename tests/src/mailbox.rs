//! The mails the portal has sent.

use std::time::Duration;

use std::collections::BTreeMap;

use mail_parser::MessageParser;
use serde::Deserialize;

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

/// What an emulator of the mail service tells of the mails it was given.
#[derive(Deserialize)]
struct Mailbox {
    messages: Messages,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Messages {
    /// `MiniStack`'s: parsed, by account.
    Parsed(BTreeMap<String, Vec<Mail>>),
    /// `LocalStack`'s: as they were sent.
    Raw(Vec<Raw>),
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Raw {
    raw_data: String,
}

impl Messages {
    fn into_mails(self) -> Vec<Mail> {
        match self {
            Self::Parsed(accounts) => accounts.into_values().flatten().collect(),
            Self::Raw(messages) => messages.iter().map(|message| Mail::parse(&message.raw_data)).collect(),
        }
    }
}

impl Portal {
    /// All mails about a case so far, the oldest first.
    pub async fn mails(&self, case: Case) -> Vec<Mail> {
        self.asked_for("subject", &format!("[#{}] ", case.number)).await
    }

    /// The mail about a case to this address that says this, as soon as it is there.
    pub async fn mail(&self, case: Case, to: &str, says: &str) -> Mail {
        let what = format!("a mail to {to} about case {} that says “{says}”", case.number);
        eventually(&what, ARRIVES_WITHIN, async || {
            self.mails(case).await.into_iter().find(|mail| mail.is_to(to) && mail.says(says))
        })
        .await
    }

    /// All mails to this address that are about no case, the oldest first.
    pub async fn letters(&self, to: &str) -> Vec<Mail> {
        let mails = self.asked_for("to", to).await.into_iter();
        mails
            .filter(|mail| {
                mail.is_to(to) && !mail.subject.starts_with('[') && !mail.subject.starts_with("Re:")
            })
            .collect()
    }

    /// The newest letter to this address that says this, as soon as it is there.
    pub async fn letter(&self, to: &str, says: &str) -> Mail {
        let what = format!("a letter to {to} that says “{says}”");
        eventually(&what, ARRIVES_WITHIN, async || {
            self.letters(to).await.into_iter().rev().find(|mail| mail.says(says))
        })
        .await
    }

    /// The mails that this part of them has these words in. The mailbox is asked for no others: it has many.
    async fn asked_for(&self, part: &str, words: &str) -> Vec<Mail> {
        let address = reqwest::Url::parse_with_params(&self.about().mailbox, &[(part, words)]);
        let answer = self.client().get(address.expect("the mailbox has an address")).send().await;
        let mailbox = answer.expect("the mailbox answers").json::<Mailbox>().await;
        mailbox.expect("the mailbox is JSON").messages.into_mails()
    }
}

impl Mail {
    /// The path behind the first link in it to this page of the portal.
    pub fn link(&self, portal: &Portal, page: &str) -> String {
        let start = format!("{}{page}?link=", portal.origin());
        let (_, rest) = self.text.split_once(&start).unwrap_or_else(|| panic!("no {start} in {}", self.text));
        let token: String = rest.chars().take_while(|c| !c.is_whitespace()).collect();
        format!("{page}?link={token}")
    }

    fn parse(raw: &str) -> Self {
        let message = MessageParser::new().parse(raw).expect("a mail is MIME");
        let to = message.to().into_iter().flat_map(mail_parser::Address::iter);
        Self {
            to: to.filter_map(|to| to.address()).map(str::to_owned).collect(),
            subject: message.subject().unwrap_or_default().to_owned(),
            text: message.body_text(0).unwrap_or_default().into_owned(),
            html: message.body_html(0).map(std::borrow::Cow::into_owned),
        }
    }

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
