//! The ledger of a case in its order, the panel's own dates among the recorded ones.

use crate::view::{LedgerLine, MilestoneView, ToldDate};
use chrono::NaiveDate;
use entaku_domain::case::Case;
use entaku_domain::meeting_record::{MeetingMode, MeetingRecord};
use entaku_domain::milestone::Milestone;
use entaku_domain::words::Worded;

pub(crate) fn ledger_dates(case: &Case) -> Vec<MilestoneView> {
    let mut lines: Vec<MilestoneView> = Milestone::ALL.iter().map(|one| recorded(case, *one)).collect();
    // ウ and エ are told by the case itself and stand between イ and オ.
    let mut panel = told(ToldDate::PanelHeld, "エ", case.meeting.as_ref().and_then(MeetingRecord::met_on));
    if let Some(omitted) = case.meeting.as_ref().filter(|meeting| meeting.mode == MeetingMode::Omitted) {
        let mode = omitted.mode.label();
        panel.happened = Some(false);
        panel.remark = Some(format!("{}（{}）", mode.ja, omitted.held_on));
    }
    let of_case = [told(ToldDate::Received, "ウ", case.received_on), panel];
    lines.splice(1..1, of_case);
    lines
}

fn recorded(case: &Case, milestone: Milestone) -> MilestoneView {
    let known = case.milestones.get(&milestone);
    MilestoneView {
        milestone: LedgerLine::Recorded(milestone),
        letter: milestone.letter().map(ToOwned::to_owned),
        happened: known.map(|known| known.mark.happened),
        on: known.and_then(|known| known.mark.on).map(|day| day.to_string()),
        remark: known.and_then(|known| known.mark.remark.as_ref()).map(ToString::to_string),
        by: known.map(|known| known.by.name.to_string()),
        editable: true,
    }
}

fn told(date: ToldDate, letter: &str, on: Option<NaiveDate>) -> MilestoneView {
    MilestoneView {
        milestone: LedgerLine::Told(date),
        letter: Some(letter.to_owned()),
        happened: on.map(|_| true),
        on: on.map(|day| day.to_string()),
        remark: None,
        by: None,
        editable: false,
    }
}
