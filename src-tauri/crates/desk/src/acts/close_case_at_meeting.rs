//! The case is done: its meeting is recorded with those who were there, and it leaves the table.

use crate::command::{Act, Command};
use crate::desk::{Desk, stale};
use crate::error::{Code, Outcome, Problem};
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::meeting::{glance, meeting_at, shown};
use crate::topics::meeting_record::recordable;
use crate::view::MeetingView;
use crate::view::args;
use entaku_domain::case::event::panel::MeetingRecorded;
use entaku_domain::meeting::MeetingEvent;
use entaku_words::errors::close_case_at_meeting;

args! {
    /// The case is done: its meeting is recorded with those who were there, and it leaves the table.
    CloseCaseAtMeeting {
        /// Meeting.*
        meeting_id: String,
        /// Version of the meeting as last seen.*
        meeting_version: u32,
        /// Case.*
        case_id: String,
        /// Version of the case as last seen.*
        expected_version: u32,
    }
}

impl Command for CloseCaseAtMeeting {
    const NAME: &'static str = "close_case_at_meeting";
    const RIGHT: Right = Right::Prepare;
    type Answer = MeetingView;
}

impl Act for CloseCaseAtMeeting {
    /// Two streams change, one after the other: the case leaves the table, then takes its record. Should only the first happen,
    /// the meeting still knows who was there, and the act can be repeated.
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let mut meeting = desk.meeting_seen(&self.meeting_id, self.meeting_version)?;
        let id = case_id(desk, &self.case_id)?;
        if desk.case(&id)?.version != self.expected_version {
            return Err(stale());
        }
        let not_discussed = || Problem::of(Code::Refused, close_case_at_meeting::NOT_DISCUSSED);
        if meeting.turns_of(&id).next().is_none() {
            return Err(not_discussed());
        }
        let seen = glance(desk, &id)?;
        let record = meeting_at(desk, &meeting, &seen, meeting.attendance_for(&id))?;
        let what = MeetingRecorded { meeting: Box::new(recordable(desk, record)?) }.into();
        desk.case(&id)?.check(&what)?;
        if meeting.on_table() == Some(&id) {
            meeting = desk.change_meeting(meeting, vec![MeetingEvent::CaseTurned { case: None }])?;
        }
        desk.transact(&id, self.expected_version, what)?;
        shown(desk, &meeting)
    }
}
