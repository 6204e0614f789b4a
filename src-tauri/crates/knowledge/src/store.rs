//! The knowledge of the site: dated versions of what sources publish, in a database of its own beside the cases. It holds no
//! patient's data, is not encrypted, and can be made again by importing the files again. Several programs may have it open.
//!
//! Owns the database and what is asked of it; `readers` knows the files, `vcf` those that are asked in place.

pub(crate) mod connection;
pub(crate) mod error;
mod export;
mod import;
pub(crate) mod keeper;
pub(crate) mod list;
mod lists;
mod lookup;
pub(crate) mod record;

pub use crate::readers::OncoTreeNode;
pub use import::OnProgress;
pub use lists::{AliasKind, ListEdit, ListRow, NamedGene, Versioned};
pub use lookup::Known;

pub(crate) use import::{number, version};

use crate::vcf::OpenVcfs;
use connection::Copied;
use error::KnowledgeStoreError;
use rusqlite::Connection;
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// The open knowledge of a site.
pub struct KnowledgeStore {
    pub(crate) conn: Connection,
    /// The database, for errors.
    pub(crate) path: PathBuf,
    writable: bool,
    /// Registered files that were asked, by import and the looks of their index.
    pub(crate) open_vcfs: RefCell<OpenVcfs>,
    /// The copy that is read in place of the database; goes after the connection.
    _copied: Option<Copied>,
}

impl std::fmt::Debug for KnowledgeStore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KnowledgeStore").field("path", &self.path).field("writable", &self.writable).finish()
    }
}

impl KnowledgeStore {
    /// Opens the knowledge in `dir` (`knowledge.db`), and makes folder and database where there are none.
    ///
    /// # Errors
    /// [`KnowledgeStoreError::ReadOnly`] where the folder takes no file ([`Self::open_reading`] reads it then),
    /// [`KnowledgeStoreError::DamagedStore`], [`KnowledgeStoreError::Newer`], [`KnowledgeStoreError::Busy`].
    pub fn open(dir: &Path) -> Result<Self, KnowledgeStoreError> {
        let conn = connection::open(dir)?;
        Ok(Self {
            conn,
            path: dir.join(connection::FILE),
            writable: true,
            open_vcfs: RefCell::default(),
            _copied: None,
        })
    }

    /// Opens the knowledge in `dir` for reading alone; where there is none, an empty one answers.
    ///
    /// # Errors
    /// As [`Self::open`], but for the folder.
    pub fn open_reading(dir: &Path) -> Result<Self, KnowledgeStoreError> {
        let (conn, copied) = connection::open_reading(dir)?;
        Ok(Self {
            conn,
            path: dir.join(connection::FILE),
            writable: false,
            open_vcfs: RefCell::default(),
            _copied: copied,
        })
    }

    pub(crate) fn must_take_writing(&self) -> Result<(), KnowledgeStoreError> {
        if self.writable { Ok(()) } else { Err(KnowledgeStoreError::ReadOnly(self.path.clone())) }
    }
}
