//! What members have typed and not recorded: where it belongs, and what it is called. A draft is nobody's act: it enters no
//! journal, and is given to whoever typed it alone.

use super::case_id;
use crate::convert::{code_of, label};
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem, internal};
use crate::view::{DraftForm, DraftOf, DraftPlaceForm, DraftView, LabelView, Moment};
use chrono::DateTime;
use entaku_domain::event::Stream;
use entaku_domain::ids::{CaseId, MeetingId};
use entaku_domain::words::laboratory;
use entaku_store::{Draft, DraftPlace};
use entaku_words::errors::thing;
use serde_json::Value;

/// Most characters of what a form is about.
const ITEM: usize = 80;

/// The place of a draft, whether what it would be recorded in is there or no more.
pub(crate) fn place(desk: &Desk, form: &DraftPlaceForm) -> Outcome<DraftPlace> {
    let stream = match form.of {
        DraftOf::Case => Stream::Case(case_id(desk, &form.id)?),
        DraftOf::Meeting => Stream::Meeting(
            MeetingId::parse(&form.id).map_err(|_| Problem::missing(thing::MEETING, &form.id))?,
        ),
    };
    if form.item.chars().count() > ITEM {
        return Err(Problem::missing(thing::FINDING, &form.item));
    }
    Ok(DraftPlace { stream: stream.to_string(), form: code_of(&form.form), item: form.item.clone() })
}

/// As [`place`], where something can be recorded: the case or the meeting must be there.
pub(crate) fn place_there(desk: &mut Desk, form: &DraftPlaceForm) -> Outcome<DraftPlace> {
    let place = place(desk, form)?;
    match form.of {
        DraftOf::Case => {
            let id = case_id(desk, &form.id)?;
            desk.case(&id).map(drop)?;
        }
        DraftOf::Meeting => desk.meeting(&form.id).map(drop)?,
    }
    Ok(place)
}

/// A draft as its member sees it; none of a kind that this program does not know.
pub(crate) fn view(desk: &mut Desk, draft: Draft) -> Outcome<Option<DraftView>> {
    let Ok(form) = serde_json::from_value::<DraftForm>(Value::String(draft.place.form)) else {
        return Ok(None);
    };
    let at = Moment::of(DateTime::parse_from_rfc3339(&draft.at).map_err(internal)?);
    let item = draft.place.item;
    let (of, id, name, about) = match Stream::named(&draft.place.stream) {
        Some(Stream::Case(id)) => {
            let named = there(case_named(desk, &id, &item))?;
            let (number, about) = named.unwrap_or_else(|| (id.to_string(), None));
            (DraftOf::Case, id.to_string(), number, about)
        }
        Some(Stream::Meeting(id)) => {
            let name = there(meeting_name(desk, &id))?.unwrap_or_else(|| id.to_string());
            (DraftOf::Meeting, id.to_string(), name, None)
        }
        _ => return Ok(None),
    };
    let place = DraftPlaceForm { of, id, form, item };
    Ok(Some(DraftView { place, name, about, at, typed: draft.typed }))
}

/// None where it is gone: an older copy of the store was put back beside newer drafts.
fn there<T>(found: Outcome<T>) -> Outcome<Option<T>> {
    match found {
        Err(problem) if problem.code == Code::NotFound => Ok(None),
        found => found.map(Some),
    }
}

/// The number of a case, and gene and change of the finding.
fn case_named(desk: &mut Desk, id: &CaseId, item: &str) -> Outcome<(String, Option<LabelView>)> {
    let case = desk.seen_case(id)?;
    let number = case.number.as_ref().map_or_else(|| id.to_string(), ToString::to_string);
    let finding = case.findings.iter().find(|finding| finding.id.to_string() == item);
    Ok((number, finding.map(|finding| label(&laboratory::named(&finding.read.alteration)))))
}

fn meeting_name(desk: &mut Desk, id: &MeetingId) -> Outcome<String> {
    let meeting = desk.meeting(id.as_str())?;
    let plan = meeting.plan.ok_or_else(|| internal("a meeting without a plan"))?;
    let title = plan.title.map(|title| format!(" {title}")).unwrap_or_default();
    Ok(format!("{}{title}", plan.held_on))
}
