//! The meeting ends.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::meeting::shown;
use crate::view::MeetingView;
use crate::view::args;
use entaku_domain::meeting::MeetingEvent;

args! {
    /// The meeting ends.
    CloseMeeting {
        /// Meeting.*
        meeting_id: String,
        /// Version as last seen.*
        expected_version: u32,
    }
}

impl Command for CloseMeeting {
    const NAME: &'static str = "close_meeting";
    const RIGHT: Right = Right::Prepare;
    type Answer = MeetingView;
}

impl Act for CloseMeeting {
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let meeting = desk.meeting_seen(&self.meeting_id, self.expected_version)?;
        let meeting = desk.change_meeting(meeting, vec![MeetingEvent::Closed])?;
        shown(desk, &meeting)
    }
}
