//! What can be wrong with a field, said once for pages and for JSON.

use serde::Serialize;

use crate::form::{Label, Texts};
use crate::records::Kind;

/// What is wrong with a value. Its sentence is the message `flaw-<code>` of the language files.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Nothing was given.
    #[error("is required")]
    Required,
    /// More characters than there is room for.
    #[error("is longer than {max} characters")]
    TooLong {
        /// How many there may be.
        max: usize,
    },
    /// Fewer characters than it takes.
    #[error("is shorter than {min} characters")]
    TooShort {
        /// How many there must be.
        min: usize,
    },
    /// More entries than there may be.
    #[error("has more than {max} entries")]
    TooMany {
        /// How many there may be.
        max: usize,
    },
    /// A sheet of more lines than are read at once.
    #[error("has {lines} lines, which is more than {max}")]
    TooManyLines {
        /// How many it has, the heading and empty ones left out.
        lines: usize,
        /// How many there may be.
        max: usize,
    },
    /// Characters that cannot be shown.
    #[error("has control characters")]
    ControlCharacters,
    /// None of the choices offered.
    #[error("is none of the choices")]
    NoSuchChoice,
    /// Not a mail address.
    #[error("is no e-mail address")]
    NotAnAddress,
    /// Not a user name.
    #[error("is no user name")]
    NotAUserName,
    /// What the picture shows, or the answer to the question beside it, was something else.
    #[error("is not what the picture shows")]
    NotThePicture,
    /// Not the name of a time zone.
    #[error("is no time zone")]
    NotAZone,
    /// Rules that were not accepted.
    #[error("were not accepted")]
    NotAccepted,
    /// No colleague who could follow the case.
    #[error("is nobody of the company with access to the portal")]
    NoSuchColleague,
    /// The same of a case that is yet to be opened: once it is, somebody outside can be asked to follow it.
    #[error("is nobody of the company with access to the portal, and can be asked once the case is open")]
    OutsideLater,
    /// No engineer who works here.
    #[error("is no engineer who works here")]
    NoSuchEngineer,
    /// A colleague whom the same person added to many cases today.
    #[error("was added to too many cases today")]
    AddedTooOften,
    /// An address outside, when too many were asked, or that one too often.
    #[error("was asked too often, or too many were")]
    AskedTooOften,
    /// Not a date of the form 2026-11-22.
    #[error("is no date")]
    NotADate,
    /// A date before today.
    #[error("is in the past")]
    Past,
    /// Not the digits of a PIN.
    #[error("is no PIN")]
    NotAPin,
    /// Neither the identifier nor the address of a contact.
    #[error("is no contact's")]
    NoSuchContact,
    /// Not the number of a case that they may see.
    #[error("is no case's")]
    NoSuchCase,
    /// A file that has not arrived whole, or is somebody else's.
    #[error("has not arrived")]
    NotArrived,
    /// A file size of zero or above the limit.
    #[error("is larger than {max} bytes or empty")]
    BadSize {
        /// How many bytes a file may have.
        max: u64,
    },
    /// A password that would soon be guessed.
    #[error("is easy to guess")]
    TooCommon,
    /// Not the same as what it repeats.
    #[error("is not the same")]
    NotTheSame,
    /// The same as before.
    #[error("is the same as before")]
    Unchanged,
    /// Not the password one has.
    #[error("is not the password")]
    WrongPassword,
    /// Not a code that is good now.
    #[error("is no code that is good now")]
    WrongCode,
    /// Not an identifier.
    #[error("is no identifier")]
    NotAnId,
    /// Not a whole number from 1 up.
    #[error("is no whole number from 1 to {max}")]
    NotANumber {
        /// The largest there may be.
        max: u32,
    },
    /// A column that the heading of a sheet names again.
    #[error("is a column that is there twice")]
    NamedTwice,
    /// A sheet that cannot be read, or a line of it.
    #[error("is no sheet")]
    NotASheet,
    /// A last day before the first.
    #[error("lies before the first day")]
    EndsBeforeStart,
    /// No record that there is.
    #[error("names no record that there is")]
    NoSuchRecord,
    /// What another record has, and no two may have.
    #[error("is another's")]
    Taken,
    /// A prime contact, who cannot leave before there is another.
    #[error("is the company's prime contact")]
    IsPrimeContact,
    /// An identifier that is not typed again, of what cannot be undone.
    #[error("does not confirm it")]
    NotConfirmed,
    /// A contact who has a password already.
    #[error("has registered already")]
    HasRegistered,
    /// A contact who has no password yet.
    #[error("has not registered yet")]
    NotRegistered,
    /// A contact who signs in without a second factor.
    #[error("has no second factor")]
    NoSecondFactor,
    /// A contact who is with their company no more.
    #[error("has left the company")]
    HasLeft,
    /// A product that is for what a company holds, and cannot be removed before.
    #[error("names a product that {id} of {company} is for")]
    InUse {
        /// The kind of what is held.
        kind: Kind,
        /// Its identifier.
        id: String,
        /// Whose it is.
        company: String,
    },
    /// A product that a form is for.
    #[error("names a product that the form {form} is for")]
    InForm {
        /// The form.
        form: String,
    },
    /// A company that is to serve another and is known as an End-User.
    #[error("would be served by an End-User")]
    NotSoldTo,
    /// A company that is to be served and is known as a Sold-To.
    #[error("would have a Sold-To served")]
    NotEndUser,
    /// An End-User that serves others.
    #[error("does not fit a company that serves others")]
    ServesOthers,
    /// A Sold-To that others serve.
    #[error("does not fit a company that others serve")]
    IsServed,
    /// What cannot be another than it was.
    #[error("cannot be changed")]
    Fixed,
    /// Not a whole number between these.
    #[error("is no whole number from {min} to {max}")]
    NotWithin {
        /// The least there may be.
        min: i64,
        /// The most there may be.
        max: i64,
    },
    /// Not a telephone number.
    #[error("is no telephone number")]
    NotAPhone,
    /// Not the address of a machine.
    #[error("is no IP address")]
    NotAnIpAddress,
    /// Not a date and time.
    #[error("is no date and time")]
    NotAMoment,
    /// Not what a question or a choice can be called.
    #[error("is no key")]
    NotAKey,
    /// Not a choice or a check box that is asked before.
    #[error("is no choice or check box asked before")]
    NotBefore,
    /// Cases that another form is for already.
    #[error("are what the form {form} is for")]
    Rival {
        /// The other form.
        form: String,
    },
    /// The questions of another form than the one that applies.
    #[error("is not the form that applies")]
    OtherForm,
    /// Another company than the one they act for now.
    #[error("is not {company}, which they act for")]
    OtherCompany {
        /// The name of the one they act for.
        company: String,
    },
    /// What is wrong with a field that has a name of its own.
    #[error("{flaw}")]
    Of {
        /// The field's name.
        label: Box<Texts<Label>>,
        /// What is wrong.
        flaw: Box<Flaw>,
    },
    /// A field that does not exist.
    #[error("is no field")]
    NoSuchField {
        /// The names of those that do.
        accepted: Vec<String>,
    },
    /// A value of another type than asked for.
    #[error("is not of the type asked for")]
    WrongType,
}

