//! Backups: the one that somebody asks for, and those that are made by the site's plan when a member signs in or out.

use crate::convert::moment;
use crate::desk::{Desk, FileProblem};
use crate::error::{Code, Outcome, Problem, internal};
use crate::view::{BackupPlanView, BackupView};
use entaku_domain::event::AccessEvent;
use entaku_domain::ids::Sha256Hex;
use entaku_store::sha256_of_file;
use entaku_words::errors::backup_plan;
use std::path::Path;

/// Writes the whole store into a file, and notes it.
pub(crate) fn make(desk: &mut Desk, out: String, by_plan: bool) -> Outcome<BackupView> {
    let made_at = desk.environment.clock.now().to_rfc3339();
    let store = &desk.session()?.store;
    let head = desk.write_file_by(&out, |file| {
        let head = store.back_up(file, &made_at)?;
        Ok::<_, FileProblem>(head)
    })?;
    let sha256 = sha256_of_file(Path::new(&out))?;
    let noted = Sha256Hex::parse(&sha256).map_err(internal)?;
    desk.note_access(AccessEvent::BackedUp { sha256: noted, by_plan })?;
    Ok(BackupView { file: out, sha256, events: head.count, head: head.to_string() })
}

/// Makes the backup that the plan asks for, where one is due, and lets the oldest go. Nothing where nothing can be noted.
pub(crate) fn make_due(desk: &mut Desk) -> Outcome<()> {
    let now = desk.environment.clock.now();
    let session = desk.session()?;
    let Some(plan) = session.office.backup_plan.clone() else { return Ok(()) };
    if session.in_doubt() || session.store.is_read_only() || !session.store.has_own_keys() {
        return Ok(());
    }
    let folder = Path::new(plan.folder.as_str());
    if !folder.is_dir() {
        return Err(Problem::of(Code::File, backup_plan::gone(folder.display())));
    }
    let found = session.store.backups_in(folder)?;
    if !plan.is_due(found.first().map(|last| last.made_at), now) {
        return Ok(());
    }
    let id: String = session.store.store_id().chars().take(8).collect();
    let name = format!("entaku-{id}-{}.backup", now.format("%Y%m%d-%H%M%S"));
    let made = make(desk, folder.join(name).display().to_string(), true)?;
    // Only a backup that was read through lets an older one go.
    let store = &desk.session()?.store;
    store.check_backup(Path::new(&made.file))?;
    let kept = usize::try_from(plan.generations).unwrap_or(usize::MAX);
    for old in store.backups_in(folder)?.iter().skip(kept) {
        std::fs::remove_file(&old.path).map_err(|error| {
            let shown = old.path.display();
            Problem::of(Code::File, entaku_words::errors::desk::unwritable(shown, &error))
        })?;
    }
    Ok(())
}

/// The plan, and what lies in its folder.
pub(crate) fn view(desk: &Desk) -> Outcome<BackupPlanView> {
    let session = desk.session()?;
    let Some(plan) = &session.office.backup_plan else { return Ok(BackupPlanView::default()) };
    // A folder that cannot be looked into has none that could be used.
    let found = session.store.backups_in(Path::new(plan.folder.as_str())).unwrap_or_default();
    Ok(BackupPlanView {
        folder: Some(plan.folder.to_string()),
        every_days: Some(plan.every_days),
        generations: Some(plan.generations),
        last: found.first().map(|last| moment(last.made_at)),
        kept: u32::try_from(found.len()).unwrap_or(u32::MAX),
    })
}
