//! The clinic's words, which stand above the dictionary.

use std::collections::HashMap;
use std::sync::OnceLock;

use entaku_domain::words::readings::READINGS;

use super::align::is_kanji;

type ByFirst = HashMap<char, Vec<(&'static str, &'static str)>>;

/// The words of the list by their first character, the longest first.
fn by_first() -> &'static ByFirst {
    static KEPT: OnceLock<ByFirst> = OnceLock::new();
    KEPT.get_or_init(|| {
        let mut by_first = ByFirst::new();
        for (word, reading) in READINGS.iter().flat_map(|list| list.iter()) {
            if let Some(first) = word.chars().next() {
                by_first.entry(first).or_default().push((word, reading));
            }
        }
        by_first.values_mut().for_each(|words| words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len())));
        by_first
    })
}

/// The words that a text begins with, the longest first.
fn all(text: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let words = text.chars().next().and_then(|first| by_first().get(&first));
    words.into_iter().flatten().copied().filter(move |(word, _)| text.starts_with(word))
}

/// Words of kanji alone that a text begins with: they are laid over the dictionary.
pub(super) fn words(text: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    all(text).filter(|(word, _)| word.chars().all(is_kanji) && word.chars().nth(1).is_some())
}

/// The longest word of any kind that a text begins with, of those that end where `may_end` allows.
pub(super) fn longest(text: &str, may_end: impl Fn(usize) -> bool) -> Option<(&'static str, &'static str)> {
    all(text).find(|(word, _)| may_end(word.len()))
}
