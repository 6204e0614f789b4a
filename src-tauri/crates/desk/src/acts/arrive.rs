//! People arrive.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::meeting::shown;
use crate::topics::meeting_record::everybody;
use crate::view::AttendeeForm;
use crate::view::MeetingView;
use crate::view::args;
use entaku_domain::ids::CaseId;
use entaku_domain::meeting::MeetingEvent;
use entaku_words::errors::arrive;

args! {
    /// People arrive.
    Arrive {
        /// Meeting.*
        meeting_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Who.*
        people: Vec<AttendeeForm>,
        /// Cases of which they are the attending physician, or in that physician's place.
        attending_for: Option<Vec<String>>,
    }
}

impl Command for Arrive {
    const NAME: &'static str = "arrive";
    const RIGHT: Right = Right::Prepare;
    type Answer = MeetingView;
}

impl Act for Arrive {
    fn act(self, desk: &mut Desk) -> Outcome<MeetingView> {
        let meeting = desk.meeting_seen(&self.meeting_id, self.expected_version)?;
        let people = everybody(&desk.session()?.office, &self.people)?;
        let cases = self.attending_for.unwrap_or_default();
        let attending_for: Vec<CaseId> =
            cases.iter().map(|case| case_id(desk, case)).collect::<Outcome<_>>()?;
        if people.is_empty() {
            return Err(Problem::at("people", arrive::PERSON_MISSING));
        }
        let arrivals = people.into_iter().map(|person| MeetingEvent::Arrived {
            person: Box::new(person),
            attending_for: attending_for.clone(),
        });
        let meeting = desk.change_meeting(meeting, arrivals.collect())?;
        shown(desk, &meeting)
    }
}
