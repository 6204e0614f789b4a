//! A table with its headings, row by row. A row that does not fit its headings is noted with its line: what is missing
//! at its end is taken as empty, what is too much makes the row unusable, because its values may stand under wrong
//! headings. Rows without any value, comments and repeated headings are no records.

use super::columns::{Columns, Row, is_missing};
use super::feed::{Feed, Raw};
use crate::encoding;
use crate::error::{IntakeError, IntakeErrorKind};
use crate::notes::{NoteBook, Remark, quoted};
use crate::sink::{Reason, Sink};
use entaku_words::errors::{found, note};
use std::io::BufRead;

/// A table on its way in.
pub(super) struct Table<'m, R> {
    feed: Feed<'m, R>,
    reader: csv_core::Reader,
    raw: Raw,
    separator: Separator,
    columns: Columns,
    cells: Vec<String>,
    rows: u64,
}

/// What stands between the fields. Tab-separated files have no quoting: a quote that nobody closes would swallow rows.
/// A pair of quotes around a field is taken off all the same, as spreadsheets put them there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    Tab,
    Comma,
}

impl Separator {
    /// What separates the fields of a heading line: the more frequent of the two.
    pub fn of(line: &str) -> Self {
        let count = |byte| line.bytes().filter(|b| *b == byte).count();
        if count(b'\t') >= count(b',') && line.contains('\t') { Self::Tab } else { Self::Comma }
    }

    /// The splitter of rows.
    pub fn reader(self) -> csv_core::Reader {
        let mut builder = csv_core::ReaderBuilder::new();
        match self {
            Self::Tab => builder.delimiter(b'\t').quoting(false).build(),
            Self::Comma => builder.delimiter(b',').build(),
        }
    }

    /// The fields of one line.
    pub fn split(self, line: &str) -> Vec<String> {
        let mut reader = self.reader();
        let (mut bytes, mut ends) = (vec![0; line.len() + 1], vec![0; line.len() + 2]);
        let (_, _, mut written, mut fields) = reader.read_record(line.as_bytes(), &mut bytes, &mut ends);
        // An empty input ends the last field.
        let rest = reader.read_record(
            &[],
            bytes.get_mut(written..).unwrap_or_default(),
            ends.get_mut(fields..).unwrap_or_default(),
        );
        (written, fields) = (written + rest.2, fields + rest.3);
        let text = String::from_utf8_lossy(bytes.get(..written).unwrap_or_default()).into_owned();
        let mut cells = Vec::new();
        self.fill(&text, ends.get(..fields).unwrap_or_default(), &mut cells);
        cells
    }

    /// Lays the fields of a row into `cells`.
    pub fn fill(self, text: &str, ends: &[usize], cells: &mut Vec<String>) {
        cells.resize(ends.len(), String::new());
        let mut start = 0;
        for (cell, end) in cells.iter_mut().zip(ends) {
            let field = text.get(start..*end).unwrap_or_default();
            start = *end;
            cell.clear();
            let quoted = field.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            match quoted.filter(|_| self == Self::Tab) {
                Some(inner) => cell.push_str(&inner.replace("\"\"", "\"")),
                None => cell.push_str(field),
            }
        }
    }
}

/// A table without end.
pub(super) fn too_many_rows(most: u64, file: &str, line: u64) -> IntakeError {
    IntakeError::new(
        IntakeErrorKind::TooLarge,
        file,
        found::many_rows(most).to_label(),
        "a report of one patient",
        "Ask the sender what the file is; nothing of it was stored.",
    )
    .at_line(line)
}

impl<'m, R: BufRead> Table<'m, R> {
    pub fn new(feed: Feed<'m, R>, separator: Separator, columns: Columns) -> Self {
        let (reader, raw) = (separator.reader(), Raw::default());
        Self { feed, reader, raw, separator, columns, cells: Vec::new(), rows: 0 }
    }

