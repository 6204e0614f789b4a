//! The patients who could take part in a trial.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::trials;
use crate::view::{TrialPatientView, args};

args! {
    /// The patients received in the last months for whom no criterion of a trial is known not to be met, those whose report is
    /// final too: the fewer criteria are unknown, the earlier. Whoever takes part already or was referred there is told as such.
    TrialPatients, whole {
        /// Number of the trial, open or not.*
        trial_id: String,
        /// Received in so many months up to today; 12 when left out.
        months: Option<u32>,
    }
}

impl Command for TrialPatients {
    const NAME: &'static str = "trial_patients";
    const RIGHT: Right = Right::Prepare;
    const LONG: bool = true;
    type Answer = Vec<TrialPatientView>;
}

impl Act for TrialPatients {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<TrialPatientView>> {
        trials::patients(desk, &self.trial_id, self.months.unwrap_or(MONTHS))
    }
}

/// A year.
const MONTHS: u32 = 12;
