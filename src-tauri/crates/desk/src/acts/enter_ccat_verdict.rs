//! C-CAT's verdict in its words.

use crate::command::{Act, Command};
use crate::convert::optional_text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::opinions::one_finding;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::verdict::CcatVerdictEntered;

args! {
    /// C-CAT's verdict in its words.
    EnterCcatVerdict of case {
        /// Finding.*
        finding_id: String,
        /// The words; empty takes an earlier entry back.
        verdict: Option<String>,
    }
}

impl Command for EnterCcatVerdict {
    const NAME: &'static str = "enter_ccat_verdict";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for EnterCcatVerdict {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let finding = one_finding("findingId", &self.finding_id)?;
        let verdict = optional_text("verdict", self.verdict.as_deref())?;
        desk.transact(&id, self.expected_version, CcatVerdictEntered { finding, verdict })?;
        fresh(desk, &id)
    }
}
