//! Trials for a case, criterion by criterion.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, trials};
use crate::view::{TrialMatchView, args};
use entaku_domain::event::AccessEvent;

args! {
    /// Every trial of the catalogue that may take patients, arm by arm, beside what is recorded of the patient: each criterion
    /// met, not met or unknown, with why. Those that are not met stand in the list too. Nothing of it is a recommendation.
    MatchTrials {
        /// Case.*
        case_id: String,
        /// One trial by its number, whether it takes patients or not; all open ones when left out.
        trial_id: Option<String>,
    }
}

impl Command for MatchTrials {
    const NAME: &'static str = "match_trials";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] = &["access.caseOpened", "access.germlineShown"];
    type Answer = Vec<TrialMatchView>;
}

impl Act for MatchTrials {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<TrialMatchView>> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        let whole = desk.case(&id)?.clone();
        let case = desk.seen(&whole)?;
        // Why a criterion is met may name any finding.
        let hereditary: Vec<_> = case
            .findings
            .iter()
            .filter(|finding| finding.read.origin.is_germline())
            .map(|finding| finding.id)
            .collect();
        for finding in hereditary {
            desk.note_once(AccessEvent::GermlineShown { case: id.clone(), finding })?;
        }
        trials::matched(desk, &case, self.trial_id.as_deref())
    }
}
