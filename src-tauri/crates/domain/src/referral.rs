//! Referral of a patient to a trial (治験紹介) and what became of it.
//! No official form was found; the statuses follow practice and FHIR
//! ResearchSubject (general knowledge).

mod matched;

pub use matched::{MatchedCriterion, MatchedTrial};

use crate::grade::Grade;
use crate::ids::{FindingId, RecommendationId, ReferralId};
use crate::member::Actor;
use crate::text::Text;
use crate::trial::TrialId;
use crate::words::worded;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

/// Where a referral stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ReferralStatus {
    /// 候補.
    Candidate,
    /// EP推奨.
    Recommended,
    /// 問合せ中.
    Asking,
    /// 空き待ち.
    Waiting,
    /// 紹介済.
    Referred,
    /// 適格性確認中.
    Screening,
    /// 適格.
    Eligible,
    /// 不適格.
    Ineligible,
    /// 同意.
    Consented,
    /// 登録.
    Enrolled,
    /// 投与開始.
    Started,
    /// 終了.
    Completed,
    /// 辞退（患者）.
    DeclinedByPatient,
    /// 見送り（主治医）.
    NotPursued,
    /// 募集終了.
    RecruitmentClosed,
    /// 死亡・状態悪化.
    ConditionWorsened,
}

impl ReferralStatus {
    /// All statuses in order.
    pub const ALL: [Self; 16] = [
        Self::Candidate,
        Self::Recommended,
        Self::Asking,
        Self::Waiting,
        Self::Referred,
        Self::Screening,
        Self::Eligible,
        Self::Ineligible,
        Self::Consented,
        Self::Enrolled,
        Self::Started,
        Self::Completed,
        Self::DeclinedByPatient,
        Self::NotPursued,
        Self::RecruitmentClosed,
        Self::ConditionWorsened,
    ];
    /// Whether the referral ends here. Going on from an end needs a reason.
    pub fn is_end(self) -> bool {
        matches!(
            self,
            Self::Ineligible
                | Self::Completed
                | Self::DeclinedByPatient
                | Self::NotPursued
                | Self::RecruitmentClosed
                | Self::ConditionWorsened
        )
    }
}

/// A step in the life of a referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReferralStep {
    /// The status reached.
    pub status: ReferralStatus,
    /// The day on which it happened.
    pub on: NaiveDate,
    /// Reason or remark.
    pub reason: Option<Text>,
    /// When to look again.
    pub next_check: Option<NaiveDate>,
}

/// A step as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordedStep {
    /// The step.
    #[serde(flatten)]
    pub step: ReferralStep,
    /// Who recorded it.
    pub by: Actor,
    /// When it was recorded.
    pub at: DateTime<FixedOffset>,
}

/// The referral itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Referral {
    /// Identity.
    pub id: ReferralId,
    /// The recommendation it follows, if any.
    pub recommendation: Option<RecommendationId>,
    /// Findings it rests on.
    pub findings: Vec<FindingId>,
    /// The trial.
    pub trial: TrialId,
    /// Title of the trial.
    pub title: Option<Text>,
    /// Phase.
    pub phase: Option<Text>,
    /// Drugs.
    pub drugs: Vec<Text>,
    /// Hospital that runs the trial.
    pub site: Option<Text>,
    /// Contact there.
    pub contact: Option<Text>,
    /// Evidence level with its scale.
    pub evidence: Option<Grade>,
    /// Day on which the trial's recruitment was looked up.
    pub as_of: Option<NaiveDate>,
    /// Remarks on eligibility.
    pub eligibility: Option<Text>,
    /// The criteria of the catalogue as they stood then; none where it did not tell of the trial.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matched: Option<MatchedTrial>,
}

impl Referral {
    /// Takes out what its criteria tell of heredity.
    pub fn leave_out_heredity(&mut self) {
        if let Some(matched) = &mut self.matched {
            matched.leave_out_heredity();
        }
    }
}

/// A referral with its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrackedReferral {
    /// The referral.
    #[serde(flatten)]
    pub referral: Referral,
    /// Its steps, oldest first; never empty.
    pub steps: Vec<RecordedStep>,
}

impl TrackedReferral {
    /// Where it stands.
    pub fn status(&self) -> ReferralStatus {
        self.steps.last().map_or(ReferralStatus::Candidate, |recorded| recorded.step.status)
    }
}

worded!(ReferralStatus {
    Self::Candidate => "referral.candidate", Self::Recommended => "referral.recommended", Self::Asking => "referral.asking",
    Self::Waiting => "referral.waiting", Self::Referred => "referral.referred", Self::Screening => "referral.screening",
    Self::Eligible => "referral.eligible", Self::Ineligible => "referral.ineligible", Self::Consented => "referral.consented",
    Self::Enrolled => "referral.enrolled", Self::Started => "referral.started", Self::Completed => "referral.completed",
    Self::DeclinedByPatient => "referral.declinedByPatient", Self::NotPursued => "referral.notPursued",
    Self::RecruitmentClosed => "referral.recruitmentClosed", Self::ConditionWorsened => "referral.conditionWorsened",
});
