//! The files beside a FASTA: `.fai` (samtools faidx) and, for bgzip, `.gzi`.

use super::error::{ReferenceError, ReferenceErrorKind, unreadable};
use crate::detect::{Shape, shape};
use entaku_domain::ids::Sha256Hex;
use entaku_words::errors::genome;
use noodles_fasta::{fai, io::Indexer};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufReader, BufWriter, Error, ErrorKind, Read, Result as IoResult, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Most bytes of an index: that of GRCh38 with all its contigs has 0.2 MB, the `.gzi` of a human genome 0.8 MB.
const MOST: u64 = 64 << 20;
/// How much of either end of the file goes into the fingerprint.
const END: u64 = 64 << 10;

/// How a FASTA is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Plain,
    /// bgzip.
    Blocks,
}

/// How the file is packed, by its first bytes.
pub(super) fn packing(path: &Path, file: &str) -> Result<Packing, ReferenceError> {
    let mut start = Vec::new();
    File::open(path)
        .and_then(|opened| opened.take(512).read_to_end(&mut start))
        .map_err(|error| ReferenceError::new(ReferenceErrorKind::Missing, file, unreadable(&error)))?;
    let refuse = |found| Err(ReferenceError::new(ReferenceErrorKind::NotFasta, file, found));
    match shape(&start) {
        Shape::Gzip { blocks: true } => Ok(Packing::Blocks),
        Shape::Gzip { blocks: false } => refuse(genome::GZIP.to_label()),
        _ if start.first() == Some(&b'>') => Ok(Packing::Plain),
        _ => refuse(genome::NO_FASTA.to_label()),
    }
}

/// `genome.fa.fai` of `genome.fa`.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// The bytes of an index.
pub(super) fn read(path: &Path, ending: &str, file: &str) -> Result<Vec<u8>, ReferenceError> {
    let mut bytes = Vec::new();
    let read =
        File::open(beside(path, ending)).and_then(|opened| opened.take(MOST + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) if bytes.len() as u64 <= MOST => Ok(bytes),
        Ok(_) => Err(ReferenceError::new(
            ReferenceErrorKind::Damaged,
            file,
            genome::large_index(ending, MOST >> 20).to_label(),
        )),
        Err(error) => Err(ReferenceError::new(
            ReferenceErrorKind::NoIndex,
            file,
            genome::unreadable_index(file, ending, error).to_label(),
        )),
    }
}

/// Makes the `.fai` of a plain FASTA that has none, beside it. One pass over the file: seconds for a human genome.
/// False where there is one, or where the file is bgzip, whose two indexes only `samtools faidx` makes.
///
/// # Errors
/// When the file is no FASTA with lines of one length, or the index cannot be written.
pub fn make_index(path: &Path) -> Result<bool, ReferenceError> {
    let file = crate::open::bare_name(&path.to_string_lossy());
    crate::open::regular_file(path)
        .map_err(|error| ReferenceError::new(ReferenceErrorKind::Missing, &file, error.found))?;
    let at = beside(path, "fai");
    if at.exists() || packing(path, &file)? == Packing::Blocks {
        return Ok(false);
    }
    let said = |what: String| {
        ReferenceError::new(ReferenceErrorKind::NoIndex, &file, genome::no_index(what).to_label())
    };
    let opened = File::open(path).map_err(|error| said(error.to_string()))?;
    let mut indexer = Indexer::new(BufReader::with_capacity(1 << 20, opened));
    let mut records = Vec::new();
    while let Some(record) = indexer.index_record().map_err(|error| said(error.to_string()))? {
        records.push(record);
    }
    write(&at, &fai::Index::from(records)).map_err(|error| said(error.to_string()))?;
    Ok(true)
}

/// Written beside and moved there, so that half an index is never taken for one.
fn write(at: &Path, index: &fai::Index) -> IoResult<()> {
    let half = beside(at, "part");
    let write = || -> IoResult<()> {
        let mut writer = fai::io::Writer::new(BufWriter::new(File::create_new(&half)?));
        writer.write_index(index)?;
        writer.get_mut().flush()?;
        std::fs::rename(&half, at)
    };
    write().inspect_err(|error| {
        if error.kind() != ErrorKind::AlreadyExists {
            let _ = std::fs::remove_file(&half);
        }
    })
}

/// Where blocks begin, packed and unpacked, in order; the first is at 0 of both.
pub(super) fn blocks(gzi: &[u8]) -> IoResult<Vec<(u64, u64)>> {
    let damaged = |what: &str| Error::new(ErrorKind::InvalidData, what.to_owned());
    // The count in front is checked here, for the reader takes as much memory as it says.
    let count = gzi.first_chunk::<8>().map(|count| u64::from_le_bytes(*count));
    let held = (gzi.len() as u64).saturating_sub(8) / 16;
    if count != Some(held) {
        return Err(damaged("its index .gzi is cut off"));
    }
    let index = noodles_bgzf::gzi::io::Reader::new(gzi).read_index()?;
    let mut blocks = vec![(0, 0)];
    blocks.extend(index.as_ref());
    if !blocks.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1) {
        return Err(damaged("the blocks of its index .gzi are not in order"));
    }
    Ok(blocks)
}

/// SHA-256 of indexes, size and both ends of the file: hashing three gigabytes at every start would take too long.
pub(super) fn fingerprint(
    path: &Path,
    size: u64,
    fai: &[u8],
    gzi: Option<&[u8]>,
    file: &str,
) -> Result<Sha256Hex, ReferenceError> {
    let ends = || -> IoResult<Vec<u8>> {
        let mut opened = File::open(path)?;
        let mut ends = Vec::new();
        (&mut opened).take(END).read_to_end(&mut ends)?;
        opened.seek(SeekFrom::Start(size.saturating_sub(END)))?;
        opened.take(END).read_to_end(&mut ends)?;
        Ok(ends)
    };
    let unread = |error: &Error| ReferenceError::new(ReferenceErrorKind::Missing, file, unreadable(error));
    let ends = ends().map_err(|error| unread(&error))?;
    let mut hasher = Sha256::new();
    for part in [fai, gzi.unwrap_or_default(), &ends] {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.update(size.to_le_bytes());
    let digits = hex::encode(hasher.finalize());
    Sha256Hex::parse(&digits).map_err(|error| unread(&Error::other(error)))
}
