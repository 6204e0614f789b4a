//! A case.

use crate::command::{Act, Command};
use crate::convert::{history_entry, label};
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::Right;
use crate::sight::{is_of_heredity_alone, tells_of_heredity};
use crate::topics::case_id;
use crate::view::HistoryEntry;
use crate::view::args;
use entaku_domain::case::Case;
use entaku_domain::event::Stream;
use entaku_words::answers::sight;

args! {
    /// A case.
    CaseHistory {
        /// Case.*
        case_id: String,
    }
}

impl Command for CaseHistory {
    const NAME: &'static str = "case_history";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] = &["access.caseOpened"];
    type Answer = Vec<HistoryEntry>;
}

impl Act for CaseHistory {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<HistoryEntry>> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        let now = desk.case(&id)?.clone();
        desk.keep_out(&now)?;
        let heredity = desk.sight()?.heredity;
        let records = desk.session()?.store.records(&Stream::Case(id.clone()))?;
        let mut case = Case::new(id);
        records
            .iter()
            .map(|record| {
                let event = entaku_store::event_of(record).map_err(|what| Problem::of(Code::Store, what))?;
                case.apply(&event);
                if !heredity && is_of_heredity_alone(&event) {
                    return Ok(None);
                }
                let entry = history_entry(&event, record.seq, &record.hash, &case);
                Ok(entry.map(|entry| match heredity || !tells_of_heredity(&event) {
                    true => entry,
                    false => HistoryEntry { what: label(&sight::NOT_SHOWN.to_label()), ..entry },
                }))
            })
            .filter_map(Outcome::transpose)
            .collect()
    }
}
