//! Data written to files: the ledger, the C-CAT items, a whole case. Each is noted in the access log.

use super::case_id;
use crate::convert::{date, label};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::export::{Csv, Table};
use crate::view::{ExportTable, ExportedDataView};
use chrono::NaiveDate;
use entaku_domain::event::AccessEvent;
use entaku_domain::ids::{CaseId, Sha256Hex};
use entaku_store::{CaseQuery, Cursor, PAGE_LIMIT, sha256_hex};
use entaku_words::Word;
use entaku_words::errors::export;
use std::path::Path;

/// The days of receipt that a table covers; open where nothing is given.
pub(crate) struct Period {
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
}

impl Period {
    pub(crate) fn of(args: &ExportTable) -> Outcome<Self> {
        let from = date("from", args.from.as_deref())?;
        let to = date("to", args.to.as_deref())?;
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            return Err(Problem::at("to", export::LAST_BEFORE_FIRST));
        }
        Ok(Self { from, to })
    }

    pub(crate) fn holds(&self, received: &str) -> bool {
        let Ok(day) = received.parse::<NaiveDate>() else { return self.from.is_none() && self.to.is_none() };
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// The cases of a table, first received first.
fn cases_of(desk: &mut Desk, args: &ExportTable) -> Outcome<Vec<CaseId>> {
    if let Some(name) = args.case_id.as_deref().filter(|name| !name.is_empty()) {
        return Ok(vec![case_id(desk, name)?]);
    }
    let period = Period::of(args)?;
    let store = &desk.session()?.store;
    let mut ids = Vec::new();
    let mut after: Option<Cursor> = None;
    loop {
        let page = store.cases(&CaseQuery { statuses: Vec::new(), after, limit: PAGE_LIMIT })?;
        for row in page.rows.iter().filter(|row| period.holds(&row.received_on)) {
            ids.push(CaseId::parse(&row.case_id).map_err(internal)?);
        }
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    ids.reverse();
    Ok(ids)
}

pub(crate) fn table(
    desk: &mut Desk,
    args: &ExportTable,
    name: &str,
    table: &dyn Table,
) -> Outcome<(Vec<u8>, usize, usize)> {
    let ids = cases_of(desk, args)?;
    let mut csv = Csv::new(&table.head());
    for id in &ids {
        // Folded one by one and let go: the table is small, the cases are not.
        let case = desk.session()?.store.load_case(id)?.ok_or_else(|| crate::desk::no_case(id.as_str()))?;
        table.lines(&case).iter().for_each(|line| csv.row(line));
    }
    let rows = csv.rows();
    let bytes = csv.into_bytes();
    let sha256 = Sha256Hex::parse(&sha256_hex(&bytes)).map_err(internal)?;
    desk.write_file(&args.out, &bytes)?;
    let cases = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    desk.note_access(AccessEvent::TableExported { table: name.to_owned(), cases, sha256 })?;
    Ok((bytes, ids.len(), rows))
}

pub(crate) fn exported(out: &str, bytes: &[u8], cases: usize, rows: usize, note: Word) -> ExportedDataView {
    ExportedDataView {
        file: Path::new(out).display().to_string(),
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        cases: crate::convert::count(cases),
        rows: crate::convert::count(rows),
        sha256: sha256_hex(bytes),
        note: label(&note.to_label()),
    }
}
