//! How a finding reads: its consequences, and what a later program reads in its record.

use super::LabelView;
use entaku_domain::finding::FindingKind;
use entaku_domain::finding::Origin;
use serde::Serialize;

/// Which consequence speaks for a finding, and why.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ChoiceView {
    /// Why this gene, where the finding has consequences in several.
    pub gene_because: Option<LabelView>,
    /// Why this transcript of the gene; that a person chose it.
    pub because: LabelView,
    /// Version of the order of choice, for a choice that follows it.
    pub order: Option<String>,
    /// Who chose, with when and why, where a person did.
    pub by: Option<super::EntryView>,
}

/// What was read of a finding, in words.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReadView {
    /// Kind code.
    pub kind: FindingKind,
    /// Gene, gene pair or marker.
    pub subject: String,
    /// The change in one line, as written.
    pub change: String,
    /// The same in both languages; none where it is a name of the field.
    pub change_in_words: Option<LabelView>,
    /// Coding change.
    pub hgvs_c: Option<String>,
    /// Protein change.
    pub hgvs_p: Option<String>,
    /// Transcript.
    pub transcript: Option<String>,
    /// Effects as written.
    pub effects: Vec<String>,
    /// The same in both languages.
    pub effects_in_words: Vec<LabelView>,
    /// Position(s).
    pub position: String,
    /// VAF as printed.
    pub vaf_text: Option<String>,
    /// Depth.
    pub depth: Option<u32>,
    /// Reads with the alternate allele, or supporting a rearrangement.
    pub alternate_depth: Option<u32>,
    /// Values with units as written.
    pub values: Vec<String>,
    /// The same in both languages.
    pub values_in_words: Vec<LabelView>,
    /// Origin code.
    pub origin: Origin,
    /// Sample.
    pub sample: Option<String>,
}

/// A finding that a later program reads otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RereadView {
    /// Finding.
    pub finding_id: String,
    /// File.
    pub source: String,
    /// How it was read, and shown until then.
    pub was: ReadView,
    /// How it reads now; none where its record would be no finding.
    pub now: Option<ReadView>,
    /// Whether the later reading may stand under this number.
    pub can_be_taken: bool,
}

/// What a later program reads otherwise in the files of an open case.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReadAnewView {
    /// Findings about which a person has to decide.
    pub findings: Vec<RereadView>,
    /// Records that are findings only now, in one line each; at most 50.
    pub appeared: Vec<LabelView>,
    /// Files that could not be read anew.
    pub unreadable: Vec<String>,
}

/// A list of the site's own words of heredity as it was recorded.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct HeredityListView {
    /// Version.
    pub version: String,
    /// The words.
    pub words: Vec<String>,
    /// Who recorded it, when and why.
    pub entry: super::EntryView,
}

/// What people's words are searched for where the patient has not asked to be told of heredity.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct HeredityWordsView {
    /// Version of the program's list.
    pub version: String,
    /// Where the program's words come from.
    pub source: String,
    /// The program's words; they cannot be taken out.
    pub shipped: Vec<String>,
    /// All lists of the site ever recorded, newest first.
    pub lists: Vec<HeredityListView>,
}

/// A transcript that the site prefers.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PreferredTranscriptView {
    /// Gene.
    pub gene: String,
    /// Accession.
    pub transcript: String,
}

/// A list of preferred transcripts as it was recorded.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PreferredListView {
    /// Version.
    pub version: String,
    /// The transcripts.
    pub transcripts: Vec<PreferredTranscriptView>,
    /// Who recorded it, when and why.
    pub entry: super::EntryView,
}

/// The site's lists of preferred transcripts, the one in force first.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PreferredTranscriptsView {
    /// Version of the order of choice in which the list comes first.
    pub order: String,
    /// All lists ever recorded, newest first.
    pub lists: Vec<PreferredListView>,
}