impl Flaw {
    /// A stable code for API clients and language files.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Of { flaw, .. } => flaw.code(),
            Self::NotWithin { .. } => "not-within",
            Self::NotAPhone => "not-a-phone",
            Self::NotAnIpAddress => "not-an-ip-address",
            Self::NotAMoment => "not-a-moment",
            Self::NotAKey => "not-a-key",
            Self::NotBefore => "not-before",
            Self::Rival { .. } => "rival",
            Self::OtherForm => "other-form",
            Self::OtherCompany { .. } => "other-company",
            Self::Required => "required",
            Self::TooLong { .. } => "too-long",
            Self::TooShort { .. } => "too-short",
            Self::TooMany { .. } => "too-many",
            Self::TooManyLines { .. } => "too-many-lines",
            Self::ControlCharacters => "control-characters",
            Self::NoSuchChoice => "no-such-choice",
            Self::NotAnAddress => "not-an-address",
            Self::NotAUserName => "not-a-user-name",
            Self::NotThePicture => "not-the-picture",
            Self::NotAZone => "not-a-zone",
            Self::NotAccepted => "not-accepted",
            Self::NoSuchColleague => "no-such-colleague",
            Self::OutsideLater => "outside-later",
            Self::NoSuchEngineer => "no-such-engineer",
            Self::AddedTooOften => "added-too-often",
            Self::AskedTooOften => "asked-too-often",
            Self::NotADate => "not-a-date",
            Self::Past => "past",
            Self::NotAPin => "not-a-pin",
            Self::NoSuchContact => "no-such-contact",
            Self::NoSuchCase => "no-such-case",
            Self::NotArrived => "not-arrived",
            Self::BadSize { .. } => "bad-size",
            Self::TooCommon => "too-common",
            Self::NotTheSame => "not-the-same",
            Self::Unchanged => "unchanged",
            Self::WrongPassword => "wrong-password",
            Self::WrongCode => "wrong-code",
            Self::NotAnId => "not-an-id",
            Self::NotANumber { .. } => "not-a-number",
            Self::NamedTwice => "named-twice",
            Self::NotASheet => "not-a-sheet",
            Self::EndsBeforeStart => "ends-before-start",
            Self::NoSuchRecord => "no-such-record",
            Self::Taken => "taken",
            Self::IsPrimeContact => "is-prime-contact",
            Self::NotConfirmed => "not-confirmed",
            Self::HasRegistered => "has-registered",
            Self::NotRegistered => "not-registered",
            Self::NoSecondFactor => "no-second-factor",
            Self::HasLeft => "has-left",
            Self::InUse { .. } => "in-use",
            Self::InForm { .. } => "in-form",
            Self::NotSoldTo => "not-sold-to",
            Self::NotEndUser => "not-end-user",
            Self::ServesOthers => "serves-others",
            Self::IsServed => "is-served",
            Self::Fixed => "fixed",
            Self::NoSuchField { .. } => "no-such-field",
            Self::WrongType => "wrong-type",
        }
    }

    /// What is wrong, whatever the field is called.
    #[must_use]
    pub const fn of(&self) -> &Self {
        match self {
            Self::Of { flaw, .. } => flaw.of(),
            flaw => flaw,
        }
    }

    /// The name of its own that the field has, if it has one.
    #[must_use]
    pub const fn label(&self) -> Option<&Texts<Label>> {
        match self {
            Self::Of { label, .. } => Some(label),
            _ => None,
        }
    }

    /// The fields there are, where one was named that is not.
    #[must_use]
    pub fn accepted(&self) -> &[String] {
        match self.of() {
            Self::NoSuchField { accepted } => accepted,
            _ => &[],
        }
    }

    /// The number its sentence speaks of, if any.
    #[must_use]
    pub const fn limit(&self) -> Option<u64> {
        match self.of() {
            Self::TooLong { max }
            | Self::TooMany { max }
            | Self::TooManyLines { max, .. }
            | Self::TooShort { min: max } => Some(*max as u64),
            Self::BadSize { max } => Some(*max),
            Self::NotANumber { max } => Some(*max as u64),
            _ => None,
        }
    }
}

