//! What is known of a patient, as far as trials ask. What is absent is not known.

use super::alteration::{Category, CopyCall};
use super::criterion::{MismatchRepair, PatientSex, ReceptorState};
use std::collections::BTreeSet;

/// A patient. Gene symbols are approved ones ([`GeneNames::approved`](crate::evidence::GeneNames::approved)).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TrialPatient {
    /// Age.
    pub age: Option<Age>,
    /// Sex.
    pub sex: Option<PatientSex>,
    /// Code of OncoTree.
    pub tumour: Option<String>,
    /// ECOG performance status, 0 to 5.
    pub performance_status: Option<u8>,
    /// Lines of treatment so far.
    pub prior_lines: Option<u32>,
    /// Drugs so far.
    pub prior_drugs: Option<PriorDrugs>,
    /// HER2.
    pub her2: Option<ReceptorState>,
    /// ER.
    pub er: Option<ReceptorState>,
    /// PgR.
    pub pr: Option<ReceptorState>,
    /// States of the disease; empty is not known.
    pub disease_status: Vec<String>,
    /// Whether there are active brain metastases.
    pub brain_metastases: Option<bool>,
    /// Which genes were looked at.
    pub covered: Covered,
    /// What was found in them.
    pub findings: Vec<PatientFinding>,
    /// Mutations for each megabase.
    pub tmb: Option<f64>,
    /// Whether microsatellites are instable (MSI-High).
    pub msi_high: Option<bool>,
    /// Mismatch repair as it was tested itself.
    pub mismatch_repair: Option<MismatchRepair>,
}

/// Drugs that were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PriorDrugs {
    /// All of them, by name.
    All(Vec<String>),
    /// In people's own words: a drug that is not named there may have been given under another name.
    InWords(Vec<String>),
}

/// Age in years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Age {
    /// To the day.
    Exact(f64),
    /// At least the first and below the second: known in completed years, or at an earlier time.
    Between(f64, f64),
}

/// Which genes were looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Covered {
    /// Not known of any.
    #[default]
    Unknown,
    /// All.
    All,
    /// These, by their approved symbols; of the others nothing is known.
    Genes(CoveredSets),
}

/// What was looked at in which genes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CoveredSets {
    /// Genes whose sequence was read.
    pub sequence: BTreeSet<String>,
    /// Genes whose copies were counted.
    pub copies: BTreeSet<String>,
    /// Genes whose rearrangements were looked for.
    pub fusions: BTreeSet<String>,
}

impl CoveredSets {
    /// Genes that were looked at in every way.
    pub fn in_every_way(genes: impl IntoIterator<Item = String>) -> Self {
        let genes: BTreeSet<String> = genes.into_iter().collect();
        Self { sequence: genes.clone(), copies: genes.clone(), fusions: genes }
    }
}

impl Covered {
    /// Whether a gene was looked at for changes of a kind; that it was not is never known.
    pub fn has(&self, gene: &str, kind: Category) -> bool {
        let Self::Genes(CoveredSets { sequence, copies, fusions }) = self else { return *self == Self::All };
        let needed: &[_] = match kind {
            Category::Mutation => &[sequence],
            Category::CopyNumber => &[copies],
            Category::Structural => &[fusions],
            Category::MutationOrCopyNumber => &[sequence, copies],
            Category::Any => &[sequence, copies, fusions],
        };
        needed.iter().all(|genes| genes.contains(gene))
    }
}

/// A finding.
#[derive(Debug, Clone, PartialEq)]
pub struct PatientFinding {
    /// Gene.
    pub gene: String,
    /// What it is.
    pub change: Change,
    /// In the source's words, for the reasons.
    pub said: String,
}

/// What a finding is.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Substitution, insertion, deletion.
    Short {
        /// Key of the protein change.
        protein: Option<String>,
        /// Exon.
        exon: Option<u32>,
        /// Class, in the words of CTML.
        class: Option<String>,
    },
    /// Copy number.
    Copies(CopyCall),
    /// Fusion, or a rearrangement within the gene.
    Fusion {
        /// The other side.
        partner: Partner,
        /// Exon.
        exon: Option<u32>,
    },
}

/// The other side of a fusion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Partner {
    /// A gene.
    Gene(String),
    /// No gene lies there.
    Intergenic,
    /// Not told.
    Untold,
}
