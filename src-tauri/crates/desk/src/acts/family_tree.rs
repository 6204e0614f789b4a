//! A case's family history person by person, with its drawing.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, relatives};
use crate::view::FamilyTreeView;
use crate::view::args;

args! {
    /// A case's family history person by person, with its drawing and what can be taken back. Empty where nobody is told yet.
    FamilyTree {
        /// Case.*
        case_id: String,
    }
}

impl Command for FamilyTree {
    const NAME: &'static str = "family_tree";
    const RIGHT: Right = Right::Germline;
    /// Relatives have names, and lead to the patient's.
    const ALSO: &'static [Right] = &[Right::Identity];
    const LEAVES: &'static [&'static str] = &["access.caseOpened"];
    type Answer = FamilyTreeView;
}

impl Act for FamilyTree {
    fn act(self, desk: &mut Desk) -> Outcome<FamilyTreeView> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        relatives::tree(desk, &id)
    }
}
