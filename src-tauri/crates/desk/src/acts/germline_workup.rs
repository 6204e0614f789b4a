//! Where the findings of a case that may be inherited stand.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, workup};
use crate::view::GermlineWorkupsView;
use crate::view::args;

args! {
    /// Where the findings of a case that may be inherited stand, from the panel's judgement to the relatives: what was done, what may
    /// follow, why a step is open again; the wishes that were recorded, and genetic guidance.
    GermlineWorkup {
        /// Case.*
        case_id: String,
    }
}

impl Command for GermlineWorkup {
    const NAME: &'static str = "germline_workup";
    const RIGHT: Right = Right::Germline;
    const LEAVES: &'static [&'static str] = &["access.caseOpened", "access.germlineShown"];
    type Answer = GermlineWorkupsView;
}

impl Act for GermlineWorkup {
    fn act(self, desk: &mut Desk) -> Outcome<GermlineWorkupsView> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        workup::view(desk, &id)
    }
}
