//! A store where nothing can be written: a folder or a disk for reading alone. It can be read all the same, for records must
//! stay readable wherever they are kept.
//!
//! A database with a write-ahead log is read in one of three ways, for without its index (`-shm`) SQLite cannot read it where
//! no file can be made:
//! - log and index lie beside it: as any other program reads it, under SQLite's own locks;
//! - there is no log, or an empty one: as a file that nobody changes (`immutable`, no locks). Whether that is still so is looked
//!   at before each act, and the database is opened anew where it is not;
//! - there is a log without its index, or the database is of an older format: as a copy in the system's folder for temporary
//!   files, encrypted like the original, which goes when the store is closed. Passing over the log would hide what was recorded last.

use crate::connection::{self, Expect};
use crate::error::StoreError;
use crate::files;
use crate::keyring::StoreKey;
use crate::random;
use crate::rebuild;
use crate::schema;
use crate::store::{Store, restrict};
use rusqlite::Connection;
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How a store is read that cannot be written.
pub(crate) struct Reading {
    /// What the files were like when they were opened as ones that nobody changes; none where nobody's changes harm.
    still: Option<Looks>,
    /// The copy that is read in place of the database.
    copy: Option<Copy>,
}

/// How the database and its log look from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Looks {
    length: u64,
    changed: Option<SystemTime>,
    log: u64,
}

impl Looks {
    fn of(database: &Path) -> Self {
        let seen = std::fs::metadata(database).ok();
        Self {
            length: seen.as_ref().map_or(0, std::fs::Metadata::len),
            changed: seen.and_then(|seen| seen.modified().ok()),
            log: length(&beside(database, "-wal")),
        }
    }
}

/// A folder for the copy of a database, gone with the value.
struct Copy(PathBuf);

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Whether the folder refuses to take a file, which is why a database in it could not be opened for writing.
pub(crate) fn is_needed(dir: &Path) -> bool {
    let Ok(name) = random::uuid() else { return false };
    let probe = dir.join(format!("writable-{name}"));
    match OpenOptions::new().write(true).create_new(true).open(&probe) {
        Ok(_) => {
            let _ = std::fs::remove_file(&probe);
            false
        }
        Err(error) => matches!(StoreError::io(&probe, "make a file")(error), StoreError::ReadOnly(_)),
    }
}

/// Opens the database of a store for reading alone. The folder answered is where it is to be brought to the present format.
pub(crate) fn open(
    dir: &Path,
    key: &StoreKey,
    store_id: &str,
) -> Result<(Connection, Reading, PathBuf), StoreError> {
    let database = dir.join(files::DATABASE);
    if !database.is_file() {
        return Err(StoreError::NotAStore { dir: dir.to_owned(), missing: files::DATABASE });
    }
    let (log, index) = (length(&beside(&database, "-wal")), length(&beside(&database, "-shm")));
    if log > 0 && index == 0 {
        return copied(key, store_id, |to| {
            for end in ["", "-wal"] {
                let (from, to) = (beside(&database, end), beside(to, end));
                std::fs::copy(&from, &to).map_err(StoreError::io(&from, "copy the file"))?;
            }
            Ok(())
        });
    }
    let still = (log == 0).then(|| Looks::of(&database));
    let conn = connection::open_for_reading(&database, key, store_id, still.is_some())?;
    if !schema::is_newest(&conn, &database)? || !rebuild::is_present(&conn, &database)? {
        return copied(key, store_id, |to| schema::copy_database(&conn, to, key, store_id));
    }
    Ok((conn, Reading { still, copy: None }, dir.to_owned()))
}

/// The file of drafts, for reading alone.
pub(crate) fn drafts(path: &Path, key: &StoreKey, store_id: &str) -> Result<Connection, StoreError> {
    // What was typed and lies in a log without an index is not shown; it is no record.
    let still = length(&beside(path, "-wal")) == 0 || length(&beside(path, "-shm")) == 0;
    connection::open_for_reading(path, key, store_id, still)
}

fn copied(
    key: &StoreKey,
    store_id: &str,
    make: impl FnOnce(&Path) -> Result<(), StoreError>,
) -> Result<(Connection, Reading, PathBuf), StoreError> {
    let folder = std::env::temp_dir().join(format!("entaku-reading-{}", random::uuid()?));
    std::fs::create_dir(&folder).map_err(StoreError::io(&folder, "make the folder"))?;
    let copy = Copy(folder.clone());
    restrict(&folder)?;
    make(&folder.join(files::DATABASE))?;
    let conn = connection::open(&folder, key, store_id, Expect::Existing)?;
    Ok((conn, Reading { still: None, copy: Some(copy) }, folder))
}

impl Store {
    /// Whether nothing can be written where the store lies, so that it can be read alone.
    pub fn is_read_only(&self) -> bool {
        self.reading.is_some()
    }

    /// Whether all is in the database itself, of a store that can be read alone.
    pub(crate) fn has_no_log(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.still.is_some())
    }

    /// Refuses what would be written to a store that can be read alone.
    pub(crate) fn must_take_writing(&self) -> Result<(), StoreError> {
        if self.is_read_only() { Err(StoreError::ReadOnly(self.dir.clone())) } else { Ok(()) }
    }

    /// Opens the database anew where it was opened as one that nobody changes and somebody has. To be called before an act.
    pub fn look_again(&mut self) -> Result<(), StoreError> {
        let Some(still) = self.reading.as_ref().and_then(|reading| reading.still.as_ref()) else {
            return Ok(());
        };
        if *still == Looks::of(&self.dir.join(files::DATABASE)) {
            return Ok(());
        }
        let (conn, reading, _) = open(&self.dir, &self.key, &self.store_id)?;
        self.conn = conn;
        self.reading = Some(reading);
        self.seen = self.head()?;
        self.read_members()
    }

    /// Where a copy of the database may lie for a moment.
    pub(crate) fn scratch_dir(&self) -> PathBuf {
        if self.is_read_only() { std::env::temp_dir() } else { self.dir.clone() }
    }
}

impl std::fmt::Debug for Reading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reading").field("still", &self.still).field("copied", &self.copy.is_some()).finish()
    }
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

fn length(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |seen| seen.len())
}
