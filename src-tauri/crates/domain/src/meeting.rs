//! The meeting of the panel at which a case was decided, and who took part.

use crate::ids::MemberId;
use crate::member::Qualification;
use crate::text::Text;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How the panel was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MeetingMode {
    /// リアルタイム開催.
    RealTime,
    /// 持ち回り協議.
    Circulation,
    /// EP省略.
    Omitted,
}

/// Whether the attending physician took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AttendingPart {
    /// 出席.
    Present,
    /// 情報提供あり.
    InformationSupplied,
    /// なし.
    Absent,
}

/// A participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attendance {
    /// The member, where the person is one of this store.
    pub member: Option<MemberId>,
    /// Name.
    pub name: Text,
    /// Institution.
    pub institution: Option<Text>,
    /// Requirement keys the person fills.
    pub qualifications: Vec<Qualification>,
}

/// A meeting as recorded with a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Meeting {
    /// Day.
    pub held_on: NaiveDate,
    /// Mode.
    pub mode: MeetingMode,
    /// Reason of the responsible person for this mode.
    pub reason: Option<Text>,
    /// Attending physician.
    pub attending: AttendingPart,
    /// Participants, at least one.
    pub attendance: Vec<Attendance>,
    /// Minutes.
    pub minutes: Option<Text>,
}
