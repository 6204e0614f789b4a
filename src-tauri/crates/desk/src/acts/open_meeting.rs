//! A meeting.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::sitting::shown;
use crate::view::SittingView;
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
    type Answer = SittingView;
}

impl Act for OpenMeeting {
    fn act(self, desk: &mut Desk) -> Outcome<SittingView> {
        let sitting = desk.sitting(&self.meeting_id)?;
        shown(desk, &sitting)
    }
}
