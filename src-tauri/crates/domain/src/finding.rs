//! What the laboratory found: one finding for each record of the draft report that was kept.
//! Values are normalised for search and comparison; `verbatim` keeps every field as it was written.

mod consequence;
mod copy_number;
mod difference;
mod locus;
mod preferred;
mod recall;
mod short_variant;

pub use consequence::{
    CHOICE, ChosenBecause, GeneBecause, Impact, TranscriptEffect, TranscriptFlag, choose_first,
    chosen_because, gene_because, more_severe,
};
pub use copy_number::CopyNumberKind;
pub use difference::{Difference, Part};
pub use locus::{AgainstReference, Locus};
pub(crate) use preferred::accession;
pub use preferred::{PreferredTranscript, PreferredTranscripts};
pub use recall::RecallKeys;
pub(crate) use recall::{database, same_place, same_protein_key};

use crate::gene::GeneSymbol;
use crate::genome::{Assembly, Chromosome, Position1};
use crate::hgvs::HgvsText;
use crate::ids::FindingId;
use crate::measure::{Metric, Vaf};
use crate::member::Actor;
use crate::text::Text;
use crate::words::worded;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// Whether an alteration is the tumour's own or inherited, as the laboratory states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Origin {
    /// 体細胞.
    Somatic,
    /// 体細胞の可能性が高い.
    LikelySomatic,
    /// 生殖細胞系列.
    Germline,
    /// 生殖細胞系列の可能性が高い.
    LikelyGermline,
    /// Not stated.
    Unknown,
}

impl Origin {
    /// Whether the laboratory reports (likely) germline origin, which falls under the patient's disclosure wish.
    pub fn is_germline(self) -> bool {
        matches!(self, Self::Germline | Self::LikelyGermline)
    }
}

/// What was sequenced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum NucleicAcid {
    /// DNA.
    Dna,
    /// RNA.
    Rna,
}

/// Substitution, insertion or deletion (一塩基置換・挿入・欠失).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ShortVariant {
    /// Chromosome.
    pub chromosome: Option<Chromosome>,
    /// Position of the first reference base, counted from 1.
    pub position: Option<Position1>,
    /// Reference allele.
    pub reference: Option<String>,
    /// Alternate allele.
    pub alternate: Option<String>,
    /// Variant allele frequency.
    pub vaf: Option<Vaf>,
    /// Reads over the position.
    pub depth: Option<u32>,
    /// Reads with the alternate allele.
    pub alternate_depth: Option<u32>,
    /// What the site's reference genome says of it, where the site has one of the file's build.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub against_reference: Option<Box<AgainstReference>>,
    /// Consequences as read, the chosen one first.
    pub transcripts: Vec<TranscriptEffect>,
}

/// Change of copy number (コピー数変化).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CopyNumberAlteration {
    /// Chromosome.
    pub chromosome: Option<Chromosome>,
    /// First base, counted from 1.
    pub start: Option<Position1>,
    /// Last base, counted from 1, inclusive.
    pub end: Option<Position1>,
    /// Type as written: `amplification`, `loss`, `homozygous deletion` …
    pub alteration: String,
    /// Copy number and other measures.
    pub metrics: Vec<Metric>,
    /// Genes.
    pub genes: Vec<GeneSymbol>,
}

/// One side of a rearrangement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Breakend {
    /// Chromosome.
    pub chromosome: Option<Chromosome>,
    /// First base of the interval, counted from 1.
    pub start: Option<Position1>,
    /// Last base of the interval, counted from 1, inclusive.
    pub end: Option<Position1>,
    /// Where the mate piece lies, as written (`upstream` / `downstream`).
    pub mate_piece: Option<String>,
    /// Genes at the breakend.
    pub genes: Vec<GeneSymbol>,
}

