//! The file as it comes in: its bytes are counted and hashed on the way, the person is told how far it got, and
//! too large a file is refused while it is read, not after. The file may be read on another thread than its content.

use crate::error::{IntakeError, IntakeErrorKind};
use crate::limits::Limits;
use entaku_domain::ids::Sha256Hex;
use entaku_domain::label::Label;
use entaku_words::errors::found;
use sha2::{Digest, Sha256};
use std::io::{BufRead, Read};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How far a reading got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Bytes of the file read so far.
    pub bytes: u64,
    /// Size of the file, where it is known.
    pub total: Option<u64>,
}

/// Called while a file is read; `Break` stops the reading, and nothing is kept.
pub type OnProgress<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;

/// Bytes between two calls of the progress function.
const STEP: u64 = 1 << 20;

/// Why the source stopped giving bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    Cancelled,
    FileTooLarge,
    ExpandedTooLarge,
    Ratio,
}

/// What the layers above the source share with it.
#[derive(Debug, Default)]
pub(crate) struct Meter {
    bytes: AtomicU64,
    stop: Mutex<Option<Stop>>,
    /// The last bytes of the file.
    tail: Mutex<Vec<u8>>,
    /// A genuine error of the operating system, kept apart from errors of decompression.
    io: Mutex<Option<std::io::Error>>,
}

/// The received bytes.
pub(crate) struct Received<R> {
    inner: R,
    hasher: Sha256,
    meter: Arc<Meter>,
    limit: u64,
}

impl<R: Read> Received<R> {
    pub fn new(inner: R, limits: &Limits) -> Self {
        Self { inner, hasher: Sha256::new(), meter: Arc::default(), limit: limits.file_bytes }
    }

    pub fn meter(&self) -> Arc<Meter> {
        Arc::clone(&self.meter)
    }

    /// Size and hash of the whole file, once it was read to its end.
    pub fn finish(self, file: &str) -> Result<(u64, Sha256Hex), IntakeError> {
        let digits = hex::encode(self.hasher.finalize());
        let sha256 =
            Sha256Hex::parse(&digits).map_err(|error| IntakeError::io(file, std::io::Error::other(error)))?;
        Ok((self.meter.bytes(), sha256))
    }
}

impl<R: Read> Read for Received<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.meter.stopped().is_some() {
            return Err(std::io::Error::other("stopped"));
        }
        let count = match self.inner.read(buffer) {
            Ok(count) => count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => return Err(error),
            Err(error) => {
                let shown = std::io::Error::new(error.kind(), error.to_string());
                *lock(&self.meter.io) = Some(error);
                return Err(shown);
            }
        };
        if let Some(part) = buffer.get(..count) {
            self.hasher.update(part);
            self.meter.remember(part);
        }
        if self.meter.count(count as u64) > self.limit {
            self.meter.stop(Stop::FileTooLarge);
            return Err(std::io::Error::other("too large"));
        }
        Ok(count)
    }
}

/// Tells the person how far a file was read, on the thread that reads its content.
pub(crate) struct Watch<'a> {
    meter: Arc<Meter>,
    next: u64,
    total: Option<u64>,
    progress: &'a mut OnProgress<'a>,
}

impl<'a> Watch<'a> {
    pub fn new(meter: Arc<Meter>, total: Option<u64>, progress: &'a mut OnProgress<'a>) -> Self {
        Self { meter, next: STEP, total, progress }
    }

    /// The same content, watched.
    pub fn over<R: BufRead>(&mut self, content: R) -> Watched<'_, 'a, R> {
        Watched { content, watch: self }
    }

    /// Tells where something new is to be told, and stops where the person says so.
    fn look(&mut self, at_end: bool) -> std::io::Result<()> {
        let bytes = self.meter.bytes();
        if bytes >= self.next || at_end {
            self.next = bytes + STEP;
            if (self.progress)(Progress { bytes, total: self.total }).is_break() {
                self.meter.stop(Stop::Cancelled);
                return Err(std::io::Error::other("cancelled"));
            }
        }
        Ok(())
    }
}

