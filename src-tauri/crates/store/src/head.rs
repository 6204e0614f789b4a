//! The keyed head: a small file beside the database that knows how long the journal must be.
//!
//! A hash chain alone cannot see that its end was cut off, that a whole older database file was put
//! back, or that everything from some point on was written anew with fresh hashes. So after each commit
//! a record *(count, last hash, HMAC)* is appended to `head.log`, keyed by the store key. The database
//! must hold the recorded hash at the recorded count.
//!
//! **What is traded.** A record is written after the commit it speaks of and is not flushed by itself,
//! because a second flush would double the cost of a decision. It is flushed at every checkpoint and at
//! closing. After a power failure the head may therefore be *behind* the journal (never ahead of it,
//! for the journal was flushed first); it is then accepted if the journal continues it. Until the next
//! flush, a cut of exactly those last events would go unseen. And who can put back older copies of
//! *both* files together is found only with a head kept elsewhere: [`Head`] has a short printable form
//! for report footers and backups, and `Store::holds` compares one with the journal.

use crate::connection;
use crate::error::StoreError;
use crate::files;
use crate::keyring::StoreKey;
use hex::FromHex;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fs::{File, OpenOptions};
use std::io::{BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// What the head's key is derived for.
pub(crate) const PURPOSE: &[u8] = b"entaku/head/v1";
/// Count (8 bytes, big-endian), hash (32), HMAC-SHA256 (32).
const RECORD: usize = 72;
/// How many records at the end are looked at when opening: two programs that commit at the same
/// moment may write theirs in the other order.
const TAIL: u64 = 64;

/// The end of the journal: how many events it holds and the hash of the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Number of events.
    pub count: u64,
    /// Hash of the last event; of the store's identity when there is none.
    pub hash: [u8; 32],
}

impl std::fmt::Display for Head {
    /// `count:hash`, e.g. `128:9f86…`; read back by [`Head::parse`].
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.count, hex::encode(self.hash))
    }
}

impl Head {
    /// Reads the printed form.
    pub fn parse(text: &str) -> Option<Self> {
        let (count, hash) = text.trim().split_once(':')?;
        Some(Self { count: count.parse().ok()?, hash: <[u8; 32]>::from_hex(hash).ok()? })
    }
}

/// How the keyed head and the journal stand to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadState {
    /// They agree.
    Sound {
        /// Number of events.
        count: u64,
    },
    /// The journal continues the head: a crash came before the head was written. Nothing is amiss.
    Behind {
        /// Events the head knows.
        head: u64,
        /// Events in the journal.
        journal: u64,
    },
    /// Some records cannot be read (power failure or damage), but the last readable one fits.
    Worn {
        /// Number of unreadable records.
        unreadable: u64,
        /// Events the last readable record knows.
        head: u64,
    },
    /// `head.log` is not there.
    Missing,
    /// `head.log` has no record made with this store's key.
    Unreadable,
    /// The journal ends before the head: events were cut off, or an older database was put back.
    Ahead {
        /// Events the head knows.
        head: u64,
        /// Events in the journal.
        journal: u64,
    },
    /// The journal holds another event at a recorded count: it was written anew.
    Differs {
        /// The count at which they part.
        count: u64,
    },
}

impl HeadState {
    /// Whether head and journal fit with nothing left to explain.
    pub fn is_sound(&self) -> bool {
        matches!(self, Self::Sound { .. } | Self::Behind { .. })
    }

    /// Whether the journal may grow: not when its own end is in doubt.
    pub fn allows_append(&self) -> bool {
        self.is_sound() || matches!(self, Self::Worn { .. })
    }
}

impl std::fmt::Display for HeadState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sound { count } => write!(f, "journal and keyed head agree on {count} events"),
            Self::Behind { head, journal } => {
                write!(
                    f,
                    "the journal holds {journal} events and continues the keyed head, which knows {head} (a crash before the head was written)"
                )
            }
            Self::Worn { unreadable, head } => {
                write!(
                    f,
                    "{unreadable} record(s) of head.log cannot be read (power failure or damage); the last readable one knows {head} events and fits"
                )
            }
            Self::Missing => f.write_str("head.log is missing, so a shortened journal could not be told"),
            Self::Unreadable => f.write_str("head.log has no record made with the key of this store"),
            Self::Ahead { head, journal } => {
                write!(
                    f,
                    "the journal holds {journal} events, but {head} were recorded: events were cut off or an older store.db was put back"
                )
            }
            Self::Differs { count } => {
                write!(
                    f,
                    "event {count} of the journal is not the one recorded in head.log: the journal was written anew"
                )
            }
        }
    }
}

