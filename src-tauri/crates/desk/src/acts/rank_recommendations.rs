//! All recommendations that stand, in their new order.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::treatment::recommendation_id;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::treatment::RecommendationsRanked;

args! {
    /// All recommendations that stand, in their new order.
    RankRecommendations of case {
        /// Their ids, the first in rank first.*
        order: Vec<String>,
    }
}

impl Command for RankRecommendations {
    const NAME: &'static str = "rank_recommendations";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

impl Act for RankRecommendations {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let order =
            self.order.iter().map(|one| recommendation_id("order", one)).collect::<Outcome<Vec<_>>>()?;
        desk.transact(&id, self.expected_version, RecommendationsRanked { order })?;
        fresh(desk, &id)
    }
}
