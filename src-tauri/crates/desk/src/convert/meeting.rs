//! Meetings over several cases for the screen.

use super::{Reader, agreement, attendee, count};
use crate::view::{AgendaCaseView, MeetingRowView, PresenceView};
use entaku_domain::case::Case;
use entaku_domain::meeting::{Meeting, Presence};
use entaku_domain::text::Text;

/// A meeting in the list; none for one that was never planned.
pub(crate) fn meeting_row(meeting: &Meeting) -> Option<MeetingRowView> {
    let plan = meeting.plan.as_ref()?;
    Some(MeetingRowView {
        meeting_id: meeting.id.to_string(),
        held_on: plan.held_on.to_string(),
        mode: plan.mode,
        title: plan.title.as_ref().map(ToString::to_string),
        venue: plan.venue.as_ref().map(ToString::to_string),
        state: meeting.state(),
        cases: count(meeting.agenda.len()),
        budget_minutes: meeting.agenda.iter().map(|item| item.budget_minutes).sum(),
    })
}

/// What an agenda tells of a case.
pub(crate) fn agenda_case(case: &Case, reader: &Reader<'_>) -> AgendaCaseView {
    let words = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
    let opinions = agreement(case, reader);
    let (patient, clinical) = (&case.details.patient, &case.details.clinical);
    AgendaCaseView {
        case_no: words(&case.number).unwrap_or_default(),
        version: case.version,
        status: case.status(),
        open: case.is_open(),
        sex: patient.sex,
        age: case.received_on.and_then(|day| patient.age_on(day)),
        tumour_type: words(&clinical.tumour_type),
        oncotree: words(&clinical.oncotree),
        findings: count(case.findings.iter().filter(|finding| Case::needs_verdict(finding)).count()),
        left: count(case.undecided().len()),
        standing: opinions.standing,
        circulation: opinions.circulation,
    }
}

/// Somebody's stay, with times of the day at the place of the meeting.
pub(crate) fn presence_view(stay: &Presence) -> PresenceView {
    let time = |at: chrono::DateTime<chrono::FixedOffset>| at.format("%H:%M").to_string();
    PresenceView {
        presence: stay.from.version,
        person: attendee(&stay.person),
        attending_for: stay.attending_for.iter().map(ToString::to_string).collect(),
        arrived: time(stay.from.at),
        left: stay.until.map(|until| time(until.at)),
    }
}
