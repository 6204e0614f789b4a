//! What a file must hold to be kept for decades (ISO 19005): which level it states, and the colours it means.

use lopdf::{Document, Object, StringFormat, dictionary};

use super::objects::{name, stream};
use super::{PdfError, icc};

/// Part and level of ISO 19005 that a file is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Archive {
    /// PDF/A-1b: PDF 1.4 without packed objects. Validators for it are everywhere; the checks of this crate use it.
    A1b,
    /// PDF/A-2a: tagged, packed.
    A2a,
    /// PDF/A-3a: the same, and files of other kinds may be embedded.
    A3a,
}

impl Archive {
    /// Part and conformance, as the metadata states them.
    pub(super) fn stated(self) -> (u8, char) {
        match self {
            Self::A1b => (1, 'B'),
            Self::A2a => (2, 'A'),
            Self::A3a => (3, 'A'),
        }
    }

    /// Version of PDF the part rests on.
    pub(super) fn version(self) -> &'static str {
        if self.packed() { "1.7" } else { "1.4" }
    }

    /// Whether objects may be packed together.
    pub(super) fn packed(self) -> bool {
        self != Self::A1b
    }
}

/// States that red, green and blue are those of sRGB.
pub(super) fn add_output_intent(file: &mut Document) -> Result<(), PdfError> {
    let profile = file.add_object(stream(dictionary! { "N" => 3 }, icc::srgb()));
    let called = Object::String(icc::NAME.as_bytes().to_vec(), StringFormat::Literal);
    let intent = dictionary! {
        "Type" => name("OutputIntent"), "S" => name("GTS_PDFA1"), "OutputConditionIdentifier" => called.clone(),
        "Info" => called, "DestOutputProfile" => Object::Reference(profile),
    };
    file.catalog_mut()?.set("OutputIntents", Object::Array(vec![Object::Dictionary(intent)]));
    Ok(())
}
