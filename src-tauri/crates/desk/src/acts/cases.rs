//! The list of cases, a case, its history, what people told about the patient.

use super::{case_id, fresh};
use crate::acts::shown;
use crate::clock::day;
use crate::convert::{days, details_of, history_entry, identity};
use crate::desk::{Desk, case_stream};
use crate::error::{Code, Outcome, Problem};
use crate::view::{
    CaseArgs, CaseListView, CaseRowView, CaseView, HistoryEntry, IdentityView, ListCases, OpenCase,
    RecordDetails,
};
use chrono::{Days, NaiveDate};
use entaku_domain::case::Case;
use entaku_domain::event::{AccessEvent, CaseEvent};
use entaku_store::{CaseQuery, CaseRow, Cursor, PAGE_LIMIT};

const PAGE: u32 = 50;

pub(crate) fn list_cases(desk: &mut Desk, args: ListCases) -> Outcome<CaseListView> {
    let today = day(desk.environment.clock.now());
    let store = &desk.session()?.store;
    let counts: Vec<(String, u32)> = store
        .case_counts()?
        .into_iter()
        .map(|(status, n)| (status, u32::try_from(n).unwrap_or(u32::MAX)))
        .collect();
    let total = counts.iter().map(|(_, n)| n).sum();
    let limit = args.limit.unwrap_or(PAGE).clamp(1, PAGE_LIMIT);
    let status = args.status.filter(|status| !status.is_empty());
    let given = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    let first = status.is_none() && !given(&args.after) && !given(&args.search);
    let (rows, next) = match args.search.as_deref().map(str::trim).filter(|words| !words.is_empty()) {
        Some(words) => {
            let hits = store.search(words, PAGE_LIMIT)?.into_iter().map(|hit| hit.case);
            (
                hits.filter(|row| status.as_ref().is_none_or(|status| row.status == *status))
                    .collect::<Vec<_>>(),
                None,
            )
        }
        None => {
            let after = args.after.as_deref().filter(|after| !after.is_empty()).map(|after| {
                Cursor::parse(after).ok_or_else(|| {
                    Problem::field("after", "続きの位置が読み取れません。", "Not a place in the list.")
                })
            });
            let query =
                CaseQuery { statuses: status.into_iter().collect(), after: after.transpose()?, limit };
            let page = store.cases(&query)?;
            (page.rows, page.next.map(|cursor| cursor.to_text()))
        }
    };
    let target = desk.session()?.office.target_days();
    let overdue = if first { overdue(desk, today, target)? } else { Vec::new() };
    let late = |row: &CaseRow| row_view(row, today, target);
    Ok(CaseListView {
        overdue: overdue.iter().map(late).collect(),
        cases: rows.iter().map(late).collect(),
        target_days: target,
        next,
        counts,
        total,
    })
}

/// Where the patient has not been told yet.
const WAITING: [&str; 5] = ["received", "inReview", "decided", "finalised", "amending"];
/// More than a screen shows are not fetched.
const MOST_OVERDUE: u32 = 100;

/// Cases whose patient waits longer than the site's own limit, oldest first.
fn overdue(desk: &Desk, today: NaiveDate, target: u32) -> Outcome<Vec<CaseRow>> {
    let Some(limit) = today.checked_sub_days(Days::new(u64::from(target))) else { return Ok(Vec::new()) };
    Ok(desk.session()?.store.cases_waiting(&WAITING, &limit.to_string(), MOST_OVERDUE)?)
}

fn row_view(row: &CaseRow, today: NaiveDate, target: u32) -> CaseRowView {
    let received: Option<NaiveDate> = row.received_on.parse().ok();
    let waited = received.map_or(0, |received| days(received, today));
    CaseRowView {
        case_id: row.case_id.clone(),
        case_no: row.case_no.clone(),
        status: row.status.clone(),
        received_at: row.received_on.clone(),
        days: waited,
        overdue: WAITING.contains(&row.status.as_str()) && waited > target,
        panel: row.panel.clone(),
        tumour_type: row.tumour_type.clone(),
        oncotree: Some(row.oncotree.clone()).filter(|code| !code.is_empty()),
        sex: row.sex.clone(),
        age: row.age,
        findings: row.findings_total,
        judged: row.findings_judged,
    }
}

pub(crate) fn open_case(desk: &mut Desk, args: OpenCase) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let view = shown(desk, &id, args.at_seq.map(u64::from), args.verbatim.unwrap_or(false))?;
    desk.note_access(AccessEvent::CaseOpened { case: id })?;
    Ok(view)
}

pub(crate) fn show_identity(desk: &mut Desk, args: CaseArgs) -> Outcome<IdentityView> {
    let id = case_id(desk, &args.case_id)?;
    let view = identity(desk.case(&id)?);
    desk.note_access(AccessEvent::IdentityShown { case: id })?;
    Ok(view)
}

pub(crate) fn case_history(desk: &mut Desk, args: CaseArgs) -> Outcome<Vec<HistoryEntry>> {
    let id = case_id(desk, &args.case_id)?;
    let records = desk.session()?.store.load_stream(&case_stream(&id))?;
    let mut case = Case::new(id);
    records
        .iter()
        .map(|record| {
            let event = entaku_store::event_of(record)
                .map_err(|what| Problem::new(Code::Store, what.clone(), what))?;
            case.apply(&event);
            Ok(history_entry(&event, record.seq, &record.hash, &case))
        })
        .filter_map(Outcome::transpose)
        .collect()
}

pub(crate) fn record_details(desk: &mut Desk, args: RecordDetails) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let details = Box::new(details_of(&args.details, day(desk.environment.clock.now()))?);
    desk.transact(&id, args.expected_version, CaseEvent::DetailsRecorded { details })?;
    fresh(desk, &id)
}
