//! The functions nobody calls: they follow the stream, a queue or a schedule.

use crate::need::{Access, Entity, Index, Need, ObjectAccess, Queue};

/// What sets a worker going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// New events in the table's stream.
    Stream,
    /// Messages of a queue.
    Queue(Queue),
    /// Messages of a queue that a schedule fills every so many minutes.
    Schedule {
        /// The queue the tick goes through.
        queue: Queue,
        /// Minutes between two ticks.
        minutes: u8,
    },
}

/// A function without a route.
#[derive(Clone, Copy, Debug)]
pub struct Worker {
    /// Name of the binary and of the function.
    pub name: &'static str,
    /// What sets it going.
    pub trigger: Trigger,
    /// How many records or messages it is given at once, at most.
    pub at_once: u8,
    /// How many seconds it may take.
    pub seconds: u16,
    /// What it may touch.
    pub needs: &'static [Need],
    /// What it does, in one sentence.
    pub summary: &'static str,
}

/// How many messages most workers are given at once.
const TEN: u8 = 10;
/// How many seconds most workers may take.
const MINUTE: u16 = 60;

/// What it takes to take somebody out of requests for access.
const ACCESS_REQUESTS: &[Access] =
    &[Access::BatchGet, Access::Get, Access::Query, Access::Put, Access::Delete];

