//! Making, opening and closing a store.

use crate::append::end_of;
use crate::connection::{self, Expect};
use crate::drafts::Drafts;
use crate::error::StoreError;
use crate::files;
use crate::head::{self, Head, HeadLog, HeadState};
use crate::identity::Identity;
use crate::kdf::KdfParams;
use crate::keyholding::{Keyholding, Signer};
use crate::keyring::{Keyring, Opened, SlotOwner, StoreKey};
use crate::place;
use crate::random;
use crate::reading::{self, Reading};
use crate::record;
use crate::recovery::RecoveryCode;
use crate::renewal;
use crate::schema;
use crate::verify::BadEvent;
use entaku_domain::member_keys::{Keyholders, PublicKeys};
use rusqlite::{Connection, OptionalExtension};
use std::path::{Path, PathBuf};
use std::time::Duration;
use zeroize::Zeroizing;

/// How long closing waits for others who read, to leave all in one file. Whoever is the last to close leaves it so.
const CLOSING: Duration = Duration::from_millis(100);

/// What a new store is told about itself. Its id and its key are made at random.
#[derive(Debug, Clone)]
pub struct NewStore<'a> {
    /// The institution's site, written into every event.
    pub site_id: &'a str,
    /// This computer, written into every event recorded on it.
    pub device_id: &'a str,
    /// Now: RFC 3339 with offset.
    pub created_at: &'a str,
    /// What a password guess shall cost: [`KdfParams::STANDARD`] outside tests.
    pub kdf: KdfParams,
}

/// What a new store begins with: public halves, to be recorded in its first event, and the code, told this once.
#[derive(Debug)]
pub struct NewKeys {
    /// The first member's.
    pub member: PublicKeys,
    /// The recovery code's.
    pub recovery: PublicKeys,
    /// The code itself.
    pub code: RecoveryCode,
}

/// An open case store. One value holds one connection; several programs may have the same store open,
/// for every append is one immediate transaction that reads the end of the chain inside itself.
pub struct Store {
    pub(crate) dir: PathBuf,
    pub(crate) conn: Connection,
    /// How it is read where nothing can be written. After the connection, for a copy goes with it.
    pub(crate) reading: Option<Reading>,
    pub(crate) key: StoreKey,
    /// Which of the store's keys this is, counted from 1.
    pub(crate) generation: u64,
    pub(crate) store_id: String,
    pub(crate) site_id: String,
    pub(crate) device_id: String,
    pub(crate) head_log: HeadLog,
    pub(crate) head_state: HeadState,
    /// The end of the journal when this value last saw it: it can only grow.
    pub(crate) seen: Head,
    pub(crate) opened_by: Option<SlotOwner>,
    /// Who speaks here; nobody, where a slot of the first format opened the store.
    pub(crate) signer: Option<Signer>,
    /// Who has just proved at this machine to be another member.
    pub(crate) guest: Option<Signer>,
    pub(crate) keyholding: Keyholding,
    pub(crate) drafts: Option<Drafts>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store")
            .field("dir", &self.dir)
            .field("store_id", &self.store_id)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Makes a store in a new or empty folder, with its first member and a recovery code that is told
    /// this once. Everything is made in a folder beside it and put in place by one rename, so that a
    /// crash leaves a whole store or none.
    pub fn create(
        dir: &Path,
        new: &NewStore<'_>,
        first: SlotOwner,
        password: &str,
    ) -> Result<(Self, NewKeys), StoreError> {
        place::check(dir)?;
        record_time(new.created_at)?;
        let dir = std::path::absolute(dir).map_err(StoreError::io(dir, "find the folder"))?;
        must_be_free(&dir)?;
        files::clear_beside(&dir, &[MAKING]);
        let (store_id, key) = (random::uuid()?, random::bytes::<32>()?);
        let code = RecoveryCode::generate()?;
        let making = beside(&dir, &store_id);
        std::fs::create_dir_all(&making).map_err(StoreError::io(&making, "make the folder"))?;
        restrict(&making)?;
        let held = files::under_way(&making)?;
        let filled = fill(&making, &store_id, &key, new, first.clone(), password, &code);
        let (identity, recovery) = filled.inspect_err(|_| {
            // What was begun holds nothing yet, and its key is gone.
            let _ = std::fs::remove_dir_all(&making);
        })?;
        drop(held);
        // Only an empty folder goes away here.
        let _ = std::fs::remove_dir(&dir);
        std::fs::rename(&making, &dir).map_err(StoreError::io(&dir, "put the new store in place"))?;
        files::sync_folder_of(&dir)?;
        let keys = NewKeys { member: identity.public(), recovery, code };
        let opened = Opened {
            owner: Some(first),
            key,
            identity: Some(identity),
            edition: 1,
            generation: 1,
            between: false,
        };
        Ok((Self::start(&dir, opened, &store_id, new.device_id)?, keys))
    }

