//! What would have to be known of a patient.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, trials};
use crate::view::{TrialUnknownView, args};

args! {
    /// What would have to be known of a patient, across the open trials that nothing speaks against: each criterion that is
    /// unknown, once, with the trials that ask it; what concerns most trials first.
    TrialUnknowns {
        /// Case.*
        case_id: String,
    }
}

impl Command for TrialUnknowns {
    const NAME: &'static str = "trial_unknowns";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] = &["access.caseOpened"];
    type Answer = Vec<TrialUnknownView>;
}

impl Act for TrialUnknowns {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<TrialUnknownView>> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        let case = desk.seen_case(&id)?;
        trials::unknowns(desk, &case)
    }
}
