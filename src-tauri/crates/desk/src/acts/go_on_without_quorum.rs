//! The panel was not quorate, and its result is taken all the same.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::panel::WentOnWithoutQuorum;

args! {
    /// The panel was not quorate, and its result is taken all the same: whoever leads it says why, and the report prints it.
    /// Recording the meeting anew takes it back.
    GoOnWithoutQuorum of case {
        /// Why.*
        reason: String,
    }
}

impl Command for GoOnWithoutQuorum {
    const NAME: &'static str = "go_on_without_quorum";
    const RIGHT: Right = Right::Finalise;
    type Answer = CaseView;
}

impl Act for GoOnWithoutQuorum {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let reason = text("reason", &self.reason)?;
        desk.transact(&id, self.expected_version, WentOnWithoutQuorum { reason })?;
        fresh(desk, &id)
    }
}
