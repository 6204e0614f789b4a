//! A new store key, so that who left, and who may have come by a password, a key or the recovery code, opens nothing that is
//! recorded later, with whatever older key file.
//!
//! It takes five steps under the store's lock, each of which is whole or not there after a crash:
//! 1. the key file holds the new key beside the former one, for those alone whom the journal names;
//! 2. the database is encrypted anew in one transaction;
//! 3. so are the drafts and copies from before a migration;
//! 4. the records of `head.log` are keyed anew;
//! 5. the former key goes from the key file.
//!
//! Whoever opens the store after a crash in between takes the work up where it was left. Other programs that have the store
//! open find the key file changed at their next act and follow.

use crate::connection::{self, Expect};
use crate::error::StoreError;
use crate::files;
use crate::head::HeadLog;
use crate::keyring::{Keyring, Keys, Opened, StoreKey};
use crate::random;
use crate::reading;
use crate::store::Store;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How often it is told how far the work is.
const TICK: Duration = Duration::from_millis(100);

/// Told how far the work is: bytes done, and bytes in all.
pub type Progress<'p> = dyn Fn(u64, u64) + Sync + 'p;

/// Whether the store is to have a new key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// It has the one that it is to have.
    Present,
    /// It is to have a new one.
    Due,
    /// It is to have a new one, which cannot be given to everybody yet: to members who have not signed in since members have
    /// keys, or to the recovery code of before.
    Waits,
}

impl Store {
    /// Whether the store is to have a new key, as far as its members were read.
    pub fn key_state(&self) -> KeyState {
        let holders = self.keyholding.holders();
        if self.generation >= holders.generation() {
            KeyState::Present
        } else if holders.recovery().is_some() && holders.without_keys().next().is_none() {
            KeyState::Due
        } else {
            KeyState::Waits
        }
    }

    /// Gives the store a new key where it is to have one, and encrypts everything anew. Answers with the key's number where
    /// that was done here.
    pub fn renew_key(&mut self, progress: &Progress<'_>) -> Result<Option<u64>, StoreError> {
        self.must_take_writing()?;
        self.read_members()?;
        if self.key_state() != KeyState::Due {
            return Ok(None);
        }
        if self.unproven().is_some() || !self.head_state.allows_append() {
            return Err(self.refusal());
        }
        let held = files::lock(&self.dir)?;
        let mut keyring = Keyring::read(&self.dir)?;
        if keyring.is_between() || keyring.generation() != self.generation {
            drop(held);
            self.follow_key()?;
            return Ok(None);
        }
        // Whoever was named before the lock was held is read again under it.
        self.read_members()?;
        let generation = self.keyholding.holders().generation();
        let keys = Keys { key: random::bytes::<32>()?, former: Some(self.key.clone()) };
        keyring.begin_renewal(generation, &keys, |owner, public, edition| {
            self.keyholding.names(owner, public, edition)
        })?;
        keyring.write()?;
        self.take_up(keyring, keys, progress)?;
        Ok(Some(generation))
    }

    /// Goes on with the key that another program gave the store, where one did. `true`: it did.
    ///
    /// # Errors
    /// [`StoreError::SignInRefused`] where it was not given to who works here.
    pub fn follow_key(&mut self) -> Result<bool, StoreError> {
        self.must_not_be_ahead()?;
        let keyring = Keyring::read(&self.dir)?;
        // A store that cannot be written is what it was when it was opened, or is opened anew.
        if self.is_read_only() {
            let same = keyring.generation() == self.generation || keyring.is_between();
            return if same { Ok(false) } else { Err(StoreError::SignInRefused) };
        }
        if keyring.generation() == self.generation && !keyring.is_between() {
            return Ok(false);
        }
        let _held = files::lock(&self.dir)?;
        let keyring = Keyring::read(&self.dir)?;
        let keys = match &self.signer {
            Some(signer) => keyring.keys_for(&signer.identity)?,
            None => None,
        };
        self.take_up(keyring, keys.ok_or(StoreError::SignInRefused)?, &|_, _| ())?;
        self.read_members()?;
        self.must_not_be_ahead()?;
        Ok(true)
    }

    /// A key file that counts more keys than the journal asks for was changed by hand: a member who is about to leave could keep
    /// the store from being given a new key by it.
    fn must_not_be_ahead(&self) -> Result<(), StoreError> {
        if self.generation > self.keyholding.holders().generation() {
            return Err(StoreError::KeysDiffer { path: self.dir.join(files::KEYS) });
        }
        Ok(())
    }

