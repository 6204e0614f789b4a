//! What reading a file gave.

use super::test::AssemblyView;
use entaku_domain::note::Severity;
use serde::Serialize;
use std::collections::BTreeMap;

/// The account of an input's records: read = kept + set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct LedgerView {
    /// Read.
    #[cfg_attr(test, ts(type = "number"))]
    pub read: u64,
    /// Kept.
    #[cfg_attr(test, ts(type = "number"))]
    pub kept: u64,
    /// Set aside.
    #[cfg_attr(test, ts(type = "number"))]
    pub set_aside: u64,
    /// Set aside by reason code (`setAside.<code>` in the word list).
    #[cfg_attr(test, ts(type = "Record<string, number>"))]
    pub by_reason: BTreeMap<String, u64>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct NoteView {
    /// `info`, `warning`, `error`.
    pub severity: Severity,
    /// Code.
    pub code: String,
    /// Where, in words: file, line, field.
    pub place: String,
    /// What was found.
    pub said: String,
    /// What to do.
    pub hint: String,
    /// How often.
    pub times: u32,
}

/// A record set aside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SetAsideView {
    /// Reason code.
    pub reason: String,
    /// Where.
    pub place: String,
    /// The record in short.
    pub record: String,
}

/// Findings by kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct KindCounts {
    /// Short variants.
    pub short_variant: u32,
    /// Copy number.
    pub copy_number: u32,
    /// Rearrangements.
    pub rearrangement: u32,
    /// Expression.
    pub expression: u32,
    /// Biomarkers.
    pub biomarker: u32,
    /// Non-human and composite.
    pub other: u32,
}

/// How the records of a file stand to a reference genome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReferenceUsedView {
    /// Its build.
    pub build: String,
    /// Name of its file.
    pub file: String,
    /// Whether the file names no build and this one is offered, because its reference fits.
    pub offered: bool,
    /// Records whose REF could be compared.
    #[cfg_attr(test, ts(type = "number"))]
    pub looked_at: u64,
    /// Those whose REF is not what stands there.
    #[cfg_attr(test, ts(type = "number"))]
    pub misfits: u64,
}

/// What a file is. Nothing is stored.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct InspectionView {
    /// File name.
    pub file: String,
    /// Format.
    pub format: String,
    /// Version.
    pub format_version: Option<String>,
    /// Build.
    pub assembly: AssemblyView,
    /// The site's reference genome that REF was compared with.
    pub reference: Option<ReferenceUsedView>,
    /// SHA-256.
    pub sha256: String,
    /// Account.
    pub ledger: LedgerView,
    /// Findings by kind.
    pub findings: KindCounts,
    /// Notes.
    pub notes: Vec<NoteView>,
    /// Records set aside, the first thousand.
    pub set_aside: Vec<SetAsideView>,
    /// Panel name.
    pub panel: Option<String>,
    /// Test id.
    pub test_id: Option<String>,
    /// Type of test as written.
    pub test_type: Option<String>,
    /// The same in both languages.
    pub test_type_in_words: Option<super::LabelView>,
    /// Sample names.
    pub samples: Vec<String>,
    /// Sample taken as tumour and why, in words.
    pub tumour_sample: Option<String>,
    /// Whether a person must say which sample or registration is meant before a case can be made of it.
    pub must_choose_sample: bool,
    /// What the file says of patient, context, specimen and wish, to be confirmed.
    pub proposed: Option<super::DetailsForm>,
    /// Statements of the laboratory or C-CAT.
    pub statements: u32,
    /// Cases of the open store that already hold this file or this test.
    pub known_cases: Vec<String>,
}

/// What an intake stored.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct IntakeView {
    /// What the file is.
    #[serde(flatten)]
    pub inspection: InspectionView,
    /// The case.
    pub case_id: String,
    /// Place of the event in the journal.
    #[cfg_attr(test, ts(type = "number"))]
    pub seq: u64,
}

/// A file of a batch that could not be used; nothing of it was stored.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RefusedFileView {
    /// File name.
    pub file: String,
    /// Code of the refusal.
    pub code: String,
    /// Why.
    pub message: String,
}

/// What lies in a folder.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FolderView {
    /// Paths of its files, by name.
    pub files: Vec<String>,
    /// What is no file to load: folders, hidden files, names that are not Unicode.
    pub passed_over: Vec<String>,
}
