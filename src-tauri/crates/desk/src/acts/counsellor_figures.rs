//! Figures of what may be inherited, over all cases.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::worklist;
use crate::view::CounsellorFiguresView;
use crate::view::args;

args! {
    /// Figures of what may be inherited, over all cases: candidates, wishes, confirming tests, relatives tested.
    CounsellorFigures {}
}

impl Command for CounsellorFigures {
    const NAME: &'static str = "counsellor_figures";
    const RIGHT: Right = Right::Germline;
    const LONG: bool = true;
    type Answer = CounsellorFiguresView;
}

impl Act for CounsellorFigures {
    fn act(self, desk: &mut Desk) -> Outcome<CounsellorFiguresView> {
        worklist::counsellor::figures(desk)
    }
}
