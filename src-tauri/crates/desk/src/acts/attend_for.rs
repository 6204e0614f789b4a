//! Somebody who is there is the attending physician of these cases and of no other.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::meeting::shown;
use crate::view::MeetingView;
use crate::view::args;
use entaku_domain::meeting::MeetingEvent;

args! {
    /// Somebody who is there is the attending physician of these cases and of no other.
    AttendFor {
        /// Meeting.*
        meeting_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// The stay.*
        presence: u32,
        /// All of the cases.*
        cases: Vec<String>,
    }
}

impl Command for AttendFor {
    const NAME: &'static str = "attend_for";
    const RIGHT: Right = Right::Prepare;
    type Answer = MeetingView;
}

impl Act for AttendFor {
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let meeting = desk.meeting_seen(&self.meeting_id, self.expected_version)?;
        let cases = self.cases.iter().map(|case| case_id(desk, case)).collect::<Outcome<_>>()?;
        let what = MeetingEvent::AttendsFor { presence: self.presence, cases };
        let meeting = desk.change_meeting(meeting, vec![what])?;
        shown(desk, &meeting)
    }
}
