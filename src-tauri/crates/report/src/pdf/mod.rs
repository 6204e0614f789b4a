//! The display list as a PDF file. Same list and same facts, same bytes.
//!
//! printpdf makes the pages and the fonts with their tables; what it cannot do (structure, nested outline, language,
//! metadata, identifiers from the content) is added to its object tree. Content streams and the file itself are written
//! here, for by its lists of operations and by lopdf a hundred pages take three times as long. Only this module knows
//! the format.

mod archive;
mod attachment;
mod code;
mod codes;
mod file;
mod fonts;
mod icc;
mod metadata;
mod objects;
mod operators;
mod outline;
mod page;
mod picture;
mod shapes;
mod structure;
mod unhint;

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use printpdf::{FontId, Mm, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, Pt};

use crate::layout::Document;
pub use archive::Archive;
pub use attachment::Attachment;
use codes::Codes;
use shapes::Shapes;

/// Facts about the document that stand in the file, not on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// Title shown by readers.
    pub title: String,
    /// Who issues it.
    pub author: String,
    /// What it is about, without the patient.
    pub subject: String,
    /// Which document it is: the text of the code at the foot of its pages.
    pub code: String,
    /// BCP 47 language of the text.
    pub language: &'static str,
    /// What the file's identifier is made from: equal for equal content and options, different otherwise.
    pub identity: String,
    /// When it became final; a draft has no time.
    pub at: Option<DateTime<FixedOffset>>,
    /// What the pages show, for machines. Never in a document the patient gets.
    pub attachment: Option<Attachment>,
}

/// The file could not be made from the display list.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A face could not be reduced to the glyphs in use.
    #[error("the document font {face} could not be embedded: {why}")]
    Font {
        /// PostScript name of the face.
        face: &'static str,
        /// What the font library said.
        why: String,
    },
    /// More different characters in one face than a PDF font can number.
    #[error("the document uses more than 65,535 different characters of one font")]
    TooManyGlyphs,
    /// The object tree is not as printpdf is known to write it.
    #[error("the PDF could not be completed: {0}")]
    Structure(#[from] lopdf::Error),
    /// Writing to memory failed.
    #[error("the PDF could not be written: {0}")]
    Write(#[from] std::io::Error),
}

/// Writes a document: as PDF/A-3a when it carries a file, as PDF/A-2a otherwise.
///
/// # Errors
/// [`PdfError`] when a face cannot be embedded or the object tree is not as expected; both are faults of the
/// program, never of the content.
pub fn write(document: &Document, facts: &Facts) -> Result<Vec<u8>, PdfError> {
    let archive = if facts.attachment.is_some() { Archive::A3a } else { Archive::A2a };
    write_as(document, facts, archive)
}

/// Writes a document for a level of ISO 19005. Only A-3 may carry a file; the others are written without it.
///
/// # Errors
/// As [`write()`].
pub fn write_as(document: &Document, facts: &Facts, archive: Archive) -> Result<Vec<u8>, PdfError> {
    let mut codes = Codes::default();
    let mut marks = structure::Marks::default();
    let shapes = Shapes::of(document);
    let streams: Vec<Vec<u8>> = document
        .pages
        .iter()
        .map(|page| page::stream(page, document, &mut codes, &mut marks, &shapes))
        .collect::<Result<_, _>>()?;
    let mut pdf = PdfDocument::new(&facts.title);
    let (width, height): (Mm, Mm) = (Pt(document.width).into(), Pt(document.height).into());
    pdf.pages = document.pages.iter().map(|_| PdfPage::new(width, height, Vec::new())).collect();
    if let Some(first) = pdf.pages.first_mut() {
        first.ops = fonts::roll(codes.used());
    }
    let mut additions = BTreeMap::new();
    for used in codes.used() {
        let font = fonts::embed(used)?;
        pdf.resources
            .fonts
            .map
            .insert(FontId(codes::resource(used.face).to_owned()), PdfFont::new(font.parsed));
        additions.insert(codes::resource(used.face).to_owned(), font.addition);
    }
    let options = PdfSaveOptions { secure: true, subset_fonts: false, ..PdfSaveOptions::default() };
    let mut file = printpdf::to_lopdf_doc(&pdf, &options, &mut Vec::new());
    fonts::complete(&mut file, additions)?;
    let pages: Vec<lopdf::ObjectId> = file.get_pages().into_values().collect();
    objects::tidy_pages(&mut file, &pages)?;
    objects::fill_pages(&mut file, &pages, streams)?;
    code::add(&mut file, document, &pages)?;
    picture::add(&mut file, document, &pages)?;
    shapes.add(&mut file, &pages)?;
    let written = structure::add(&mut file, &document.tree, &marks, &pages)?;
    outline::add(&mut file, &document.outline, &pages, document.height)?;
    metadata::add(&mut file, facts, archive)?;
    archive::add_output_intent(&mut file)?;
    if let Some(attachment) = facts.attachment.as_ref().filter(|_| archive == Archive::A3a) {
        attachment::add(&mut file, attachment)?;
    }
    file::File { document: file, written }.bytes(archive.version(), archive.packed())
}
