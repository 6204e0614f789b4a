//! The test, the specimen and the files of a case.

use super::Moment;
use entaku_domain::genome::BuildSource;
use entaku_domain::patient::Adequacy;
use entaku_domain::patient::CcatFindingsState;
use serde::Serialize;

/// Test and specimen of the first source.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TestView {
    /// Panel name.
    pub panel: Option<String>,
    /// Panel version.
    pub panel_version: Option<String>,
    /// The laboratory's number.
    pub test_id: Option<String>,
    /// Type as written.
    pub test_type: Option<String>,
    /// The same in both languages.
    pub test_type_in_words: Option<super::LabelView>,
    /// Software.
    pub software: Option<String>,
    /// For reference only.
    pub reference_only: bool,
    /// Genome build.
    pub assembly: AssemblyView,
    /// Tumour cell content in percent.
    pub tumour_content: Option<u8>,
    /// Site of the specimen.
    pub site: Option<String>,
    /// Day of collection.
    pub collected_on: Option<String>,
    /// Whether the specimen was fit, code of `adequacy.<code>`.
    #[cfg_attr(test, ts(optional))]
    pub adequacy: Option<Adequacy>,
    /// What is to be known of its quality.
    #[cfg_attr(test, ts(optional))]
    pub quality: Option<String>,
    /// Where C-CAT調査結果 stands, code of `ccatFindings.<code>`.
    pub ccat_findings: CcatFindingsState,
    /// The day C-CAT調査結果 was made.
    #[cfg_attr(test, ts(optional))]
    pub ccat_findings_on: Option<String>,
}

/// Genome build and where it came from.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AssemblyView {
    /// Name, `GRCh37`; `?` where unknown.
    pub name: String,
    /// Code of `buildSource.<code>`.
    pub source: BuildSource,
}

/// A file of the case.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SourceView {
    /// File name.
    pub name: String,
    /// Format.
    pub format: String,
    /// Version it declares.
    pub format_version: Option<String>,
    /// SHA-256.
    pub sha256: String,
    /// Build.
    pub assembly: AssemblyView,
    /// When it was loaded.
    pub at: Moment,
    /// Who loaded it.
    pub by: String,
    /// Tumour sample and how it was chosen, in words.
    pub tumour_sample: Option<String>,
    /// That sample, where it is the program's guess and nobody has confirmed it.
    pub guessed_sample: Option<String>,
    /// Remarks of the laboratory.
    pub comments: Vec<String>,
    /// What the laboratory or C-CAT says of the test as a whole.
    pub statements: Vec<super::StatementView>,
    /// Account.
    pub ledger: super::intake::LedgerView,
    /// Notes.
    pub notes: Vec<super::intake::NoteView>,
    /// Records set aside.
    pub set_aside: Vec<super::intake::SetAsideView>,
}
