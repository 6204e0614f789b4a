//! What people say of the criteria of trials.

use super::{CaseChange, Unsettled, events};
use crate::case::Case;
use crate::omission::ConditionState;
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use crate::trial::tick::{CriterionTick, GivenTick};
use crate::words::Worded;
use entaku_words::history::happened;
use entaku_words::{Said, Value};
use serde::{Deserialize, Serialize};

events! {
    /// What people say of the criteria of trials.
    TrialEvent {
        /// Somebody looked whether a criterion is met.
        "trialCriterionTicked" => TrialCriterionTicked,
    }
}

/// Somebody looked whether a criterion is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrialCriterionTicked {
    /// What was said.
    #[serde(flatten)]
    pub tick: CriterionTick,
}

impl CaseChange for TrialCriterionTicked {
    /// Trials are looked for after the report, too.
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        Ok(())
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        case.trial_ticks.retain(|given| !given.tick.is_of(&self.tick));
        case.trial_ticks.push(GivenTick { tick: self.tick.clone(), by: stamp.by.clone(), at: stamp.at });
    }
    fn in_words(&self, _after: &Case) -> Value {
        let (trial, asked) = (&self.tick.trial, &self.tick.criterion);
        let (subject, text) = (asked.subject.label(), &asked.written);
        match self.tick.state {
            ConditionState::Met => happened::criterion_met(trial, subject, text).said(),
            ConditionState::NotMet => happened::criterion_not_met(trial, subject, text).said(),
            ConditionState::Unknown => happened::criterion_unknown(trial, subject, text).said(),
        }
    }
}
