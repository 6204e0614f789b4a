//! Furigana: which kana stand above which kanji of a text.
//!
//! Four things speak, the first that knows wins: names as recorded; the clinic's own list (`domain::words::readings`); what
//! the neighbours of a word say of it (numbers and counters, suffixes, verbs of two readings); the dictionary. A person's
//! name that is not recorded, and a word of which nobody can tell the reading from its sentence, get no kana: none is
//! better than a wrong one. Kana never stand above kana, letters or digits.

mod align;
mod context;
mod curated;
mod dictionary;
mod lattice;
mod numbers;
mod singles;
#[cfg(test)]
mod tests;
mod verbs;

use std::ops::Range;

use self::align::{aligned, has_kanji, is_kanji};
use self::context::{Here, Said};
use self::dictionary::{Class, Dictionary};
use self::lattice::{Origin, Token};

/// Kanji of a text with the kana that stand above them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Where the kanji stand in the text, in bytes.
    pub at: Range<usize>,
    /// Their reading in hiragana.
    pub reading: String,
}

/// The kanji of a text that have a reading, in order. `names` are names with their recorded readings; a name whose reading is
/// empty is left without.
pub fn readings(text: &str, names: &[(String, String)]) -> Vec<Stretch> {
    let Some(dictionary) = Some(text).filter(|text| has_kanji(text)).and_then(|_| Dictionary::get()) else {
        return Vec::new();
    };
    let tokens = lattice::tokens(dictionary, text, names);
    let unnamed = unnamed(text, &tokens);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let here = Here { text, tokens: &tokens, at };
        if unnamed.contains(&at) || (token.origin != Origin::Recorded && token.class == Class::Person) {
            at += 1;
            continue;
        }
        if let Some(said) = context::counted(here) {
            if let Said::Reading(reading) = said {
                push(&mut found, token.at.clone(), text, &reading);
            }
            at += 1;
            continue;
        }
        if let Some((word, reading)) = listed(here, token) {
            push(&mut found, word.clone(), text, reading);
            at += tokens.iter().skip(at).take_while(|token| token.at.start < word.end).count();
            continue;
        }
        if let Some((said, behind)) = context::numerals(here) {
            let end = tokens.get(behind).map_or(text.len(), |token| token.at.start);
            if let Said::Reading(reading) = said {
                push(&mut found, token.at.start..end, text, &reading);
            }
            at = behind.max(at + 1);
            continue;
        }
        match (token.origin, context::said_of(here)) {
            (Origin::Recorded, _) => name(&mut found, token, text),
            (_, Said::Reading(reading)) => push(&mut found, token.at.clone(), text, &reading),
            (_, Said::Unsure) => {}
            (_, Said::Nothing) if doubtful(dictionary, here, token) => {}
            (_, Said::Nothing) => push(&mut found, token.at.clone(), text, &token.reading),
        }
        at += 1;
    }
    found
}

/// Kanji of a text that no reading covers, each run once in order: what a writer may want to say in other words.
pub fn unread(text: &str, names: &[(String, String)]) -> Vec<String> {
    let read = readings(text, names);
    let covered = |at: usize| read.iter().any(|stretch| stretch.at.contains(&at));
    let mut runs: Vec<String> = Vec::new();
    let mut run = String::new();
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_kanji(c) && !covered(at) {
            run.push(c);
        } else if !run.is_empty() {
            let done = std::mem::take(&mut run);
            if !runs.contains(&done) {
                runs.push(done);
            }
        }
    }
    runs
}

/// The longest word of the clinic's list that begins with this word and ends where a word ends, or where only kana are left
/// of one.
fn listed(here: Here<'_>, token: &Token) -> Option<(Range<usize>, &'static str)> {
    if token.origin == Origin::Recorded {
        return None;
    }
    let start = token.at.start;
    let ends = |length: usize| {
        let end = start + length;
        let cut = here.tokens.iter().find(|token| token.at.end >= end);
        cut.is_some_and(|token| here.text.get(end..token.at.end).is_some_and(|left| !has_kanji(left)))
    };
    let (word, reading) = curated::longest(here.text.get(start..)?, ends)?;
    Some((start..start + word.len(), reading))
}

