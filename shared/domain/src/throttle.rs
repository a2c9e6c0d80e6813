//! How often one may try to prove who one is.
//!
//! A guess is counted before it is made, so that guesses made at once are counted too, and the count is given back when
//! the guess was right. Four counts bound it (attack classes X9 and X13):
//!
//! - one per account, for browsers that never signed in to it. It is kept by what was typed, whether there is such an
//!   account or not, and in one spelling. So the address and the user name of an account have a count each, twenty tries in
//!   all: were they counted as one, the tries left at either would tell that both are the same person's;
//! - one per browser that did: whoever uses up the account's count shuts out strangers, and not its owner. A browser with which
//!   a password was chosen by a mailed link is no stranger either, so that its owner gets in with a new one, too;
//! - one per account for codes of its second factor, which can be tried by who has the password only;
//! - one per source address, for those who try one password on many accounts. Who tries by a browser that is known to the
//!   account does not, and is not counted there: nobody shuts out the others of their office.
//!
//! Windows are fixed: a quarter of an hour begins at 10:00, 10:15 and so on, so that a try costs one `UpdateItem`, with nothing
//! read before and nothing to begin anew. So a limit is that of a window, and the true bound is twice that within any span as
//! long as one: five guesses at 10:14:59, and five at 10:15:00. That is still ten PINs of a million, and no more in the long run
//! than a window that slides would let through.

use jiff::{SignedDuration, Timestamp};

/// The span in which most are counted.
const QUARTER: SignedDuration = SignedDuration::from_mins(15);
/// The span in which links are counted that a day has none left of: as long as one is good.
const HOUR: SignedDuration = SignedDuration::from_hours(1);
/// The span in which mails are counted too, and files.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// What is asked for at an address by anybody who knows it. Each has counts of its own: whoever uses up one keeps nobody from
/// another (X13).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedFor {
    /// A link to choose a password with: what who is shut out gets in by.
    Link,
    /// A login. Nothing is mailed before somebody decided.
    Login,
    /// Any other mail.
    Mail,
}

