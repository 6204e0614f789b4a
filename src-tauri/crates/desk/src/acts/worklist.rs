//! What is due for whom.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::{Right, require};
use crate::topics::worklist;
use crate::view::{WorklistRoom, WorklistRow, args};

args! {
    /// What is due in a room of the panel, over all cases: what is due first, then what has waited longest.
    Worklist, whole {
        /// Whose list.*
        room: WorklistRoom,
    }
}

impl Command for Worklist {
    const NAME: &'static str = "worklist";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] = &["access.germlineShown"];
    const LONG: bool = true;
    type Answer = Vec<WorklistRow>;
}

impl Act for Worklist {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<WorklistRow>> {
        match self.room {
            WorklistRoom::Coordinator => worklist::coordinator::list(desk),
            WorklistRoom::Attending => worklist::attending::list(desk),
            WorklistRoom::Chair => worklist::chair::list(desk),
            WorklistRoom::Counsellor => {
                // All of it is about what may be inherited.
                if let Err(refused) = require(&desk.session()?.member, Right::Germline) {
                    desk.note_denied(Self::NAME);
                    return Err(refused);
                }
                worklist::counsellor::list(desk)
            }
        }
    }
}
