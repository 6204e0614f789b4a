//! What can keep a report from being printed.

use entaku_domain::label::Label;

use crate::pdf::PdfError;

/// A character that no document font can print, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The ideographic variation selector, when the character is known but not in the written form asked for.
    pub selector: Option<char>,
    /// Where it stands in the report, in both languages.
    pub place: Label,
    /// A few characters around it.
    pub excerpt: String,
}

impl std::fmt::Display for MissingGlyph {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "'{}' (U+{:04X}", self.character, u32::from(self.character))?;
        if let Some(selector) = self.selector {
            write!(f, " U+{:04X}", u32::from(selector))?;
        }
        write!(f, ") in {}: …{}…", self.place.en, self.excerpt)
    }
}

/// The report could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A final report may not hold a character that cannot be printed. A draft shows 〓 in its place.
    #[error(
        "{} character(s) cannot be printed with the document fonts, first {}. Write them with other characters, then finalise.",
        .0.len(), .0.first().map(ToString::to_string).unwrap_or_default()
    )]
    MissingGlyphs(Vec<MissingGlyph>),
    /// A compiled-in font cannot be opened: this build of the program is damaged.
    #[error("the document fonts compiled into this program cannot be opened; reinstall the program")]
    Fonts,
    /// The file could not be written.
    #[error(transparent)]
    Pdf(#[from] PdfError),
}
