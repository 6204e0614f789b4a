//! What can go wrong with a store, said so that a person knows what to do.
//!
//! No type of the database library shows here: its errors are sorted into the few kinds a caller can
//! act on, with the original kept as the source.

use crate::head::HeadState;
use crate::verify::BadEvent;
use std::path::{Path, PathBuf};

/// The error a source chain carries when the kind says nothing more.
pub type Cause = Box<dyn std::error::Error + Send + Sync + 'static>;

/// Why the store did not do what was asked. Whatever was asked was then not done at all.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder holds no store.
    #[error("{dir} holds no case store: {missing} is missing. Choose the folder in which the store was made")]
    NotAStore {
        /// The folder looked at.
        dir: PathBuf,
        /// The file that a store must have.
        missing: &'static str,
    },
    /// A new store was asked for in a folder that is in use.
    #[error("{dir} is not empty: {found}. A new store needs a new or an empty folder")]
    NotEmpty {
        /// The folder.
        dir: PathBuf,
        /// What stands in it.
        found: String,
    },
    /// The folder lies where the database cannot keep its promises.
    #[error(
        "{dir} lies on a network or shared file system ({kind}), where a power or network failure can destroy the store. Choose a folder on a disk of this computer"
    )]
    UnsafePlace {
        /// The folder.
        dir: PathBuf,
        /// The file system's type.
        kind: String,
    },
    /// Wrong password, or no such member: told alike, so that names cannot be tried out.
    #[error("the sign-in name or the password is not right")]
    SignInRefused,
    /// The password was right, and a code of the second factor is asked for.
    #[error("a code of the authenticator, or a spare code, is needed besides the password")]
    CodeNeeded,
    /// The code is none of the second factor's, or was used before.
    #[error("the code is not right, or was used before. Wait for the next one that the authenticator shows")]
    CodeRefused,
    /// A file that is no sound backup.
    #[error("this is no backup that can be used: {0}. Nothing was put back; try another one")]
    NoBackup(String),
    /// Too many wrong ones before it: even the right one has to wait.
    #[error("too many attempts have failed. Try again in {seconds} seconds")]
    TooManyGuesses {
        /// How long.
        seconds: u32,
    },
    /// The recovery code has a slip of the pen in it.
    #[error("the recovery code was not typed as printed: {0}")]
    RecoveryCodeMistyped(&'static str),
    /// A well-formed recovery code of another store, or one that was replaced.
    #[error(
        "this recovery code does not open this store: it belongs to another store or was replaced by a newer one"
    )]
    RecoveryRefused,
    /// An act on a member's key slot that cannot be done.
    #[error("{0}")]
    Slot(String),
    /// `keys.json` cannot be used.
    #[error(
        "{path}: {what}. Put back a copy of this file from a backup; without it the store cannot be opened"
    )]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// The key file does not hold what the journal says of the member's keys, or of the recovery code's.
    #[error(
        "{path} does not hold the keys that the journal names: somebody changed the file, or an older copy of it was put back. Nobody was signed in; put the file of the last backup back"
    )]
    KeysDiffer {
        /// The key file.
        path: PathBuf,
    },
    /// Another program gave the store a new key while this act was under way. Nothing of the act was kept.
    #[error("the store was given a new key meanwhile, and nothing was saved. Do it once more")]
    KeyRenewed,
    /// The event cannot be recorded in this name.
    #[error("nothing was recorded in the name of {member}: {why}")]
    NotTheirs {
        /// The member's id.
        member: String,
        /// Why.
        why: String,
    },
    /// The journal's events about members are not all by who is named in them.
    #[error(
        "nothing can be saved: event {} of the journal is not by who is named in it ({}). Run a verification, and restore the last backup",
        .0.seq, .0.what
    )]
    Unproven(BadEvent),
    /// The stream grew since the caller read it: read again, then decide again.
    #[error(
        "{stream} was changed meanwhile: version {expected} was expected, version {actual} found. Read it again before saving"
    )]
    Stale {
        /// The stream appended to.
        stream: String,
        /// The version the caller had seen (number of events).
        expected: u64,
        /// The version found.
        actual: u64,
    },
    /// The store was written by a later version of the program.
    #[error(
        "this store has format {found}; this version of the program knows formats up to {known}. Update the program to open it"
    )]
    Newer {
        /// The store's format.
        found: u32,
        /// The newest format known here.
        known: u32,
    },
    /// An event was recorded by a later version of the program.
    #[error(
        "event {seq} was recorded by a newer version of the program (event format {found}; formats up to {known} are known here). Update the program to read it"
    )]
    NewerEvent {
        /// Its place in the journal.
        seq: u64,
        /// The event's format.
        found: u32,
        /// The newest format known here.
        known: u32,
    },
    /// More was typed in one form than is kept unrecorded.
    #[error(
        "{bytes} bytes were typed in one form; at most {limit} are kept unrecorded. Record them in parts"
    )]
    DraftTooLong {
        /// What was typed.
        bytes: usize,
        /// What is kept.
        limit: usize,
    },
    /// What was read is not what was once written. Nothing was repaired or deleted.
    #[error(
        "{file} cannot be read as it was written: {what}. Nothing was changed. See whether the disk is connected and open it again; if that says the same, keep the file and restore the last backup"
    )]
    Damaged {
        /// Which file.
        file: PathBuf,
        /// What was found, and where.
        what: String,
    },
    /// The keyed head disagrees with the journal, so nothing may be added until a person has looked.
    #[error("nothing can be saved: {0}. Run a verification, find out why, then confirm the head anew")]
    HeadRefused(HeadState),
    /// The case number is taken by another case.
    #[error("case number {0} is taken by another case. Ask for the next number and try again")]
    CaseNumberTaken(String),
    /// An event with this id is in the journal already.
    #[error("the event {0} is in the journal already")]
    DuplicateEvent(String),
    /// A value the store does not take.
    #[error("{field}: {what}")]
    Invalid {
        /// Which value.
        field: &'static str,
        /// What was found and what was expected.
        what: String,
    },
    /// No received file with this SHA-256.
    #[error("no received file has the SHA-256 {0}")]
    NoAttachment(String),
    /// Another program held the store for longer than the store waits.
    #[error("another program is writing to this store. Try again in a moment")]
    Busy,
    /// The disk is full; nothing of the act was kept.
    #[error("the disk holding {0} is full. Free some space and try again; what was saved before is intact")]
    DiskFull(PathBuf),
    /// Nothing can be written there: a disk mounted for reading only, or a right that lacks. Nothing is damaged.
    #[error(
        "{0} cannot be written: the disk is read-only, or this user has no right to write there. Nothing was saved, and nothing is damaged"
    )]
    ReadOnly(PathBuf),
    /// The disk failed, or is gone. What was acknowledged before is as it was.
    #[error(
        "the disk holding {path} could not {doing} ({source}). Nothing was saved; check the disk before going on"
    )]
    Disk {
        /// The database file.
        path: PathBuf,
        /// What was tried.
        doing: &'static str,
        /// The original error.
        source: Cause,
    },
    /// The disk failed while the act was being made durable: it may be found recorded when the store is next opened, or not.
    #[error(
        "the disk holding {path} failed while this was being saved ({source}), so it is not certain whether it was. Check the disk, open the store again and look before repeating it"
    )]
    Unsure {
        /// The database file.
        path: PathBuf,
        /// The original error.
        source: Cause,
    },
    /// A file could not be read or written.
    #[error("{path}: could not {doing}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was tried.
        doing: &'static str,
        /// What the system said.
        source: std::io::Error,
    },
    /// The operating system gave no random bytes.
    #[error("the system gave no random numbers for a key: {0}")]
    Random(String),
    /// The database refused for a reason that has no kind of its own.
    #[error("the database refused to {doing}: {source}")]
    Database {
        /// What was tried.
        doing: &'static str,
        /// The original error.
        source: Cause,
    },
}

