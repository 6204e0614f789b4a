//! Files beside the database, written so that a crash leaves the old one or the new one, never half.

use crate::error::StoreError;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

/// The database.
pub(crate) const DATABASE: &str = "store.db";
/// What members have typed and not recorded yet, encrypted as the database is.
pub(crate) const DRAFTS: &str = "drafts.db";
/// The key slots.
pub(crate) const KEYS: &str = "keys.json";
/// Failed attempts at passwords.
pub(crate) const GUESSES: &str = "attempts.json";
/// The keyed head.
pub(crate) const HEAD: &str = "head.log";
/// Held while files beside the database are replaced.
pub(crate) const LOCK: &str = "lock";

/// Whether a store lies in a folder.
pub fn is_store(dir: &Path) -> bool {
    [KEYS, DATABASE].iter().all(|name| dir.join(name).exists())
}

/// Writes a file anew: temporary file beside it, flushed, renamed over the old one, folder flushed.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    let temporary = Path::new(&name);
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(temporary).map_err(StoreError::io(temporary, "create the file"))?;
    file.write_all(bytes).map_err(StoreError::io(temporary, "write the file"))?;
    file.sync_all().map_err(StoreError::io(temporary, "flush the file"))?;
    drop(file);
    std::fs::rename(temporary, path).map_err(StoreError::io(path, "put the new file in place"))?;
    sync_folder_of(path)
}

/// Makes a rename or a new file durable. Windows has no such call and needs none.
pub(crate) fn sync_folder_of(path: &Path) -> Result<(), StoreError> {
    if let Some(folder) = path.parent().filter(|folder| cfg!(unix) && !folder.as_os_str().is_empty()) {
        let handle = File::open(folder).map_err(StoreError::io(folder, "open the folder"))?;
        handle.sync_all().map_err(StoreError::io(folder, "flush the folder"))?;
    }
    Ok(())
}

/// Waits for, and holds until dropped, the store's lock file. Taken only for moments: replacing the
/// key file, migrating, rewriting the head.
pub(crate) fn lock(dir: &Path) -> Result<File, StoreError> {
    let path = dir.join(LOCK);
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(StoreError::io(&path, "open the lock file"))?;
    file.lock().map_err(StoreError::io(&path, "lock the store"))?;
    Ok(file)
}
