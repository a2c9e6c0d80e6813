//! Identifiers, one type each, so that a contact's can never be taken for a company's.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Why a string is no identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an identifier is 1 to 40 ASCII letters, digits or hyphens")]
pub struct NotAnId;

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The identifier as text, fit for keys and addresses.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotAnId;

            fn try_from(text: String) -> Result<Self, NotAnId> {
                let fits = (1..=40).contains(&text.len());
                let clean = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
                if fits && clean { Ok(Self(text)) } else { Err(NotAnId) }
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

id! {
    /// An archive of a case's files.
    ArchiveId,
    /// A piece of hardware or a licence of a company.
    AssetId,
    /// A request for access.
    AccessRequestId,
    /// A change of somebody's address.
    ChangeId,
    /// A company: a customer of the vendor.
    CompanyId,
    /// A contract of a company.
    ContractId,
    /// A form that cases are opened with.
    FormId,
    /// A product the vendor supports.
    ProductId,
    /// A letter: a mail about an account.
    LetterId,
    /// A signed-in session.
    SessionId,
    /// What a mailed link is good for.
    TicketId,
    /// A personal access token of somebody's.
    TokenId,
    /// A file on its way to a case, or arrived there.
    UploadId,
    /// A person: contact of a customer or engineer of the vendor.
    UserId,
}

/// What the identifiers of people outside the portal begin with.
const OUTSIDE: &str = "outside-";

impl UserId {
    /// Of somebody outside the portal, asked by the event of this number to follow a case: it means them in that case only.
    #[must_use]
    pub fn outside(seq: u32) -> Self {
        Self(format!("{OUTSIDE}{seq}"))
    }

    /// Whether it may be of somebody outside, however it is written: nobody in the portal is given it.
    pub(crate) fn is_outside(&self) -> bool {
        self.0.get(..OUTSIDE.len()).is_some_and(|start| start.eq_ignore_ascii_case(OUTSIDE))
    }
}

/// A case's number: what people read to each other on the phone, and the case's only identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseNumber(pub u64);

impl FromStr for CaseNumber {
    type Err = NotAnId;

    /// Only the canonical form is a number: no sign, no leading zero, no space.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let number = text.parse::<u64>().map_err(|_| NotAnId)?;
        if number > 0 && number.to_string() == text { Ok(Self(number)) } else { Err(NotAnId) }
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
