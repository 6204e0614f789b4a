//! A reference genome that the site has on its machine: where it lies, never what stands in it.

use crate::genome::GenomeBuild;
use crate::ids::Sha256Hex;
use crate::member::Actor;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A FASTA as it was when it was registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RegisteredReference {
    /// Its build; a site has one of each.
    pub build: GenomeBuild,
    /// Whole path on the machine.
    pub path: String,
    /// Contigs.
    pub contigs: u32,
    /// SHA-256 of indexes, size and both ends of the file, by which another file of that name is told.
    pub fingerprint: Sha256Hex,
}

/// A reference genome in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteReference {
    /// Which.
    pub reference: RegisteredReference,
    /// Who registered it.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}
