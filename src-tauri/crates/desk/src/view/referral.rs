//! What a referral keeps of the match that it began with.

use super::LabelView;
use entaku_domain::omission::ConditionState;
use serde::Serialize;

/// The criteria of a trial as they stood on the day of a referral.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReferralMatchView {
    /// Who publishes the trial.
    pub source: String,
    /// Its version.
    pub version: String,
    /// Day as of which it was so.
    pub as_of: Option<String>,
    /// Arm, cohort or dose level.
    pub arm: Option<String>,
    /// Whether it took patients, as the source writes it.
    pub recruitment: Option<String>,
    /// All criteria together.
    pub state: ConditionState,
    /// Criteria.
    pub criteria: Vec<ReferralCriterionView>,
}

/// A criterion as it stood on the day of a referral.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReferralCriterionView {
    /// What it asks.
    pub text: LabelView,
    /// How it stood.
    pub state: ConditionState,
    /// Why.
    pub why: LabelView,
    /// Who said so, where a person did.
    pub ticked_by: Option<String>,
}
