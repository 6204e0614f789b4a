//! Meetings over several cases: what people fill in, and what the screen shows.

use super::args;
use super::case::AttendeeView;
use super::quorum::{CircumstancesView, QuorumView};
use entaku_domain::case::CaseStatus;
use entaku_domain::case::Standing;
use entaku_domain::meeting::MeetingState;
use entaku_domain::meeting_record::AttendingPart;
use entaku_domain::meeting_record::MeetingMode;
use entaku_domain::patient::Sex;
use serde::Serialize;

args! {
    /// A case on an agenda.
    AgendaForm {
        /// Case.*
        case_id: String,
        /// Minutes meant for it; ten when left out.
        budget_minutes: Option<u32>,
        /// The attending physician's part as far as known, code; `absent` when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        attending: Option<AttendingPart>,
        /// Whether the hospital sequenced itself.
        own_sequencing: Option<bool>,
    }
}

/// What a case keeps of the meeting that it is on the agenda of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum KeptOfMeeting {
    /// Nothing yet.
    None,
    /// What the meeting says.
    Same,
    /// Something else than the meeting says now.
    Differs,
}

/// A meeting in the list.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct MeetingRowView {
    /// Identity.
    pub meeting_id: String,
    /// Day.
    pub held_on: String,
    /// Mode code.
    pub mode: MeetingMode,
    /// Name.
    pub title: Option<String>,
    /// Place.
    pub venue: Option<String>,
    /// `planned`, `underWay`, `closed`.
    pub state: MeetingState,
    /// Cases on the agenda.
    pub cases: u32,
    /// Minutes meant for all of them.
    pub budget_minutes: u32,
}

/// A meeting over several cases.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct MeetingView {
    /// Identity.
    pub meeting_id: String,
    /// Give this back with every change.
    pub version: u32,
    /// Day.
    pub held_on: String,
    /// Mode code.
    pub mode: MeetingMode,
    /// Name.
    pub title: Option<String>,
    /// Place.
    pub venue: Option<String>,
    /// `planned`, `underWay`, `closed`.
    pub state: MeetingState,
    /// Cases in order.
    pub agenda: Vec<AgendaItemView>,
    /// Everybody who came, in order of arriving.
    pub presences: Vec<PresenceView>,
    /// The case on the table.
    pub on_table: Option<String>,
    /// The case that `quorum` speaks of: the one on the table, otherwise the next to come.
    pub quorum_for: Option<String>,
    /// Whether those who are there now would be quorate for it, by the rules of the meeting's day.
    pub quorum: Option<QuorumView>,
    /// What was taken as given for it.
    pub circumstances: Option<CircumstancesView>,
}

/// A case on the agenda, without the patient's identity.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AgendaItemView {
    /// Case.
    pub case_id: String,
    /// The case itself.
    pub case: AgendaCaseView,
    /// Minutes meant for it.
    pub budget_minutes: u32,
    /// The attending physician's part as planned, code.
    pub attending: AttendingPart,
    /// Whether the hospital sequenced itself.
    pub own_sequencing: bool,
    /// Whether the case is paediatric, as stated; none where it goes by the age.
    pub paediatric: Option<bool>,
    /// Ids of the grounds named.
    pub grounds: Vec<String>,
    /// Whether all opinions agree, as stated; none where it goes by the recorded opinions.
    pub opinions_agree: Option<bool>,
    /// Reason for the way of meeting.
    pub reason: Option<String>,
    /// Seconds for which it has been on the table.
    pub used_seconds: u32,
    /// Whether it has been on the table.
    pub discussed: bool,
    /// Minutes.
    pub minutes: Option<String>,
    /// Names of those who took part when it was decided.
    pub there: Vec<String>,
    /// Names of those who were there for a part of it only.
    pub partly: Vec<String>,
    /// Whether the case keeps this meeting.
    pub recorded: KeptOfMeeting,
    /// Whether it was quorate, as recorded.
    pub quorum_met: Option<bool>,
}

/// What an agenda tells of a case, as far as the reader may see.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AgendaCaseView {
    /// Number; it stands for the patient.
    pub case_no: String,
    /// Version of the case.
    pub version: u32,
    /// Status code.
    pub status: CaseStatus,
    /// Whether what the report says may change now.
    pub open: bool,
    /// Sex code.
    pub sex: Sex,
    /// Age in years.
    pub age: Option<u32>,
    /// Tumour type.
    pub tumour_type: Option<String>,
    /// OncoTree code.
    pub oncotree: Option<String>,
    /// Findings that need a verdict.
    pub findings: u32,
    /// … of them still without verdict or deferral.
    pub left: u32,
    /// Standing code of the opinions on the case; none while blind.
    pub standing: Option<Standing>,
    /// Whether the case can be closed by circulation; none while blind.
    pub circulation: Option<bool>,
}

/// Who is likely to be at the meeting of a case: for a form to begin with, and for a person to check.
#[derive(Debug, Clone, PartialEq, Default, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UsualAttendanceView {
    /// Whether the case is on the agenda of that meeting; otherwise it is the one that was recorded last.
    pub on_agenda: bool,
    /// Its day; none where nobody has met yet.
    pub held_on: Option<String>,
    /// Its name.
    pub title: Option<String>,
    /// Who was there.
    pub attendance: Vec<AttendeeView>,
}

/// Somebody's stay.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PresenceView {
    /// Names the stay.
    pub presence: u32,
    /// Who.
    pub person: AttendeeView,
    /// Cases of which the person is the attending physician.
    pub attending_for: Vec<String>,
    /// Arrived, `14:05`.
    pub arrived: String,
    /// Left; none while there.
    pub left: Option<String>,
}