    /// Opens a store by a member's id or sign-in name and password. `device_id` is written into the
    /// events recorded from here on.
    pub fn open(dir: &Path, who: &str, password: &str, device_id: &str) -> Result<Self, StoreError> {
        place::check(dir)?;
        Self::opened_by_keyring(dir, device_id, |keyring| keyring.open(who, password))
    }

    /// A second connection to the open store for whoever opened it, for something long that is done beside what this one does.
    /// Each appends as another program would. A store that is only read has none.
    ///
    /// # Errors
    /// What keeps the store from being opened, as when another program has given it a new key.
    pub fn another(&self) -> Result<Self, StoreError> {
        self.must_take_writing()?;
        let identity =
            self.signer.as_ref().map(|signer| Identity::of(Zeroizing::new(*signer.identity.secret())));
        let opened = Opened {
            owner: self.opened_by.clone(),
            key: self.key.clone(),
            identity: identity.transpose()?,
            edition: self.opened_by.as_ref().map_or(0, |owner| self.keyholding.edition(owner)),
            generation: self.generation,
            between: false,
        };
        Self::start(&self.dir, opened, &self.store_id, &self.device_id)
    }

    /// Opens a store by its recovery code, as typed. What follows is to give a member a new password.
    pub fn open_with_recovery(dir: &Path, code: &str, device_id: &str) -> Result<Self, StoreError> {
        place::check(dir)?;
        let code = RecoveryCode::parse(code)?;
        Self::opened_by_keyring(dir, device_id, |keyring| keyring.open_with_recovery(&code))
    }

    pub(crate) fn opened_by_keyring(
        dir: &Path,
        device_id: &str,
        open: impl Fn(&Keyring) -> Result<Opened, StoreError>,
    ) -> Result<Self, StoreError> {
        let keyring = Keyring::read(dir)?;
        match Self::start(dir, open(&keyring)?, keyring.store_id(), device_id) {
            // Neither damage nor forgery where another program has given the store a new key since the file was read.
            Err(StoreError::Damaged { .. } | StoreError::KeysDiffer { .. })
                if !Keyring::read(dir)?.is_of(&keyring) =>
            {
                let keyring = Keyring::read(dir)?;
                Self::start(dir, open(&keyring)?, keyring.store_id(), device_id)
            }
            done => done,
        }
    }

