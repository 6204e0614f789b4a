//! What a case holds for the omission of its panel.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::evidence::omission_of;
use crate::view::OmissionGroundsView;
use crate::view::args;
use entaku_domain::event::AccessEvent;

args! {
    /// What a case holds for the omission of its panel: C-CAT's statement beside the site's list of genes, evidence in the test's
    /// companion claim, or none at all. It is proposed; a person confirms it with the record of the omission.
    OmissionGrounds {
        /// Case.*
        case_id: String,
    }
}

impl Command for OmissionGrounds {
    const NAME: &'static str = "omission_grounds";
    const RIGHT: Right = Right::Prepare;
    const LEAVES: &'static [&'static str] = &["access.caseOpened", "access.germlineShown"];
    type Answer = OmissionGroundsView;
}

impl Act for OmissionGrounds {
    fn act(self, desk: &mut Desk) -> Outcome<OmissionGroundsView> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        let case = desk.case(&id)?.clone();
        // Counted among the grounds, and named where one is a marker.
        for finding in case.findings.iter().filter(|finding| finding.read.origin.is_germline()) {
            desk.note_once(AccessEvent::GermlineShown { case: id.clone(), finding: finding.id })?;
        }
        omission_of(desk, &case)
    }
}
