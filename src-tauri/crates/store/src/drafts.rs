//! What members have typed and not recorded yet. It lies in a database of its own beside the journal's: words that nobody
//! has recorded are no part of the record, typing never waits for another program's transaction, and a fault in this file
//! closes no store. It is encrypted with the store's key, and each member is given only their own.

use crate::connection::{self, Expect};
use crate::error::StoreError;
use crate::files;
use crate::reading;
use crate::store::Store;
use rusqlite::{Connection, params};
use std::path::{Path, PathBuf};

/// Most bytes of one draft.
pub const DRAFT_LIMIT: usize = 1 << 20;

/// Where a draft belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftPlace {
    /// The stream it would be recorded in, by its name.
    pub stream: String,
    /// Which form it was typed in.
    pub form: String,
    /// What the form was about, where there is one for each: a finding, a referral. Else empty.
    pub item: String,
}

/// Something typed and not recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Where it belongs.
    pub place: DraftPlace,
    /// When it was kept last: RFC 3339 with offset.
    pub at: String,
    /// What was typed, in the form's own notation.
    pub typed: String,
}

/// The open file of drafts.
pub(crate) struct Drafts {
    conn: Connection,
    /// Where a damaged file was put aside when this one was opened.
    set_aside: Option<PathBuf>,
}

const TABLE: &str = "CREATE TABLE IF NOT EXISTS draft (
    member TEXT NOT NULL, stream TEXT NOT NULL, form TEXT NOT NULL, item TEXT NOT NULL, at TEXT NOT NULL, typed TEXT NOT NULL,
    PRIMARY KEY (member, stream, form, item)) STRICT, WITHOUT ROWID;";

impl Store {
    /// Keeps what a member has typed, in place of what was kept there before.
    ///
    /// # Errors
    /// [`StoreError::DraftTooLong`], and what keeps a file from being written.
    pub fn keep_draft(&mut self, member: &str, draft: &Draft) -> Result<(), StoreError> {
        if draft.typed.len() > DRAFT_LIMIT {
            return Err(StoreError::DraftTooLong { bytes: draft.typed.len(), limit: DRAFT_LIMIT });
        }
        self.must_take_writing()?;
        let path = self.drafts_path();
        let DraftPlace { stream, form, item } = &draft.place;
        self.drafts()?
            .conn
            .prepare_cached("INSERT OR REPLACE INTO draft VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .and_then(|mut keep| keep.execute(params![member, stream, form, item, draft.at, draft.typed]))
            .map_err(|error| StoreError::database(&path, "keep what was typed", error))?;
        Ok(())
    }

    /// What a member has typed and not recorded, latest first; and where a damaged file of drafts was put aside since the
    /// store was opened.
    ///
    /// # Errors
    /// What keeps a file from being read.
    pub fn drafts_of(&mut self, member: &str) -> Result<(Vec<Draft>, Option<PathBuf>), StoreError> {
        let path = self.drafts_path();
        if self.drafts.is_none() && !path.exists() {
            return Ok((Vec::new(), None));
        }
        let drafts = self.drafts()?;
        let found = drafts
            .conn
            .prepare_cached(
                "SELECT stream, form, item, at, typed FROM draft WHERE member = ?1 ORDER BY at DESC, stream, form, item",
            )
            .and_then(|mut read| {
                let rows = read.query_map([member], |row| {
                    let place = DraftPlace { stream: row.get(0)?, form: row.get(1)?, item: row.get(2)? };
                    Ok(Draft { place, at: row.get(3)?, typed: row.get(4)? })
                })?;
                rows.collect()
            })
            .map_err(|error| StoreError::database(&path, "tell what was typed", error))?;
        Ok((found, drafts.set_aside.clone()))
    }

    /// Forgets what a member has typed there: it was recorded or thrown away. Whether there was anything.
    ///
    /// # Errors
    /// What keeps a file from being written.
    pub fn drop_draft(&mut self, member: &str, place: &DraftPlace) -> Result<bool, StoreError> {
        let DraftPlace { stream, form, item } = place;
        self.forget(
            "DELETE FROM draft WHERE member = ?1 AND stream = ?2 AND form = ?3 AND item = ?4",
            &[member, stream, form, item],
        )
    }

    /// Forgets all that a member has typed: who has left can record it no more.
    ///
    /// # Errors
    /// What keeps a file from being written.
    pub fn drop_drafts_of(&mut self, member: &str) -> Result<bool, StoreError> {
        self.forget("DELETE FROM draft WHERE member = ?1", &[member])
    }

    fn forget(&mut self, sql: &str, with: &[&str]) -> Result<bool, StoreError> {
        let path = self.drafts_path();
        if self.drafts.is_none() && !path.exists() {
            return Ok(false);
        }
        self.must_take_writing()?;
        self.drafts()?
            .conn
            .prepare_cached(sql)
            .and_then(|mut drop| drop.execute(rusqlite::params_from_iter(with)))
            .map(|gone| gone > 0)
            .map_err(|error| StoreError::database(&path, "forget what was typed", error))
    }

    fn drafts_path(&self) -> PathBuf {
        self.dir.join(files::DRAFTS)
    }

    /// The file of drafts, made when it is first needed. One that cannot be read any more is put aside under another name.
    fn drafts(&mut self) -> Result<&Drafts, StoreError> {
        let drafts = match self.drafts.take() {
            Some(open) => open,
            None => {
                let path = self.drafts_path();
                match self.open_drafts(&path) {
                    Err(StoreError::Damaged { .. }) if !self.is_read_only() => {
                        let set_aside = put_aside(&path)?;
                        Drafts { set_aside: Some(set_aside), ..self.open_drafts(&path)? }
                    }
                    other => other?,
                }
            }
        };
        Ok(self.drafts.insert(drafts))
    }

    fn open_drafts(&self, path: &Path) -> Result<Drafts, StoreError> {
        if self.is_read_only() {
            return Ok(Drafts { conn: reading::drafts(path, &self.key, &self.store_id)?, set_aside: None });
        }
        let conn = connection::open_file(path, &self.key, &self.store_id, Expect::Absent)?;
        conn.execute_batch(TABLE).map_err(|error| StoreError::database(path, "be made", error))?;
        Ok(Drafts { conn, set_aside: None })
    }
}

/// Gives a damaged file, with what belongs to it, a name that is free.
pub(crate) fn put_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let named = |end: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    };
    let number = (1u32..).find(|n| !named(&format!(".damaged-{n}")).exists()).unwrap_or(u32::MAX);
    let aside = named(&format!(".damaged-{number}"));
    std::fs::rename(path, &aside).map_err(StoreError::io(path, "put the damaged file aside"))?;
    for end in ["-wal", "-shm"] {
        match std::fs::remove_file(named(end)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(StoreError::io(&named(end), "remove what belongs to a damaged file")(error));
            }
            _ => {}
        }
    }
    Ok(aside)
}
