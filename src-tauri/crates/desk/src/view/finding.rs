//! A finding in a table and in full.

use super::Moment;
use super::test::AssemblyView;
use super::{GradeView, StatementView};
use entaku_domain::case::{DiffersIn, Standing};
use entaku_domain::decision::GermlineJudgement;
use entaku_domain::finding::FindingKind;
use entaku_domain::finding::Impact;
use entaku_domain::finding::Origin;
use entaku_domain::member::Role;
use serde::Serialize;
use std::collections::BTreeMap;

/// A finding as a row. Values the laboratory asks to hide are absent.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FindingRow {
    /// `F12`.
    pub finding_id: String,
    /// Kind code.
    pub kind: FindingKind,
    /// Genes.
    pub genes: Vec<String>,
    /// Gene, gene pair or marker.
    pub subject: String,
    /// The change in one line, in the source's words.
    pub change: String,
    /// The same in both languages, each with what the source writes; none where it is a name of the field.
    pub change_in_words: Option<super::LabelView>,
    /// Coding change as written.
    pub hgvs_c: Option<String>,
    /// Protein change as written.
    pub hgvs_p: Option<String>,
    /// Transcript.
    pub transcript: Option<String>,
    /// Predicted effects as written.
    pub effects: Vec<String>,
    /// The same in both languages.
    pub effects_in_words: Vec<super::LabelView>,
    /// Why that transcript speaks for the finding, where it has several; that a person chose it.
    pub choice: Option<super::ChoiceView>,
    /// Consequences with a more severe effect than the one that speaks: on another transcript of the gene, or in another gene.
    pub more_severe: Vec<TranscriptView>,
    /// Position(s) in words, `7:55259515`; empty where the source gives none.
    pub position: String,
    /// Build of that position.
    pub assembly: AssemblyView,
    /// What the site's reference genome has there, where that is not what the record says.
    pub reference_misfit: Option<super::LabelView>,
    /// VAF as a fraction.
    pub vaf: Option<f64>,
    /// VAF as printed.
    pub vaf_text: Option<String>,
    /// Depth.
    pub depth: Option<u32>,
    /// Reads with the alternate allele, or supporting a rearrangement.
    pub alternate_depth: Option<u32>,
    /// Copy number where there is one.
    pub copy_number: Option<f64>,
    /// Values with units as written.
    pub values: Vec<String>,
    /// The same in both languages.
    pub values_in_words: Vec<super::LabelView>,
    /// Where the source's words and its value cannot both be meant so: what contradicts what.
    pub contradiction: Option<super::LabelView>,
    /// Origin code.
    pub origin: Origin,
    /// Whether the laboratory reports it.
    pub reported: Option<bool>,
    /// Whether it needs a verdict before finalisation.
    pub needs_verdict: bool,
    /// Whether it waits for the later panel, because the profile was obtained as a companion test for another target.
    pub waits: bool,
    /// Names of the files it came from.
    pub sources: Vec<String>,
    /// Who entered it, where no file holds it.
    pub entered: Option<EntryView>,
    /// What its sources disagree on.
    pub differences: Vec<DifferenceView>,
    /// Sample it was found in.
    pub sample: Option<String>,
    /// The three verdicts.
    pub verdicts: VerdictsView,
    /// Germline judgement of the panel, and whether the finding falls under the disclosure wish.
    pub germline: GermlineView,
    /// Members who have given an opinion.
    pub opinions: u32,
    /// How those opinions stand to each other (code); none while they are blind to the reader, or there are none.
    pub standing: Option<Standing>,
    /// Where they differ: in what (codes).
    pub differs_in: Vec<DiffersIn>,
    /// Every consequence, the one that speaks first, where asked for.
    pub consequences: Vec<TranscriptView>,
    /// Every field as written, where asked for.
    pub verbatim: BTreeMap<String, String>,
}

/// Who entered a finding that no file holds.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct EntryView {
    /// Name.
    pub by: String,
    /// Role code.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// Where it comes from.
    pub reason: String,
}

/// Something the sources of a finding disagree on.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DifferenceView {
    /// On what.
    pub part: super::LabelView,
    /// What each says.
    pub said: Vec<SaidView>,
}

/// What one source says.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SaidView {
    /// File name; empty for a person's entry.
    pub source: String,
    /// Its words.
    pub words: super::LabelView,
}

/// A further source's record of the same alteration.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FurtherReadingView {
    /// File name.
    pub source: String,
    /// Why it is the same alteration.
    pub basis: super::LabelView,
    /// Fields as written, in the source's order.
    pub verbatim: Vec<(String, String)>,
}

/// Laboratory, C-CAT and panel side by side.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct VerdictsView {
    /// In the laboratory's words.
    pub laboratory: Option<String>,
    /// In C-CAT's words.
    pub ccat: Option<String>,
    /// The panel's.
    pub panel: Option<VerdictView>,
}

