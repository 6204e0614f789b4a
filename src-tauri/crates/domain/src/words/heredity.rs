//! Words that name heredity. Where the patient has not asked to be told, people's own words are searched for them: a text
//! that says "Lynch syndrome" tells as much as one that names the gene. Found are all spellings: kana, width, case, with or
//! without a middle dot or hyphen. The words are data (`terms`); a site may add its own.
//!
//! Too many is meant: a person can state that a text is not about this patient, nobody can take back what was printed. But
//! what stands in ordinary sentences of a tumour board is told apart, for a gap that is always there is read by nobody.

mod syndromes;
mod terms;
mod tissue;

pub use terms::{SOURCE, VERSION};

use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use syndromes::SYNDROMES;
use unicode_normalization::UnicodeNormalization;

/// Most letters and digits of a site's word that counts only where it stands by itself.
const ABBREVIATION: usize = 5;

/// A site's own words beside the program's, with the version of their list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HeredityWords {
    /// Version, in the site's words.
    pub version: String,
    /// The words, as they are shown.
    pub words: Vec<String>,
}

/// A text in one spelling: compatibility forms (width), small letters, hiragana as katakana, without spaces, dots and hyphens.
fn dense(text: &str) -> String {
    spelled(text).filter(|c| !is_between(*c)).collect()
}

fn spelled(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfkc().flat_map(char::to_lowercase).map(|c| match c {
        'ぁ'..='ゖ' => char::from_u32(u32::from(c) + 0x60).unwrap_or(c),
        other => other,
    })
}

fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '・' | '･'
                | '-'
                | '‐'
                | '‑'
                | '‒'
                | '–'
                | '—'
                | '='
                | '＝'
                | '゠'
                | '\''
                | '’'
                | '.'
                | '/'
        )
}

/// A list in the spelling of the search, each beside the spelling that is shown.
fn spelled_as_searched(list: &'static [&'static str]) -> Vec<(String, &'static str)> {
    list.iter().map(|term| (dense(term), *term)).collect()
}

static ANYWHERE: LazyLock<Vec<(String, &'static str)>> = LazyLock::new(|| {
    [terms::ANYWHERE, SYNDROMES, tissue::NORMAL_PHRASES].into_iter().flat_map(spelled_as_searched).collect()
});

