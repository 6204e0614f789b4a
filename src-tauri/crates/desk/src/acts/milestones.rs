//! The dates of the ledger, and how a case went on after the panel.

use super::{case_id, fresh};
use crate::convert::{date, from_code, optional_text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{CaseView, RecordMilestone};
use entaku_domain::event::CaseEvent;
use entaku_domain::milestone::Mark;

pub(crate) fn record_milestone(desk: &mut Desk, args: RecordMilestone) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let milestone = from_code("milestone", &args.milestone)?;
    let on = date("on", args.on.as_deref())?;
    let today = crate::clock::day(desk.environment.clock.now());
    if on.is_some_and(|day| day > today) {
        return Err(Problem::field(
            "on",
            "これから先の日付です。済んだことの日付を記録してください。",
            "This day is still to come. Record the day on which it happened.",
        ));
    }
    let happened = args.happened.unwrap_or(true);
    let mark = Mark { happened, on, remark: optional_text("remark", args.remark.as_deref())? };
    let what = CaseEvent::MilestoneRecorded { milestone, mark };
    desk.transact(&id, args.expected_version, what)?;
    fresh(desk, &id)
}
