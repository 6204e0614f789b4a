//! What is known of a case's family history.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, pedigree};
use crate::view::PedigreeView;
use crate::view::args;

args! {
    /// What is recorded of a case's family history: how many persons, from what, by whom and when.
    Pedigree {
        /// Case.*
        case_id: String,
    }
}

impl Command for Pedigree {
    const NAME: &'static str = "pedigree";
    const RIGHT: Right = Right::Germline;
    const LEAVES: &'static [&'static str] = &["access.caseOpened"];
    type Answer = PedigreeView;
}

impl Act for Pedigree {
    fn act(self, desk: &mut Desk) -> Outcome<PedigreeView> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        Ok(pedigree::view(&pedigree::kept(desk, &id)?))
    }
}