/// A word with what may stand before and after it where it says something else.
type Guard = (String, &'static str, Vec<String>, Vec<String>);

static GUARDED: LazyLock<Vec<Guard>> = LazyLock::new(|| {
    let all = |list: &[&str]| list.iter().map(|one| dense(one)).collect();
    let guard = |one: &terms::Guarded| (dense(one.word), one.word, all(one.not_after), all(one.not_before));
    terms::GUARDED.iter().map(guard).collect()
});

/// All that is shipped, for whoever wants to see the list, in order.
pub fn shipped() -> Vec<&'static str> {
    let guarded = terms::GUARDED.iter().map(|one| one.word);
    let lists = [terms::ANYWHERE, SYNDROMES, tissue::NORMAL_PHRASES, tissue::NORMAL_TISSUE, terms::ALONE];
    let rest = lists.into_iter().flatten().copied();
    let mut all: Vec<&str> = std::iter::once("遺伝").chain(guarded).chain(rest).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The words of heredity that a text holds, each once, in the list's spelling: those of the program, and the site's own.
pub fn named_in(text: &str, own: &[String]) -> Vec<String> {
    let whole = dense(text);
    let mut named: Vec<String> = Vec::new();
    let mut add = |word: &str| {
        // Of "遺伝性" and "遺伝性乳癌" the longer one says more.
        if !named.iter().any(|known| known.contains(word)) {
            named.push(word.to_owned());
        }
    };
    let as_written: String = text.nfkc().filter(|c| !is_between(*c)).collect();
    of_heredity(&as_written).iter().for_each(|word| add(word));
    for (searched, shown) in ANYWHERE.iter() {
        if whole.contains(searched.as_str()) {
            add(shown);
        }
    }
    for (searched, shown, not_after, not_before) in GUARDED.iter() {
        let says_it = |(at, _): (usize, &str)| {
            let before = whole.get(..at).unwrap_or_default();
            let after = whole.get(at.saturating_add(searched.len())..).unwrap_or_default();
            !not_after.iter().any(|other| before.ends_with(other.as_str()))
                && !not_before.iter().any(|other| after.starts_with(other.as_str()))
        };
        if whole.match_indices(searched.as_str()).any(says_it) {
            add(shown);
        }
    }
    normal_tissue(&whole).iter().for_each(|word| add(word));
    let spelled: String = spelled(text).collect();
    let words: Vec<&str> =
        spelled.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    for word in &words {
        if terms::ALONE.contains(word) {
            add(&word.to_ascii_uppercase());
        }
    }
    for word in own {
        let searched = dense(word);
        // An abbreviation is one only where it stands by itself.
        let short = searched.len() <= ABBREVIATION && searched.chars().all(|c| c.is_ascii_alphanumeric());
        let found = match short {
            true => words.contains(&searched.as_str()),
            false => !searched.is_empty() && whole.contains(&searched),
        };
        if found {
            add(word);
        }
    }
    named
}

/// A word in the spelling of the search.
pub fn searched(word: &str) -> String {
    dense(word)
}

/// Whether two words are one for the search.
pub fn is_same(one: &str, other: &str) -> bool {
    dense(one) == dense(other)
}

/// "遺伝" wherever it is not part of a word of genes or of the tumour's own, with the kanji and katakana that follow.
fn of_heredity(text: &str) -> Vec<String> {
    let joined = |c: &char| matches!(c, '一'..='龠' | '々' | 'ァ'..='ヶ' | 'ー');
    let mut found = Vec::new();
    for word in ["遺伝", "いでん", "イデン"] {
        for (at, _) in text.match_indices(word) {
            let before = text.get(..at).unwrap_or_default();
            let after = text.get(at.saturating_add(word.len())..).unwrap_or_default();
            // 細胞遺伝学 is of chromosomes of the tumour, 生殖細胞 is found by itself.
            let other = terms::NOT_HEREDITY_AFTER.iter().any(|end| after.starts_with(end))
                || terms::NOT_HEREDITY_BEFORE.iter().any(|start| before.ends_with(start));
            if !other {
                found.push(word.chars().chain(after.chars().take_while(joined).take(12)).collect());
            }
        }
    }
    found
}

/// Where a text says of tissue that is not the tumour that it holds something *too*: 正常検体にも認める.
fn normal_tissue(whole: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tissue in tissue::NORMAL_TISSUE {
        let searched = dense(tissue);
        for (at, _) in whole.match_indices(searched.as_str()) {
            let after = whole.get(at.saturating_add(searched.len())..).unwrap_or_default();
            if says_too(after) {
                found.push(format!("{tissue}にも"));
            }
        }
    }
    found.dedup();
    found
}

fn says_too(after: &str) -> bool {
    let near = |text: &str, most: usize| text.chars().take(most).collect::<String>();
    let first = |text: &str, words: &[&str]| {
        let places = words.iter().filter_map(|word| {
            let word = dense(word);
            text.find(&word).map(|at| (at, at.saturating_add(word.len())))
        });
        places.min()
    };
    // A sentence ends the thought.
    let sentence = after.split(['。', '\u{ff0e}', ';', '；']).next().unwrap_or_default();
    let Some((_, too)) = first(&near(sentence, 12), tissue::TOO) else { return false };
    let rest = near(sentence.get(too..).unwrap_or_default(), 20);
    let Some((held, end)) = first(&rest, tissue::HELD) else { return false };
    let through = sentence.get(..too.saturating_add(held)).unwrap_or_default();
    let not = rest.get(end..).unwrap_or_default();
    !tissue::OTHERWISE.iter().any(|other| through.contains(&dense(other)))
        && !tissue::NOT_HELD.iter().any(|no| not.starts_with(&dense(no)))
}

#[cfg(test)]
mod tests;
