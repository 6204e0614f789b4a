//! The site's logo: read from a file that comes from anywhere, kept in one plain form, set at the head of documents.
//!
//! The form kept is a PNG of 8-bit red, green and blue without transparency, interlace or any chunk that is not needed,
//! not larger than paper can show. Its compressed pixels go into a PDF as they are, so that a document of a logo kept
//! once is the same bytes for ever, whatever a later version of a codec would write.

mod kept;
mod pixels;
mod read;

use sha2::{Digest, Sha256};

pub use read::Damage;

/// Largest file that is read, in bytes.
pub const MOST_BYTES: usize = 512 * 1024;
/// Longest side of the picture in a file, in pixels.
pub const LONGEST_SIDE: u32 = 2_000;
/// Room for the logo on paper: width and height in millimetres.
pub const ROOM: [f32; 2] = [50.0, 12.0];
/// What is kept fills the room with so many dots per inch at most: more is seen on no paper, and every document holds it.
const DOTS: f32 = 400.0;
/// Points in a millimetre.
const MILLIMETRE: f32 = 72.0 / 25.4;

/// A logo in the form that is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    width: u32,
    height: u32,
    png: Vec<u8>,
    /// The compressed rows of the PNG.
    rows: std::ops::Range<usize>,
}

impl std::fmt::Debug for Logo {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Logo({} × {}, {})", self.width, self.height, self.sha256())
    }
}

/// Why a file is no logo.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogoError {
    /// More than [`MOST_BYTES`].
    #[error("the file has {0} bytes")]
    Bytes(usize),
    /// Neither PNG nor JPEG; what it seems to be, where that is known.
    #[error("the file is neither PNG nor JPEG{}", .0.map(|kind| format!(" but {kind}")).unwrap_or_default())]
    Kind(Option<&'static str>),
    /// A side longer than [`LONGEST_SIDE`], or of nothing.
    #[error("the picture has {width} × {height} pixels")]
    Sides {
        /// Pixels.
        width: u32,
        /// Pixels.
        height: u32,
    },
    /// Colours for a printing press (CMYK), which mean nothing certain without their profile.
    #[error("the picture is in CMYK")]
    Press,
    /// White on white: nothing would be seen.
    #[error("on white paper nothing of the picture would be seen")]
    Blank,
    /// Cut off or garbled.
    #[error("the picture cannot be read: {0}")]
    Damaged(Damage),
}

impl Logo {
    /// Reads a PNG or JPEG file and brings it into the form that is kept: transparency on white, white edges cut
    /// off, colours taken as sRGB, all metadata gone. Sizes are checked before anything is unpacked.
    ///
    /// # Errors
    /// [`LogoError`]; nothing of a file that cannot be read whole is taken.
    pub fn import(file: &[u8]) -> Result<Self, LogoError> {
        if file.len() > MOST_BYTES {
            return Err(LogoError::Bytes(file.len()));
        }
        let picture = read::picture(file)?;
        if picture.blank() {
            return Err(LogoError::Blank);
        }
        let most = ROOM.map(|millimetres| (millimetres / 25.4 * DOTS) as u32);
        kept::write(&picture.trimmed().within(most)).ok_or(LogoError::Damaged(Damage::Unwritten))
    }

    /// Opens what [`Logo::png`] gave once; `None` where it is anything else.
    #[must_use]
    pub fn open(png: Vec<u8>) -> Option<Self> {
        kept::open(png)
    }

    /// The form that is kept.
    #[must_use]
    pub fn png(&self) -> &[u8] {
        &self.png
    }

    /// Width and height in pixels, as kept.
    #[must_use]
    pub fn pixels(&self) -> [u32; 2] {
        [self.width, self.height]
    }

    /// SHA-256 of the form that is kept, in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        hex::encode(Sha256::digest(&self.png))
    }

    /// Width and height on paper, in points: as large as the room allows, its proportion kept.
    #[must_use]
    pub fn size(&self) -> [f32; 2] {
        let [width, height] = self.pixels().map(|side| side.max(1) as f32);
        let [room, tall] = ROOM.map(|millimetres| millimetres * MILLIMETRE);
        let scale = (room / width).min(tall / height);
        [width * scale, height * scale]
    }

    /// Dots per inch on paper.
    #[must_use]
    pub fn dots_per_inch(&self) -> u32 {
        let [width, _] = self.size();
        (self.width as f32 / (width / 72.0)).round() as u32
    }

    /// Rows of pixels as PNG filters and deflate leave them, which a PDF takes as they are.
    pub(crate) fn rows(&self) -> &[u8] {
        self.png.get(self.rows.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
