//! Which word of the book (`entaku-words`) each value of the domain has. Every clinical label on screen and paper comes
//! from there.

use std::collections::HashMap;
use std::sync::LazyLock;

pub mod heredity;
pub mod laboratory;
mod notes;
pub mod plain;
pub mod readings;
pub mod terms;
pub mod withheld;

pub use entaku_words::Word;
pub use entaku_words::clinical::WORDS;
pub use notes::note_meaning;

/// Shown where a key is missing from the list; a test keeps that from happening for every key in use.
const MISSING: Word = Word { key: "missing", ja: "（語なし）", en: "(no word)" };

/// The word under a key.
pub fn word(key: &str) -> Word {
    // The list stands in the order of the glossary; a case of hundreds of findings asks it thousands of times.
    static BY_KEY: LazyLock<HashMap<&str, Word>> =
        LazyLock::new(|| WORDS.iter().map(|word| (word.key, *word)).collect());
    BY_KEY.get(key).copied().unwrap_or(MISSING)
}

/// Something that has a word in the list.
pub trait Worded {
    /// The key.
    fn key(&self) -> &'static str;
    /// The word.
    fn label(&self) -> Word {
        word(self.key())
    }
}

macro_rules! worded {
    ($type:ty { $($variant:pat => $key:literal),+ $(,)? }) => {
        impl $crate::words::Worded for $type {
            fn key(&self) -> &'static str {
                match self { $($variant => $key),+ }
            }
        }
    };
}
pub(crate) use worded;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classification::Strength;
    use crate::decision::GermlineJudgement;
    use crate::finding::FindingKind;
    use crate::member::{Qualification, Role};
    use crate::recommendation::{AccessRoute, FurtherKind};
    use crate::referral::ReferralStatus;
    use std::path::Path;

    #[test]
    fn every_key_stands_once_with_words_in_both_languages() {
        let mut seen = std::collections::BTreeSet::new();
        for word in WORDS {
            assert!(seen.insert(word.key), "{} stands twice", word.key);
            assert!(!word.ja.is_empty() && !word.en.is_empty(), "{} lacks a language", word.key);
        }
    }

    #[test]
    fn a_variant_found_beside_normal_tissue_is_not_called_presumed() {
        for judgement in GermlineJudgement::ALL {
            let (found, presumed) = (judgement.said(true), judgement.said(false));
            assert_ne!(found, MISSING, "{judgement:?}");
            assert_eq!(presumed, judgement.label());
            assert!(!found.ja.contains("PGPV") && !found.en.contains("PGPV"), "{}", found.ja);
            assert_eq!(found.ja.contains("GPV"), presumed.ja.contains("PGPV"), "{}", found.ja);
        }
    }

    #[test]
    fn every_enumerated_value_has_its_word() {
        let keys = Role::ALL
            .iter()
            .map(Worded::key)
            .chain(Qualification::ALL.iter().map(Worded::key))
            .chain(FindingKind::ALL.iter().map(Worded::key))
            .chain(AccessRoute::ALL.iter().map(Worded::key))
            .chain(FurtherKind::ALL.iter().map(Worded::key))
            .chain(Strength::ALL.iter().map(Worded::key))
            .chain(ReferralStatus::ALL.iter().map(Worded::key));
        for key in keys {
            assert_ne!(word(key), MISSING, "{key} is not in the list");
        }
    }

    /// All `worded!` blocks of this crate.
    fn worded_blocks(dir: &Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                worded_blocks(&path, found);
            } else {
                let source = std::fs::read_to_string(&path).unwrap();
                let blocks = source.split("\nworded!(").skip(1).filter_map(|rest| rest.split("});").next());
                found.extend(blocks.map(str::to_owned));
            }
        }
    }

    #[test]
    fn every_key_that_a_code_names_is_in_the_list() {
        let mut blocks = Vec::new();
        worded_blocks(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut blocks);
        let keys: Vec<_> = blocks
            .iter()
            .flat_map(|block| block.split("=> \"").skip(1))
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert!(keys.len() > 200, "{} keys", keys.len());
        for key in keys {
            assert_ne!(word(key), MISSING, "{key} is not in the list");
        }
    }
}
