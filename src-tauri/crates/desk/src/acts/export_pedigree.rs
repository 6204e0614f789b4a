//! A case's family history for another program, or drawn.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, pedigree};
use crate::view::args;
use crate::view::{PedigreeFormat, PedigreeView};

args! {
    /// A case's family history for another program, or drawn; told is what the format cannot carry.
    ExportPedigree, whole {
        /// Case.*
        case_id: String,
        /// `ped`, `canrisk`, `ga4gh`, `json`, or `svg` for the drawing.*
        format: PedigreeFormat,
        /// Place of the file.*
        out: String,
    }
}

impl Command for ExportPedigree {
    const NAME: &'static str = "export_pedigree";
    const RIGHT: Right = Right::Germline;
    const ALSO: &'static [Right] = &[Right::TakeOut];
    const LEAVES: &'static [&'static str] = &["access.caseOpened", "access.familyHistoryExported"];
    type Answer = PedigreeView;
}

impl Act for ExportPedigree {
    fn act(self, desk: &mut Desk) -> Outcome<PedigreeView> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        pedigree::export(desk, &id, self.format, &self.out)
    }
}
