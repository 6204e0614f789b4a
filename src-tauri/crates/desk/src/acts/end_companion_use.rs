//! The rest of a profile may be used: standard therapy is over, or about to be, and the profile is brought to the panel.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::companion::CompanionUseEnded;

args! {
    /// Ends companion use: everything that was found may be used and told from now on, as far as the patient's wish allows.
    EndCompanionUse of case {
        /// Why: standard therapy is over, or about to be.*
        reason: String,
    }
}

impl Command for EndCompanionUse {
    const NAME: &'static str = "end_companion_use";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

impl Act for EndCompanionUse {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let reason = text("reason", &self.reason)?;
        desk.transact(&id, self.expected_version, CompanionUseEnded { reason })?;
        fresh(desk, &id)
    }
}
