//! A whole store in one file, and back from it into a new folder.
//!
//! The file is a ZIP archive of the encrypted database as it stood at one moment, the key file, and a list of both with
//! their lengths, SHA-256, and the journal's end; the list bears an HMAC by the store's key. Nothing in it can be read
//! without a member's password. What members have typed and not recorded is no part of it.
//!
//! It is checked when it is made, by opening the copy, and again before it is put in place: every hash, the list's HMAC, the
//! whole journal with its signatures. An older copy is a sound one: that it is not the latest is told by the journal's end
//! printed elsewhere or kept in a later backup.

use crate::append::end_of;
use crate::connection::{self, Expect};
use crate::error::StoreError;
use crate::files;
use crate::head::{Head, HeadLog};
use crate::keyring::{BACKUP_PURPOSE, Keyring, SlotOwner, StoreKey};
use crate::schema;
use crate::store::{Store, must_be_free, restrict};
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

const LIST: &str = "backup.json";
const FORMAT: &str = "entaku-backup";
const VERSION: u32 = 1;
/// A list of two files is a few hundred bytes.
const LIST_LIMIT: u64 = 64 * 1024;
const CHUNK: usize = 1 << 20;
/// What the name of a copy of the database ends with, and of a folder in which a store is being put back, before an id.
const COPY: &str = ".backup-";
const RESTORING: &str = ".restoring-";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Listed {
    name: String,
    bytes: u64,
    sha256: String,
}

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct List {
    format: String,
    version: u32,
    store_id: String,
    /// RFC 3339 with offset.
    made_at: String,
    /// The journal's end, `count:hash`.
    head: String,
    files: Vec<Listed>,
    /// HMAC-SHA256 by the store's key over all of the above.
    mac: String,
}

impl List {
    /// What the HMAC covers.
    fn signed(&self) -> Result<Vec<u8>, StoreError> {
        let bare = Self { mac: String::new(), ..self.clone() };
        serde_json::to_vec(&bare).map_err(|error| broken(error.to_string()))
    }

    fn mac_by(&self, key: &StoreKey) -> Result<Hmac<Sha256>, StoreError> {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(key.as_slice()).map_err(|error| broken(error.to_string()))?;
        mac.update(&self.signed()?);
        Ok(mac)
    }

    /// Whether it is as the store made it that has, or had, one of these keys for backups.
    fn check(&self, keys: &[StoreKey]) -> Result<(), StoreError> {
        let mac = hex::decode(&self.mac).unwrap_or_default();
        for key in keys {
            if self.mac_by(key)?.verify_slice(&mac).is_ok() {
                return Ok(());
            }
        }
        Err(broken("its list was changed"))
    }

    fn head(&self) -> Result<Head, StoreError> {
        Head::parse(&self.head)
            .ok_or_else(|| broken(format!("it names “{}” as the journal’s end", self.head)))
    }
}

/// A backup that lies in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundBackup {
    /// Where.
    pub path: PathBuf,
    /// When it was made.
    pub made_at: chrono::DateTime<chrono::FixedOffset>,
}

fn broken(what: impl Into<String>) -> StoreError {
    StoreError::NoBackup(what.into())
}

