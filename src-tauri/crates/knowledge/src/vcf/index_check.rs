//! Whether an index is whole, looked at before the library reads it: that takes as much memory as the counts in the file claim,
//! and a damaged count would end the program. Formats: tabix (TBI) and CSI version 1 of the SAM and tabix specifications.

use noodles_bgzf as bgzf;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Most bytes of names and settings. The names of all contigs of man have some 100 KiB.
const NAMES: u64 = 16 << 20;

/// Most bytes that an index may unpack to; that of gnomAD's genomes has some 30 MiB a chromosome.
const UNPACKED: u64 = 1 << 30;

/// Walks through the index and answers an error where a count says more than the file holds.
pub(super) fn check(path: &Path) -> io::Result<()> {
    let mut index = Walk { inner: bgzf::io::Reader::new(File::open(path)?).take(UNPACKED) };
    let mut magic = [0; 4];
    index.inner.read_exact(&mut magic)?;
    let csi = match &magic {
        b"TBI\x01" => false,
        b"CSI\x01" => true,
        _ => return Err(damaged("is neither a tabix nor a CSI index")),
    };
    let references = if csi {
        let (shift, depth) = (index.count()?, index.count()?);
        if shift > 30 || depth > 10 {
            return Err(damaged("divides the genome as no index does"));
        }
        let settings = index.count()?;
        index.names(settings)?;
        index.count()?
    } else {
        let references = index.count()?;
        index.skip(6 * 4)?;
        let names = index.count()?;
        index.names(names)?;
        references
    };
    for _ in 0..references {
        for _ in 0..index.count()? {
            // Number of the bin; in CSI where its records begin too.
            index.skip(if csi { 4 + 8 } else { 4 })?;
            let chunks = index.count()?;
            index.skip(chunks * 16)?;
        }
        if !csi {
            let offsets = index.count()?;
            index.skip(offsets * 8)?;
        }
    }
    Ok(())
}

struct Walk<R> {
    inner: R,
}

impl<R: Read> Walk<R> {
    /// A count: four bytes, little-endian, not negative.
    fn count(&mut self) -> io::Result<u64> {
        let mut bytes = [0; 4];
        self.inner.read_exact(&mut bytes)?;
        u64::try_from(i32::from_le_bytes(bytes)).map_err(|_| damaged("has a count below 0"))
    }

    fn skip(&mut self, bytes: u64) -> io::Result<()> {
        let skipped = io::copy(&mut self.inner.by_ref().take(bytes), &mut io::sink())?;
        if skipped == bytes { Ok(()) } else { Err(damaged("ends before what it counts")) }
    }

    fn names(&mut self, bytes: u64) -> io::Result<()> {
        if bytes > NAMES { Err(damaged("has names of more than 16 MiB")) } else { self.skip(bytes) }
    }
}

fn damaged(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("the index {what}"))
}
