//! Readings of the words of the clinic, for furigana. Curated: a word stands here with the one reading it has in a
//! hospital, and wins over what a dictionary says. How a text is cut into words, and what the words beside a word say of
//! its reading, is the report crate's (`furigana`). A name has its reading from the record, never from here.

mod medicine;
mod sheet;

/// Words and their readings in hiragana. A kanji that is read otherwise beside other words does not stand here alone.
pub const READINGS: &[&[(&str, &str)]] = &[sheet::WORDS, medicine::WORDS];

#[cfg(test)]
mod tests {
    use super::*;

    fn is_kanji(c: char) -> bool {
        matches!(c, '々' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
    }

    #[test]
    fn every_reading_is_kana_and_every_word_stands_once() {
        let mut seen = std::collections::BTreeSet::new();
        for (word, reading) in READINGS.iter().flat_map(|list| list.iter()) {
            assert!(seen.insert(word), "{word} stands twice");
            let kana = reading.chars().all(|c| matches!(c, 'ぁ'..='ん' | 'ー'));
            assert!(kana, "{word}: {reading} is hiragana");
            assert!(word.chars().any(is_kanji), "{word} has kanji to read");
            assert!(
                word.chars().nth(1).is_some(),
                "{word}: a kanji alone is read by what stands beside it, in the report crate"
            );
        }
    }
}
