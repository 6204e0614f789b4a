//! The panel takes a case up again because of what became known.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::evidence::news::news_named;
use crate::topics::{case_id, fresh};
use crate::view::args;
use crate::view::{CaseView, NewsNamed};
use entaku_domain::case::event::evidence::EvidenceNewsAnswered;
use entaku_domain::case::event::report::AmendmentOpened;
use entaku_domain::evidence::NewsAnswer;

args! {
    /// The panel takes a case up again because of what became known: where its report is final, an amendment is opened for that
    /// reason.
    TakeUpNews of case, whole {
        /// Which.*
        rows: Vec<NewsNamed>,
        /// Why.*
        reason: String,
    }
}

impl Command for TakeUpNews {
    const NAME: &'static str = "take_up_news";
    const RIGHT: Right = Right::Finalise;
    type Answer = CaseView;
}

impl Act for TakeUpNews {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let reason = text("reason", &self.reason)?;
        let rows = news_named(desk, &id, &self.rows)?;
        let answered = EvidenceNewsAnswered { rows, answer: NewsAnswer::TakenUp { reason: reason.clone() } };
        let case = desk.case(&id)?;
        let mut all = vec![answered.into()];
        if !case.reports.is_empty() && case.amendment.is_none() {
            all.push(AmendmentOpened { reason }.into());
        }
        desk.transact_all(&id, self.expected_version, all, &[])?;
        fresh(desk, &id)
    }
}