/// `head.log`, open for appending.
#[derive(Debug)]
pub(crate) struct HeadLog {
    path: PathBuf,
    key: Zeroizing<[u8; 32]>,
    /// `None`: missing, or for reading alone; it is not made again by itself, for its absence is evidence.
    file: Option<File>,
}

impl HeadLog {
    /// Starts the log of a new store with its first head.
    pub(crate) fn create(dir: &Path, key: Zeroizing<[u8; 32]>, first: Head) -> Result<Self, StoreError> {
        let path = dir.join(files::HEAD);
        let file = OpenOptions::new().create_new(true).append(true).open(&path);
        let mut log = Self { file: Some(file.map_err(StoreError::io(&path, "create the file"))?), path, key };
        log.append(first)?;
        log.flush()?;
        Ok(log)
    }

    /// The log where nothing can be written.
    pub(crate) fn read(dir: &Path, key: Zeroizing<[u8; 32]>) -> Self {
        Self { path: dir.join(files::HEAD), key, file: None }
    }

    pub(crate) fn open(dir: &Path, key: Zeroizing<[u8; 32]>) -> Result<Self, StoreError> {
        let path = dir.join(files::HEAD);
        let file = match OpenOptions::new().append(true).open(&path) {
            Ok(mut file) => {
                // A record cut short by a power failure would shift all later ones: it is filled up and
                // stays as an unreadable record.
                let length = file.metadata().map_err(StoreError::io(&path, "read the file"))?.len();
                let over = usize::try_from(length % RECORD as u64).unwrap_or(0);
                if over > 0 {
                    file.write_all(&vec![0; RECORD - over])
                        .map_err(StoreError::io(&path, "write the file"))?;
                }
                Some(file)
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(StoreError::io(&path, "open the file")(error)),
        };
        Ok(Self { path, key, file })
    }

    /// Records the journal's end. Not flushed: see the module.
    pub(crate) fn append(&mut self, head: Head) -> Result<(), StoreError> {
        let record = self.encode(head)?;
        let Some(file) = &mut self.file else { return Ok(()) };
        file.write_all(&record).map_err(|error| {
            // A full disk may have taken a part of the record, which would shift all later ones.
            if let Ok(length) = file.metadata().map(|metadata| metadata.len()) {
                let _ = file.set_len(length - length % RECORD as u64);
            }
            StoreError::io(&self.path, "write the file")(error)
        })
    }

    pub(crate) fn flush(&self) -> Result<(), StoreError> {
        match &self.file {
            Some(file) => file.sync_data().map_err(StoreError::io(&self.path, "flush the file")),
            None => Ok(()),
        }
    }

    /// The furthest head among the last records, and how many of those cannot be read.
    pub(crate) fn latest(&self) -> Result<Option<Latest>, StoreError> {
        let mut latest = Latest { head: None, unreadable: 0 };
        let found = self.for_each(Some(TAIL), |record| {
            match record {
                Some(head) if latest.head.is_none_or(|known| head.count >= known.count) => {
                    latest.head = Some(head)
                }
                Some(_) => {}
                None => latest.unreadable += 1,
            }
            Ok(())
        })?;
        Ok(found.then_some(latest))
    }

    /// Hands every record to `check`, `None` for one that cannot be read. `false`: the file is missing.
    pub(crate) fn for_each(
        &self,
        last: Option<u64>,
        mut check: impl FnMut(Option<Head>) -> Result<(), StoreError>,
    ) -> Result<bool, StoreError> {
        let reading = || StoreError::io(&self.path, "read the file");
        let mut file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(reading()(error)),
        };
        let records = file.metadata().map_err(reading())?.len().div_ceil(RECORD as u64);
        let skipped = records.saturating_sub(last.unwrap_or(records));
        file.seek(SeekFrom::Start(skipped * RECORD as u64)).map_err(reading())?;
        let mut reader = BufReader::new(file);
        for _ in skipped..records {
            let mut record = [0u8; RECORD];
            match reader.read_exact(&mut record) {
                Ok(()) => check(self.decode(&record)?)?,
                Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => check(None)?,
                Err(error) => return Err(reading()(error)),
            }
        }
        Ok(true)
    }

