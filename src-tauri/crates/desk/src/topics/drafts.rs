//! What members have typed and not recorded: where it belongs, and what it is called. A draft is nobody's act: it enters no
//! journal, and is given to whoever typed it alone.

use super::case_id;
use crate::convert::label;
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::view::{DraftForm, DraftOf, DraftPlaceForm, DraftView, Moment};
use chrono::DateTime;
use entaku_domain::event::Stream;
use entaku_domain::ids::MeetingId;
use entaku_domain::words::laboratory;
use entaku_store::{Draft, DraftPlace};
use entaku_words::errors::thing;
use serde_json::Value;

/// Most characters of what a form is about.
const ITEM: usize = 80;

/// The place of a draft. What it would be recorded in must exist.
pub(crate) fn place(desk: &mut Desk, form: &DraftPlaceForm) -> Outcome<DraftPlace> {
    let stream = match form.of {
        DraftOf::Case => {
            let id = case_id(desk, &form.id)?;
            desk.case(&id)?;
            Stream::Case(id)
        }
        DraftOf::Meeting => Stream::Meeting(desk.meeting(&form.id)?.id),
    };
    if form.item.chars().count() > ITEM {
        return Err(Problem::missing(thing::FINDING, &form.item));
    }
    Ok(DraftPlace { stream: stream.to_string(), form: code(form.form)?, item: form.item.clone() })
}

fn code(form: DraftForm) -> Outcome<String> {
    let code = serde_json::to_value(form).map_err(internal)?;
    code.as_str().map(ToOwned::to_owned).ok_or_else(|| internal("a form without a code"))
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
            let case = desk.case(&id)?;
            let number = case.number.as_ref().map_or_else(|| id.to_string(), ToString::to_string);
            let finding = case.findings.iter().find(|finding| finding.id.to_string() == item);
            let about = finding.map(|finding| label(&laboratory::named(&finding.read.alteration)));
            (DraftOf::Case, id.to_string(), number, about)
        }
        Some(Stream::Meeting(id)) => (DraftOf::Meeting, id.to_string(), meeting_name(desk, &id)?, None),
        _ => return Ok(None),
    };
    let place = DraftPlaceForm { of, id, form, item };
    Ok(Some(DraftView { place, name, about, at, typed: draft.typed }))
}

fn meeting_name(desk: &mut Desk, id: &MeetingId) -> Outcome<String> {
    let meeting = desk.meeting(id.as_str())?;
    let plan = meeting.plan.ok_or_else(|| internal("a meeting without a plan"))?;
    let title = plan.title.map(|title| format!(" {title}")).unwrap_or_default();
    Ok(format!("{}{title}", plan.held_on))
}
