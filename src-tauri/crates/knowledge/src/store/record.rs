//! What the store tells of an import: one dated version of one source.

use entaku_words::errors::{knowledge_kind, set_aside_reason, version_from};
use entaku_words::{Label, Word};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $code:literal $word:path),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$each])* #[serde(rename = $code)] $variant),+ }
        impl $name {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// Stable code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
            /// What it is called.
            pub fn label(self) -> Word {
                match self { $(Self::$variant => $word),+ }
            }
            /// The one with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.code() == code)
            }
        }
    };
}

codes! {
    /// What a file is.
    KnowledgeKind {
        /// CIViC's evidence items.
        CivicEvidence = "civicEvidence" knowledge_kind::CIVIC_EVIDENCE,
        /// CIViC's assertions.
        CivicAssertions = "civicAssertions" knowledge_kind::CIVIC_ASSERTIONS,
        /// CIViC's variants.
        CivicVariants = "civicVariants" knowledge_kind::CIVIC_VARIANTS,
        /// CIViC's molecular profiles.
        CivicProfiles = "civicProfiles" knowledge_kind::CIVIC_PROFILES,
        /// CIViC's features: genes, fusions, factors, regions.
        CivicFeatures = "civicFeatures" knowledge_kind::CIVIC_FEATURES,
        /// A release of OncoTree.
        OncoTree = "oncotree" knowledge_kind::ONCOTREE,
        /// HGNC's symbols with aliases and previous symbols.
        Hgnc = "hgnc" knowledge_kind::HGNC,
        /// What genes do in cancers.
        GeneRoles = "geneRoles" knowledge_kind::GENE_ROLES,
        /// Residues altered more often than by chance.
        Hotspots = "hotspots" knowledge_kind::HOTSPOTS,
        /// The site's own list of evidence.
        OwnList = "ownList" knowledge_kind::OWN_LIST,
        /// Companion tests and reimbursed markers.
        CompanionTests = "companionTests" knowledge_kind::COMPANION_TESTS,
        /// Diseases of the Disease Ontology beside OncoTree's codes.
        DiseaseMap = "diseaseMap" knowledge_kind::DISEASE_MAP,
        /// Which genes a panel test examines.
        PanelGenes = "panelGenes" knowledge_kind::PANEL_GENES,
        /// ClinVar as an indexed VCF, asked in place.
        Clinvar = "clinvar" knowledge_kind::CLINVAR,
        /// Population frequencies as an indexed VCF, asked in place.
        Frequencies = "frequencies" knowledge_kind::FREQUENCIES,
        /// Studies of ClinicalTrials.gov.
        TrialsClinicalTrialsGov = "trialsClinicalTrialsGov" knowledge_kind::TRIALS_CLINICAL_TRIALS_GOV,
        /// Trials coded in CTML.
        TrialsCtml = "trialsCtml" knowledge_kind::TRIALS_CTML,
        /// A saved page of jRCT.
        TrialsJrct = "trialsJrct" knowledge_kind::TRIALS_JRCT,
    }
}

impl KnowledgeKind {
    /// Whether people of the site edit it: then the last one entered answers, whatever day its file names.
    pub fn is_edited(self) -> bool {
        matches!(
            self,
            Self::OwnList | Self::CompanionTests | Self::DiseaseMap | Self::GeneRoles | Self::PanelGenes
        )
    }
    /// Whether its rows are trials. Each import holds trials of its own, so that none takes another's place: of one trial the
    /// newest version answers.
    pub fn is_trials(self) -> bool {
        matches!(self, Self::TrialsClinicalTrialsGov | Self::TrialsCtml | Self::TrialsJrct)
    }
    /// Who publishes it, unless the person says otherwise.
    pub(crate) fn usual_source(self) -> &'static str {
        match self {
            Self::CivicEvidence
            | Self::CivicAssertions
            | Self::CivicVariants
            | Self::CivicProfiles
            | Self::CivicFeatures => "CIViC",
            Self::OncoTree => "OncoTree",
            Self::Hgnc => "HGNC",
            Self::Hotspots => "Cancer Hotspots",
            Self::Clinvar => "ClinVar",
            Self::OwnList | Self::GeneRoles | Self::CompanionTests | Self::DiseaseMap | Self::PanelGenes => {
                "site"
            }
            Self::Frequencies => "frequencies",
            Self::TrialsClinicalTrialsGov => "ClinicalTrials.gov",
            Self::TrialsCtml => "site",
            Self::TrialsJrct => "jRCT",
        }
    }
    /// Licence, where it is known and unless the person says otherwise.
    pub(crate) fn usual_licence(self) -> Option<&'static str> {
        match self {
            Self::CivicEvidence
            | Self::CivicAssertions
            | Self::CivicVariants
            | Self::CivicProfiles
            | Self::CivicFeatures => Some("CC0 1.0"),
            Self::OncoTree => Some("CC BY 4.0"),
            Self::Hotspots => Some("ODbL 1.0"),
            Self::Clinvar | Self::TrialsClinicalTrialsGov => Some("public domain"),
            Self::TrialsJrct => Some("PDL 1.0"),
            _ => None,
        }
    }
}

