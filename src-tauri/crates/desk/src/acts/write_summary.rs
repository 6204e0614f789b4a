//! The panel's summary.

use crate::command::{Act, Command};
use crate::convert::optional_text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::panel::SummaryWritten;

args! {
    /// The panel's summary.
    WriteSummary of case {
        /// Text; empty takes it back.
        summary: Option<String>,
    }
}

impl Command for WriteSummary {
    const NAME: &'static str = "write_summary";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for WriteSummary {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let summary = optional_text("summary", self.summary.as_deref())?;
        desk.transact(&id, self.expected_version, SummaryWritten { summary })?;
        fresh(desk, &id)
    }
}
