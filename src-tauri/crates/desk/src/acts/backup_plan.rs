//! When backups are made by themselves.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::backups;
use crate::view::{BackupPlanView, args};

args! {
    /// When backups are made by themselves.
    BackupPlan {}
}

impl Command for BackupPlan {
    const NAME: &'static str = "backup_plan";
    const RIGHT: Right = Right::Office;
    type Answer = BackupPlanView;
}

impl Act for BackupPlan {
    fn act(self, desk: &mut Desk) -> Outcome<BackupPlanView> {
        backups::view(desk)
    }
}