/// What tries are counted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By<'a> {
    /// What was typed to say who one is, by a browser that nobody knows.
    Account(&'a str),
    /// Who proved their password and is asked for a code of their second factor. A million codes, of which three are good:
    /// fewer tries than for passwords.
    Code(&'a str),
    /// A browser that signed in to that account before, or with which its password was chosen by a mailed link: by the
    /// identifier it was given then.
    Browser(&'a str),
    /// Where the request came from.
    Source(&'a str),
    /// The address something was asked for at, by anybody: nobody's mailbox is to be filled (X14).
    Letter(AskedFor, &'a str),
    /// The same over a day: who comes back every quarter of an hour does not fill it either.
    LetterDay(AskedFor, &'a str),
    /// The address a link was asked for at, once the day has none left: one an hour, which is as long as a link is good. So
    /// whoever has links mailed to somebody keeps them from none: there is one in their mailbox, or to be had (X13).
    LinkHour(&'a str),
    /// Where mails were asked for from.
    Asker(&'a str),
    /// Somebody signed in who has people outside mailed, over a day, by their identifier: the portal is no way to mail
    /// strangers (X14).
    Inviter(&'a str),
    /// Somebody signed in who adds a colleague to cases, each time of which mails that colleague, over a day: both by their
    /// identifiers. One person's count shuts out nobody else who adds the same colleague (X14).
    Added {
        /// Who adds.
        by: &'a str,
        /// Who is added.
        whom: &'a str,
    },
    /// Somebody signed in who is asked for their password once more, by their identifier.
    Again(&'a str),
    /// The contact whose PIN is told by telephone, by their identifier.
    Pin(&'a str),
    /// Somebody signed in who announces files, over a day: see [`crate::upload_budget`], which bounds their bytes, too.
    Sender {
        /// Who sends, by their identifier.
        who: &'a str,
        /// How many files a day has.
        files: u32,
    },
}

impl<'a> By<'a> {
    /// What asking for this at an address is counted by.
    #[must_use]
    pub const fn letters(what: AskedFor, address: &'a str) -> [Self; 2] {
        [Self::Letter(what, address), Self::LetterDay(what, address)]
    }

    /// How many tries a window has.
    #[must_use]
    pub const fn limit(&self) -> u32 {
        match self {
            Self::Account(_) | Self::Browser(_) | Self::Again(_) | Self::LetterDay(..) => 10,
            // Who knows their PIN says it right; five guesses of a million are none.
            Self::Code(_) | Self::Pin(_) => 5,
            Self::Inviter(_) => 20,
            // Whoever opens the cases of a department adds the same colleague to each.
            Self::Added { .. } => 50,
            // An office has one address and many people.
            Self::Source(_) | Self::Asker(_) => 100,
            Self::Letter(..) => 3,
            Self::LinkHour(_) => 1,
            Self::Sender { files, .. } => *files,
        }
    }

    /// Its kind, for a key.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Account(_) => "account",
            Self::Code(_) => "code",
            Self::Browser(_) => "browser",
            Self::Source(_) => "source",
            Self::Letter(AskedFor::Link, _) => "link",
            Self::Letter(AskedFor::Login, _) => "login",
            Self::Letter(AskedFor::Mail, _) => "letter",
            Self::LetterDay(AskedFor::Link, _) => "link-day",
            Self::LetterDay(AskedFor::Login, _) => "login-day",
            Self::LetterDay(AskedFor::Mail, _) => "letter-day",
            Self::LinkHour(_) => "link-hour",
            Self::Asker(_) => "asker",
            Self::Inviter(_) => "inviter",
            Self::Added { .. } => "added",
            Self::Again(_) => "again",
            Self::Pin(_) => "pin",
            Self::Sender { .. } => "sender",
        }
    }

    /// What is counted, in one spelling: letter case and spaces around make no other account; a source in IPv6 is the
    /// network of 64 bits that one customer has.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Account(text) | Self::Letter(_, text) | Self::LetterDay(_, text) | Self::LinkHour(text) => {
                text.trim().to_lowercase()
            }
            Self::Browser(id)
            | Self::Code(id)
            | Self::Again(id)
            | Self::Pin(id)
            | Self::Inviter(id)
            | Self::Sender { who: id, .. } => (*id).to_owned(),
            Self::Added { by, whom } => format!("{by} {whom}"),
            Self::Source(address) | Self::Asker(address) => match address.parse() {
                Ok(std::net::IpAddr::V6(v6)) if v6.to_ipv4_mapped().is_none() => {
                    let network = v6.segments();
                    format!("{:x}:{:x}:{:x}:{:x}::/64", network[0], network[1], network[2], network[3])
                }
                Ok(std::net::IpAddr::V6(v6)) => v6.to_canonical().to_string(),
                _ => (*address).to_owned(),
            },
        }
    }

    /// How long a window is.
    #[must_use]
    pub const fn span(&self) -> SignedDuration {
        match self {
            Self::LetterDay(..) | Self::Inviter(_) | Self::Added { .. } | Self::Sender { .. } => DAY,
            Self::LinkHour(_) => HOUR,
            _ => QUARTER,
        }
    }

    /// The window of an instant: its number since 1970.
    #[must_use]
    pub fn window(&self, now: Timestamp) -> i64 {
        now.as_second().div_euclid(self.span().as_secs())
    }

    /// When the window of an instant ends, and tries are counted anew.
    #[must_use]
    pub fn ends(&self, now: Timestamp) -> Timestamp {
        let end = (self.window(now) + 1) * self.span().as_secs();
        Timestamp::from_second(end).unwrap_or(Timestamp::MAX)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::ticket::{Mailed, Purpose};

    /// X13: no other spelling has tries of its own.
    #[test]
    fn an_account_is_counted_in_one_spelling() {
        for spelling in ["anna@acme.example", " Anna@ACME.example ", "ANNA@ACME.EXAMPLE\t"] {
            assert_eq!(By::Account(spelling).name(), "anna@acme.example");
        }
    }

    #[test]
    fn a_source_is_an_address_or_a_customers_network() {
        assert_eq!(By::Source("203.0.113.7").name(), "203.0.113.7");
        assert_eq!(By::Source("::ffff:203.0.113.7").name(), "203.0.113.7");
        let one = By::Source("2001:db8:1:2:3:4:5:6").name();
        assert_eq!(one, By::Source("2001:db8:1:2:ffff::1").name());
        assert_ne!(one, By::Source("2001:db8:1:3::1").name());
    }

    /// X14: who adds, and whom, are counted together, and letter case tells identifiers apart.
    #[test]
    fn x14_adding_a_colleague_is_counted_by_both() {
        let added = |by, whom| By::Added { by, whom }.name();
        assert_ne!(added("anna", "bram"), added("bram", "anna"));
        assert_ne!(added("anna", "bram"), added("anna", "carl"));
        assert_ne!(added("anna", "bram"), added("Anna", "bram"));
        let now: Timestamp = "2026-11-22T10:07:12Z".parse().unwrap();
        let by = By::Added { by: "anna", whom: "bram" };
        assert_eq!((by.limit(), by.ends(now)), (50, "2026-11-23T00:00:00Z".parse().unwrap()));
    }

    #[test]
    fn a_window_ends_within_a_quarter_of_an_hour() {
        let now: Timestamp = "2026-11-22T10:07:12Z".parse().unwrap();
        let by = By::Account("anna");
        assert_eq!(by.ends(now), "2026-11-22T10:15:00Z".parse().unwrap());
        assert_eq!(by.ends(by.ends(now)), "2026-11-22T10:30:00Z".parse().unwrap());
        assert_eq!(by.window(now), by.window(by.ends(now)) - 1);
    }

    /// X13: however a span as long as a window lies, it touches two of them at most.
    #[test]
    fn a_span_as_long_as_a_window_has_twice_the_limit_at_most() {
        let start: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let by = By::Pin("anna");
        let last = by.span() - SignedDuration::from_secs(1);
        for second in 0..by.span().as_secs() {
            let from = start + SignedDuration::from_secs(second);
            assert!(by.window(from + last) - by.window(from) <= 1, "{from}");
        }
    }

    /// X14: a mailbox has a bound for the day beside that for the quarter of an hour, in one spelling.
    #[test]
    fn a_mail_is_counted_twice() {
        let now: Timestamp = "2026-11-22T10:07:12Z".parse().unwrap();
        let [quarter, day] = By::letters(AskedFor::Mail, " Anna@ACME.example ");
        assert_eq!(quarter.name(), "anna@acme.example");
        assert_eq!((quarter.limit(), day.limit()), (3, 10));
        assert_eq!(quarter.name(), day.name());
        assert_ne!(quarter.kind(), day.kind());
        assert_eq!(quarter.ends(now), "2026-11-22T10:15:00Z".parse().unwrap());
        assert_eq!(day.ends(now), "2026-11-23T00:00:00Z".parse().unwrap());
    }

    /// X13: what is asked for at an address is counted apart. Of links there is one an hour once the day has none left, and one
    /// that was mailed is good until there is the next.
    #[test]
    fn x13_no_mail_that_was_asked_for_is_counted_as_a_link() {
        let kinds = [AskedFor::Link, AskedFor::Login, AskedFor::Mail];
        let kinds = kinds.into_iter().flat_map(|what| By::letters(what, "anna@acme.example"));
        let kinds: BTreeSet<&str> = kinds.map(|by| by.kind()).collect();
        assert_eq!(kinds.len(), 6);
        let by = By::LinkHour(" Anna@ACME.example ");
        assert!(!kinds.contains(by.kind()));
        assert_eq!((by.name().as_str(), by.limit()), ("anna@acme.example", 1));
        let to = Mailed { user: "anna".parse().unwrap(), address: String::new(), password_generation: 0 };
        assert!(by.span() <= Purpose::Password { to }.life());
    }
}
