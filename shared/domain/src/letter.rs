//! Mails about accounts, asked for now and decided on by the worker that sends them.
//!
//! Whoever asks for a link or a Contact ID is answered at once and the same, whether they are known or not: all that is
//! done then is to store what they asked for. Who is told what is decided here, out of their sight (X9).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::email_change::Side;
use crate::id::{AccessRequestId, ChangeId, LetterId, UserId};
use crate::person::Language;
use crate::registration::Registration;

/// A mail to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Its identifier, also of the ticket it brings.
    pub id: LetterId,
    /// When it was asked for.
    pub at: Timestamp,
    /// The language it was asked for in: that of the mail, when nobody is known whose language it could be in.
    pub language: Language,
    /// What it is to bring.
    pub errand: Errand,
}

/// What a letter is to bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Errand {
    /// A link to choose a password with, forgotten or first, for whoever has this address (M6, M7, C5).
    Password {
        /// The address, as it was typed.
        address: String,
    },
    /// The Contact ID of whoever has this address (E21, E22).
    ContactId {
        /// The address, as it was typed.
        address: String,
    },
    /// A link to activate an account with (E16).
    Registration {
        /// The address, as it was typed.
        address: String,
        /// What was typed with it.
        registration: Registration,
    },
    /// A link to choose a first password with, for a contact whom the vendor has recorded.
    Invitation {
        /// The contact.
        user: UserId,
    },
    /// What an administrator wants to know of whoever asks for access (G3).
    AccessMore {
        /// The request.
        request: AccessRequestId,
    },
    /// A link to confirm a request for access with, for the company's prime contact (G4).
    AccessPrime {
        /// The request.
        request: AccessRequestId,
    },
    /// What was decided of a request for access.
    AccessDecided {
        /// The request.
        request: AccessRequestId,
    },
    /// A link to confirm a change of address with (M15).
    EmailChange {
        /// Whose address.
        user: UserId,
        /// Which change of it.
        change: ChangeId,
        /// Which of both mailboxes it is to reach.
        side: Side,
    },
    /// That an address was changed.
    EmailChanged {
        /// Whose address.
        user: UserId,
        /// Where this is to be told: at the old address, or at the new.
        address: String,
        /// The new address.
        to: String,
    },
    /// That an administrator took somebody's second factor off, who lost it.
    SecondFactorOff {
        /// Whose.
        user: UserId,
    },
}

/// What a letter says: its texts are the messages `letter-<code>-…` of the language files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Says {
    /// Here is a link to choose a password with.
    Password,
    /// Somebody asked for that link, and nobody here has this address.
    PasswordUnknown,
    /// This is your Contact ID.
    ContactId,
    /// Somebody asked for a Contact ID, and nobody here has this address (E23).
    ContactIdUnknown,
    /// Here is a link to activate your account with.
    Activation,
    /// Address and Contact ID do not go together, or are nobody's.
    RegistrationUnknown,
    /// There is an account already.
    RegistrationKnown,
    /// No contract runs that would let one in.
    RegistrationNoContract,
    /// Somebody else has that user name.
    RegistrationNameTaken,
    /// You have been given access: here is a link to choose a password with.
    Invitation,
    /// This is what we want to know before we decide your request.
    AccessMore,
    /// Somebody of your company asks for access: do you agree?
    AccessPrime,
    /// Your request was granted.
    AccessGranted,
    /// Your request was refused.
    AccessRefused,
    /// Your request for a login was granted.
    LoginGranted,
    /// Your request for a login was refused.
    LoginRefused,
    /// Your account is to have another address: here is a link to agree, or to refuse.
    EmailAgree,
    /// Somebody wants this address for their account: here is a link to say that it is theirs.
    EmailProve,
    /// Somebody wants this address for their account, and it is that of an account already.
    EmailTaken,
    /// The address of your account was changed.
    EmailChanged,
    /// Your account asks for no code any more.
    SecondFactorOff,
    /// Somebody wants you to be mailed about a case (C29).
    OutsideInvitation,
}

impl Says {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::Password,
        Self::PasswordUnknown,
        Self::ContactId,
        Self::ContactIdUnknown,
        Self::Activation,
        Self::RegistrationUnknown,
        Self::RegistrationKnown,
        Self::RegistrationNoContract,
        Self::RegistrationNameTaken,
        Self::Invitation,
        Self::AccessMore,
        Self::AccessPrime,
        Self::AccessGranted,
        Self::AccessRefused,
        Self::LoginGranted,
        Self::LoginRefused,
        Self::EmailAgree,
        Self::EmailProve,
        Self::EmailTaken,
        Self::EmailChanged,
        Self::SecondFactorOff,
        Self::OutsideInvitation,
    ];

    /// Its code in the language files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::PasswordUnknown => "password-unknown",
            Self::ContactId => "contact-id",
            Self::ContactIdUnknown => "contact-id-unknown",
            Self::Activation => "activation",
            Self::RegistrationUnknown => "registration-unknown",
            Self::RegistrationKnown => "registration-known",
            Self::RegistrationNoContract => "registration-no-contract",
            Self::RegistrationNameTaken => "registration-name-taken",
            Self::Invitation => "invitation",
            Self::AccessMore => "access-more",
            Self::AccessPrime => "access-prime",
            Self::AccessGranted => "access-granted",
            Self::AccessRefused => "access-refused",
            Self::LoginGranted => "login-granted",
            Self::LoginRefused => "login-refused",
            Self::EmailAgree => "email-agree",
            Self::EmailProve => "email-prove",
            Self::EmailTaken => "email-taken",
            Self::EmailChanged => "email-changed",
            Self::SecondFactorOff => "second-factor-off",
            Self::OutsideInvitation => "outside-invitation",
        }
    }
}
