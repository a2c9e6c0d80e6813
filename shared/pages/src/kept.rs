//! What somebody typed when their session ended, or when something had to be done first.

use caseport_i18n::Language;
use serde::Serialize;

/// A form that arrived without a session, or before what had to be done first: carried through that, then sent again. One that
/// cannot be sent at all is shown, to be copied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeptForm {
    /// Where it was to be sent.
    action: String,
    /// Its fields, as they were typed. The CSRF token is not kept: the next page has its own.
    #[serde(skip)]
    fields: Vec<(String, String)>,
}

/// Where forms are sent to that are worth keeping.
const KEPT: [&str; 10] = [
    "/access/",
    "/cases",
    "/companies",
    "/contacts",
    "/drafts/",
    "/forms",
    "/imports",
    "/priorities",
    "/products",
    "/reasons",
];

/// Fields that people type into. No secret is among them.
const TYPED: [&str; 23] = [
    "title",
    "reference",
    "description",
    "observers",
    "text",
    "reason",
    "category",
    "build",
    "email",
    "name",
    "first_name",
    "last_name",
    "job_title",
    "phone",
    "address",
    "postcode",
    "city",
    "coverage",
    "serial",
    "model",
    "site",
    "key_ending",
    "csv",
];

/// Whether people type into a field of this name: one of those above, the answer to a question, or a text in one of the
/// languages.
fn is_typed(name: &str) -> bool {
    match name.rsplit_once('/') {
        Some((before, last)) => {
            (before.starts_with("answers") && last != "how") || Language::of(last).is_some()
        }
        None => TYPED.contains(&name),
    }
}

impl KeptForm {
    /// The form that was sent to `action` with this url-encoded body; none if it was no form of ours.
    #[must_use]
    pub fn new(action: &str, body: &str) -> Option<Self> {
        // Of the pages about oneself this one only: what the others take is secret.
        let kept = |path: &&str| *path == "/profile" || KEPT.iter().any(|begin| path.starts_with(begin));
        let action = local(action).filter(kept)?;
        let mut fields: Vec<(String, String)> = serde_html_form::from_str(body).ok()?;
        fields.retain(|(name, _)| name != "csrf");
        Some(Self { action: action.to_owned(), fields })
    }

    /// Where it was to be sent.
    #[must_use]
    pub fn action(&self) -> &str {
        &self.action
    }

    /// Its fields.
    #[must_use]
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// What people typed, for them to recognize or to copy: not the choices and keys, which are codes.
    pub(crate) fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        fields.filter(|(name, value)| is_typed(name) && !value.trim().is_empty())
    }

    /// Whether there is any of that.
    #[must_use]
    pub fn has_typed(&self) -> bool {
        self.typed().next().is_some()
    }

    /// Its fields as a url-encoded body.
    #[must_use]
    pub fn body(&self) -> String {
        serde_html_form::to_string(&self.fields).unwrap_or_default()
    }
}

/// The address, if it is one of this site: a path, which no browser takes for another site's.
#[must_use]
pub fn local(address: &str) -> Option<&str> {
    let path = address.strip_prefix('/')?;
    let plain = !path.starts_with(['/', '\\']) && !address.chars().any(|c| c.is_control() || c == '\\');
    plain.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x15_only_addresses_of_this_site_are_local() {
        assert_eq!(local("/cases/12?tab=mails"), Some("/cases/12?tab=mails"));
        for elsewhere in
            ["", "//evil.example", "/\\evil.example", "https://evil.example", "/\t/evil", "cases"]
        {
            assert_eq!(local(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn what_was_typed_is_kept_and_the_token_is_not() {
        let kept =
            KeptForm::new("/cases/12/replies", "csrf=old&text=a%26b%0Ac&attachments=u1&attachments=u2");
        let kept = kept.expect("it is a form");
        let attachments = kept.fields().iter().filter(|(name, _)| name == "attachments").count();
        assert_eq!((kept.fields().len(), attachments), (3, 2));
        assert_eq!(kept.body(), "text=a%26b%0Ac&attachments=u1&attachments=u2");
        assert_eq!(kept.typed().collect::<Vec<_>>(), [("text", "a&b\nc")]);
        assert_eq!(KeptForm::new("/session/end", "csrf=a"), None);
        assert_eq!(KeptForm::new("//evil.example/cases", "text=a"), None);
    }

    /// Not what is chosen, and nothing that is secret, whatever form it came with.
    #[test]
    fn only_what_is_typed_is_shown() {
        let typed = |body: &str| {
            let kept = KeptForm::new("/cases", body).expect("it is a form");
            kept.typed().map(|(name, _)| name.to_owned()).collect::<Vec<_>>()
        };
        let form = "title=a&impact=person&answers/account=GL&answers/since/how=unknown&lead/nl=Dag&reason=+";
        assert_eq!(typed(form), ["title", "answers/account", "lead/nl"]);
        for secret in ["password", "current", "new", "repeat", "code", "pin", "link", "half", "secret"] {
            assert_eq!(typed(&format!("{secret}=1234")), [""; 0], "{secret}");
        }
    }
}
