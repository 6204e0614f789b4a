//! The catalogue of trials.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::trials;
use crate::view::{TrialView, args};

args! {
    /// The trials that the site imported, each as its newest version tells it, in the order of their numbers.
    TrialCatalogue {}
}

impl Command for TrialCatalogue {
    const NAME: &'static str = "trial_catalogue";
    const RIGHT: Right = Right::Office;
    type Answer = Vec<TrialView>;
}

impl Act for TrialCatalogue {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<TrialView>> {
        trials::catalogue(desk)
    }
}
