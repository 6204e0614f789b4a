//! The members.

use crate::command::{Act, Command};
use crate::convert::member_view;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::MemberView;
use crate::view::args;

args! {
    /// The members.
    Members {}
}

impl Command for Members {
    const NAME: &'static str = "members";
    const RIGHT: Right = Right::Office;
    type Answer = Vec<MemberView>;
}

impl Act for Members {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<MemberView>> {
        Ok(desk.session()?.office.members.iter().map(member_view).collect())
    }
}
