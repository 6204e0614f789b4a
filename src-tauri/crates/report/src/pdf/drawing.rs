//! Drawings of the file that pages show by name, among printpdf's resources. They are its external ones, with a
//! dictionary of our own: its own forms state no bounds, which every reader asks for, and its pictures are packed anew.

use std::collections::BTreeMap;

use lopdf::content::{Content, Operation};
use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};

use super::PdfError;

/// A drawing that pages show by its name.
pub(super) type Drawing = (XObjectId, XObject);

/// A drawing of this kind.
pub(super) fn drawn<const N: usize>(called: &str, kind: [(&str, DictItem); N], content: Vec<u8>) -> Drawing {
    let mut dict = BTreeMap::from(kind.map(|(key, value)| (key.to_owned(), value)));
    dict.insert("Type".to_owned(), name("XObject"));
    let stream = ExternalStream { dict, content, compress: true };
    let drawing = ExternalXObject { stream, width: None, height: None, dpi: None };
    (XObjectId(called.to_owned()), XObject::External(drawing))
}

/// Operations as a drawing, within these bounds, shrunk so that one of its units is so much.
pub(super) fn form(
    called: &str,
    bounds: [i64; 4],
    unit: f32,
    operations: Vec<Operation>,
) -> Result<Drawing, PdfError> {
    let kind = [
        ("Subtype", name("Form")),
        ("FormType", whole(1)),
        ("BBox", DictItem::Array(bounds.map(whole).to_vec())),
        ("Matrix", DictItem::Array([unit, 0.0, 0.0, unit, 0.0, 0.0].map(DictItem::Real).to_vec())),
        ("Resources", dictionary([])),
    ];
    Ok(drawn(called, kind, Content { operations }.encode()?))
}

/// A name.
pub(super) fn name(of: &str) -> DictItem {
    DictItem::Name(of.as_bytes().to_vec())
}

/// A whole number.
pub(super) fn whole(number: i64) -> DictItem {
    DictItem::Int(number)
}

/// A dictionary.
pub(super) fn dictionary<const N: usize>(entries: [(&str, DictItem); N]) -> DictItem {
    DictItem::Dict { map: entries.map(|(key, value)| (key.to_owned(), value)).into() }
}
