//! Something that happened outside the panel.

use crate::command::{Act, Command};
use crate::convert::{date, optional_text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::treatment::MilestoneRecorded;
use entaku_domain::milestone::Mark;
use entaku_domain::milestone::Milestone;
use entaku_words::errors::record_milestone;

args! {
    /// Something that happened outside the panel.
    RecordMilestone of case, whole {
        /// Code of `milestone.<code>`.*
        milestone: Milestone,
        /// Whether it happened; yes when left out.
        happened: Option<bool>,
        /// Day, ISO date.
        on: Option<String>,
        /// Remark.
        remark: Option<String>,
    }
}

impl Command for RecordMilestone {
    const NAME: &'static str = "record_milestone";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for RecordMilestone {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let milestone = self.milestone;
        let on = date("on", self.on.as_deref())?;
        let today = crate::clock::day(desk.environment.clock.now());
        if on.is_some_and(|day| day > today) {
            return Err(Problem::at("on", record_milestone::FUTURE_DAY));
        }
        let happened = self.happened.unwrap_or(true);
        let mark = Mark { happened, on, remark: optional_text("remark", self.remark.as_deref())? };
        let what = MilestoneRecorded { milestone, mark };
        desk.transact(&id, self.expected_version, what)?;
        fresh(desk, &id)
    }
}
