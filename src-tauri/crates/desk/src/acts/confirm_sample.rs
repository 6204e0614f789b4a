//! The sample that the program guessed to be the tumour's is.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::intake::TumourSampleConfirmed;
use entaku_domain::event::CaseEvent;

args! {
    /// The sample that the program guessed to be the tumour's is.
    ConfirmSample of case {
        /// Name of the sample.*
        sample: String,
    }
}

impl Command for ConfirmSample {
    const NAME: &'static str = "confirm_sample";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for ConfirmSample {
    /// Confirms the sample of that name in every source where it was guessed.
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let sample = self.sample.trim();
        let guessed = desk.case(&id)?.guessed_samples();
        let confirmed = guessed
            .into_iter()
            .filter(|(_, name)| *name == sample)
            .map(|(source, name)| CaseEvent::from(TumourSampleConfirmed { source, sample: name.to_owned() }));
        let events: Vec<_> = confirmed.collect();
        if events.is_empty() {
            return Err(entaku_domain::refusal::Refusal::NoGuess.into());
        }
        desk.transact_all(&id, self.expected_version, events, &[])?;
        fresh(desk, &id)
    }
}
