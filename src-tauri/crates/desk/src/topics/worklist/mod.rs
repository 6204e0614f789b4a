//! What is due for whom: a list for each room, a file for each. Rows tell which case and what is to be done there, and nothing of the
//! patient.

pub(crate) mod attending;
pub(crate) mod chair;
pub(crate) mod coordinator;
pub(crate) mod counsellor;

use crate::convert::{code_of, label};
use crate::desk::Desk;
use crate::error::{Outcome, internal};
use crate::view::{WorklistRow, WorklistWhat};
use chrono::NaiveDate;
use entaku_domain::case::{Case, CaseStatus};
use entaku_domain::ids::CaseId;
use entaku_domain::referral::TrackedReferral;
use entaku_store::{CaseQuery, CaseRow, PAGE_LIMIT};

/// A row of a case, of which more may be said.
fn row(case: &Case, what: WorklistWhat, since: Option<NaiveDate>) -> WorklistRow {
    WorklistRow {
        case_id: case.id.as_str().to_owned(),
        case_no: case.number.as_ref().map(ToString::to_string),
        what: code_of(&what),
        message: label(&what.word().to_label()),
        due: None,
        since: since.map(|day| day.to_string()),
        case_status: case.status(),
        referral_id: None,
        referral_status: None,
        trial: None,
        finding_id: None,
        finding: None,
        waits_for: None,
        because: Vec::new(),
        trials: Vec::new(),
    }
}

/// A row of a referral.
fn of_referral(
    case: &Case,
    tracked: &TrackedReferral,
    what: WorklistWhat,
    since: Option<NaiveDate>,
) -> WorklistRow {
    WorklistRow {
        referral_id: Some(tracked.referral.id.as_str().to_owned()),
        referral_status: Some(tracked.status()),
        trial: Some(tracked.referral.trial.to_string()),
        ..row(case, what, since)
    }
}

/// What is due first stands first, what is due on no day by how long it waits.
fn in_order(mut rows: Vec<WorklistRow>) -> Vec<WorklistRow> {
    rows.sort_by(|one, other| {
        let rank =
            |row: &WorklistRow| (row.due.is_none(), row.due.clone(), row.since.is_none(), row.since.clone());
        rank(one)
            .cmp(&rank(other))
            .then_with(|| (&one.case_id, &one.what).cmp(&(&other.case_id, &other.what)))
    });
    rows
}

/// The cases of these statuses; all where none is named.
pub(crate) fn rows_of(desk: &Desk, statuses: &[CaseStatus]) -> Outcome<Vec<CaseRow>> {
    let statuses: Vec<String> = statuses.iter().map(crate::convert::code_of).collect();
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let query = CaseQuery { statuses: statuses.clone(), after: after.take(), limit: PAGE_LIMIT };
        let page = desk.session()?.store.cases(&query)?;
        all.extend(page.rows);
        after = page.next;
        if after.is_none() {
            return Ok(all);
        }
    }
}

/// A case as its reader may see it.
fn seen(desk: &Desk, id: &CaseId) -> Outcome<Option<Case>> {
    let sight = desk.sight()?;
    let whole = desk.session()?.store.load_case(id)?;
    Ok(whole.map(|case| sight.of_case(&case).into_owned()))
}

fn id_of(row: &CaseRow) -> Outcome<CaseId> {
    CaseId::parse(&row.case_id).map_err(internal)
}
