//! A mail as the bytes that are sent.
//!
//! `mail-builder` writes them: it does headers, encodings and nothing else, and stands on one small crate.
//! `lettre`, the alternative, brings an SMTP client's dependencies and draws its boundaries at random, while
//! a mail composed again for a retry has to be the same mail.

use caseport_domain::case::{Case, Event};
use caseport_domain::id::{CaseNumber, UserId};
use jiff::Timestamp;
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::message_id::MessageId;
use mail_builder::headers::text::Text;
use mail_builder::headers::url::URL;
use mail_builder::mime::MimePart;

use crate::words::one_line;
use crate::{Deployment, Recipient};

/// Everything that goes into the bytes.
pub(crate) struct Parts<'a> {
    pub deployment: &'a Deployment<'a>,
    pub to: &'a Recipient<'a>,
    pub message_id: &'a str,
    /// The identifier every mail of a case refers to.
    pub root: Option<&'a str>,
    /// The address that turns off the mails about the case.
    pub opt_out: Option<&'a str>,
    pub at: Timestamp,
    pub subject: &'a str,
    pub text: &'a str,
    pub html: &'a str,
}

/// The same for every mail of a case, so that clients which thread by subject do; they ignore `Re: `, which
/// every mail but the first carries, and which is not translated (RFC 5322, section 3.6.5).
pub(crate) fn subject(case: &Case, event: &Event) -> String {
    let prefix = if event.seq == 1 { "" } else { "Re: " };
    format!("{prefix}[#{}] {}", case.number, one_line(case.title.as_str()))
}

/// A retry makes the same identifier. It is guessable: whoever receives mail must not take one for a proof.
pub(crate) fn message_id(number: CaseNumber, seq: u32, to: &UserId, host: &str) -> String {
    format!("{number}.{seq}.{to}@{host}")
}

/// The identifier all mails of a case refer to.
pub(crate) fn root(number: CaseNumber, host: &str) -> String {
    format!("{number}@{host}")
}

/// Writes the mail.
pub(crate) fn write(parts: &Parts<'_>) -> Vec<u8> {
    let Parts { deployment, to, text, html, .. } = parts;
    let boundary = boundary(&[text, html]);
    let body = MimePart::new(
        ContentType::new("multipart/alternative").attribute("boundary", boundary),
        vec![MimePart::new("text/plain", *text), MimePart::new("text/html", *html)],
    );
    let mut raw = Vec::new();
    let mut mail = MessageBuilder::new()
        .from(address(deployment.brand, deployment.sender))
        .to(address(to.name, to.email))
        .subject(parts.subject)
        .date(parts.at.as_second())
        .message_id(parts.message_id)
        .header("Content-Language", Text::new(to.language.code()))
        // No machine is to answer: the first is the standard's word for it (RFC 3834), the second Exchange's.
        .header("Auto-Submitted", Text::new("auto-generated"))
        .header("X-Auto-Response-Suppress", Text::new("All"))
        .body(body);
    // What mail programs make a button of (RFC 8058): one POST to that address, with that body.
    if let Some(address) = parts.opt_out {
        mail = mail
            .header("List-Unsubscribe", URL::new(address))
            .header("List-Unsubscribe-Post", Text::new("List-Unsubscribe=One-Click"));
    }
    match parts.root {
        // SES puts a Message-ID of its own in the place of ours, so no mail ever bears one that a later mail
        // could name. What clients thread by is that all of them refer to the same root, which is no mail.
        Some(root) => mail.in_reply_to(root).references(MessageId::new(root)).serialize(&mut raw),
        None => mail.serialize(&mut raw),
    }
    raw
}

/// A name and an address, without what could end either before its end (X17).
fn address<'a>(name: &str, email: &str) -> Address<'a> {
    let ends = |c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | '"');
    Address::new_address(Some(one_line(name)), email.replace(ends, ""))
}

/// A boundary that stands in none of the parts, however they were written: people know the scheme and may
/// type one. The `=_` keeps it out of encoded parts too, which hold `=` only before hexadecimal digits.
fn boundary(parts: &[&str]) -> String {
    // There are more candidates than the parts have bytes, so one of them is free.
    let bytes: usize = parts.iter().map(|part| part.len()).sum();
    let free = |boundary: &String| !parts.iter().any(|part| part.contains(boundary.as_str()));
    (0..=bytes).map(|n| format!("=_caseport_{n}_")).find(free).unwrap_or_default()
}
