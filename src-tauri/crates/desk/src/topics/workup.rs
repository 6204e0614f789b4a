//! The work-up of what may be inherited: what the lists answer now, and how it is shown.

use crate::convert::{date, label, moment, optional_text, texts};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::topics::evidence::germline_of;
use crate::view::{GermlineWorkupsView, GuidanceView, RecordedWishView, WorkupStepView, WorkupView};
use chrono::NaiveDate;
use entaku_domain::case::Case;
use entaku_domain::event::AccessEvent;
use entaku_domain::germline::GermlineClaims;
use entaku_domain::germline::workup::{ListAnswer, RecordedStep, Workup, WorkupStep};
use entaku_domain::ids::{CaseId, FindingId};
use entaku_domain::text::Text;
use entaku_words::errors::record_milestone;

/// Particulars that every record of this kind has.
pub(crate) struct Particulars {
    /// The day on which it was done; today where nothing is said.
    pub(crate) on: NaiveDate,
    /// Who did it.
    pub(crate) done_by: Option<Text>,
    /// Remark.
    pub(crate) note: Option<Text>,
}

/// Reads them; what is yet to come has not been done.
pub(crate) fn particulars(
    desk: &Desk,
    on: Option<&str>,
    done_by: Option<&str>,
    note: Option<&str>,
) -> Outcome<Particulars> {
    let today = crate::clock::day(desk.environment.clock.now());
    let on = date("on", on)?.unwrap_or(today);
    if on > today {
        return Err(Problem::at("on", record_milestone::FUTURE_DAY));
    }
    Ok(Particulars { on, done_by: optional_text("doneBy", done_by)?, note: optional_text("note", note)? })
}

/// Documents by the names that people give them.
pub(crate) fn documents(given: Option<Vec<String>>) -> Outcome<Vec<Text>> {
    texts("documents", given)
}

/// What the first list answers for each finding, or for one.
pub(crate) fn answers(
    desk: &mut Desk,
    case: &Case,
    asked: Option<FindingId>,
) -> Outcome<Vec<(FindingId, ListAnswer)>> {
    let views = germline_of(desk, case, asked, &GermlineClaims::default(), None)?;
    let shown = case.findings.iter().filter(|finding| asked.is_none_or(|id| finding.id == id));
    let answer = |view: crate::view::GermlineCandidateView| ListAnswer {
        list: view.answer.list_version,
        candidate: view.answer.candidate,
    };
    Ok(shown.map(|finding| finding.id).zip(views.into_iter().map(answer)).collect())
}

/// Every finding of a case that is worked up.
pub(crate) fn workups(desk: &mut Desk, case: &Case) -> Outcome<Vec<(FindingId, Workup)>> {
    let today = crate::clock::day(desk.environment.clock.now());
    let answers = answers(desk, case, None)?;
    let of = |(id, answer): (FindingId, ListAnswer)| Some((id, case.workup(id, Some(&answer), today)?));
    Ok(answers.into_iter().filter_map(of).collect())
}

/// All of a case, as it is shown; who looks is noted.
pub(crate) fn view(desk: &mut Desk, id: &CaseId) -> Outcome<GermlineWorkupsView> {
    let case = desk.case(id)?.clone();
    let workups = workups(desk, &case)?;
    for (finding, _) in &workups {
        desk.note_once(AccessEvent::GermlineShown { case: id.clone(), finding: *finding })?;
    }
    let findings = workups.into_iter().map(|(finding, workup)| one(&case, finding, workup)).collect();
    let fees = desk.knowledge.guidance_fees();
    let guidance = fees.occasions.iter().map(|fee| {
        let given = case.guidance.get(&fee.guidance);
        GuidanceView {
            guidance: fee.guidance,
            points: fee.points,
            on: given.map(|given| given.on.to_string()),
            document: given.map(|given| given.document.to_string()),
            done_by: given.and_then(|given| given.done_by.as_ref()).map(Text::to_string),
            note: given.and_then(|given| given.note.as_ref()).map(Text::to_string),
            by: given.map(|given| given.by.by.name.to_string()),
        }
    });
    let wishes = case.wishes.iter().map(|recorded| RecordedWishView {
        wish: recorded.disclosure.wish,
        asked_on: recorded.disclosure.asked_on.map(|day| day.to_string()),
        asked_by: recorded.disclosure.asked_by.as_ref().map(Text::to_string),
        by: recorded.by.by.name.to_string(),
        at: moment(recorded.by.at),
    });
    Ok(GermlineWorkupsView {
        case_id: id.to_string(),
        version: case.version,
        wish: case.details.disclosure.wish,
        wishes: wishes.collect(),
        findings,
        guidance: guidance.collect(),
        guidance_source: label(&fees.source),
        guidance_certainty: fees.certainty,
    })
}

fn one(case: &Case, finding: FindingId, workup: Workup) -> WorkupView {
    WorkupView {
        finding_id: finding.to_string(),
        finding: label(&case.named(finding)),
        judgement: case.germline.get(&finding).map(|flag| flag.judgement),
        state: workup.state,
        since: workup.since.map(moment),
        waits: workup.state.due(workup.ask_again_on).map(|due| due.waits),
        ask_again_on: workup.ask_again_on.map(|day| day.to_string()),
        reopened: workup.reopened,
        result: workup.result,
        next: workup.next,
        steps: case.workups.get(&finding).into_iter().flatten().map(step).collect(),
    }
}

fn step(recorded: &RecordedStep) -> WorkupStepView {
    let (result, ask_again_on) = match &recorded.step {
        WorkupStep::TestResult { result } => (Some(*result), None),
        WorkupStep::Deferred { ask_again_on } => (None, Some(ask_again_on.to_string())),
        _ => (None, None),
    };
    WorkupStepView {
        step: recorded.step.kind(),
        on: recorded.on.to_string(),
        result,
        ask_again_on,
        done_by: recorded.done_by.as_ref().map(Text::to_string),
        note: recorded.note.as_ref().map(Text::to_string),
        documents: recorded.documents.iter().map(Text::to_string).collect(),
        by: recorded.by.by.name.to_string(),
        role: recorded.by.by.role,
        at: moment(recorded.by.at),
    }
}
