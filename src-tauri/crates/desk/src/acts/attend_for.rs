//! Somebody who is there is the attending physician of these cases and of no other.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::sitting::shown;
use crate::view::SittingView;
use crate::view::args;
use entaku_domain::sitting::MeetingEvent;

args! {
    /// Somebody who is there is the attending physician of these cases and of no other.
    AttendFor {
        /// Meeting.*
        meeting_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// The stay.*
        presence: u32,
        /// All of the cases.*
        cases: Vec<String>,
    }
}

impl Command for AttendFor {
    const NAME: &'static str = "attend_for";
    const RIGHT: Right = Right::Prepare;
    type Answer = SittingView;
}

impl Act for AttendFor {
    fn act(self, desk: &mut Desk) -> Outcome<SittingView> {
        let sitting = desk.sitting_seen(&self.meeting_id, self.expected_version)?;
        let cases = self.cases.iter().map(|case| case_id(desk, case)).collect::<Outcome<_>>()?;
        let what = MeetingEvent::AttendsFor { presence: self.presence, cases };
        let sitting = desk.change_sitting(sitting, vec![what])?;
        shown(desk, &sitting)
    }
}
