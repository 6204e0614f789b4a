//! What a screen shows, as a picture. The engine's own pictures wait for layers, which the window does without.

/// Pixels in rows, three bytes each: red, green, blue.
pub struct Picture {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

impl Picture {
    /// A part of a screen's dump (XWD, version 7, 32 bits a pixel, as Xvfb keeps it); what lies beyond the screen is left
    /// out. None where the bytes are no such dump.
    pub fn of_dump(dump: &[u8], [left, top, width, height]: [u32; 4]) -> Option<Self> {
        let number = |place: usize| {
            let bytes = dump.get(place * 4..place * 4 + 4)?;
            Some(u32::from_be_bytes(bytes.try_into().ok()?))
        };
        let (version, bits) = (number(1)?, number(11)?);
        if version != 7 || bits != 32 {
            return None;
        }
        let (all_width, all_height, row, colours) = (number(4)?, number(5)?, number(12)?, number(19)?);
        // A colour of the table takes twelve bytes.
        let begin = (number(0)? + colours * 12) as usize;
        let least_first = number(7)? == 0;
        let (right, bottom) = ((left + width).min(all_width), (top + height).min(all_height));
        let mut pixels = Vec::new();
        for y in top..bottom {
            let from = begin + y as usize * row as usize + left as usize * 4;
            let line = dump.get(from..from + (right.checked_sub(left)? as usize) * 4)?;
            for pixel in line.chunks_exact(4) {
                match *pixel {
                    [blue, green, red, _] if least_first => pixels.extend([red, green, blue]),
                    [_, red, green, blue] => pixels.extend([red, green, blue]),
                    _ => return None,
                }
            }
        }
        Some(Self { width: right.checked_sub(left)?, height: bottom.checked_sub(top)?, pixels })
    }

    /// As a PNG.
    pub fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&self.pixels));
        written.expect("a picture in memory can be written");
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A screen of three by two pixels; each pixel's blue is its number.
    fn dump() -> Vec<u8> {
        let mut numbers = [0u32; 25];
        (numbers[0], numbers[1], numbers[4], numbers[5]) = (100, 7, 3, 2);
        (numbers[11], numbers[12], numbers[19]) = (32, 12, 1);
        let mut bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_be_bytes()).collect();
        bytes.extend([9; 12]);
        bytes.extend((1..=6).flat_map(|number| [number, 20, 30, 0]));
        bytes
    }

    #[test]
    fn a_part_of_the_screen_is_cut_out_and_what_lies_beyond_is_left_out() {
        let part = Picture::of_dump(&dump(), [1, 1, 5, 5]).unwrap();
        assert_eq!((part.width, part.height), (2, 1));
        assert_eq!(part.pixels, [30, 20, 5, 30, 20, 6]);
        assert_eq!(part.png().get(1..4), Some(&b"PNG"[..]));
    }

    #[test]
    fn what_is_no_dump_gives_no_picture() {
        assert!(Picture::of_dump(b"no dump", [0, 0, 1, 1]).is_none());
        assert!(Picture::of_dump(&dump()[..115], [0, 0, 3, 2]).is_none(), "one that breaks off");
    }
}
