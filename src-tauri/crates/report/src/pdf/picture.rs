//! The logo as one picture of the file. Its pixels are those that are kept, byte for byte: never packed anew, so that no
//! version of a codec changes a document.

use printpdf::{DictItem, Op};

use super::drawing::{Drawing, dictionary, drawn, name, whole};
use crate::layout::{self, Item};
use crate::logo::Logo;

/// Name of the picture in the file's resources.
const RESOURCE: &str = "Logo";

/// Shows the picture: a square of one unit scaled to its place.
pub(super) fn show([x, y, width, height]: [f32; 4], page: f32) -> Op {
    super::operations::show(RESOURCE, [x, page - y - height], [width, height])
}

/// The document's picture, when its pages show one. A document has one at most.
pub(super) fn drawing(document: &layout::Document) -> Option<Drawing> {
    let logo = document.pages.iter().flat_map(|page| &page.items).find_map(picture)?;
    let [width, height] = logo.pixels().map(|pixels| DictItem::Int(pixels.into()));
    // Rows behind the number of their filter, as in PNG (ISO 32000-1, 7.4.4.4).
    let rows = [
        ("Predictor", whole(15)),
        ("Colors", whole(3)),
        ("BitsPerComponent", whole(8)),
        ("Columns", width.clone()),
    ];
    // Device colours are those of the file's output intent, sRGB. No mask, no interpolation: archives allow neither in
    // every part (ISO 19005-1, 6.2.4 and 6.4).
    let kind = [
        ("Subtype", name("Image")),
        ("Width", width),
        ("Height", height),
        ("ColorSpace", name("DeviceRGB")),
        ("BitsPerComponent", whole(8)),
        ("Filter", name("FlateDecode")),
        ("DecodeParms", dictionary(rows)),
    ];
    Some(drawn(RESOURCE, kind, logo.rows().to_vec()))
}

fn picture(item: &Item) -> Option<&Logo> {
    match item {
        Item::Picture(_, logo) => Some(logo),
        Item::Figure(figure) => figure.items.iter().find_map(picture),
        _ => None,
    }
}