/// Rearrangement (遺伝子再構成・構造異型) with its two breakends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rearrangement {
    /// Type as written: `gene fusion`, `deletion`, `exon skipping` …
    pub alteration: String,
    /// Names given by the source: `EML4-ALK`, `MET exon 14 skipping`.
    pub names: Vec<String>,
    /// The two breakends; a source that gives one leaves the other empty.
    pub breakends: (Option<Breakend>, Option<Breakend>),
    /// Gene pairs in order, 5' partner first.
    pub gene_pairs: Vec<(GeneSymbol, GeneSymbol)>,
    /// Variant allele frequency.
    pub vaf: Option<Vaf>,
    /// Reads that support it.
    pub supporting_reads: Option<u32>,
    /// Reads over the place.
    pub total_reads: Option<u32>,
}

/// Expression level (発現値).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Expression {
    /// Genes.
    pub genes: Vec<GeneSymbol>,
    /// Levels with unit.
    pub metrics: Vec<Metric>,
}

/// A genome-wide marker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Biomarker {
    /// Type as written, normally `TMB`, `MSI` or `LOH`.
    pub marker: String,
    /// Values with unit.
    pub metrics: Vec<Metric>,
    /// State as written: `high`, `stable` …
    pub state: Option<String>,
    /// Further descriptions as written.
    pub descriptions: Vec<String>,
}

/// Sequence that is not human (virus …).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NonHuman {
    /// Organism as written.
    pub organism: String,
    /// Measures.
    pub metrics: Vec<Metric>,
}

/// A marker made of several findings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Composite {
    /// Names as written.
    pub names: Vec<String>,
    /// Item ids of the components, as written by the source.
    pub components: Vec<String>,
}

/// What kind of finding, with its values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "type", content = "values")]
pub enum Alteration {
    /// Substitution, insertion, deletion.
    ShortVariant(ShortVariant),
    /// Copy number.
    CopyNumber(CopyNumberAlteration),
    /// Rearrangement.
    Rearrangement(Rearrangement),
    /// Expression.
    Expression(Expression),
    /// TMB, MSI, LOH.
    Biomarker(Biomarker),
    /// Non-human content.
    NonHuman(NonHuman),
    /// Composite biomarker.
    Composite(Composite),
}

/// The kinds of findings, in the order in which reports list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum FindingKind {
    /// Substitution, insertion, deletion.
    ShortVariant,
    /// Copy number.
    CopyNumber,
    /// Rearrangement.
    Rearrangement,
    /// TMB, MSI, LOH.
    Biomarker,
    /// Expression.
    Expression,
    /// Non-human content.
    NonHuman,
    /// Composite biomarker.
    Composite,
}

impl FindingKind {
    /// All kinds in report order.
    pub const ALL: [Self; 7] = [
        Self::ShortVariant,
        Self::CopyNumber,
        Self::Rearrangement,
        Self::Biomarker,
        Self::Expression,
        Self::NonHuman,
        Self::Composite,
    ];
}

/// One field of the source record: path within the record and the text as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerbatimField(pub String, pub String);

/// What an intake makes of one record, before the case gives it a number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DraftFinding {
    /// The record's own id in its file (CATS `itemId`, a VCF line …).
    pub item: String,
    /// The values.
    pub alteration: Alteration,
    /// Origin as stated.
    pub origin: Origin,
    /// Sample it was found in, as named by the source.
    pub sample: Option<String>,
    /// DNA or RNA, where the source says.
    pub nucleic_acid: Option<NucleicAcid>,
    /// Whether the laboratory puts it on its report; none where the source has no such mark.
    pub reported: Option<bool>,
    /// The laboratory's own verdict, in its words.
    pub laboratory_verdict: Option<String>,
    /// C-CAT's verdict, in its words.
    pub ccat_verdict: Option<String>,
    /// Every field of the record as written, unknown ones included.
    pub verbatim: Vec<VerbatimField>,
}

