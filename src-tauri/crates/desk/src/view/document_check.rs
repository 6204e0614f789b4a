//! Whether a PDF in hand is one of this store.

use super::Moment;
use entaku_domain::document::DocumentKind;
use entaku_domain::label::Language;
use entaku_domain::member::Role;
use serde::Serialize;

/// What a document in hand is to this store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum DocumentVerdict {
    /// Byte for byte one that was finalised or given out.
    Identical,
    /// It calls itself one, and is not.
    Changed,
    /// It names a case or meeting of this store, and was never final.
    Draft,
    /// Its code is on record; the paper itself cannot be compared.
    Named,
    /// None of this store.
    Unknown,
}

/// What a file or a code in hand is.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DocumentCheckView {
    /// What it is.
    pub verdict: DocumentVerdict,
    /// Whether it is byte for byte a document of this store.
    pub identical: bool,
    /// In words: what was found, and what to do.
    pub message: super::LabelView,
    /// SHA-256 of the file.
    pub sha256: Option<String>,
    /// Bytes of the file.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub bytes: Option<u64>,
    /// The document it is or names.
    pub document: Option<KnownDocumentView>,
}

/// A document that was finalised or given out.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct KnownDocumentView {
    /// Kind code.
    pub kind: DocumentKind,
    /// Kind in words.
    pub kind_name: super::LabelView,
    /// Case; none for a meeting's document.
    pub case_id: Option<String>,
    /// Number of the case.
    pub case_no: Option<String>,
    /// Meeting; none for a case's document.
    pub meeting_id: Option<String>,
    /// Revision of the panel's report it is or rests on.
    pub revision: Option<u32>,
    /// Number of the issue; none for the panel's report.
    pub issue: Option<u32>,
    /// `ja` or `en`; none where only the content is named.
    pub language: Option<Language>,
    /// When it was finalised or given out.
    pub at: Moment,
    /// By whom.
    pub by: String,
    /// In which role, code.
    pub role: Role,
    /// SHA-256 of its file; none where only the content is named.
    pub sha256: Option<String>,
    /// The latest finalised revision, where this one is not it.
    pub superseded_by: Option<u32>,
}
