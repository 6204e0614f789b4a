//! Minutes of a case.

use crate::command::{Act, Command};
use crate::convert::optional_text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::meeting::shown;
use crate::view::MeetingView;
use crate::view::args;
use entaku_domain::meeting::MeetingEvent;

args! {
    /// Minutes of a case.
    WriteMinutes {
        /// Meeting.*
        meeting_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Case.*
        case_id: String,
        /// The whole text; empty takes it back.
        minutes: Option<String>,
    }
}

impl Command for WriteMinutes {
    const NAME: &'static str = "write_minutes";
    const RIGHT: Right = Right::Prepare;
    type Answer = MeetingView;
}

impl Act for WriteMinutes {
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let meeting = desk.meeting_seen(&self.meeting_id, self.expected_version)?;
        let case = case_id(desk, &self.case_id)?;
        let minutes = optional_text("minutes", self.minutes.as_deref())?;
        let meeting = desk.change_meeting(meeting, vec![MeetingEvent::MinutesWritten { case, minutes }])?;
        shown(desk, &meeting)
    }
}
