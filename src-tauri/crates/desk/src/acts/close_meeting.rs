//! The meeting ends.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::sitting::shown;
use crate::view::SittingView;
use crate::view::args;
use entaku_domain::sitting::MeetingEvent;

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
    type Answer = SittingView;
}

impl Act for CloseMeeting {
    fn act(self, desk: &mut Desk) -> Outcome<SittingView> {
        let sitting = desk.sitting_seen(&self.meeting_id, self.expected_version)?;
        let sitting = desk.change_sitting(sitting, vec![MeetingEvent::Closed])?;
        shown(desk, &sitting)
    }
}
