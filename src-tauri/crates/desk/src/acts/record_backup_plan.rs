//! Record when backups are made by themselves.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::backups;
use crate::view::{BackupPlanView, args};
use entaku_domain::backup_plan::BackupPlan;
use entaku_domain::event::StoreEvent;
use entaku_words::errors::{backup_plan, common};
use std::path::Path;

args! {
    /// Record when backups are made by themselves.
    RecordBackupPlan {
        /// Where they are put, a folder of this computer; none: no backup is made by itself any more.
        folder: Option<String>,
        /// Days from one to the next; 1 when left out.
        every_days: Option<u32>,
        /// How many are kept; 7 when left out.
        generations: Option<u32>,
    }
}

impl Command for RecordBackupPlan {
    const NAME: &'static str = "record_backup_plan";
    const RIGHT: Right = Right::Administer;
    type Answer = BackupPlanView;
}

impl Act for RecordBackupPlan {
    fn act(self, desk: &mut Desk) -> Outcome<BackupPlanView> {
        let plan = match self.folder.filter(|folder| !folder.trim().is_empty()) {
            None => None,
            Some(folder) => Some(plan(&folder, self.every_days.unwrap_or(1), self.generations.unwrap_or(7))?),
        };
        if plan == desk.session()?.office.backup_plan {
            return Err(Problem::at("folder", common::UNCHANGED));
        }
        desk.transact_store(StoreEvent::BackupPlanned { plan })?;
        backups::view(desk)
    }
}

fn plan(folder: &str, every_days: u32, generations: u32) -> Outcome<BackupPlan> {
    let place = Path::new(folder);
    // As it is, whatever links lead there: a folder within a store goes with the store.
    let real = place.canonicalize().ok().filter(|real| place.is_absolute() && real.is_dir());
    let usable = real.filter(|real| !real.ancestors().any(entaku_store::is_store));
    if usable.is_none() {
        return Err(Problem::at("folder", backup_plan::folder(place.display())));
    }
    if !BackupPlan::DAYS.contains(&every_days) {
        return Err(Problem::at("everyDays", backup_plan::DAYS));
    }
    if !BackupPlan::GENERATIONS.contains(&generations) {
        return Err(Problem::at("generations", backup_plan::GENERATIONS));
    }
    Ok(BackupPlan { folder: text("folder", folder)?, every_days, generations })
}
