//! The second person confirms a proposal.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::Right;
use crate::topics::four_eyes::{all, is_up_to_date, waiting};
use crate::view::{ProposalView, args};
use entaku_domain::event::StoreEvent;
use entaku_words::errors::four_eyes;

args! {
    /// Confirm what another chair or administrator proposed: it holds from then on.
    ConfirmProposal {
        /// Which.*
        proposal_id: String,
    }
}

impl Command for ConfirmProposal {
    const NAME: &'static str = "confirm_proposal";
    const RIGHT: Right = Right::Rules;
    type Answer = Vec<ProposalView>;
}

impl Act for ConfirmProposal {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<ProposalView>> {
        let proposal = waiting(desk, &self.proposal_id)?;
        let session = desk.session()?;
        if proposal.by.member == session.member.id {
            return Err(Problem::of(Code::Refused, four_eyes::ANOTHER_CONFIRMS));
        }
        if !is_up_to_date(&session.office, &proposal.change) {
            return Err(Problem::of(Code::Refused, four_eyes::CHANGED_SINCE));
        }
        let change = Box::new(proposal.change);
        desk.transact_store(StoreEvent::ProposalConfirmed { proposal: proposal.id, change })?;
        all(desk)
    }
}
