//! What a case itself holds against a drug: that the patient had it, and that the panel named it as one not to give. Shown
//! beside a recommendation that is being written; whether it speaks against the drug is for people to say.

use super::Advice;
use crate::case::Case;
use crate::patient::Treatment;
use crate::text::half_width;

/// The names under which drugs go, each list those of one drug.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DrugNames {
    groups: Vec<Vec<String>>,
}

impl DrugNames {
    /// From lists of names, each of one drug.
    pub fn new<'n>(drugs: impl IntoIterator<Item = Vec<&'n str>>) -> Self {
        let fold = |names: Vec<&str>| names.into_iter().map(folded).filter(|name| !name.is_empty()).collect();
        Self { groups: drugs.into_iter().map(fold).collect() }
    }

    /// All names of a drug, folded; its own where no list has it.
    pub fn of(&self, drug: &str) -> Vec<String> {
        let own = folded(drug);
        let known = self.groups.iter().find(|names| names.contains(&own));
        known.cloned().unwrap_or_else(|| vec![own])
    }

    /// Whether a list has the drug.
    pub fn knows(&self, drug: &str) -> bool {
        let own = folded(drug);
        self.groups.iter().any(|names| names.contains(&own))
    }

    /// Whether two names are of one drug.
    pub fn same(&self, one: &str, other: &str) -> bool {
        let other = folded(other);
        !other.is_empty() && self.of(one).contains(&other)
    }

    /// Whether a text, a regimen for example, names a drug. A name within a longer word of the same script is another word.
    pub fn named_in(&self, text: &str, drug: &str) -> bool {
        let text = folded(text);
        self.of(drug).iter().filter(|name| !name.is_empty()).any(|name| stands_in(&text, name))
    }
}

fn folded(name: &str) -> String {
    half_width(name).trim().to_lowercase()
}

fn stands_in(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, found)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let tail = text.get(at + found.len()..).unwrap_or_default();
        let after = tail.chars().next().filter(|_| !SALTS.iter().any(|salt| tail.starts_with(salt)));
        let ends = |inner: Option<char>, outer: Option<char>| {
            !inner
                .zip(outer)
                .is_some_and(|(inner, outer)| script(inner) == script(outer) && script(inner) != 0)
        };
        ends(name.chars().next(), before) && ends(name.chars().next_back(), after)
    })
}

/// What Japanese names of drugs add for the salt, written without a gap and in the same letters.
const SALTS: [&str; 9] =
    ["メシル", "トシル", "エシル", "ベシル", "マレイン", "リンゴ", "コハク", "クエン", "フマル"];

/// Which kind of letter joins with its like into one word; 0 for what joins with nothing.
fn script(letter: char) -> u8 {
    match letter {
        'a'..='z' | '0'..='9' => 1,
        '\u{30a1}'..='\u{30fa}' | 'ー' => 2,
        '\u{3041}'..='\u{3096}' => 3,
        '\u{4e00}'..='\u{9fff}' => 4,
        _ => 0,
    }
}

/// What a case holds against a drug.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Caution<'c> {
    /// The patient had it in this treatment.
    GivenBefore(&'c Treatment),
    /// The panel names it as one that is thought to work less well.
    WorksLess,
    /// The panel weighed it and does not advise it, for this reason.
    NotAdvised(&'c str),
}

impl Case {
    /// What the case holds against a drug, the treatments in their order first.
    pub fn cautions<'c>(&'c self, drug: &str, names: &DrugNames) -> Vec<Caution<'c>> {
        let treatments = self.details.clinical.treatments.iter();
        let had = treatments
            .filter(|one| one.regimen.as_ref().is_some_and(|regimen| names.named_in(regimen.as_str(), drug)))
            .map(Caution::GivenBefore);
        let named = self.standing_recommendations().filter_map(|given| {
            let advice = &given.recommendation.advice;
            if !advice.drugs().iter().any(|other| names.same(drug, other.as_str())) {
                return None;
            }
            match advice {
                Advice::Considered { reason, .. } => Some(Caution::NotAdvised(reason.as_str())),
                _ if advice.is_of_resistance() => Some(Caution::WorksLess),
                _ => None,
            }
        });
        had.chain(named).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> DrugNames {
        DrugNames::new([vec!["osimertinib", "オシメルチニブ", "タグリッソ"], vec!["imatinib", "イマチニブ"]])
    }

    #[test]
    fn a_drug_is_found_under_all_its_names_and_in_no_longer_word() {
        let names = names();
        for (text, drug, found) in [
            ("オシメルチニブ", "Osimertinib", true),
            ("タグリッソ錠80mg", "osimertinib", true),
            ("Osimertinib 80 mg/day", "オシメルチニブ", true),
            ("ＯＳＩＭＥＲＴＩＮＩＢ", "osimertinib", true),
            ("カルボプラチン＋オシメルチニブ", "osimertinib", true),
            ("オシメルチニブメシル酸塩", "osimertinib", true),
            ("desimatinib", "imatinib", false),
            ("ネオイマチニブ", "imatinib", false),
            ("imatinib", "osimertinib", false),
            ("X療法", "X療法", true),
            ("", "osimertinib", false),
            ("osimertinib", "", false),
        ] {
            assert_eq!(names.named_in(text, drug), found, "{drug} in {text}");
        }
        assert!(
            names.same("タグリッソ", "Osimertinib") && !names.same("imatinib", "") && !names.same("", "")
        );
    }
}
