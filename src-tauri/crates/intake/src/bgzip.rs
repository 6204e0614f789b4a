//! Block gzip (bgzip), inflated on a second thread while the first reads what was inflated before. Blocks are bounded by
//! the format (64 KiB either way) and only a few are under way, so memory stays flat and little is read beyond what is
//! used. Source: SAM specification §4.1.

use libdeflater::Decompressor;
use std::io::{BufRead, Error, ErrorKind, Read, Result};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, scope};

/// Blocks under way: at most 1 MiB of compressed data is read ahead.
const AHEAD: usize = 16;

/// Largest block, compressed or not.
const MAX_BLOCK: usize = 1 << 16;

/// Bytes of a block's header before its subfields.
const HEADER: usize = 12;

/// Bytes after its data: checksum and size.
const FOOTER: usize = 8;

/// One block on its way through both threads; its buffers are used again.
#[derive(Debug, Default)]
pub(crate) struct Block {
    /// Compressed data, then checksum and size.
    packed: Vec<u8>,
    plain: Vec<u8>,
}

/// Gives the inflated bytes of `source` to `then`.
///
/// # Errors
/// When the operating system gives no thread.
pub(crate) fn read<R: BufRead, T>(source: R, then: impl FnOnce(&mut Blocks<R>) -> T) -> Result<T> {
    scope(|scope| {
        let (jobs, todo) = sync_channel(AHEAD);
        let (done, results) = sync_channel(AHEAD);
        Builder::new().name("bgzip".to_owned()).spawn_scoped(scope, move || work(&todo, &done))?;
        let mut blocks = Blocks {
            source,
            jobs,
            results,
            under_way: 0,
            end: None,
            block: Block::default(),
            at: 0,
            spare: Vec::new(),
        };
        Ok(then(&mut blocks))
    })
}

/// The second thread: inflates until the first hangs up.
fn work(todo: &Receiver<Block>, done: &SyncSender<Result<Block>>) {
    let mut inflate = Decompressor::new();
    while let Ok(mut block) = todo.recv() {
        let inflated = block.inflate(&mut inflate).map(|()| block);
        if done.send(inflated).is_err() {
            return;
        }
    }
}

impl Block {
    /// Reads and inflates the block at which `source` stands, for files that are not read from end to end; false at the end
    /// of the file.
    pub(crate) fn load(&mut self, source: &mut impl BufRead, inflate: &mut Decompressor) -> Result<bool> {
        if !packed(source, &mut self.packed)? {
            return Ok(false);
        }
        self.inflate(inflate)?;
        Ok(true)
    }

    /// The inflated bytes.
    pub(crate) fn plain(&self) -> &[u8] {
        &self.plain
    }

    /// Gives the inflated bytes away for a buffer to use again.
    pub(crate) fn give(&mut self, into: &mut Vec<u8>) {
        std::mem::swap(&mut self.plain, into);
    }

    fn inflate(&mut self, inflate: &mut Decompressor) -> Result<()> {
        let damaged = |what: &str| Error::new(ErrorKind::InvalidData, what.to_owned());
        let (data, footer) = self
            .packed
            .split_last_chunk::<FOOTER>()
            .ok_or_else(|| damaged("a block without its checksum"))?;
        let [a, b, c, d, e, f, g, h] = *footer;
        let size = usize::try_from(u32::from_le_bytes([e, f, g, h])).unwrap_or(usize::MAX);
        if size > MAX_BLOCK {
            return Err(damaged("a block that claims more than 64 KiB"));
        }
        self.plain.resize(size, 0);
        let count = inflate
            .deflate_decompress(data, &mut self.plain)
            .map_err(|_| damaged("a block that does not inflate"))?;
        if count != size || libdeflater::crc32(&self.plain) != u32::from_le_bytes([a, b, c, d]) {
            return Err(damaged("a block that does not match its checksum"));
        }
        Ok(())
    }
}

/// The inflated bytes.
#[derive(Debug)]
pub(crate) struct Blocks<R> {
    source: R,
    jobs: SyncSender<Block>,
    results: Receiver<Result<Block>>,
    under_way: usize,
    /// Why no more is read: the end of the file or an error, told after the blocks before it.
    end: Option<Option<Error>>,
    block: Block,
    /// How much of the block was taken.
    at: usize,
    spare: Vec<Block>,
}

impl<R: BufRead> Blocks<R> {
    /// Sends blocks to the second thread until enough are under way.
    fn read_ahead(&mut self) -> Result<()> {
        while self.under_way < AHEAD && self.end.is_none() {
            let mut block = self.spare.pop().unwrap_or_default();
            match packed(&mut self.source, &mut block.packed) {
                Ok(true) => {
                    self.jobs.send(block).map_err(|_| hung_up())?;
                    self.under_way += 1;
                }
                Ok(false) => self.end = Some(None),
                Err(error) => self.end = Some(Some(error)),
            }
        }
        Ok(())
    }

