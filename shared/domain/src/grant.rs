//! By what an access token was given: a session, or a personal access token for programs.

use serde::{Deserialize, Serialize};

use crate::actor::{Actor, Level};
use crate::bearer::{BearerSecret, SecretDigest};
use crate::id::{TokenId, UserId};
use crate::text::Line;

/// By what an access token was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grant {
    /// Somebody signed in.
    #[default]
    Session,
    /// A program has a personal access token of this reach.
    Token(Reach),
}

/// What a personal access token is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// Reading what its owner may read.
    Read,
    /// Everything its owner may do, but for what concerns their own sign-in.
    Write,
}

impl Reach {
    /// All of them, the lesser first.
    pub const ALL: [Self; 2] = [Self::Read, Self::Write];

    /// A stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    /// The reach of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.code() == code)
    }

    /// The actor as far as this reach goes.
    #[must_use]
    pub fn cap(self, actor: Actor) -> Actor {
        match (self, actor) {
            (Self::Write, actor) => actor,
            (Self::Read, Actor::Contact(mut contact)) => {
                contact.level = contact.level.min(Level::ReadOnly);
                Actor::Contact(contact)
            }
            (Self::Read, Actor::Engineer(engineer)) => Actor::engineer(engineer.person),
        }
    }
}

/// What somebody calls a token, to know it again.
pub type TokenName = Line<60>;

/// For how many days a token can be made.
pub const DAYS: [u16; 4] = [7, 30, 90, 365];

/// What a personal access token begins with, by which those who look for secrets in the wrong places know it.
const MARK: &str = "cpat_";

/// A personal access token: whose, which, and the secret that is kept as a digest only.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonalToken {
    /// Whose it is.
    pub user: UserId,
    /// Which of theirs.
    pub id: TokenId,
    secret: BearerSecret,
}

impl PersonalToken {
    /// The token with this random secret.
    #[must_use]
    pub const fn new(user: UserId, id: TokenId, secret: String) -> Self {
        Self { user, id, secret: BearerSecret::new(secret) }
    }

    /// The token in this text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().strip_prefix(MARK)?.splitn(3, '.');
        let (user, id) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self::new(user, id, parts.next()?.to_owned()))
    }

    /// The token as text, to be shown once.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{MARK}{}.{}.{}", self.user, self.id, self.secret.text())
    }

    /// What is kept of it.
    #[must_use]
    pub fn digest(&self) -> SecretDigest {
        self.secret.digest()
    }
}

impl std::fmt::Debug for PersonalToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PersonalToken({}, {})", self.user, self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::{Contact, Engineer, Person, Scope};

    #[test]
    fn a_token_is_read_back() {
        let token = PersonalToken::new("anna".parse().unwrap(), "t1".parse().unwrap(), "s.e-c_ret".into());
        assert_eq!(PersonalToken::parse(&token.text()).unwrap(), token);
        for none in ["", "cpat_", "cpat_anna", "cpat_anna.t1", "anna.t1.secret", "cpat_an na.t1.secret"] {
            assert_eq!(PersonalToken::parse(none), None, "{none}");
        }
    }

    #[test]
    fn a_token_that_reads_changes_nothing() {
        let person = Person { id: "anna".parse().unwrap(), name: "Anna".into() };
        let contact = |level| {
            let company = "acme".parse().unwrap();
            Actor::Contact(Contact { person: person.clone(), company, level, scope: Scope::Own })
        };
        assert_eq!(Reach::Read.cap(contact(Level::ReadWrite)), contact(Level::ReadOnly));
        assert_eq!(Reach::Read.cap(contact(Level::Basic)), contact(Level::Basic));
        assert_eq!(Reach::Write.cap(contact(Level::ReadWrite)), contact(Level::ReadWrite));
        let admin = Actor::Engineer(Engineer { person: person.clone(), is_admin: true });
        assert_eq!(Reach::Read.cap(admin), Actor::engineer(person));
    }
}
