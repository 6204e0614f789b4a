//! The dates of the ledger (管理簿).

use super::form::args;
use serde::{Deserialize, Serialize};

args! {
    /// Something that happened outside the panel.
    RecordMilestone {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Code of `milestone.<code>`.*
        milestone: String,
        /// Whether it happened; yes when left out.
        happened: Option<bool>,
        /// Day, ISO date.
        on: Option<String>,
        /// Remark.
        remark: Option<String>,
    }
}

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
