//! One open connection to the encrypted database, set up the only way it is used here.

use crate::error::StoreError;
use crate::files;
use crate::keyring::StoreKey;
use hkdf::Hkdf;
use rusqlite::{Connection, OpenFlags};
use sha2::Sha256;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use zeroize::Zeroizing;

/// How long a writer waits for another program's transaction.
const PATIENCE: Duration = Duration::from_secs(10);

/// Whether the database must be there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expect {
    Existing,
    Absent,
}

/// A key for one purpose, derived from the store key (RFC 5869).
pub(crate) fn derived(
    key: &StoreKey,
    store_id: &str,
    purpose: &[u8],
) -> Result<Zeroizing<[u8; 32]>, StoreError> {
    let mut out = Zeroizing::new([0u8; 32]);
    Hkdf::<Sha256>::new(Some(store_id.as_bytes()), key.as_slice())
        .expand(purpose, out.as_mut_slice())
        .map_err(|error| StoreError::Database { doing: "derive a key", source: error.to_string().into() })?;
    Ok(out)
}

/// Opens `store.db` in `dir` with the key; nothing is migrated.
pub(crate) fn open(
    dir: &Path,
    key: &StoreKey,
    store_id: &str,
    expect: Expect,
) -> Result<Connection, StoreError> {
    let path = dir.join(files::DATABASE);
    if expect == Expect::Existing && !path.is_file() {
        return Err(StoreError::NotAStore { dir: dir.to_owned(), missing: files::DATABASE });
    }
    open_file(&path, key, store_id, expect)
}

/// Whose turn it is to hand its key to the cipher.
static KEYING: Mutex<()> = Mutex::new(());

/// Opens a database file of this store under any name.
pub(crate) fn open_file(
    path: &Path,
    key: &StoreKey,
    store_id: &str,
    expect: Expect,
) -> Result<Connection, StoreError> {
    let failed = |error| StoreError::database(path, "be opened", error);
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if expect == Expect::Absent {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let open = || Connection::open_with_flags(path, flags).map_err(failed);
    let mut conn = open()?;
    if let Err(error) = unlock(&conn, path, key, store_id) {
        if !matches!(error, StoreError::Damaged { .. }) {
            return Err(error);
        }
        // The first page holds the salt. Where the power went while it was moved there from the log, the log has it whole, and
        // closing moves it anew; and what a disk does not give the first time it may give the second.
        drop(conn);
        conn = open()?;
        unlock(&conn, path, key, store_id)?;
    }
    conn.execute_batch(include_str!("sql/set_up.sql")).map_err(failed)?;
    Ok(conn)
}

/// Opens a database file of this store where nothing can be written. `still`: nobody changes it, and no lock can be had.
pub(crate) fn open_for_reading(
    path: &Path,
    key: &StoreKey,
    store_id: &str,
    still: bool,
) -> Result<Connection, StoreError> {
    let failed = |error| StoreError::database(path, "be opened for reading", error);
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let conn = Connection::open_with_flags(uri(path, still), flags).map_err(failed)?;
    unlock(&conn, path, key, store_id)?;
    conn.execute_batch(include_str!("sql/set_up_reading.sql")).map_err(failed)?;
    Ok(conn)
}

/// The file as a URI (RFC 3986), for only so can it be said that nobody changes it.
fn uri(path: &Path, still: bool) -> String {
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
    uri.push_str(if still { "?mode=ro&immutable=1" } else { "?mode=ro" });
    uri
}

/// Hands the key over and reads the first page, which tells whether it fits.
fn unlock(conn: &Connection, path: &Path, key: &StoreKey, store_id: &str) -> Result<(), StoreError> {
    let failed = |error| StoreError::database(path, "be opened", error);
    conn.busy_timeout(PATIENCE).map_err(failed)?;
    let digits = digits(key, store_id)?;
    // Not `pragma_update`: it reads the file before the key is set and so fails on every existing file.
    // The digits are hexadecimal, so nothing can be injected.
    let keyed =
        Zeroizing::new(format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{}'\";", digits.as_str()));
    // One at a time: the cipher makes itself ready on first use, and of two threads that came first together one was refused.
    let turn = KEYING.lock().unwrap_or_else(PoisonError::into_inner);
    conn.execute_batch(&keyed).map_err(failed)?;
    drop(turn);
    // The first read tells whether the key fits the file.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)).map_err(failed)?;
    Ok(())
}

/// Encrypts every page anew, in one transaction.
pub(crate) fn rekey(
    conn: &Connection,
    path: &Path,
    key: &StoreKey,
    store_id: &str,
) -> Result<(), StoreError> {
    let digits = digits(key, store_id)?;
    let keyed = Zeroizing::new(format!("PRAGMA rekey = \"x'{}'\";", digits.as_str()));
    conn.execute_batch(&keyed).map_err(|error| StoreError::database(path, "be encrypted anew", error))
}

/// The database's own key, hexadecimal.
fn digits(key: &StoreKey, store_id: &str) -> Result<Zeroizing<String>, StoreError> {
    let database_key = derived(key, store_id, b"entaku/database/v1")?;
    Ok(Zeroizing::new(hex::encode(database_key.as_slice())))
}
