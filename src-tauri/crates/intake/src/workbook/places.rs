//! The places of cells in the XML of a workbook, checked before calamine reads them: it computes with row and column
//! numbers without looking whether they can be, and overflows.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::BufRead;

/// Last row and last column of a sheet (Excel's specifications and limits).
const LAST: (u32, u32) = (1_048_576, 16_384);

/// Looks at every place named in one part.
///
/// # Errors
/// What cannot be, in words.
pub(super) fn check(part: impl BufRead) -> Result<(), String> {
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    // As calamine reads it, so that both see the same elements.
    config.check_end_names = false;
    config.check_comments = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start) | Event::Empty(start)) => element(&start)?,
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(error.to_string()),
        }
    }
}

fn element(start: &BytesStart<'_>) -> Result<(), String> {
    let local = start.local_name();
    let (is_row, is_cell) = (local.as_ref() == "row", local.as_ref() == "c");
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value: &str = &attribute.value;
        let sound = match attribute.key.into_inner() {
            "r" if is_row => value.parse().is_ok_and(|row: u32| (1..=LAST.0).contains(&row)),
            "r" if is_cell => place(value).is_some(),
            "ref" => range(value),
            _ => true,
        };
        if !sound {
            return Err(format!("the place '{}' in <{}>", crate::notes::quoted(value), local.as_ref()));
        }
    }
    Ok(())
}

/// `B2` as row and column, counted from 1.
fn place(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = (text.get(..digits)?, text.get(digits..)?);
    if !(1..=3).contains(&letters.len()) || digits.len() > 7 {
        return None;
    }
    let column = letters.bytes().try_fold(0u32, |column, letter| {
        letter.is_ascii_alphabetic().then(|| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: u32 = digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok())??;
    ((1..=LAST.0).contains(&row) && column <= LAST.1).then_some((row, column))
}

/// `A1` or `A1:C9`, its end not before its start.
fn range(text: &str) -> bool {
    let (start, end) = text.split_once(':').unwrap_or((text, text));
    match (place(start), place(end)) {
        (Some(start), Some(end)) => start.0 <= end.0 && start.1 <= end.1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_within_a_sheet() {
        for (text, at) in [("A1", (1, 1)), ("xfd1048576", (1_048_576, 16_384)), ("AA10", (10, 27))] {
            assert_eq!(place(text), Some(at), "{text}");
        }
        for text in
            ["A0", "XFE1", "A1048577", "AAAA1", "1", "A", "", "A-1", "$A$1", "A1B", "Ａ１", "A99999999999"]
        {
            assert_eq!(place(text), None, "{text}");
        }
        assert!(range("A1:C9") && range("B2") && !range("B2:A1") && !range("A1:B2:C3"));
    }

    #[test]
    fn what_cannot_be_is_named() {
        let error = check(&b"<sheetData><row r=\"4294967296\"/></sheetData>"[..]).unwrap_err();
        assert_eq!(error, "the place '4294967296' in <row>");
        assert!(check(&b"<x:c r=\"A0\"/>"[..]).is_err(), "whatever the namespace is called");
        assert_eq!(check(&b"<rPr><r>text</r></rPr>"[..]), Ok(()));
    }
}
