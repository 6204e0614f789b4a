//! What happened: one event for each act of a person, never changed afterwards.
//! The serialised form is kept for ever: fields may be added with a default, none may change its meaning.

use crate::case::Case;
use crate::ids::{CaseId, EventId, MeetingId};
use crate::meeting::MeetingEvent;
use crate::member::Actor;
use crate::stamp::Stamp;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

mod access;
mod store;
mod stream;
mod unusual;

pub use crate::case::event::CaseEvent;
pub use access::AccessEvent;
pub use store::StoreEvent;
pub use stream::Stream;
pub use unusual::{Unusual, Watch};

/// Version of the event types below. Older events are lifted to it when they are read.
pub const SCHEMA_VERSION: u32 = 1;

/// What an event is about, with what happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "stream", content = "event")]
pub enum EventBody {
    /// A case.
    Case {
        /// Which.
        case: CaseId,
        /// What.
        what: CaseEvent,
    },
    /// A meeting over several cases.
    Meeting {
        /// Which.
        meeting: MeetingId,
        /// What.
        what: MeetingEvent,
    },
    /// The store and its members.
    Store {
        /// What.
        what: StoreEvent,
    },
    /// Access to data.
    Access {
        /// What.
        what: AccessEvent,
    },
}

impl EventBody {
    /// The stream in which such events are numbered.
    pub fn stream(&self) -> Stream {
        match self {
            Self::Case { case, .. } => Stream::Case(case.clone()),
            Self::Meeting { meeting, .. } => Stream::Meeting(meeting.clone()),
            Self::Store { .. } => Stream::Store,
            Self::Access { .. } => Stream::Access,
        }
    }
    /// The kind as written in the journal, for instance `case.findingJudged`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Case { what, .. } => what.kind(),
            Self::Meeting { what, .. } => what.kind(),
            Self::Store { what } => what.kind(),
            Self::Access { what } => match what {
                AccessEvent::SignedIn => "access.signedIn",
                AccessEvent::SignInsFailed { .. } => "access.signInsFailed",
                AccessEvent::ClockBehind { .. } => "access.clockBehind",
                AccessEvent::SpareCodeUsed { .. } => "access.spareCodeUsed",
                AccessEvent::CaseOpened { .. } => "access.caseOpened",
                AccessEvent::IdentityShown { .. } => "access.identityShown",
                AccessEvent::GermlineShown { .. } => "access.germlineShown",
                AccessEvent::DocumentShown { .. } => "access.documentShown",
                AccessEvent::MeetingOpened { .. } => "access.meetingOpened",
                AccessEvent::CasesSearched { .. } => "access.casesSearched",
                AccessEvent::Denied { .. } => "access.denied",
                AccessEvent::DoneAlone { .. } => "access.doneAlone",
                AccessEvent::BackedUp { .. } => "access.backedUp",
                AccessEvent::Restored { .. } => "access.restored",
                AccessEvent::StoreExported { .. } => "access.storeExported",
                AccessEvent::EvidenceNewsListed { .. } => "access.evidenceNewsListed",
                AccessEvent::NotedAside { .. } => "access.notedAside",
                AccessEvent::NotesLost => "access.notesLost",
                AccessEvent::LogRead { .. } => "access.logRead",
                AccessEvent::DocumentPrinted { .. } => "access.documentPrinted",
                AccessEvent::DocumentExported { .. } => "access.documentExported",
                AccessEvent::MeetingDocumentExported { .. } => "access.meetingDocumentExported",
                AccessEvent::TableExported { .. } => "access.tableExported",
                AccessEvent::FamilyHistoryExported { .. } => "access.familyHistoryExported",
                AccessEvent::CaseExported { .. } => "access.caseExported",
            },
        }
    }
}

/// An event with who, when and its place in its stream.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Identity.
    pub id: EventId,
    /// Number within its stream, counted from 1.
    pub version: u32,
    /// When, with the offset of the place.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub actor: Actor,
    /// What.
    pub body: EventBody,
}

impl Event {
    /// Who, when, and its number in its stream.
    pub fn stamp(&self) -> Stamp {
        Stamp { by: self.actor.clone(), at: self.at, version: self.version }
    }
}

impl Case {
    /// The case after these events; events of other streams are passed over.
    pub fn fold<'e>(id: CaseId, events: impl IntoIterator<Item = &'e Event>) -> Self {
        let mut case = Self::new(id);
        for event in events {
            case.apply(event);
        }
        case
    }

    /// Lets an event happen. Events of other cases and other streams change nothing.
    /// Never fails: what is in the journal has happened. Whether it may happen is asked before, by [`Case::check`].
    pub fn apply(&mut self, event: &Event) {
        if let EventBody::Case { case, what } = &event.body
            && *case == self.id
        {
            self.happen(what, &event.stamp());
        }
    }
}
