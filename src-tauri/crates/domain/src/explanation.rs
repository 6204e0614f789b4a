//! What the panel releases to the patient, in plain words. A person chooses which findings and recommendations the
//! patient's explanation names and writes the sentence for each; nothing is released by itself.

use crate::ids::{FindingId, RecommendationId};
use crate::label::Language;
use crate::member::Actor;
use crate::text::Text;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Plain words in one language or both.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Plain {
    /// 日本語.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ja: Option<Text>,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<Text>,
}

impl Plain {
    /// The words in one language.
    pub fn get(&self, language: Language) -> Option<&Text> {
        match language {
            Language::Ja => self.ja.as_ref(),
            Language::En => self.en.as_ref(),
        }
    }

    /// Whether nothing is written in either language.
    pub fn is_empty(&self) -> bool {
        self.ja.is_none() && self.en.is_none()
    }
}

/// A finding that the patient is told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleasedFinding {
    /// Which.
    pub finding: FindingId,
    /// What it means.
    pub words: Plain,
}

/// A recommendation that the patient is told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReleasedAdvice {
    /// Which.
    pub recommendation: RecommendationId,
    /// What is recommended.
    pub words: Plain,
    /// The hospital where it can be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
}

/// What is released, in the order in which the patient reads it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The result in one or two sentences.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub overall: Plain,
    /// Findings.
    pub findings: Vec<ReleasedFinding>,
    /// Recommendations.
    pub recommendations: Vec<ReleasedAdvice>,
    /// What happens next.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub next_steps: Plain,
    /// On heredity. Printed only where the patient wishes to be told.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub heredity: Plain,
    /// Who explains and answers for it; none: the attending physician of the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doctor: Option<Text>,
    /// Where the patient can ask; none: the institution's contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Text>,
}

impl WrittenExplanation {
    /// Released findings whose ground has changed since the words were written: somebody must look at them again.
    pub fn unsettled(&self) -> impl Iterator<Item = FindingId> {
        let released = self.explanation.findings.iter().map(|item| item.finding);
        released.filter(|finding| self.judged_since.contains(finding))
    }
}

/// An explanation with who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenExplanation {
    /// What is released.
    pub explanation: Explanation,
    /// Who released it.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Number of the event.
    pub version: u32,
    /// Findings that were judged anew, or read in a further file, since.
    pub judged_since: BTreeSet<FindingId>,
}
