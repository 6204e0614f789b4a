//! A case, now or as it stood.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::shown;
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::event::AccessEvent;

args! {
    /// A case, now or as it stood.
    OpenCase {
        /// Case.*
        case_id: String,
        /// As it stood after this event of the journal.
        at_seq: Option<u32>,
        /// Give every field of the findings as written.
        verbatim: Option<bool>,
    }
}

impl Command for OpenCase {
    const NAME: &'static str = "open_case";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] = &["access.caseOpened"];
    type Answer = CaseView;
}

impl Act for OpenCase {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let view = shown(desk, &id, self.at_seq.map(u64::from), self.verbatim.unwrap_or(false))?;
        desk.note_access(AccessEvent::CaseOpened { case: id })?;
        Ok(view)
    }
}
