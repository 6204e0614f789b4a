//! What an answer leaves out for lack of a right.

use super::LabelView;
use serde::Serialize;

/// What is not shown to a reader whose roles do not allow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum NotShown {
    /// Who the patient is.
    Identity,
    /// Germline findings, and what is judged of heredity.
    Germline,
}

/// The same, with its words.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct NotShownView {
    /// What.
    pub part: NotShown,
    /// In words.
    pub message: LabelView,
}
