//! The file as it comes in: its bytes are counted and hashed on the way, the person is told how far it got, and
//! too large a file is refused while it is read, not after.

use crate::error::{IntakeError, IntakeErrorKind, both};
use crate::limits::Limits;
use entaku_domain::ids::Sha256Hex;
use entaku_domain::label::Label;
use sha2::{Digest, Sha256};
use std::cell::{Cell, RefCell};
use std::io::Read;
use std::ops::ControlFlow;
use std::rc::Rc;

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
    pub bytes: Cell<u64>,
    pub stop: Cell<Option<Stop>>,
    /// The last bytes of the file.
    tail: RefCell<Vec<u8>>,
    /// Whether a complete file of this kind ends with the mark of bgzip.
    pub wants_end_mark: Cell<bool>,
    /// A genuine error of the operating system, kept apart from errors of decompression.
    pub io: RefCell<Option<std::io::Error>>,
}

/// The received bytes.
pub(crate) struct Received<'a, R> {
    inner: R,
    hasher: Sha256,
    meter: Rc<Meter>,
    next: u64,
    total: Option<u64>,
    limit: u64,
    progress: &'a mut OnProgress<'a>,
}

impl<'a, R: Read> Received<'a, R> {
    pub fn new(inner: R, total: Option<u64>, limits: &Limits, progress: &'a mut OnProgress<'a>) -> Self {
        Self {
            inner,
            hasher: Sha256::new(),
            meter: Rc::default(),
            next: STEP,
            total,
            limit: limits.file_bytes,
            progress,
        }
    }

    pub fn meter(&self) -> Rc<Meter> {
        Rc::clone(&self.meter)
    }

    /// Reads whatever the reader of the format left and gives size and hash of the whole file.
    pub fn finish(mut self, file: &str) -> Result<(u64, Sha256Hex), IntakeError> {
        let meter = self.meter();
        std::io::copy(&mut self, &mut std::io::sink()).map_err(|error| meter.explain(file, error))?;
        let digest = self.hasher.finalize();
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        let sha256 =
            Sha256Hex::parse(&hex).map_err(|error| IntakeError::io(file, std::io::Error::other(error)))?;
        Ok((meter.bytes.get(), sha256))
    }
}

impl<R: Read> Read for Received<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.meter.stop.get().is_some() {
            return Err(std::io::Error::other("stopped"));
        }
        let count = match self.inner.read(buffer) {
            Ok(count) => count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => return Err(error),
            Err(error) => {
                let shown = std::io::Error::new(error.kind(), error.to_string());
                *self.meter.io.borrow_mut() = Some(error);
                return Err(shown);
            }
        };
        if let Some(part) = buffer.get(..count) {
            self.hasher.update(part);
            self.meter.remember(part);
        }
        let bytes = self.meter.bytes.get() + count as u64;
        self.meter.bytes.set(bytes);
        if bytes > self.limit {
            self.meter.stop.set(Some(Stop::FileTooLarge));
            return Err(std::io::Error::other("too large"));
        }
        if bytes >= self.next || count == 0 {
            self.next = bytes + STEP;
            if (self.progress)(Progress { bytes, total: self.total }).is_break() {
                self.meter.stop.set(Some(Stop::Cancelled));
                return Err(std::io::Error::other("cancelled"));
            }
        }
        Ok(count)
    }
}

/// The empty block at the end of a complete bgzip file (SAM specification §4.1.2).
const END_MARK: [u8; 28] = [
    0x1F, 0x8B, 0x08, 0x04, 0, 0, 0, 0, 0, 0xFF, 0x06, 0, 0x42, 0x43, 0x02, 0, 0x1B, 0, 0x03, 0, 0, 0, 0, 0,
    0, 0, 0, 0,
];

impl Meter {
    fn remember(&self, part: &[u8]) {
        let mut tail = self.tail.borrow_mut();
        let last = part.get(part.len().saturating_sub(END_MARK.len())..).unwrap_or_default();
        tail.extend_from_slice(last);
        let surplus = tail.len().saturating_sub(END_MARK.len());
        tail.drain(..surplus);
    }

    /// Whether the file ends with the mark of bgzip. Known once the file was read to its end.
    pub fn has_end_mark(&self) -> bool {
        self.tail.borrow().as_slice() == END_MARK
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
        if let Some(cause) = self.io.borrow_mut().take() {
            return IntakeError::io(file, cause);
        }
        match self.stop.get() {
            Some(Stop::Cancelled) => IntakeError::cancelled(file),
            Some(Stop::FileTooLarge) => too_large(
                both("a file beyond the size limit", "大きさの上限を超えるファイル"),
                "a report of one patient",
            ),
            Some(Stop::ExpandedTooLarge) => too_large(
                both("more decompressed data than the limit", "展開すると上限を超えるデータ"),
                "a report of one patient",
            ),
            Some(Stop::Ratio) => too_large(
                both(
                    "data that decompresses to several hundred times its size",
                    "展開すると数百倍になるデータ",
                ),
                "a report of one patient, not a decompression bomb",
            ),
            None => IntakeError::new(
                IntakeErrorKind::Damaged,
                file,
                both(format!("damaged compressed data ({error})"), format!("壊れた圧縮データ（{error}）")),
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
        } else if self.0 > limits.ratio_from_bytes && self.0 / limits.ratio.max(1) > meter.bytes.get() {
            Stop::Ratio
        } else {
            return Ok(());
        };
        meter.stop.set(Some(stop));
        Err(std::io::Error::other("stopped"))
    }
}
