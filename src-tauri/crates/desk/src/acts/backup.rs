//! The whole store in one encrypted file, as it stands.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::backups;
use crate::view::{BackupView, args};

args! {
    /// The whole store in one encrypted file, as it stands.
    Backup {
        /// File.*
        out: String,
    }
}

impl Command for Backup {
    const NAME: &'static str = "backup";
    const RIGHT: Right = Right::Administer;
    const LEAVES: &'static [&'static str] = &["access.backedUp"];
    const LONG: bool = true;
    type Answer = BackupView;
}

impl Act for Backup {
    fn act(self, desk: &mut Desk) -> Outcome<BackupView> {
        backups::make(desk, self.out, false)
    }
}
