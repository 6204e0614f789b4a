//! Somebody saw what became known, and nothing follows from it.

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
use entaku_domain::evidence::NewsAnswer;

args! {
    /// Somebody saw what became known since the case was weighed: nothing follows from it now, or it is not relevant for this
    /// patient. What changes of a row later is news again.
    AnswerNews of case, whole {
        /// Which.*
        rows: Vec<NewsNamed>,
        /// Why it is not relevant for this patient; seen and no more when left out.
        reason: Option<String>,
    }
}

impl Command for AnswerNews {
    const NAME: &'static str = "answer_news";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for AnswerNews {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let answer = match self.reason.as_deref().filter(|reason| !reason.trim().is_empty()) {
            Some(reason) => NewsAnswer::NotRelevant { reason: text("reason", reason)? },
            None => NewsAnswer::Seen,
        };
        let rows = news_named(desk, &id, &self.rows)?;
        desk.transact(&id, self.expected_version, EvidenceNewsAnswered { rows, answer })?;
        fresh(desk, &id)
    }
}
