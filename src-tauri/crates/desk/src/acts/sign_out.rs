//! End the session.

use crate::acts::AppInfo;
use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::AppInfoView;
use crate::view::args;

args! {
    /// End the session.
    SignOut {}
}

impl Command for SignOut {
    const NAME: &'static str = "sign_out";
    const RIGHT: Right = Right::Anybody;
    type Answer = AppInfoView;
}

impl Act for SignOut {
    fn act(self, desk: &mut Desk) -> Outcome<AppInfoView> {
        desk.stand_up()?;
        AppInfo {}.act(desk)
    }
}
