//! What is known of a case's findings, as screens and the terminal show it.

use super::{DrugSaidView, LabelView};
use entaku_domain::certainty::Certainty;
use entaku_domain::evidence::companion::ByThisTest;
use entaku_domain::evidence::{
    Direction, DiseaseRelation, Interaction, MatchKind, PartState, PartStatus, ReviewStatus,
};
use entaku_domain::gene_role::GeneRole;
use serde::Serialize;

/// What is known of one finding.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FindingEvidenceView {
    /// `F12`.
    pub finding_id: String,
    /// Evidence: what holds first, then by direction, level and closeness of the match.
    pub rows: Vec<EvidenceRowView>,
    /// How many more there are than were asked for.
    pub more: u32,
    /// Drugs for which rows that hold speak both ways; nothing is weighed up.
    pub conflicts: Vec<EvidenceConflictView>,
    /// How frequent the change is in populations, by each registered file of this build.
    pub frequencies: Vec<FrequencyView>,
    /// What ClinVar says of this very change; none where no registered file has it.
    pub clinvar: Option<ClinvarView>,
    /// What the registered files could not answer, in words.
    pub unanswered: Vec<LabelView>,
    /// The hotspots that the change lies in.
    pub hotspots: Vec<HotspotView>,
    /// What the gene does in cancers.
    pub role: Option<GeneRole>,
    /// Markers of companion tests that the finding is, or may be, for this tumour.
    pub companion: Vec<CompanionMarkerView>,
    /// Criteria of classification that the data speak for; a person takes them over.
    pub proposed: Vec<ProposedView>,
}

/// One row of evidence beside a finding.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct EvidenceRowView {
    /// By what it is named to be cited or set aside.
    pub row: String,
    /// The source's id.
    pub id: String,
    /// Source.
    pub source: String,
    /// Version of the source.
    pub version: String,
    /// Whether the source reviewed it.
    pub status: ReviewStatus,
    /// What it speaks for.
    pub direction: Direction,
    /// Whether it supports that.
    pub supports: bool,
    /// Significance in the source's words.
    pub significance: String,
    /// Level.
    pub level: Option<String>,
    /// The scale that the level belongs to.
    pub scale: Option<String>,
    /// Disease as written.
    pub disease: Option<String>,
    /// How it relates to the patient's tumour.
    pub disease_relation: DiseaseRelation,
    /// The profile as the source names it.
    pub profile: String,
    /// How the finding meets it.
    #[serde(rename = "match")]
    pub matched: MatchKind,
    /// Whether the profile as a whole holds.
    pub holds: PartState,
    /// Parts of the profile.
    pub parts: Vec<PartView>,
    /// Why it stands here, in words.
    pub why: Vec<LabelView>,
    /// Drugs.
    pub drugs: Vec<String>,
    /// Where the drugs stand in Japan, as far as it is known.
    pub drug_standing: Vec<DrugSaidView>,
    /// How the drugs belong together.
    pub interaction: Option<Interaction>,
    /// References as people look them up: `PMID 20979469 (Chapman et al., 2011)`.
    pub references: Vec<String>,
    /// What it says, in the source's words.
    pub statement: String,
    /// Origin of the variant in the source's words.
    pub origin: Option<String>,
    /// Rating in stars.
    pub rating: Option<u8>,
    /// Whether the source marks it as contested.
    pub contested: bool,
    /// When the source last changed it, as written: no review.
    pub updated: Option<String>,
    /// Address at the source, to be copied. Never called.
    pub address: Option<String>,
    /// Approvals and guidelines that the source states beside it.
    pub stated_beside: Vec<String>,
    /// Licence, where it is known.
    pub licence: Option<String>,
    /// Why the panel set it aside for this patient, where it did.
    pub set_aside: Option<String>,
}

/// A part of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PartView {
    /// As the profile names it.
    pub name: String,
    /// Whether it holds.
    pub state: PartState,
}