/// The panel's verdict.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct VerdictView {
    /// Class with scale; none when put off.
    pub grade: Option<GradeView>,
    /// Why it was put off.
    pub deferred: Option<String>,
    /// Whether a treatment can follow.
    pub actionable: Option<bool>,
    /// Reasons.
    pub rationale: Option<String>,
    /// Sources.
    pub references: Vec<String>,
    /// Rows of evidence that it rests on, as they stood then.
    pub cited: Vec<super::CitedView>,
    /// Criteria and points by which it was arrived at.
    pub basis: Option<super::CriteriaView>,
    /// Dissenting views.
    pub dissent: Vec<super::DissentView>,
    /// Who recorded it.
    pub by: String,
    /// In which role, code.
    pub role: Role,
    /// When.
    pub at: Moment,
}

/// Family of the words for what may be inherited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum GermlineFamily {
    /// PGPV: the test read the tumour alone.
    Germline,
    /// GPV: the test read normal tissue too.
    GermlineGpv,
}

/// Germline judgement.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct GermlineView {
    /// Family of the words for it.
    pub words: GermlineFamily,
    /// Code of `germline.<code>`; none where nothing was judged.
    pub judgement: Option<GermlineJudgement>,
    /// Why.
    pub reason: Option<String>,
    /// Whether the finding falls under the patient's disclosure wish.
    pub matter: bool,
    /// Whether the report leaves it out for that reason.
    pub withheld: bool,
    /// Whether it stands among the germline findings.
    pub listed: bool,
    /// Whether the panel's judgement of its heredity is still to come.
    pub open: bool,
    /// Why its heredity is asked although the laboratory does not call it germline; none where it is not.
    pub question: Option<super::LabelView>,
    /// The scale its verdict begins with, where that is another than the first one offered.
    pub first_scale: Option<String>,
}

/// A verdict of this store's panels on another case.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PastDecisionView {
    /// Case.
    pub case_id: String,
    /// Number.
    pub case_no: String,
    /// Finding of that case.
    pub finding_id: String,
    /// Gene or marker.
    pub gene: String,
    /// Change as its source writes it.
    pub change: String,
    /// The same in both languages; none where it is a name of the field.
    pub change_in_words: Option<super::LabelView>,
    /// Day of the verdict.
    pub decided_on: String,
    /// Tumour type.
    pub tumour_type: String,
    /// Scale name.
    pub scale_name: super::LabelView,
    /// Class name, or the reason for putting off.
    pub class_name: super::LabelView,
    /// Scale id and class code; none when put off.
    pub scale: Option<String>,
    /// See `scale`.
    pub class: Option<String>,
    /// 2 … -2; none when put off.
    pub weight: Option<i8>,
    /// The beginning of the rationale.
    pub remark: String,
    /// `alteration`: the very same one; `tumour`: the gene in the same tumour type; `gene`.
    pub relation: String,
    /// Whether today's verdict names another class of the same scale for the same alteration.
    pub differs: bool,
    /// What was recommended, and what became of it.
    pub follow_up: Vec<FollowUpView>,
}

/// What followed an earlier verdict.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FollowUpView {
    /// Drugs or step.
    pub words: String,
    /// Route code.
    pub route: Option<String>,
    /// Trial id.
    pub trial: Option<String>,
    /// Referral status code.
    pub status: Option<String>,
}

/// A finding in full.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FindingDetailView {
    /// The row, with its verbatim fields.
    pub row: FindingRow,
    /// All consequences, the one that speaks for the finding first.
    pub transcripts: Vec<TranscriptView>,
    /// Verbatim fields in the order of the source.
    pub verbatim: Vec<(String, String)>,
    /// What further sources say of it.
    pub further: Vec<FurtherReadingView>,
    /// Findings of the other series (tumour, germline) that are the same alteration.
    pub twins: Vec<String>,
    /// What the laboratory and C-CAT say of it.
    pub statements: Vec<StatementView>,
    /// Opinions.
    pub opinions: super::OpinionsView,
    /// Earlier verdicts on the same alteration first, then on the same gene.
    pub past: Vec<PastDecisionView>,
    /// How the verdict came to be: earlier verdicts on this finding in this case, newest first.
    pub earlier: Vec<VerdictView>,
    /// What is left out because the reader's roles do not allow it.
    pub not_shown: Vec<super::NotShownView>,
}

/// What a change does to one transcript.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TranscriptView {
    /// Gene.
    pub gene: Option<String>,
    /// Accession.
    pub transcript: Option<String>,
    /// Coding change.
    pub coding: Option<String>,
    /// Protein change.
    pub protein: Option<String>,
    /// Effects as written.
    pub effects: Vec<String>,
    /// The same in both languages.
    pub effects_in_words: Vec<super::LabelView>,
    /// Impact as the annotator grades it: `HIGH`, `MODERATE`, `LOW`, `MODIFIER`.
    pub impact: Option<Impact>,
    /// Its marks: MANE Select, canonical, on the site's list …
    pub flags: Vec<super::LabelView>,
}