/// Why a record of a further source is held to be the same alteration as a finding of the case. Never a guess: each is an
/// equality that a person can check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum MatchBasis {
    /// Same build, chromosome, position and alleles (after common bases were trimmed).
    Position,
    /// Same gene and coding change; transcripts equal where both name one.
    CodingChange,
    /// Same gene and protein change, where not both sources give a coding change.
    ProteinChange,
    /// Same genes and type of copy-number change.
    CopyNumber,
    /// Same gene pair in order, or the same two breakends on one build.
    Rearrangement,
    /// Same marker, organism or expressed genes.
    Marker,
}

/// What a further source says of a finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FurtherReading {
    /// Index of the source, within the case's sources, counted from 0.
    pub source: usize,
    /// Why it is the same alteration.
    pub basis: MatchBasis,
    /// What was read.
    pub read: DraftFinding,
}

/// A finding that a person entered, because no file holds it (a report on paper, a result told by the laboratory).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Entry {
    /// Who entered it.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Where it comes from, in the person's words.
    pub reason: Text,
    /// Build of its coordinates.
    pub assembly: Assembly,
}

/// That a person, and not the order of choice, said which consequence speaks for a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonsChoice {
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Why.
    pub reason: Text,
}

/// A finding of a case.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Its number in the case.
    pub id: FindingId,
    /// Index of the source it came from first, within the case's sources, counted from 0; none where a person entered it.
    pub source: Option<usize>,
    /// Who entered it, where no file holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<Entry>,
    /// What further sources say of the same alteration.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<FurtherReading>,
    /// Who chose the consequence that speaks for it, where a person did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<PersonsChoice>,
    /// What was read.
    #[serde(flatten)]
    pub read: DraftFinding,
}

impl Alteration {
    /// The kind.
    pub fn kind(&self) -> FindingKind {
        match self {
            Self::ShortVariant(_) => FindingKind::ShortVariant,
            Self::CopyNumber(_) => FindingKind::CopyNumber,
            Self::Rearrangement(_) => FindingKind::Rearrangement,
            Self::Expression(_) => FindingKind::Expression,
            Self::Biomarker(_) => FindingKind::Biomarker,
            Self::NonHuman(_) => FindingKind::NonHuman,
            Self::Composite(_) => FindingKind::Composite,
        }
    }

    /// The genes concerned, each once, in the source's order.
    pub fn genes(&self) -> Vec<&GeneSymbol> {
        let mut genes: Vec<&GeneSymbol> = Vec::new();
        let mut add = |gene| {
            if !genes.contains(&gene) {
                genes.push(gene);
            }
        };
        match self {
            // Genes that a source names beside the chosen one are neighbours; they stay in sight with their consequences.
            Self::ShortVariant(v) => v.gene().into_iter().for_each(&mut add),
            Self::CopyNumber(v) => v.genes.iter().for_each(&mut add),
            Self::Expression(v) => v.genes.iter().for_each(&mut add),
            Self::Rearrangement(v) => {
                v.gene_pairs.iter().flat_map(|(five, three)| [five, three]).for_each(&mut add);
                let (first, second) = &v.breakends;
                [first, second].into_iter().flatten().flat_map(|b| &b.genes).for_each(&mut add);
            }
            Self::Biomarker(_) | Self::NonHuman(_) | Self::Composite(_) => {}
        }
        genes
    }

    /// Puts a consequence first, the others keep their order. False where there is no such consequence.
    pub fn let_speak(&mut self, consequence: &TranscriptEffect) -> bool {
        let Self::ShortVariant(variant) = self else { return false };
        let same = |effect: &TranscriptEffect| effect.is_same_consequence(consequence);
        let at = variant.transcripts.iter().position(same);
        match at.and_then(|at| variant.transcripts.get_mut(..=at)) {
            Some(front) => {
                front.rotate_right(1);
                true
            }
            None => false,
        }
    }

