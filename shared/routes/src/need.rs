//! What a function may touch, in the portal's own terms.

/// An item kind of the table. Its key prefix is `caseport_keys::prefix`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entity {
    /// A request for access.
    AccessRequest,
    /// That somebody acted for a company that theirs served.
    Acted,
    /// All files of a case in one, for a day.
    Archive,
    /// Who changed what in the records.
    Audit,
    /// A picture and a question that tell people from programs.
    Challenge,
    /// What a company has: hardware and licences.
    Asset,
    /// A case: its snapshot, its events and its mail records.
    Case,
    /// The counters that hand out numbers.
    Counter,
    /// A company with its contracts.
    Company,
    /// What somebody has begun to write and not sent yet.
    Draft,
    /// That a person is to be erased.
    Erasure,
    /// That somebody has, or had, an identifier.
    GivenId,
    /// A form that cases are opened with: as it is, and its versions.
    Form,
    /// A product the vendor supports.
    Product,
    /// Which company serves which.
    Relation,
    /// A mail that waits for the hour it is to be sent.
    Held,
    /// The answers given to idempotency keys.
    Idempotency,
    /// A mail about an account.
    Letter,
    /// What an e-mail address or a user name signs in to.
    Login,
    /// What a contact proves on the telephone who they are with.
    Pin,
    /// A signed-in session.
    Session,
    /// What administrators set for the whole portal.
    Setting,
    /// A count of tries to prove who one is.
    Throttle,
    /// What a mailed link is good for.
    Ticket,
    /// A personal access token.
    Token,
    /// A file on its way to a case.
    Upload,
    /// A person: contact or engineer.
    User,
}

/// What is done with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Access {
    /// `dynamodb:BatchGetItem`
    BatchGet,
    /// `dynamodb:ConditionCheckItem`
    Check,
    /// `dynamodb:DeleteItem`
    Delete,
    /// `dynamodb:GetItem`
    Get,
    /// `dynamodb:PutItem`
    Put,
    /// `dynamodb:Query`
    Query,
    /// `dynamodb:UpdateItem`
    Update,
}

/// A global secondary index. Its name is `caseport_keys::index_name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Index {
    /// The cases of a company, open ones first.
    Company,
    /// The cases of one contact, open ones first.
    Contact,
    /// The open cases of the desk.
    Desk,
    /// The open cases of one engineer.
    Engineer,
    /// Cases by the instant they close by themselves.
    Closing,
    /// Cases by the instant their reminder is due.
    Reminder,
    /// The vendor's records by kind: companies and contacts by name, the rest by company.
    Directory,
    /// Open requests for access by the instant they are due.
    Access,
    /// The addresses outside at which people follow cases, whosever these are.
    Outside,
}

/// What is done with an object of the bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ObjectAccess {
    /// Read it, or sign an address that reads it.
    Get,
    /// Write it, or sign an address that writes it, whole or in parts; begin and join these.
    Put,
    /// List which of its parts have arrived.
    Parts,
    /// Read what a scanner has marked it with.
    Tags,
    /// Delete it, as long as it is a file that somebody sent.
    Delete,
}

/// A queue. Each has a dead-letter queue and an alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Queue {
    /// Events that somebody may have to be told of.
    Notify,
    /// Mails about accounts, asked for.
    Letters,
    /// People to be erased.
    Erase,
    /// Files to be looked at, and files that no case has claimed.
    Inspect,
    /// Archives to be put together.
    Archive,
    /// Cases to be brought to what they are now in the indexes that they are found by.
    Search,
    /// Ticks that close what is due.
    AutoClose,
    /// Ticks that remind of what is due soon.
    Reminders,
    /// Ticks that send the mails that were held.
    Digests,
}

impl Queue {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Notify,
        Self::Letters,
        Self::Erase,
        Self::Inspect,
        Self::Archive,
        Self::Search,
        Self::AutoClose,
        Self::Reminders,
        Self::Digests,
    ];

    /// The queue's name within a deployment, in kebab case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Notify => "notify",
            Self::Letters => "letters",
            Self::Erase => "erase",
            Self::Inspect => "inspect",
            Self::Archive => "archive",
            Self::Search => "search",
            Self::AutoClose => "auto-close",
            Self::Reminders => "reminders",
            Self::Digests => "digests",
        }
    }

    /// Whether messages of a group come in their order, and none before those that came before it are done.
    #[must_use]
    pub const fn is_ordered(self) -> bool {
        matches!(self, Self::Search)
    }
}

/// One permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// These accesses to the items of this kind.
    Items(Entity, &'static [Access]),
    /// A query of an index.
    Query(Index),
    /// Access to attachments.
    Objects(ObjectAccess),
    /// Access to archives of cases' files.
    Archives(ObjectAccess),
    /// Access to the indexes that cases are found by.
    Indexes(ObjectAccess),
    /// Sending to a queue.
    Send(Queue),
    /// Sending mail from the deployment's sender address.
    Mail,
    /// Signing where lists and searches go on, and the links of mails, and reading them again. It is a setting, and takes no
    /// permission.
    CursorKey,
    /// Reading the private key that signs access tokens.
    SigningKey,
}
