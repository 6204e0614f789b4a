//! Note that a document that is shown goes to a printer.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::report::refuse_beyond_companion;
use crate::view::args;
use entaku_domain::event::AccessEvent;
use entaku_domain::ids::Sha256Hex;
use entaku_words::errors::note_printed;

args! {
    /// Note that a document that is shown goes to a printer.
    NotePrinted {
        /// Case.*
        case_id: String,
        /// SHA-256 of the document.*
        sha256: String,
    }
}

impl Command for NotePrinted {
    const NAME: &'static str = "note_printed";
    const RIGHT: Right = Right::TakeOut;
    const LEAVES: &'static [&'static str] = &["access.documentPrinted"];
    type Answer = ();
}

impl Act for NotePrinted {
    /// Paper leaves the room as a file does, so it is noted alike.
    fn act(self, desk: &mut Desk) -> Outcome<()> {
        let case = case_id(desk, &self.case_id)?;
        if desk.session()?.store.case_row(case.as_str())?.is_none() {
            return Err(crate::desk::no_case(&self.case_id));
        }
        let sha256 =
            Sha256Hex::parse(&self.sha256).map_err(|_| Problem::at("sha256", note_printed::NO_HASH))?;
        let folded = desk.case(&case)?.clone();
        let printed =
            folded.reports.iter().find(|report| report.documents.iter().any(|made| made.sha256 == sha256));
        if let Some(report) = printed {
            refuse_beyond_companion(&folded, report.content.revision)?;
        }
        desk.note_access(AccessEvent::DocumentPrinted { case, sha256 })
    }
}