impl Store {
    /// Writes the whole store as it stands into `out`. Other programs go on recording meanwhile; what they record after the
    /// beginning is not in it. Answers with the journal's end that it holds.
    pub fn back_up(&self, out: &mut (impl Write + Seek), made_at: &str) -> Result<Head, StoreError> {
        let _held = if self.is_read_only() {
            None
        } else {
            self.clear_left_overs();
            Some(files::under_way(&self.dir)?)
        };
        // Database and key file are of one moment: neither a password nor the store's key changes meanwhile.
        let _still = if self.is_read_only() { None } else { Some(files::lock(&self.dir)?) };
        if Keyring::read(&self.dir)?.generation() != self.generation {
            return Err(StoreError::KeyRenewed);
        }
        let copy = Scratch::file(&self.scratch_dir())?;
        schema::copy_database(&self.conn, &copy.0, &self.key, &self.store_id)?;
        let head = end_of_copy(&copy.0, &self.key, &self.store_id)?;
        let keys = self.dir.join(files::KEYS);
        let mut zip = ZipWriter::new(out);
        let files = [(files::DATABASE, copy.0.as_path()), (files::KEYS, keys.as_path())]
            .map(|(name, path)| put(&mut zip, name, path));
        let files = files.into_iter().collect::<Result<Vec<_>, _>>()?;
        let mut list = List {
            format: FORMAT.to_owned(),
            version: VERSION,
            store_id: self.store_id.clone(),
            made_at: made_at.to_owned(),
            head: head.to_string(),
            files,
            mac: String::new(),
        };
        list.mac = hex::encode(list.mac_by(&backup_key(&self.key, &self.store_id)?)?.finalize().into_bytes());
        let text = serde_json::to_vec_pretty(&list).map_err(|error| broken(error.to_string()))?;
        zip.start_file(LIST, options()).map_err(|error| broken(error.to_string()))?;
        zip.write_all(&text).map_err(StoreError::io(Path::new(LIST), "write into the backup"))?;
        zip.finish().map_err(|error| broken(error.to_string()))?;
        Ok(head)
    }

    /// Removes the copies of the database that interrupted backups left in the store's folder.
    pub(crate) fn clear_left_overs(&self) {
        let begins = format!("{}{COPY}", files::DATABASE);
        files::clear(&self.dir, |name| name.starts_with(&begins));
    }

    /// Puts a store back from a backup into a new or empty folder: all of it, after it was found whole, or nothing. `who`
    /// must be able to open it, and `may` has the last word. Answers with the store, opened.
    pub fn restore(
        from: &Path,
        dir: &Path,
        who: &str,
        password: &str,
        device_id: &str,
        may: impl FnOnce(&mut Self) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        crate::place::check(dir)?;
        let dir = std::path::absolute(dir).map_err(StoreError::io(dir, "find the folder"))?;
        must_be_free(&dir)?;
        let mut zip = open(from)?;
        let list = read_list(&mut zip)?;
        files::clear_beside(&dir, &[RESTORING]);
        let making = Scratch::folder(&dir)?;
        let held = files::under_way(&making.0)?;
        for listed in &list.files {
            take(&mut zip, listed, &making.0)?;
        }
        let keyring = Keyring::read(&making.0)?;
        if keyring.store_id() != list.store_id {
            return Err(broken("its key file belongs to another store"));
        }
        let opened = keyring.open(who, password)?;
        list.check(&[backup_key(&opened.key, &list.store_id)?])?;
        let head_key = connection::derived(&opened.key, &list.store_id, crate::head::PURPOSE)?;
        drop(HeadLog::create(&making.0, head_key, list.head()?)?);
        let mut store = Self::start(&making.0, opened, &list.store_id, device_id)?;
        may(&mut store)?;
        let found = store.verify_deep()?;
        if !found.ok || store.head()? != list.head()? {
            let what = found.first_bad.map(|bad| format!("event {}: {}", bad.seq, bad.what));
            return Err(broken(
                what.or_else(|| found.faults.into_iter().next()).unwrap_or_else(|| found.head.to_string()),
            ));
        }
        store.close()?;
        drop(held);
        // Only an empty folder goes away here.
        let _ = std::fs::remove_dir(&dir);
        std::fs::rename(&making.0, &dir).map_err(StoreError::io(&dir, "put the store in place"))?;
        files::sync_folder_of(&dir)?;
        Self::open(&dir, who, password, device_id)
    }