    pub(crate) fn start(
        dir: &Path,
        opened: Opened,
        store_id: &str,
        device_id: &str,
    ) -> Result<Self, StoreError> {
        let dir = std::path::absolute(dir).map_err(StoreError::io(dir, "find the folder"))?;
        let path = dir.join(files::DATABASE);
        let (key, generation) = renewal::settled(&dir, store_id, &opened)?;
        let (mut conn, reading, kept_in) = match connection::open(&dir, &key, store_id, Expect::Existing) {
            Ok(conn) => (conn, None, dir.clone()),
            Err(_) if dir.is_dir() && reading::is_needed(&dir) => {
                let (conn, reading, kept_in) = reading::open(&dir, &key, store_id)?;
                (conn, Some(reading), kept_in)
            }
            // Not damage where the keyed end of the journal is under another key too: the key file is an older copy.
            Err(StoreError::Damaged { .. }) if head::is_under_another_key(&dir, &key, store_id)? => {
                return Err(StoreError::KeysDiffer { path: dir.join(files::KEYS) });
            }
            Err(error) => return Err(error),
        };
        conn.set_prepared_statement_cache_capacity(64);
        schema::migrate(&kept_in, &mut conn, &key, store_id)?;
        let mut keyholding = Keyholding::default();
        keyholding.read_on(&conn, &path)?;
        if !keyholding.fits(&opened) {
            return Err(StoreError::KeysDiffer { path: dir.join(files::KEYS) });
        }
        let (found_id, site_id): (String, String) = conn
            .query_row("SELECT store_id, site_id FROM store_meta", [], |row| Ok((row.get(0)?, row.get(1)?)))
            .map_err(|error| StoreError::database(&path, "tell whose it is", error))?;
        if found_id != store_id {
            let what = format!("it belongs to store {found_id}, keys.json to store {store_id}");
            return Err(StoreError::Damaged { file: path, what });
        }
        let head_key = connection::derived(&key, store_id, head::PURPOSE)?;
        let head_log =
            if reading.is_some() { HeadLog::read(&dir, head_key) } else { HeadLog::open(&dir, head_key)? };
        let mut store = Self {
            seen: record::genesis(store_id),
            head_state: HeadState::Missing,
            store_id: store_id.to_owned(),
            device_id: device_id.to_owned(),
            dir,
            conn,
            reading,
            key,
            generation,
            site_id,
            head_log,
            signer: opened.identity.map(|identity| match &opened.owner {
                Some(owner) => Signer { member: owner.member_id.clone(), identity },
                None => Signer::recovery_code(identity),
            }),
            opened_by: opened.owner,
            guest: None,
            keyholding,
            drafts: None,
        };
        store.seen = store.head()?;
        store.head_state = store.compare_head()?;
        store.renew_projections()?;
        if !store.is_read_only() {
            store.clear_left_overs();
        }
        Ok(store)
    }

    /// The folder the store lies in.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The store's id: a UUID.
    pub fn store_id(&self) -> &str {
        &self.store_id
    }

    /// The institution's site.
    pub fn site_id(&self) -> &str {
        &self.site_id
    }

    /// The member whose password opened the store; `None` after opening by the recovery code.
    pub fn opened_by(&self) -> Option<&SlotOwner> {
        self.opened_by.as_ref()
    }

    /// Who holds which keys, as far as the journal was read.
    pub fn keyholders(&self) -> &Keyholders {
        self.keyholding.holders()
    }

    /// The first event about members that is not by who is named in it. Nothing may be recorded on such a journal.
    pub fn unproven(&self) -> Option<&BadEvent> {
        self.keyholding.unproven()
    }

    /// Why nothing may be recorded, where that is so.
    pub fn refusal(&self) -> StoreError {
        match self.unproven() {
            Some(bad) => StoreError::Unproven(bad.clone()),
            None => StoreError::HeadRefused(self.head_state.clone()),
        }
    }

    /// When the last event was recorded; none in an empty journal.
    pub fn last_at(&self) -> Result<Option<chrono::DateTime<chrono::FixedOffset>>, StoreError> {
        let at: Option<String> = self
            .conn
            .query_row("SELECT at FROM journal ORDER BY seq DESC LIMIT 1", [], |row| row.get(0))
            .optional()
            .map_err(|error| self.sql("read the journal's end", error))?;
        Ok(at.and_then(|at| chrono::DateTime::parse_from_rfc3339(&at).ok()))
    }

    /// How head and journal stood when the store was opened or the head last confirmed.
    pub fn head_state(&self) -> &HeadState {
        &self.head_state
    }

    /// The end of the journal: for report footers and backups, where no one can roll it back.
    pub fn head(&self) -> Result<Head, StoreError> {
        end_of(&self.conn, &self.store_id).map_err(|error| self.sql("read the journal's end", error))
    }

    /// Whether the journal still holds what a head kept elsewhere (a printed report, a backup) says.
    pub fn holds(&self, head: Head) -> Result<bool, StoreError> {
        Ok(self.hash_at(head.count)? == Some(head.hash))
    }

    /// Moves what was written from the write-ahead log into the database and flushes the head. To be
    /// called when nobody is waiting; other programs are not disturbed.
    pub fn checkpoint(&mut self) -> Result<(), StoreError> {
        if self.is_read_only() {
            return Ok(());
        }
        self.conn
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
            .map_err(|error| self.sql("be checkpointed", error))?;
        self.head_log.flush()
    }

