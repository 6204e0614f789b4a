//! What the rules make depend on a case of the agenda, the whole of it.

use crate::command::{Act, Command};
use crate::convert::optional_text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::meeting::{shown, unchanged};
use crate::topics::meeting_record::grounds;
use crate::view::MeetingView;
use crate::view::args;
use entaku_domain::meeting::{MeetingEvent, MeetingRefusal};
use entaku_domain::meeting_record::AttendingPart;
use entaku_domain::meeting_record::Stated;

args! {
    /// What the rules make depend on a case of the agenda, the whole of it.
    StateCircumstances, whole {
        /// Meeting.*
        meeting_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Case.*
        case_id: String,
        /// The attending physician's part, code.*
        attending: AttendingPart,
        /// Whether the hospital sequenced itself.
        own_sequencing: Option<bool>,
        /// Whether the case is paediatric; by the patient's age when left out.
        paediatric: Option<bool>,
        /// Ids of the grounds on which the way of meeting was chosen.
        grounds: Option<Vec<String>>,
        /// Whether all opinions agree; by the recorded opinions when left out.
        opinions_agree: Option<bool>,
        /// Reason for the way of meeting.
        reason: Option<String>,
    }
}

impl Command for StateCircumstances {
    const NAME: &'static str = "state_circumstances";
    const RIGHT: Right = Right::Prepare;
    type Answer = MeetingView;
}

impl Act for StateCircumstances {
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let meeting = desk.meeting_seen(&self.meeting_id, self.expected_version)?;
        let id = case_id(desk, &self.case_id)?;
        let mut agenda = meeting.agenda.clone();
        let item = agenda.iter_mut().find(|item| item.case == id).ok_or(MeetingRefusal::NotOnAgenda(id))?;
        item.attending = self.attending;
        item.stated = Stated {
            own_sequencing: self.own_sequencing.unwrap_or_default(),
            paediatric: self.paediatric,
            grounds: grounds(self.grounds.as_deref().unwrap_or_default())?,
            opinions_agree: self.opinions_agree,
            reason: optional_text("reason", self.reason.as_deref())?,
            ..Stated::default()
        };
        if agenda == meeting.agenda {
            return Err(unchanged());
        }
        let meeting = desk.change_meeting(meeting, vec![MeetingEvent::AgendaChanged { agenda }])?;
        shown(desk, &meeting)
    }
}