    /// Who can open the store of a backup: for choosing who puts it back.
    pub fn backup_sign_in_names(from: &Path) -> Result<Vec<SlotOwner>, StoreError> {
        let mut zip = open(from)?;
        let list = read_list(&mut zip)?;
        let scratch = Scratch::folder(&std::env::temp_dir().join("entaku"))?;
        if let Some(keys) = list.files.iter().find(|file| file.name == files::KEYS) {
            take(&mut zip, keys, &scratch.0)?;
        }
        Ok(Keyring::read(&scratch.0)?.owners())
    }

    /// The backups of this very store that lie in a folder, the latest first. What is none, or another store's, is passed over.
    pub fn backups_in(&self, folder: &Path) -> Result<Vec<FoundBackup>, StoreError> {
        let keys = self.backup_keys()?;
        let entries = std::fs::read_dir(folder).map_err(StoreError::io(folder, "read the folder"))?;
        let mut found: Vec<FoundBackup> = entries
            .filter_map(Result::ok)
            .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
            .filter_map(|entry| {
                let path = entry.path();
                let list = read_list(&mut open(&path).ok()?).ok()?;
                let ours = list.store_id == self.store_id && list.check(&keys).is_ok();
                let made_at = chrono::DateTime::parse_from_rfc3339(&list.made_at).ok()?;
                ours.then_some(FoundBackup { path, made_at })
            })
            .collect();
        found.sort_by(|one, other| other.made_at.cmp(&one.made_at).then_with(|| other.path.cmp(&one.path)));
        Ok(found)
    }

    /// Reads a backup of this store through: whether all of it is as it was made.
    pub fn check_backup(&self, from: &Path) -> Result<(), StoreError> {
        let mut zip = open(from)?;
        let list = read_list(&mut zip)?;
        list.check(&self.backup_keys()?)?;
        for listed in &list.files {
            let missing = |_| broken(format!("{} is missing", listed.name));
            let mut entry = zip.by_name(&listed.name).map_err(missing)?;
            if pass(&mut entry, &mut std::io::sink(), from)? != (listed.bytes, listed.sha256.clone()) {
                return Err(broken(format!("{} is not what was put into it", listed.name)));
            }
        }
        Ok(())
    }

    /// The keys by which the list of a backup of this store may be checked: that of today, and those of before.
    fn backup_keys(&self) -> Result<Vec<StoreKey>, StoreError> {
        let mut keys = vec![backup_key(&self.key, &self.store_id)?];
        keys.extend(Keyring::read(&self.dir)?.earlier(&self.key)?);
        Ok(keys)
    }

    /// Whether the journal still holds all that a backup of this store holds. `None`: it is of another store.
    pub fn holds_backup(&self, from: &Path) -> Result<Option<bool>, StoreError> {
        let list = read_list(&mut open(from)?)?;
        if list.store_id != self.store_id {
            return Ok(None);
        }
        list.check(&self.backup_keys()?)?;
        self.holds(list.head()?).map(Some)
    }
}

/// The key by which the list of a backup is checked.
fn backup_key(key: &StoreKey, store_id: &str) -> Result<StoreKey, StoreError> {
    connection::derived(key, store_id, BACKUP_PURPOSE)
}

fn options() -> SimpleFileOptions {
    // An encrypted page does not get smaller.
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored).large_file(true)
}

fn open(from: &Path) -> Result<ZipArchive<File>, StoreError> {
    let file = File::open(from).map_err(StoreError::io(from, "open the backup"))?;
    ZipArchive::new(file).map_err(|error| broken(format!("it is no archive ({error})")))
}

fn read_list(zip: &mut ZipArchive<File>) -> Result<List, StoreError> {
    let entry = zip.by_name(LIST).map_err(|_| broken("its list is missing"))?;
    let mut text = Vec::new();
    entry
        .take(LIST_LIMIT)
        .read_to_end(&mut text)
        .map_err(StoreError::io(Path::new(LIST), "read the backup"))?;
    let list: List = serde_json::from_slice(&text)
        .map_err(|error| broken(format!("its list cannot be read ({error})")))?;
    if list.format != FORMAT || list.version != VERSION {
        return Err(broken(format!("it is of another format ({} {})", list.format, list.version)));
    }
    let names: Vec<&str> = list.files.iter().map(|file| file.name.as_str()).collect();
    if names != [files::DATABASE, files::KEYS] {
        return Err(broken("its list names other files than a store's"));
    }
    Ok(list)
}

