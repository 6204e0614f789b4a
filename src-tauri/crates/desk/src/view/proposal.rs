//! Changes that wait for a second person.

use super::{LabelView, Moment};
use entaku_domain::member::Role;
use serde::Serialize;

/// A change that waits for a second person.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ProposalView {
    /// Its id.
    pub proposal_id: String,
    /// What would change, in words.
    pub what: LabelView,
    /// Who proposed it.
    pub by: String,
    /// In which role, code.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// Whether the reader proposed it, and so cannot confirm it.
    pub own: bool,
    /// Whether what it would change is another since, so that nobody can confirm it.
    pub outdated: bool,
}
