//! Bytes to the rows of a table, one at a time. Rows end with LF, CR LF or CR alone (old spreadsheets), quoted fields
//! may hold line ends. A row beyond the limits is refused before it is in memory.

use crate::error::{IntakeError, IntakeErrorKind};
use crate::limits::Limits;
use crate::source::{Expanded, Meter};
use csv_core::ReadRecordResult;
use entaku_words::errors::found;
use std::io::BufRead;

/// A text of rows.
pub(super) struct Feed<'m, R> {
    inner: R,
    meter: &'m Meter,
    limits: Limits,
    file: String,
    expanded: Expanded,
    line: u64,
    /// The last byte taken was CR: an LF that follows belongs to it.
    after_cr: bool,
}

/// One row as bytes, its buffers used again for the next.
#[derive(Debug, Default)]
pub(super) struct Raw {
    bytes: Vec<u8>,
    used: usize,
    ends: Vec<usize>,
    fields: usize,
    /// Its first line, counted from 1.
    pub line: u64,
    /// Whether it has a line end.
    pub ended: bool,
}

impl Raw {
    /// The fields, one after the other without separators.
    pub fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.used).unwrap_or_default()
    }

    /// Where each field ends in [`Raw::bytes`].
    pub fn ends(&self) -> &[usize] {
        self.ends.get(..self.fields).unwrap_or_default()
    }
}

impl<'m, R: BufRead> Feed<'m, R> {
    pub fn new(inner: R, meter: &'m Meter, limits: Limits, file: &str) -> Self {
        let file = file.to_owned();
        Self { inner, meter, limits, file, expanded: Expanded::default(), line: 1, after_cr: false }
    }

    /// Number of the line that comes next, counted from 1.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The limits of this reading.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Takes the byte order mark of UTF-8, where there is one.
    pub fn skip_mark(&mut self) -> Result<bool, IntakeError> {
        let marked = self.fill()?.starts_with(&[0xEF, 0xBB, 0xBF]);
        if marked {
            self.take(3)?;
        }
        Ok(marked)
    }

    /// The next byte, without taking it; none at the end.
    pub fn peek(&mut self) -> Result<Option<u8>, IntakeError> {
        self.finish_line_end()?;
        Ok(self.fill()?.first().copied())
    }

    /// Takes a line as it stands, without its line end; false at the end of the text.
    pub fn line_of_text(&mut self, text: &mut Vec<u8>) -> Result<bool, IntakeError> {
        text.clear();
        self.finish_line_end()?;
        loop {
            let (length, end, empty) = {
                let buffer = self.fill()?;
                let end = memchr::memchr2(b'\n', b'\r', buffer);
                let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
                text.extend_from_slice(part);
                (part.len(), end.and_then(|at| buffer.get(at).copied()), buffer.is_empty())
            };
            if text.len() > self.limits.line_bytes {
                return Err(IntakeError::long_line(&self.file, self.line, &self.limits));
            }
            self.take(length + usize::from(end.is_some()))?;
            if let Some(byte) = end {
                self.line += 1;
                self.after_cr = byte == b'\r';
                return Ok(true);
            }
            if empty {
                return Ok(!text.is_empty());
            }
        }
    }

    /// Takes the next row that is not an empty line; false at the end of the text.
    pub fn row(&mut self, reader: &mut csv_core::Reader, raw: &mut Raw) -> Result<bool, IntakeError> {
        (raw.used, raw.fields) = (0, 0);
        while let Some(byte @ (b'\n' | b'\r')) = self.peek()? {
            self.take(1)?;
            self.line += 1;
            self.after_cr = byte == b'\r';
        }
        raw.line = self.line;
        loop {
            // Borrowed apart from the counters below.
            let buffer = self.inner.fill_buf().map_err(|error| self.meter.explain(&self.file, error))?;
            let at_end = buffer.is_empty();
            let (result, used, written, fields) = reader.read_record(
                buffer,
                raw.bytes.get_mut(raw.used..).unwrap_or_default(),
                raw.ends.get_mut(raw.fields..).unwrap_or_default(),
            );
            let taken = buffer.get(..used).unwrap_or_default();
            for at in memchr::memchr2_iter(b'\n', b'\r', taken) {
                let before = match at.checked_sub(1) {
                    Some(before) => taken.get(before) == Some(&b'\r'),
                    None => self.after_cr,
                };
                self.line += u64::from(!(before && taken.get(at) == Some(&b'\n')));
            }
            if let Some(last) = taken.last() {
                self.after_cr = *last == b'\r';
            }
            self.take(used)?;
            (raw.used, raw.fields) = (raw.used + written, raw.fields + fields);
            match result {
                ReadRecordResult::InputEmpty if at_end => return Ok(raw.fields > 0),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.widen(raw)?,
                ReadRecordResult::OutputEndsFull => self.add_fields(raw)?,
                ReadRecordResult::Record => {
                    raw.ended = !at_end;
                    return Ok(true);
                }
                ReadRecordResult::End => return Ok(false),
            }
        }
    }