impl From<&PartStatus> for PartView {
    fn from(part: &PartStatus) -> Self {
        Self { name: part.name.clone(), state: part.state }
    }
}

/// How frequent a change is in one population.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FrequencyView {
    /// Source.
    pub source: String,
    /// Its version.
    pub version: String,
    /// Population by the name that was chosen; empty where the file does not have the change.
    pub population: String,
    /// Share of alleles, 0 to 1; none where the file does not have the change, which is no frequency of 0.
    pub frequency: Option<f64>,
    /// FILTER of the record, as written.
    pub filter: Option<String>,
    /// Whether the file has this very change.
    pub found: bool,
}

/// What ClinVar says of a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ClinvarView {
    /// Variation id.
    pub id: String,
    /// Significance for heredity.
    pub significance: Option<String>,
    /// Which significances contradict each other.
    pub conflicting: Option<String>,
    /// Review status.
    pub review_status: Option<String>,
    /// Diseases.
    pub diseases: Vec<String>,
    /// Oncogenicity, where it is classified.
    pub oncogenicity: Option<String>,
    /// Review status of that.
    pub oncogenicity_review_status: Option<String>,
    /// Source.
    pub source: String,
    /// Version.
    pub version: String,
    /// Date of the file.
    pub date: Option<String>,
}

/// A hotspot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct HotspotView {
    /// Residue as written.
    pub residue: String,
    /// Tumours with any change of it.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub total: Option<u64>,
    /// Tumours with this very change; none where the source does not count it.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub same: Option<u64>,
    /// Kind, as written.
    pub kind: String,
    /// Source.
    pub source: String,
    /// Version.
    pub version: String,
}

/// A marker of a companion test.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CompanionMarkerView {
    /// The marker.
    pub name: LabelView,
    /// For which tumours.
    pub tumour: LabelView,
    /// Whether the patient's tumour is one.
    pub for_tumour: PartState,
    /// Whether the finding is the marker.
    pub holds: PartState,
    /// Drugs; empty where the source names none.
    pub drugs: Vec<String>,
    /// Tests; empty where the source names none.
    pub tests: Vec<String>,
    /// Whether the test of this case is one of them.
    pub by_this_test: ByThisTest,
    /// From which day it holds.
    pub from: String,
    /// Source.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// What is to be known of it.
    pub remark: Option<LabelView>,
}

/// A criterion that the data speak for.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ProposedView {
    /// Id of the scheme.
    pub scheme: String,
    /// Code of the criterion.
    pub code: String,
    /// The data and the threshold, in words.
    pub why: LabelView,
    /// How sure the rule is.
    pub certainty: Certainty,
    /// Where the rule comes from.
    pub source: String,
    /// What to look at before it is taken over.
    pub remark: Option<LabelView>,
}

/// A row of evidence that something rests on, by its key.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct EvidenceCite {
    /// Beside which finding.
    pub finding: String,
    /// Its key, as the list of evidence names it.
    pub row: String,
}

/// A row of evidence as it stood when a verdict or a recommendation was rested on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CitedView {
    /// Beside which finding.
    pub finding: String,
    /// Source.
    pub source: String,
    /// Version of then.
    pub version: String,
    /// The source's id.
    pub id: String,
    /// Level of then.
    pub level: Option<String>,
    /// Its scale.
    pub scale: Option<String>,
    /// The whole in one line.
    pub said: LabelView,
    /// References as people look them up.
    pub references: Vec<String>,
}

/// A drug of which rows that hold say that it acts, and others that it does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct EvidenceConflictView {
    /// The drug.
    pub drug: String,
    /// Rows that say that it acts, by source and id.
    pub speak_for: Vec<String>,
    /// Rows that say that it does not.
    pub speak_against: Vec<String>,
}

/// Where a reference is to be found, to be scanned or copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReferenceCodeView {
    /// Its address. Never called.
    pub address: String,
    /// The address as a square code, row by row; `1` is dark.
    pub square: Vec<String>,
}
