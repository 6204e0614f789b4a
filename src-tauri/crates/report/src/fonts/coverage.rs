//! Which face prints a character, and which characters none can print.
//!
//! A character without a glyph must never become an empty box in silence: it blocks finalisation.

use std::cell::RefCell;

use super::{Face, Faces};

/// A character (with its variation selector, when that is what is missing) no face can print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Missing {
    /// The character.
    pub character: char,
    /// The ideographic variation selector whose form no face has, when the character itself is covered.
    pub selector: Option<char>,
}

/// BIZ UDPGothic draws the low line 25 thousandths of an em thick: a fifth of a point in a table, gone on screen and
/// faint on paper. `NM_000546` must not read `NM 000546`, so it comes from the other face (60 thousandths).
const LOW_LINE: char = '_';

/// U+E0100–E01EF, and U+FE00–FE02 after a kanji: they choose a written form, which for a name matters.
fn is_ideographic_selector(c: char) -> bool {
    matches!(c, '\u{E0100}'..='\u{E01EF}' | '\u{FE00}'..='\u{FE02}')
}

/// The selector, when it chooses a written form of this character.
fn chosen_form(c: char, selector: Option<char>) -> Option<char> {
    let kanji = matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}');
    selector.filter(|s| is_ideographic_selector(*s) && (kanji || *s >= '\u{E0100}'))
}

/// Characters that join the one before them and never need a face of their own.
pub(crate) fn is_selector(c: char) -> bool {
    is_ideographic_selector(c) || ('\u{FE00}'..='\u{FE0F}').contains(&c)
}

/// The face for a character in regular or bold text; `None` when no face has it.
#[must_use]
pub fn pick(faces: &Faces, bold: bool, c: char, selector: Option<char>) -> Option<Face> {
    let first = if bold { Face::Bold } else { Face::Regular };
    if c == LOW_LINE {
        return Some(Face::Fallback);
    }
    if let Some(selector) = chosen_form(c, selector) {
        // The form asked for counts more than the weight.
        for face in [first, Face::Regular, Face::Fallback] {
            if faces.font(face).charmap().map_unicode_variant(c, selector).is_some() {
                return Some(face);
            }
        }
    }
    [first, Face::Regular, Face::Fallback]
        .into_iter()
        .find(|face| faces.font(*face).charmap().map_unicode(c).is_some())
}

/// [`pick`] with a memory: a document asks for the same few characters a hundred thousand times, and each answer is
/// a search in two faces.
pub struct Picker {
    faces: &'static Faces,
    /// By character of the basic plane, regular and bold: 0 not yet asked, 1–3 a face, 4 none.
    known: RefCell<Vec<[u8; 2]>>,
}

/// No face has it.
const NONE: u8 = 4;

impl Picker {
    /// Remembers nothing yet.
    #[must_use]
    pub fn new(faces: &'static Faces) -> Self {
        Self { faces, known: RefCell::new(vec![[0; 2]; 0x1_0000]) }
    }

    /// As [`pick`].
    pub fn pick(&self, bold: bool, c: char, selector: Option<char>) -> Option<Face> {
        let mut known = self.known.borrow_mut();
        let entry = if selector.is_none() { known.get_mut(u32::from(c) as usize) } else { None };
        let Some([regular, heavy]) = entry else { return pick(self.faces, bold, c, selector) };
        let slot = if bold { heavy } else { regular };
        if *slot == 0 {
            let found = pick(self.faces, bold, c, None);
            *slot = found.and_then(|face| u8::try_from(face.index() + 1).ok()).unwrap_or(NONE);
        }
        Face::ALL.get(usize::from(*slot).wrapping_sub(1)).copied()
    }

    /// Whether every character of a text can be printed in the form asked for.
    pub fn prints(&self, text: &str) -> bool {
        if text.chars().any(is_selector) {
            return unprintable(self.faces, text).is_empty();
        }
        text.chars().all(|c| c == '\n' || self.pick(false, c, None).is_some())
    }
}

/// The characters of a text that no face can print, each once, in order of appearance.
#[must_use]
pub fn unprintable(faces: &Faces, text: &str) -> Vec<Missing> {
    let mut found = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(character) = chars.next() {
        let selector = chars.next_if(|next| is_selector(*next));
        if character == '\n' || is_selector(character) {
            continue;
        }
        let missing = match pick(faces, false, character, selector) {
            None => Some(Missing { character, selector: None }),
            Some(face) => chosen_form(character, selector)
                .filter(|s| faces.font(face).charmap().map_unicode_variant(character, *s).is_none())
                .map(|s| Missing { character, selector: Some(s) }),
        };
        if let Some(missing) = missing.filter(|m| !found.contains(m)) {
            found.push(missing);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faces() -> &'static Faces {
        Faces::get().expect("compiled-in fonts open")
    }

    #[test]
    fn names_with_rare_kanji_are_printable() {
        assert_eq!(
            unprintable(faces(), "髙﨑𠮷葛\u{E0100}山辻\u{E0100}"),
            vec![],
            "names the ward really meets"
        );
    }

    #[test]
    fn signs_of_genetics_are_printable() {
        let signs = "c.2573T>G p.(Leu858Arg) −1.5 ≥ ≤ µ × → ± α β ① Ⅳ 〜 ～ – — ☆ ★ ● ○ ■ □ ▲ △ “ ” ’ …";
        assert_eq!(unprintable(faces(), signs), vec![], "minus, dashes, Greek and circled digits");
    }

    #[test]
    fn rare_kanji_come_from_the_fallback_face() {
        assert_eq!(pick(faces(), false, '𠮷', None), Some(Face::Fallback), "BIZ UDPGothic lacks U+20BB7");
        assert_eq!(pick(faces(), true, '漢', None), Some(Face::Bold), "bold text stays bold where it can");
    }

    #[test]
    fn low_line_comes_from_the_face_that_shows_it() {
        assert_eq!(pick(faces(), true, '_', None), Some(Face::Fallback), "names of transcripts hang on it");
    }

    #[test]
    fn backslash_is_no_yen_sign() {
        let font = faces().font(Face::Regular);
        let glyph = |c: char| font.charmap().map_unicode(c);
        assert_ne!(glyph('\\'), glyph('¥'), "an old habit of Japanese faces");
    }

    #[test]
    fn memory_answers_as_the_faces_do() {
        let picker = Picker::new(faces());
        for _ in 0..2 {
            for (bold, c, selector) in [
                (false, '漢', None),
                (true, '漢', None),
                (true, '_', None),
                (false, '𠮷', None),
                (false, '😀', None),
                (true, 'ད', None),
                (false, '葛', Some('\u{E0100}')),
            ] {
                assert_eq!(picker.pick(bold, c, selector), pick(faces(), bold, c, selector), "{c}");
            }
        }
        assert!(
            picker.prints("髙﨑𠮷葛\u{E0100}\n_") && !picker.prints("母😀"),
            "one missing character is enough"
        );
        assert!(!picker.prints("一\u{E01EF}"), "another written form would be another name");
    }

    #[test]
    fn emoji_and_tibetan_are_reported_once_each() {
        let missing = unprintable(faces(), "😀དཔ😀");
        let characters: Vec<char> = missing.iter().map(|m| m.character).collect();
        assert_eq!(characters, vec!['😀', 'ད', 'པ'], "each once, in order");
    }

    #[test]
    fn unknown_written_form_is_reported_with_its_selector() {
        let missing = unprintable(faces(), "一\u{E01EF}");
        assert_eq!(
            missing,
            vec![Missing { character: '一', selector: Some('\u{E01EF}') }],
            "the plain form would be another name"
        );
    }
}