    fn widen(&self, raw: &mut Raw) -> Result<(), IntakeError> {
        if raw.bytes.len() > self.limits.line_bytes {
            return Err(IntakeError::long_line(&self.file, raw.line, &self.limits));
        }
        raw.bytes.resize((raw.bytes.len() * 2).max(16 << 10), 0);
        Ok(())
    }

    fn add_fields(&self, raw: &mut Raw) -> Result<(), IntakeError> {
        if raw.ends.len() > self.limits.columns {
            return Err(IntakeError::new(
                IntakeErrorKind::TooLarge,
                &self.file,
                found::many_fields(self.limits.columns).to_label(),
                "a report of one test (the widest known table has 369 columns)",
                "Ask the sender what the file is; nothing of it was stored.",
            )
            .at_line(raw.line));
        }
        raw.ends.resize((raw.ends.len() * 2).max(256), 0);
        Ok(())
    }

    /// Takes the LF of a CR LF whose CR ended the line before.
    fn finish_line_end(&mut self) -> Result<(), IntakeError> {
        if self.after_cr && self.fill()?.first() == Some(&b'\n') {
            self.take(1)?;
        }
        self.after_cr = false;
        Ok(())
    }

    fn fill(&mut self) -> Result<&[u8], IntakeError> {
        self.inner.fill_buf().map_err(|error| self.meter.explain(&self.file, error))
    }

    fn take(&mut self, used: usize) -> Result<(), IntakeError> {
        self.inner.consume(used);
        self.expanded
            .take(used, self.meter, &self.limits)
            .map_err(|error| self.meter.explain(&self.file, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn rows(text: &str, buffer: usize, quoting: bool) -> Vec<String> {
        let meter = Meter::default();
        let inner = BufReader::with_capacity(buffer, text.as_bytes());
        let mut feed = Feed::new(inner, &meter, Limits::default(), "a.csv");
        let mut reader = csv_core::ReaderBuilder::new().quoting(quoting).build();
        let mut raw = Raw::default();
        let mut rows = Vec::new();
        while feed.row(&mut reader, &mut raw).unwrap() {
            let text = std::str::from_utf8(raw.bytes()).unwrap();
            let mut start = 0;
            let fields: Vec<&str> = raw
                .ends()
                .iter()
                .map(|end| text.get(std::mem::replace(&mut start, *end)..*end).unwrap())
                .collect();
            rows.push(format!("{}:{}", raw.line, fields.join("|")));
        }
        rows
    }

    #[test]
    fn rows_and_their_lines_are_the_same_whatever_the_line_end_and_the_buffer() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a,b", "", "\"x", "y\",2", "c,d"].join(end);
            for buffer in 1..20 {
                let wanted = ["1:a|b".to_owned(), format!("3:x{end}y|2"), "5:c|d".to_owned()];
                assert_eq!(rows(&text, buffer, true), wanted, "line end {end:?}, buffer of {buffer}");
            }
        }
    }

    #[test]
    fn lines_before_the_rows_are_counted_with_them() {
        for buffer in 1..9 {
            let meter = Meter::default();
            let text = "\u{feff}#v\r\n\r\na,b\r\n1,2\r\n";
            let inner = BufReader::with_capacity(buffer.max(3), text.as_bytes());
            let mut feed = Feed::new(inner, &meter, Limits::default(), "a.csv");
            assert!(feed.skip_mark().unwrap());
            let mut line = Vec::new();
            let mut lines = Vec::new();
            for _ in 0..3 {
                assert!(feed.line_of_text(&mut line).unwrap());
                lines.push(String::from_utf8_lossy(&line).into_owned());
            }
            assert_eq!(lines, ["#v", "", "a,b"]);
            let mut raw = Raw::default();
            assert!(feed.row(&mut csv_core::Reader::new(), &mut raw).unwrap());
            assert_eq!((raw.line, raw.ends(), raw.ended), (4, [1, 2].as_slice(), true));
            assert!(!feed.row(&mut csv_core::Reader::new(), &mut raw).unwrap());
        }
    }
}
