//! What a list can ask of a finding and its patient. Whatever nobody has stated is none, which is neither yes nor no.

use crate::finding::Origin;
use crate::gene::GeneSymbol;
use crate::measure::Vaf;
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// What kind of change, as far as the share of reads means something else for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum AlterationClass {
    /// Substitution of one or several bases.
    Snv,
    /// Insertion, deletion, or both.
    Indel,
    /// Copy number, lost or in a direction that is not told.
    CopyNumber,
    /// Copy number, gained or amplified.
    CopyNumberGain,
    /// Rearrangement.
    Rearrangement,
}

impl AlterationClass {
    /// Whether the share of reads with the change is counted: the kinds that lists have limits for.
    pub fn is_short(self) -> bool {
        matches!(self, Self::Snv | Self::Indel)
    }
}

/// What the test read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum PanelKind {
    /// Tumour tissue alone.
    TumourOnly,
    /// Tumour and the patient's normal tissue.
    TumourNormal,
    /// Cell-free DNA alone.
    Liquid,
}

impl PanelKind {
    /// All.
    pub const ALL: [Self; 3] = [Self::TumourOnly, Self::Liquid, Self::TumourNormal];
}

/// State of the microsatellites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum MsiState {
    /// MSI-High.
    High,
    /// MSS, or MSI-Low.
    Stable,
}

impl MsiState {
    /// By the words of laboratories; none where they leave it open.
    pub fn of_written(state: &str) -> Option<Self> {
        let bare: String = crate::text::half_width(state)
            .to_lowercase()
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect();
        match bare.strip_prefix("msi").unwrap_or(&bare) {
            "high" | "h" | "instable" | "unstable" | "高" | "高頻度" => Some(Self::High),
            "stable"
            | "low"
            | "l"
            | "mss"
            | "msstable"
            | "nothigh"
            | "s"
            | "microsatellitestable"
            | "安定" => Some(Self::Stable),
            _ => None,
        }
    }
}

/// What the change means where it is inherited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum GermlineSignificance {
    /// 病的.
    Pathogenic,
    /// 病的の可能性が高い.
    LikelyPathogenic,
    /// VUS.
    Uncertain,
    /// 良性の可能性が高い.
    LikelyBenign,
    /// 良性.
    Benign,
    /// Sources contradict each other.
    Conflicting,
}

impl GermlineSignificance {
    /// By ClinVar's words (`Pathogenic/Likely_pathogenic`, `Conflicting_classifications_of_pathogenicity`); none where they say
    /// nothing of pathogenicity (`drug_response`, `not_provided`).
    pub fn of_clinvar(written: &str) -> Option<Self> {
        let words = written.to_lowercase().replace('_', " ");
        if words.trim_start().starts_with("conflicting") {
            return Some(Self::Conflicting);
        }
        // `Pathogenic/Likely pathogenic, low penetrance|risk factor`: the first class that is one.
        words.split(['/', '|', ';', ',']).find_map(|part| match part.trim() {
            "pathogenic" => Some(Self::Pathogenic),
            "likely pathogenic" => Some(Self::LikelyPathogenic),
            "uncertain significance" | "vus" => Some(Self::Uncertain),
            "likely benign" => Some(Self::LikelyBenign),
            "benign" => Some(Self::Benign),
            _ => None,
        })
    }
}

/// Who states the significance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum SignificanceFrom {
    /// Given with the question.
    Stated,
    /// The panel, on a scale of heredity.
    Panel,
    /// ClinVar, by a file of the site.
    Clinvar,
    /// The laboratory.
    Laboratory,
}

/// The tumour as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TumourAtHand {
    /// In words.
    pub text: Option<String>,
    /// OncoTree code with its ancestors, the code itself first; empty where there is none.
    pub codes: Vec<String>,
}

impl TumourAtHand {
    /// Whether nothing is known of it.
    pub fn is_unknown(&self) -> bool {
        self.codes.is_empty() && self.text.as_deref().is_none_or(|text| text.trim().is_empty())
    }
}

/// All that lists ask for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GermlineFacts {
    /// Gene.
    pub gene: Option<GeneSymbol>,
    /// Kind of change.
    pub kind: Option<AlterationClass>,
    /// Share of reads with the change.
    pub vaf: Option<Vaf>,
    /// What the test read.
    pub panel: Option<PanelKind>,
    /// Microsatellites.
    pub msi: Option<MsiState>,
    /// Age at onset, in years, parts of years included.
    pub age: Option<f64>,
    /// The tumour.
    pub tumour: TumourAtHand,
    /// What the change means where it is inherited.
    pub significance: Option<GermlineSignificance>,
    /// Who says so.
    pub significance_from: Option<SignificanceFrom>,
    /// Origin as the laboratory states it; none and [`Origin::Unknown`] are the same.
    pub origin: Option<Origin>,
    /// Whether the tumour is one that goes with the gene.
    pub related_tumour: Option<bool>,
    /// Whether the patient or the family shows what goes with the gene.
    pub phenotype: Option<bool>,
}

worded!(AlterationClass {
    Self::Snv => "alterationClass.snv", Self::Indel => "alterationClass.indel",
    Self::CopyNumber => "alterationClass.copyNumber", Self::CopyNumberGain => "alterationClass.copyNumberGain",
    Self::Rearrangement => "alterationClass.rearrangement",
});
worded!(PanelKind {
    Self::TumourOnly => "panelKind.tumourOnly", Self::TumourNormal => "panelKind.tumourNormal",
    Self::Liquid => "panelKind.liquid",
});
worded!(MsiState { Self::High => "msiState.high", Self::Stable => "msiState.stable" });
worded!(GermlineSignificance {
    Self::Pathogenic => "germlineSignificance.pathogenic", Self::LikelyPathogenic => "germlineSignificance.likelyPathogenic",
    Self::Uncertain => "germlineSignificance.uncertain", Self::LikelyBenign => "germlineSignificance.likelyBenign",
    Self::Benign => "germlineSignificance.benign", Self::Conflicting => "germlineSignificance.conflicting",
});
worded!(SignificanceFrom {
    Self::Stated => "significanceFrom.stated", Self::Panel => "significanceFrom.panel",
    Self::Clinvar => "significanceFrom.clinvar", Self::Laboratory => "significanceFrom.laboratory",
});
