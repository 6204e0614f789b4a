//! What is due for the genetic counsellor and the clinical geneticist, over all cases, and the figures of it. Every case is
//! looked at: what is worked up turns on what the lists answer now, which no projection holds.

use crate::convert::label;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::topics::workup::workups;
use crate::view::{CounsellorFiguresView, WorklistRow};
use chrono::NaiveDate;
use entaku_domain::case::Case;
use entaku_domain::event::AccessEvent;
use entaku_domain::germline::workup::{ConfirmingResult, Guidance, Workup, WorkupState, WorkupStepKind};
use entaku_domain::ids::{CaseId, FindingId};
use entaku_domain::patient::DisclosureWish;
use entaku_domain::words::Worded;
use entaku_store::{CaseQuery, PAGE_LIMIT};
use entaku_words::answers::worklist;

/// What is due now first, then what waits for a day; within that what waits longest.
pub(crate) fn list(desk: &mut Desk) -> Outcome<Vec<WorklistRow>> {
    let today = crate::clock::day(desk.environment.clock.now());
    let mut rows = Vec::new();
    for (case, workups) in cases(desk)? {
        for (finding, workup) in &workups {
            if let Some(row) = row(&case, *finding, workup) {
                desk.note_once(AccessEvent::GermlineShown { case: case.id.clone(), finding: *finding })?;
                rows.push(row);
            }
        }
        rows.extend(guidance(&case, &workups));
    }
    let later = |row: &WorklistRow| {
        let day = row.due.as_deref().and_then(|day| day.parse::<NaiveDate>().ok());
        day.filter(|day| *day > today)
    };
    rows.sort_by(|one, other| {
        let key = |row: &WorklistRow| (later(row), row.since.clone(), row.case_no.clone());
        key(one).cmp(&key(other))
    });
    Ok(rows)
}

/// The figures.
pub(crate) fn figures(desk: &mut Desk) -> Outcome<CounsellorFiguresView> {
    let mut sum = CounsellorFiguresView::default();
    for (case, workups) in cases(desk)? {
        let wants = case.details.disclosure.wish == DisclosureWish::Wants;
        sum.cases += u32::from(!workups.is_empty());
        for (finding, workup) in &workups {
            let judged = case.germline.get(finding);
            let pursued = judged.is_some_and(|flag| flag.judgement.is_pursued());
            sum.candidates += 1;
            sum.pursued += u32::from(pursued);
            sum.wish += u32::from(pursued && wants);
            sum.tested += u32::from(pursued && workup.result.is_some());
            sum.confirmed += u32::from(pursued && workup.result == Some(ConfirmingResult::Confirmed));
            sum.deferred += u32::from(workup.state == WorkupState::Deferred);
            sum.declined += u32::from(workup.state == WorkupState::Declined);
            let steps = case.workups.get(finding).into_iter().flatten();
            let tested = steps.filter(|one| one.step.kind() == WorkupStepKind::RelativeTested).count();
            sum.relatives_tested += u32::try_from(tested).unwrap_or(u32::MAX);
        }
    }
    Ok(sum)
}

/// A case with the work-ups of its findings.
type WorkedUp = (Case, Vec<(FindingId, Workup)>);

/// Every case that has something to work up.
fn cases(desk: &mut Desk) -> Outcome<Vec<WorkedUp>> {
    let mut ids: Vec<CaseId> = Vec::new();
    let mut after = None;
    loop {
        let query = CaseQuery { statuses: Vec::new(), after, limit: PAGE_LIMIT };
        let page = desk.session()?.store.cases(&query)?;
        ids.extend(page.rows.iter().filter_map(|row| CaseId::parse(&row.case_id).ok()));
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    let mut all = Vec::new();
    for id in ids {
        let Some(case) = desk.session()?.store.load_case(&id)? else { continue };
        let workups = workups(desk, &case)?;
        if !workups.is_empty() {
            all.push((case, workups));
        }
    }
    Ok(all)
}

fn row(case: &Case, finding: FindingId, workup: &Workup) -> Option<WorklistRow> {
    let due = workup.state.due(workup.ask_again_on)?;
    Some(WorklistRow {
        case_id: case.id.to_string(),
        case_no: case.number.as_ref().map(ToString::to_string),
        case_status: case.status(),
        referral_id: None,
        referral_status: None,
        trial: None,
        trials: Vec::new(),
        finding_id: Some(finding.to_string()),
        finding: Some(label(&case.named(finding))),
        what: crate::convert::code_of(&workup.state),
        message: label(&workup.state.label().to_label()),
        due: due.on.map(|day| day.to_string()),
        since: workup.since.map(|at| crate::clock::day(at).to_string()),
        waits_for: Some(label(&due.waits.label().to_label())),
        because: workup.reopened.iter().map(|why| label(&why.label().to_label())).collect(),
    })
}

/// The first guidance on the result, where it is not recorded although the patient was told the result or counselled.
fn guidance(case: &Case, workups: &[(FindingId, Workup)]) -> Option<WorklistRow> {
    let counselled = workups.iter().filter_map(|(finding, _)| case.workups.get(finding));
    let first = counselled
        .flatten()
        .filter(|one| matches!(one.step.kind(), WorkupStepKind::Counselled | WorkupStepKind::Disclosed))
        .map(|one| one.on)
        .min()?;
    let missing = (!case.guidance.contains_key(&Guidance::First)).then_some(Guidance::First)?;
    let words = missing.label();
    Some(WorklistRow {
        case_id: case.id.to_string(),
        case_no: case.number.as_ref().map(ToString::to_string),
        case_status: case.status(),
        referral_id: None,
        referral_status: None,
        trial: None,
        trials: Vec::new(),
        finding_id: None,
        finding: None,
        what: "guidanceUnrecorded".to_owned(),
        message: label(&worklist::guidance_unrecorded(words).to_label()),
        due: None,
        since: Some(first.to_string()),
        waits_for: Some(label(&entaku_domain::germline::workup::Waits::Counsellor.label().to_label())),
        because: Vec::new(),
    })
}
