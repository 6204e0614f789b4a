//! What was entered for the member who is signed in, or what is to be opened: on a finding, or on the case as a whole
//! where none is named.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::opinions::named_finding;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::opinion::OpinionConfirmed;

args! {
    /// What was entered for the member who is signed in, or what is to be opened: on a finding, or on the case as a whole
    /// where none is named.
    ConfirmOpinion of case {
        /// Finding.
        finding_id: Option<String>,
    }
}

impl Command for ConfirmOpinion {
    const NAME: &'static str = "confirm_opinion";
    const RIGHT: Right = Right::Opine;
    type Answer = CaseView;
}

impl Act for ConfirmOpinion {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let finding = named_finding(self.finding_id.as_deref())?;
        desk.transact(&id, self.expected_version, OpinionConfirmed { finding })?;
        fresh(desk, &id)
    }
}