    /// Puts the present file aside under a free name and starts anew with `head`. An act of a person.
    pub(crate) fn restart(&mut self, dir: &Path, head: Head) -> Result<(), StoreError> {
        let _held = files::lock(dir)?;
        self.file = None;
        if self.path.exists() {
            let aside =
                (1u32..).map(|n| dir.join(format!("{}.{n}", files::HEAD))).find(|path| !path.exists());
            let aside = aside.unwrap_or_else(|| dir.join("head.log.old"));
            std::fs::rename(&self.path, &aside).map_err(StoreError::io(&self.path, "put the file aside"))?;
        }
        *self = Self::create(dir, self.key.clone(), head)?;
        files::sync_folder_of(&self.path)
    }

    /// Keys every record anew that was made with the former key. One that cannot be read stays what it is.
    pub(crate) fn key_anew(
        dir: &Path,
        former: &Zeroizing<[u8; 32]>,
        key: &Zeroizing<[u8; 32]>,
    ) -> Result<(), StoreError> {
        let path = dir.join(files::HEAD);
        let with = |key: &Zeroizing<[u8; 32]>| Self { path: path.clone(), key: key.clone(), file: None };
        let (former, present) = (with(former), with(key));
        let mut bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            // Its absence is evidence, and stays.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(StoreError::io(&path, "read the file")(error)),
        };
        for record in bytes.chunks_exact_mut(RECORD) {
            let Ok(read) = <[u8; RECORD]>::try_from(&*record) else { continue };
            if let Some(head) = former.decode(&read)? {
                record.copy_from_slice(&present.encode(head)?);
            }
        }
        files::replace(&path, &bytes)
    }

    fn encode(&self, head: Head) -> Result<[u8; RECORD], StoreError> {
        let mut record = [0u8; RECORD];
        let mac: [u8; 32] = self.mac(head)?.finalize().into_bytes().into();
        let parts = head.count.to_be_bytes().into_iter().chain(head.hash).chain(mac);
        record.iter_mut().zip(parts).for_each(|(to, from)| *to = from);
        Ok(record)
    }

    fn decode(&self, record: &[u8; RECORD]) -> Result<Option<Head>, StoreError> {
        let (count, rest) = record.split_at(8);
        let (hash, mac) = rest.split_at(32);
        let (Ok(count), Ok(hash)) = (count.try_into(), hash.try_into()) else { return Ok(None) };
        let head = Head { count: u64::from_be_bytes(count), hash };
        Ok(self.mac(head)?.verify_slice(mac).is_ok().then_some(head))
    }

    fn mac(&self, head: Head) -> Result<Hmac<Sha256>, StoreError> {
        let mac = Hmac::<Sha256>::new_from_slice(self.key.as_slice());
        let mut mac =
            mac.map_err(|error| StoreError::Database { doing: "key the head", source: Box::new(error) })?;
        mac.update(b"entaku/head/v1");
        mac.update(&head.count.to_be_bytes());
        mac.update(&head.hash);
        Ok(mac)
    }
}

/// Whether `head.log` is there and none of its last records was made with this key.
pub(crate) fn is_under_another_key(dir: &Path, key: &StoreKey, store_id: &str) -> Result<bool, StoreError> {
    let log = HeadLog::read(dir, connection::derived(key, store_id, PURPOSE)?);
    Ok(log.latest()?.is_some_and(|latest| latest.head.is_none() && latest.unreadable > 0))
}

/// What the end of the log says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Latest {
    pub(crate) head: Option<Head>,
    pub(crate) unreadable: u64,
}

/// Compares the log with the journal, of which `hash_at` tells the hash at a count.
pub(crate) fn compare(
    latest: Option<Latest>,
    journal: Head,
    hash_at: impl FnOnce(u64) -> Result<Option<[u8; 32]>, StoreError>,
) -> Result<HeadState, StoreError> {
    let Some(Latest { head, unreadable }) = latest else { return Ok(HeadState::Missing) };
    let Some(head) = head else { return Ok(HeadState::Unreadable) };
    Ok(match hash_at(head.count)? {
        None => HeadState::Ahead { head: head.count, journal: journal.count },
        Some(hash) if hash != head.hash => HeadState::Differs { count: head.count },
        Some(_) if unreadable > 0 => HeadState::Worn { unreadable, head: head.count },
        Some(_) if head.count < journal.count => {
            HeadState::Behind { head: head.count, journal: journal.count }
        }
        Some(_) => HeadState::Sound { count: head.count },
    })
}
