//! Report content in, PDF bytes out.
//!
//! Owns everything between the words of a report and the file that is printed: faces, line breaking, layout, the
//! PDF. Must not know where the content came from, and computes nothing clinical: every class, level and number is
//! printed as the content gives it.
//!
//! The way of a report: [`content`] turns it into blocks in one language, [`mod@layout`] turns blocks into placed
//! glyphs ([`text`], [`fonts`]), [`pdf`] turns those into a file. The same content and options give the same bytes.
#![cfg_attr(test, allow(clippy::string_slice, reason = "a test stops where it fails"))]

pub mod content;
mod error;
pub mod fonts;
pub mod layout;
mod options;
pub mod pdf;
pub mod text;

pub use error::{MissingGlyph, ReportError};
pub use options::{Paper, RenderOptions};

use entaku_domain::report::{ReportContent, ReportState};

use content::{Furniture, Writer};
use layout::{Document, Setting, layout, paginate};
use text::Shaper;

/// A finished report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub pdf: Vec<u8>,
    /// Number of its pages.
    pub pages: u32,
}

/// Renders a report.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] when a final report holds characters no document font has (a draft shows 〓);
/// the others are faults of the program.
pub fn render(content: &ReportContent, options: &RenderOptions) -> Result<Rendered, ReportError> {
    if matches!(content.state, ReportState::Final { .. })
        && !content::all_printable(content, options.language)
    {
        return Err(ReportError::MissingGlyphs(missing_glyphs(content)));
    }
    let document = lay_out(content, options)?;
    let pages = u32::try_from(document.pages.len()).unwrap_or(u32::MAX);
    Ok(Rendered { pdf: pdf::write(&document, &content::facts(content, options))?, pages })
}

/// The characters of a report that no document font can print, with their places. They block finalisation.
#[must_use]
pub fn missing_glyphs(content: &ReportContent) -> Vec<MissingGlyph> {
    content::missing(content)
}

/// The placed pages of a report, before they become a file: for previews and for the overflow checker.
///
/// # Errors
/// [`ReportError::Fonts`] when a compiled-in font cannot be opened.
pub fn lay_out(content: &ReportContent, options: &RenderOptions) -> Result<Document, ReportError> {
    let shaper = Shaper::new().ok_or(ReportError::Fonts)?;
    let mut setting = Setting::new(&shaper);
    let blocks = Writer::new(content, options.language, &options.content_hash).blocks();
    let furniture = Furniture::new(&setting, content, options);
    let frame = furniture.frame(&setting);
    let pieces = layout(&mut setting, &blocks, frame.width);
    let mut set = paginate(pieces, frame);
    furniture.dress(&setting, &mut set.pages);
    let (width, height) = content::geometry(options.paper);
    Ok(Document { pages: set.pages, width, height, outline: set.outline, tree: setting.tree })
}
