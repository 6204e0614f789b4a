//! Who is likely to be at the meeting of a case.

use crate::command::{Act, Command};
use crate::convert::attendee;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::view::UsualAttendanceView;
use crate::view::args;
use entaku_domain::ids::CaseId;
use entaku_domain::meeting::Meeting;
use entaku_domain::meeting_record::Attendance;
use entaku_domain::member::Role;
use entaku_domain::office::Office;

/// So many recorded meetings are looked through for one with people: a panel that was omitted has none.
const LOOKED_THROUGH: u32 = 20;

args! {
    /// Who is likely to be at the meeting of a case: who is at the meeting that has it on its agenda, else who was at the one
    /// that was recorded last. Nothing is recorded by it.
    UsualAttendance {
        /// Case.*
        case_id: String,
    }
}

impl Command for UsualAttendance {
    const NAME: &'static str = "usual_attendance";
    const RIGHT: Right = Right::Read;
    type Answer = UsualAttendanceView;
}

impl Act for UsualAttendance {
    fn act(self, desk: &mut Desk) -> Outcome<UsualAttendanceView> {
        let id = case_id(desk, &self.case_id)?;
        if let Some(found) = on_agenda(desk, &id)? {
            return Ok(found);
        }
        let session = desk.session()?;
        for (case, record) in session.store.latest_recorded_meetings(LOOKED_THROUGH)? {
            // The doctor of another patient came for that patient.
            let came = record.attendance.iter();
            let came = came.filter(|one| case == id || one.role != Some(Role::AttendingPhysician));
            let there = still_here(&session.office, came);
            if there.is_empty() {
                continue;
            }
            let meeting = match &record.meeting {
                Some(meeting) => session.store.load_meeting(meeting)?,
                None => None,
            };
            return Ok(UsualAttendanceView {
                on_agenda: false,
                held_on: Some(record.held_on.to_string()),
                title: meeting.as_ref().and_then(title),
                attendance: there.into_iter().map(attendee).collect(),
            });
        }
        Ok(UsualAttendanceView::default())
    }
}

/// The latest meeting that has the case on its agenda, where anybody is there.
fn on_agenda(desk: &Desk, id: &CaseId) -> Outcome<Option<UsualAttendanceView>> {
    let session = desk.session()?;
    let mut planned: Vec<_> = session.store.meetings()?;
    planned.retain(|meeting| meeting.item(id).is_some());
    planned.sort_by_key(|meeting| std::cmp::Reverse(meeting.plan.as_ref().map(|plan| plan.held_on)));
    for meeting in planned {
        let Some(meeting) = session.store.load_meeting(&meeting.id)? else { continue };
        let came = match meeting.closed {
            None => meeting.present_as_for(id),
            Some(_) => meeting.presences.iter().map(|stay| stay.taking_part_in(id)).collect(),
        };
        let there = still_here(&session.office, came.iter());
        let Some(plan) = meeting.plan.as_ref().filter(|_| !there.is_empty()) else { continue };
        return Ok(Some(UsualAttendanceView {
            on_agenda: true,
            held_on: Some(plan.held_on.to_string()),
            title: title(&meeting),
            attendance: there.into_iter().map(attendee).collect(),
        }));
    }
    Ok(None)
}

/// Each person once, without members who have left the panel since.
fn still_here<'a>(office: &Office, people: impl Iterator<Item = &'a Attendance>) -> Vec<&'a Attendance> {
    let mut there: Vec<&Attendance> = Vec::new();
    for person in people {
        let left = person.member.as_ref().is_some_and(|member| office.member(member).is_none());
        if !left && !there.iter().any(|known| known.same_person(person)) {
            there.push(person);
        }
    }
    there
}

fn title(meeting: &Meeting) -> Option<String> {
    meeting.plan.as_ref().and_then(|plan| plan.title.as_ref()).map(ToString::to_string)
}
