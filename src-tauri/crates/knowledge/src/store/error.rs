//! What can go wrong with the knowledge of the site, said so that a person knows what to do. Whatever was asked was then not
//! done at all. No type of the database library shows here.

use entaku_words::errors::knowledge_failure;
use entaku_words::{Label, Language, Value};
use std::path::{Path, PathBuf};

/// The error a source chain carries when the kind says nothing more.
pub type Cause = Box<dyn std::error::Error + Send + Sync + 'static>;

/// Why the store of knowledge did not do what was asked. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum KnowledgeStoreError {
    /// A file could not be read.
    #[error("{file} cannot be read: {cause}. Check that it is still there and that you may read it")]
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        cause: std::io::Error,
    },
    /// The file is none of those known, or not of the kind that was named.
    #[error(
        "{file}: found {}; expected {}. Name the kind, or take the file as its source publishes it",
        .found.get(Language::En), .expected.get(Language::En)
    )]
    Unrecognised {
        /// The file's name.
        file: String,
        /// What was found.
        found: Box<Value>,
        /// What was expected.
        expected: Box<Value>,
    },
    /// The file breaks off or is damaged.
    #[error(
        "{file}, line {line}: found {}; expected {}. Fetch the file again and import it then",
        .found.get(Language::En), .expected.get(Language::En)
    )]
    Damaged {
        /// The file's name.
        file: String,
        /// Line, counted from 1; 0 where the file as a whole is meant.
        line: u64,
        /// What was found.
        found: Box<Value>,
        /// What was expected.
        expected: Box<Value>,
    },
    /// The file has rows, and none of them could be used.
    #[error(
        "{file}: none of its {read} rows could be used; the first, in line {line}: {}. Check that it is the right file",
        .detail.get(Language::En)
    )]
    NothingKept {
        /// The file's name.
        file: String,
        /// Rows read.
        read: u64,
        /// Line of the first one.
        line: u64,
        /// What was wrong with it.
        detail: Box<Value>,
    },
    /// The file was written to while it was read.
    #[error("{file} changed while it was read. Wait until it is complete and import it then")]
    Changing {
        /// The file's name.
        file: String,
    },
    /// The person stopped.
    #[error("the import of {file} was stopped. Import it again when wanted")]
    Cancelled {
        /// The file's name.
        file: String,
    },
    /// A value the store does not take.
    #[error("{field}: {}", .what.get(Language::En))]
    Invalid {
        /// Which value.
        field: &'static str,
        /// What was found and what was expected.
        what: Box<Value>,
    },
    /// A row of an edited list that the list does not take.
    #[error("the row cannot be kept: {}", .0.get(Language::En))]
    RowRefused(Box<Value>),
    /// No import has this id.
    #[error("no import has the id '{0}'. List the imports to see those that there are")]
    NoSuchImport(String),
    /// A list was changed since the person looked at it.
    #[error("the list was changed meanwhile (it is {0} now). Look at it again before editing")]
    Stale(String),
    /// Another program holds the store for longer than is waited.
    #[error("another program is importing knowledge at the moment. Try again when it is done")]
    Busy,
    /// Nothing can be written where the store lies.
    #[error("{0} takes no file, so no knowledge can be imported there. Check the disk and your rights")]
    ReadOnly(PathBuf),
    /// The disk has no space left.
    #[error("the disk with {0} is full. Make room and import again")]
    Full(PathBuf),
    /// The database is not what was once written.
    #[error(
        "{path} is damaged: {what}. Put the file aside and import the knowledge again; no patient's data are in it"
    )]
    DamagedStore {
        /// The database.
        path: PathBuf,
        /// What was found.
        what: String,
    },
    /// The database was written by a later version of the program.
    #[error(
        "{path} has format {found}, and this version of the program knows formats up to {known}. Update the program"
    )]
    Newer {
        /// The database.
        path: PathBuf,
        /// Its format.
        found: i64,
        /// The newest format known here.
        known: i64,
    },
    /// A VCF file cannot be asked in place.
    #[error(
        "{file}: found {}; expected {}. {}",
        .found.get(Language::En), .expected.get(Language::En), .hint.get(Language::En)
    )]
    Vcf {
        /// The file.
        file: PathBuf,
        /// What was found.
        found: Box<Value>,
        /// What was expected.
        expected: Box<Value>,
        /// What to do.
        hint: Box<Value>,
    },
    /// Anything else the database said.
    #[error("the knowledge in {path} could not {doing}")]
    Database {
        /// The database.
        path: PathBuf,
        /// What was tried.
        doing: &'static str,
        /// What the database said.
        #[source]
        cause: Cause,
    },
}

