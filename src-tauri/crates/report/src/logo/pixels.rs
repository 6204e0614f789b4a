//! Pixels in memory: onto white, and down to what paper shows.

/// Rows of red, green and blue, a byte each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pixels {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

/// Parts of red, green and blue that an eye tells from white paper.
const SEEN: u8 = 245;

impl Pixels {
    /// From pixels of so many parts: grey, grey and alpha, RGB, RGB and alpha. `None` where there are too few or many.
    pub fn on_white(width: u32, height: u32, parts: usize, bytes: &[u8]) -> Option<Self> {
        let count = (width as usize).checked_mul(height as usize)?;
        if bytes.len() != count.checked_mul(parts)? {
            return None;
        }
        let mut rgb = Vec::with_capacity(count.checked_mul(3)?);
        for pixel in bytes.chunks_exact(parts) {
            rgb.extend(match *pixel {
                [grey] => [grey; 3],
                [grey, alpha] => [over_white(grey, alpha); 3],
                [red, green, blue] => [red, green, blue],
                [red, green, blue, alpha] => [red, green, blue].map(|part| over_white(part, alpha)),
                _ => return None,
            });
        }
        Some(Self { width, height, rgb })
    }

    /// Whether nothing of it would be seen on paper.
    pub fn blank(&self) -> bool {
        self.rgb.iter().all(|part| *part >= SEEN)
    }

    /// Without the white at its edges, which would make what is seen of it small on paper.
    pub fn trimmed(self) -> Self {
        let length = self.width.max(1) as usize * 3;
        let white = |pixel: &[u8]| pixel.iter().all(|part| *part >= SEEN);
        let rows = || self.rgb.chunks_exact(length);
        let seen = |row: &&[u8]| !white(row);
        let (Some(top), Some(bottom)) =
            (rows().position(|row| seen(&row)), rows().rposition(|row| seen(&row)))
        else {
            return self;
        };
        let columns = || rows().filter_map(|row| row.chunks_exact(3).position(|pixel| !white(pixel)));
        let last = rows().filter_map(|row| row.chunks_exact(3).rposition(|pixel| !white(pixel))).max();
        let (Some(left), Some(right)) = (columns().min(), last) else { return self };
        let rgb = rows().skip(top).take(bottom - top + 1);
        let rgb: Vec<u8> =
            rgb.flat_map(|row| row.iter().skip(left * 3).take((right - left + 1) * 3).copied()).collect();
        Self { width: (right - left + 1) as u32, height: (bottom - top + 1) as u32, rgb }
    }

    /// The same picture within so many pixels; never made larger.
    pub fn within(self, [widest, tallest]: [u32; 2]) -> Self {
        let (width, height) = (u64::from(self.width.max(1)), u64::from(self.height.max(1)));
        let (widest, tallest) = (u64::from(widest), u64::from(tallest));
        if width <= widest && height <= tallest {
            return self;
        }
        let (to_width, to_height) = match width * tallest >= height * widest {
            true => (widest, ((height * widest + width / 2) / width).max(1)),
            false => (((width * tallest + height / 2) / height).max(1), tallest),
        };
        let narrow: Vec<u8> = self
            .rgb
            .chunks_exact(self.width.max(1) as usize * 3)
            .flat_map(|row| averaged(row, 3, width, to_width))
            .collect();
        // A column of whole rows is averaged as a row of pixels is, only with more parts.
        let rgb = averaged(&narrow, to_width as usize * 3, height, to_height);
        Self { width: to_width as u32, height: to_height as u32, rgb }
    }
}

/// A part of a colour with its alpha, on white.
fn over_white(part: u8, alpha: u8) -> u8 {
    let (part, alpha) = (u32::from(part), u32::from(alpha));
    ((part * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}

/// `from` things of so many parts as `to` of them, each the mean of what it covers. In whole numbers, so that every
/// machine gets the same.
fn averaged(bytes: &[u8], parts: usize, from: u64, to: u64) -> Vec<u8> {
    let mut out = Vec::with_capacity(to as usize * parts);
    for place in 0..to {
        // In units of which a thing of the source has `to` and one of the result `from`.
        let (start, end) = (place * from, (place + 1) * from);
        let mut sums = vec![0u64; parts];
        for (index, thing) in
            (start / to..end.div_ceil(to)).zip(bytes.chunks_exact(parts).skip((start / to) as usize))
        {
            let covered = ((index + 1) * to).min(end) - (index * to).max(start);
            for (sum, part) in sums.iter_mut().zip(thing) {
                *sum += u64::from(*part) * covered;
            }
        }
        out.extend(sums.into_iter().map(|sum| ((sum + from / 2) / from) as u8));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transparency_is_put_on_white() {
        let seen = Pixels::on_white(3, 1, 4, &[255, 0, 0, 255, 255, 0, 0, 0, 0, 0, 0, 128]).expect("three");
        assert_eq!(seen.rgb, [255, 0, 0, 255, 255, 255, 127, 127, 127], "full, none, half");
        assert_eq!(Pixels::on_white(2, 1, 4, &[0; 7]), None, "a pixel that is not whole");
    }

    #[test]
    fn smaller_is_the_mean_and_keeps_the_proportion() {
        let rgb = [0u8, 100, 200, 50].iter().flat_map(|grey| [*grey; 3]).collect();
        let small = Pixels { width: 4, height: 1, rgb }.within([2, 9]);
        assert_eq!((small.width, small.height), (2, 1), "never of no height");
        assert_eq!(small.rgb, [50, 50, 50, 125, 125, 125], "means of two");
        let thirds = Pixels { width: 3, height: 1, rgb: vec![0, 0, 0, 90, 90, 90, 180, 180, 180] };
        assert_eq!(thirds.within([2, 9]).rgb, [30, 30, 30, 150, 150, 150], "a pixel parted between two");
        let plain = Pixels { width: 1_999, height: 777, rgb: vec![77; 1_999 * 777 * 3] };
        let small = plain.within([787, 189]);
        assert_eq!((small.width, small.height), (486, 189), "within both");
        assert!(small.rgb.iter().all(|part| *part == 77), "one colour stays that colour");
    }

    #[test]
    fn white_edges_go_and_white_within_stays() {
        let dark = [1, 2, 3];
        let mut rgb = vec![255; 5 * 4 * 3];
        for (x, y) in [(1, 1), (3, 1), (1, 2), (3, 2)] {
            let at = (y * 5 + x) * 3;
            rgb[at..at + 3].copy_from_slice(&dark);
        }
        let trimmed = Pixels { width: 5, height: 4, rgb }.trimmed();
        assert_eq!((trimmed.width, trimmed.height), (3, 2), "the box of what is seen");
        let row = [dark, [255; 3], dark].concat();
        assert_eq!(trimmed.rgb, [row.clone(), row].concat());
        let full = Pixels { width: 1, height: 1, rgb: vec![0; 3] };
        assert_eq!(full.clone().trimmed(), full);
    }

    #[test]
    fn what_fits_is_left_as_it_is() {
        let small = Pixels { width: 2, height: 1, rgb: vec![1, 2, 3, 4, 5, 6] };
        assert_eq!(small.clone().within([2, 1]), small);
    }
}
