//! An evidence item as its source publishes it.

use crate::finding::VerbatimField;
use crate::genome::{Assembly, Chromosome, Position1};
use crate::statement::StatedLevel;
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// What an item speaks for. Rows are grouped by it, and never summed up over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Direction {
    /// A drug acts (感受性).
    Sensitivity,
    /// A drug does not act, or acts less (耐性).
    Resistance,
    /// Of a drug, but neither of the two: adverse response, or no effect stated.
    OtherResponse,
    /// For a diagnosis (診断).
    Diagnostic,
    /// For the course of the disease (予後).
    Prognostic,
    /// For being predisposed to the disease (素因).
    Predisposing,
    /// That it drives the tumour, or does not (がん化).
    Oncogenic,
    /// What it does to the gene's product (機能).
    Functional,
}

/// Whether the source has reviewed the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ReviewStatus {
    /// Reviewed and taken in.
    Accepted,
    /// Sent in, not reviewed: shown on request, and marked.
    Submitted,
}

/// How several therapies of one item belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Interaction {
    /// Given together (併用).
    Combination,
    /// One after the other (逐次).
    Sequential,
    /// One or the other (いずれか).
    Substitutes,
}

/// Where a reference is to be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum CitationKind {
    /// PubMed: the id is a PMID.
    PubMed,
    /// An abstract of ASCO.
    Asco,
    /// An abstract of ASH.
    Ash,
    /// Clinical trial registry (NCT, jRCT).
    Trial,
    /// Anything else, as named.
    Other,
}

/// What an item rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    /// Which kind.
    pub kind: CitationKind,
    /// Its id there, as text.
    pub id: String,
    /// Authors, year, journal as the source cites it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub citation: Option<String>,
}

impl Reference {
    /// As people look it up: `PMID 20979469 (Chapman et al., 2011)`.
    pub fn said(&self) -> String {
        let named = match self.kind {
            CitationKind::PubMed => format!("PMID {}", self.id),
            CitationKind::Asco => format!("ASCO {}", self.id),
            CitationKind::Ash => format!("ASH {}", self.id),
            CitationKind::Trial | CitationKind::Other => self.id.clone(),
        };
        match &self.citation {
            Some(citation) => format!("{named} ({citation})"),
            None => named,
        }
    }
}

/// The disease that an item is about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct EvidenceDisease {
    /// As written.
    pub name: Option<String>,
    /// Disease Ontology, as text: leading zeros belong to it.
    pub doid: Option<String>,
    /// OncoTree codes where the source itself gives them.
    pub oncotree: Vec<String>,
}

/// One item of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceItem {
    /// Name of the source: `CIViC`, `C-CAT`, the site's own list.
    pub source: String,
    /// The source's id of the row: `EID1409`, `AID7`.
    pub id: String,
    /// Reviewed or not.
    pub status: ReviewStatus,
    /// What it speaks for.
    pub direction: Direction,
    /// Whether it supports what it speaks for; false where it says that this does not hold.
    pub supports: bool,
    /// Significance in the source's words: `Sensitivity/Response`.
    pub significance: String,
    /// Level with its scale.
    pub level: Option<StatedLevel>,
    /// Disease.
    pub disease: EvidenceDisease,
    /// The molecular profile as the source names it, gene included: `EML4::ALK Fusion AND ALK F1174L`.
    pub profile: String,
    /// Therapies, each once.
    pub therapies: Vec<String>,
    /// How they belong together.
    pub interaction: Option<Interaction>,
    /// References.
    pub references: Vec<Reference>,
    /// What it says, in the source's words.
    pub statement: String,
    /// Origin of the variant in the source's words: `Somatic`, `Rare Germline`.
    pub origin: Option<String>,
    /// The source's rating in stars, 0 to 5, where it gives one.
    pub rating: Option<u8>,
    /// Whether the source marks it as contested.
    pub contested: bool,
    /// When the source last changed the row, as written. Not a review.
    pub updated: Option<String>,
    /// Address of the row at its source. Shown, never called.
    pub address: Option<String>,
    /// Approval or guideline stated beside it, in the source's words (an assertion's).
    pub stated_beside: Vec<String>,
    /// Every field as written, unknown ones included.
    pub fields: Vec<VerbatimField>,
}

/// Where a source places a variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KnownPlace {
    /// Build, and where that is known from.
    pub assembly: Assembly,
    /// Chromosome.
    pub chromosome: Chromosome,
    /// First base, counted from 1.
    pub start: Position1,
    /// Last base, counted from 1, inclusive.
    pub stop: Position1,
    /// Reference bases.
    pub reference: Option<String>,
    /// Variant bases.
    pub alternate: Option<String>,
}

/// What a source says of one variant that its profiles name. A help for matching: everything may be missing but the names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KnownVariant {
    /// Gene, fusion (`EML4::ALK`) or factor (`TMB`), as the source names it.
    pub feature: String,
    /// Name of the variant within it: `L858R`, `Exon 19 Deletion`, `Fusion`.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Kinds by the Sequence Ontology, as written: `missense_variant`.
    pub kinds: Vec<String>,
    /// HGVS expressions, each with its reference sequence.
    pub hgvs: Vec<String>,
    /// Where it lies; often unknown.
    pub place: Option<KnownPlace>,
}

worded!(Direction {
    Self::Sensitivity => "direction.sensitivity", Self::Resistance => "direction.resistance",
    Self::OtherResponse => "direction.otherResponse", Self::Diagnostic => "direction.diagnostic",
    Self::Prognostic => "direction.prognostic", Self::Predisposing => "direction.predisposing",
    Self::Oncogenic => "direction.oncogenic", Self::Functional => "direction.functional",
});
worded!(ReviewStatus {
    Self::Accepted => "reviewStatus.accepted", Self::Submitted => "reviewStatus.submitted",
});
worded!(Interaction {
    Self::Combination => "interaction.combination", Self::Sequential => "interaction.sequential",
    Self::Substitutes => "interaction.substitutes",
});