    pub fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The row of the last [`Table::advance`].
    pub fn row(&self) -> Row<'_> {
        Row { columns: &self.columns, cells: &self.cells, line: self.raw.line }
    }

    /// Goes to the next row that can be used; rows that cannot are set aside. False at the end.
    pub fn advance<S: Sink>(&mut self, notes: &mut NoteBook, sink: &mut S) -> Result<bool, IntakeError> {
        while self.feed.row(&mut self.reader, &mut self.raw)? {
            let line = self.raw.line;
            let most = self.feed.limits().table_rows;
            if self.rows >= most {
                return Err(too_many_rows(most, notes.file(), line));
            }
            self.rows += 1;
            let text =
                std::str::from_utf8(self.raw.bytes()).map_err(|_| encoding::not_utf8(notes.file(), line))?;
            self.separator.fill(text, self.raw.ends(), &mut self.cells);
            if !self.raw.ended {
                let hint = note::NO_LINE_END.en;
                let remark = Remark::warning("no-line-end", "the last line has no line end", hint);
                notes.add(remark, "file", Some(line), || None);
            }
            if let Some(what) = self.no_record() {
                notes.add(Remark::info("no-record", what, note::NO_RECORD.en), "record", Some(line), || None);
                continue;
            }
            if self.fits(notes)? {
                return Ok(true);
            }
            sink.set_aside(Reason::Unreadable, line, None, || self.row().short());
        }
        Ok(false)
    }

    fn no_record(&self) -> Option<&'static str> {
        if self.cells.iter().all(|cell| cell.trim().is_empty()) {
            return Some("an empty line");
        }
        // `#NAME?` and `#N/A` are what a spreadsheet shows of a cell that it cannot work out: a row like others.
        let fault = |cell: &str| cell.starts_with('#') && (cell.ends_with(['!', '?']) || cell == "#N/A");
        let comment = |cell: &String| cell.starts_with('#') && !fault(cell.trim());
        if self.separator == Separator::Tab && self.cells.first().is_some_and(comment) {
            return Some("a comment among the records");
        }
        let repeated =
            self.cells.len() > 1 && self.cells.iter().map(|cell| cell.trim()).eq(self.columns.names());
        repeated.then_some("the headings among the records")
    }

    /// Gives the row as many cells as there are headings; false where that cannot be.
    fn fits(&mut self, notes: &mut NoteBook) -> Result<bool, IntakeError> {
        let (found, wanted, line) = (self.cells.len(), self.columns.len(), self.raw.line);
        if found == wanted {
            return Ok(true);
        }
        let said = format!("{found} of {wanted} fields: {}", quoted(&self.row().short()));
        let mut note = |remark, shape| notes.add(remark, shape, Some(line), || None);
        if found > wanted {
            let rest = self.cells.get(wanted..).unwrap_or_default();
            let harmless = rest.iter().all(|cell| is_missing(cell.trim()));
            if harmless {
                let hint = "The fields beyond the headings are empty; passed over.";
                note(Remark::info("long-record", said, hint), "empty fields");
                self.cells.truncate(wanted);
            } else {
                let hint = "Its values may stand under wrong headings; the row is set aside. Ask the sender for the row.";
                note(Remark::error("long-record", said, hint), "record");
            }
            return Ok(harmless);
        }
        if self.feed.line() > line + 1 && self.separator == Separator::Comma {
            let over = self.feed.line() - line;
            return Err(IntakeError::new(
                IntakeErrorKind::Damaged,
                notes.file(),
                found::long_row(over, &said, wanted, found).to_label(),
                "as many fields as there are headings",
                "A quoted field begins there and is not closed, or the file was cut off; fetch it again.",
            )
            .at_line(line));
        }
        if found * 2 < wanted {
            let hint = "Less than half of the row is there; it is set aside. Ask the sender for the row.";
            note(Remark::error("short-record", said, hint), "half a record");
            return Ok(false);
        }
        if !self.raw.ended {
            let hint = "The last row breaks off; it is set aside. Fetch the file again.";
            note(Remark::error("short-record", said, hint), "last record");
            return Ok(false);
        }
        let hint = note::SHORT_RECORD.en;
        note(Remark::warning("short-record", said, hint), "record");
        self.cells.resize(wanted, String::new());
        Ok(true)
    }
}
