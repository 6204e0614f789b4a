//! The logo as one picture of the file. Its pixels are those that are kept, byte for byte: never packed anew, so that no
//! version of a codec changes a document.

use lopdf::{Document, dictionary};

use super::PdfError;
use super::objects::{name, name_drawing, stream};
use super::operators::Operators;
use crate::layout::{self, Item};
use crate::logo::Logo;

/// Name of the picture in the file's resources.
const RESOURCE: &str = "Logo";

/// Shows the picture: a square of one unit scaled to its place.
pub(super) fn show([x, y, width, height]: [f32; 4], page: f32, out: &mut Operators) {
    out.plain("q");
    out.points(&[width, 0.0, 0.0, height, x, page - y - height], "cm");
    out.plain(&format!("/{RESOURCE} Do"));
    out.plain("Q");
}

/// Adds the document's picture, when its pages show one. A document has one at most.
pub(super) fn add(
    file: &mut Document,
    document: &layout::Document,
    pages: &[lopdf::ObjectId],
) -> Result<(), PdfError> {
    let Some(logo) = document.pages.iter().flat_map(|page| &page.items).find_map(picture) else {
        return Ok(());
    };
    let [width, height] = logo.pixels().map(i64::from);
    // Device colours are those of the file's output intent, sRGB. No mask, no interpolation: archives allow neither in
    // every part (ISO 19005-1, 6.2.4 and 6.4).
    let kind = dictionary! {
        "Type" => name("XObject"), "Subtype" => name("Image"), "Width" => width, "Height" => height,
        "ColorSpace" => name("DeviceRGB"), "BitsPerComponent" => 8, "Filter" => name("FlateDecode"),
        // Rows behind the number of their filter, as in PNG (ISO 32000-1, 7.4.4.4).
        "DecodeParms" => dictionary! { "Predictor" => 15, "Colors" => 3, "BitsPerComponent" => 8, "Columns" => width },
    };
    let drawing = file.add_object(stream(kind, logo.rows().to_vec()));
    name_drawing(file, pages, RESOURCE, drawing)
}

fn picture(item: &Item) -> Option<&Logo> {
    match item {
        Item::Picture(_, logo) => Some(logo),
        Item::Figure(figure) => figure.items.iter().find_map(picture),
        _ => None,
    }
}
