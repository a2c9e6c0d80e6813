//! Personal access tokens.

use caseport_domain::grant::{DAYS, Reach};
use caseport_domain::id::TokenId;
use caseport_domain::input::Flaws;
use caseport_i18n::Tr;
use jiff::Timestamp;
use serde::Serialize;

/// One's personal access tokens, with a form that posts [`TokenValues`] and `password` to `/profile/tokens`.
#[derive(Clone, Debug, Serialize)]
pub struct Tokens {
    /// Those that are good, the newest first.
    pub tokens: Vec<TokenLine>,
    /// The one made just now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<MadeToken>,
    /// What a token can be good for.
    pub scopes: [Reach; 2],
    /// For how many days one can be made.
    pub days: [u16; 4],
    #[serde(skip)]
    pub(crate) values: TokenValues,
    #[serde(skip)]
    pub(crate) flaws: Flaws,
}

/// A token, which is not shown again.
#[derive(Clone, Debug, Serialize)]
pub struct TokenLine {
    /// Its identifier.
    pub id: TokenId,
    /// What its owner calls it.
    pub name: String,
    /// What it is good for.
    pub scope: Reach,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was last exchanged for an access token.
    pub last_used: Option<Timestamp>,
    /// When it ends.
    pub ends_at: Timestamp,
}

/// A token made just now.
#[derive(Clone, Debug, Serialize)]
pub struct MadeToken {
    /// Its identifier.
    pub id: TokenId,
    /// What its owner calls it.
    pub name: String,
    /// The token itself.
    pub token: String,
}

/// The fields of the form, but for the password: that is not sent back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenValues {
    /// What its owner calls it.
    pub name: String,
    /// The code of what it is good for.
    pub scope: String,
    /// For how many days it is good.
    pub days: u16,
}

/// A number of days to choose.
pub(crate) struct Choice {
    pub(crate) days: u16,
    pub(crate) is_chosen: bool,
    pub(crate) text: String,
}

impl Tokens {
    /// The page of these. The form offers the lesser scope and a month.
    #[must_use]
    pub fn new(tokens: Vec<TokenLine>) -> Self {
        let values = TokenValues { scope: Reach::Read.code().to_owned(), days: DAYS[1], name: String::new() };
        let (scopes, days) = (Reach::ALL, DAYS);
        Self { tokens, made: None, scopes, days, values, flaws: Flaws::default() }
    }

    pub(crate) fn choices(&self, tr: Tr) -> [Choice; 4] {
        self.days.map(|days| Choice {
            days,
            is_chosen: days == self.values.days,
            text: tr.t_with("token-days", &[("n", days.into())]),
        })
    }

    /// The page that shows the token made just now.
    #[must_use]
    pub fn made(self, made: MadeToken) -> Self {
        Self { made: Some(made), ..self }
    }

    /// The page again, with the form as it was typed and what is wrong with it.
    #[must_use]
    pub fn again(self, values: TokenValues, flaws: Flaws) -> Self {
        Self { values, flaws, ..self }
    }
}

crate::page!(Tokens, "profile/tokens.html");
