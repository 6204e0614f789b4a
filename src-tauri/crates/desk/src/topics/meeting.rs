//! Meetings over several cases: planning, who comes and goes, which case is on the table, minutes, and the record that each
//! case takes with it.

use super::case_id;
use entaku_domain::event::Stream;
use entaku_words::errors::{common, meeting_problem};

use crate::convert::{
    Reader, agenda_case, circumstances_view, meeting_row, presence_view, quorum_view, recorded_agreement,
};
use crate::desk::{Desk, Glance};
use crate::error::{Code, Outcome, Problem, internal};
use crate::view::{AgendaForm, AgendaItemView, KeptOfMeeting, MeetingView};
use entaku_domain::case::Case;
use entaku_domain::ids::CaseId;
use entaku_domain::meeting::{AgendaItem, Meeting};
use entaku_domain::meeting_record::{Attendance, AttendingPart, MeetingMode, MeetingRecord};
use entaku_domain::quorum::{KnownOfCase, assessed};

/// Minutes meant for a case where nobody says.
const USUAL_MINUTES: u32 = 10;

pub(crate) fn unchanged() -> Problem {
    Problem::of(Code::Invalid, common::UNCHANGED)
}

/// How a meeting may be held. What is omitted is not held.
pub(crate) fn mode(mode: MeetingMode) -> Outcome<MeetingMode> {
    match mode {
        MeetingMode::Omitted => Err(Problem::at("mode", meeting_problem::OMITTED_IS_NO_MEETING)),
        mode => Ok(mode),
    }
}

/// The agenda of a form. What was stated of a case stays with it, wherever it moves.
pub(crate) fn agenda(desk: &Desk, meeting: &Meeting, forms: &[AgendaForm]) -> Outcome<Vec<AgendaItem>> {
    let store = &desk.session()?.store;
    let item = |form: &AgendaForm| {
        let case = case_id(desk, &form.case_id)?;
        if store.case_row(case.as_str())?.is_none() {
            return Err(crate::desk::no_case(&form.case_id));
        }
        let mut stated = meeting.item(&case).map(|item| item.stated.clone()).unwrap_or_default();
        stated.own_sequencing = form.own_sequencing.unwrap_or_default();
        Ok(AgendaItem {
            case,
            budget_minutes: form.budget_minutes.unwrap_or(USUAL_MINUTES),
            attending: form.attending.unwrap_or(AttendingPart::Absent),
            stated,
        })
    };
    forms.iter().map(item).collect()
}

/// The meeting as one of its cases records it, assessed by the rules of its day.
pub(crate) fn meeting_at(
    desk: &Desk,
    meeting: &Meeting,
    seen: &Glance,
    attendance: Vec<Attendance>,
) -> Outcome<MeetingRecord> {
    let plan = meeting.plan.as_ref().ok_or_else(|| internal("a meeting without a plan"))?;
    let item = meeting.item(&seen.case);
    let record = MeetingRecord {
        held_on: plan.held_on,
        mode: plan.mode,
        reason: None,
        attending: item.map_or(AttendingPart::Absent, |item| item.attending),
        attendance,
        minutes: meeting.minutes.get(&seen.case).cloned(),
        circumstances: None,
        quorum: None,
        meeting: Some(meeting.id.clone()),
        without_quorum: None,
    };
    let stated = item.map(|item| item.stated.clone()).unwrap_or_default();
    let known = KnownOfCase { age: seen.patient.age_on(plan.held_on), opinions_agree: seen.opinions_agree };
    Ok(assessed(desk.knowledge.rule_sets(), &desk.session()?.office.rule_sets, &known, record, stated)
        .meeting)
}

