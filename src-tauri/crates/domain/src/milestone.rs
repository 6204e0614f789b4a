//! What happened to a patient's test outside the panel: the dates of the ledger that every tested patient has (管理簿,
//! 疑義解釈 on D006-19), and how it went on. The panel's own dates (receipt, meeting) stand with the case itself.

use crate::member::Actor;
use crate::text::Text;
use crate::words::worded;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

/// What happened. The letters are those of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Milestone {
    /// イ 検体を衛生検査所等に発送した.
    SpecimenSent,
    /// オ エキスパートパネルから検査結果を受け取った.
    ResultReceived,
    /// カ 検査結果を患者に説明した.
    Explained,
    /// キ 説明後、新たな治療方針（治験等）を説明した.
    NewTreatmentExplained,
    /// ク C-CATへのデータ提出・二次利用の同意.
    Consent,
    /// ケ C-CATへ提出した.
    Submitted,
    /// 推奨に基づく治療を開始した.
    TreatmentStarted,
    /// 追跡を終了した（転帰を備考に記す）.
    FollowUpEnded,
}

impl Milestone {
    /// All, in the order of the ledger.
    pub const ALL: [Self; 8] = [
        Self::SpecimenSent,
        Self::ResultReceived,
        Self::Explained,
        Self::NewTreatmentExplained,
        Self::Consent,
        Self::Submitted,
        Self::TreatmentStarted,
        Self::FollowUpEnded,
    ];

    /// The letter in the ledger; none for what the ledger does not ask.
    pub fn letter(self) -> Option<&'static str> {
        match self {
            Self::SpecimenSent => Some("イ"),
            Self::ResultReceived => Some("オ"),
            Self::Explained => Some("カ"),
            Self::NewTreatmentExplained => Some("キ"),
            Self::Consent => Some("ク"),
            Self::Submitted => Some("ケ"),
            Self::TreatmentStarted | Self::FollowUpEnded => None,
        }
    }
}

/// What a person records of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// Whether it happened (有無). The ledger asks for "no" as well.
    pub happened: bool,
    /// The day.
    pub on: Option<NaiveDate>,
    /// Remark.
    pub remark: Option<Text>,
}

/// A mark with who recorded it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedMark {
    /// The mark.
    pub mark: Mark,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The event it was recorded by: what was finalised later than this, it does not speak of.
    pub version: u32,
}

worded!(Milestone {
    Self::SpecimenSent => "milestone.specimenSent", Self::ResultReceived => "milestone.resultReceived",
    Self::Explained => "milestone.explained", Self::NewTreatmentExplained => "milestone.newTreatmentExplained",
    Self::Consent => "milestone.consent", Self::Submitted => "milestone.submitted",
    Self::TreatmentStarted => "milestone.treatmentStarted", Self::FollowUpEnded => "milestone.followUpEnded",
});
