//! End the session.

use crate::acts::AppInfo;
use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::backups;
use crate::view::AppInfoView;
use crate::view::args;

args! {
    /// End the session.
    SignOut {}
}

impl Command for SignOut {
    const NAME: &'static str = "sign_out";
    const RIGHT: Right = Right::Anybody;
    const LEAVES: &'static [&'static str] = &["access.backedUp"];
    type Answer = AppInfoView;
}

impl Act for SignOut {
    fn act(self, desk: &mut Desk) -> Outcome<AppInfoView> {
        // A backup that fails is due still, and is told at the next sign-in.
        let _ = backups::make_due(desk);
        desk.stand_up()?;
        AppInfo {}.act(desk)
    }
}
