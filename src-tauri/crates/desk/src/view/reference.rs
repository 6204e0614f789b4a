//! The reference genomes of the site.

use super::Moment;
use serde::Serialize;

/// A registered reference genome, and whether it can be used now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReferenceView {
    /// Build.
    pub build: String,
    /// Path.
    pub file: String,
    /// Whether the file is there, whole, and the one that was registered.
    pub ok: bool,
    /// Why not, in the reader's language.
    pub why: Option<String>,
    /// What is unusual about it, in the reader's language: it is a part of a genome only.
    pub remark: Option<String>,
    /// Contigs.
    pub contigs: u32,
    /// SHA-256 of indexes, size and both ends of the file.
    pub fingerprint: String,
    /// Who registered it.
    pub by: String,
    /// When.
    pub at: Moment,
}