impl StoreError {
    pub(crate) fn io(path: &Path, doing: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull(path),
            std::io::ErrorKind::ReadOnlyFilesystem | std::io::ErrorKind::PermissionDenied => {
                Self::ReadOnly(path)
            }
            _ => Self::Io { path, doing, source },
        }
    }

    /// As [`StoreError::database`], for the last step of a transaction: what was written and could not be flushed may be there.
    pub(crate) fn committing(file: &Path, error: rusqlite::Error) -> Self {
        match Self::database(file, "save", error) {
            Self::Disk { path, source, .. } => Self::Unsure { path, source },
            other => other,
        }
    }

    /// Sorts a database error; `file` is the database file and `doing` completes "refused to …".
    pub(crate) fn database(file: &Path, doing: &'static str, error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::DiskFull) => Self::DiskFull(file.to_owned()),
            Some(Code::ReadOnly | Code::PermissionDenied) => Self::ReadOnly(file.to_owned()),
            Some(Code::SystemIoFailure | Code::CannotOpen) => {
                Self::Disk { path: file.to_owned(), doing, source: Box::new(error) }
            }
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged {
                file: file.to_owned(),
                what: format!("the database cannot {doing} ({error})"),
            },
            _ => Self::Database { doing, source: Box::new(error) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::ffi;
    use std::io::{Error, ErrorKind};

    #[test]
    fn what_the_disk_refuses_is_not_called_damage() {
        let file = Path::new("/x/store.db");
        let of = |code| {
            StoreError::database(file, "save", rusqlite::Error::SqliteFailure(ffi::Error::new(code), None))
        };
        assert!(matches!(of(ffi::SQLITE_READONLY), StoreError::ReadOnly(_)));
        assert!(matches!(of(ffi::SQLITE_FULL), StoreError::DiskFull(_)));
        assert!(matches!(of(ffi::SQLITE_CANTOPEN), StoreError::Disk { .. }));
        for io in [ffi::SQLITE_IOERR, ffi::SQLITE_IOERR_FSYNC, ffi::SQLITE_IOERR_READ] {
            assert!(matches!(of(io), StoreError::Disk { .. }), "{io}");
        }
        assert!(matches!(of(ffi::SQLITE_CORRUPT), StoreError::Damaged { .. }));
        assert!(matches!(of(ffi::SQLITE_NOTADB), StoreError::Damaged { .. }));
        assert!(matches!(of(ffi::SQLITE_BUSY), StoreError::Busy));
        let system = |kind: ErrorKind| StoreError::io(file, "write the file")(Error::from(kind));
        assert!(matches!(system(ErrorKind::ReadOnlyFilesystem), StoreError::ReadOnly(_)));
        assert!(matches!(system(ErrorKind::PermissionDenied), StoreError::ReadOnly(_)));
        assert!(matches!(system(ErrorKind::StorageFull), StoreError::DiskFull(_)));
        assert!(matches!(system(ErrorKind::NotFound), StoreError::Io { .. }));
        for told in [of(ffi::SQLITE_READONLY), of(ffi::SQLITE_IOERR), of(ffi::SQLITE_FULL)] {
            assert!(!told.to_string().contains("restore"), "no backup is asked for: {told}");
        }
    }
}
