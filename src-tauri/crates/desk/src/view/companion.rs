//! Companion use of a profile, as screens show it.

use super::Moment;
use serde::Serialize;

/// Companion use: only the target's result leaves until it is ended.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CompanionUseView {
    /// Genes and markers.
    pub targets: Vec<String>,
    /// The drug.
    pub drug: Option<String>,
    /// Day of the companion test.
    pub tested_on: String,
    /// Who stated it.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Why it ended, where it did.
    pub ended: Option<String>,
    /// Where the rule stands.
    pub rule: String,
}
