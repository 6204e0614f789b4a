//! Which kana of a word's reading belong to which of its kanji: 飲み薬, のみぐすり → 飲 の, 薬 ぐすり.

use std::ops::Range;

/// A stretch of kanji in a word, in bytes, with its kana.
pub(super) type Part = (Range<usize>, String);

/// The kanji of a word with their kana; `None` where the reading cannot be theirs.
pub(super) fn aligned(word: &str, reading: &str) -> Option<Vec<Part>> {
    let runs = runs(word);
    let kana: Vec<char> = reading.chars().map(plain).collect();
    let mut steps = MOST_STEPS;
    matched(&runs, &kana, &mut steps)
}

/// Words are short; a text that is made to be hard is not read.
const MOST_STEPS: usize = 4096;

/// Whether a character is written in kanji.
pub(super) fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a word has any kanji.
pub(super) fn has_kanji(word: &str) -> bool {
    word.chars().any(is_kanji)
}

struct Run {
    at: Range<usize>,
    kanji: bool,
    chars: Vec<char>,
}

fn runs(word: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, c) in word.char_indices() {
        let end = at + c.len_utf8();
        match runs.last_mut() {
            Some(last) if last.kanji == is_kanji(c) => {
                last.at.end = end;
                last.chars.push(plain(c));
            }
            _ => runs.push(Run { at: at..end, kanji: is_kanji(c), chars: vec![plain(c)] }),
        }
    }
    runs
}

fn matched(runs: &[Run], kana: &[char], steps: &mut usize) -> Option<Vec<Part>> {
    *steps = steps.checked_sub(1)?;
    let Some((run, later)) = runs.split_first() else { return kana.is_empty().then(Vec::new) };
    if !run.kanji {
        let (same, rest) = kana.split_at_checked(run.chars.len())?;
        let fits =
            run.chars.iter().zip(same).all(|(written, read)| written == read || small_ke(*written, *read));
        return if fits { matched(later, rest, steps) } else { None };
    }
    // The last run takes all that is left; the others as little as fits.
    let lengths = if later.is_empty() { kana.len()..=kana.len() } else { 1..=kana.len() };
    for length in lengths.filter(|length| *length > 0) {
        let (own, rest) = kana.split_at_checked(length)?;
        if let Some(mut parts) = matched(later, rest, steps) {
            parts.insert(0, (run.at.clone(), own.iter().collect()));
            return Some(parts);
        }
    }
    None
}

/// ヶ and ヵ, also written large, are read か or が: 2ヶ所.
fn small_ke(written: char, read: char) -> bool {
    matches!(written, 'ゖ' | 'ゕ' | 'け' | 'か') && matches!(read, 'か' | 'が')
}

/// Katakana as hiragana.
fn plain(c: char) -> char {
    match c {
        'ァ'..='ヶ' => u32::from(c).checked_sub(0x60).and_then(char::from_u32).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kana_within_a_word_are_left_alone() {
        let said = |word: &str, reading: &str| {
            let parts = aligned(word, reading).expect("the reading fits");
            parts
                .iter()
                .map(|(at, kana)| format!("{}={kana}", &word[at.clone()]))
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(said("飲み薬", "のみぐすり"), "飲=の 薬=ぐすり");
        assert_eq!(said("遺伝カウンセリング", "いでんかうんせりんぐ"), "遺伝=いでん");
        assert_eq!(said("お休み中", "おやすみちゅう"), "休=やす 中=ちゅう");
        assert_eq!(said("ヶ月", "かげつ"), "月=げつ");
        assert_eq!(said("カ所", "かしょ"), "所=しょ");
        assert_eq!(said("話し合う", "はなしあう"), "話=はな 合=あ");
        assert_eq!(aligned("受ける", "たべる"), None, "a reading that is not the word's");
        assert_eq!(aligned("薬", ""), None, "kanji without kana");
    }
}
