//! What a gene does in cancers: whether a change that switches it on or one that switches it off drives them.
//! Owns the shape and the look-up; the list is knowledge's.

use crate::certainty::Certainty;
use crate::gene::GeneSymbol;
use crate::label::Label;
use crate::words::worded;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The role of a gene.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum GeneRole {
    /// がん遺伝子.
    Oncogene,
    /// がん抑制遺伝子.
    TumourSuppressor,
    /// Either, by tumour type or change.
    Both,
}

/// A list of roles with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeneRoles {
    /// Name of the list.
    pub name: Label,
    /// Version.
    pub version: String,
    /// Source.
    pub source: String,
    /// What to know of it.
    pub remark: Option<Label>,
    /// How sure it is.
    pub certainty: Certainty,
    /// Roles by symbol.
    pub roles: BTreeMap<GeneSymbol, GeneRole>,
}

impl GeneRoles {
    /// No role of any gene.
    pub fn none() -> Self {
        Self {
            name: Label { ja: String::new(), en: String::new() },
            version: String::new(),
            source: String::new(),
            remark: None,
            certainty: Certainty::Unconfirmed,
            roles: BTreeMap::new(),
        }
    }

    /// The role of a gene, where the list has it.
    pub fn of(&self, gene: &GeneSymbol) -> Option<GeneRole> {
        self.roles.get(gene).copied()
    }
}

worded!(GeneRole {
    Self::Oncogene => "geneRole.oncogene", Self::TumourSuppressor => "geneRole.tumourSuppressor", Self::Both => "geneRole.both",
});
