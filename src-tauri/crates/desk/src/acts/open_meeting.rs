//! A meeting.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::meeting::shown;
use crate::view::MeetingView;
use crate::view::args;
use entaku_domain::event::AccessEvent;

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
    const LEAVES: &'static [&'static str] = &["access.meetingOpened"];
    type Answer = MeetingView;
}

impl Act for OpenMeeting {
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let meeting = desk.meeting(&self.meeting_id)?;
        desk.note_once(AccessEvent::MeetingOpened { meeting: meeting.id.clone() })?;
        shown(desk, &meeting)
    }
}
