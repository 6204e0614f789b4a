//! Block gzip (bgzip), inflated on a second thread while the first reads what was inflated before. noodles reads and checks
//! the blocks, each bounded by the format (64 KiB either way); few are under way, so that memory stays flat. It takes a header
//! that breaks off for the end of the file; that is an error here. The thread is our own, because noodles' reader of several
//! threads has three blocks under way, so that on a busy machine all wait for each other. Source: SAM specification §4.1.

use crate::source::{Meter, Received};
use noodles_bgzf::io::Reader;
use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{Builder, scope};

/// Blocks under way: at most 1 MiB is inflated ahead.
const AHEAD: usize = 16;

/// Largest block, inflated. A buffer of this size is inflated into without a copy.
const MAX_BLOCK: usize = 1 << 16;

/// Inflated bytes on their way; the buffer is used again.
#[derive(Debug, Default)]
struct Block {
    bytes: Vec<u8>,
    length: usize,
}

/// The inflated bytes of a file.
#[derive(Debug)]
pub(crate) struct Blocks {
    full: Receiver<Result<Block>>,
    empty: Sender<Block>,
    block: Block,
    /// How much of the block was taken.
    at: usize,
}

/// Gives the inflated bytes of `source` to `then`, and the source back.
///
/// # Errors
/// When the operating system gives no thread.
pub(crate) fn read<R: Read + Send, T>(
    source: BufReader<Received<R>>,
    then: impl FnOnce(&mut Blocks) -> T,
) -> Result<(T, BufReader<Received<R>>)> {
    scope(|scope| {
        let (full, blocks) = sync_channel(AHEAD);
        let (empty, spare) = channel();
        let inflating = Builder::new()
            .name("bgzip".to_owned())
            .spawn_scoped(scope, move || inflate(source, &full, &spare))?;
        let mut blocks = Blocks { full: blocks, empty, block: Block::default(), at: 0 };
        let read = then(&mut blocks);
        // The other thread ends where nobody takes its blocks.
        drop(blocks);
        let source = inflating.join().map_err(|_| Error::other("the thread that inflates has ended"))?;
        Ok((read, source))
    })
}

/// The second thread: reads and inflates until the end, an error, or until the first hangs up.
fn inflate<R: Read>(
    source: BufReader<Received<R>>,
    full: &SyncSender<Result<Block>>,
    spare: &Receiver<Block>,
) -> BufReader<Received<R>> {
    let meter = source.get_ref().meter();
    let mut reader = Reader::new(source);
    loop {
        let block = spare.try_recv().unwrap_or_default();
        let next = next(&mut reader, &meter, block).map_err(in_words).transpose();
        let Some(next) = next else { break };
        let ends = next.is_err();
        if full.send(next).is_err() || ends {
            break;
        }
    }
    reader.into_inner()
}

/// The next block that is not empty; none at the end of the file.
fn next<R: Read>(reader: &mut Reader<R>, meter: &Meter, mut block: Block) -> Result<Option<Block>> {
    block.bytes.resize(MAX_BLOCK, 0);
    block.length = reader.read(&mut block.bytes)?;
    if block.length > 0 {
        return Ok(Some(block));
    }
    // All was read, so that any byte beyond the last block belongs to one that breaks off.
    if reader.position() == meter.bytes() {
        Ok(None)
    } else {
        Err(Error::new(ErrorKind::UnexpectedEof, "failed to fill whole buffer"))
    }
}

/// What is wrong with a block, in words for people: noodles tells by its texts alone.
fn in_words(error: Error) -> Error {
    let found = match error.to_string().as_str() {
        "invalid BGZF header" => "no block of bgzip",
        "invalid frame size" => "a block shorter than its header",
        "invalid BGZF ISIZE" => "a block that claims more than 64 KiB",
        "block data checksum mismatch" => "a block that does not match its checksum",
        _ if error.kind() == ErrorKind::InvalidData => "a block that does not inflate",
        _ => return error,
    };
    Error::new(error.kind(), found)
}

impl BufRead for Blocks {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.at >= self.block.length {
            self.at = 0;
            self.block.length = 0;
            // An error is told once; whoever asks again is at the end, where the other thread has hung up.
            if let Ok(next) = self.full.recv() {
                let used = std::mem::replace(&mut self.block, next?);
                // Without the other thread nobody needs the buffer.
                let _ = self.empty.send(used);
            }
        }
        Ok(self.block.bytes.get(self.at..self.block.length).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.block.length);
    }
}

impl Read for Blocks {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use std::io::Write;

    fn packed(plain: &[u8]) -> Vec<u8> {
        let mut writer = noodles_bgzf::io::Writer::new(Vec::new());
        writer.write_all(plain).unwrap();
        writer.finish().unwrap()
    }

    fn with<T>(bytes: &[u8], then: impl FnOnce(&mut Blocks) -> T) -> T {
        super::read(BufReader::new(Received::new(bytes, &Limits::default())), then).unwrap().0
    }

    fn inflated(bytes: &[u8]) -> Result<Vec<u8>> {
        let mut plain = Vec::new();
        with(bytes, |blocks| blocks.read_to_end(&mut plain))?;
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
        let first = with(&bytes, |blocks| blocks.fill_buf().map(<[u8]>::to_vec)).unwrap();
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

    #[test]
    fn an_error_is_told_once_and_after_the_blocks_before_it() {
        let plain = b"chr7\t100\t.\tT\tG\n".repeat(20_000);
        let mut bytes = packed(&plain);
        bytes.truncate(bytes.len() - 29);
        with(&bytes, |blocks| {
            let mut read = Vec::new();
            assert!(blocks.read_to_end(&mut read).is_err());
            assert!(!read.is_empty() && plain.starts_with(&read), "{} bytes", read.len());
            assert_eq!(blocks.read(&mut [0; 8]).unwrap(), 0, "asked again, it is at the end");
        });
    }

    #[test]
    fn what_is_wrong_with_a_block_is_said_in_words() {
        let sound = packed(b"chr7\t100\t.\tT\tG\n");
        let last = sound.len() - 28;
        let told = |at: usize, byte: u8| {
            let mut bytes = sound.clone();
            bytes[at] = byte;
            inflated(&bytes).unwrap_err().to_string()
        };
        for (at, byte, words) in [
            (0, 0, "no block of bgzip"),
            (16, 3, "a block shorter than its header"),
            (18, 0xFF, "a block that does not inflate"),
            (last - 8, sound[last - 8] ^ 1, "a block that does not match its checksum"),
            (last - 1, 1, "a block that claims more than 64 KiB"),
        ] {
            assert_eq!(told(at, byte), words, "byte {at}");
        }
        assert_eq!(
            inflated(&sound[..sound.len() - 20]).unwrap_err().to_string(),
            "failed to fill whole buffer"
        );
    }
}
