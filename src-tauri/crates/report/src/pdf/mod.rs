//! The display list as a PDF file. Same list and same facts, same bytes.
//!
//! Pages are printpdf's operations, from which it writes their contents and learns the fonts; lopdf, on which it rests,
//! writes the file. What printpdf cannot do (structure, nested outline, language, metadata, identifiers from the content,
//! an attachment, what archives ask for) is added to its object tree in between. Only this module knows the format.

mod archive;
mod attachment;
mod code;
mod codes;
mod drawing;
mod fonts;
mod icc;
mod metadata;
mod objects;
mod operations;
mod outline;
mod page;
mod picture;
mod shapes;
mod structure;
mod unhint;

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};
use lopdf::{ObjectStreamConfig, SaveOptions};
use printpdf::{FontId, Mm, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, Pt};

use crate::layout::Document;
pub use archive::Archive;
pub use attachment::Attachment;
use codes::Codes;
use shapes::Shapes;

/// Objects packed together: more pack better, fewer open faster.
const TOGETHER: usize = 200;

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
    /// What programs look for in the metadata besides.
    pub keywords: Option<String>,
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
    let mut pdf = PdfDocument::new(&facts.title);
    let (width, height): (Mm, Mm) = (Pt(document.width).into(), Pt(document.height).into());
    for page in &document.pages {
        let operations = page::operations(page, document, &mut codes, &mut marks, &shapes)?;
        pdf.pages.push(PdfPage::new(width, height, operations));
    }
    let drawings = &mut pdf.resources.xobjects.map;
    drawings.extend(code::drawing(document)?);
    drawings.extend(picture::drawing(document));
    for drawing in shapes.drawings() {
        drawings.extend([drawing?]);
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
    structure::add(&mut file, &document.tree, &marks, &pages)?;
    outline::add(&mut file, &document.outline, &pages, document.height)?;
    metadata::add(&mut file, facts, archive)?;
    archive::add_output_intent(&mut file)?;
    if let Some(attachment) = facts.attachment.as_ref().filter(|_| archive == Archive::A3a) {
        attachment::add(&mut file, attachment)?;
    }
    saved(file, archive)
}

/// The bytes of the file. Objects are packed unless the version does not know that.
fn saved(mut file: lopdf::Document, archive: Archive) -> Result<Vec<u8>, PdfError> {
    archive.version().clone_into(&mut file.version);
    file.compress();
    let object_stream_config = ObjectStreamConfig { max_objects_per_stream: TOGETHER, compression_level: 6 };
    let packed = SaveOptions {
        use_object_streams: archive.packed(),
        use_xref_streams: archive.packed(),
        linearize: false,
        object_stream_config,
    };
    let mut out = Vec::new();
    file.save_with_options(&mut out, packed)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use lopdf::{Object, dictionary};

    use super::*;

    fn sample() -> lopdf::Document {
        let mut file = lopdf::Document::new();
        let text = file.add_object(Object::string_literal("a (b) \\ c\r\n"));
        let name = file.add_object(Object::Name("Prüf #1/2".into()));
        let pages =
            file.add_object(dictionary! { "Type" => "Pages", "Kids" => Object::Array(vec![]), "Count" => 0 });
        let stream = file.add_object(objects::stream(
            lopdf::Dictionary::new(),
            b"same same same same same same".repeat(9),
        ));
        let root = file.add_object(dictionary! {
            "Type" => "Catalog", "Pages" => Object::Reference(pages), "Text" => Object::Reference(text),
            "Called" => Object::Reference(name), "Stream" => Object::Reference(stream),
            "Parts" => Object::Array(vec![Object::Real(-0.25), Object::Null, Object::Boolean(true)]),
        });
        file.trailer.set("Root", Object::Reference(root));
        file
    }

    #[test]
    fn file_of_either_form_reads_back_as_it_was_put_together() {
        for archive in [Archive::A1b, Archive::A2a] {
            let bytes = saved(sample(), archive).expect("written");
            assert!(bytes.starts_with(format!("%PDF-{}\n%", archive.version()).as_bytes()), "its version");
            let read = lopdf::Document::load_mem(&bytes).expect("a reader takes it");
            let root = read.catalog().expect("a catalog");
            let object = |key: &[u8]| {
                read.get_object(root.get(key).and_then(Object::as_reference).expect("a reference"))
                    .expect("is there")
            };
            let text = object(b"Text").as_str().ok();
            assert_eq!(text, Some(b"a (b) \\ c\r\n".as_slice()), "brackets and line ends");
            assert_eq!(object(b"Called").as_name().ok(), Some("Prüf #1/2".as_bytes()), "signs in names");
            let stream = object(b"Stream").as_stream().expect("a stream");
            assert!(stream.dict.has(b"Filter"), "it is compressed");
            let content = stream.decompressed_content().expect("unpacked");
            assert_eq!(content, b"same same same same same same".repeat(9), "its content");
            let parts = root.get(b"Parts").and_then(Object::as_array).expect("a list");
            assert!(
                matches!(parts.as_slice(), [Object::Real(_), Object::Null, Object::Boolean(true)]),
                "{parts:?}"
            );
        }
    }
}
