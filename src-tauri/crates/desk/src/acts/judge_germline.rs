//! Germline judgement of the panel.

use crate::command::{Act, Command};
use crate::convert::optional_text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::opinions::one_finding;
use crate::topics::workup::answers;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::verdict::GermlineJudged;
use entaku_domain::decision::GermlineJudgement;

args! {
    /// Germline judgement of the panel.
    JudgeGermline of case, whole {
        /// Finding.*
        finding_id: String,
        /// Code.*
        judgement: GermlineJudgement,
        /// Why.
        reason: Option<String>,
    }
}

impl Command for JudgeGermline {
    const NAME: &'static str = "judge_germline";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

impl Act for JudgeGermline {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let finding = one_finding("findingId", &self.finding_id)?;
        let judgement = self.judgement;
        let reason = optional_text("reason", self.reason.as_deref())?;
        // So that a newer list which asks more can be told from the one that was at hand.
        let case = desk.case(&id)?.clone();
        let answered = answers(desk, &case, Some(finding))?.pop().map(|(_, answer)| answer);
        desk.transact(&id, self.expected_version, GermlineJudged { finding, judgement, reason, answered })?;
        fresh(desk, &id)
    }
}
