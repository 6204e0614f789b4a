//! The whole store in one encrypted file, as it stands.

use crate::command::{Act, Command};
use crate::desk::{Desk, FileProblem};
use crate::error::{Outcome, internal};
use crate::permission::Right;
use crate::view::{BackupView, args};
use entaku_domain::event::AccessEvent;
use entaku_domain::ids::Sha256Hex;
use entaku_store::sha256_of_file;

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
    type Answer = BackupView;
}

impl Act for Backup {
    fn act(self, desk: &mut Desk) -> Outcome<BackupView> {
        let made_at = desk.environment.clock.now().to_rfc3339();
        let store = &desk.session()?.store;
        let head = desk.write_file_by(&self.out, |file| {
            let head = store.back_up(file, &made_at)?;
            Ok::<_, FileProblem>(head)
        })?;
        let sha256 = sha256_of_file(std::path::Path::new(&self.out))?;
        let noted = Sha256Hex::parse(&sha256).map_err(internal)?;
        desk.note_access(AccessEvent::BackedUp { sha256: noted })?;
        Ok(BackupView { file: self.out, sha256, events: head.count, head: head.to_string() })
    }
}
