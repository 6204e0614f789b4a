//! What happened to a case, as screens show it.

use super::Moment;
use entaku_domain::member::Role;
use serde::Serialize;

/// An event of a case in words.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct HistoryEntry {
    /// Version of the case after it.
    pub version: u32,
    /// Place in the whole journal.
    #[cfg_attr(test, ts(type = "number"))]
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: String,
    /// In which role, code.
    pub role: Role,
    /// Kind, `case.findingJudged`.
    pub kind: String,
    /// What, in words.
    pub what: super::LabelView,
    /// Hash of the event in the journal's chain.
    pub hash: String,
}