codes! {
    /// How the version of an import is known.
    VersionFrom {
        /// A date in the name of the file.
        FileName = "fileName" version_from::FILE_NAME,
        /// The newest update that its content tells.
        Content = "content" version_from::CONTENT,
        /// The person said it.
        Person = "person" version_from::PERSON,
        /// Neither: the day of the import.
        ImportDay = "importDay" version_from::IMPORT_DAY,
    }
}

codes! {
    /// Why a row was not kept as it stands.
    SetAsideReason {
        /// The same row, letter for letter, under an id that came before: one row.
        Repeated = "repeated" set_aside_reason::REPEATED,
        /// Another row under an id that came before.
        SameIdOtherContent = "sameIdOtherContent" set_aside_reason::SAME_ID_OTHER_CONTENT,
        /// Fewer fields than the header names.
        TooFewFields = "tooFewFields" set_aside_reason::TOO_FEW_FIELDS,
        /// More fields than the header names. Where a list without quotes is what overflows, the row is kept.
        TooManyFields = "tooManyFields" set_aside_reason::TOO_MANY_FIELDS,
        /// A field that must be filled is empty.
        Missing = "missing" set_aside_reason::MISSING,
        /// A word that is none of the known ones.
        UnknownWord = "unknownWord" set_aside_reason::UNKNOWN_WORD,
        /// Not a number, or not one that can be.
        NoNumber = "noNumber" set_aside_reason::NO_NUMBER,
        /// Neither accepted nor submitted: the source withdrew it.
        Withdrawn = "withdrawn" set_aside_reason::WITHDRAWN,
    }
}

/// Rows of an import: `read` = `kept` + `set_aside`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KnowledgeLedger {
    /// Rows of the file, header and empty lines apart.
    pub read: u64,
    /// Rows that answer.
    pub kept: u64,
    /// Rows that do not.
    pub set_aside: u64,
    /// Of the kept ones, those that were put right; each has a remark.
    pub rescued: u64,
    /// Those set aside, by reason.
    pub by_reason: BTreeMap<SetAsideReason, u64>,
}

/// One row that was set aside, or kept after it was put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SetAside {
    /// Line of the file, counted from 1 with the header; of a workbook its row; of JSON the number of the entry.
    pub line: u64,
    /// Why.
    pub reason: SetAsideReason,
    /// Whether it was put right and kept.
    pub kept: bool,
    /// Which field, what was found, what was expected.
    pub detail: Label,
    /// The row as written, at most 16 KiB of it.
    pub text: String,
}

/// One dated version of one source, as it was imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Import {
    /// `K12`: short, given by the store, never given again. Empty for what was only tried.
    pub id: String,
    /// What it is.
    pub kind: KnowledgeKind,
    /// Who publishes it.
    pub source: String,
    /// Day of the version (`2026-10-01`), or the name the person gave it.
    pub version: String,
    /// How the version is known.
    pub version_from: VersionFrom,
    /// Licence, where it is known.
    pub licence: Option<String>,
    /// Where it was fetched, as the person gives it. Never called.
    pub address: Option<String>,
    /// Name of the file; of a VCF that is asked in place its path.
    pub file: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the file, hexadecimal; of a VCF that is asked in place, of its index.
    pub sha256: String,
    /// When: as the caller gives it.
    pub at: String,
    /// By whom: as the caller gives it.
    pub by: String,
    /// Why it was changed, where a person edited it.
    pub why: Option<String>,
    /// Rows. Of a VCF that is asked in place none are read.
    pub ledger: KnowledgeLedger,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ImportOutcome {
    /// It answers from now on.
    Kept,
    /// The very same bytes were imported before; nothing was added.
    Already,
    /// It was only tried.
    Tried,
}

/// Answer to an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// What became of it.
    pub outcome: ImportOutcome,
    /// The import; where the bytes were there already, the one of then.
    pub import: Import,
}

/// How a file is to be imported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportOptions {
    /// What it is, where the person says so; else its header tells.
    pub kind: Option<KnowledgeKind>,
    /// Who publishes it; else as usual for the kind. Versions of one source under one name supersede each other.
    pub source: Option<String>,
    /// Name or day of the version, where the person says so.
    pub version: Option<String>,
    /// Licence.
    pub licence: Option<String>,
    /// Where it was fetched.
    pub address: Option<String>,
    /// By whom.
    pub by: String,
    /// When: RFC 3339, beginning with the day.
    pub at: String,
    /// Why, where a person edited it.
    pub why: Option<String>,
    /// Do everything but keep it.
    pub dry_run: bool,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportProgress {
    /// Bytes read.
    pub bytes: u64,
    /// Bytes of the file.
    pub of: u64,
    /// Rows read.
    pub rows: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_its_own_and_has_its_word() {
        let mut codes: Vec<&str> = KnowledgeKind::ALL.iter().map(|kind| kind.code()).collect();
        codes.extend(SetAsideReason::ALL.iter().map(|reason| reason.code()));
        codes.extend(VersionFrom::ALL.iter().map(|from| from.code()));
        let many = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), many);
        for kind in KnowledgeKind::ALL {
            assert_eq!(KnowledgeKind::from_code(kind.code()), Some(*kind));
            assert!(kind.label().key.ends_with(kind.code()), "{}", kind.label().key);
        }
        for reason in SetAsideReason::ALL {
            assert!(reason.label().key.ends_with(reason.code()), "{}", reason.label().key);
        }
        assert_eq!(KnowledgeKind::from_code("civic"), None);
    }
}
