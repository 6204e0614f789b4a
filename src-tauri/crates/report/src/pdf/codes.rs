//! Character codes: which number stands for which glyph with which text.
//!
//! Several characters may share one glyph of a face (Noto Sans JP has hundreds of such pairs, among them 日 and
//! the radical U+2F47). What a reader copies is decided per code, so each pair of glyph and text has its own.

use std::collections::HashMap;

use super::PdfError;
use crate::fonts::Face;

/// Codes of all faces in use.
#[derive(Debug)]
pub(super) struct Codes {
    faces: [Used; 3],
}

/// Codes of one face.
#[derive(Debug)]
pub(super) struct Used {
    pub face: Face,
    /// By code, from 1: glyph, text, advance in font units. Code 0 stays the missing glyph.
    pub entries: Vec<(u16, String, u16)>,
    known: HashMap<u16, Vec<u16>>,
}

impl Default for Codes {
    fn default() -> Self {
        Self { faces: Face::ALL.map(|face| Used { face, entries: Vec::new(), known: HashMap::new() }) }
    }
}

impl Codes {
    /// The code for a glyph that stands for a text.
    pub fn code(&mut self, face: Face, glyph: u16, text: &str) -> Result<u16, PdfError> {
        let [regular, bold, fallback] = &mut self.faces;
        let used = match face {
            Face::Regular => regular,
            Face::Bold => bold,
            Face::Fallback => fallback,
        };
        used.code(glyph, text)
    }

    /// The faces in use.
    pub fn used(&self) -> impl Iterator<Item = &Used> {
        self.faces.iter().filter(|used| !used.entries.is_empty())
    }
}

/// Name of a face's font in the file's resources; printpdf keeps F1–F14 for itself.
pub(super) fn resource(face: Face) -> &'static str {
    match face {
        Face::Regular => "FR",
        Face::Bold => "FB",
        Face::Fallback => "FN",
    }
}

impl Used {
    fn code(&mut self, glyph: u16, text: &str) -> Result<u16, PdfError> {
        let known = self.known.entry(glyph).or_default();
        for code in known.iter() {
            let entry = self.entries.get(usize::from(*code).saturating_sub(1));
            if entry.is_some_and(|(_, of, _)| of == text) {
                return Ok(*code);
            }
        }
        let code = u16::try_from(self.entries.len() + 1).map_err(|_| PdfError::TooManyGlyphs)?;
        let advance = super::fonts::advance(self.face, glyph);
        self.entries.push((glyph, text.to_owned(), advance));
        known.push(code);
        Ok(code)
    }

    /// Width of a code in thousandths of the type size, as the file will state it.
    pub fn width(&self, code: u16) -> f32 {
        self.entries
            .get(usize::from(code).saturating_sub(1))
            .map_or(0.0, |(_, _, advance)| f32::from(*advance))
    }
}

impl Codes {
    /// Width of a code in thousandths of the type size, as the file will state it.
    pub fn width(&self, face: Face, code: u16) -> f32 {
        let [regular, bold, fallback] = &self.faces;
        match face {
            Face::Regular => regular.width(code),
            Face::Bold => bold.width(code),
            Face::Fallback => fallback.width(code),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_texts_of_one_glyph_have_two_codes() {
        let mut codes = Codes::default();
        let sun = codes.code(Face::Fallback, 7, "日").expect("room");
        let radical = codes.code(Face::Fallback, 7, "⽇").expect("room");
        assert_ne!(sun, radical, "or every 日 would copy as a radical");
        assert_eq!(codes.code(Face::Fallback, 7, "日").expect("room"), sun, "a pair keeps its code");
    }
}
