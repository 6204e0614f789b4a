//! Files as they were received, byte for byte, addressed by their SHA-256.

use crate::error::StoreError;
use crate::files;
use crate::squeeze;
use crate::store::Store;
use hex::FromHex;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

/// A file to be kept. Its SHA-256, by which events speak of it, is [`sha256_hex`] of its bytes.
#[derive(Debug, Clone, Copy)]
pub struct NewAttachment<'a> {
    /// Its name when it was received. The same bytes received again keep their first name.
    pub name: &'a str,
    /// Its media type, e.g. `application/json`.
    pub media_type: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// A kept file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name when it was first received.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes, checked against the SHA-256.
    pub bytes: Vec<u8>,
}

/// SHA-256 of a file: 64 lower-case hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(sha256(bytes))
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

impl Store {
    /// The kept file with this SHA-256 (hexadecimal). Its bytes are hashed again on the way out.
    pub fn attachment(&self, sha256_hex: &str) -> Result<Attachment, StoreError> {
        let none = || StoreError::NoAttachment(sha256_hex.to_owned());
        let wanted = <[u8; 32]>::from_hex(sha256_hex).map_err(|_| none())?;
        let found = self
            .conn
            .prepare_cached(
                "SELECT name, media_type, size, encoding, bytes FROM attachment WHERE sha256 = ?1",
            )
            .and_then(|mut by_hash| by_hash.query_row([wanted], Raw::read).optional())
            .map_err(|error| self.sql("read the file", error))?
            .ok_or_else(none)?;
        let bytes =
            found.open().filter(|bytes| sha256(bytes) == wanted).ok_or_else(|| StoreError::Damaged {
                file: self.dir.join(files::DATABASE),
                what: format!("the received file {sha256_hex} is not what was received"),
            })?;
        Ok(Attachment { name: found.name, media_type: found.media_type, bytes })
    }
}

/// What is known of a kept file beside its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// Its name when it was first received.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its length in bytes.
    pub size: u64,
}

impl Store {
    /// Every kept file, by its SHA-256.
    pub fn kept_files(&self) -> Result<Vec<KeptFile>, StoreError> {
        self.conn
            .prepare("SELECT sha256, name, media_type, size FROM attachment ORDER BY sha256")
            .and_then(|mut all| {
                all.query_map([], |row| {
                    let sha256 = hex::encode(row.get::<_, [u8; 32]>(0)?);
                    Ok(KeptFile { sha256, name: row.get(1)?, media_type: row.get(2)?, size: row.get(3)? })
                })?
                .collect()
            })
            .map_err(|error| self.sql("list the kept files", error))
    }
}

/// A row as kept.
pub(crate) struct Raw {
    name: String,
    media_type: String,
    size: u64,
    encoding: String,
    bytes: Vec<u8>,
}

impl Raw {
    /// Columns name, media_type, size, encoding, bytes, in this order.
    pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            name: row.get(0)?,
            media_type: row.get(1)?,
            size: row.get(2)?,
            encoding: row.get(3)?,
            bytes: row.get(4)?,
        })
    }

    pub(crate) fn open(&self) -> Option<Vec<u8>> {
        match self.encoding.as_str() {
            "plain" => (self.bytes.len() as u64 == self.size).then(|| self.bytes.clone()),
            "deflate" => squeeze::inflate(&self.bytes, self.size),
            _ => None,
        }
    }
}

/// Whether kept bytes open to the file of this length and hash. They are read on the way, never whole: a file may be long.
pub(crate) fn holds(kept: impl std::io::Read, encoding: &str, size: u64, sha256: [u8; 32]) -> bool {
    use std::io::Read;
    let mut bytes: Box<dyn Read> = match encoding {
        "plain" => Box::new(kept),
        "deflate" => Box::new(flate2::read::DeflateDecoder::new(kept)),
        _ => return false,
    };
    let (mut hash, mut length, mut chunk) = (Sha256::new(), 0_u64, vec![0; 64 * 1024]);
    loop {
        let Some(part) = bytes.read(&mut chunk).ok().and_then(|read| chunk.get(..read)) else { return false };
        if part.is_empty() {
            return length == size && <[u8; 32]>::from(hash.finalize()) == sha256;
        }
        length += part.len() as u64;
        if length > size {
            return false;
        }
        hash.update(part);
    }
}

/// A file hashed and compressed, ready to be written.
pub(crate) struct Prepared<'a> {
    pub(crate) sha256: [u8; 32],
    packed: Option<Vec<u8>>,
    new: NewAttachment<'a>,
}

pub(crate) fn prepare<'a>(new: &NewAttachment<'a>) -> Prepared<'a> {
    Prepared { sha256: sha256(new.bytes), packed: squeeze::deflate(new.bytes), new: *new }
}

impl Prepared<'_> {
    pub(crate) fn write(&self, tx: &Connection) -> rusqlite::Result<()> {
        let kept: Option<i64> = tx
            .prepare_cached("SELECT 1 FROM attachment WHERE sha256 = ?1")?
            .query_row([self.sha256], |row| row.get(0))
            .optional()?;
        if kept.is_some() {
            return Ok(());
        }
        let (encoding, bytes) =
            self.packed.as_deref().map_or(("plain", self.new.bytes), |packed| ("deflate", packed));
        tx.prepare_cached(
            "INSERT INTO attachment (sha256, media_type, name, size, encoding, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![self.sha256, self.new.media_type, self.new.name, self.new.bytes.len(), encoding, bytes])?;
        Ok(())
    }
}
