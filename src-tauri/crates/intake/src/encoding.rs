//! Bytes to text. UTF-8 with or without byte order mark, and UTF-16 where a mark or the zero bytes of ASCII text
//! prove it. Anything else is refused: a guess at Shift_JIS could change a gene name or a remark in silence.

use crate::error::{IntakeError, IntakeErrorKind};
use crate::notes::{NoteBook, Remark};
use entaku_words::errors::{found, note};
use std::borrow::Cow;

/// The text of a file, with a note where it was not plain UTF-8.
pub(crate) fn text<'a>(bytes: &'a [u8], notes: &mut NoteBook) -> Result<Cow<'a, str>, IntakeError> {
    let converted = |little: bool, bytes: &[u8], notes: &mut NoteBook| {
        let text = utf16(bytes, little).ok_or_else(|| {
            IntakeError::new(
                IntakeErrorKind::Encoding,
                notes.file(),
                found::BROKEN_UTF16.to_label(),
                "UTF-8 text",
                "Save the file as UTF-8 or fetch it again.",
            )
        })?;
        notes.about_file(Remark::info("encoding-utf16", "UTF-16 text", note::ENCODING_UTF16.en));
        Ok(Cow::Owned(text))
    };
    if let Some(rest) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        notes.about_file(Remark::info("encoding-bom", "a byte order mark", note::ENCODING_BOM.en));
        return utf8(rest, notes.file());
    }
    match (bytes.first(), bytes.get(1)) {
        (Some(0xFF), Some(0xFE)) => converted(true, bytes.get(2..).unwrap_or_default(), notes),
        (Some(0xFE), Some(0xFF)) => converted(false, bytes.get(2..).unwrap_or_default(), notes),
        (Some(first), Some(0)) if *first != 0 => converted(true, bytes, notes),
        (Some(0), Some(second)) if *second != 0 => converted(false, bytes, notes),
        _ => utf8(bytes, notes.file()),
    }
}

fn utf8<'a>(bytes: &'a [u8], file: &str) -> Result<Cow<'a, str>, IntakeError> {
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        not_utf8(file, 1 + good.iter().filter(|byte| **byte == b'\n').count() as u64)
    })
}

/// Text in another encoding, at a line counted from 1.
pub(crate) fn not_utf8(file: &str, line: u64) -> IntakeError {
    IntakeError::new(
        IntakeErrorKind::Encoding,
        file,
        found::NO_UTF8.to_label(),
        "UTF-8 text",
        "Ask the sender for the file in UTF-8, or convert it with the original encoding named.",
    )
    .at_line(line)
}

/// Whether the first bytes show UTF-16: a mark, or the zero bytes of ASCII text.
pub(crate) fn is_utf16(bytes: &[u8]) -> bool {
    match (bytes.first(), bytes.get(1)) {
        (Some(0xFF), Some(0xFE)) | (Some(0xFE), Some(0xFF)) => true,
        (Some(first), Some(second)) => (*first == 0) != (*second == 0),
        _ => false,
    }
}

fn utf16(bytes: &[u8], little: bool) -> Option<String> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let units = bytes
        .chunks_exact(2)
        .filter_map(|pair| <[u8; 2]>::try_from(pair).ok())
        .map(|pair| if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) });
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String, IntakeError> {
        text(bytes, &mut NoteBook::new("a.cats")).map(Cow::into_owned)
    }

    #[test]
    fn utf8_and_utf16_give_the_same_text() {
        let wanted = "{\"a\":\"肺腺癌\"}";
        assert_eq!(read(wanted.as_bytes()).unwrap(), wanted);
        assert_eq!(read(&[b"\xEF\xBB\xBF", wanted.as_bytes()].concat()).unwrap(), wanted);
        let little: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&little).unwrap(), wanted, "without a mark the zero bytes tell");
        assert_eq!(read(&[b"\xFE\xFF", big.as_slice()].concat()).unwrap(), wanted);
    }

    #[test]
    fn shift_jis_is_refused_with_its_line() {
        let error = read(b"{\n\"a\":\"\x94\x78\x91\x42\"}").unwrap_err();
        assert_eq!((error.kind, error.place.line), (IntakeErrorKind::Encoding, Some(2)));
    }
}