    /// Confirms the journal's present end as the right one, after a person has found out why head and
    /// journal part (for example a backup that was put back). The former head.log is kept beside the
    /// new one. The caller records who did this and why.
    pub fn confirm_head(&mut self) -> Result<(), StoreError> {
        self.must_take_writing()?;
        let head = self.head()?;
        self.head_log.restart(&self.dir, head)?;
        self.seen = head;
        self.head_state = self.compare_head()?;
        Ok(())
    }

    /// Closes the store: all in one database file, head flushed. Dropping does the same but cannot tell
    /// when it fails.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.settle()
    }

    fn settle(&mut self) -> Result<(), StoreError> {
        if self.is_read_only() {
            return Ok(());
        }
        self.conn
            .busy_timeout(CLOSING)
            .and_then(|()| self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())))
            .map_err(|error| self.sql("be checkpointed", error))?;
        self.head_log.flush()
    }

    pub(crate) fn hash_at(&self, count: u64) -> Result<Option<[u8; 32]>, StoreError> {
        if count == 0 {
            return Ok(Some(record::genesis(&self.store_id).hash));
        }
        // A count beyond what the database can number is not in it.
        let Ok(count) = i64::try_from(count) else { return Ok(None) };
        self.conn
            .prepare_cached("SELECT hash FROM journal WHERE seq = ?1")
            .and_then(|mut at| at.query_row([count], |row| row.get(0)).optional())
            .map_err(|error| self.sql("read the journal", error))
    }

    fn compare_head(&self) -> Result<HeadState, StoreError> {
        // The log is read first: what another program adds meanwhile only lengthens the journal.
        let latest = self.head_log.latest()?;
        head::compare(latest, self.head()?, |count| self.hash_at(count))
    }

    pub(crate) fn sql(&self, doing: &'static str, error: rusqlite::Error) -> StoreError {
        StoreError::database(&self.dir.join(files::DATABASE), doing, error)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // Best effort; everything acknowledged is durable without it.
        let _ = self.settle();
    }
}

fn record_time(at: &str) -> Result<(), StoreError> {
    crate::projection::utc(at).map(drop)
}

pub(crate) fn must_be_free(dir: &Path) -> Result<(), StoreError> {
    match std::fs::read_dir(dir) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(entry) => {
                let found =
                    entry.map(|entry| entry.file_name().to_string_lossy().into_owned()).unwrap_or_default();
                Err(StoreError::NotEmpty { dir: dir.to_owned(), found: format!("it holds {found}") })
            }
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(StoreError::io(dir, "read the folder")(error)),
    }
}

/// What the name of the folder in which a store is being made ends with, before the store's id.
const MAKING: &str = ".making-";

/// A name in the same folder, so that the rename stays on one disk.
fn beside(dir: &Path, store_id: &str) -> PathBuf {
    let mut name = dir.file_name().unwrap_or_default().to_owned();
    name.push(format!("{MAKING}{store_id}"));
    dir.with_file_name(name)
}

/// The folder is for its owner alone.
pub(crate) fn restrict(dir: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(dir, std::fs::Permissions::from_mode(0o700))
            .map_err(StoreError::io(dir, "restrict the folder to its owner"))?;
    }
    Ok(())
}

fn fill(
    dir: &Path,
    store_id: &str,
    key: &StoreKey,
    new: &NewStore<'_>,
    first: SlotOwner,
    password: &str,
    code: &RecoveryCode,
) -> Result<(Identity, PublicKeys), StoreError> {
    let path = dir.join(files::DATABASE);
    let mut keyring = Keyring::new(dir, store_id);
    let identity = keyring.add(first, password, key, new.kdf)?;
    let (_, recovery) = keyring.prepare_recovery(code, key)?;
    let mut conn = connection::open(dir, key, store_id, Expect::Absent)?;
    schema::first_run(
        &mut conn,
        &path,
        &schema::Identity { store_id, site_id: new.site_id, created_at: new.created_at },
    )?;
    conn.close().map_err(|(_, error)| StoreError::database(&path, "be closed", error))?;
    let head_key = connection::derived(key, store_id, head::PURPOSE)?;
    HeadLog::create(dir, head_key, record::genesis(store_id))?;
    drop(files::lock(dir)?);
    keyring.write()?;
    Ok((identity, recovery))
}
