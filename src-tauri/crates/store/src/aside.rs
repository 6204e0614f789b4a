//! Notes for the access log that could not be written into the store, for it lies where nothing can be written. They are kept
//! in a folder of this computer's user, encrypted with the store's key as the store is, until the same member opens the store
//! where it can be written; then they are taken over, in the member's own name and under the member's own signature.

use crate::connection::{self, Expect};
use crate::drafts::put_aside;
use crate::error::StoreError;
use crate::store::{Store, restrict};
use rusqlite::{Connection, params};
use std::path::{Path, PathBuf};

/// A note that waits to be taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteAside {
    /// Its id: that of the event it becomes, so that none is taken over twice.
    pub id: String,
    /// What was noted, in the caller's own notation.
    pub note: Vec<u8>,
}

const TABLE: &str = "CREATE TABLE IF NOT EXISTS note (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, member TEXT NOT NULL, note BLOB NOT NULL) STRICT;";

impl Store {
    /// Keeps a note of what a member does, durably, in this folder, which is made where it lacks.
    ///
    /// # Errors
    /// What keeps the file from being written: then the member is to be shown nothing.
    pub fn note_aside(&self, folder: &Path, member: &str, note: &NoteAside) -> Result<(), StoreError> {
        if !folder.is_dir() {
            std::fs::create_dir_all(folder).map_err(StoreError::io(folder, "make the folder"))?;
            restrict(folder)?;
        }
        let path = self.aside_path(folder);
        let notes = self.open_aside(&path)?;
        notes
            .execute(
                "INSERT INTO note (id, member, note) VALUES (?1, ?2, ?3)",
                params![note.id, member, note.note],
            )
            .map_err(|error| StoreError::database(&path, "keep a note", error))?;
        notes.close().map_err(|(_, error)| StoreError::database(&path, "be closed", error))
    }

    /// The notes of a member that wait in this folder, oldest first. Where the file cannot be read any more it is put aside, and
    /// the answer is where it lies then.
    ///
    /// # Errors
    /// What keeps a file from being read.
    pub fn notes_aside(
        &self,
        folder: &Path,
        member: &str,
    ) -> Result<(Vec<NoteAside>, Option<PathBuf>), StoreError> {
        let path = self.aside_path(folder);
        if !path.is_file() {
            return Ok((Vec::new(), None));
        }
        let notes = match self.open_aside(&path) {
            Err(StoreError::Damaged { .. }) => return Ok((Vec::new(), Some(put_aside(&path)?))),
            other => other?,
        };
        let found = notes
            .prepare("SELECT id, note FROM note WHERE member = ?1 ORDER BY number")
            .and_then(|mut read| {
                read.query_map([member], |row| Ok(NoteAside { id: row.get(0)?, note: row.get(1)? }))?
                    .collect()
            })
            .map_err(|error| StoreError::database(&path, "tell what was noted", error))?;
        Ok((found, None))
    }

    /// Forgets notes that stand in the journal now.
    ///
    /// # Errors
    /// What keeps the file from being written.
    pub fn forget_aside(&self, folder: &Path, ids: &[String]) -> Result<(), StoreError> {
        let path = self.aside_path(folder);
        let notes = self.open_aside(&path)?;
        let forget = || {
            let mut forget = notes.prepare("DELETE FROM note WHERE id = ?1")?;
            ids.iter().try_for_each(|id| forget.execute([id]).map(drop))
        };
        forget().map_err(|error| StoreError::database(&path, "forget what was noted", error))
    }

    fn aside_path(&self, folder: &Path) -> PathBuf {
        folder.join(format!("access-{}.db", self.store_id))
    }

    fn open_aside(&self, path: &Path) -> Result<Connection, StoreError> {
        let conn = connection::open_file(path, &self.key, &self.store_id, Expect::Absent)?;
        conn.execute_batch(TABLE).map_err(|error| StoreError::database(path, "be made", error))?;
        Ok(conn)
    }
}
