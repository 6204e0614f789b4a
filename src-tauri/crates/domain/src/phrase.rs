//! Phrases kept ready for free text (定型文). A phrase is words that a person puts into a field and goes on writing; it
//! decides nothing, and what was written with it is the person's own text. Owns what a phrase is, how a site's list of
//! them follows from its events, and which places of a text still wait to be filled in.

mod blanks;
mod site;

pub use blanks::{Unfilled, blanks};
pub use site::{Phrases, SitePhrase, Step, StepKind};

use crate::ids::IdError;
use crate::label::Language;
use crate::text::Text;
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// Most characters of a title: it is one line of a list.
pub const MOST_TITLE: usize = 60;
/// Most characters of a phrase: more than this is a document, not a phrase.
pub const MOST_TEXT: usize = 2_000;

/// A site's phrase, counted from 1 in the order of adding: `P1`, `P2` … A number is never given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhraseId(u32);

impl PhraseId {
    /// `P` and this number, counted from 1.
    pub fn new(number: u32) -> Result<Self, IdError> {
        if number == 0 { Err(Self::error("P0")) } else { Ok(Self(number)) }
    }

    /// Reads `P12`.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        let digits = text.strip_prefix('P').filter(|digits| {
            !digits.starts_with('0') && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
        });
        digits.and_then(|digits| digits.parse().ok()).map(Self).ok_or_else(|| Self::error(text))
    }

    fn error(found: &str) -> IdError {
        IdError {
            what: "phrase id",
            found: found.chars().take(64).collect(),
            expected: "P and a number from 1",
        }
    }
}

impl TryFrom<String> for PhraseId {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::parse(&text)
    }
}

impl From<PhraseId> for String {
    fn from(id: PhraseId) -> Self {
        id.to_string()
    }
}

impl std::fmt::Display for PhraseId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "P{}", self.0)
    }
}

/// The kind of field that words are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum PhraseField {
    /// Reasons of a verdict: rationale, deferral, another class than the suggested one, dissent (判定の根拠).
    Verdict,
    /// Reasons of a germline judgement. The one field of a case that is printed only where the patient wishes to be told.
    Germline,
    /// Opinions of members and their comments (意見).
    Comment,
    /// Reasons and steps of a recommendation (推奨の根拠).
    Recommendation,
    /// Eligibility and reasons of a referral (治験紹介).
    Referral,
    /// The panel's summary (まとめ).
    Summary,
    /// Minutes (議事).
    Minutes,
    /// Plain words for the patient (患者への説明).
    Explanation,
}

impl PhraseField {
    /// All kinds, in the order in which a case is worked on.
    pub const ALL: [Self; 8] = [
        Self::Verdict,
        Self::Germline,
        Self::Comment,
        Self::Recommendation,
        Self::Referral,
        Self::Summary,
        Self::Minutes,
        Self::Explanation,
    ];
}

/// A phrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Phrase {
    /// Which.
    pub id: PhraseId,
    /// What it is found by in a list.
    pub title: Text,
    /// How the title is read, for finding it by its sound (よみ).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Text>,
    /// The words. A place that is filled in by whoever uses it stands in 〔 〕.
    pub text: Text,
    /// The fields it is meant for, at least one, in the order of [`PhraseField::ALL`].
    pub fields: Vec<PhraseField>,
    /// Its language.
    pub language: Language,
    /// The shipped example it was taken over from, `vus-information`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
}

/// Why something is no phrase.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhraseFault {
    /// A title of several lines or too many characters.
    #[error("a title is one line of at most {MOST_TITLE} characters")]
    Title,
    /// A text of too many characters.
    #[error("a phrase has at most {MOST_TEXT} characters")]
    Long,
    /// No field.
    #[error("a phrase is meant for at least one kind of field")]
    NoField,
}

impl Phrase {
    /// Whether this can be meant as a phrase.
    ///
    /// # Errors
    /// With what keeps it from being one.
    pub fn check(&self) -> Result<(), PhraseFault> {
        let line = |text: &Text| {
            !text.as_str().contains(['\n', '\t']) && text.as_str().chars().count() <= MOST_TITLE
        };
        if !line(&self.title) || !self.reading.as_ref().is_none_or(line) {
            Err(PhraseFault::Title)
        } else if self.text.as_str().chars().count() > MOST_TEXT {
            Err(PhraseFault::Long)
        } else if self.fields.is_empty() {
            Err(PhraseFault::NoField)
        } else {
            Ok(())
        }
    }
}

worded!(PhraseField {
    Self::Verdict => "phraseField.verdict", Self::Germline => "phraseField.germline", Self::Comment => "phraseField.comment",
    Self::Recommendation => "phraseField.recommendation", Self::Referral => "phraseField.referral",
    Self::Summary => "phraseField.summary", Self::Minutes => "phraseField.minutes",
    Self::Explanation => "phraseField.explanation",
});

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(title: &str, text: &str) -> Phrase {
        Phrase {
            id: PhraseId::new(1).unwrap(),
            title: Text::new(title).unwrap(),
            reading: None,
            text: Text::new(text).unwrap(),
            fields: vec![PhraseField::Verdict],
            language: Language::Ja,
            example: None,
        }
    }

    #[test]
    fn an_id_is_read_as_it_is_written_and_nothing_else_is() {
        assert_eq!(PhraseId::parse("P12").unwrap().to_string(), "P12");
        for wrong in ["", "P", "P0", "P01", "p1", "P-1", "P1 ", "F1", "P99999999999"] {
            assert!(PhraseId::parse(wrong).is_err(), "{wrong:?}");
        }
        assert!(PhraseId::new(0).is_err(), "counted from 1");
    }

    #[test]
    fn a_title_is_one_short_line_and_a_phrase_is_meant_for_a_field() {
        assert_eq!(phrase("意義不明", "…").check(), Ok(()));
        assert_eq!(phrase("意義\n不明", "…").check(), Err(PhraseFault::Title));
        assert_eq!(phrase(&"あ".repeat(MOST_TITLE + 1), "…").check(), Err(PhraseFault::Title));
        assert_eq!(phrase("長い", &"あ".repeat(MOST_TEXT + 1)).check(), Err(PhraseFault::Long));
        assert_eq!(Phrase { fields: Vec::new(), ..phrase("a", "b") }.check(), Err(PhraseFault::NoField));
    }
}
