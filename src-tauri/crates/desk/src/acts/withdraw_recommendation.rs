//! Take a recommendation back.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::treatment::recommendation_id;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::treatment::RecommendationWithdrawn;

args! {
    /// Take a recommendation back.
    WithdrawRecommendation of case {
        /// Which.*
        recommendation_id: String,
        /// Why.*
        reason: String,
    }
}

impl Command for WithdrawRecommendation {
    const NAME: &'static str = "withdraw_recommendation";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

impl Act for WithdrawRecommendation {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let what = RecommendationWithdrawn {
            id: recommendation_id("recommendationId", &self.recommendation_id)?,
            reason: text("reason", &self.reason)?,
        };
        desk.transact(&id, self.expected_version, what)?;
        fresh(desk, &id)
    }
}
