//! What single members say, each for themselves, before the panel decides: of a finding, and of the draft as a whole.

use crate::grade::Grade;
use crate::member::Actor;
use crate::text::Text;
use crate::words::worded;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A member's own view of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Opinion {
    /// The class the member would give; none for a comment only.
    pub grade: Option<Grade>,
    /// Whether a treatment can follow from it.
    pub actionable: Option<bool>,
    /// Whether the member suspects germline origin.
    pub germline_concern: bool,
    /// Drugs or trials the member would offer, in the member's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggested: Vec<Text>,
    /// Comment.
    pub comment: Option<Text>,
}

/// Whether a member agrees with the draft: its verdicts and its recommendations together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Stance {
    /// 同意.
    Agree,
    /// 不同意.
    Disagree,
    /// 棄権（利益相反など）.
    Abstain,
}

impl Stance {
    /// All stances.
    pub const ALL: [Self; 3] = [Self::Agree, Self::Disagree, Self::Abstain];
}

/// A member's view of the case as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaseOpinion {
    /// Whether the member agrees with the draft.
    pub stance: Stance,
    /// Whether a treatment can follow from the test as a whole.
    pub actionable: Option<bool>,
    /// Whether the member sees a reason for a germline follow-up.
    pub germline_concern: bool,
    /// Drugs or trials the member would offer, in the member's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggested: Vec<Text>,
    /// Comment; with another stance than agreement, the reason.
    pub comment: Option<Text>,
}

/// An opinion as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given<T> {
    /// The opinion.
    pub opinion: T,
    /// Who recorded it; with the member it belongs to where that is another (代行入力).
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The event it was given by: what changes later than this it did not see.
    pub version: u32,
    /// When the member confirmed what another had entered; none too for an entry of the member's own.
    pub confirmed: Option<DateTime<FixedOffset>>,
    /// Whether the member could see others' opinions when giving it, or when giving one before that: such an opinion was not
    /// formed apart from theirs, and that is never forgotten.
    pub after_seeing: bool,
}

impl<T> Given<T> {
    /// Whether another entered it and the member has not confirmed it yet.
    pub fn awaits_confirmation(&self) -> bool {
        self.by.on_behalf_of.is_some() && self.confirmed.is_none()
    }
}

/// An opinion on a finding as given.
pub type GivenOpinion = Given<Opinion>;
/// An opinion on the case as given.
pub type GivenCaseOpinion = Given<CaseOpinion>;

/// Who is asked for an opinion, and by when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Circulation {
    /// The members asked.
    pub members: Vec<crate::ids::MemberId>,
    /// Until when.
    pub due: Option<chrono::NaiveDate>,
}

worded!(Stance {
    Self::Agree => "stance.agree", Self::Disagree => "stance.disagree", Self::Abstain => "stance.abstain",
});
