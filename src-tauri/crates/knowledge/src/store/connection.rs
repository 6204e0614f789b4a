//! The one database of knowledge: opened, made, and known again. It holds what sources publish and no patient's data, so it
//! is not encrypted.

use super::error::KnowledgeStoreError;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Name of the database in the folder that the caller gives.
pub(crate) const FILE: &str = "knowledge.db";

/// Format of the tables. 2: imports of trials, which a program of before takes for damage.
const FORMAT: i64 = 2;

/// Tells this database from others (`application_id`): the letters ENKN.
const OURS: i64 = 0x454E_4B4E;

/// How long a writer waits for another program's import.
const PATIENCE: Duration = Duration::from_secs(10);

const SCHEMA: &str = include_str!("schema.sql");

const SET_UP: &str = "PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 67108864;";

const SET_UP_READING: &str =
    "PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
    PRAGMA cache_size = -16384;";

/// A folder that goes with the value.
pub(crate) struct Copied(PathBuf);

impl Drop for Copied {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Opens the database for reading and writing, and makes it where there is none.
pub(crate) fn open(dir: &Path) -> Result<Connection, KnowledgeStoreError> {
    let path = dir.join(FILE);
    std::fs::create_dir_all(dir).map_err(|_| KnowledgeStoreError::ReadOnly(dir.to_owned()))?;
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let failed = |error| KnowledgeStoreError::database(&path, "be opened", error);
    let mut conn = Connection::open_with_flags(&path, flags).map_err(failed)?;
    conn.busy_timeout(PATIENCE).map_err(failed)?;
    // Looked at before anything is set, so that a file of another program or of a newer one stays as it is.
    let there = known(&conn, &path)?;
    set_up(&conn).map_err(failed)?;
    if there {
        raise(&mut conn, &path)?;
    } else {
        make(&mut conn, &path)?;
    }
    Ok(conn)
}

/// Turning a database to its log needs it alone, and SQLite does not wait for that where another program has just read it: both
/// would wait for each other.
fn set_up(conn: &Connection) -> rusqlite::Result<()> {
    const PAUSE: Duration = Duration::from_millis(5);
    let mut left = PATIENCE;
    loop {
        match conn.execute_batch(SET_UP) {
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy) => {
                left = left.checked_sub(PAUSE).filter(|left| !left.is_zero()).ok_or(error)?;
                std::thread::sleep(PAUSE);
            }
            done => return done,
        }
    }
}

/// Raises a database of an earlier format: the tables are the same.
fn raise(conn: &mut Connection, path: &Path) -> Result<(), KnowledgeStoreError> {
    let failed = |error| KnowledgeStoreError::database(path, "be raised to this format", error);
    let format = "PRAGMA user_version";
    let found: i64 = conn.query_row(format, [], |row| row.get(0)).map_err(failed)?;
    if found < FORMAT {
        conn.pragma_update(None, "user_version", FORMAT).map_err(failed)?;
    }
    Ok(())
}

/// Opens the database where nothing is to be written; none yet is an empty one. The folder answered is a copy that is read.
pub(crate) fn open_reading(dir: &Path) -> Result<(Connection, Option<Copied>), KnowledgeStoreError> {
    let path = dir.join(FILE);
    if !path.is_file() {
        return Ok((scratch()?, None));
    }
    let length = |end: &str| std::fs::metadata(beside(&path, end)).map_or(0, |seen| seen.len());
    let opened = match read_only(&path, "?mode=ro") {
        // Without its index beside it (`-shm`) a log cannot be read where no file can be made. With nothing in the log, the
        // database alone is all there is; else a copy is read, for what was imported last must not be passed over.
        Err(KnowledgeStoreError::ReadOnly(_)) if length("-wal") == 0 => {
            read_only(&path, "?mode=ro&immutable=1")?
        }
        Err(KnowledgeStoreError::ReadOnly(_)) => return copied(&path),
        other => other?,
    };
    match opened {
        Some(conn) => Ok((conn, None)),
        None => Ok((scratch()?, None)),
    }
}

/// An empty database that lies in no folder, and goes when it is closed: for trying an import out.
pub(crate) fn scratch() -> Result<Connection, KnowledgeStoreError> {
    let failed = |error| KnowledgeStoreError::database(Path::new(FILE), "be made for a trial", error);
    // The empty name is a file of SQLite's own that is gone when it is closed; memory would grow with what is tried.
    let mut conn = Connection::open("").map_err(failed)?;
    conn.execute_batch("PRAGMA foreign_keys = ON; PRAGMA synchronous = OFF;").map_err(failed)?;
    make(&mut conn, Path::new(FILE))?;
    Ok(conn)
}