/// A meeting as the member who is signed in may see it.
pub(crate) fn shown(desk: &mut Desk, meeting: &Meeting) -> Outcome<MeetingView> {
    let row = meeting_row(meeting).ok_or_else(|| internal("a meeting without a plan"))?;
    let glances = meeting.agenda.iter().map(|item| glance(desk, &item.case)).collect::<Outcome<Vec<_>>>()?;
    for kept in glances.iter().filter_map(|seen| seen.kept_out.as_deref()) {
        desk.keep_out(kept)?;
    }
    let now = desk.environment.clock.now();
    let discussed = |case: &CaseId| meeting.turns_of(case).next().is_some();
    let next = meeting.agenda.iter().map(|item| &item.case).find(|case| !discussed(case));
    let asked = meeting.on_table().or(next).filter(|_| meeting.closed.is_none());
    let seen = asked.and_then(|asked| glances.iter().find(|seen| seen.case == *asked));
    let record =
        seen.map(|seen| meeting_at(desk, meeting, seen, meeting.present_as_for(&seen.case))).transpose()?;
    let quorum = record.as_ref().and_then(|record| record.quorum.as_deref());
    Ok(MeetingView {
        meeting_id: row.meeting_id,
        version: meeting.version,
        held_on: row.held_on,
        mode: row.mode,
        title: row.title,
        venue: row.venue,
        state: row.state,
        agenda: meeting
            .agenda
            .iter()
            .zip(&glances)
            .map(|(item, seen)| item_view(meeting, item, seen, now))
            .collect(),
        presences: meeting.presences.iter().map(presence_view).collect(),
        on_table: meeting.on_table().map(ToString::to_string),
        quorum_for: asked.filter(|_| quorum.is_some()).map(ToString::to_string),
        quorum: quorum.map(quorum_view),
        circumstances: record
            .as_ref()
            .and_then(|record| record.circumstances.as_ref())
            .map(circumstances_view),
    })
}

fn item_view(
    meeting: &Meeting,
    item: &AgendaItem,
    seen: &Glance,
    now: chrono::DateTime<chrono::FixedOffset>,
) -> AgendaItemView {
    let there = meeting.attendance_for(&item.case);
    let minutes = meeting.minutes.get(&item.case);
    let kept = seen.meeting.as_ref().filter(|kept| kept.meeting.as_ref() == Some(&meeting.id));
    let held_on = meeting.plan.as_ref().map(|plan| plan.held_on);
    let recorded = match kept {
        None => KeptOfMeeting::None,
        Some(kept)
            if kept.attendance == there
                && kept.minutes.as_ref() == minutes
                && Some(kept.held_on) == held_on =>
        {
            KeptOfMeeting::Same
        }
        Some(_) => KeptOfMeeting::Differs,
    };
    AgendaItemView {
        case_id: item.case.to_string(),
        case: seen.view.clone(),
        budget_minutes: item.budget_minutes,
        attending: item.attending,
        own_sequencing: item.stated.own_sequencing,
        paediatric: item.stated.paediatric,
        grounds: item.stated.grounds.clone(),
        opinions_agree: item.stated.opinions_agree,
        reason: item.stated.reason.as_ref().map(ToString::to_string),
        used_seconds: u32::try_from(meeting.seconds_on_table(&item.case, now)).unwrap_or(u32::MAX),
        discussed: meeting.turns_of(&item.case).next().is_some(),
        minutes: minutes.map(ToString::to_string),
        partly: meeting.partly_for(&item.case).iter().map(|person| person.name.to_string()).collect(),
        there: there.iter().map(|person| person.name.to_string()).collect(),
        recorded,
        quorum_met: kept.and_then(|kept| kept.quorum.as_ref()).map(|quorum| quorum.met),
    }
}

/// What an agenda needs of a case. Kept until the case or the members change: an agenda of many large cases would
/// otherwise be folded anew for every arrival.
pub(crate) fn glance(desk: &mut Desk, id: &CaseId) -> Outcome<Glance> {
    let session = desk.session()?;
    let version = session.store.version(&Stream::Case(id.clone()))?;
    let office = session.office.version;
    if let Some(known) = session.glances.get(id)
        && u64::from(known.view.version) == version
        && known.office == office
    {
        return Ok(known.clone());
    }
    let loaded: Option<Case>;
    let case = match session.case() {
        Ok(case) if case.id == *id && u64::from(case.version) == version => case,
        _ => {
            loaded = session.store.load_case(id)?;
            loaded.as_ref().ok_or_else(|| crate::desk::no_case(id.as_str()))?
        }
    };
    let sight = desk.sight()?;
    let whole = case;
    let case = &*sight.of_case(whole);
    let reader = Reader { member: &session.member.id, office: &session.office };
    let seen = Glance {
        case: id.clone(),
        office,
        view: agenda_case(case, &reader),
        opinions_agree: recorded_agreement(case, &reader),
        patient: whole.details.patient.clone(),
        meeting: whole.meeting.clone(),
        kept_out: (!sight.is_whole()).then(|| Box::new(whole.clone())),
    };
    desk.session_mut()?.glances.insert(id.clone(), seen.clone());
    Ok(seen)
}