    /// Finishes what is left to do and goes on under the new key; or, where that fails, under the one that the database has.
    fn take_up(
        &mut self,
        mut keyring: Keyring,
        keys: Keys,
        progress: &Progress<'_>,
    ) -> Result<(), StoreError> {
        // Nothing of this connection may stand in the way of the transaction that writes every page.
        self.drafts = None;
        let nothing = Connection::open_in_memory().map_err(|error| self.sql("be closed", error))?;
        let closed = std::mem::replace(&mut self.conn, nothing).close();
        closed.map_err(|(_, error)| self.sql("be closed", error))?;
        let done = finish(&self.dir, &self.store_id, &mut keyring, &keys, progress);
        let (key, generation) = match (&done, keys.former) {
            (Err(_), Some(former)) if !fits(&self.dir, &keys.key, &self.store_id) => {
                (former, keyring.generation().saturating_sub(1))
            }
            _ => (keys.key, keyring.generation()),
        };
        self.conn = connection::open(&self.dir, &key, &self.store_id, Expect::Existing)?;
        self.conn.set_prepared_statement_cache_capacity(64);
        self.head_log =
            HeadLog::open(&self.dir, connection::derived(&key, &self.store_id, crate::head::PURPOSE)?)?;
        (self.key, self.generation) = (key, generation);
        done
    }
}

/// The key to go on with at opening, after taking up what a crash left half done.
pub(crate) fn settled(dir: &Path, store_id: &str, opened: &Opened) -> Result<(StoreKey, u64), StoreError> {
    let as_read = || (opened.key.clone(), opened.generation);
    let (true, Some(identity)) = (opened.between, &opened.identity) else { return Ok(as_read()) };
    if reading::is_needed(dir) {
        let keyring = Keyring::read(dir)?;
        let keys = keyring.keys_for(identity)?.ok_or(StoreError::SignInRefused)?;
        return Ok(match keys.former {
            Some(former) if reading::open(dir, &keys.key, store_id).is_err() => {
                (former, keyring.generation().saturating_sub(1))
            }
            _ => (keys.key, keyring.generation()),
        });
    }
    let _held = files::lock(dir)?;
    let mut keyring = Keyring::read(dir)?;
    let keys = keyring.keys_for(identity)?.ok_or(StoreError::SignInRefused)?;
    finish(dir, store_id, &mut keyring, &keys, &|_, _| ())?;
    Ok((keys.key, keyring.generation()))
}

/// Steps 2 to 5. Each looks first whether it was done.
fn finish(
    dir: &Path,
    store_id: &str,
    keyring: &mut Keyring,
    keys: &Keys,
    progress: &Progress<'_>,
) -> Result<(), StoreError> {
    let Some(former) = &keys.former else { return Ok(()) };
    encrypt_anew(&dir.join(files::DATABASE), store_id, former, &keys.key, progress)?;
    for other in others(dir)? {
        match encrypt_anew(&other, store_id, former, &keys.key, &|_, _| ()) {
            // A file that neither key opens was damaged before; it is told of where it is used.
            Ok(()) | Err(StoreError::Damaged { .. }) => {}
            Err(error) => return Err(error),
        }
    }
    head_anew(dir, store_id, former, &keys.key)?;
    keyring.end_renewal();
    keyring.write()
}

/// Keys the records of `head.log` anew.
pub(crate) fn head_anew(
    dir: &Path,
    store_id: &str,
    former: &StoreKey,
    key: &StoreKey,
) -> Result<(), StoreError> {
    let head = |key| connection::derived(key, store_id, crate::head::PURPOSE);
    HeadLog::key_anew(dir, &head(former)?, &head(key)?)
}

/// The other encrypted files of a store: what was typed, and copies from before a migration.
fn others(dir: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let reading = || StoreError::io(dir, "read the folder");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(reading())? {
        let name = entry.map_err(reading())?.file_name();
        let copy = format!("{}.format-", files::DATABASE);
        let of_copy = name.to_str().and_then(|name| name.strip_prefix(&copy));
        let is_copy = of_copy.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        if is_copy || name.to_str() == Some(files::DRAFTS) {
            found.push(dir.join(name));
        }
    }
    Ok(found)
}

fn fits(dir: &Path, key: &StoreKey, store_id: &str) -> bool {
    connection::open(dir, key, store_id, Expect::Existing).is_ok()
}

/// Encrypts a database file anew, in one transaction, unless it was done.
pub(crate) fn encrypt_anew(
    path: &Path,
    store_id: &str,
    former: &StoreKey,
    key: &StoreKey,
    progress: &Progress<'_>,
) -> Result<(), StoreError> {
    match connection::open_file(path, key, store_id, Expect::Existing) {
        Ok(_) => return Ok(()),
        Err(StoreError::Damaged { .. }) => {}
        Err(error) => return Err(error),
    }
    let conn = connection::open_file(path, former, store_id, Expect::Existing)?;
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !done.load(Ordering::Acquire) {
                // Each page goes through the write-ahead log once.
                progress(length(&beside(path, "-wal")), length(path));
                std::thread::park_timeout(TICK);
            }
        });
        let renewed = connection::rekey(&conn, path, key, store_id);
        done.store(true, Ordering::Release);
        renewed
    })?;
    drop(conn);
    // Opened again to see that it was done, for the cipher tells no failure. What the log holds under the former key goes.
    let conn = connection::open_file(path, key, store_id, Expect::Existing)?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .map_err(|error| StoreError::database(path, "be checkpointed", error))
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

fn length(path: &Path) -> u64 {
    std::fs::metadata(path).map_or(0, |metadata| metadata.len())
}
