//! What happens to a meeting over several cases. Kept for ever, as all events are.

use crate::document::IssuedDocument;
use crate::ids::CaseId;
use crate::meeting_record::{Attendance, AttendingPart, MeetingMode, Stated};
use crate::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// When, how and where a meeting is to be held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Day.
    pub held_on: NaiveDate,
    /// Way of meeting.
    pub mode: MeetingMode,
    /// Name, for instance 第12回.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Room or connection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub venue: Option<Text>,
}

/// A case on the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgendaItem {
    /// The case.
    pub case: CaseId,
    /// Minutes meant for it, from 1.
    pub budget_minutes: u32,
    /// The attending physician's part as far as known beforehand; who comes as attending physician is there all the same.
    pub attending: AttendingPart,
    /// What people state of it for the rules.
    #[serde(flatten)]
    pub stated: Stated,
}

/// What happened to a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", content = "with")]
pub enum MeetingEvent {
    /// It was planned.
    Planned {
        /// Day, way, name and place.
        plan: Plan,
        /// Cases in order.
        agenda: Vec<AgendaItem>,
    },
    /// Day, way, name or place changed.
    PlanChanged {
        /// The whole of it.
        plan: Plan,
    },
    /// Order, time or cases changed.
    AgendaChanged {
        /// The whole of it.
        agenda: Vec<AgendaItem>,
    },
    /// Somebody arrived.
    #[serde(rename_all = "camelCase")]
    Arrived {
        /// Who.
        person: Box<Attendance>,
        /// Cases whose attending physician, or deputy, the person is.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        attending_for: Vec<CaseId>,
    },
    /// Somebody who is there is the attending physician of these cases, or in that physician's place, and of no other.
    AttendsFor {
        /// Number of the event by which the person arrived.
        presence: u32,
        /// All of the cases.
        cases: Vec<CaseId>,
    },
    /// Somebody left.
    Left {
        /// Number of the event by which the person arrived.
        presence: u32,
    },
    /// Another case came on the table.
    CaseTurned {
        /// Which; none for a break.
        case: Option<CaseId>,
    },
    /// Minutes of a case were written.
    MinutesWritten {
        /// The case.
        case: CaseId,
        /// The whole text; none takes it back.
        minutes: Option<Text>,
    },
    /// A document of the meeting was given out: its bytes are kept.
    DocumentIssued {
        /// The document.
        document: Box<IssuedDocument>,
    },
    /// The meeting ended.
    Closed,
}

impl MeetingEvent {
    /// The kind as written in the journal.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Planned { .. } => "meeting.planned",
            Self::PlanChanged { .. } => "meeting.planChanged",
            Self::AgendaChanged { .. } => "meeting.agendaChanged",
            Self::Arrived { .. } => "meeting.arrived",
            Self::AttendsFor { .. } => "meeting.attendsFor",
            Self::Left { .. } => "meeting.left",
            Self::CaseTurned { .. } => "meeting.caseTurned",
            Self::MinutesWritten { .. } => "meeting.minutesWritten",
            Self::DocumentIssued { .. } => "meeting.documentIssued",
            Self::Closed => "meeting.closed",
        }
    }
}
