//! Lists of a site as Excel workbooks: the first sheet that has the header of a known list. A cell is the value it shows;
//! formulas and macros are never run.

use super::header::{Header, needed};
use super::table::Rows;
use super::{STRIDE, Source, Watch, header};
use crate::store::error::KnowledgeStoreError;
use crate::store::keeper::Keeper;
use crate::store::record::{ImportProgress, KnowledgeKind};
use calamine::{DataRef, Reader, Xlsx};
use entaku_words::errors::{file_fault, file_need};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Most bytes that a workbook may unpack to, and that its text may take.
const UNPACKED: u64 = 64 << 20;

/// Most columns of a list.
const COLUMNS: u32 = 256;

/// Rows that hold anything, by their number counted from 1.
type Sheet = Vec<(u64, Vec<String>)>;

/// The header of the list in a workbook.
pub(crate) fn header(source: &Source) -> Result<Header, KnowledgeStoreError> {
    Ok(list(source, None)?.0)
}

/// Reads every row of the list.
pub(crate) fn read(
    kind: KnowledgeKind,
    source: &Source,
    keeper: &mut Keeper<'_>,
    watch: Watch<'_>,
) -> Result<(), KnowledgeStoreError> {
    let (header, sheet) = list(source, Some(kind))?;
    let mut rows = Rows::new(kind, source, &header)?;
    for (line, fields) in sheet {
        // The row as tab-separated text stands for it beside remarks.
        let text = fields.join("\t");
        rows.take(line, &text, fields, false, keeper)?;
        let progress = ImportProgress { bytes: source.bytes, of: source.bytes, rows: keeper.ledger.read };
        if keeper.ledger.read.is_multiple_of(STRIDE) && !watch(progress) {
            return Err(KnowledgeStoreError::Cancelled { file: source.name.clone() });
        }
    }
    Ok(())
}

fn list(source: &Source, kind: Option<KnowledgeKind>) -> Result<(Header, Sheet), KnowledgeStoreError> {
    let bytes = source.whole()?;
    weigh(source, &bytes)?;
    // calamine computes with places of cells without looking whether they can be; where that overflows, the file is damaged.
    let sheets = catch_unwind(AssertUnwindSafe(|| sheets(source, &bytes)))
        .unwrap_or_else(|_| Err(source.damaged(0, file_fault::CELLS_OUT_OF_PLACE, file_need::WORKBOOK)))?;
    let mut first = None;
    for mut sheet in sheets {
        if sheet.is_empty() {
            continue;
        }
        let (_, names) = sheet.remove(0);
        let header = Header::new(&source.name, names.iter().map(|name| name.trim().to_owned()).collect());
        let fits = |kind: &KnowledgeKind| needed(*kind).iter().all(|one| header.has(one));
        let known = match kind {
            Some(kind) => fits(&kind),
            None => header::ORDER.iter().any(fits),
        };
        if known {
            return Ok((header, sheet));
        }
        first.get_or_insert((header, sheet));
    }
    first.ok_or_else(|| source.damaged(0, file_fault::EMPTY_WORKBOOK, file_need::SHEET))
}

/// What a workbook unpacks to is weighed before anything of it is held.
fn weigh(source: &Source, bytes: &[u8]) -> Result<(), KnowledgeStoreError> {
    let damaged = |error: String| source.damaged(0, error, file_need::WORKBOOK);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(error.to_string()))?;
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        left = left.checked_sub(unpacked.map_err(|error| damaged(error.to_string()))?).ok_or_else(|| {
            source.damaged(0, file_fault::UNPACKS_TO_MORE, file_need::at_most(UNPACKED >> 20))
        })?;
    }
    Ok(())
}

/// Every sheet, cell by cell: a whole one is never asked for, since one far cell would make it allocate all before it.
fn sheets(source: &Source, bytes: &[u8]) -> Result<Vec<Sheet>, KnowledgeStoreError> {
    let damaged = |error: calamine::XlsxError| source.damaged(0, error.to_string(), file_need::WORKBOOK);
    let much = || source.damaged(0, file_fault::MORE_TEXT, file_need::at_most(UNPACKED >> 20));
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut taken = 0_u64;
    let mut sheets = Vec::new();
    for name in book.sheet_names() {
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        let mut reader = book.worksheet_cells_reader(&name).map_err(damaged)?;
        while let Some(cell) = reader.next_cell().map_err(damaged)? {
            let (row, column) = cell.get_position();
            let text = shown(cell.get_value());
            if text.trim().is_empty() || column >= COLUMNS {
                continue;
            }
            // A cell weighs more than its text: pointers and nodes.
            taken += text.len() as u64 + 64;
            if taken > UNPACKED {
                return Err(much());
            }
            rows.entry(row).or_default().insert(column, text);
        }
        let width = rows.values().filter_map(|cells| cells.keys().max()).max().map_or(0, |last| last + 1);
        taken += u64::from(width) * rows.len() as u64 * size_of::<String>() as u64;
        if taken > UNPACKED {
            return Err(much());
        }
        let full = |mut cells: BTreeMap<u32, String>| {
            (0..width).map(|at| cells.remove(&at).unwrap_or_default()).collect()
        };
        sheets.push(rows.into_iter().map(|(row, cells)| (u64::from(row) + 1, full(cells))).collect());
    }
    Ok(sheets)
}

/// The value of a cell as text: numbers without needless decimals, dates as days.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(time) => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}
