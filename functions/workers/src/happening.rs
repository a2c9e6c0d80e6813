//! What the relay hands to the queues.

use caseport_domain::id::{ArchiveId, CaseNumber, LetterId, UserId};
use serde::{Deserialize, Serialize};

/// That an event is stored: its address and nothing of its content, so that no queue holds what people wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Happening {
    /// The case.
    pub number: CaseNumber,
    /// The event's place in its history.
    pub seq: u32,
}

/// That a letter waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Posted {
    /// Which.
    pub letter: LetterId,
}

/// That a person is to be erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// Who.
    pub user: UserId,
}

/// That an archive is to be put together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// Which.
    pub archive: ArchiveId,
}
