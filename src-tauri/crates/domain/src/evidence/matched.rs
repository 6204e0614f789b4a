//! How a finding meets an item, and how the item's disease relates to the patient's tumour.

use super::why::{AliasUsed, Why};
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// How a finding meets a profile, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum MatchKind {
    /// The same change.
    SameChange,
    /// Another change of the same residue, or the profile names the residue alone.
    SameResidue,
    /// The profile names an exon, and the change lies in it.
    Exon,
    /// The profile names a region, and the change lies in it.
    Region,
    /// A class of changes: truncating, frameshift, in-frame deletion, loss of function.
    Class,
    /// Any mutation of the gene.
    AnyMutation,
    /// Amplification, gain, loss.
    CopyNumber,
    /// Fusion, with the named or any partner.
    Fusion,
    /// Expression.
    Expression,
    /// TMB, MSI, mismatch repair, LOH.
    Biomarker,
    /// A profile of several parts.
    Composite,
}

/// Whether one part of a profile holds in the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum PartState {
    /// Holds.
    Met,
    /// Does not hold.
    NotMet,
    /// Not known.
    Unknown,
}

/// One part of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartStatus {
    /// The part as the profile names it, `NOT` included.
    pub name: String,
    /// Whether it holds.
    pub state: PartState,
}

/// That a finding meets an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceMatch {
    /// How.
    pub kind: MatchKind,
    /// Whether the profile as a whole holds; unknown where a part of it is, or where the change is a possible one alone.
    pub holds: PartState,
    /// The parts of a composite profile, in its order; of a simple one its only part.
    pub parts: Vec<PartStatus>,
    /// Why, for each part that the finding meets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<Why>,
    /// Where profile or finding name a gene by another symbol than its approved one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<AliasUsed>,
}

/// How the disease of an item relates to the patient's tumour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum DiseaseRelation {
    /// The same node of OncoTree.
    Same,
    /// The item's disease is above the patient's tumour in the tree.
    Ancestor,
    /// The item's disease is below it.
    Descendant,
    /// Any tumour, any solid tumour.
    Any,
    /// Another tumour.
    Other,
    /// Not mapped to OncoTree, or the tumour of the case is not.
    Unknown,
}

worded!(MatchKind {
    Self::SameChange => "matchKind.sameChange", Self::SameResidue => "matchKind.sameResidue",
    Self::Exon => "matchKind.exon", Self::Region => "matchKind.region", Self::Class => "matchKind.class",
    Self::AnyMutation => "matchKind.anyMutation", Self::CopyNumber => "matchKind.copyNumber",
    Self::Fusion => "matchKind.fusion", Self::Expression => "matchKind.expression",
    Self::Biomarker => "matchKind.biomarker", Self::Composite => "matchKind.composite",
});
worded!(PartState {
    Self::Met => "partState.met", Self::NotMet => "partState.notMet", Self::Unknown => "partState.unknown",
});
worded!(DiseaseRelation {
    Self::Same => "diseaseRelation.same", Self::Ancestor => "diseaseRelation.ancestor",
    Self::Descendant => "diseaseRelation.descendant", Self::Any => "diseaseRelation.any",
    Self::Other => "diseaseRelation.other", Self::Unknown => "diseaseRelation.unknown",
});
