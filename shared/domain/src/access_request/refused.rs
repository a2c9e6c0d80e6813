//! Why something cannot be done with a request.

/// Why a command cannot be carried out as the request stands. Its sentence is the message `access-refused-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It was decided or withdrawn.
    #[error("the request has ended")]
    Ended,
    /// It is their own, or they have confirmed it themselves.
    #[error("nobody decides their own request")]
    Own,
    /// It is another's.
    #[error("the request is another's")]
    NotYours,
    /// The prime contact was asked already.
    #[error("the prime contact was asked already")]
    PrimeAsked,
    /// The prime contact has not answered yet.
    #[error("the prime contact has not answered yet")]
    WaitsForPrime,
    /// The prime contact did not agree.
    #[error("the prime contact did not agree")]
    PrimeDenied,
    /// Something was asked that is not answered yet.
    #[error("a question waits for its answer")]
    WaitsForAnswer,
    /// Nothing was asked.
    #[error("nothing was asked")]
    NothingAsked,
    /// Whoever asks for a login can neither be asked in the portal nor has a prime contact that is known.
    #[error("who asks for a login has no account")]
    NoAccount,
    /// There is no prime contact, or it is who asks.
    #[error("nobody else could confirm it")]
    NoPrime,
    /// Another request of theirs is open.
    #[error("another request is open")]
    OneIsOpen,
    /// They have that level.
    #[error("they have that level")]
    SameLevel,
    /// What is asked for was changed by others meanwhile.
    #[error("somebody was quicker")]
    Overtaken,
    /// It has no room for more steps.
    #[error("there were too many steps")]
    TooLong,
}

impl Refused {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Ended,
        Self::Own,
        Self::NotYours,
        Self::PrimeAsked,
        Self::WaitsForPrime,
        Self::PrimeDenied,
        Self::WaitsForAnswer,
        Self::NothingAsked,
        Self::NoAccount,
        Self::NoPrime,
        Self::OneIsOpen,
        Self::SameLevel,
        Self::Overtaken,
        Self::TooLong,
    ];

    /// A stable code for API clients and language files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::Own => "own",
            Self::NotYours => "not-yours",
            Self::PrimeAsked => "prime-asked",
            Self::WaitsForPrime => "waits-for-prime",
            Self::PrimeDenied => "prime-denied",
            Self::WaitsForAnswer => "waits-for-answer",
            Self::NothingAsked => "nothing-asked",
            Self::NoAccount => "no-account",
            Self::NoPrime => "no-prime",
            Self::OneIsOpen => "one-is-open",
            Self::SameLevel => "same-level",
            Self::Overtaken => "overtaken",
            Self::TooLong => "too-long",
        }
    }
}
