//! What a change does to one transcript, and which of several such consequences speaks for a finding.
//!
//! A finding keeps every consequence as read; the chosen one stands first, and gene, coding and protein change, effects and
//! transcript are taken from that one alone, never field by field from several. The order of choice (version [`CHOICE`]):
//! first the gene, by the kind of place that is hit and the most severe term of the Sequence Ontology; then the transcript of
//! that gene: the site's own list, MANE Select, MANE Plus Clinical, canonical, PICK, severity, name. Must not know any file
//! format.

use crate::gene::GeneSymbol;
use crate::hgvs::HgvsText;
use crate::words::worded;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Version of the order of choice, to be raised with every change of it.
pub const CHOICE: &str = "2026-11-29";

/// A mark on a transcript: the annotator's, or that the site prefers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum TranscriptFlag {
    /// On the site's own list, when the file was loaded.
    Preferred,
    /// MANE Select.
    ManeSelect,
    /// MANE Plus Clinical.
    ManePlusClinical,
    /// Canonical by the annotator's database.
    Canonical,
    /// Picked by VEP.
    Pick,
}

/// Impact as annotators grade it (the scale of Ensembl VEP and SnpEff).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Impact {
    /// Likely to disrupt the protein.
    High,
    /// May change what the protein does.
    Moderate,
    /// Unlikely to change it.
    Low,
    /// Outside the coding sequence, or not graded further.
    Modifier,
}

impl Impact {
    /// Reads the word in use.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "HIGH" => Some(Self::High),
            "MODERATE" => Some(Self::Moderate),
            "LOW" => Some(Self::Low),
            "MODIFIER" => Some(Self::Modifier),
            _ => None,
        }
    }
}

/// A transcript and what the change does to it, as written by the source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TranscriptEffect {
    /// Gene.
    pub gene: Option<GeneSymbol>,
    /// Transcript accession, `NM_005228.5`.
    pub transcript: Option<String>,
    /// Change of the coding sequence.
    pub coding: Option<HgvsText>,
    /// Change of the protein.
    pub protein: Option<HgvsText>,
    /// Effects as Sequence Ontology terms, as written.
    pub effects: Vec<String>,
    /// Impact as the annotator grades it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impact: Option<Impact>,
    /// Its marks, the strongest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub flags: Vec<TranscriptFlag>,
    /// Number of the exon of this transcript in which the change lies, counted by the annotator from 1 with every exon; none
    /// where it lies in several, in none, or where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exon: Option<u32>,
}

/// Genes whose promoter is known to be altered in tumours, so that a change before the gene is a change of the gene.
const PROMOTERS: [&str; 1] = ["TERT"];

/// The kind of place that is hit, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// Coding sequence or splice region of a coding transcript.
    Coding,
    /// The promoter of a gene known for it.
    KnownPromoter,
    /// Untranslated region.
    Untranslated,
    /// Exon or splice region of a transcript that codes for no protein.
    NonCoding,
    /// Intron, or within a gene without more.
    Intron,
    /// Before or after a gene.
    Beside,
    /// Regulatory regions, domains, nothing.
    Elsewhere,
}

