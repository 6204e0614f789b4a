//! What a laboratory or C-CAT says.

use super::LabelView;
use serde::Serialize;

/// Something the laboratory or C-CAT says, in its own words.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StatementView {
    /// Kind of statement.
    pub kind: LabelView,
    /// Who says it.
    pub by: LabelView,
    /// File name.
    pub source: String,
    /// Gene.
    pub gene: Option<String>,
    /// The statement in one line.
    pub text: String,
    /// Evidence level with its scale.
    pub level: Option<String>,
    /// Every field as written.
    pub fields: Vec<(String, String)>,
}
