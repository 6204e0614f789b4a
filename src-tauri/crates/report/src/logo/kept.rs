//! The form that is kept: signature, head, one run of rows, end.

use std::io::Write as _;
use std::ops::Range;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::Logo;
use super::pixels::Pixels;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Eight bits a part, red, green and blue; the usual compression and filters, no interlace.
const FORM: [u8; 5] = [8, 2, 0, 0, 0];

/// Writes pixels as the one form.
pub(super) fn write(pixels: &Pixels) -> Option<Logo> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    for row in filtered(pixels) {
        encoder.write_all(&row).ok()?;
    }
    let rows = encoder.finish().ok()?;
    let mut head = Vec::with_capacity(13);
    head.extend(pixels.width.to_be_bytes());
    head.extend(pixels.height.to_be_bytes());
    head.extend(FORM);
    let png = [SIGNATURE.to_vec(), chunk(b"IHDR", &head)?, chunk(b"IDAT", &rows)?, chunk(b"IEND", &[])?];
    open(png.concat())
}

/// Each row behind the number of its filter: the one whose differences are smallest.
fn filtered(pixels: &Pixels) -> Vec<Vec<u8>> {
    let length = pixels.width.max(1) as usize * 3;
    let mut above = vec![0u8; length];
    let mut rows = Vec::new();
    for row in pixels.rgb.chunks_exact(length) {
        let left = || std::iter::repeat_n(0, 3).chain(row.iter().copied());
        let sub = row.iter().zip(left()).map(|(part, left)| part.wrapping_sub(left));
        let up = row.iter().zip(&above).map(|(part, above)| part.wrapping_sub(*above));
        let ways: [Vec<u8>; 3] = [
            std::iter::once(0).chain(row.iter().copied()).collect(),
            std::iter::once(1).chain(sub).collect(),
            std::iter::once(2).chain(up).collect(),
        ];
        let cost = |way: &Vec<u8>| -> u64 {
            way.iter().skip(1).map(|byte| u64::from((*byte as i8).unsigned_abs())).sum()
        };
        rows.extend(ways.into_iter().min_by_key(cost));
        above.copy_from_slice(row);
    }
    rows
}

fn chunk(name: &[u8; 4], data: &[u8]) -> Option<Vec<u8>> {
    let named = [name.as_slice(), data].concat();
    let mut check = flate2::Crc::new();
    check.update(&named);
    let length = u32::try_from(data.len()).ok()?;
    Some([length.to_be_bytes().to_vec(), named, check.sum().to_be_bytes().to_vec()].concat())
}

/// Opens the one form, and nothing that is not exactly it.
pub(super) fn open(png: Vec<u8>) -> Option<Logo> {
    let (width, height, rows) = parts(&png)?;
    let possible = 1..=super::LONGEST_SIDE;
    (possible.contains(&width) && possible.contains(&height)).then_some(Logo { width, height, png, rows })
}

fn parts(png: &[u8]) -> Option<(u32, u32, Range<usize>)> {
    let rest = png.strip_prefix(SIGNATURE)?;
    let (head, rest) = next(rest, b"IHDR")?;
    let (width, form) = head.split_first_chunk::<4>()?;
    let (height, form) = form.split_first_chunk::<4>()?;
    let (rows, rest) = next(rest, b"IDAT")?;
    let (end, rest) = next(rest, b"IEND")?;
    if form != FORM || !end.is_empty() || !rest.is_empty() {
        return None;
    }
    // Signature, the head's chunk of 25 bytes, length and name of the rows' chunk.
    let start = SIGNATURE.len() + 25 + 8;
    Some((u32::from_be_bytes(*width), u32::from_be_bytes(*height), start..start + rows.len()))
}

/// The data of the chunk that must come next, and what follows it.
fn next<'a>(bytes: &'a [u8], name: &[u8; 4]) -> Option<(&'a [u8], &'a [u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let length = u32::from_be_bytes(*length) as usize;
    let (named, after) = rest.split_at_checked(length.checked_add(4)?)?;
    let data = named.strip_prefix(name)?;
    let (check, after) = after.split_first_chunk::<4>()?;
    let mut own = flate2::Crc::new();
    own.update(named);
    (own.sum() == u32::from_be_bytes(*check)).then_some((data, after))
}