fn read_only(path: &Path, how: &str) -> Result<Option<Connection>, KnowledgeStoreError> {
    let failed = |error| KnowledgeStoreError::database(path, "be opened for reading", error);
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let conn = Connection::open_with_flags(uri(path, how), flags).map_err(failed)?;
    conn.busy_timeout(PATIENCE).map_err(failed)?;
    let there = known(&conn, path)?;
    conn.execute_batch(SET_UP_READING).map_err(failed)?;
    Ok(there.then_some(conn))
}

fn copied(path: &Path) -> Result<(Connection, Option<Copied>), KnowledgeStoreError> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("entaku-knowledge-{}-{number}", std::process::id()));
    let failed = |file: &Path| {
        let file = file.to_owned();
        move |cause| KnowledgeStoreError::File { file, cause }
    };
    std::fs::create_dir(&folder).map_err(failed(&folder))?;
    let copy = Copied(folder.clone());
    for end in ["", "-wal"] {
        let from = beside(path, end);
        std::fs::copy(&from, beside(&folder.join(FILE), end)).map_err(failed(&from))?;
    }
    Ok((open(&folder)?, Some(copy)))
}

/// Whether the tables are there. An empty file is none; what is not ours or newer is an error.
fn known(conn: &Connection, path: &Path) -> Result<bool, KnowledgeStoreError> {
    let failed = |error| KnowledgeStoreError::database(path, "be opened", error);
    let ask = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(failed);
    if ask("SELECT count(*) FROM sqlite_schema")? == 0 {
        return Ok(false);
    }
    if ask("PRAGMA application_id")? != OURS {
        let what = "it is a database of something else".to_owned();
        return Err(KnowledgeStoreError::DamagedStore { path: path.to_owned(), what });
    }
    match ask("PRAGMA user_version")? {
        found if found > FORMAT => {
            Err(KnowledgeStoreError::Newer { path: path.to_owned(), found, known: FORMAT })
        }
        _ => Ok(true),
    }
}

fn make(conn: &mut Connection, path: &Path) -> Result<(), KnowledgeStoreError> {
    let failed = |error| KnowledgeStoreError::database(path, "be made", error);
    let making = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    // Another program may have made it between the look and the lock.
    if !known(&making, path)? {
        making.execute_batch(SCHEMA).map_err(failed)?;
        making.pragma_update(None, "application_id", OURS).map_err(failed)?;
        making.pragma_update(None, "user_version", FORMAT).map_err(failed)?;
    }
    making.commit().map_err(failed)
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// The file as a URI (RFC 3986), for only so can it be said that nobody changes it.
fn uri(path: &Path, how: &str) -> String {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) { format!("/{}", text.replace('\\', "/")) } else { text.into_owned() };
    let mut uri = String::from("file:");
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' | b':' => {
                uri.push(char::from(byte));
            }
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri.push_str(how);
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> Copied {
        let path = std::env::temp_dir().join(format!("entaku-connection-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Copied(path)
    }

    fn count(conn: &Connection) -> i64 {
        conn.query_row("SELECT count(*) FROM remark", [], |row| row.get(0)).unwrap()
    }

    /// On a disk that takes no file a log without its index cannot be read in place, and must not be passed over.
    #[test]
    fn what_lies_in_the_log_is_read_from_a_copy() {
        let (home, away) = (folder("log"), folder("away"));
        let conn = open(&home.0).unwrap();
        conn.execute_batch(
            "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA foreign_keys = OFF;
             INSERT INTO remark VALUES (1, 1, 'missing', 0, '', '');",
        )
        .unwrap();
        for end in ["", "-wal"] {
            std::fs::copy(beside(&home.0.join(FILE), end), beside(&away.0.join(FILE), end)).unwrap();
        }
        let (read, copy) = copied(&away.0.join(FILE)).unwrap();
        assert_eq!(count(&read), 1);
        let place = copy.as_ref().unwrap().0.clone();
        assert!(place.exists());
        drop((read, copy));
        assert!(!place.exists(), "the copy goes with the store");
        // The database alone does not have it, as the log is where it was written.
        let alone = read_only(&away.0.join(FILE), "?mode=ro&immutable=1").unwrap().unwrap();
        assert_eq!(count(&alone), 0);
    }

    #[test]
    fn names_of_folders_may_hold_anything() {
        let home = folder("sp ace?#%41é円");
        drop(open(&home.0).unwrap());
        let (conn, _) = open_reading(&home.0).unwrap();
        assert_eq!(count(&conn), 0);
    }
    #[test]
    fn a_database_of_the_format_before_is_read_and_raised_when_it_is_written_to() {
        let home = folder("format");
        let conn = open(&home.0).unwrap();
        conn.pragma_update(None, "user_version", 1).unwrap();
        drop(conn);
        let format = |conn: &Connection| {
            conn.query_row("PRAGMA user_version", [], |row| row.get::<_, i64>(0)).unwrap()
        };
        assert_eq!(format(&open_reading(&home.0).unwrap().0), 1);
        assert_eq!(format(&open(&home.0).unwrap()), FORMAT);
    }
}