/// Terms with the place they tell of, the most severe first: the Sequence Ontology's in the order of Ensembl, SnpEff's own
/// beside their like, and those of SnpEff before version 4.
const TERMS: &[(&str, Place)] = &[
    ("transcript_ablation", Place::Coding),
    ("exon_loss_variant", Place::Coding),
    ("EXON_DELETED", Place::Coding),
    ("splice_acceptor_variant", Place::Coding),
    ("SPLICE_SITE_ACCEPTOR", Place::Coding),
    ("splice_donor_variant", Place::Coding),
    ("SPLICE_SITE_DONOR", Place::Coding),
    ("stop_gained", Place::Coding),
    ("STOP_GAINED", Place::Coding),
    ("frameshift_variant", Place::Coding),
    ("FRAME_SHIFT", Place::Coding),
    ("stop_lost", Place::Coding),
    ("STOP_LOST", Place::Coding),
    ("start_lost", Place::Coding),
    ("START_LOST", Place::Coding),
    ("gene_fusion", Place::Coding),
    ("bidirectional_gene_fusion", Place::Coding),
    ("transcript_amplification", Place::Coding),
    ("feature_elongation", Place::Coding),
    ("feature_truncation", Place::Coding),
    ("inframe_insertion", Place::Coding),
    ("disruptive_inframe_insertion", Place::Coding),
    ("conservative_inframe_insertion", Place::Coding),
    ("CODON_INSERTION", Place::Coding),
    ("CODON_CHANGE_PLUS_CODON_INSERTION", Place::Coding),
    ("inframe_deletion", Place::Coding),
    ("disruptive_inframe_deletion", Place::Coding),
    ("conservative_inframe_deletion", Place::Coding),
    ("CODON_DELETION", Place::Coding),
    ("CODON_CHANGE_PLUS_CODON_DELETION", Place::Coding),
    ("missense_variant", Place::Coding),
    ("NON_SYNONYMOUS_CODING", Place::Coding),
    ("NON_SYNONYMOUS_START", Place::Coding),
    ("CODON_CHANGE", Place::Coding),
    ("rare_amino_acid_variant", Place::Coding),
    ("initiator_codon_variant", Place::Coding),
    ("protein_altering_variant", Place::Coding),
    ("splice_donor_5th_base_variant", Place::Coding),
    ("splice_region_variant", Place::Coding),
    ("SPLICE_SITE_REGION", Place::Coding),
    ("splice_donor_region_variant", Place::Coding),
    ("splice_polypyrimidine_tract_variant", Place::Coding),
    ("splice_branch_variant", Place::Coding),
    ("incomplete_terminal_codon_variant", Place::Coding),
    ("start_retained_variant", Place::Coding),
    ("stop_retained_variant", Place::Coding),
    ("SYNONYMOUS_STOP", Place::Coding),
    ("synonymous_variant", Place::Coding),
    ("SYNONYMOUS_CODING", Place::Coding),
    ("SYNONYMOUS_START", Place::Coding),
    ("coding_sequence_variant", Place::Coding),
    ("CDS", Place::Coding),
    ("mature_miRNA_variant", Place::NonCoding),
    ("5_prime_UTR_premature_start_codon_gain_variant", Place::Untranslated),
    ("START_GAINED", Place::Untranslated),
    ("5_prime_UTR_variant", Place::Untranslated),
    ("UTR_5_PRIME", Place::Untranslated),
    ("3_prime_UTR_variant", Place::Untranslated),
    ("UTR_3_PRIME", Place::Untranslated),
    ("non_coding_transcript_exon_variant", Place::NonCoding),
    ("non_coding_exon_variant", Place::NonCoding),
    ("EXON", Place::NonCoding),
    ("intron_variant", Place::Intron),
    ("INTRON", Place::Intron),
    ("NMD_transcript_variant", Place::Intron),
    ("non_coding_transcript_variant", Place::Intron),
    ("coding_transcript_variant", Place::Intron),
    ("intragenic_variant", Place::Intron),
    ("INTRAGENIC", Place::Intron),
    ("TRANSCRIPT", Place::Intron),
    ("upstream_gene_variant", Place::Beside),
    ("UPSTREAM", Place::Beside),
    ("downstream_gene_variant", Place::Beside),
    ("DOWNSTREAM", Place::Beside),
    ("TFBS_ablation", Place::Elsewhere),
    ("TFBS_amplification", Place::Elsewhere),
    ("TF_binding_site_variant", Place::Elsewhere),
    ("regulatory_region_ablation", Place::Elsewhere),
    ("regulatory_region_amplification", Place::Elsewhere),
    ("regulatory_region_variant", Place::Elsewhere),
    ("intergenic_variant", Place::Elsewhere),
    ("intergenic_region", Place::Elsewhere),
    ("INTERGENIC", Place::Elsewhere),
    // Beside the transcript's own entry: what a domain or a contact says is the same change told again.
    ("structural_interaction_variant", Place::Elsewhere),
    ("protein_protein_contact", Place::Elsewhere),
    ("sequence_feature", Place::Elsewhere),
];

/// Terms of the coding sequence that leave the protein as it was.
const SILENT: [&str; 6] = [
    "synonymous_variant",
    "SYNONYMOUS_CODING",
    "SYNONYMOUS_START",
    "SYNONYMOUS_STOP",
    "start_retained_variant",
    "stop_retained_variant",
];

