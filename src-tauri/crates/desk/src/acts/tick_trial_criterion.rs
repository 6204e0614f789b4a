//! What a person says of a trial's criterion.

use crate::command::{Act, Command};
use crate::convert::optional_text;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::{case_id, trials};
use crate::view::{TrialMatchView, args};
use entaku_domain::case::event::trial::TrialCriterionTicked;
use entaku_domain::omission::ConditionState;
use entaku_words::errors::tick_trial_criterion;

args! {
    /// Say of a criterion that the record does not settle how it stands for the patient. It holds for this version of the
    /// trial; of a later one it is asked again.
    TickTrialCriterion of case, whole {
        /// Number of the trial.*
        trial_id: String,
        /// The criterion as the source writes it.*
        written: String,
        /// How it stands: `met` where the patient can take part as far as it goes.*
        state: ConditionState,
        /// Remark.
        note: Option<String>,
        /// What the criterion is about, where the same words stand in several; code as in the match.
        subject: Option<String>,
        /// Whether the source denies it, where both stand there.
        denied: Option<bool>,
        /// Who publishes it, where several do.
        source: Option<String>,
    }
}

impl Command for TickTrialCriterion {
    const NAME: &'static str = "tick_trial_criterion";
    const RIGHT: Right = Right::Prepare;
    type Answer = Vec<TrialMatchView>;
}

impl Act for TickTrialCriterion {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<TrialMatchView>> {
        let id = case_id(desk, &self.case_id)?;
        if self.written.trim().is_empty() {
            return Err(Problem::at("written", tick_trial_criterion::MISSING));
        }
        let note = optional_text("note", self.note.as_deref())?;
        let case = desk.seen_case(&id)?;
        let asked = trials::AskedFor {
            trial: &self.trial_id,
            written: &self.written,
            subject: self.subject.as_deref(),
            denied: self.denied,
            source: self.source.as_deref(),
        };
        let tick = trials::tick(desk, &case, &asked, self.state, note)?;
        desk.transact(&id, self.expected_version, TrialCriterionTicked { tick })?;
        let case = desk.seen_case(&id)?;
        trials::matched(desk, &case, Some(&self.trial_id))
    }
}
