//! Criteria and points: what a scheme offers, what a choice adds up to, and how it stands in a verdict. Points and
//! classes are reckoned at the desk; a form sends codes only.

use super::args;
use super::{GradeView, LabelView};
use entaku_domain::certainty::Certainty;
use entaku_domain::classification::Strength;
use serde::Serialize;

/// A scheme of classification, as a form offers it.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SchemeView {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
    /// Id of the scale whose classes it suggests.
    pub scale: String,
    /// Name.
    pub name: LabelView,
    /// Where it comes from.
    pub source: String,
    /// Whether it is about heredity: its criteria then fall under the patient's disclosure wish.
    pub germline: bool,
    /// Classes by points, highest first.
    pub thresholds: Vec<ThresholdView>,
    /// Criteria by group.
    pub groups: Vec<CriterionGroupView>,
}

/// How many points a class takes.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ThresholdView {
    /// The class, with its scale.
    pub grade: GradeView,
    /// Points in words: `≥ 10`, `6 … 9`.
    pub range: String,
    /// `source`, `general` (not checked) or `unconfirmed`.
    pub certainty: Certainty,
    /// What is to be known about it.
    pub remark: Option<LabelView>,
}

/// A group of criteria.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CriterionGroupView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: LabelView,
    /// Its criteria.
    pub criteria: Vec<CriterionView>,
}

/// A criterion.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CriterionView {
    /// Code.
    pub code: String,
    /// What it says.
    pub name: LabelView,
    /// Whether it speaks against an effect.
    pub against: bool,
    /// Its own strength, code of `strength.<code>`.
    pub strength: Strength,
    /// Every strength a person may give it, its own included, with points.
    pub strengths: Vec<StrengthView>,
    /// `source`, `general` (not checked) or `unconfirmed`.
    pub certainty: Certainty,
}

/// A strength with its points in words.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StrengthView {
    /// Code of `strength.<code>`.
    pub code: Strength,
    /// `+4`, `-1`; none for what stands alone.
    pub points: Option<String>,
}

/// What a choice adds up to.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct EvaluationView {
    /// Points of all that was counted.
    pub points: i32,
    /// Points with their sign.
    pub points_text: String,
    /// The class that the scheme suggests; none where nothing was counted or the choice is refused.
    pub suggested: Option<GradeView>,
    /// The criterion that settles the class by itself.
    pub stand_alone: Option<String>,
    /// Why the choice is refused, in words; empty when it may stand.
    pub refusals: Vec<LabelView>,
    /// Chosen pairs that exclude each other.
    pub excluded: Vec<ExcludedView>,
    /// Criteria that cannot be added now.
    pub barred: Vec<BarredView>,
}

/// Two chosen criteria that are not counted together.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExcludedView {
    /// One.
    pub first: String,
    /// The other.
    pub second: String,
    /// Why.
    pub reason: LabelView,
    /// How sure that rule is: `source`, `general` (not checked) or `unconfirmed`.
    pub certainty: Certainty,
}

/// A criterion that cannot be added to what is chosen now.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BarredView {
    /// Its code.
    pub code: String,
    /// The chosen criterion that excludes it.
    pub by: String,
    /// Why.
    pub reason: LabelView,
}

/// The criteria of a verdict as recorded.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CriteriaView {
    /// Scheme id.
    pub scheme: String,
    /// Its version.
    pub version: String,
    /// Its name.
    pub scheme_name: LabelView,
    /// Criteria.
    pub criteria: Vec<AppliedCriterionView>,
    /// Points together.
    pub points: i32,
    /// Criteria, points and sum in one line.
    pub sum: String,
    /// The class that the criteria suggest.
    pub suggested: GradeView,
    /// Why the verdict is another one.
    pub override_reason: Option<String>,
    /// Whether a person chose the criteria.
    pub manual: bool,
}

/// A criterion as applied.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AppliedCriterionView {
    /// Code.
    pub code: String,
    /// Code with a changed strength and points: `PS3_Moderate +2`.
    pub written: String,
    /// What it says.
    pub name: LabelView,
    /// Strength, code.
    pub strength: Strength,
    /// Whether that is not the scheme's own.
    pub adjusted: bool,
    /// Points.
    pub points: i32,
    /// Remark or evidence.
    pub note: Option<String>,
}

/// A dissenting view.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DissentView {
    /// Member, where the person is one.
    pub member_id: Option<String>,
    /// Name.
    pub name: String,
    /// What the person holds.
    pub words: String,
}

args! {
    /// A chosen criterion.
    CriterionForm {
        /// Code.*
        code: String,
        /// Strength code; the scheme's own when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        strength: Option<Strength>,
        /// Remark or evidence (PMID, database and date).
        note: Option<String>,
    }
    /// The criteria of a verdict on one finding. Points are reckoned anew from the codes.
    CriteriaForm {
        /// Scheme id.*
        scheme: String,
        /// The choice.*
        criteria: Vec<CriterionForm>,
        /// Why the verdict is not the suggested class; needed exactly then.
        override_reason: Option<String>,
    }
    /// A dissenting view, by name.
    DissentForm {
        /// Member id.
        member_id: Option<String>,
        /// Name; the member's when left out.
        name: Option<String>,
        /// What the person holds, and why.*
        words: String,
    }
}
