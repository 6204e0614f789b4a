//! Documents besides the panel's report: what is released to the patient, what was issued, and what may be.

use super::LabelView;
use super::Moment;
use super::args;
use super::case::{CaseView, GapView};
use super::meeting::MeetingView;
use entaku_domain::document::DocumentKind;
use entaku_domain::document::Readings;
use entaku_domain::document::TypeSize;
use entaku_domain::label::Language;
use serde::{Deserialize, Serialize};

/// Plain words in one language or both.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PlainForm {
    /// 日本語.
    pub ja: Option<String>,
    /// English.
    pub en: Option<String>,
}

args! {
    /// A finding that the patient is told of.
    ReleasedFindingForm {
        /// Finding.*
        finding_id: String,
        /// What it means.*
        words: PlainForm,
    }
    /// A recommendation that the patient is told of.
    ReleasedAdviceForm {
        /// Recommendation.*
        recommendation_id: String,
        /// What is recommended.*
        words: PlainForm,
        /// Where it can be had.
        place: Option<String>,
    }
}

/// A document that was given out.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct IssuedView {
    /// Kind code.
    pub kind: DocumentKind,
    /// Which issue of its kind.
    pub issue: u32,
    /// `ja` or `en`.
    pub language: Language,
    /// `ordinary` or `large`.
    pub type_size: TypeSize,
    /// `without` or `with`.
    pub readings: Readings,
    /// SHA-256 of the PDF.
    pub sha256: String,
    /// Content hash.
    pub content_hash: String,
    /// Pages.
    pub pages: u32,
    /// Revision of the panel's report it rests on.
    pub revision: Option<u32>,
    /// The referral a letter is about.
    pub referral_id: Option<String>,
    /// Who issued it.
    pub by: String,
    /// When.
    pub at: Moment,
    /// Whether the same document made now would say something else.
    pub outdated: bool,
}

/// A document that was just given out, with what it belongs to as it stands now.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DocumentIssuedView {
    /// The document.
    pub issued: IssuedView,
    /// The case.
    pub case_view: Option<Box<CaseView>>,
    /// The meeting.
    pub meeting: Option<Box<MeetingView>>,
}

/// A finding that may be released.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReleasableFindingView {
    /// Finding.
    pub finding_id: String,
    /// Gene or marker.
    pub subject: String,
    /// Change as written.
    pub change: String,
    /// The same in both languages.
    pub change_in_words: LabelView,
    /// The panel's verdict with its scale.
    pub verdict: LabelView,
    /// Whether it is released.
    pub released: bool,
    /// Words as written.
    pub words: PlainForm,
    /// Words proposed.
    pub proposed: LabelView,
}

/// A recommendation that may be released.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReleasableAdviceView {
    /// Recommendation.
    pub recommendation_id: String,
    /// What is recommended, in the panel's words.
    pub advice: LabelView,
    /// Whether it is released.
    pub released: bool,
    /// Words as written.
    pub words: PlainForm,
    /// Words proposed.
    pub proposed: LabelView,
    /// Where it can be had.
    pub place: Option<String>,
}

/// What the patient is told, and what may be told.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExplanationView {
    /// Who wrote it; none where nothing is written.
    pub by: Option<String>,
    /// When.
    pub at: Option<Moment>,
    /// The result in short.
    pub overall: PlainForm,
    /// Words proposed for it.
    pub overall_proposed: LabelView,
    /// Findings with a verdict, those that are released first.
    pub findings: Vec<ReleasableFindingView>,
    /// Recommendations that stand.
    pub recommendations: Vec<ReleasableAdviceView>,
    /// What happens next.
    pub next_steps: PlainForm,
    /// Words proposed for it.
    pub next_steps_proposed: LabelView,
    /// Whether the patient wishes to be told of heredity.
    pub tells_heredity: bool,
    /// On heredity.
    pub heredity: PlainForm,
    /// Who explains.
    pub doctor: Option<String>,
    /// Where to ask.
    pub contact: Option<String>,
    /// Kanji of the Japanese words for which no reading is known.
    pub unread: Vec<String>,
    /// What keeps the explanation from being issued in Japanese.
    pub gaps: Vec<GapView>,
}

/// The documents of a case besides the panel's report.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CaseDocumentsView {
    /// Version of the case.
    pub version: u32,
    /// What the patient is told.
    pub explanation: ExplanationView,
    /// Documents given out, the latest first.
    pub issued: Vec<IssuedView>,
}
