//! The site's lists as files that people edit, with their documented header first. Imported again they are the same list.

use super::KnowledgeStore;
use super::error::KnowledgeStoreError;
use super::import::number;
use super::record::{Import, KnowledgeKind};
use crate::readers::lists;
use entaku_domain::finding::VerbatimField;
use entaku_words::Said;
use entaku_words::errors::knowledge_failure;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

impl KnowledgeStore {
    /// One of the site's lists as CSV: UTF-8 with a byte order mark, as spreadsheets want it. Columns of its own stand after the
    /// documented ones.
    ///
    /// # Errors
    /// [`KnowledgeStoreError::NoSuchImport`], [`KnowledgeStoreError::Invalid`] for an import that is no list of the site.
    pub fn export_csv(&self, import_id: &str) -> Result<String, KnowledgeStoreError> {
        let (import, rows) = self.list(import_id)?;
        Ok(csv(import.kind, &rows))
    }

    /// The same as a workbook (XLSX), every cell as text. The same list gives the same bytes.
    ///
    /// # Errors
    /// As [`Self::export_csv`]; [`KnowledgeStoreError::Invalid`] too where a field is longer than a cell may be (32 767 letters).
    pub fn export_xlsx(&self, import_id: &str) -> Result<Vec<u8>, KnowledgeStoreError> {
        let (import, rows) = self.list(import_id)?;
        xlsx(import.kind, &rows).map_err(|error| KnowledgeStoreError::Invalid {
            field: "list",
            what: error.to_string().said().into(),
        })
    }

    /// An empty list of a kind that the site edits: the documented header alone, as CSV. None for other kinds.
    pub fn list_template(kind: KnowledgeKind) -> Option<String> {
        kind.is_edited().then(|| csv(kind, &[]))
    }

    fn list(&self, import_id: &str) -> Result<(Import, Vec<Vec<VerbatimField>>), KnowledgeStoreError> {
        let import = self.import_of(import_id)?;
        if !import.kind.is_edited() {
            let what = knowledge_failure::no_list(import.kind.label()).said().into();
            return Err(KnowledgeStoreError::Invalid { field: "list", what });
        }
        let rows = self.written_rows(number(import_id))?;
        Ok((import, rows))
    }
}

/// The documented columns, then those that only the list has.
fn columns(kind: KnowledgeKind, rows: &[Vec<VerbatimField>]) -> Vec<&str> {
    let mut columns: Vec<&str> = lists::columns(kind).to_vec();
    for VerbatimField(name, _) in rows.iter().flatten() {
        if !columns.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            columns.push(name);
        }
    }
    columns
}

fn field<'r>(row: &'r [VerbatimField], column: &str) -> &'r str {
    row.iter().find(|field| field.0.eq_ignore_ascii_case(column)).map_or("", |field| &field.1)
}

/// Rows as CSV (RFC 4180).
pub(super) fn csv(kind: KnowledgeKind, rows: &[Vec<VerbatimField>]) -> String {
    let columns = columns(kind, rows);
    let mut text = String::from("\u{FEFF}");
    let line = |text: &mut String, fields: &mut dyn Iterator<Item = &str>| {
        for (at, field) in fields.enumerate() {
            if at > 0 {
                text.push(',');
            }
            if field.contains([',', '"', '\n', '\r']) {
                text.push('"');
                text.push_str(&field.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(field);
            }
        }
        text.push_str("\r\n");
    };
    line(&mut text, &mut columns.iter().copied());
    for row in rows {
        line(&mut text, &mut columns.iter().map(|column| field(row, column)));
    }
    text
}

fn xlsx(kind: KnowledgeKind, rows: &[Vec<VerbatimField>]) -> Result<Vec<u8>, XlsxError> {
    let columns = columns(kind, rows);
    let mut book = Workbook::new();
    // Left to itself the library writes the day of the clock.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let sheet = book.add_worksheet();
    sheet.set_name(kind.code())?;
    for (at, column) in (0_u16..).zip(&columns) {
        sheet.write_string(0, at, *column)?;
        for (below, row) in (1_u32..).zip(rows) {
            let text = field(row, column);
            if !text.is_empty() {
                sheet.write_string(below, at, text)?;
            }
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}
