//! People leave.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::meeting::shown;
use crate::view::MeetingView;
use crate::view::args;
use entaku_domain::meeting::MeetingEvent;
use entaku_words::errors::leave;

args! {
    /// People leave.
    Leave {
        /// Meeting.*
        meeting_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Stays that end.*
        presences: Vec<u32>,
    }
}

impl Command for Leave {
    const NAME: &'static str = "leave";
    const RIGHT: Right = Right::Prepare;
    type Answer = MeetingView;
}

impl Act for Leave {
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let meeting = desk.meeting_seen(&self.meeting_id, self.expected_version)?;
        if self.presences.is_empty() {
            return Err(Problem::at("presences", leave::PERSON_MISSING));
        }
        let leaving = self.presences.iter().map(|presence| MeetingEvent::Left { presence: *presence });
        let meeting = desk.change_meeting(meeting, leaving.collect())?;
        shown(desk, &meeting)
    }
}
