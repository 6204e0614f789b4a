//! Where a line may end.
//!
//! Unicode line breaking with strict kinsoku gives the ordinary places. Long names of variants have none, so
//! a second kind opens places a geneticist would choose, and a third any place at all, used only when a
//! column is narrower than what stands in it.

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};

/// What may happen after a glyph, from never to must.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Break {
    /// Inside a cluster, or where kinsoku forbids it.
    Never,
    /// Only when nothing else fits.
    Emergency,
    /// Inside a long name, at a place its grammar offers.
    Name,
    /// An ordinary place.
    May,
    /// The text says so.
    Must,
}

/// For each byte offset at which a character of `text` ends, what may happen there. As long as `text`;
/// offsets inside a character hold [`Break::Never`].
#[must_use]
pub fn opportunities(text: &str) -> Vec<Break> {
    let mut found = vec![Break::Never; text.len() + 1];
    let mut chars = text.char_indices().peekable();
    let mut before = None;
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let after = chars.peek().map(|(_, next)| *next);
        let kind = match (c, after) {
            ('\n', _) => Break::Must,
            (_, None | Some('\n')) => Break::Never,
            (c, Some(next)) if joins(next) || opens(c) || closes(next) => {
                // `p.(` is the one place where a name may end its line in a bracket.
                if c == '(' && before == Some('.') && next.is_ascii_alphanumeric() {
                    Break::Name
                } else {
                    Break::Never
                }
            }
            (c, Some(next)) if in_name(c, next) => Break::Name,
            _ => Break::Emergency,
        };
        if let Some(slot) = found.get_mut(end) {
            *slot = kind;
        }
        before = Some(c);
    }
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    for end in LineSegmenter::new_for_non_complex_scripts(options).segment_str(text) {
        if let Some(slot) = found.get_mut(end)
            && *slot < Break::May
            && end < text.len()
        {
            *slot = Break::May;
        }
    }
    found
}

/// Characters that must stay with the one before them.
fn joins(c: char) -> bool {
    crate::fonts::is_selector(c)
        || matches!(c, '\u{300}'..='\u{36F}' | '\u{3099}' | '\u{309A}' | '\u{20D0}'..='\u{20FF}')
}

/// Must not end a line, not even in an emergency.
fn opens(c: char) -> bool {
    "([{（［｛「『【〔〈《〖〘“‘".contains(c)
}

/// Must not start a line, not even in an emergency.
fn closes(c: char) -> bool {
    ")]}）］｝」』】〕〉》〗〙”’、。，．,.;:；：！？!?ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・%％"
        .contains(c)
}

/// Between two characters of a variant name: after `.`, `_`, `>`, `:`, `-`, `/`; before `(`; from digit to
/// letter and from a lower to an upper case letter (p.Arg213|Profs|Ter22), never inside a three-letter code.
fn in_name(c: char, next: char) -> bool {
    if !next.is_ascii() || !c.is_ascii() {
        return false;
    }
    matches!(c, '.' | '_' | '>' | ':' | '/' | '-' | '=' | ';' | '|' | ',')
        || next == '('
        || (c.is_ascii_digit() && next.is_ascii_alphabetic())
        || (c.is_ascii_lowercase() && next.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows ordinary places as `|` and places inside names as `¦`.
    fn shown(text: &str) -> String {
        let found = opportunities(text);
        let mut out = String::new();
        for (at, c) in text.char_indices() {
            out.push(c);
            match found[at + c.len_utf8()] {
                Break::May => out.push('|'),
                Break::Name => out.push('¦'),
                _ => {}
            }
        }
        out
    }

    #[test]
    fn kinsoku_keeps_small_kana_and_brackets_in_place() {
        assert_eq!(shown("「治っ」。"), "「治っ」。", "nothing may start with っ or 」 nor end with 「");
        assert_eq!(shown("変異は、"), "変|異|は、", "no comma at the start of a line");
    }

    #[test]
    fn variant_names_break_where_their_grammar_offers() {
        assert_eq!(
            shown("NM_005228.5(EGFR):c.2573T>G"),
            "NM_¦005228.¦5¦(EGFR):¦c.¦2573¦T>¦G",
            "after _ . : > and before a bracket"
        );
        assert_eq!(shown("p.(Leu858Arg)"), "p.|(¦Leu858¦Arg)", "amino acids stay whole");
        assert_eq!(shown("p.Arg213ProfsTer22"), "p.¦Arg213¦Profs¦Ter22", "never ArgfsT|er22");
    }

    #[test]
    fn numbers_keep_their_signs_and_units() {
        assert!(!shown("−1.5").contains('|'), "a minus never parts from its number");
        assert!(!shown("12.5%").contains('|'), "nor a percent sign");
    }

    #[test]
    fn written_forms_of_kanji_are_never_cut() {
        let text = "葛\u{E0100}";
        assert_eq!(opportunities(text)[3], Break::Never, "the selector belongs to its kanji");
    }
}