/// The same by term: a case of hundreds of findings asks for thousands of ranks with every view.
static BY_TERM: LazyLock<HashMap<&str, (usize, Place)>> =
    LazyLock::new(|| TERMS.iter().enumerate().map(|(at, (term, place))| (*term, (at, *place))).collect());

impl TranscriptEffect {
    /// Index of the most severe term, and the place the terms tell of together.
    fn rank(&self) -> (Place, usize) {
        let mut rank = (Place::Elsewhere, TERMS.len());
        let mut codes = true;
        for effect in &self.effects {
            codes &= !effect.starts_with("non_coding_");
            if let Some((at, place)) = BY_TERM.get(effect.as_str()) {
                rank = (rank.0.min(*place), rank.1.min(*at));
            }
        }
        codes &= self.coding.as_ref().is_none_or(|coding| !coding.as_str().starts_with("n."));
        let promoter = matches!(rank.0, Place::Beside | Place::Untranslated)
            && self.effects.iter().any(|term| {
                matches!(
                    term.as_str(),
                    "upstream_gene_variant" | "UPSTREAM" | "5_prime_UTR_variant" | "UTR_5_PRIME"
                )
            })
            && self.gene.as_ref().is_some_and(|gene| PROMOTERS.contains(&gene.as_str()));
        match rank.0 {
            _ if promoter => (Place::KnownPromoter, rank.1),
            Place::Coding if !codes => (Place::NonCoding, rank.1),
            _ => rank,
        }
    }

    /// Whether both say the same of the same transcript, whatever marks it has.
    pub fn is_same_consequence(&self, other: &Self) -> bool {
        (&self.gene, &self.transcript, &self.coding, &self.protein)
            == (&other.gene, &other.transcript, &other.coding, &other.protein)
    }

    /// Whether the change may alter the protein or how the transcript is spliced. A term that is not known may; so may a
    /// consequence without any term.
    pub fn may_alter_protein(&self) -> bool {
        let alters = |term: &String| match BY_TERM.get(term.as_str()) {
            None => true,
            Some((_, place)) => *place == Place::Coding && !SILENT.contains(&term.as_str()),
        };
        self.effects.is_empty() || self.effects.iter().any(alters)
    }

    /// Whether the change lies beside the gene and does not hit it.
    pub fn is_beside(&self) -> bool {
        self.rank().0 >= Place::Beside
    }

    fn has(&self, flag: TranscriptFlag) -> bool {
        self.flags.contains(&flag)
    }

    /// How much the transcript is preferred within its gene; the least comes first.
    fn standing(&self, severity: usize) -> Standing {
        (
            !self.has(TranscriptFlag::Preferred),
            !self.has(TranscriptFlag::ManeSelect),
            !self.has(TranscriptFlag::ManePlusClinical),
            !self.has(TranscriptFlag::Canonical),
            !self.has(TranscriptFlag::Pick),
            severity,
        )
    }
}

/// Absence of each mark in the order of choice, then severity.
type Standing = (bool, bool, bool, bool, bool, usize);

/// Puts the chosen consequence first; the others keep their order.
pub fn choose_first(effects: &mut [TranscriptEffect]) {
    if effects.len() < 2 {
        return;
    }
    let ranks: Vec<((Place, usize), Standing)> = effects
        .iter()
        .map(|effect| {
            let rank = effect.rank();
            (rank, effect.standing(rank.1))
        })
        .collect();
    let ranked = || effects.iter().zip(&ranks);
    // A gene is as telling as the most telling of its transcripts; between equals one with a name comes first, then the
    // better marked one, then the name.
    let chosen = ranked()
        .enumerate()
        .min_by_key(|(_, (effect, (_, standing)))| {
            let own = ranked().filter(|(other, _)| other.gene == effect.gene);
            let place = own.clone().map(|(_, (rank, _))| *rank).min();
            let best = own.map(|(_, (_, standing))| *standing).min();
            (place, effect.gene.is_none(), best, &effect.gene, *standing, &effect.transcript)
        })
        .map(|(index, _)| index);
    if let Some(front) = chosen.and_then(|index| effects.get_mut(..=index)) {
        front.rotate_right(1);
    }
}

