//! Compression of what is large, with a hard limit when it is opened again.

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use std::io::{Read, Write};

/// Below this length compressing costs more than it saves.
const SMALL: usize = 4096;

/// The compressed bytes, when that saves at least a tenth.
pub(crate) fn deflate(bytes: &[u8]) -> Option<Vec<u8>> {
    if bytes.len() <= SMALL {
        return None;
    }
    let mut encoder = DeflateEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::fast());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok().filter(|packed| packed.len() < bytes.len() / 10 * 9)
}

/// Opens what [`deflate`] closed; `None` unless exactly `size` bytes come out.
pub(crate) fn inflate(packed: &[u8], size: u64) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    DeflateDecoder::new(packed).take(size.saturating_add(1)).read_to_end(&mut out).ok()?;
    (out.len() as u64 == size).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_text_is_squeezed_and_comes_back() {
        let text = "EGFR L858R 変異 ".repeat(1000).into_bytes();
        let packed = deflate(&text).expect("repeated text is worth compressing");
        assert!(packed.len() * 10 < text.len());
        assert_eq!(inflate(&packed, text.len() as u64).as_deref(), Some(text.as_slice()));
        assert_eq!(inflate(&packed, 10), None, "a wrong length is damage, and a bomb stops at its limit");
        assert_eq!(inflate(&packed[..20], text.len() as u64), None);
    }

    #[test]
    fn what_does_not_shrink_is_left_alone() {
        assert!(deflate(b"short").is_none());
        let noise: Vec<u8> =
            (0u64..20_000).map(|n| (n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect();
        assert!(deflate(&noise).is_none_or(|packed| packed.len() < noise.len()));
    }
}
