//! The sheets of a workbook as tables of text, cell by cell and within bounds.

use crate::error::{IntakeError, IntakeErrorKind};
use crate::limits::Limits;
use crate::table::{Columns, Row};
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use entaku_domain::label::Label;
use entaku_words::errors::found;
use std::collections::BTreeMap;
use std::io::Cursor;

/// An open workbook.
pub(super) struct Book<'a> {
    inner: Xlsx<Cursor<&'a [u8]>>,
    limits: Limits,
    file: String,
    /// Bytes of text taken out of it so far: one shared text may stand in very many cells.
    taken: usize,
}

/// A sheet: headings and the rows below them that hold anything.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub columns: Columns,
    rows: Vec<(u64, Vec<String>)>,
}

impl Sheet {
    /// The rows, with their numbers counted from 1 as the spreadsheet shows them.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { columns: &self.columns, cells, line: *line })
    }
}

impl<'a> Book<'a> {
    pub fn open(bytes: &'a [u8], limits: &Limits, file: &str) -> Result<Self, IntakeError> {
        let inner = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(file, &error))?;
        Ok(Self { inner, limits: *limits, file: file.to_owned(), taken: 0 })
    }

    /// The names of the sheets in their order.
    pub fn names(&self) -> Vec<String> {
        self.inner.sheet_names()
    }

    /// A sheet. The first row that holds anything gives the headings; they are prefixed with the sheet's name.
    pub fn sheet(&mut self, name: &str) -> Result<Sheet, IntakeError> {
        let (file, limits) = (self.file.as_str(), &self.limits);
        let too_large = |found: Label| {
            IntakeError::new(
                IntakeErrorKind::TooLarge,
                file,
                found,
                "the workbook of one test",
                "Ask the sender what the file is; nothing of it was stored.",
            )
        };
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        let mut reader = self.inner.worksheet_cells_reader(name).map_err(|error| damaged(file, &error))?;
        while let Some(cell) = reader.next_cell().map_err(|error| damaged(file, &error))? {
            let (row, column) = cell.get_position();
            let text = shown(cell.get_value());
            if text.trim().is_empty() {
                continue;
            }
            if column as usize >= limits.columns {
                return Err(too_large(found::cell(column + 1, name).to_label()));
            }
            // A cell weighs more than its text: pointers and nodes.
            self.taken += text.len() + 64;
            if self.taken as u64 > limits.workbook_expanded_bytes {
                return Err(too_large(found::MUCH_TEXT.to_label()));
            }
            rows.entry(row).or_default().insert(column, text);
        }
        let Some((_, first)) = rows.pop_first() else { return Ok(Sheet::default()) };
        let width = first
            .keys()
            .chain(rows.values().flat_map(BTreeMap::keys))
            .max()
            .map_or(0, |last| *last as usize + 1);
        // Every cell of the rectangle takes room, whether it holds anything or not.
        let room = width.saturating_mul(rows.len()).saturating_mul(size_of::<String>());
        if room as u64 > limits.workbook_expanded_bytes {
            return Err(too_large(found::large_sheet(rows.len(), width).to_label()));
        }
        let full = |cells: &BTreeMap<u32, String>| {
            (0..width)
                .map(|at| u32::try_from(at).ok().and_then(|at| cells.get(&at)).cloned().unwrap_or_default())
                .collect()
        };
        let headings: Vec<String> = full(&first);
        let rows = rows.iter().map(|(row, cells)| (u64::from(*row) + 1, full(cells))).collect();
        Ok(Sheet { columns: Columns::new(headings).within(name), rows })
    }
}

/// The value of a cell as text: numbers without needless decimals.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(time) => time.as_f64().to_string(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn damaged(file: &str, error: &XlsxError) -> IntakeError {
    let said = crate::notes::quoted(&error.to_string());
    IntakeError::new(
        IntakeErrorKind::Damaged,
        file,
        found::damaged_workbook(said).to_label(),
        "an Excel workbook (.xlsx)",
        "Fetch the file again, or open it in a spreadsheet program and save it as .xlsx.",
    )
}
