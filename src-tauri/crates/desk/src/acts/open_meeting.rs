//! A meeting.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::meeting::shown;
use crate::view::MeetingView;
use crate::view::args;

args! {
    /// A meeting.
    OpenMeeting {
        /// Meeting.*
        meeting_id: String,
    }
}

impl Command for OpenMeeting {
    const NAME: &'static str = "open_meeting";
    const RIGHT: Right = Right::Read;
    type Answer = MeetingView;
}

impl Act for OpenMeeting {
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let meeting = desk.meeting(&self.meeting_id)?;
        shown(desk, &meeting)
    }
}
