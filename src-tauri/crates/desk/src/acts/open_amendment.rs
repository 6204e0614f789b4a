//! Open an amendment.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::report::AmendmentOpened;

args! {
    /// Open an amendment.
    OpenAmendment of case {
        /// Why.*
        reason: String,
    }
}

impl Command for OpenAmendment {
    const NAME: &'static str = "open_amendment";
    const RIGHT: Right = Right::Finalise;
    type Answer = CaseView;
}

impl Act for OpenAmendment {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        desk.transact(&id, self.expected_version, AmendmentOpened { reason: text("reason", &self.reason)? })?;
        fresh(desk, &id)
    }
}
