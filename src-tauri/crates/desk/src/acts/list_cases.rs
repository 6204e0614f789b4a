//! A page of the list.

use crate::clock::day;
use crate::command::{Act, Command};
use crate::convert::days;
use crate::convert::{code_of, from_code};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::permission::Right;
use crate::sight::Sight;
use crate::view::args;
use crate::view::{CaseListView, CaseRowView, FoundIn};
use chrono::{Days, NaiveDate};
use entaku_domain::case::CaseStatus;
use entaku_domain::event::AccessEvent;
use entaku_domain::ids::CaseId;
use entaku_store::{CaseQuery, CaseRow, Cursor, PAGE_LIMIT, SearchHit, SearchPart, folded, searchable};
use entaku_words::errors::list_cases;

args! {
    /// A page of the list.
    ListCases {
        /// Words to find.
        search: Option<String>,
        /// Status code.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        status: Option<CaseStatus>,
        /// `next` of the page before.
        after: Option<String>,
        /// Rows, at most 500; 50 when left out.
        limit: Option<u32>,
    }
}

impl Command for ListCases {
    const NAME: &'static str = "list_cases";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] = &["access.casesSearched"];
    type Answer = CaseListView;
}

impl Act for ListCases {
    fn act(self, desk: &mut Desk) -> Outcome<CaseListView> {
        let today = day(desk.environment.clock.now());
        if let Some(words) = self.search.as_deref().map(str::trim).filter(|words| !words.is_empty()) {
            desk.note_once(AccessEvent::CasesSearched { words: words.to_owned() })?;
        }
        let sight = desk.sight()?;
        let parts: Vec<SearchPart> =
            SearchPart::ALL.into_iter().filter(|part| may_search(sight, *part)).collect();
        let hits = match self.search.as_deref().map(str::trim).filter(|words| !words.is_empty()) {
            Some(words) => Some(found(desk, words, &parts)?),
            None => None,
        };
        desk.begin_sieve()?;
        let store = &desk.session()?.store;
        let counted = |(status, n): (String, u64)| {
            Ok((from_code("status", &status)?, u32::try_from(n).unwrap_or(u32::MAX)))
        };
        let counts =
            store.case_counts()?.into_iter().map(counted).collect::<Outcome<Vec<(CaseStatus, u32)>>>()?;
        let total = counts.iter().map(|(_, n)| n).sum();
        let limit = self.limit.unwrap_or(PAGE).clamp(1, PAGE_LIMIT);
        let status = self.status.as_ref().map(code_of);
        let given = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
        let first = status.is_none() && !given(&self.after) && !given(&self.search);
        let mut places: Vec<Vec<FoundIn>> = Vec::new();
        let (rows, next) = match hits {
            Some(hits) => {
                let wanted = hits
                    .into_iter()
                    .filter(|hit| status.as_ref().is_none_or(|status| hit.case.status == *status));
                let rows = wanted.map(|hit| {
                    places.push(hit.parts.into_iter().map(found_in).collect());
                    hit.case
                });
                (rows.collect::<Vec<_>>(), None)
            }
            None => {
                let after = self.after.as_deref().filter(|after| !after.is_empty()).map(|after| {
                    Cursor::parse(after).ok_or_else(|| Problem::at("after", list_cases::NO_PLACE))
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
            overdue: overdue.iter().map(late).collect::<Outcome<_>>()?,
            cases: rows
                .iter()
                .zip(places.into_iter().chain(std::iter::repeat(Vec::new())))
                .map(|(row, found_in)| Ok(CaseRowView { found_in, ..late(row)? }))
                .collect::<Outcome<_>>()?,
            target_days: target,
            next,
            counts,
            total,
            not_shown: sight.left_out(),
        })
    }
}

const PAGE: u32 = 50;

/// Where a reader may look for words. What people write of a case may name the patient, and what is inherited, wherever the
/// panel judges.
fn may_search(sight: Sight, part: SearchPart) -> bool {
    match part {
        SearchPart::Patient => sight.identity,
        SearchPart::Germline => sight.heredity,
        SearchPart::Panel | SearchPart::Recommendations | SearchPart::Referrals => sight.is_whole(),
        SearchPart::Treatments | SearchPart::Case | SearchPart::Findings => true,
    }
}

/// The cases in which words stand. To be found would tell, too: a case is found by what is shown of it.
fn found(desk: &mut Desk, words: &str, parts: &[SearchPart]) -> Outcome<Vec<SearchHit>> {
    let hits = desk.session()?.store.search_in(parts, words, PAGE_LIMIT)?;
    if desk.sight()?.is_whole() {
        return Ok(hits);
    }
    let mut shown = Vec::with_capacity(hits.len());
    for hit in hits {
        if is_shown(desk, &hit, words, parts)? {
            shown.push(hit);
        }
    }
    Ok(shown)
}

/// Whether the words stand in what a reader who may not see all of a case is shown of it.
fn is_shown(desk: &mut Desk, hit: &SearchHit, words: &str, parts: &[SearchPart]) -> Outcome<bool> {
    // Names of the tumour's own findings are nobody's words.
    if hit.parts.iter().all(|part| *part == SearchPart::Findings) {
        return Ok(true);
    }
    let id = CaseId::parse(&hit.case.case_id).map_err(internal)?;
    let Some(whole) = desk.session()?.store.load_case(&id)? else { return Ok(false) };
    // A sieve for each case: what is a secret of one is none of another.
    desk.sieve = None;
    let mut case = desk.seen(&whole)?;
    if let Some(sieve) = desk.sieve.take() {
        let mut told = serde_json::to_value(&case.details).map_err(internal)?;
        sieve.sift(&mut told, desk.language);
        case.details = serde_json::from_value(told).map_err(internal)?;
    }
    let text = folded(&searchable(&case, parts));
    Ok(words.split_whitespace().all(|word| text.contains(&folded(word))))
}

/// Where the patient has not been told yet.
const WAITING: [CaseStatus; 5] = [
    CaseStatus::Received,
    CaseStatus::InReview,
    CaseStatus::Decided,
    CaseStatus::Finalised,
    CaseStatus::Amending,
];

/// More than a screen shows are not fetched.
const MOST_OVERDUE: u32 = 100;

/// Cases whose patient waits longer than the site's own limit, oldest first.
fn overdue(desk: &Desk, today: NaiveDate, target: u32) -> Outcome<Vec<CaseRow>> {
    let Some(limit) = today.checked_sub_days(Days::new(u64::from(target))) else { return Ok(Vec::new()) };
    let waiting = WAITING.each_ref().map(code_of);
    let waiting = waiting.each_ref().map(String::as_str);
    Ok(desk.session()?.store.cases_waiting(&waiting, &limit.to_string(), MOST_OVERDUE)?)
}

fn row_view(row: &CaseRow, today: NaiveDate, target: u32) -> Outcome<CaseRowView> {
    let status = from_code("status", &row.status)?;
    let received: Option<NaiveDate> = row.received_on.parse().ok();
    let waited = received.map_or(0, |received| days(received, today));
    Ok(CaseRowView {
        case_id: row.case_id.clone(),
        case_no: row.case_no.clone(),
        status,
        received_at: row.received_on.clone(),
        days: waited,
        overdue: WAITING.contains(&status) && waited > target,
        panel: row.panel.clone(),
        tumour_type: row.tumour_type.clone(),
        oncotree: Some(row.oncotree.clone()).filter(|code| !code.is_empty()),
        sex: from_code("sex", &row.sex)?,
        age: row.age,
        findings: row.findings_total,
        judged: row.findings_judged,
        found_in: Vec::new(),
    })
}

fn found_in(part: SearchPart) -> FoundIn {
    match part {
        SearchPart::Treatments => FoundIn::Treatments,
        SearchPart::Case => FoundIn::Case,
        SearchPart::Patient => FoundIn::Patient,
        SearchPart::Findings => FoundIn::Findings,
        SearchPart::Panel => FoundIn::Panel,
        SearchPart::Germline => FoundIn::Germline,
        SearchPart::Recommendations => FoundIn::Recommendations,
        SearchPart::Referrals => FoundIn::Referrals,
    }
}
