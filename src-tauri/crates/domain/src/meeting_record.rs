//! The meeting of the panel at which a case was decided, and who took part.

use crate::ids::{MeetingId, MemberId};
use crate::member::{InstitutionKind, Qualification, Role};
use crate::omission::OmissionFacts;
use crate::quorum::Quorum;
use crate::text::Text;
use crate::words::worded;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

/// How the panel was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
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
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
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
    /// Kind of the institution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution_kind: Option<InstitutionKind>,
    /// Clinical field (診療領域).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Text>,
    /// Employed full time (常勤); none where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full_time: Option<bool>,
    /// The part in which the person is there; [`Role::AttendingPhysician`] marks the patient's doctor or a deputy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
}

impl Attendance {
    /// Whether both speak of one person: the same member, or guests of one name and institution.
    pub fn same_person(&self, other: &Self) -> bool {
        match (&self.member, &other.member) {
            (Some(one), Some(other)) => one == other,
            (None, None) => self.name == other.name && self.institution == other.institution,
            _ => false,
        }
    }
}

/// What people state of a case for the rules, before its meeting is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Stated {
    /// The hospital sequenced itself (自施設でシークエンス).
    pub own_sequencing: bool,
    /// Whether the case is paediatric; by the patient's age where nobody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paediatric: Option<bool>,
    /// Ids of the grounds on which this way of meeting was chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<String>,
    /// Whether all opinions agree; by the recorded opinions where nobody says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opinions_agree: Option<bool>,
    /// Reason of the responsible person for the way of meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// What the omission of the panel rests on.
    #[serde(skip_serializing_if = "OmissionFacts::is_empty")]
    pub omission: OmissionFacts,
}

/// What the rules make depend on the case, as people stated it when the meeting was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Circumstances {
    /// The hospital sequenced itself (自施設でシークエンス).
    pub own_sequencing: bool,
    /// The case is paediatric.
    pub paediatric: bool,
    /// Whether "paediatric" was concluded from the age and not stated by a person.
    pub paediatric_by_age: bool,
    /// Ids of the grounds on which this way of meeting was chosen.
    pub grounds: Vec<String>,
    /// Whether all opinions agree; none where nobody has said.
    pub opinions_agree: Option<bool>,
    /// Whether that was concluded from the recorded opinions and not stated by a person.
    pub opinions_by_record: bool,
    /// What the omission of the panel rests on.
    #[serde(skip_serializing_if = "OmissionFacts::is_empty")]
    pub omission: OmissionFacts,
}

impl MeetingRecord {
    /// What the rules of its day found lacking, where nobody has said why its result is taken all the same.
    pub fn lacking(&self) -> Option<&Quorum> {
        self.quorum.as_deref().filter(|quorum| !quorum.met && self.without_quorum.is_none())
    }

    /// The day on which the panel met; none where it was omitted.
    pub fn met_on(&self) -> Option<NaiveDate> {
        (self.mode != MeetingMode::Omitted).then_some(self.held_on)
    }
}

/// A meeting as recorded with a case, or that it was omitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingRecord {
    /// Day; of an omitted panel, the day on which that was decided.
    pub held_on: NaiveDate,
    /// Mode.
    pub mode: MeetingMode,
    /// Reason of the responsible person for this mode.
    pub reason: Option<Text>,
    /// Attending physician.
    pub attending: AttendingPart,
    /// Participants, at least one; a panel that was omitted has none.
    pub attendance: Vec<Attendance>,
    /// Minutes.
    pub minutes: Option<Text>,
    /// What the rules make depend on the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub circumstances: Option<Circumstances>,
    /// Whether the panel was quorate, as computed when the meeting was recorded; none where no rule-set was in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Box<Quorum>>,
    /// The meeting over several cases at which it was decided; none where it was recorded with the case alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(rename = "sitting")]
    pub meeting: Option<MeetingId>,
    /// Why its result is taken although it was not quorate; none where it was, or nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_quorum: Option<WithoutQuorum>,
}

/// Why the result of a panel is taken although it was not quorate, and who answers for that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WithoutQuorum {
    /// Why.
    pub reason: Text,
    /// Who.
    pub name: Text,
    /// In which role.
    pub role: Role,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// Why a meeting cannot be recorded with its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingFault {
    /// Its day has not come.
    InFuture,
    /// Grounds are given that the rules of its day do not name for this way of meeting.
    OtherGrounds,
}

impl MeetingRecord {
    /// What is against recording it: it was held, and its grounds are those of the rules.
    pub fn against(&self, today: NaiveDate) -> Option<MeetingFault> {
        let named = self.quorum.as_ref().map_or(0, |quorum| quorum.mode.named.len());
        let given = self.circumstances.as_ref().map_or(0, |stated| stated.grounds.len());
        if self.held_on > today {
            Some(MeetingFault::InFuture)
        } else if given > named {
            Some(MeetingFault::OtherGrounds)
        } else {
            None
        }
    }
}

worded!(MeetingMode {
    Self::RealTime => "meeting.realTime", Self::Circulation => "meeting.circulation", Self::Omitted => "meeting.omitted",
});
worded!(AttendingPart {
    Self::Present => "attending.present", Self::InformationSupplied => "attending.informationSupplied",
    Self::Absent => "attending.absent",
});
