//! The dates of the ledger (管理簿).

use entaku_domain::milestone::Milestone;
use serde::Serialize;

/// A date of the ledger: code of `milestone.<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(untagged)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum LedgerLine {
    /// One that the case itself tells.
    Told(ToldDate),
    /// One that people record.
    Recorded(Milestone),
}

/// A date that the case itself tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum ToldDate {
    /// The report was received.
    Received,
    /// The panel was held.
    PanelHeld,
}

/// A line of the ledger: what was recorded, or what the case itself tells.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct MilestoneView {
    /// Which.
    pub milestone: LedgerLine,
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
