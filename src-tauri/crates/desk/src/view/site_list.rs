//! The lists that the site keeps itself, as they are edited.

use super::{KnowledgeImportView, LabelView};
use serde::{Deserialize, Serialize};

/// One of the lists that the site keeps itself.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SiteListView {
    /// What it lists, code.
    pub kind: String,
    /// The same in words.
    pub kind_in_words: LabelView,
    /// Its columns, in the order of its header; those that only this list has stand after them.
    pub columns: Vec<SiteListColumnView>,
    /// The import that answers; none while there is no list.
    pub based_on: Option<String>,
    /// Its rows.
    pub rows: Vec<SiteListRowView>,
    /// Its versions, the latest first, each with who made it, when and why.
    pub history: Vec<KnowledgeImportView>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SiteListColumnView {
    /// Its name in the header.
    pub name: String,
    /// What is written there.
    pub label: LabelView,
    /// Whether it must be filled.
    pub needed: bool,
}

/// A row as written.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SiteListRowView {
    /// By what it is told apart.
    pub id: String,
    /// Its fields, empty ones left out.
    pub fields: Vec<SiteListField>,
}

/// A field of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SiteListField {
    /// Name of the column.*
    pub name: String,
    /// What stands there.*
    pub value: String,
}
