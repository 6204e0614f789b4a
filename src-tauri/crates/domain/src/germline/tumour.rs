//! Groups of tumours that lists make exceptions for, told by OncoTree code or by the words that people write. Owns how
//! words are compared; the words are data.

use super::facts::TumourAtHand;
use crate::label::Label;
use crate::omission::ConditionState;
use serde::Deserialize;
use std::collections::BTreeMap;

/// How tumours of a group are called.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TumourWords {
    /// Name of the group.
    pub name: Label,
    /// OncoTree codes; what hangs below them belongs to the group too.
    pub codes: Vec<String>,
    /// OncoTree codes that leave it open, where the tumour has no narrower one.
    #[serde(default)]
    pub open_codes: Vec<String>,
    /// Words. Latin ones are whole words; Japanese ones may stand within others.
    pub words: Vec<String>,
    /// Words that hold one of those above and mean something else: they are taken out first.
    #[serde(default)]
    pub not: Vec<String>,
    /// Words that tell of another tumour, though words that leave it open stand beside them.
    #[serde(default)]
    pub other: Vec<String>,
    /// Words that leave it open.
    #[serde(default)]
    pub open: Vec<String>,
}

/// How a tumour is called of which nobody knows where it began.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnknownTumour {
    codes: Vec<String>,
    words: Vec<String>,
    /// What people write in place of a tumour.
    #[serde(default)]
    blank: Vec<String>,
}

/// The groups by their codes, and the words for a tumour of which the primary is not known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TumourGroups {
    groups: BTreeMap<String, TumourWords>,
    #[serde(default)]
    unknown: UnknownTumour,
}

impl TumourGroups {
    /// The words of a group.
    pub fn get(&self, id: &str) -> Option<&TumourWords> {
        self.groups.get(id)
    }

    /// Codes of the groups.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.groups.keys().map(String::as_str)
    }

    /// Whether a tumour belongs to a group. Code and words may both tell; what neither tells is unknown.
    pub fn holds(&self, id: &str, tumour: &TumourAtHand) -> ConditionState {
        let Some(group) = self.get(id) else { return ConditionState::Unknown };
        let by_code = self.by_code(group, &tumour.codes);
        let by_words = tumour.text.as_deref().and_then(|text| self.by_words(group, text));
        match (by_code, by_words) {
            (Some(ConditionState::Met), _) | (_, Some(ConditionState::Met)) => ConditionState::Met,
            (Some(ConditionState::NotMet), _) | (_, Some(ConditionState::NotMet)) => ConditionState::NotMet,
            _ => ConditionState::Unknown,
        }
    }

    fn by_code(&self, group: &TumourWords, codes: &[String]) -> Option<ConditionState> {
        let own = codes.first()?;
        let among = |known: &[String], code: &String| known.iter().any(|one| one.eq_ignore_ascii_case(code));
        Some(if codes.iter().any(|code| among(&group.codes, code)) {
            ConditionState::Met
        } else if among(&group.open_codes, own) || codes.iter().any(|code| among(&self.unknown.codes, code)) {
            ConditionState::Unknown
        } else {
            ConditionState::NotMet
        })
    }

    fn by_words(&self, group: &TumourWords, text: &str) -> Option<ConditionState> {
        let mut said = crate::text::half_width(text).to_lowercase();
        if said.trim().is_empty() || self.unknown.blank.iter().any(|blank| blank == said.trim()) {
            return None;
        }
        let open = says(&said, &self.unknown.words);
        for phrase in &group.not {
            said = without(&said, &phrase.to_lowercase());
        }
        Some(if says(&said, &group.words) {
            ConditionState::Met
        } else if open {
            ConditionState::Unknown
        } else if says(&said, &group.other) {
            ConditionState::NotMet
        } else if says(&said, &group.open) {
            ConditionState::Unknown
        } else {
            ConditionState::NotMet
        })
    }
}

fn says(text: &str, phrases: &[String]) -> bool {
    phrases.iter().any(|phrase| places(text, &phrase.to_lowercase()).next().is_some())
}

/// Where a phrase stands. A Latin one is no part of a longer word: `renal` does not stand in `adrenal`.
fn places<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
    let latin = phrase.is_ascii();
    text.match_indices(phrase).filter(move |(at, found)| {
        let of_a_word = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
        let before = text.get(..*at).and_then(|text| text.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|text| text.chars().next());
        !phrase.is_empty() && (!latin || !(of_a_word(before) || of_a_word(after)))
    })
}

fn without(text: &str, phrase: &str) -> String {
    let mut rest = String::new();
    let mut from = 0;
    for (at, found) in places(text, phrase) {
        rest.push_str(text.get(from..at).unwrap_or_default());
        rest.push(' ');
        from = at + found.len();
    }
    rest.push_str(text.get(from..).unwrap_or_default());
    rest
}
