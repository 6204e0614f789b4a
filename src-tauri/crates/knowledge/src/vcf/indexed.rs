//! An open bgzip VCF with its index.

use super::index_check;
use entaku_domain::genome::Chromosome;
use noodles_bgzf as bgzf;
use noodles_core::Position;
use noodles_csi::{self as csi, BinningIndex};
use noodles_tabix as tabix;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// Most bytes of one record. gnomAD's have some 10 KiB.
const LONGEST: u64 = 16 << 20;

/// How a file looks from outside: size in bytes, and when it was changed, in nanoseconds since 1970 UTC.
pub(crate) type Looks = (u64, i64);

/// Open files, by import and the looks of their index.
pub(crate) type OpenVcfs = HashMap<(String, Looks), Indexed>;

/// How a file looks now.
pub(super) fn looks(path: &Path) -> io::Result<Looks> {
    let seen = std::fs::metadata(path)?;
    let changed = seen.modified()?.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    Ok((seen.len(), i64::try_from(changed).unwrap_or(i64::MAX)))
}

/// The index beside a file, tabix before CSI.
pub(super) fn index_beside(path: &Path) -> Option<PathBuf> {
    let beside = |end: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    };
    [".tbi", ".csi"].into_iter().map(beside).find(|index| index.is_file())
}

/// SHA-256 of a file, hexadecimal.
pub(super) fn digest(path: &Path) -> io::Result<String> {
    let mut file = File::open(path)?;
    let (mut hash, mut piece) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hex::encode(hash.finalize())),
            many => hash.update(piece.get(..many).unwrap_or_default()),
        }
    }
}

/// Whether a file is in blocks (BGZF): gzip with an extra field `BC` (SAM specification, 4.1).
pub(super) fn is_bgzip(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(14).read_to_end(&mut start)?;
    Ok(start.starts_with(&[0x1F, 0x8B, 8])
        && start.get(3).is_some_and(|flags| flags & 4 != 0)
        && start.get(12..14) == Some(b"BC"))
}

/// The library that reads indexes trusts what they say and panics where that cannot be. A damaged index is an error of this file.
fn guarded<T>(act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let damaged = |_| Err(io::Error::new(io::ErrorKind::InvalidData, "the index says what cannot be"));
    catch_unwind(AssertUnwindSafe(act)).unwrap_or_else(damaged)
}

/// An open file.
pub(crate) struct Indexed {
    index: Box<dyn BinningIndex + Send>,
    reader: bgzf::io::Reader<File>,
    /// Names of the contigs, in the order of the index.
    pub names: Vec<String>,
    places: HashMap<Chromosome, usize>,
}

impl Indexed {
    pub(super) fn open(path: &Path, index: &Path) -> io::Result<Self> {
        index_check::check(index)?;
        guarded(|| Self::read(path, index))
    }

    fn read(path: &Path, index: &Path) -> io::Result<Self> {
        let csi = index.extension().is_some_and(|end| end.eq_ignore_ascii_case("csi"));
        let index: Box<dyn BinningIndex + Send> =
            if csi { Box::new(csi::fs::read(index)?) } else { Box::new(tabix::fs::read(index)?) };
        let Some(header) = index.header() else {
            let fault = "the index names no contigs; make it with tabix";
            return Err(io::Error::new(io::ErrorKind::InvalidData, fault));
        };
        let names: Vec<String> = header
            .reference_sequence_names()
            .iter()
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect();
        let mut places = HashMap::new();
        for (place, name) in names.iter().enumerate() {
            if let Ok(chromosome) = Chromosome::parse(name) {
                places.entry(chromosome).or_insert(place);
            }
        }
        Ok(Self { index, reader: bgzf::io::Reader::new(File::open(path)?), names, places })
    }

    /// Reads the records that touch a stretch (bases counted from 1, inclusive), one line after the other.
    pub(super) fn each(
        &mut self,
        chromosome: &Chromosome,
        (first, last): (u64, u64),
        take: &mut dyn FnMut(&[u8]),
    ) -> io::Result<()> {
        let Some(place) = self.places.get(chromosome).copied() else { return Ok(()) };
        let Some(name) = self.names.get(place) else { return Ok(()) };
        let position = |base: u64| usize::try_from(base).ok().and_then(Position::new);
        let (Some(from), Some(to)) = (position(first), position(last)) else { return Ok(()) };
        let mut line = Vec::new();
        for chunk in guarded(|| self.index.query(place, (from..=to).into()))? {
            guarded(|| self.reader.seek(chunk.start()))?;
            while self.reader.virtual_position() < chunk.end() {
                line.clear();
                let read = (&mut self.reader).take(LONGEST).read_until(b'\n', &mut line)?;
                if read == 0 {
                    break;
                }
                if read as u64 == LONGEST && !line.ends_with(b"\n") {
                    return Err(io::Error::new(io::ErrorKind::InvalidData, "a record of more than 16 MiB"));
                }
                if line.starts_with(b"#") {
                    continue;
                }
                let mut columns = line.splitn(5, |byte| *byte == b'\t');
                let (contig, base) = (columns.next().unwrap_or_default(), columns.next().unwrap_or_default());
                let length = columns.nth(1).map_or(0, <[u8]>::len) as u64;
                let base: Option<u64> = std::str::from_utf8(base).ok().and_then(|base| base.parse().ok());
                let Some(base) = base.filter(|_| contig == name.as_bytes()) else {
                    // An index that leads to other contigs or to the middle of a line is not that of this file.
                    return Err(io::Error::new(
                        io::ErrorKind::InvalidData,
                        "the index does not belong to this file",
                    ));
                };
                if base > last {
                    break;
                }
                if base + length > first {
                    while line.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
                        line.pop();
                    }
                    take(&line);
                }
            }
        }
        Ok(())
    }

    /// Reads one record of the first contig that has any, to see that index and file belong together.
    pub(super) fn prove(&mut self) -> io::Result<()> {
        let (from, to) = (Position::MIN, Position::try_from(1 << 28).unwrap_or(Position::MAX));
        for place in 0..self.names.len() {
            let found = guarded(|| self.index.query(place, (from..=to).into()))?;
            let Some(chunk) = found.first().copied() else { continue };
            guarded(|| self.reader.seek(chunk.start()))?;
            let mut line = Vec::new();
            (&mut self.reader).take(LONGEST).read_until(b'\n', &mut line)?;
            let contig = line.split(|byte| *byte == b'\t').next().unwrap_or_default();
            return match self.names.get(place) {
                Some(name) if name.as_bytes() == contig => Ok(()),
                _ => {
                    Err(io::Error::new(io::ErrorKind::InvalidData, "the index does not belong to this file"))
                }
            };
        }
        Ok(())
    }
}
