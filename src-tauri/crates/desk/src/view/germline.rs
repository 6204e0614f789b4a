//! Whether findings of a case are asked about as possibly inherited, as screens and the terminal show it.

use super::LabelView;
use entaku_domain::certainty::Certainty;
use entaku_domain::decision::GermlineJudgement;
use entaku_domain::germline::{GermlineAsked, GermlineCandidate};
use entaku_domain::omission::ConditionState;
use serde::Serialize;

/// What lists of heredity answer for one finding. The panel's own judgement stands beside it and is not moved by it.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct GermlineCandidateView {
    /// `F12`.
    pub finding_id: String,
    /// The first list's answer; of several genes or readings the one that asks most.
    #[serde(flatten)]
    #[cfg_attr(test, ts(flatten))]
    pub answer: GermlineListAnswerView,
    /// What the other lists answer.
    pub others: Vec<GermlineListAnswerView>,
    /// Whether the lists do not all answer the same.
    pub lists_differ: bool,
    /// What the panel judged; none where it has not.
    pub judgement: Option<GermlineJudgement>,
    /// The share of reads beside the tumour content; none where the content is not recorded, or blood was read.
    pub beside_content: Option<GermlineSharesView>,
}

/// What one list answers.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct GermlineListAnswerView {
    /// The list.
    pub list: LabelView,
    /// Its code and version.
    pub list_version: String,
    /// How sure the list is.
    pub certainty: Certainty,
    /// The answer.
    pub candidate: GermlineCandidate,
    /// Code of the rule.
    pub rule: String,
    /// The rule in words.
    pub rule_name: LabelView,
    /// Why.
    pub reason: LabelView,
    /// On what it turns, where it depends.
    pub turns_on: Vec<GermlineAsked>,
    /// The gene that was asked about.
    pub gene: Option<String>,
    /// Each value beside its limit.
    pub conditions: Vec<GermlineConditionView>,
}

/// A condition of a list.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct GermlineConditionView {
    /// What it asks for.
    pub asks: GermlineAsked,
    /// What it wants, in words.
    pub text: LabelView,
    /// What was found.
    pub found: LabelView,
    /// Whether it holds.
    pub state: ConditionState,
}

/// Shares of reads that a change of each origin would have, fractions from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct GermlineSharesView {
    /// Tumour content in percent.
    pub tumour_content: u8,
    /// Somatic.
    pub somatic: f64,
    /// Somatic, the other copy lost.
    pub somatic_with_loss: f64,
    /// Inherited.
    pub inherited: f64,
    /// Inherited, the other copy lost in the tumour.
    pub inherited_with_loss: f64,
    /// Whether the share that was read is above what a somatic change reaches without gains; none where none was read.
    pub above_somatic: Option<bool>,
}
