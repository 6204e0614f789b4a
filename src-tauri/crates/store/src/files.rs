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
/// Held by who makes a copy of the store, or a store, for as long as that takes.
pub(crate) const UNDER_WAY: &str = "making.lock";
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

/// Says, until dropped, that something is being made in this folder. Several may say so at once.
pub(crate) fn under_way(dir: &Path) -> Result<File, StoreError> {
    let path = dir.join(UNDER_WAY);
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
    let file = file.map_err(StoreError::io(&path, "open the lock file"))?;
    file.lock_shared().map_err(StoreError::io(&path, "say that something is being made"))?;
    Ok(file)
}

/// Removes what was being made in a folder when its program was ended, and is no good to anybody. Nothing while a program is
/// at it, and nothing where nobody ever was.
pub(crate) fn clear(dir: &Path, is_left_over: impl Fn(&str) -> bool) {
    let Ok(file) = OpenOptions::new().write(true).open(dir.join(UNDER_WAY)) else { return };
    if file.try_lock().is_err() {
        return;
    }
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        if is_left_over(&entry.file_name().to_string_lossy()) {
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// Removes the folders beside one in which it was being made when its program was ended.
pub(crate) fn clear_beside(dir: &Path, endings: &[&str]) {
    let (Some(parent), Some(name)) = (dir.parent(), dir.file_name()) else { return };
    let name = name.to_string_lossy();
    for entry in std::fs::read_dir(parent).into_iter().flatten().flatten() {
        let found = entry.file_name().to_string_lossy().into_owned();
        let of_ours = found.strip_prefix(&*name).is_some_and(|rest| {
            endings.iter().any(|ending| rest.strip_prefix(ending).is_some_and(|id| id.len() == UUID))
        });
        if !of_ours {
            continue;
        }
        let Ok(file) = OpenOptions::new().write(true).open(entry.path().join(UNDER_WAY)) else { continue };
        if file.try_lock().is_ok() {
            drop(file);
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// Length of a UUID as text.
const UUID: usize = 36;

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
