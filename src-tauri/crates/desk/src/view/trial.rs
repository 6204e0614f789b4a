//! Trials of the site's catalogue, alone and beside a case.

use super::Moment;
use entaku_domain::case::CaseStatus;
use entaku_domain::omission::ConditionState;
use entaku_domain::referral::ReferralStatus;
use serde::Serialize;

/// A trial of the catalogue, as its newest version tells it. Who answers for it is not told here: persons' names stay with
/// the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TrialView {
    /// Number.
    pub trial_id: String,
    /// Numbers that other registries gave it, as written.
    pub other_ids: Vec<String>,
    /// Title.
    pub title: Option<String>,
    /// `pending`, `recruiting`, `suspended`, `ended`, `complete`, `unknown`.
    pub recruitment: String,
    /// The same as the source writes it.
    pub recruitment_written: Option<String>,
    /// Phases, as written.
    pub phase: Vec<String>,
    /// Diseases, as written.
    pub conditions: Vec<String>,
    /// Drugs, as written.
    pub drugs: Vec<String>,
    /// Arms, cohorts and dose levels.
    pub arms: Vec<TrialArmView>,
    /// Places.
    pub sites: Vec<TrialSiteView>,
    /// Day as of which this holds.
    pub as_of: Option<String>,
    /// Whether that is long ago, or not known.
    pub stale: bool,
    /// Who publishes it.
    pub source: String,
    /// The import that tells of it.
    pub import_id: String,
    /// What of its criteria was not understood.
    pub not_understood: Vec<String>,
}

/// An arm, cohort or dose level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TrialArmView {
    /// Name.
    pub name: String,
    /// Whether it is closed while the trial goes on.
    pub suspended: bool,
}

/// A place of a trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TrialSiteView {
    /// Institution.
    pub name: String,
    /// City or address.
    pub place: Option<String>,
    /// Country.
    pub country: Option<String>,
    /// Whether it takes patients, code as of the trial.
    pub recruitment: String,
}

/// A trial, or an arm of one, beside a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TrialMatchView {
    /// Number.
    pub trial_id: String,
    /// Arm, cohort or dose level; none where the trial is not told to have several.
    pub arm: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Whether the trial takes patients, code.
    pub recruitment: String,
    /// The same as the source writes it.
    pub recruitment_written: Option<String>,
    /// Whether this arm is closed.
    pub arm_suspended: bool,
    /// All criteria together.
    pub state: ConditionState,
    /// Criteria that are met.
    pub met: u32,
    /// Criteria that are not.
    pub not_met: u32,
    /// Criteria of which it is not known.
    pub unknown: u32,
    /// Day as of which the trial was so.
    pub as_of: Option<String>,
    /// Whether that is long ago, or not known.
    pub stale: bool,
    /// Who publishes it.
    pub source: String,
    /// The import that tells of it.
    pub import_id: String,
    /// The version that was weighed: the day as of which it was so, else the version of the import.
    pub version: String,
    /// Criteria, all of which must be met.
    pub criteria: Vec<TrialCriterionView>,
}

/// A criterion beside a case, in the language of whoever asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TrialCriterionView {
    /// What it asks, with the source's words.
    pub text: String,
    /// How it stands.
    pub state: ConditionState,
    /// Why.
    pub why: String,
    /// Whether "not met" may be otherwise at another time.
    pub can_change: bool,
    /// By what a person says how it stands; none where the record settles it, and where it is a group.
    pub asked: Option<TrialAskedView>,
    /// What a person said.
    pub tick: Option<TrialTickView>,
    /// The parts of a group.
    pub parts: Vec<TrialCriterionView>,
}

/// A criterion that a person may answer, as the form asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TrialAskedView {
    /// What it is about, code.
    pub subject: String,
    /// As the source writes it.
    pub written: String,
    /// Whether the source denies it.
    pub denied: bool,
}

/// What a person said of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TrialTickView {
    /// How it stands.
    pub state: ConditionState,
    /// Remark.
    pub note: Option<String>,
    /// Who.
    pub by: String,
    /// In which role, in words.
    pub role: String,
    /// When.
    pub at: Moment,
    /// Of which version of the trial.
    pub version: String,
    /// Whether that is not the one that is shown, so that it is asked again.
    pub of_another_version: bool,
}

/// A patient who could take part in a trial.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TrialPatientView {
    /// Case.
    pub case_id: String,
    /// Its number.
    pub case_no: String,
    /// Day of receipt.
    pub received_at: String,
    /// Where the case stands.
    pub case_status: CaseStatus,
    /// Arm, cohort or dose level that comes nearest; none where the trial has none.
    pub arm: Option<String>,
    /// All criteria together.
    pub state: ConditionState,
    /// Criteria that are met.
    pub met: u32,
    /// Criteria of which it is not known.
    pub unknown: u32,
    /// Where a referral to the trial stands; none where there is none.
    pub referral_status: Option<ReferralStatus>,
}

/// A criterion that is unknown of a patient, and what hangs on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TrialUnknownView {
    /// What it asks, with the source's words.
    pub text: String,
    /// What it is about, code.
    pub subject: String,
    /// Numbers of the trials that ask it.
    pub trials: Vec<String>,
    /// Those of them in which nothing else is unknown of some arm: this alone decides them.
    pub decides: Vec<String>,
}
