//! What is taken out of a text before it is set.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text as it will be printed and copied: NFC, line ends as `\n`, tabs as spaces, without characters
/// that print nothing but change what is read (controls, direction overrides, zero-width characters).
#[must_use]
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    let kept = text.chars().filter_map(|c| match c {
        '\t' | '\u{A0}' => Some(' '),
        '\n' => Some('\n'),
        c if c.is_control() || is_invisible(c) => None,
        c => Some(c),
    });
    let kept: String = kept.collect();
    if is_nfc(&kept) { kept } else { kept.nfc().collect() }
}

/// Zero-width and direction characters: a reader cannot see them, a copy would carry them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_kana_is_composed() {
        assert_eq!(clean("か\u{3099}ん"), "がん", "search must find the word however it was typed");
    }

    #[test]
    fn direction_overrides_do_not_reach_the_page() {
        assert_eq!(clean("ABC\u{202E}DEF\u{200B}\u{7}"), "ABCDEF", "what is seen is what is copied");
    }

    #[test]
    fn line_ends_of_every_kind_become_one() {
        assert_eq!(clean("a\r\nb\rc\u{2028}d"), "a\nb\nc\nd", "files come from three systems");
    }

    #[test]
    fn variation_selectors_stay() {
        assert_eq!(clean("葛\u{E0100}"), "葛\u{E0100}", "the written form of a name");
    }
}
