//! Bytes of a file at any place. A few pages are kept: records come in order, so that one page serves many, and memory
//! stays flat whatever the genome.

use super::error::{ReferenceError, ReferenceErrorKind, unreadable};
use super::index;
use noodles_bgzf::VirtualPosition;
use std::fs::File;
use std::io::{BufRead, BufReader, Error, ErrorKind, Result};
#[cfg(not(unix))]
use std::io::{Seek, SeekFrom};
use std::path::Path;

/// Pages kept: a walk to the left needs the page before, and unsorted records come back.
const KEPT: usize = 8;
/// Bytes of a page of a plain file. The records of a whole genome lie further apart than any page, so that reading more than
/// is used is all it costs. The pages of a bgzip file are its blocks.
const PAGE: u64 = 8 << 10;
/// Bytes of a page that lies close behind the one before: then more records are likely to be on it.
const LONG_PAGE: usize = 64 << 10;
/// How close that is.
const CLOSE: u64 = 16 << 10;
/// Bytes asked of a bgzip file at once.
const BUFFER: usize = 64 << 10;

/// Most blocks behind the last one that the index names: the last, and the empty one that marks the end.
const BEHIND: usize = 8;

#[derive(Debug, Default)]
struct Page {
    start: u64,
    bytes: Vec<u8>,
}

impl Page {
    fn holds(&self, offset: u64) -> bool {
        offset.checked_sub(self.start).is_some_and(|at| at < self.bytes.len() as u64)
    }
}

/// A file whose bytes can be asked for anywhere.
pub(super) struct Pages {
    source: Source,
    /// The one used last comes first.
    pages: Vec<Page>,
    size: u64,
}

enum Source {
    /// The file, and where the page that was read last ends.
    Plain(File, u64),
    Blocks(Box<Blocks>),
}

struct Blocks {
    file: noodles_bgzf::io::Reader<BufReader<File>>,
    /// Where blocks begin, packed and unpacked.
    begin: Vec<(u64, u64)>,
}

impl std::fmt::Debug for Pages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pages").field("size", &self.size).finish_non_exhaustive()
    }
}

impl Pages {
    /// Opens a file of `size` bytes; with the bytes of its `.gzi` where it is bgzip.
    pub(super) fn open(
        path: &Path,
        size: u64,
        gzi: Option<&[u8]>,
        file: &str,
    ) -> std::result::Result<Self, ReferenceError> {
        let open = || -> Result<(Source, u64)> {
            let opened = File::open(path)?;
            let Some(gzi) = gzi else { return Ok((Source::Plain(opened, u64::MAX), size)) };
            let mut blocks = Blocks {
                file: noodles_bgzf::io::Reader::new(BufReader::with_capacity(BUFFER, opened)),
                begin: index::blocks(gzi)?,
            };
            let size = blocks.size(size)?;
            Ok((Source::Blocks(Box::new(blocks)), size))
        };
        let (source, size) = open()
            .map_err(|error| ReferenceError::new(ReferenceErrorKind::Damaged, file, unreadable(&error)))?;
        let pages = (0..KEPT).map(|_| Page::default()).collect();
        Ok(Self { source, pages, size })
    }

    /// Bytes of the file, unpacked.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// The bytes from a place to the end of its page; at least one.
    pub(super) fn from(&mut self, offset: u64) -> Result<&[u8]> {
        if !self.pages.first().is_some_and(|page| page.holds(offset)) {
            self.turn_to(offset)?;
        }
        let page = self.pages.first().filter(|page| page.holds(offset)).ok_or_else(beyond)?;
        let at = usize::try_from(offset - page.start).unwrap_or(usize::MAX);
        page.bytes.get(at..).ok_or_else(beyond)
    }

    /// One byte.
    pub(super) fn byte(&mut self, offset: u64) -> Result<u8> {
        self.from(offset)?.first().copied().ok_or_else(beyond)
    }

