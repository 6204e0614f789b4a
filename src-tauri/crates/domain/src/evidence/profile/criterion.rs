//! What a part of a profile may ask for, in types.

use std::collections::BTreeSet;

/// One change by the names that tell it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// Key of the protein change ([`crate::hgvs::HgvsText::protein_key`]); empty where none is named.
    pub protein: String,
    /// Key of the coding change ([`crate::hgvs::HgvsText::coding_key`]); empty where none is named.
    pub coding: String,
    /// Reference sequence of the coding change, where one is named.
    pub transcript: Option<String>,
}

/// Residues, counted from 1, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The residue that stands there unaltered, where one is named and the span is one residue.
    pub letter: Option<char>,
    /// First.
    pub first: u32,
    /// Last.
    pub last: u32,
}

impl Span {
    /// Whether both have a residue in common.
    pub fn meets(self, first: u32, last: u32) -> bool {
        self.first <= last && first <= self.last
    }
}

/// A change in an exon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExonWanted {
    /// Exons by their numbers.
    pub exons: BTreeSet<u32>,
    /// Of which kind.
    pub change: ExonChange,
}

/// What is asked of a change in an exon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExonChange {
    /// Any mutation.
    Mutation,
    /// Residues lost with the frame kept, or the exon itself lost.
    Deletion,
    /// Residues gained with the frame kept.
    Insertion,
    /// Frameshift.
    Frameshift,
    /// Missense.
    Missense,
}

/// Classes of changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Stop gained, frameshift, canonical splice site, start lost.
    Truncating,
    /// Frameshift.
    Frameshift,
    /// Stop gained.
    Nonsense,
    /// What switches the gene off: truncating, or no copy left.
    LossOfFunction,
    /// Both copies switched off, which a single finding does not tell.
    BothCopies,
    /// Splice sites.
    Splice,
    /// Missense.
    Missense,
    /// Residues lost with the frame kept.
    InFrameDeletion,
    /// Residues gained with the frame kept.
    InFrameInsertion,
    /// A stretch of the gene twice (`ITD`).
    InternalDuplication,
    /// Said to switch the gene on, which the change alone does not tell.
    Activating,
}

/// Changes of copy number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyNumberWanted {
    /// Amplification. A gain is none.
    Amplification,
    /// More copies than usual.
    Gain,
    /// Fewer copies than usual.
    Loss,
    /// No copy left, named as such.
    HomozygousLoss,
    /// Loss of heterozygosity.
    Loh,
    /// Any change.
    Any,
}

/// A partner of a fusion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Partner {
    /// A gene, as written.
    Gene(String),
    /// Any (`v`), or one that is not known (`?`).
    Any,
}

/// `EML4`, `v`, `?`; none where the text is no symbol.
pub(super) fn partner(text: &str) -> Option<Partner> {
    let text = text.trim();
    match text {
        "v" | "V" | "?" | "*" => Some(Partner::Any),
        _ => super::names::is_symbol(text).then(|| Partner::Gene(text.to_owned())),
    }
}

/// A fusion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FusionWanted {
    /// 5' partner.
    pub five: Partner,
    /// 3' partner.
    pub three: Partner,
    /// Whether the partners are named in order; a gene's `Fusion` says nothing of the side.
    pub ordered: bool,
    /// Exons or type that a finding must show too, as written: `e6-e20`.
    pub detail: Option<String>,
}

/// Amounts of expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpressionWanted {
    /// Expressed.
    Expressed,
    /// More than usual. Not an amplification.
    Over,
    /// Less than usual.
    Under,
}

/// Markers of the whole genome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Marker {
    /// Tumour mutational burden.
    Tmb,
    /// Microsatellite instability.
    Msi,
    /// Mismatch repair.
    Mmr,
    /// Homologous recombination.
    Hrd,
    /// Loss of heterozygosity over the genome.
    Loh,
}

/// States of a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkerState {
    /// High, instable, deficient, positive.
    High,
    /// Low.
    Low,
    /// Stable, proficient, negative.
    Stable,
}
