//! The content of a document in, PDF bytes out.
//!
//! Owns everything between the words of a document and the file that is printed: faces, line breaking, layout,
//! figures, the PDF. Must not know where the content came from, and computes nothing clinical: every class, level and number is
//! printed as the content gives it.
//!
//! The way of a document of any kind: [`content`] turns it into blocks in one language, [`mod@layout`] turns blocks into placed
//! glyphs ([`text`], [`fonts`]), [`pdf`] turns those into a file. The same content and options give the same bytes.
#![cfg_attr(test, allow(clippy::string_slice, reason = "a test stops where it fails"))]

pub mod code;
pub mod content;
mod error;
pub mod figure;
pub mod fonts;
pub mod furigana;
mod journal_end;
pub mod layout;
pub mod logo;
mod options;
pub mod pdf;
pub mod text;

pub use code::DocumentCode;
pub use error::{MissingGlyph, ReportError};
pub use journal_end::{JournalEnd, NoEnd};
pub use logo::{Logo, LogoError};
pub use options::{Paper, RenderOptions};

pub use content::Content;

use content::{DocumentText, Finality, Furniture};
use layout::{Document, Setting, layout, paginate};
use text::Shaper;

/// A finished document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub pdf: Vec<u8>,
    /// Number of its pages.
    pub pages: u32,
}

/// Renders a document.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] when a final document holds characters no document font has (a draft shows 〓);
/// the others are faults of the program.
pub fn render<'a>(content: impl Into<Content<'a>>, options: &RenderOptions) -> Result<Rendered, ReportError> {
    let content = content.into();
    let written = content.written(options);
    if written.about.state != Finality::Draft && !content::all_printable(&written) {
        return Err(ReportError::MissingGlyphs(content::missing(content)));
    }
    let document = placed(&written, options)?;
    let pages = u32::try_from(document.pages.len()).unwrap_or(u32::MAX);
    let mut facts = content::facts(&written.about, options);
    facts.attachment = content.attachment(&written.about);
    Ok(Rendered { pdf: pdf::write(&document, &facts)?, pages })
}

/// The characters of a document that no document font can print, with their places. They block what is final.
#[must_use]
pub fn missing_glyphs<'a>(content: impl Into<Content<'a>>) -> Vec<MissingGlyph> {
    content::missing(content.into())
}

/// All words of a document's text, one after the other: for checks of what it says.
#[must_use]
pub fn words_of<'a>(content: impl Into<Content<'a>>, options: &RenderOptions) -> String {
    content::said(&content.into().written(options).blocks)
}

/// The placed pages of a document, before they become a file: for previews and for the overflow checker.
///
/// # Errors
/// [`ReportError::Fonts`] when a compiled-in font cannot be opened.
pub fn lay_out<'a>(
    content: impl Into<Content<'a>>,
    options: &RenderOptions,
) -> Result<Document, ReportError> {
    placed(&content.into().written(options), options)
}

fn placed(written: &DocumentText, options: &RenderOptions) -> Result<Document, ReportError> {
    let shaper = Shaper::new().ok_or(ReportError::Fonts)?;
    let mut setting = Setting::new(&shaper);
    let furniture = Furniture::new(&setting, &written.about, options);
    let frame = furniture.frame(&setting);
    let pieces = match &written.readings {
        None => layout(&mut setting, &written.blocks, frame.width),
        Some(names) => {
            let reading = Shaper::new().ok_or(ReportError::Fonts)?.with_readings(names.clone());
            let mut body = Setting { shaper: &reading, tree: setting.tree };
            let pieces = layout(&mut body, &written.blocks, frame.width);
            setting.tree = body.tree;
            pieces
        }
    };
    let mut set = paginate(pieces, frame);
    furniture.dress(&setting, &mut set.pages);
    let (width, height) = content::geometry(options.paper);
    Ok(Document { pages: set.pages, width, height, outline: set.outline, tree: setting.tree })
}
