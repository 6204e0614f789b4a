//! What is taken out of a text before it is set.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text as it will be printed and copied: NFC (but written forms of kanji stay), line ends as `\n`, tabs as spaces, without characters
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
    if is_nfc(&kept) { kept } else { composed(&kept) }
}

/// NFC, but for compatibility ideographs: composing would turn 神 (U+FA19), as a register writes a name, into 神.
fn composed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(is_old_form) {
        let (before, from) = rest.split_at(at);
        out.extend(before.nfc());
        let length = from.chars().next().map_or(0, char::len_utf8);
        let (form, after) = from.split_at(length);
        out.push_str(form);
        rest = after;
    }
    out.extend(rest.nfc());
    out
}

/// CJK compatibility ideographs.
fn is_old_form(c: char) -> bool {
    matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
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
    fn written_form_of_a_kanji_is_not_composed_away() {
        assert_eq!(
            clean("か\u{3099}\u{FA19}か\u{3099}"),
            "が\u{FA19}が",
            "U+FA19 is how the register has it"
        );
    }

    #[test]
    fn variation_selectors_stay() {
        assert_eq!(clean("葛\u{E0100}"), "葛\u{E0100}", "the written form of a name");
    }
}
