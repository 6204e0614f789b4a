//! Numbers of clinical-trial registries, normalised and checked.
//! Shapes: jRCT (s, 1–9 or a letter, then 9 digits), NCT (8 digits), UMIN (9 digits), JapicCTI (6 digits), JMA-IIA (5 digits);
//! as collected by the registry table of the R package `ctregistries`. Whether a number exists is not checked: Entaku is offline.

//!
//! What a trial asks of a patient ([`criterion`], [`alteration`]), what is known of one ([`patient`]), and which of the two
//! meet ([`weigh`]) stand beside the numbers.

pub mod alteration;
pub mod criterion;
pub mod patient;
pub mod sequence_class;
pub mod tick;
pub mod tumour;
pub mod weigh;
pub mod why;

use crate::words::worded;
use serde::{Deserialize, Serialize};

/// A registry of clinical trials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Registry {
    /// Japan Registry of Clinical Trials.
    Jrct,
    /// ClinicalTrials.gov.
    Nct,
    /// UMIN Clinical Trials Registry.
    Umin,
    /// JapicCTI (merged into jRCT in March 2023).
    JapicCti,
    /// JMA Center for Clinical Trials (merged into jRCT in March 2023).
    JmaIia,
}

impl Registry {
    /// The registry's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jrct => "jRCT",
            Self::Nct => "ClinicalTrials.gov",
            Self::Umin => "UMIN-CTR",
            Self::JapicCti => "JapicCTI",
            Self::JmaIia => "JMA-IIA",
        }
    }
}

/// What kind of study a registry's number stands for, as far as its form tells.
///
/// Of jRCT the sign behind the name: `s` specified clinical trial (特定臨床研究), `1` clinical research that is not specified,
/// `2` registration trial (治験), a letter regenerative medicine. Source: registered studies of either kind; no rule of the
/// registry was at hand for all of them, and what a number does not tell is named by the common word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum StudyKind {
    /// 治験.
    Registration,
    /// 特定臨床研究.
    Specified,
    /// 臨床研究.
    Research,
    /// 臨床試験: any.
    Any,
}

/// A text that is no trial number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is not a trial number: expected jRCT and a letter or digit and 9 digits (jRCTs031190104), NCT and 8 digits, UMIN and 9 digits, JapicCTI- and 6 digits, or JMA-IIA and 5 digits"
)]
pub struct TrialIdError(String);

/// A trial number in its registry's own spelling: `jRCTs031190104`, `NCT02576665`, `UMIN000012345`, `JapicCTI-123456`, `JMA-IIA00123`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TrialId(String);

