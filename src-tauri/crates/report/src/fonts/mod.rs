//! The faces documents are printed in: their bytes, their metrics, and which face can print a character.
//!
//! The bytes are compiled in, so a document never depends on what the machine has installed.

mod coverage;
mod outline;

use std::sync::OnceLock;

use harfrust::Font;

pub(crate) use coverage::is_selector;
pub use coverage::{Missing, Picker, pick, unprintable};
pub use outline::{Contours, Segment, outlines};

static REGULAR: &[u8] = include_bytes!(env!("ENTAKU_FONT_REGULAR"));
static BOLD: &[u8] = include_bytes!(env!("ENTAKU_FONT_BOLD"));
static FALLBACK: &[u8] = include_bytes!(env!("ENTAKU_FONT_FALLBACK"));

/// One of the compiled-in faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// BIZ UDPGothic Regular.
    Regular,
    /// BIZ UDPGothic Bold.
    Bold,
    /// Noto Sans JP Regular, for characters BIZ UDPGothic lacks.
    Fallback,
}

impl Face {
    /// Every face, in the order of [`Face::index`].
    pub const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Fallback];

    /// Position in [`Face::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::Bold => 1,
            Self::Fallback => 2,
        }
    }

    /// PostScript name, as it stands in the font.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "BIZUDPGothic",
            Self::Bold => "BIZUDPGothic-Bold",
            Self::Fallback => "NotoSansJP-Regular",
        }
    }

    /// The whole font file.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
            Self::Fallback => FALLBACK,
        }
    }
}

/// The opened faces. Opening is lazy and cheap; one set serves the whole process.
pub struct Faces {
    fonts: [Font; 3],
}

impl Faces {
    /// The set of the process; `None` only when a compiled-in file is no font, which a test rules out.
    #[must_use]
    pub fn get() -> Option<&'static Self> {
        static FACES: OnceLock<Option<Faces>> = OnceLock::new();
        FACES
            .get_or_init(|| {
                let open = |face: Face| Font::new(face.bytes(), 0);
                Some(Self { fonts: [open(Face::Regular)?, open(Face::Bold)?, open(Face::Fallback)?] })
            })
            .as_ref()
    }

    /// The opened font of a face.
    #[must_use]
    pub fn font(&self, face: Face) -> &Font {
        let [regular, bold, fallback] = &self.fonts;
        match face {
            Face::Regular => regular,
            Face::Bold => bold,
            Face::Fallback => fallback,
        }
    }

    /// Design units per em of a face.
    #[must_use]
    pub fn units_per_em(&self, face: Face) -> f32 {
        f32::from(self.font(face).units_per_em())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_compiled_in_face_opens() {
        let faces = Faces::get().expect("the build script fetched real fonts");
        for face in Face::ALL {
            assert!(faces.font(face).num_glyphs() > 5_000, "{face:?} is a Japanese face");
            assert!(faces.units_per_em(face) >= 1000.0, "a usable design grid");
        }
    }
}