    /// Makes the next block that is not empty the current one.
    fn next(&mut self) -> Result<()> {
        loop {
            self.read_ahead()?;
            if self.under_way == 0 {
                self.block.plain.clear();
                self.at = 0;
                // An error is told once; whoever asks again is at the end.
                return self.end.as_mut().and_then(Option::take).map_or(Ok(()), Err);
            }
            let block = self.results.recv().map_err(|_| hung_up())??;
            self.under_way -= 1;
            self.spare.push(std::mem::replace(&mut self.block, block));
            self.at = 0;
            if !self.block.plain.is_empty() {
                return Ok(());
            }
        }
    }
}

fn hung_up() -> Error {
    Error::other("the thread that inflates has ended")
}

/// Reads the data of the next block; false at the end of the file.
fn packed(source: &mut impl BufRead, into: &mut Vec<u8>) -> Result<bool> {
    if source.fill_buf()?.is_empty() {
        return Ok(false);
    }
    let mut header = [0; HEADER];
    source.read_exact(&mut header)?;
    let [0x1F, 0x8B, 8, 4, .., low, high] = header else {
        return Err(Error::new(ErrorKind::InvalidData, "no block of bgzip"));
    };
    let extra = usize::from(u16::from_le_bytes([low, high]));
    into.resize(extra, 0);
    source.read_exact(into)?;
    let size =
        block_size(into).ok_or_else(|| Error::new(ErrorKind::InvalidData, "a block without its size"))?;
    let rest = (size + 1)
        .checked_sub(HEADER + extra + FOOTER)
        .ok_or_else(|| Error::new(ErrorKind::InvalidData, "a block shorter than its header"))?;
    into.resize(rest + FOOTER, 0);
    source.read_exact(into)?;
    Ok(true)
}

/// The subfield `BC`: the size of the whole block less one.
fn block_size(mut extra: &[u8]) -> Option<usize> {
    loop {
        let ([a, b, low, high], rest) = extra.split_first_chunk::<4>()?;
        let length = usize::from(u16::from_le_bytes([*low, *high]));
        let (field, after) = rest.split_at_checked(length)?;
        if let (b'B', b'C', [low, high]) = (a, b, field) {
            return Some(usize::from(u16::from_le_bytes([*low, *high])));
        }
        extra = after;
    }
}

impl<R: BufRead> Read for Blocks<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Blocks<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.at >= self.block.plain.len() {
            self.next()?;
        }
        Ok(self.block.plain.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.block.plain.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn packed(plain: &[u8]) -> Vec<u8> {
        let mut writer = noodles_bgzf::io::Writer::new(Vec::new());
        writer.write_all(plain).unwrap();
        writer.finish().unwrap()
    }

    fn inflated(bytes: &[u8]) -> Result<Vec<u8>> {
        let mut plain = Vec::new();
        super::read(bytes, |blocks| blocks.read_to_end(&mut plain).map(drop)).unwrap()?;
        Ok(plain)
    }

    #[test]
    fn what_was_packed_comes_back_in_order() {
        for size in [0usize, 1, 70_000, 5_000_000] {
            let plain: Vec<u8> = (0..size).map(|at| (at.wrapping_mul(2_654_435_761) >> 20) as u8).collect();
            assert_eq!(inflated(&packed(&plain)).unwrap(), plain, "{size} bytes");
        }
    }

    #[test]
    fn a_reader_that_stops_early_leaves_no_thread_waiting() {
        let bytes = packed(&vec![7; 10_000_000]);
        let first =
            super::read(bytes.as_slice(), |blocks| blocks.fill_buf().map(<[u8]>::to_vec)).unwrap().unwrap();
        assert!(!first.is_empty() && first.len() <= MAX_BLOCK);
    }

    #[test]
    fn damage_is_an_error_whatever_is_hit() {
        let plain = b"chr7\t100\t.\tT\tG\n".repeat(20_000);
        let sound = packed(&plain);
        for at in 0..sound.len().min(2_000) {
            let mut bytes = sound.clone();
            bytes[at] ^= 0x20;
            // Time stamps and names may change without harm; content may not.
            assert!(inflated(&bytes).map_or(true, |read| read == plain), "byte {at}");
        }
        for cut in [1, 11, 17, 30, sound.len() / 2, sound.len() - 29] {
            assert!(inflated(&sound[..cut]).is_err(), "cut at {cut}");
        }
        let mut twice = sound.clone();
        twice.extend(b"rubbish");
        assert!(inflated(&twice).is_err());
    }
}