    /// Makes the page that holds a byte the first, in place of the one that was not used for the longest time.
    fn turn_to(&mut self, offset: u64) -> Result<()> {
        let known = self.pages.iter().position(|page| page.holds(offset));
        let at = known.unwrap_or_else(|| self.pages.len().saturating_sub(1));
        if let Some(through) = self.pages.get_mut(..=at) {
            through.rotate_right(1);
        }
        match (known, self.pages.first_mut()) {
            (None, Some(page)) => {
                let loaded = self.source.load(offset, page);
                if loaded.is_err() {
                    // What could not be read holds nothing.
                    page.bytes.clear();
                }
                loaded
            }
            _ => Ok(()),
        }
    }
}

fn beyond() -> Error {
    Error::new(ErrorKind::UnexpectedEof, "the file ends before a place that its index names")
}

impl Source {
    fn load(&mut self, offset: u64, page: &mut Page) -> Result<()> {
        match self {
            Self::Plain(file, end) => {
                page.start = offset - offset % PAGE;
                let close = page.start.checked_sub(*end).is_some_and(|gap| gap < CLOSE);
                let wanted = if close { LONG_PAGE } else { PAGE as usize };
                page.bytes.resize(wanted, 0);
                let mut read = 0;
                while let Some(rest) = page.bytes.get_mut(read..).filter(|rest| !rest.is_empty()) {
                    match read_at(file, rest, page.start + read as u64)? {
                        0 => break,
                        count => read += count,
                    }
                }
                page.bytes.truncate(read);
                *end = page.start + read as u64;
                Ok(())
            }
            Self::Blocks(blocks) => blocks.load(offset, page),
        }
    }
}

/// Bytes of a file at a place: one call of the system where it has one for that.
#[cfg(unix)]
fn read_at(file: &File, into: &mut [u8], offset: u64) -> Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, into, offset)
}

#[cfg(not(unix))]
fn read_at(mut file: &File, into: &mut [u8], offset: u64) -> Result<usize> {
    file.seek(SeekFrom::Start(offset))?;
    std::io::Read::read(&mut file, into)
}

impl Blocks {
    fn load(&mut self, offset: u64, page: &mut Page) -> Result<()> {
        let after = self.begin.partition_point(|(_, plain)| *plain <= offset);
        let (packed, plain) =
            after.checked_sub(1).and_then(|at| self.begin.get(at)).copied().ok_or_else(beyond)?;
        self.turn_to(packed)?;
        let block = self.file.fill_buf()?;
        if block.is_empty() {
            return Err(beyond());
        }
        page.start = plain;
        page.bytes.clear();
        page.bytes.extend_from_slice(block);
        // A block shorter than the index says would leave a gap that reads as another place.
        let next = self.begin.get(after).map_or(u64::MAX, |(_, plain)| *plain);
        if next != u64::MAX && plain + page.bytes.len() as u64 != next {
            page.bytes.clear();
            return Err(Error::new(ErrorKind::InvalidData, "its index .gzi is of another file"));
        }
        Ok(())
    }

    /// Bytes of the file, unpacked: what the index counts, and the blocks from its last entry on. The index may name the place
    /// behind the last block.
    fn size(&mut self, packed_size: u64) -> Result<u64> {
        let (packed, plain) = self.begin.last().copied().ok_or_else(beyond)?;
        if packed > packed_size {
            return Err(beyond());
        }
        self.turn_to(packed)?;
        let mut size = plain;
        for _ in 0..BEHIND {
            let block = self.file.fill_buf()?.len();
            if block == 0 {
                // A header that breaks off passes for the end of the file.
                return if self.file.position() == packed_size { Ok(size) } else { Err(beyond()) };
            }
            self.file.consume(block);
            size = size.saturating_add(block as u64);
        }
        Err(Error::new(ErrorKind::InvalidData, "its index .gzi does not name all blocks"))
    }

    /// Reads the block that begins at a place of the packed file.
    fn turn_to(&mut self, packed: u64) -> Result<()> {
        let start = VirtualPosition::new(packed, 0).ok_or_else(beyond)?;
        self.file.seek(start).map(drop)
    }
}
