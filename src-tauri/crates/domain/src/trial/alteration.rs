//! A change of a gene as a trial asks for it.

use serde::{Deserialize, Serialize};

/// What a trial asks of the genes. What is empty is not asked for; of several of one kind one is enough.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AlterationAsked {
    /// Genes, as written.
    pub genes: Vec<GeneAsked>,
    /// Kind of change.
    pub category: Category,
    /// Changes of the protein.
    pub proteins: Vec<ProteinAsked>,
    /// Exons, by number.
    pub exons: Vec<u32>,
    /// Classes of changes, in the words of CTML.
    pub classes: Vec<String>,
    /// Calls of copy number.
    pub calls: Vec<CopyCall>,
    /// Partner of a fusion, whichever of the two comes first.
    pub partner: Option<GeneAsked>,
    /// Whether the gene must be unaltered.
    pub wild_type: bool,
}

/// A gene, or one side of a fusion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum GeneAsked {
    /// This gene.
    Gene(String),
    /// Some gene.
    AnyGene,
    /// No gene.
    Intergenic,
}

/// Kinds of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Category {
    /// Any.
    #[default]
    Any,
    /// Substitution, insertion, deletion.
    Mutation,
    /// Copy number.
    CopyNumber,
    /// Rearrangement.
    Structural,
    /// Mutation or copy number, no rearrangement (CTML's `Any Variation`).
    MutationOrCopyNumber,
}

/// A change of a protein.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ProteinAsked {
    /// This one, by its key ([`HgvsText::protein_key`](crate::hgvs::HgvsText::protein_key)).
    Change(String),
    /// Any one amino acid behind this: `V600`.
    Wildcard(String),
    /// The same, written `G12X`: an `X` has also been the sign of a stop.
    WildcardX(String),
    /// A residue, and no word of what becomes of it.
    Residue(String),
}

/// What copies came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CopyCall {
    /// High Amplification.
    HighAmplification,
    /// Low Amplification, a gain.
    LowAmplification,
    /// Amplification, of a height that is not told.
    Amplification,
    /// Homozygous Deletion.
    HomozygousDeletion,
    /// Heterozygous Deletion.
    HeterozygousDeletion,
    /// Deletion, of one or both copies.
    Deletion,
    /// As they should be.
    NoChange,
    /// Not told.
    Untold,
}

impl CopyCall {
    /// A call in CTML's words or in those of the engine's samples, in any letter case.
    pub fn parse(text: &str) -> Option<Self> {
        let words = text.trim().to_ascii_lowercase().replace(['_', '-'], " ");
        Some(match words.as_str() {
            "high amplification" | "high level amplification" => Self::HighAmplification,
            "low amplification" | "low level amplification" | "gain" => Self::LowAmplification,
            "amplification" | "amp" => Self::Amplification,
            "homozygous deletion" | "deep deletion" | "homdel" | "homozygous loss" => {
                Self::HomozygousDeletion
            }
            "heterozygous deletion" | "shallow deletion" | "hetloss" | "heterozygous loss" => {
                Self::HeterozygousDeletion
            }
            "deletion" | "loss" => Self::Deletion,
            "neutral" | "no change" | "diploid" => Self::NoChange,
            _ => return None,
        })
    }
}
