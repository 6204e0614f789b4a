//! Takes the hinting out of a TrueType face.
//!
//! BIZ UDPGothic carries instructions for every glyph, and some renderers that follow them drop the thin strokes of
//! `−` and `–` at small sizes: −1.5 would read 1.5. Without instructions every renderer draws the outlines as they
//! are; the file also gets smaller.

/// Tables that only serve hinting.
const HINTING: [&[u8; 4]; 4] = [b"cvt ", b"fpgm", b"prep", b"gasp"];
/// Flags of a component in a composite glyph (OpenType 1.9, `glyf`).
const ARGUMENTS_ARE_WORDS: u16 = 0x0001;
const HAS_SCALE: u16 = 0x0008;
const MORE_COMPONENTS: u16 = 0x0020;
const HAS_TWO_SCALES: u16 = 0x0040;
const HAS_MATRIX: u16 = 0x0080;
const HAS_INSTRUCTIONS: u16 = 0x0100;

/// The same face without instructions; `None` when it is no sound TrueType file.
pub(super) fn unhinted(sfnt: &[u8]) -> Option<Vec<u8>> {
    let mut tables = tables(sfnt)?;
    let glyf = take(&mut tables, b"glyf")?;
    let loca = take(&mut tables, b"loca")?;
    let head = tables.iter_mut().find(|(tag, _)| tag == b"head").map(|(_, bytes)| bytes)?;
    let long = u16_at(head, 50)? == 1;
    let offsets: Vec<usize> = if long {
        loca.chunks_exact(4).filter_map(|four| Some(u32_at(four, 0)? as usize)).collect()
    } else {
        loca.chunks_exact(2).filter_map(|two| Some(usize::from(u16_at(two, 0)?) * 2)).collect()
    };
    // Offsets of four bytes from here on, whatever they were.
    head.get_mut(50..52)?.copy_from_slice(&[0, 1]);

    let (mut outlines, mut places) = (Vec::with_capacity(glyf.len()), Vec::with_capacity(offsets.len() * 4));
    for (start, end) in offsets.iter().zip(offsets.iter().skip(1)) {
        places.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
        glyph(glyf.get(*start..*end)?, &mut outlines)?;
        while outlines.len() % 4 != 0 {
            outlines.push(0);
        }
    }
    places.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
    tables.retain(|(tag, _)| !HINTING.contains(&tag));
    tables.push((*b"glyf", outlines));
    tables.push((*b"loca", places));
    tables.sort_by_key(|(tag, _)| *tag);
    assemble(&tables)
}

type Table = ([u8; 4], Vec<u8>);

fn tables(sfnt: &[u8]) -> Option<Vec<Table>> {
    let count = usize::from(u16_at(sfnt, 4)?);
    (0..count)
        .map(|index| {
            let record = sfnt.get(12 + index * 16..28 + index * 16)?;
            let tag: [u8; 4] = record.get(..4)?.try_into().ok()?;
            let start = u32_at(record, 8)? as usize;
            let bytes = sfnt.get(start..start.checked_add(u32_at(record, 12)? as usize)?)?;
            Some((tag, bytes.to_vec()))
        })
        .collect()
}

fn take(tables: &mut Vec<Table>, wanted: &[u8; 4]) -> Option<Vec<u8>> {
    let index = tables.iter().position(|(tag, _)| tag == wanted)?;
    Some(tables.swap_remove(index).1)
}

/// Writes one glyph without its instructions.
fn glyph(data: &[u8], out: &mut Vec<u8>) -> Option<()> {
    if data.is_empty() {
        return Some(());
    }
    let contours = i16::from_be_bytes(data.get(..2)?.try_into().ok()?);
    if let Ok(contours) = usize::try_from(contours) {
        let length_at = 10 + contours * 2;
        let instructions = usize::from(u16_at(data, length_at)?);
        out.extend_from_slice(data.get(..length_at)?);
        out.extend_from_slice(&[0, 0]);
        out.extend_from_slice(data.get(length_at + 2 + instructions..)?);
        return Some(());
    }
    out.extend_from_slice(data.get(..10)?);
    let mut at = 10;
    loop {
        let flags = u16_at(data, at)?;
        let arguments = if flags & ARGUMENTS_ARE_WORDS == 0 { 2 } else { 4 };
        let transform = match flags {
            f if f & HAS_SCALE != 0 => 2,
            f if f & HAS_TWO_SCALES != 0 => 4,
            f if f & HAS_MATRIX != 0 => 8,
            _ => 0,
        };
        let end = at + 4 + arguments + transform;
        out.extend_from_slice(&(flags & !HAS_INSTRUCTIONS).to_be_bytes());
        out.extend_from_slice(data.get(at + 2..end)?);
        at = end;
        if flags & MORE_COMPONENTS == 0 {
            return Some(());
        }
    }
}

fn assemble(tables: &[Table]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.checked_ilog2()?;
    let range = 16u16 << power;
    let mut out = vec![0, 1, 0, 0];
    for number in [count, range, u16::try_from(power).ok()?, count * 16 - range] {
        out.extend(number.to_be_bytes());
    }
    let mut at = 12 + tables.len() * 16;
    for (tag, bytes) in tables {
        out.extend(tag);
        out.extend(checksum(bytes).to_be_bytes());
        out.extend(u32::try_from(at).ok()?.to_be_bytes());
        out.extend(u32::try_from(bytes.len()).ok()?.to_be_bytes());
        at += bytes.len().next_multiple_of(4);
    }
    for (_, bytes) in tables {
        out.extend(bytes);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    Some(out)
}

/// Sum of the table's words (OpenType 1.9, "Calculating checksums").
fn checksum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0u32, |sum, chunk| {
        let mut word = [0; 4];
        for (slot, byte) in word.iter_mut().zip(chunk) {
            *slot = *byte;
        }
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use harfrust::Font;
    use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathElement};

    use super::*;
    use crate::fonts::Face;

    fn outline(font: &Font, c: char) -> Vec<PathElement> {
        let glyph = font.charmap().map_unicode(c).expect("the face has the character");
        let mut path = Vec::new();
        let outlines = font.outline_glyphs();
        let outline = outlines.get(glyph).expect("and its outline");
        outline.draw(&DrawOptions::new(), DrawMemory::default(), &mut path).expect("that can be drawn");
        path
    }

    #[test]
    fn outlines_stay_and_instructions_go() {
        let hinted = Face::Regular.bytes();
        let plain = unhinted(hinted).expect("a sound face");
        assert!(
            plain.len() < hinted.len() * 9 / 10,
            "instructions are a good part of the face, {} left",
            plain.len()
        );
        let (before, after) = (Font::new(hinted, 0).expect("opens"), Font::new(plain, 0).expect("opens"));
        for c in ['−', '–', 'A', 'é', '漢', '髙', '。', '①'] {
            assert_eq!(outline(&before, c), outline(&after, c), "{c} keeps its shape");
        }
    }

    #[test]
    fn bytes_that_are_no_font_are_refused() {
        let whole = Face::Regular.bytes();
        for length in [0, 3, 12, 100, 5_000, whole.len() / 2] {
            assert_eq!(unhinted(&whole[..length]), None, "cut at {length}");
        }
    }
}
