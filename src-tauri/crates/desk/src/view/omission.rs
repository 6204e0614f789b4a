//! What a case holds for the omission of its panel.

use super::LabelView;
use entaku_domain::omission::{CcatSecondaryFinding, TumourGroup, UsableDrug};
use serde::Serialize;

/// What a case holds for the omission of its panel: proposed, to be confirmed by a person.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OmissionGroundsView {
    /// What the test was made for; never guessed.
    pub tumour: Option<TumourGroup>,
    /// What C-CAT調査結果 says of secondary findings; none where sources contradict each other.
    pub ccat_secondary_finding: Option<CcatSecondaryFinding>,
    /// Whether there is a drug; none where sources contradict each other, or it is not known.
    pub usable_drug: Option<UsableDrug>,
    /// What was found, and where.
    pub found: Vec<LabelView>,
    /// Sources that contradict each other.
    pub conflicts: Vec<LabelView>,
    /// What is not known and has to be looked at.
    pub open: Vec<LabelView>,
}