/// Why the first consequence of a list was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ChosenBecause {
    /// It is the only one.
    Only,
    /// The source names it first, and grades none of them.
    SourceOrder,
    /// On the site's own list.
    Preferred,
    /// MANE Select of its gene.
    ManeSelect,
    /// MANE Plus Clinical of its gene.
    ManePlusClinical,
    /// Canonical transcript of its gene.
    Canonical,
    /// VEP's pick within its gene.
    Pick,
    /// The most severe of its gene.
    Severity,
    /// Between equals, by name.
    Name,
}

/// Why the first consequence of a list was chosen; none where there is none.
pub fn chosen_because(effects: &[TranscriptEffect]) -> Option<ChosenBecause> {
    let (chosen, others) = effects.split_first()?;
    if others.is_empty() {
        return Some(ChosenBecause::Only);
    }
    if effects.iter().all(|effect| effect.impact.is_none() && effect.flags.is_empty()) {
        return Some(ChosenBecause::SourceOrder);
    }
    let by_flag = chosen.flags.iter().min().map(|flag| match flag {
        TranscriptFlag::Preferred => ChosenBecause::Preferred,
        TranscriptFlag::ManeSelect => ChosenBecause::ManeSelect,
        TranscriptFlag::ManePlusClinical => ChosenBecause::ManePlusClinical,
        TranscriptFlag::Canonical => ChosenBecause::Canonical,
        TranscriptFlag::Pick => ChosenBecause::Pick,
    });
    let tied = others.iter().any(|other| other.gene == chosen.gene && other.rank().1 == chosen.rank().1);
    Some(by_flag.unwrap_or(if tied { ChosenBecause::Name } else { ChosenBecause::Severity }))
}

/// Why the gene of the first consequence stands before the other genes of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum GeneBecause {
    /// What is hit of it weighs most.
    Severity,
    /// Its promoter is known to be altered in tumours.
    KnownPromoter,
    /// The others are hit alike: a gene with a name, the better marked one, then by name.
    Tie,
}

/// Why the gene of the first consequence was chosen; none where there is no other.
pub fn gene_because(effects: &[TranscriptEffect]) -> Option<GeneBecause> {
    let (chosen, others) = effects.split_first()?;
    let of = |gene: &Option<GeneSymbol>| {
        let own = effects.iter().filter(|effect| effect.gene == *gene);
        own.map(TranscriptEffect::rank).min()
    };
    let own = of(&chosen.gene);
    let next = others.iter().filter(|other| other.gene != chosen.gene).map(|other| of(&other.gene)).min()?;
    Some(match own {
        _ if own == next => GeneBecause::Tie,
        Some((Place::KnownPromoter, _)) => GeneBecause::KnownPromoter,
        _ => GeneBecause::Severity,
    })
}

/// The consequences that are more severe than the chosen one, of its gene or of another.
pub fn more_severe(effects: &[TranscriptEffect]) -> Vec<&TranscriptEffect> {
    let Some((chosen, others)) = effects.split_first() else { return Vec::new() };
    let own = chosen.rank().1;
    others.iter().filter(|other| other.rank().1 < own).collect()
}

worded!(ChosenBecause {
    Self::Only => "chosen.only", Self::SourceOrder => "chosen.sourceOrder",
    Self::Preferred => "chosen.preferred", Self::ManeSelect => "chosen.maneSelect",
    Self::ManePlusClinical => "chosen.manePlusClinical", Self::Canonical => "chosen.canonical",
    Self::Pick => "chosen.pick", Self::Severity => "chosen.severity", Self::Name => "chosen.name",
});
worded!(GeneBecause {
    Self::Severity => "chosenGene.severity", Self::KnownPromoter => "chosenGene.knownPromoter",
    Self::Tie => "chosenGene.tie",
});
worded!(TranscriptFlag {
    Self::Preferred => "transcript.preferred", Self::ManeSelect => "transcript.maneSelect",
    Self::ManePlusClinical => "transcript.manePlusClinical", Self::Canonical => "transcript.canonical",
    Self::Pick => "transcript.pick",
});

#[cfg(test)]
mod tests;
