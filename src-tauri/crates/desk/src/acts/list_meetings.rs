//! The meetings.

use crate::command::{Act, Command};
use crate::convert::meeting_row;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::MeetingRowView;
use crate::view::args;
use std::cmp::Reverse;

args! {
    /// The meetings.
    ListMeetings {}
}

impl Command for ListMeetings {
    const NAME: &'static str = "list_meetings";
    const RIGHT: Right = Right::Read;
    type Answer = Vec<MeetingRowView>;
}

impl Act for ListMeetings {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<MeetingRowView>> {
        let mut rows: Vec<MeetingRowView> =
            desk.session()?.store.meetings()?.iter().filter_map(meeting_row).collect();
        // The list comes by time of making, which stands for meetings of one day.
        rows.sort_by_key(|row| Reverse(row.held_on.clone()));
        Ok(rows)
    }
}