/// Copies a file into the archive, hashing it.
fn put(zip: &mut ZipWriter<impl Write + Seek>, name: &str, path: &Path) -> Result<Listed, StoreError> {
    zip.start_file(name, options()).map_err(|error| broken(error.to_string()))?;
    let mut file = File::open(path).map_err(StoreError::io(path, "read the file"))?;
    let (bytes, sha256) = pass(&mut file, zip, path)?;
    Ok(Listed { name: name.to_owned(), bytes, sha256 })
}

/// Copies a file out of the archive. More than its list says is never written.
fn take(zip: &mut ZipArchive<File>, listed: &Listed, to: &Path) -> Result<(), StoreError> {
    let path = to.join(&listed.name);
    let entry = zip.by_name(&listed.name).map_err(|_| broken(format!("{} is missing", listed.name)))?;
    let mut file = File::create_new(&path).map_err(StoreError::io(&path, "create the file"))?;
    let (bytes, sha256) = pass(&mut entry.take(listed.bytes.saturating_add(1)), &mut file, &path)?;
    file.sync_all().map_err(StoreError::io(&path, "flush the file"))?;
    if (bytes, &sha256) == (listed.bytes, &listed.sha256) {
        Ok(())
    } else {
        Err(broken(format!("{} is not what was put into it", listed.name)))
    }
}

/// SHA-256 of a file of any length, 64 hexadecimal digits.
pub fn sha256_of_file(path: &Path) -> Result<String, StoreError> {
    let mut file = File::open(path).map_err(StoreError::io(path, "read the file"))?;
    pass(&mut file, &mut std::io::sink(), path).map(|(_, sha256)| sha256)
}

/// Length and SHA-256 of what was copied.
fn pass(from: &mut impl Read, to: &mut impl Write, path: &Path) -> Result<(u64, String), StoreError> {
    let (mut hash, mut bytes, mut chunk) = (Sha256::new(), 0_u64, vec![0; CHUNK]);
    loop {
        let read = from.read(&mut chunk).map_err(StoreError::io(path, "read the file"))?;
        let Some(part) = chunk.get(..read).filter(|part| !part.is_empty()) else { break };
        hash.update(part);
        to.write_all(part).map_err(StoreError::io(path, "write the file"))?;
        bytes += part.len() as u64;
    }
    Ok((bytes, hex::encode(hash.finalize())))
}

fn end_of_copy(path: &Path, key: &StoreKey, store_id: &str) -> Result<Head, StoreError> {
    let copy = connection::open_file(path, key, store_id, Expect::Existing)?;
    end_of(&copy, store_id).map_err(|error| StoreError::database(path, "be read again", error))
}

/// A file or folder that is there for a moment and goes, whatever happens.
struct Scratch(PathBuf);

impl Scratch {
    fn file(dir: &Path) -> Result<Self, StoreError> {
        Ok(Self(dir.join(format!("{}{COPY}{}", files::DATABASE, crate::random::uuid()?))))
    }

    fn folder(dir: &Path) -> Result<Self, StoreError> {
        let mut name = dir.file_name().unwrap_or_default().to_owned();
        name.push(format!("{RESTORING}{}", crate::random::uuid()?));
        let path = dir.with_file_name(name);
        std::fs::create_dir_all(&path).map_err(StoreError::io(&path, "make the folder"))?;
        restrict(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A copy lies there with what the database puts beside it.
        for suffix in ["", ".new", ".new-wal", ".new-shm", ".new-journal", "-wal", "-shm", "-journal"] {
            let mut name = self.0.clone().into_os_string();
            name.push(suffix);
            let _ = std::fs::remove_file(name);
        }
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
