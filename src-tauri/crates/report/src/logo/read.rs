//! A file of unknown making as pixels. The size that it states is looked at before it is unpacked.

use std::io::Cursor;

use png::Transformations;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use super::pixels::Pixels;
use super::{LONGEST_SIDE, LogoError};

/// What is wrong with a picture, as the codec says it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// In the words of the codec.
    #[error("{0}")]
    Said(String),
    /// It has not as many pixels as it says.
    #[error("it has not as many pixels as it says")]
    Short,
    /// It could not be written in the form that is kept.
    #[error("it could not be written")]
    Unwritten,
}

/// Passes of a progressive JPEG; real ones have about ten, and each goes over the whole picture.
const MOST_PASSES: usize = 40;
/// What the PNG codec may take up beside the pixels: rows of the longest side in 16 bits and four parts, many times over.
const PNG_MEMORY: usize = 4 * 1024 * 1024;

/// The picture in a PNG or JPEG file, on white.
pub(super) fn picture(file: &[u8]) -> Result<Pixels, LogoError> {
    match file {
        [0x89, b'P', b'N', b'G', ..] => from_png(file),
        [0xFF, 0xD8, 0xFF, ..] => from_jpeg(file),
        other => Err(LogoError::Kind(seems(other))),
    }
}

/// What a file of another kind seems to be, from its first bytes.
fn seems(file: &[u8]) -> Option<&'static str> {
    let head = file.get(..file.len().min(512)).unwrap_or_default();
    let says = |words: &[u8]| head.windows(words.len()).any(|here| here == words);
    match head {
        [b'G', b'I', b'F', b'8', ..] => Some("GIF"),
        [b'B', b'M', ..] => Some("BMP"),
        [b'%', b'P', b'D', b'F', ..] => Some("PDF"),
        [b'%', b'!', b'P', b'S', ..] => Some("EPS"),
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => Some("TIFF"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("WebP"),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Some("HEIC/AVIF"),
        _ if says(b"<svg") => Some("SVG"),
        _ => None,
    }
}

fn sides(width: u32, height: u32) -> Result<(), LogoError> {
    let possible = 1..=LONGEST_SIDE;
    match possible.contains(&width) && possible.contains(&height) {
        true => Ok(()),
        false => Err(LogoError::Sides { width, height }),
    }
}

fn said(error: impl std::fmt::Display) -> LogoError {
    LogoError::Damaged(Damage::Said(error.to_string()))
}

fn from_png(file: &[u8]) -> Result<Pixels, LogoError> {
    let limits = png::Limits { bytes: PNG_MEMORY };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(file), limits);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    // Palettes and fewer bits become bytes, sixteen bits become eight.
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info().map_err(said)?;
    sides(header.width, header.height)?;
    let mut reader = decoder.read_info().map_err(said)?;
    let size = reader.output_buffer_size().ok_or(LogoError::Damaged(Damage::Short))?;
    let mut bytes = vec![0; size];
    let frame = reader.next_frame(&mut bytes).map_err(said)?;
    // The end is read too: what comes after the pixels may show that the file is cut off.
    reader.finish().map_err(said)?;
    bytes.truncate(frame.buffer_size());
    Pixels::on_white(frame.width, frame.height, frame.color_type.samples(), &bytes)
        .ok_or(LogoError::Damaged(Damage::Short))
}

/// Whether the pixels of a JPEG go on to their end: the codec fills up with grey what is cut off, and says nothing.
fn ends(file: &[u8]) -> bool {
    let last = |mark: u8| file.windows(2).rposition(|two| two == [0xFF, mark]);
    last(0xD9) > last(0xDA)
}

fn from_jpeg(file: &[u8]) -> Result<Pixels, LogoError> {
    let longest = LONGEST_SIDE as usize;
    let options = DecoderOptions::new_safe()
        .set_strict_mode(true)
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_max_scans(MOST_PASSES)
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(file), options);
    decoder.decode_headers().map_err(said)?;
    let (width, height) = decoder.dimensions().ok_or(LogoError::Damaged(Damage::Short))?;
    let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
    let (width, height) = (side(width), side(height));
    sides(width, height)?;
    if matches!(decoder.input_colorspace(), Some(ColorSpace::CMYK | ColorSpace::YCCK)) {
        return Err(LogoError::Press);
    }
    if !ends(file) {
        return Err(LogoError::Damaged(Damage::Short));
    }
    // Once more with the bounds themselves: no later header may raise what was looked at.
    decoder.set_options(options.set_max_width(longest).set_max_height(longest));
    let bytes = decoder.decode().map_err(said)?;
    let parts = decoder.output_colorspace().map_or(3, |space| space.num_components());
    Pixels::on_white(width, height, parts, &bytes).ok_or(LogoError::Damaged(Damage::Short))
}
