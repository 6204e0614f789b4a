//! Small helpers over the object tree.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};

use super::PdfError;

/// A dictionary to be changed.
pub(super) fn dictionary_mut(file: &mut Document, id: ObjectId) -> Result<&mut Dictionary, PdfError> {
    Ok(file.get_object_mut(id)?.as_dict_mut()?)
}

/// A stream that will be compressed with the rest.
pub(super) fn stream(dictionary: Dictionary, bytes: Vec<u8>) -> Object {
    Object::Stream(Stream::new(dictionary, bytes))
}

/// A text string: ASCII as it is, everything else as UTF-16 with its mark (ISO 32000-1, 7.9.2.2).
pub(super) fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::String(words.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// A name.
pub(super) fn name(of: &str) -> Object {
    Object::Name(of.as_bytes().to_vec())
}

/// Takes away the empty lists printpdf writes and lets the keyboard follow the structure.
pub(super) fn tidy_pages(file: &mut Document, pages: &[ObjectId]) -> Result<(), PdfError> {
    for id in pages {
        let page = dictionary_mut(file, *id)?;
        page.remove(b"Annots");
        page.set("Tabs", name("S"));
    }
    Ok(())
}
