//! The reference genomes of the site.

use super::form::args;
use serde::{Deserialize, Serialize};

args! {
    /// Use a FASTA of this machine as the reference genome of a build, in place of any of that build.
    RegisterReference {
        /// Path of the FASTA, plain with `.fai` or bgzip with `.fai` and `.gzi`; a plain one without gets its `.fai`.*
        path: String,
        /// `GRCh37` or `GRCh38`.*
        build: String,
    }
    /// Do not use the reference genome of a build any more.
    RemoveReference {
        /// `GRCh37` or `GRCh38`.*
        build: String,
    }
}

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
    pub at: String,
}
