//! The dates of the ledger (管理簿).

use serde::Serialize;

/// A line of the ledger: what was recorded, or what the case itself tells.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct MilestoneView {
    /// Code of `milestone.<code>`.
    pub milestone: String,
    /// Its letter in the ledger.
    pub letter: Option<String>,
    /// Whether it happened; none where nothing is recorded.
    pub happened: Option<bool>,
    /// Day.
    pub on: Option<String>,
    /// Remark.
    pub remark: Option<String>,
    /// Who recorded it.
    pub by: Option<String>,
    /// Whether it is recorded here; otherwise the case tells it (receipt, meeting).
    pub editable: bool,
}
