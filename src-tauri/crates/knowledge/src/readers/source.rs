//! A file to be read, or the bytes of one: its name, size and digest, and what it looks like from outside.

use super::Watch;
use crate::store::error::KnowledgeStoreError;
use crate::store::record::ImportProgress;
use entaku_words::Said;
use entaku_words::errors::{file_fault, file_need};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

/// Bytes read at a time.
const PIECE: usize = 1 << 16;

/// Most bytes of a file that is read whole: OncoTree's releases have a quarter of a MiB, lists of a site hardly more.
pub(crate) const WHOLE: u64 = 64 << 20;

/// Where the bytes are.
enum Place {
    File(PathBuf),
    Bytes(Vec<u8>),
}

/// What a file looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nature {
    Text,
    Json,
    Workbook,
    Gzip,
}

/// A file whose digest is known.
pub(crate) struct Source {
    pub name: String,
    pub bytes: u64,
    /// Hexadecimal.
    pub sha256: String,
    place: Place,
}

impl Source {
    pub(crate) fn of_file(path: &Path, watch: Watch<'_>) -> Result<Self, KnowledgeStoreError> {
        let failed = |cause| KnowledgeStoreError::File { file: path.to_owned(), cause };
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let seen = std::fs::metadata(path).map_err(failed)?;
        // A device or a pipe may have no end.
        if !seen.is_file() {
            let found = if seen.is_dir() { file_fault::FOLDER } else { file_fault::DEVICE }.said().into();
            return Err(KnowledgeStoreError::Unrecognised {
                file: name,
                found,
                expected: file_need::FILE.said().into(),
            });
        }
        let mut file = File::open(path).map_err(failed)?;
        let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0_u64, vec![0; PIECE]);
        loop {
            let many = match file.read(&mut piece) {
                Ok(0) => break,
                Ok(many) => many,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(failed(error)),
            };
            hash.update(piece.get(..many).unwrap_or_default());
            bytes += many as u64;
            if !watch(ImportProgress { bytes: 0, of: seen.len(), rows: 0 }) {
                return Err(KnowledgeStoreError::Cancelled { file: name });
            }
        }
        Ok(Self { name, bytes, sha256: hex::encode(hash.finalize()), place: Place::File(path.to_owned()) })
    }

    pub(crate) fn of_bytes(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            bytes: bytes.len() as u64,
            sha256: hex::encode(Sha256::digest(bytes)),
            place: Place::Bytes(bytes.to_vec()),
        }
    }

    /// The bytes from the first on.
    pub(crate) fn open(&self) -> Result<Box<dyn Read + '_>, KnowledgeStoreError> {
        match &self.place {
            Place::Bytes(bytes) => Ok(Box::new(Cursor::new(bytes.as_slice()))),
            Place::File(path) => match File::open(path) {
                Ok(file) => Ok(Box::new(BufReader::with_capacity(PIECE, file))),
                Err(cause) => Err(KnowledgeStoreError::File { file: path.clone(), cause }),
            },
        }
    }

    /// All of it, for kinds that are read whole; it must be what the digest was made of.
    pub(crate) fn whole(&self) -> Result<Vec<u8>, KnowledgeStoreError> {
        if self.bytes > WHOLE {
            return Err(self.damaged(0, file_fault::size(self.bytes >> 20), file_need::at_most(WHOLE >> 20)));
        }
        let mut bytes = Vec::new();
        self.open()?.take(WHOLE + 1).read_to_end(&mut bytes).map_err(|cause| self.unreadable(cause))?;
        if hex::encode(Sha256::digest(&bytes)) == self.sha256 {
            Ok(bytes)
        } else {
            Err(KnowledgeStoreError::Changing { file: self.name.clone() })
        }
    }

    /// How it begins, as far as the kind of a document of trials is told by that.
    pub(crate) fn start(&self) -> Result<Vec<u8>, KnowledgeStoreError> {
        let mut start = Vec::new();
        self.open()?
            .take(crate::trials::START)
            .read_to_end(&mut start)
            .map_err(|cause| self.unreadable(cause))?;
        Ok(start)
    }

    pub(crate) fn nature(&self) -> Result<Nature, KnowledgeStoreError> {
        let mut start = Vec::new();
        self.open()?.take(512).read_to_end(&mut start).map_err(|cause| self.unreadable(cause))?;
        let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&start);
        Ok(if start.starts_with(b"PK\x03\x04") {
            Nature::Workbook
        } else if start.starts_with(b"\x1F\x8B") {
            Nature::Gzip
        } else if matches!(text.iter().find(|byte| !byte.is_ascii_whitespace()), Some(b'{' | b'[')) {
            Nature::Json
        } else {
            Nature::Text
        })
    }

    pub(crate) fn unreadable(&self, cause: std::io::Error) -> KnowledgeStoreError {
        let file = match &self.place {
            Place::File(path) => path.clone(),
            Place::Bytes(_) => PathBuf::from(&self.name),
        };
        KnowledgeStoreError::File { file, cause }
    }

    pub(crate) fn damaged(&self, line: u64, found: impl Said, expected: impl Said) -> KnowledgeStoreError {
        let file = self.name.clone();
        KnowledgeStoreError::Damaged {
            file,
            line,
            found: found.said().into(),
            expected: expected.said().into(),
        }
    }
}