fn push(found: &mut Vec<Stretch>, word: Range<usize>, text: &str, reading: &str) {
    let Some(written) = text.get(word.clone()).filter(|written| has_kanji(written)) else { return };
    for (at, reading) in aligned(written, reading).unwrap_or_default() {
        found.push(Stretch { at: word.start + at.start..word.start + at.end, reading });
    }
}

/// A recorded name. Of a name in several parts whose kana are not in as many, nobody can tell which are whose: they stand
/// over all of it.
fn name(found: &mut Vec<Stretch>, token: &Token, text: &str) {
    let Some(written) = text.get(token.at.clone()) else { return };
    let parted = written.chars().any(char::is_whitespace);
    if parted && !token.reading.is_empty() && written.chars().all(|c| is_kanji(c) || c.is_whitespace()) {
        found.push(Stretch { at: token.at.clone(), reading: token.reading.clone() });
    } else {
        push(found, token.at.clone(), text, &token.reading);
    }
}

/// Words before さん, 様, 先生 that may be a name nobody recorded: by number.
fn unnamed(text: &str, tokens: &[Token]) -> Vec<usize> {
    const TITLES: &[&str] = &["さん", "様", "さま", "先生", "氏", "殿", "くん", "君", "ちゃん", "医師"];
    let mut unnamed = Vec::new();
    for (at, title) in tokens.iter().enumerate() {
        if !text.get(title.at.clone()).is_some_and(|written| TITLES.contains(&written)) {
            continue;
        }
        let joined = |token: &&Token| {
            text.get(token.at.clone()).is_some_and(|written| written.chars().all(is_kanji))
                && !matches!(token.class, Class::Adnominal | Class::Particle | Class::Number | Class::Counter)
        };
        let run = tokens.iter().take(at).rev().take_while(joined).count();
        let from = at.saturating_sub(run);
        let words = tokens.get(from..at).unwrap_or_default();
        let role = |token: &Token| {
            text.get(token.at.clone()).is_some_and(|written| ROLES.contains(&written))
                || matches!(token.origin, Origin::Curated | Origin::Recorded)
        };
        if !words.iter().any(role) {
            unnamed.extend(from..at);
        }
    }
    unnamed
}

/// Words before さん and 様 that are no names.
const ROLES: &[&str] = &[
    "患者",
    "皆",
    "家族",
    "医者",
    "医師",
    "看護師",
    "薬剤師",
    "主治医",
    "担当医",
    "息子",
    "娘",
    "母",
    "父",
    "兄",
    "姉",
    "弟",
    "妹",
    "子",
    "孫",
    "奥",
    "客",
    "神",
    "本人",
    "技師",
    "保健師",
    "相談員",
    "担当者",
    "夫",
    "妻",
    "嫁",
    "婿",
    "叔父",
    "叔母",
    "伯父",
    "伯母",
    "赤",
    "隣",
    "他",
    "担当",
    "専門",
    "責任",
    "病院",
    "外科",
    "内科",
    "代表",
    "旦那",
    "子供",
    "業者",
    "皆様",
];

/// Whether a single kanji beside another word of kanji may be part of a word that the dictionary lacks, and is read in
/// more than one way.
fn doubtful(dictionary: &Dictionary, here: Here<'_>, token: &Token) -> bool {
    let written = here.written();
    let lone = written.chars().nth(1).is_none() && written.chars().all(is_kanji);
    if !lone || !matches!(token.class, Class::Noun | Class::Name | Class::Place | Class::Verb) {
        return false;
    }
    let kanji_before =
        here.text.get(..token.at.start).and_then(|text| text.chars().last()).is_some_and(is_kanji);
    let kanji_after =
        here.text.get(token.at.end..).and_then(|text| text.chars().next()).is_some_and(is_kanji);
    let common =
        |class| matches!(class, Class::Noun | Class::Act | Class::Suffix | Class::Prefix | Class::Time);
    let other = dictionary.entries_of(written).any(|entry| {
        common(dictionary.class(entry.id)) && !entry.reading.is_empty() && entry.reading != token.reading
    });
    // The stem of a verb written without its kana is no part of a word of kanji.
    (kanji_before || kanji_after) && (other || token.class == Class::Verb)
}
