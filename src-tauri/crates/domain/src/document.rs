//! Kinds of printed documents, how each may be set, and those that were issued.

use crate::ids::{ReferralId, Sha256Hex};
use crate::label::Language;
use crate::member::Actor;
use crate::member::Role;
use crate::text::Text;
use crate::words::worded;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

mod gaps;
mod letter;
mod meeting;
mod patient;
mod wish;

pub use gaps::{explanation_gaps, meeting_against, report_missing};
pub use letter::{LetterContent, LetterFinding};
pub use meeting::{AgendaContent, AgendaEntry, CaseMinutes, FindingNamed, MeetingHead, MinutesContent, Stay};
pub use patient::{Heredity, MarkerResult, PatientContent, ToldAdvice, ToldFinding, ToldMarker};
pub use wish::WishContent;

/// A document made of a finalised report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FinalDocument {
    /// Language.
    pub language: Language,
    /// SHA-256 of the PDF; its bytes are kept as an attachment under it.
    pub sha256: Sha256Hex,
    /// Pages.
    pub pages: u32,
}

/// What is printed for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum DocumentKind {
    /// The panel's report, for clinicians.
    Panel,
    /// The explanation that the patient keeps (説明書).
    Patient,
    /// A letter that refers the patient to one trial (治験紹介書).
    Referral,
    /// What was said and decided at a meeting (議事録).
    Minutes,
    /// What a meeting is to discuss.
    Agenda,
    /// On which staff ask again whether the patient wishes to be told of heredity.
    Wish,
}

impl DocumentKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Panel, Self::Patient, Self::Referral, Self::Minutes, Self::Agenda, Self::Wish];
}

/// Size of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8½ × 11 in.
    Letter,
}

impl Paper {
    /// All of them, the usual one first.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];
}

/// Size of the running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum TypeSize {
    /// As usual for the kind.
    #[default]
    Ordinary,
    /// 16 points, for readers who need it.
    Large,
}

/// Whether kanji carry their readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Readings {
    /// They do not.
    #[default]
    Without,
    /// Small kana stand above those whose reading is known (振り仮名). Japanese only.
    With,
}

/// A document that was given out: it is printed again byte for byte, and a file in hand can be compared with it.
/// The panel's own report is issued by being finalised, and is not among these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IssuedDocument {
    /// Kind.
    pub kind: DocumentKind,
    /// Language.
    pub language: Language,
    /// Size of its text.
    #[serde(default)]
    pub type_size: TypeSize,
    /// Whether kanji carry their readings.
    #[serde(default)]
    pub readings: Readings,
    /// SHA-256 of the PDF; its bytes are kept as an attachment under it.
    pub sha256: Sha256Hex,
    /// SHA-256 of the content's canonical JSON.
    pub content_hash: Sha256Hex,
    /// Pages.
    pub pages: u32,
    /// Which issue of this kind in its stream, counted from 1 over all languages and settings.
    pub issue: u32,
    /// Revision of the panel's report it rests on; none for a meeting's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u32>,
    /// The referral a letter is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referral: Option<ReferralId>,
}

/// An issued document with who issued it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Issued {
    /// The document.
    pub document: IssuedDocument,
    /// Who issued it.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// The number of the next issue of a kind among those of one case or meeting.
pub fn next_issue<'i>(issued: impl IntoIterator<Item = &'i Issued>, kind: DocumentKind) -> u32 {
    let last = issued.into_iter().map(|one| &one.document).filter(|document| document.kind == kind);
    last.map(|document| document.issue).max().unwrap_or(0).saturating_add(1)
}

/// Whether a document that follows from the panel's report is a draft, or issued by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum CompanionState {
    /// Not issued: marked as a draft on every page.
    #[default]
    Draft,
    /// Issued.
    Issued {
        /// Which issue of its kind.
        issue: u32,
        /// When.
        at: DateTime<FixedOffset>,
        /// By whom.
        name: Text,
        /// In which role.
        role: Role,
    },
}

worded!(Paper { Self::A4 => "paper.a4", Self::Letter => "paper.letter" });
worded!(DocumentKind {
    Self::Panel => "report.title", Self::Patient => "document.patient", Self::Referral => "document.referral",
    Self::Minutes => "document.minutes", Self::Agenda => "document.agenda", Self::Wish => "document.wish",
});
