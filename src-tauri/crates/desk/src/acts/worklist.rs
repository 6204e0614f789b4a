//! What is due, for whom.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::worklist;
use crate::view::args;
use crate::view::{WorklistRoom, WorklistRowView};

args! {
    /// What is due in somebody's room, over all cases: what waits, for whom, since when.
    Worklist, whole {
        /// Whose.*
        room: WorklistRoom,
    }
}

impl Command for Worklist {
    const NAME: &'static str = "worklist";
    const RIGHT: Right = Right::Germline;
    const LEAVES: &'static [&'static str] = &["access.germlineShown"];
    type Answer = Vec<WorklistRowView>;
}

impl Act for Worklist {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<WorklistRowView>> {
        match self.room {
            WorklistRoom::Counsellor => worklist::counsellor::rows(desk),
        }
    }
}
