//! Another plan or agenda; what is left out stays, an empty name or place goes away.

use crate::command::{Act, Command};
use crate::convert::{date, optional_text};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::meeting::{agenda, mode, shown, unchanged};
use crate::view::AgendaForm;
use crate::view::MeetingView;
use crate::view::args;
use entaku_domain::meeting::{MeetingEvent, Plan};
use entaku_domain::meeting_record::MeetingMode;

args! {
    /// Another plan or agenda; what is left out stays, an empty name or place goes away.
    ChangeAgenda {
        /// Meeting.*
        meeting_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Day.
        held_on: Option<String>,
        /// Mode code.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        mode: Option<MeetingMode>,
        /// Name.
        title: Option<String>,
        /// Place.
        venue: Option<String>,
        /// All cases in order.
        agenda: Option<Vec<AgendaForm>>,
    }
}

impl Command for ChangeAgenda {
    const NAME: &'static str = "change_agenda";
    const RIGHT: Right = Right::Prepare;
    type Answer = MeetingView;
}

impl Act for ChangeAgenda {
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let meeting = desk.meeting_seen(&self.meeting_id, self.expected_version)?;
        let mut changes = Vec::new();
        if let Some(known) = &meeting.plan {
            let words = |field: &str, given: &Option<String>, known: &Option<_>| match given {
                None => Ok(known.clone()),
                Some(words) => optional_text(field, Some(words)),
            };
            let plan = Plan {
                held_on: date("heldOn", self.held_on.as_deref())?.unwrap_or(known.held_on),
                mode: self.mode.map_or(Ok(known.mode), mode)?,
                title: words("title", &self.title, &known.title)?,
                venue: words("venue", &self.venue, &known.venue)?,
            };
            if plan != *known {
                changes.push(MeetingEvent::PlanChanged { plan });
            }
        }
        if let Some(forms) = &self.agenda {
            let agenda = agenda(desk, &meeting, forms)?;
            if agenda != meeting.agenda {
                changes.push(MeetingEvent::AgendaChanged { agenda });
            }
        }
        if changes.is_empty() {
            return Err(unchanged());
        }
        let meeting = desk.change_meeting(meeting, changes)?;
        shown(desk, &meeting)
    }
}
