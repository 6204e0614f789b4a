//! What can keep a report from being printed.

pub use entaku_domain::gap::MissingGlyph;

use crate::pdf::PdfError;

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
