//! A proposal is taken back, or turned down.

use crate::command::{Act, Command};
use crate::convert::optional_text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::four_eyes::{all, waiting};
use crate::view::{ProposalView, args};
use entaku_domain::event::StoreEvent;

args! {
    /// Take back what one proposed, or turn down what another did. Nothing changes then.
    WithdrawProposal {
        /// Which.*
        proposal_id: String,
        /// Why.
        reason: Option<String>,
    }
}

impl Command for WithdrawProposal {
    const NAME: &'static str = "withdraw_proposal";
    const RIGHT: Right = Right::Rules;
    type Answer = Vec<ProposalView>;
}

impl Act for WithdrawProposal {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<ProposalView>> {
        let proposal = waiting(desk, &self.proposal_id)?.id;
        let reason = optional_text("reason", self.reason.as_deref())?;
        desk.transact_store(StoreEvent::ProposalWithdrawn { proposal, reason })?;
        all(desk)
    }
}
