//! Lines of the access log.

use super::{LabelView, Moment};
use entaku_domain::event::Unusual;
use entaku_domain::member::Role;
use serde::Serialize;

/// Who looked at or took out what.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AccessRowView {
    /// When.
    pub at: Moment,
    /// The member's name at the time.
    pub member: String,
    /// The member's id.
    pub member_id: String,
    /// In which role, code.
    pub role: Role,
    /// Kind, `access.caseOpened`.
    pub what: String,
    /// The same in words.
    pub words: LabelView,
    /// The case's id, where it is about one.
    pub case: Option<String>,
    /// The case's number.
    pub case_no: Option<String>,
    /// Computer.
    pub device: String,
    /// What stands out about it, to be looked at by a person; codes.
    pub unusual: Vec<Unusual>,
}
