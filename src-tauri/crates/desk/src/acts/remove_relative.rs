//! Somebody is taken out of the family.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, fresh, relatives};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::family::FamilyHistoryEdited;
use entaku_domain::family::FamilyEdit;

args! {
    /// Somebody is taken out of the family; not the proband, and nobody through whom alone others are related.
    RemoveRelative of case {
        /// Who, by id.*
        id: String,
    }
}

impl Command for RemoveRelative {
    const NAME: &'static str = "remove_relative";
    const RIGHT: Right = Right::Prepare;
    const ALSO: &'static [Right] = &[Right::Germline, Right::Identity];
    type Answer = CaseView;
}

impl Act for RemoveRelative {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let case = case_id(desk, &self.case_id)?;
        let next = relatives::of_case(desk, &case)?.without(self.id.trim());
        let history = relatives::history(&next.map_err(|refused| relatives::problem(&refused))?)?;
        let edit = FamilyEdit::Removed;
        desk.transact(&case, self.expected_version, FamilyHistoryEdited { edit, history })?;
        fresh(desk, &case)
    }
}
