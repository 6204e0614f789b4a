//! A row of evidence that was set aside counts again.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::evidence::row_named;
use crate::topics::opinions::one_finding;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::evidence::EvidenceTakenBack;

args! {
    /// A row of evidence that was set aside counts again.
    TakeEvidenceBack of case {
        /// Finding.*
        finding_id: String,
        /// The row by its key.*
        row: String,
    }
}

impl Command for TakeEvidenceBack {
    const NAME: &'static str = "take_evidence_back";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

impl Act for TakeEvidenceBack {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let finding = one_finding("findingId", &self.finding_id)?;
        let case = desk.case(&id)?.clone();
        let row = row_named(desk, &case, finding, &self.row)?;
        let (source, row) = (row.item.source, row.item.id);
        desk.transact(&id, self.expected_version, EvidenceTakenBack { finding, source, id: row })?;
        fresh(desk, &id)
    }
}