impl TrialId {
    /// Reads a number written with full-width letters, spaces, hyphens or another case.
    pub fn parse(text: &str) -> Result<Self, TrialIdError> {
        let compact: String = crate::text::half_width(text)
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '−' | '–' | '_' | ':'))
            .collect::<String>()
            .to_ascii_lowercase();
        let digits =
            |rest: &str, count: usize| rest.len() == count && rest.bytes().all(|b| b.is_ascii_digit());
        let id = if let Some(rest) = compact.strip_prefix("jrct") {
            let kind = rest.chars().next().filter(char::is_ascii_alphanumeric);
            let number = rest.get(1..).filter(|number| digits(number, 9));
            kind.zip(number).map(|(kind, number)| format!("jRCT{kind}{number}"))
        } else if let Some(rest) = compact.strip_prefix("nct") {
            digits(rest, 8).then(|| format!("NCT{rest}"))
        } else if let Some(rest) = compact.strip_prefix("umin") {
            digits(rest, 9).then(|| format!("UMIN{rest}"))
        } else if let Some(rest) = compact.strip_prefix("japiccti") {
            digits(rest, 6).then(|| format!("JapicCTI-{rest}"))
        } else if let Some(rest) = compact.strip_prefix("jmaiia") {
            digits(rest, 5).then(|| format!("JMA-IIA{rest}"))
        } else {
            None
        };
        id.map(Self).ok_or_else(|| TrialIdError(text.chars().take(64).collect()))
    }
    /// The number under which a site's own catalogue has a trial that stands in no known registry, as written there.
    ///
    /// # Errors
    /// Nothing, more than 64 signs, or signs that are no writing.
    pub fn of_catalogue(text: &str) -> Result<Self, TrialIdError> {
        let id = text.trim();
        let is_one = !id.is_empty() && id.chars().count() <= 64 && !id.chars().any(char::is_control);
        Self::parse(text).or_else(|error| is_one.then(|| Self(id.to_owned())).ok_or(error))
    }
    /// The number in its registry's spelling.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// What kind of study it is, by the form of its number.
    pub fn study_kind(&self) -> StudyKind {
        match self.0.strip_prefix("jRCT").and_then(|rest| rest.chars().next()) {
            Some('s') => StudyKind::Specified,
            Some('1') => StudyKind::Research,
            Some('2') => StudyKind::Registration,
            _ => StudyKind::Any,
        }
    }
    /// The registry it belongs to; none for a trial of the site's own catalogue.
    pub fn registry(&self) -> Option<Registry> {
        if Self::parse(&self.0).is_err() {
            return None;
        }
        Some(match self.0.get(..2) {
            Some("NC") => Registry::Nct,
            Some("UM") => Registry::Umin,
            Some("Ja") => Registry::JapicCti,
            Some("JM") => Registry::JmaIia,
            _ => Registry::Jrct,
        })
    }
}
impl TryFrom<String> for TrialId {
    type Error = TrialIdError;
    fn try_from(text: String) -> Result<Self, TrialIdError> {
        Self::of_catalogue(&text)
    }
}
impl From<TrialId> for String {
    fn from(id: TrialId) -> Self {
        id.0
    }
}
impl std::fmt::Display for TrialId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

worded!(StudyKind {
    Self::Registration => "study.registration", Self::Specified => "study.specified", Self::Research => "study.research",
    Self::Any => "study.any",
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trial_numbers_are_normalised_to_their_registrys_spelling() {
        for (written, kept, registry) in [
            ("ｊＲＣＴs０３１１９０１０４", "jRCTs031190104", Registry::Jrct),
            ("JRCT 2031230001", "jRCT2031230001", Registry::Jrct),
            (" nct 02576665 ", "NCT02576665", Registry::Nct),
            ("UMIN 000012345", "UMIN000012345", Registry::Umin),
            ("JapicCTI123456", "JapicCTI-123456", Registry::JapicCti),
            ("jma-iia 00123", "JMA-IIA00123", Registry::JmaIia),
        ] {
            let id = TrialId::parse(written).unwrap();
            assert_eq!(id.as_str(), kept);
            assert_eq!(id.registry(), Some(registry));
        }
    }

    #[test]
    fn other_texts_are_no_trial_numbers() {
        for wrong in ["", "jRCT", "jRCTs03119010", "NCT123", "NCT0257666５５", "EGFR", "jRCTs0311901045"] {
            assert!(TrialId::parse(wrong).is_err(), "{wrong} is no trial number");
        }
    }

    #[test]
    fn a_catalogue_may_have_a_number_of_no_registry_and_it_is_taken_for_none() {
        let own = TrialId::of_catalogue(" T-1 ").unwrap();
        assert_eq!((own.as_str(), own.registry(), own.study_kind()), ("T-1", None, StudyKind::Any));
        assert_eq!(TrialId::of_catalogue("nct02576665").unwrap().as_str(), "NCT02576665");
        // A name that begins as a registry's number does is none of it.
        assert_eq!(TrialId::of_catalogue("NCT-own").unwrap().registry(), None);
        for wrong in ["", "  ", "a\nb", &"x".repeat(65)] {
            assert!(TrialId::of_catalogue(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_form_of_a_number_tells_what_kind_of_study_it_is() {
        for (number, kind) in [
            ("jRCTs031190104", StudyKind::Specified),
            ("jRCT2031230001", StudyKind::Registration),
            ("jRCT1031230001", StudyKind::Research),
            ("NCT02576665", StudyKind::Any),
            ("UMIN000012345", StudyKind::Any),
        ] {
            assert_eq!(TrialId::parse(number).unwrap().study_kind(), kind, "{number}");
        }
    }
}
