//! What became known since cases were weighed, as screens and the terminal show it.

use super::{CompanionMarkerView, EvidenceRowView, LabelView};
use entaku_domain::case::CaseStatus;
use serde::{Deserialize, Serialize};

/// What became known since cases were weighed.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct EvidenceNewsView {
    /// Cases for which something is new, what may matter most first; as many as were asked for.
    pub cases: Vec<CaseNewsView>,
    /// How many cases something is new for.
    pub total: u32,
    /// How many cases were looked through.
    pub looked_through: u32,
}

/// What is new for one case.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CaseNewsView {
    /// Case.
    pub case_id: String,
    /// Its number.
    pub case_no: String,
    /// Where it stands.
    pub status: CaseStatus,
    /// Tumour in words; empty when not told.
    pub tumour_type: String,
    /// OncoTree code.
    pub oncotree: Option<String>,
    /// Since when nobody has weighed the evidence beside some finding.
    pub weighed_since: String,
    /// What is new, what may matter most first.
    pub items: Vec<NewsItemView>,
    /// How many more there are.
    pub more: u32,
}

/// One piece of news beside a finding.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct NewsItemView {
    /// `F12`.
    pub finding_id: String,
    /// Gene and change.
    pub finding: String,
    /// Source.
    pub source: String,
    /// The source's id of the row.
    pub id: String,
    /// What changed, each once.
    pub changed: Vec<LabelView>,
    /// Whether the row stands beside the finding now; else it did before.
    pub stands: bool,
    /// Version of the source that answered when the case was weighed; none where there was none.
    pub former_version: Option<String>,
    /// The row as it stands, or as it stood.
    pub evidence: Option<EvidenceRowView>,
    /// The marker of companion tests, where the news is one.
    pub companion: Option<CompanionMarkerView>,
}

/// A piece of news by what it is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct NewsNamed {
    /// `F12`.*
    pub finding: String,
    /// Source.*
    pub source: String,
    /// The source's id of the row.*
    pub id: String,
}
