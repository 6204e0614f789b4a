//! Another case comes on the table.

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
    /// Another case comes on the table.
    TurnToCase {
        /// Meeting.*
        meeting_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Case; a break when left out.
        case_id: Option<String>,
    }
}

impl Command for TurnToCase {
    const NAME: &'static str = "turn_to_case";
    const RIGHT: Right = Right::Prepare;
    type Answer = MeetingView;
}

impl Act for TurnToCase {
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let meeting = desk.meeting_seen(&self.meeting_id, self.expected_version)?;
        let case = self.case_id.as_deref().filter(|case| !case.is_empty());
        let case = case.map(|case| case_id(desk, case)).transpose()?;
        let meeting = desk.change_meeting(meeting, vec![MeetingEvent::CaseTurned { case }])?;
        shown(desk, &meeting)
    }
}
