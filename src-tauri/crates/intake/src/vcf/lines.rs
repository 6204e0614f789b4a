//! Lines of a text of any size, one at a time, without copying where a line lies whole in the buffer. A line beyond
//! the limit is refused before it is in memory; so are a flood of data and a decompression bomb.

use crate::limits::Limits;
use crate::source::{Expanded, Meter};
use std::io::{BufRead, Result};

/// Reads lines.
pub(super) struct Lines<'m, R> {
    inner: R,
    meter: &'m Meter,
    limits: Limits,
    /// Bytes of the last line, still in the buffer of `inner`.
    pending: usize,
    /// A line that spans buffers.
    joined: Vec<u8>,
    number: u64,
    expanded: Expanded,
    /// Whether the last line had its line end.
    pub ended: bool,
}

/// What reading a line gives.
pub(super) enum Line<'a> {
    /// The line without its line end.
    Text(&'a [u8]),
    /// The end of the text.
    End,
    /// More than [`Limits::line_bytes`] without a line end.
    TooLong,
}

impl<'m, R: BufRead> Lines<'m, R> {
    pub fn new(inner: R, meter: &'m Meter, limits: Limits) -> Self {
        Self {
            inner,
            meter,
            limits,
            pending: 0,
            joined: Vec::new(),
            number: 0,
            expanded: Expanded::default(),
            ended: true,
        }
    }

    /// Number of the last line, counted from 1.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Gives the next line.
    pub fn next(&mut self) -> Result<Line<'_>> {
        self.take(self.pending)?;
        self.pending = 0;
        let buffer = self.inner.fill_buf()?;
        if buffer.is_empty() {
            return Ok(Line::End);
        }
        self.number += 1;
        if let Some(end) = memchr::memchr(b'\n', buffer) {
            self.ended = true;
            self.pending = end + 1;
            // Asked again, the reader gives the same bytes: nothing was consumed since.
            let line = self.inner.fill_buf()?.get(..end).unwrap_or_default();
            return Ok(bounded(line, self.limits.line_bytes));
        }
        self.join()
    }

    /// The first column of the line that comes next, which stays to be read; none where it is not at hand.
    pub fn coming_column(&mut self) -> Result<Option<String>> {
        self.take(self.pending)?;
        self.pending = 0;
        let buffer = self.inner.fill_buf()?;
        let line = buffer.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let column = memchr::memchr(b'\t', line).and_then(|end| line.get(..end));
        Ok(column.map(|column| String::from_utf8_lossy(column).into_owned()))
    }

    /// Collects a line over several buffers.
    fn join(&mut self) -> Result<Line<'_>> {
        self.joined.clear();
        loop {
            let buffer = self.inner.fill_buf()?;
            let end = memchr::memchr(b'\n', buffer);
            let part = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            if self.joined.len() + part.len() > self.limits.line_bytes {
                return Ok(Line::TooLong);
            }
            self.joined.extend_from_slice(part);
            let used = part.len() + usize::from(end.is_some());
            self.take(used)?;
            if end.is_some() || used == 0 {
                self.ended = end.is_some();
                return Ok(bounded(&self.joined, self.limits.line_bytes));
            }
        }
    }

    fn take(&mut self, used: usize) -> Result<()> {
        self.inner.consume(used);
        self.expanded.take(used, self.meter, &self.limits)
    }
}

fn bounded(line: &[u8], most: usize) -> Line<'_> {
    if line.len() > most { Line::TooLong } else { Line::Text(line.strip_suffix(b"\r").unwrap_or(line)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Stop;
    use std::io::BufReader;

    fn lines(text: &str, buffer: usize, most: usize) -> Vec<String> {
        let meter = Meter::default();
        let limits = Limits { line_bytes: most, ..Limits::default() };
        let mut lines = Lines::new(BufReader::with_capacity(buffer, text.as_bytes()), &meter, limits);
        let mut read = Vec::new();
        loop {
            match lines.next().unwrap() {
                Line::Text(text) => read.push(String::from_utf8_lossy(text).into_owned()),
                Line::End => break,
                Line::TooLong => {
                    read.push("too long".to_owned());
                    break;
                }
            }
        }
        assert!(read.len() as u64 <= lines.number());
        read
    }

    #[test]
    fn lines_are_the_same_whatever_the_buffer() {
        for buffer in 1..12 {
            assert_eq!(
                lines("one\r\n\ntwo\nthree", buffer, 100),
                ["one", "", "two", "three"],
                "buffer of {buffer}"
            );
        }
    }

    #[test]
    fn a_line_beyond_the_limit_is_not_read_into_memory() {
        for buffer in [4, 64] {
            assert_eq!(lines("ok\nmuch too long\n", buffer, 5), ["ok", "too long"]);
        }
    }

    #[test]
    fn a_text_that_expands_too_far_is_stopped() {
        let meter = Meter::default();
        meter.count(10);
        let limits = Limits { ratio: 2, ratio_from_bytes: 0, ..Limits::default() };
        let text = "abcdefghi\n".repeat(9);
        let mut lines = Lines::new(BufReader::with_capacity(16, text.as_bytes()), &meter, limits);
        let stopped = (0..9).any(|_| lines.next().is_err());
        assert!(stopped && meter.stopped() == Some(Stop::Ratio));
    }

    #[test]
    fn the_column_that_comes_is_told_and_still_read() {
        let meter = Meter::default();
        let text = "#CHROM\tPOS\r\nNC_000007.13\t1\nlast";
        for buffer in [1, 12, 13, 64] {
            let mut lines =
                Lines::new(BufReader::with_capacity(buffer, text.as_bytes()), &meter, Limits::default());
            let mut seen = Vec::new();
            loop {
                let coming = lines.coming_column().unwrap();
                match lines.next().unwrap() {
                    Line::Text(line) => seen.push((coming, String::from_utf8(line.to_vec()).unwrap())),
                    Line::End | Line::TooLong => break,
                }
            }
            let all: Vec<&str> = seen.iter().map(|(_, line)| line.as_str()).collect();
            assert_eq!(all, ["#CHROM\tPOS", "NC_000007.13\t1", "last"], "{buffer}");
            assert!(buffer < 64 || seen[1].0.as_deref() == Some("NC_000007.13"));
            assert_eq!(seen[2].0, None);
        }
    }
}