impl KnowledgeStoreError {
    /// Stable code in kebab case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::File { .. } => "knowledge-file",
            Self::Unrecognised { .. } => "knowledge-unrecognised",
            Self::Damaged { .. } => "knowledge-damaged",
            Self::NothingKept { .. } => "knowledge-nothing-kept",
            Self::Changing { .. } => "knowledge-changing",
            Self::Cancelled { .. } => "knowledge-cancelled",
            Self::Invalid { .. } => "knowledge-invalid",
            Self::RowRefused(_) => "knowledge-row-refused",
            Self::NoSuchImport(_) => "knowledge-no-such-import",
            Self::Stale(_) => "knowledge-stale",
            Self::Busy => "knowledge-busy",
            Self::ReadOnly(_) => "knowledge-read-only",
            Self::Full(_) => "knowledge-full",
            Self::DamagedStore { .. } => "knowledge-damaged-store",
            Self::Newer { .. } => "knowledge-newer",
            Self::Vcf { .. } => "knowledge-vcf",
            Self::Database { .. } => "knowledge-database",
        }
    }

    /// What to tell a person, in both languages.
    pub fn label(&self) -> Label {
        match self {
            Self::File { file, cause } => knowledge_failure::file(file.display(), cause).to_label(),
            Self::Unrecognised { file, found, expected } => {
                knowledge_failure::unrecognised(file, (**found).clone(), (**expected).clone()).to_label()
            }
            Self::Damaged { file, line, found, expected } => {
                knowledge_failure::damaged(file, line, (**found).clone(), (**expected).clone()).to_label()
            }
            Self::NothingKept { file, read, line, detail } => {
                knowledge_failure::nothing_kept(file, read, line, (**detail).clone()).to_label()
            }
            Self::Changing { file } => knowledge_failure::changing(file).to_label(),
            Self::Cancelled { file } => knowledge_failure::cancelled(file).to_label(),
            Self::Invalid { field, what } => knowledge_failure::invalid(field, (**what).clone()).to_label(),
            Self::RowRefused(detail) => knowledge_failure::row_refused((**detail).clone()).to_label(),
            Self::NoSuchImport(id) => knowledge_failure::no_such_import(id).to_label(),
            Self::Stale(id) => knowledge_failure::stale(id).to_label(),
            Self::Busy => knowledge_failure::BUSY.to_label(),
            Self::ReadOnly(path) => knowledge_failure::read_only(path.display()).to_label(),
            Self::Full(path) => knowledge_failure::full(path.display()).to_label(),
            Self::DamagedStore { path, what } => {
                knowledge_failure::damaged_store(path.display(), what).to_label()
            }
            Self::Newer { path, .. } => knowledge_failure::newer(path.display()).to_label(),
            Self::Vcf { file, found, expected, hint } => knowledge_failure::vcf(
                file.display(),
                (**found).clone(),
                (**expected).clone(),
                (**hint).clone(),
            )
            .to_label(),
            Self::Database { path, cause, .. } => {
                knowledge_failure::database(path.display(), cause).to_label()
            }
        }
    }

    /// Sorts what the database said into what a person can act on.
    pub(crate) fn database(path: &Path, doing: &'static str, error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let path = path.to_owned();
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::ReadOnly(path)
            }
            Some(ErrorCode::DiskFull) => Self::Full(path),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::DamagedStore { path, what: error.to_string() }
            }
            _ => Self::Database { path, doing, cause: error.into() },
        }
    }
}
