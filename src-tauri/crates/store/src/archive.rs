//! An archive (ZIP) written file by file, for those who keep no archive of their own; and what passes through, hashed.

use sha2::{Digest, Sha256};
use std::io::{Error, Result, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive under way.
pub struct Archive<W: Write + Seek>(ZipWriter<W>);

impl<W: Write + Seek> std::fmt::Debug for Archive<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Archive")
    }
}

impl<W: Write + Seek> Archive<W> {
    /// An archive with nothing in it yet.
    pub fn new(out: W) -> Self {
        Self(ZipWriter::new(out))
    }

    /// Begins a file: what is written from here on is in it.
    pub fn begin(&mut self, path: &str) -> Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .large_file(true)
            .unix_permissions(0o600);
        self.0.start_file(path, options).map_err(Error::other)
    }

    /// Writes its list of contents. Without it nothing can be read.
    pub fn finish(self) -> Result<()> {
        self.0.finish().map(drop).map_err(Error::other)
    }
}

impl<W: Write + Seek> Write for Archive<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        self.0.flush()
    }
}

/// Counts and hashes what is written through it.
pub struct Hashed<'w> {
    to: &'w mut dyn Write,
    hash: Sha256,
    bytes: u64,
}

impl std::fmt::Debug for Hashed<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hashed").field("bytes", &self.bytes).finish_non_exhaustive()
    }
}

impl<'w> Hashed<'w> {
    /// Of what is written here.
    pub fn new(to: &'w mut dyn Write) -> Self {
        Self { to, hash: Sha256::new(), bytes: 0 }
    }

    /// Length in bytes, and SHA-256 in hexadecimal digits.
    pub fn done(self) -> (u64, String) {
        (self.bytes, hex::encode(self.hash.finalize()))
    }
}

impl Write for Hashed<'_> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> Result<()> {
        self.to.flush()
    }
}
