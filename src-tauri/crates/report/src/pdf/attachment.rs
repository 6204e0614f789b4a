//! A file for machines inside the document: what is printed, as data (ISO 32000-2, 14.13; ISO 19005-3, 6.8).

use chrono::{DateTime, FixedOffset};
use lopdf::{Document, Object, dictionary};

use super::PdfError;
use super::metadata::pdf_date;
use super::objects::{name, stream, text};

/// A file embedded in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Name under which a reader saves it.
    pub name: String,
    /// What it is, for people.
    pub description: String,
    /// Kind of the bytes, as an internet media type.
    pub media_type: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// When it was made: archives ask for it, and no clock is read here.
    pub at: DateTime<FixedOffset>,
}

/// Embeds a file as the source of what the pages show.
pub(super) fn add(file: &mut Document, attachment: &Attachment) -> Result<(), PdfError> {
    let date = text(&pdf_date(attachment.at));
    let size = i64::try_from(attachment.bytes.len()).unwrap_or(i64::MAX);
    let kind = dictionary! {
        "Type" => name("EmbeddedFile"), "Subtype" => name(attachment.media_type),
        "Params" => dictionary! { "Size" => size, "CreationDate" => date.clone(), "ModDate" => date },
    };
    let bytes = file.add_object(stream(kind, attachment.bytes.clone()));
    let bytes = dictionary! { "F" => Object::Reference(bytes), "UF" => Object::Reference(bytes) };
    let called = text(&attachment.name);
    let entry = file.add_object(dictionary! {
        "Type" => name("Filespec"), "F" => called.clone(), "UF" => called.clone(),
        "Desc" => text(&attachment.description), "AFRelationship" => name("Source"), "EF" => bytes,
    });
    let catalog = file.catalog_mut()?;
    catalog.set("AF", Object::Array(vec![Object::Reference(entry)]));
    let files = dictionary! { "Names" => Object::Array(vec![called, Object::Reference(entry)]) };
    catalog.set("Names", dictionary! { "EmbeddedFiles" => files });
    Ok(())
}
