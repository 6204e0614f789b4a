//! A row of evidence is not for this patient.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::evidence::row_named;
use crate::topics::opinions::one_finding;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::evidence::EvidenceSetAside;

args! {
    /// A row of evidence beside a finding is not for this patient: it stays in sight, last, with the reason.
    SetEvidenceAside of case {
        /// Finding.*
        finding_id: String,
        /// The row by its key.*
        row: String,
        /// Why.*
        reason: String,
    }
}

impl Command for SetEvidenceAside {
    const NAME: &'static str = "set_evidence_aside";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

impl Act for SetEvidenceAside {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let finding = one_finding("findingId", &self.finding_id)?;
        let reason = text("reason", &self.reason)?;
        let case = desk.case(&id)?.clone();
        let row = row_named(desk, &case, finding, &self.row)?;
        let (source, row) = (row.item.source, row.item.id);
        desk.transact(&id, self.expected_version, EvidenceSetAside { finding, source, id: row, reason })?;
        fresh(desk, &id)
    }
}
