//! A meeting over several cases.

use crate::command::{Act, Command};
use crate::convert::{date, optional_text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::meeting::{agenda, mode, shown};
use crate::view::AgendaForm;
use crate::view::MeetingView;
use crate::view::args;
use entaku_domain::meeting::{MeetingEvent, Plan};
use entaku_domain::meeting_record::MeetingMode;
use entaku_words::errors::plan_meeting;

args! {
    /// A meeting over several cases.
    PlanMeeting, whole {
        /// Day.*
        held_on: String,
        /// `realTime` or `circulation`.*
        mode: MeetingMode,
        /// Name, for instance 第12回.
        title: Option<String>,
        /// Room or connection.
        venue: Option<String>,
        /// Cases in order.*
        agenda: Vec<AgendaForm>,
    }
}

impl Command for PlanMeeting {
    const NAME: &'static str = "plan_meeting";
    const RIGHT: Right = Right::Prepare;
    type Answer = MeetingView;
}

impl Act for PlanMeeting {
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let held_on = date("heldOn", Some(&self.held_on))?
            .ok_or_else(|| Problem::at("heldOn", plan_meeting::DAY_MISSING))?;
        let plan = Plan {
            held_on,
            mode: mode(self.mode)?,
            title: optional_text("title", self.title.as_deref())?,
            venue: optional_text("venue", self.venue.as_deref())?,
        };
        let meeting = desk.unplanned_meeting()?;
        let agenda = agenda(desk, &meeting, &self.agenda)?;
        let meeting = desk.change_meeting(meeting, vec![MeetingEvent::Planned { plan, agenda }])?;
        shown(desk, &meeting)
    }
}
