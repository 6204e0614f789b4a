//! The last edit of the family history is taken back.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::family::FamilyEditUndone;

args! {
    /// The last edit of the family history is taken back; one edit, and both stay in the journal.
    UndoFamilyEdit of case {}
}

impl Command for UndoFamilyEdit {
    const NAME: &'static str = "undo_family_edit";
    const RIGHT: Right = Right::Prepare;
    const ALSO: &'static [Right] = &[Right::Germline, Right::Identity];
    type Answer = CaseView;
}

impl Act for UndoFamilyEdit {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let case = case_id(desk, &self.case_id)?;
        desk.transact(&case, self.expected_version, FamilyEditUndone {})?;
        fresh(desk, &case)
    }
}
