//! The shape of the database and how an older one becomes a newer one.
//!
//! Steps are numbered SQL files. Each runs in a transaction with the new `user_version`; the first run
//! takes all of them and the store's identity in one. Before an older store is migrated, its database is
//! copied beside it. A store newer than the program is refused.

use crate::connection::{self, Expect};
use crate::error::StoreError;
use crate::files;
use crate::keyring::StoreKey;
use rusqlite::{Connection, TransactionBehavior};
use std::path::{Path, PathBuf};

/// Step n brings a store from format n-1 to n.
const STEPS: &[&str] = &[
    include_str!("migrations/0001_first_run.sql"),
    include_str!("migrations/0002_projections.sql"),
    include_str!("migrations/0003_recall.sql"),
    include_str!("migrations/0004_same_change.sql"),
    include_str!("migrations/0005_signatures.sql"),
    include_str!("migrations/0006_evidence_subjects.sql"),
];

/// The format this program writes.
pub(crate) fn newest() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// Who a new store is.
pub(crate) struct Identity<'a> {
    pub(crate) store_id: &'a str,
    pub(crate) site_id: &'a str,
    pub(crate) created_at: &'a str,
}

/// Makes the whole schema and writes the identity, or does neither.
pub(crate) fn first_run(
    conn: &mut Connection,
    path: &Path,
    identity: &Identity<'_>,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::database(path, "make the tables", error);
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    for step in STEPS {
        tx.execute_batch(step).map_err(failed)?;
    }
    tx.execute(
        "INSERT INTO store_meta (one, store_id, site_id, created_at) VALUES (1, ?1, ?2, ?3)",
        [identity.store_id, identity.site_id, identity.created_at],
    )
    .map_err(failed)?;
    set_version(&tx, newest()).map_err(failed)?;
    tx.commit().map_err(failed)
}

/// Whether the database has this program's format, or a newer one.
pub(crate) fn is_newest(conn: &Connection, path: &Path) -> Result<bool, StoreError> {
    let found = version(conn).map_err(|error| StoreError::database(path, "tell its format", error))?;
    Ok(found >= newest())
}

/// Brings an older store to this program's format. Returns the copy made before, if one was needed.
pub(crate) fn migrate(
    dir: &Path,
    conn: &mut Connection,
    key: &StoreKey,
    store_id: &str,
) -> Result<Option<PathBuf>, StoreError> {
    migrate_by(STEPS, dir, conn, key, store_id)
}

fn migrate_by(
    steps: &[&str],
    dir: &Path,
    conn: &mut Connection,
    key: &StoreKey,
    store_id: &str,
) -> Result<Option<PathBuf>, StoreError> {
    let path = dir.join(files::DATABASE);
    let failed = |error| StoreError::database(&path, "be brought to the newest format", error);
    let known = u32::try_from(steps.len()).unwrap_or(u32::MAX);
    let found = version(conn).map_err(failed)?;
    match found {
        0 => return Err(StoreError::Damaged { file: path, what: "it holds no tables".to_owned() }),
        newer if newer > known => return Err(StoreError::Newer { found, known }),
        same if same == known => return Ok(None),
        _ => {}
    }
    let _held = files::lock(dir)?;
    let copy = dir.join(format!("{}.format-{found}", files::DATABASE));
    copy_database(conn, &copy, key, store_id)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    // Another program may have been quicker while this one waited.
    let from = usize::try_from(version(&tx).map_err(failed)?).unwrap_or(usize::MAX);
    for step in steps.iter().skip(from) {
        tx.execute_batch(step).map_err(failed)?;
    }
    set_version(&tx, known).map_err(failed)?;
    tx.commit().map_err(failed)?;
    Ok(Some(copy))
}

/// Copies the database, encrypted with the same key, to a file that is whole once it has its name.
pub(crate) fn copy_database(
    conn: &Connection,
    to: &Path,
    key: &StoreKey,
    store_id: &str,
) -> Result<(), StoreError> {
    let mut name = to.as_os_str().to_owned();
    name.push(".new");
    let temporary = PathBuf::from(name);
    let failed = |error| StoreError::database(to, "be copied", error);
    match std::fs::remove_file(&temporary) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            return Err(StoreError::io(&temporary, "remove an unfinished copy")(error));
        }
        _ => {}
    }
    let mut target = connection::open_file(&temporary, key, store_id, Expect::Absent)?;
    {
        let backup = rusqlite::backup::Backup::new(conn, &mut target).map_err(failed)?;
        backup.run_to_completion(4096, std::time::Duration::ZERO, None).map_err(failed)?;
    }
    target.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;").map_err(failed)?;
    target.close().map_err(|(_, error)| failed(error))?;
    let file = std::fs::File::open(&temporary).map_err(StoreError::io(&temporary, "open the copy"))?;
    file.sync_all().map_err(StoreError::io(&temporary, "flush the copy"))?;
    std::fs::rename(&temporary, to).map_err(StoreError::io(to, "put the copy in place"))?;
    files::sync_folder_of(to)
}

fn version(conn: &Connection) -> rusqlite::Result<u32> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
}

fn set_version(conn: &Connection, version: u32) -> rusqlite::Result<()> {
    conn.execute_batch(&format!("PRAGMA user_version = {version}"))
}

#[cfg(test)]
mod tests;