/// Every worker.
pub const WORKERS: &[Worker] = &[
    Worker {
        name: "workers-relay",
        trigger: Trigger::Stream,
        at_once: 100,
        seconds: MINUTE,
        needs: &[
            Need::Send(Queue::Notify),
            Need::Send(Queue::Letters),
            Need::Send(Queue::Erase),
            Need::Send(Queue::Inspect),
            Need::Send(Queue::Archive),
            Need::Send(Queue::Search),
        ],
        summary: "Hands each stored case event, changed case, letter, erasure, file and archive to the queues, once it is stored.",
    },
    Worker {
        name: "workers-notify",
        trigger: Trigger::Queue(Queue::Notify),
        at_once: TEN,
        seconds: MINUTE,
        needs: &[
            Need::Items(
                Entity::Case,
                &[Access::Get, Access::Query, Access::Put, Access::Update, Access::Check],
            ),
            Need::Items(Entity::User, &[Access::BatchGet]),
            Need::Items(Entity::Relation, &[Access::Get]),
            Need::Items(Entity::Held, &[Access::Put]),
            Need::CursorKey,
            Need::Mail,
        ],
        summary: "Mails everybody an event concerns and records each delivery.",
    },
    Worker {
        name: "workers-letters",
        trigger: Trigger::Queue(Queue::Letters),
        at_once: TEN,
        seconds: MINUTE,
        needs: &[
            Need::Items(Entity::AccessRequest, &[Access::Get]),
            Need::Items(Entity::Letter, &[Access::Get, Access::Update]),
            Need::Items(Entity::Login, &[Access::Get]),
            Need::Items(Entity::User, &[Access::Get]),
            Need::Items(Entity::Company, &[Access::Query]),
            Need::Items(Entity::Ticket, &[Access::Put, Access::Update]),
            Need::Mail,
        ],
        summary: "Decides what the mails about accounts say, and sends them.",
    },
    Worker {
        // A person at a time, and long enough for many cases: what is left then it hands on to another delivery.
        name: "workers-erase",
        trigger: Trigger::Queue(Queue::Erase),
        at_once: 1,
        seconds: 300,
        needs: &[
            Need::Query(Index::Company),
            Need::Query(Index::Contact),
            Need::Query(Index::Outside),
            Need::CursorKey,
            Need::Items(Entity::Relation, &[Access::Query]),
            Need::Items(Entity::Acted, &[Access::Query, Access::Delete]),
            Need::Items(Entity::AccessRequest, ACCESS_REQUESTS),
            Need::Items(
                Entity::Case,
                &[Access::Get, Access::Query, Access::Put, Access::Update, Access::Delete],
            ),
            Need::Items(Entity::Upload, &[Access::BatchGet, Access::Update, Access::Delete]),
            Need::Items(Entity::User, &[Access::Get, Access::Delete]),
            Need::Items(Entity::Login, &[Access::Delete]),
            Need::Items(Entity::Pin, &[Access::Delete]),
            Need::Items(Entity::Session, &[Access::Query, Access::Delete]),
            Need::Items(Entity::Token, &[Access::Query, Access::Delete]),
            Need::Items(Entity::Draft, &[Access::Query, Access::Delete]),
            Need::Items(Entity::Audit, &[Access::Query, Access::Delete]),
            Need::Items(Entity::Erasure, &[Access::Get, Access::Put]),
            Need::Send(Queue::Erase),
        ],
        summary: "Takes who asked for it out of the cases of their company, of those they acted for and of those they follow from outside, and deletes their account.",
    },
    Worker {
        // A file at a time: it may have to wait for a scanner.
        name: "workers-inspect",
        trigger: Trigger::Queue(Queue::Inspect),
        at_once: 1,
        seconds: MINUTE,
        needs: &[
            Need::Items(
                Entity::Case,
                &[Access::BatchGet, Access::Get, Access::Query, Access::Put, Access::Update],
            ),
            Need::Items(Entity::Counter, &[Access::Get]),
            Need::Items(Entity::Upload, &[Access::Get]),
            Need::Objects(ObjectAccess::Get),
            Need::Objects(ObjectAccess::Tags),
            Need::Objects(ObjectAccess::Delete),
            Need::Send(Queue::Inspect),
        ],
        summary: "Looks at each file of a case before anybody gets it, and deletes the files that no case has claimed.",
    },
    Worker {
        // One at a time, and long enough to read and write a gibibyte.
        name: "workers-archive",
        trigger: Trigger::Queue(Queue::Archive),
        at_once: 1,
        seconds: 300,
        needs: &[
            Need::Items(Entity::Archive, &[Access::Get, Access::Update]),
            Need::Objects(ObjectAccess::Get),
            Need::Archives(ObjectAccess::Parts),
            Need::Archives(ObjectAccess::Put),
        ],
        summary: "Puts the files of a case into an archive.",
    },
    Worker {
        // Long enough for ten messages of a hundred cases each, and no longer: what fails comes again after six times that,
        // and keeps those behind it waiting.
        name: "search-index",
        trigger: Trigger::Queue(Queue::Search),
        at_once: TEN,
        seconds: 120,
        needs: &[
            Need::Items(Entity::Case, &[Access::Query, Access::BatchGet]),
            Need::Items(Entity::Counter, &[Access::Get]),
            Need::Indexes(ObjectAccess::Get),
            Need::Indexes(ObjectAccess::Put),
            Need::Send(Queue::Search),
        ],
        summary: "Brings the indexes that cases are found by to what the cases are now.",
    },
    Worker {
        name: "workers-auto-close",
        trigger: Trigger::Schedule { queue: Queue::AutoClose, minutes: 1 },
        at_once: TEN,
        seconds: MINUTE,
        needs: &[Need::Query(Index::Closing), Need::Items(Entity::Case, &[Access::Get, Access::Put])],
        summary: "Closes the cases whose solution had no answer until its stored instant.",
    },
    Worker {
        name: "workers-reminders",
        trigger: Trigger::Schedule { queue: Queue::Reminders, minutes: 1 },
        at_once: TEN,
        seconds: MINUTE,
        needs: &[Need::Query(Index::Reminder), Need::Items(Entity::Case, &[Access::Get, Access::Put])],
        summary: "Reminds of the solutions that still wait for an answer.",
    },
    Worker {
        name: "workers-digests",
        trigger: Trigger::Schedule { queue: Queue::Digests, minutes: 5 },
        at_once: 1,
        seconds: 300,
        needs: &[
            Need::Items(Entity::Held, &[Access::Query, Access::Update, Access::Delete]),
            Need::Items(Entity::Case, &[Access::Get, Access::Update]),
            Need::Items(Entity::User, &[Access::BatchGet]),
            Need::Items(Entity::Relation, &[Access::Get]),
            Need::Mail,
        ],
        summary: "Sends the mails that were held for a digest or for the end of somebody's quiet hours.",
    },
];
