//! Previews and exports.

use super::LabelView;
use super::case::GapView;
use entaku_domain::label::Language;
use serde::Serialize;

/// A report to look at.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PreviewView {
    /// Revision shown.
    pub revision: u32,
    /// Whether it is a draft.
    pub draft: bool,
    /// `ja` or `en`.
    pub language: Language,
    /// The PDF in base64.
    pub pdf: String,
    /// Pages.
    pub pages: u32,
    /// SHA-256 of the PDF.
    pub sha256: String,
    /// Content hash.
    pub content_hash: String,
    /// What still stands before finalisation.
    pub gaps: Vec<GapView>,
    /// Places in 〔 〕 that wait to be filled in, as the pages of a draft have them. Pointed out, and never refused.
    pub unfilled: Vec<String>,
}

/// A document written to a file.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExportedView {
    /// The file.
    pub file: String,
    /// Bytes.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// Pages.
    pub pages: u32,
    /// SHA-256.
    pub sha256: String,
}

/// Data written to a file.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExportedDataView {
    /// The file.
    pub file: String,
    /// Bytes.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// Cases in it.
    pub cases: u32,
    /// Lines of a table without its head; events of a case.
    pub rows: u32,
    /// SHA-256.
    pub sha256: String,
    /// What whoever uses the file must know.
    pub note: LabelView,
}

/// The whole store written to files.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExportedAllView {
    /// The folder or archive.
    pub file: String,
    /// Files in it.
    pub files: u32,
    /// Cases in it.
    pub cases: u32,
    /// Events in it.
    #[cfg_attr(test, ts(type = "number"))]
    pub events: u64,
    /// Events whose content is left out, for it is an opinion that is not open yet to who wrote them.
    #[cfg_attr(test, ts(type = "number"))]
    pub withheld: u64,
    /// SHA-256 of the list of hashes, which stands for all of them.
    pub list_sha256: String,
    /// What whoever uses the files must know.
    pub note: LabelView,
}