    /// Change of the coding sequence, as written, of the chosen consequence.
    pub fn coding(&self) -> Option<&HgvsText> {
        match self {
            Self::ShortVariant(v) => v.chosen()?.coding.as_ref(),
            _ => None,
        }
    }

    /// Change of the protein, as written, of the chosen consequence.
    pub fn protein(&self) -> Option<&HgvsText> {
        match self {
            Self::ShortVariant(v) => v.chosen()?.protein.as_ref(),
            _ => None,
        }
    }

    /// Variant allele frequency.
    pub fn vaf(&self) -> Option<Vaf> {
        match self {
            Self::ShortVariant(v) => v.vaf,
            Self::Rearrangement(v) => v.vaf,
            _ => None,
        }
    }

    /// The change in one line without the gene, as people say it: protein change, else coding change, else position and
    /// alleles; the type and amount of a copy-number change; the name of a rearrangement; the state and value of a marker.
    /// In the source's words throughout.
    pub fn change(&self) -> String {
        match self {
            Self::ShortVariant(v) => self
                .protein()
                .or_else(|| self.coding())
                .map(ToString::to_string)
                .unwrap_or_else(|| v.genomic_change()),
            Self::CopyNumber(v) => with_metrics(&v.alteration, &v.metrics),
            Self::Rearrangement(v) => match v.names.is_empty() {
                true => v.alteration.clone(),
                false => format!("{} ({})", v.names.join(" / "), v.alteration),
            },
            Self::Expression(v) => with_metrics("", &v.metrics),
            Self::Biomarker(v) => with_metrics(v.state.as_deref().unwrap_or_default(), &v.metrics),
            Self::NonHuman(v) => with_metrics(&v.organism, &v.metrics),
            Self::Composite(v) => v.names.join(" / "),
        }
    }

    /// Gene or genes, or the marker's name: what the line is about.
    pub fn subject(&self) -> String {
        match self {
            Self::Biomarker(v) => v.marker.clone(),
            Self::NonHuman(v) => v.organism.clone(),
            Self::Composite(v) => v.names.join(" / "),
            Self::ShortVariant(v) => v.gene().map(ToString::to_string).unwrap_or_default(),
            Self::Rearrangement(v) if !v.gene_pairs.is_empty() => v
                .gene_pairs
                .iter()
                .map(|(five, three)| format!("{five}::{three}"))
                .collect::<Vec<_>>()
                .join(", "),
            _ => self.genes().iter().map(|gene| gene.as_str()).collect::<Vec<_>>().join(", "),
        }
    }
}

fn with_metrics(head: &str, metrics: &[Metric]) -> String {
    let values = metrics.iter().map(Metric::printed).collect::<Vec<_>>().join(", ");
    match (head.is_empty(), values.is_empty()) {
        (_, true) => head.to_owned(),
        (true, false) => values,
        (false, false) => format!("{head} ({values})"),
    }
}

worded!(Origin {
    Self::Somatic => "origin.somatic", Self::LikelySomatic => "origin.likelySomatic", Self::Germline => "origin.germline",
    Self::LikelyGermline => "origin.likelyGermline", Self::Unknown => "origin.unknown",
});
worded!(NucleicAcid { Self::Dna => "nucleicAcid.dna", Self::Rna => "nucleicAcid.rna" });
worded!(FindingKind {
    Self::ShortVariant => "kind.shortVariant", Self::CopyNumber => "kind.copyNumber", Self::Rearrangement => "kind.rearrangement",
    Self::Biomarker => "kind.biomarker", Self::Expression => "kind.expression", Self::NonHuman => "kind.nonHuman",
    Self::Composite => "kind.composite",
});
worded!(MatchBasis {
    Self::Position => "match.position", Self::CodingChange => "match.codingChange",
    Self::ProteinChange => "match.proteinChange", Self::CopyNumber => "match.copyNumber",
    Self::Rearrangement => "match.rearrangement", Self::Marker => "match.marker",
});