/// The flaws of one submission, each beside the field it belongs to. Collected so that all are told at once, or as many as
/// anybody reads: half a megabyte of fields that are none would make an answer of many (attack class X22).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flaws(Vec<(String, Flaw)>);

impl Flaws {
    /// How many are told.
    pub const MOST: usize = 100;

    /// Notes a flaw of a field, named as in the form and in JSON (`attachments/0` for an entry of a list).
    pub fn add(&mut self, field: impl Into<String>, flaw: Flaw) {
        if self.0.len() < Self::MOST {
            self.0.push((field.into(), flaw));
        }
    }

    /// The value, or its flaw noted and nothing.
    pub fn take<T>(&mut self, field: &str, value: Result<T, Flaw>) -> Option<T> {
        value.map_err(|flaw| self.add(field, flaw)).ok()
    }

    /// The value parsed; an empty one is nothing and no flaw.
    pub fn optional<T: TryFrom<String, Error = Flaw>>(&mut self, field: &str, value: &str) -> Option<T> {
        if value.trim().is_empty() { None } else { self.take(field, T::try_from(value.to_owned())) }
    }

    /// The value parsed; an empty one is a flaw.
    pub fn required<T: TryFrom<String, Error = Flaw>>(&mut self, field: &str, value: &str) -> Option<T> {
        self.take(field, T::try_from(value.to_owned()))
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each field and its flaw, in the order found.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Flaw)> {
        self.0.iter().map(|(field, flaw)| (field.as_str(), flaw))
    }

    /// The first flaw of this field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&Flaw> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, flaw)| flaw)
    }
}

/// Everything a page needs to know of one flaw as an API client gets it.
#[derive(Clone, Debug, Serialize)]
pub struct FieldError {
    /// JSON pointer of the field.
    pub pointer: String,
    /// [`Flaw::code`].
    pub code: &'static str,
    /// A sentence in the caller's language.
    pub detail: String,
    /// [`Flaw::accepted`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn x22_as_many_flaws_are_told_as_anybody_reads() {
        let mut flaws = Flaws::default();
        for number in 0..10_000 {
            flaws.add(format!("x{number}"), Flaw::Required);
        }
        assert_eq!(flaws.take("title", Err::<u8, Flaw>(Flaw::Required)), None, "it is wrong all the same");
        let told: Vec<&str> = flaws.iter().map(|(field, _)| field).collect();
        assert_eq!((told.len(), told[0], told[99]), (Flaws::MOST, "x0", "x99"));
    }
}