/// Content that is read while a person looks on.
pub(crate) struct Watched<'w, 'a, R> {
    content: R,
    watch: &'w mut Watch<'a>,
}

impl<R: BufRead> BufRead for Watched<'_, '_, R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        let at_end = self.content.fill_buf()?.is_empty();
        self.watch.look(at_end)?;
        // Asked again, the content gives the same bytes: nothing was consumed since.
        self.content.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        self.content.consume(count);
    }
}

impl<R: BufRead> Read for Watched<'_, '_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.fill_buf()?.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

/// The empty block at the end of a complete bgzip file (SAM specification §4.1.2).
const END_MARK: [u8; 28] = [
    0x1F, 0x8B, 0x08, 0x04, 0, 0, 0, 0, 0, 0xFF, 0x06, 0, 0x42, 0x43, 0x02, 0, 0x1B, 0, 0x03, 0, 0, 0, 0, 0,
    0, 0, 0, 0,
];

/// Plain values that are whole at every moment: a panic elsewhere leaves nothing half done here.
fn lock<T>(value: &Mutex<T>) -> MutexGuard<'_, T> {
    value.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Meter {
    /// Bytes of the file read so far.
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Acquire)
    }

    /// Counts bytes read; gives their number in all.
    pub fn count(&self, more: u64) -> u64 {
        self.bytes.fetch_add(more, Ordering::AcqRel) + more
    }

    /// Lets no more bytes through.
    pub fn stop(&self, why: Stop) {
        *lock(&self.stop) = Some(why);
    }

    /// Why no more bytes come.
    pub fn stopped(&self) -> Option<Stop> {
        *lock(&self.stop)
    }

    fn remember(&self, part: &[u8]) {
        let mut tail = lock(&self.tail);
        let last = part.get(part.len().saturating_sub(END_MARK.len())..).unwrap_or_default();
        tail.extend_from_slice(last);
        let surplus = tail.len().saturating_sub(END_MARK.len());
        tail.drain(..surplus);
    }

    /// Whether the file ends with the mark of bgzip. Known once the file was read to its end.
    pub fn has_end_mark(&self) -> bool {
        lock(&self.tail).as_slice() == END_MARK
    }

    /// What an error met while reading really means.
    pub fn explain(&self, file: &str, error: std::io::Error) -> IntakeError {
        let too_large = |found: Label, expected: &str| {
            IntakeError::new(
                IntakeErrorKind::TooLarge,
                file,
                found,
                expected,
                "Ask the sender what the file is; nothing of it was stored.",
            )
        };
        if let Some(cause) = lock(&self.io).take() {
            return IntakeError::io(file, cause);
        }
        match self.stopped() {
            Some(Stop::Cancelled) => IntakeError::cancelled(file),
            Some(Stop::FileTooLarge) => too_large(found::LARGE_FILE.to_label(), "a report of one patient"),
            Some(Stop::ExpandedTooLarge) => {
                too_large(found::MUCH_UNPACKED.to_label(), "a report of one patient")
            }
            Some(Stop::Ratio) => {
                too_large(found::BOMB.to_label(), "a report of one patient, not a decompression bomb")
            }
            None => IntakeError::new(
                IntakeErrorKind::Damaged,
                file,
                found::damaged_archive(error).to_label(),
                "a complete gzip or bgzip file",
                "Fetch the file again; it may have been cut off on the way.",
            ),
        }
    }
}

/// Bytes that a reader of text took, compressed ones after decompression.
#[derive(Debug, Default)]
pub(crate) struct Expanded(u64);

impl Expanded {
    /// Counts bytes taken, and stops a flood of data and a decompression bomb.
    pub fn take(&mut self, used: usize, meter: &Meter, limits: &Limits) -> std::io::Result<()> {
        self.0 += used as u64;
        let stop = if self.0 > limits.expanded_bytes {
            Stop::ExpandedTooLarge
        } else if self.0 > limits.ratio_from_bytes && self.0 / limits.ratio.max(1) > meter.bytes() {
            Stop::Ratio
        } else {
            return Ok(());
        };
        meter.stop(stop);
        Err(std::io::Error::other("stopped"))
    }
}
