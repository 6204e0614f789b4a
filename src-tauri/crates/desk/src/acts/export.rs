//! Data written to files: the ledger, the C-CAT items, a whole case. Each is noted in the access log.

use super::{case_id, shown};
use crate::convert::{Reader, date};
use crate::desk::{Desk, case_stream};
use crate::error::{Code, Outcome, Problem, internal};
use crate::export::{CcatTable, Csv, LedgerTable, Table, case_json};
use crate::view::{ExportCase, ExportTable, ExportedDataView, LabelView};
use chrono::NaiveDate;
use entaku_domain::event::AccessEvent;
use entaku_domain::ids::{CaseId, Sha256Hex};
use entaku_store::{CaseQuery, Cursor, PAGE_LIMIT, sha256_hex};
use std::path::Path;

/// The days of receipt that a table covers; open where nothing is given.
struct Period {
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
}

impl Period {
    fn of(args: &ExportTable) -> Outcome<Self> {
        let from = date("from", args.from.as_deref())?;
        let to = date("to", args.to.as_deref())?;
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            return Err(Problem::field(
                "to",
                "終わりの日が始めの日より前です。",
                "The last day is before the first.",
            ));
        }
        Ok(Self { from, to })
    }

    fn holds(&self, received: &str) -> bool {
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

fn table(
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

fn exported(out: &str, bytes: &[u8], cases: usize, rows: usize, note: (&str, &str)) -> ExportedDataView {
    ExportedDataView {
        file: Path::new(out).display().to_string(),
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        cases: crate::convert::count(cases),
        rows: crate::convert::count(rows),
        sha256: sha256_hex(bytes),
        note: LabelView { ja: note.0.to_owned(), en: note.1.to_owned() },
    }
}

const LEDGER_NOTE: (&str, &str) = (
    "記録のない項目は空欄です。計算式とみなされる文字で始まるセルは、先頭に「'」を付けています（値には含まれません）。患者の氏名とIDを含みます。",
    "What is not recorded is empty. Cells that a spreadsheet would take for a formula begin with an apostrophe, which is not part of the value. The file holds patients' names and IDs.",
);

const CCAT_NOTE: (&str, &str) = (
    "提示された治療ごとに1行です。コードの並びが確認できていない項目は、コード欄を空欄とし「.名称」の欄に語句を記しています（コードは C-CAT の臨床情報収集項目一覧表で確認してください）。投与の有無は記録があるものだけです。計算式とみなされるセルは先頭に「'」を付けています。",
    "One line for each treatment presented. Where the code list could not be confirmed, the code column is empty and the words stand in the column “.名称” (see C-CAT's list of items). Whether a treatment was given is stated only where it was recorded. Cells that a spreadsheet would take for a formula begin with an apostrophe.",
);

const CASE_NOTE: (&str, &str) = (
    "患者の氏名・ID、生殖細胞系列（二次的所見）を含みます。エキスパートパネル用です。患者には渡さないでください。",
    "The file holds the patient's name and ID and germline (secondary) findings. It is for the panel; do not give it to the patient.",
);

pub(crate) fn export_ledger(desk: &mut Desk, args: ExportTable) -> Outcome<ExportedDataView> {
    let (bytes, cases, rows) = table(desk, &args, "ledger", &LedgerTable)?;
    Ok(exported(&args.out, &bytes, cases, rows, LEDGER_NOTE))
}

pub(crate) fn export_ccat(desk: &mut Desk, args: ExportTable) -> Outcome<ExportedDataView> {
    let codes = desk.knowledge.ccat_codes().clone();
    let (bytes, cases, rows) = table(desk, &args, "ccat", &CcatTable { codes: &codes })?;
    Ok(exported(&args.out, &bytes, cases, rows, CCAT_NOTE))
}

pub(crate) fn export_case(desk: &mut Desk, args: ExportCase) -> Outcome<ExportedDataView> {
    let id = case_id(desk, &args.case_id)?;
    let at = desk.environment.clock.now();
    let view = shown(desk, &id, None, true)?;
    let session = desk.session()?;
    let case = session.case()?;
    let records = session.store.load_stream(&case_stream(&id))?;
    let events = records
        .iter()
        .map(|record| {
            let event = entaku_store::event_of(record)
                .map_err(|what| Problem::new(Code::Store, what.clone(), what))?;
            Ok((record.seq, record.hash, event))
        })
        .collect::<Outcome<Vec<_>>>()?;
    let reader = Reader { member: &session.member.id, office: &session.office };
    let asked = reader.asked(case);
    let bytes = case_json(case, &view, &events, (reader.member, &asked), at)?;
    desk.write_file(&args.out, &bytes)?;
    let sha256 = Sha256Hex::parse(&sha256_hex(&bytes)).map_err(internal)?;
    desk.note_access(AccessEvent::CaseExported { case: id, sha256 })?;
    Ok(exported(&args.out, &bytes, 1, events.len(), CASE_NOTE))
}
