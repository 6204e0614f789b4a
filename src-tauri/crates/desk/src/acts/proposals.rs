//! What was proposed and waits for a second person.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::four_eyes::all;
use crate::view::{ProposalView, args};

args! {
    /// What was proposed and waits for a second person: a new chair or administrator, fewer signatures.
    Proposals {}
}

impl Command for Proposals {
    const NAME: &'static str = "proposals";
    const RIGHT: Right = Right::Office;
    type Answer = Vec<ProposalView>;
}

impl Act for Proposals {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<ProposalView>> {
        all(desk)
    }
}
