//! A family history of another program becomes the case's.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, pedigree};
use crate::view::PedigreeView;
use crate::view::args;
use entaku_domain::case::event::family::FamilyHistoryRecorded;

args! {
    /// A family history becomes the case's: PED, CanRisk, GA4GH pedigree or the program's own JSON, told apart by content. It takes
    /// the place of the one before, which stays in the journal.
    ImportPedigree of case {
        /// The file.*
        path: String,
    }
}

impl Command for ImportPedigree {
    const NAME: &'static str = "import_pedigree";
    const RIGHT: Right = Right::Prepare;
    const ALSO: &'static [Right] = &[Right::Germline];
    type Answer = PedigreeView;
}

impl Act for ImportPedigree {
    fn act(self, desk: &mut Desk) -> Outcome<PedigreeView> {
        let id = case_id(desk, &self.case_id)?;
        let history = pedigree::read_file(&self.path)?;
        desk.transact(&id, self.expected_version, FamilyHistoryRecorded { history })?;
        Ok(pedigree::view(&pedigree::kept(desk, &id)?))
    }
}
