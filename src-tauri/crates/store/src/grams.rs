//! Text cut into the words the full-text index holds.
//!
//! Japanese is written without spaces and its clinical words are often two characters long (膵癌, 胃癌);
//! SQLite's trigram tokenizer finds none of those. Here a run of Japanese characters becomes its
//! overlapping pairs and its last character alone; a run of other letters and digits becomes one word.
//! Everything is NFKC-normalised and in lower case first, so that full-width and half-width forms,
//! ㎎ and mg, EGFR and egfr are one.
//!
//! `EGFR遺伝子 L858R` → `egfr 遺伝 伝子 子 l858r`. A query becomes the phrase of the same words, and its
//! last word may be the beginning of a longer one.

use unicode_normalization::UnicodeNormalization;

/// How a run of characters is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Words with spaces between them: one token a run.
    Spaced,
    /// Words without spaces: pairs.
    Unspaced,
}

fn script(c: char) -> Option<Script> {
    let unspaced = matches!(u32::from(c),
        0x3005..=0x3007        // 々〆〇
        | 0x3041..=0x309f      // hiragana
        | 0x30a1..=0x30ff      // katakana, ー
        | 0x31f0..=0x31ff      // small katakana
        | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff // ideographs
        | 0xac00..=0xd7a3      // hangul
    );
    match (unspaced, c.is_alphanumeric()) {
        (true, true) => Some(Script::Unspaced),
        (false, true) => Some(Script::Spaced),
        _ => None, // punctuation and spaces part words
    }
}

/// Text as it is compared: NFKC, lower case.
pub fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}

/// The words of a text, in order, for the index.
pub(crate) fn index_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words = Vec::new();
    let mut run: Vec<char> = Vec::new();
    let mut kind = None;
    for c in folded.chars() {
        let next = script(c);
        if next != kind {
            close(&mut run, kind, &mut words);
            kind = next;
        }
        if next.is_some() {
            run.push(c);
        }
    }
    close(&mut run, kind, &mut words);
    words
}

fn close(run: &mut Vec<char>, kind: Option<Script>, words: &mut Vec<String>) {
    match kind {
        Some(Script::Spaced) => words.push(run.iter().collect()),
        Some(Script::Unspaced) => {
            words.extend(run.windows(2).map(|pair| pair.iter().collect::<String>()));
            words.extend(run.last().map(char::to_string));
        }
        None => {}
    }
    run.clear();
}

/// One word sought: an FTS5 expression, and the folded text for showing where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) expression: String,
    pub(crate) folded: String,
}

/// The terms of a query (parted by spaces; all must be found). Text without letters or digits seeks
/// nothing and gives no term.
pub(crate) fn query_terms(query: &str) -> Vec<Term> {
    let folded = fold(query);
    folded
        .split_whitespace()
        .filter_map(|piece| {
            let mut words = index_words(piece);
            let ends_unspaced = piece.chars().rev().find(|c| script(*c).is_some()).and_then(script);
            // The last character alone is the beginning of any pair; behind a pair it says nothing more.
            let behind_a_pair = ends_unspaced == Some(Script::Unspaced)
                && words.iter().rev().nth(1).is_some_and(|pair| {
                    let mut chars = pair.chars();
                    chars.next().and_then(script) == Some(Script::Unspaced) && chars.next().is_some()
                });
            if behind_a_pair {
                words.pop();
            }
            (!words.is_empty()).then(|| Term {
                // Words hold letters and digits only, so nothing in them means anything to FTS5.
                expression: format!("\"{}\"{}", words.join(" "), if behind_a_pair { "" } else { " *" }),
                folded: piece.to_owned(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        index_words(text).join(" ")
    }

    #[test]
    fn japanese_becomes_pairs_and_latin_becomes_words() {
        assert_eq!(words("膵癌"), "膵癌 癌");
        assert_eq!(words("EGFR遺伝子 L858R"), "egfr 遺伝 伝子 子 l858r");
        assert_eq!(words("p.L858R, c.2573T>G"), "p l858r c 2573t g");
        assert_eq!(
            words("ＥＧＦＲ ﾍﾟﾑﾌﾞﾛ"),
            "egfr ペム ムブ ブロ ロ",
            "full-width and half-width forms are one"
        );
        assert_eq!(words("。、 「」"), "");
    }

    #[test]
    fn a_query_is_the_phrase_of_its_words() {
        let expressions =
            |query: &str| query_terms(query).into_iter().map(|t| t.expression).collect::<Vec<_>>();
        assert_eq!(expressions("膵癌"), ["\"膵癌\""]);
        assert_eq!(expressions("小細胞"), ["\"小細 細胞\""]);
        assert_eq!(expressions("癌"), ["\"癌\" *"], "one character is the beginning of a pair");
        assert_eq!(expressions("egf 肺"), ["\"egf\" *", "\"肺\" *"]);
        assert_eq!(expressions("変異EGFR"), ["\"変異 異 egfr\" *"]);
        assert_eq!(
            expressions("\"; DROP TABLE -- *"),
            ["\"drop\" *", "\"table\" *"],
            "operators mean nothing"
        );
        assert!(query_terms(" 、。 ").is_empty());
    }
}
