//! BCF 2.1 and 2.2, the binary form of VCF: each record is written out as the line that it stands for and read as such,
//! so that both forms of a file give the same findings, notes and lines. Own code, because every length in the file is
//! a claim that must not reach an allocation unchecked. Source: VCF 4.5 §6.

mod names;
mod record;
mod typed;

use super::lines::Lines;
use super::record::Records;
use super::{open, read_header};
use crate::Options;
use crate::error::{IntakeError, IntakeErrorKind};
use crate::head::Head;
use crate::notes::NoteBook;
use crate::sink::Sink;
use crate::source::{Expanded, Meter};
use entaku_words::errors::found;
use names::Names;
use std::io::{BufRead, ErrorKind, Read};

/// The first bytes of a BCF 2.
pub(crate) const MAGIC: &[u8] = b"BCF\x02";

/// Reads a whole file, gives its records to `sink` and returns what the file says of itself.
pub(crate) fn read<S: Sink>(
    reader: &mut impl BufRead,
    meter: &Meter,
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let limits = &options.limits;
    let text = header_text(reader, meter, options, notes.file())?;
    let mut lines = Lines::new(text.as_slice(), meter, *limits);
    let (mut header, _) = read_header(&mut lines, meter, limits, notes, sink)?;
    let names = Names::of(&text, header.samples.len());
    let mut line = lines.number();
    let (head, tumour) = open("BCF", &header, None, options, notes)?;
    sink.opens(&head.assembly, crate::contig_lengths::mitochondrion(&header.contigs));
    let checker = entaku_vcf_check::Checker::new(header.take_rules());
    let mut records = Records::new(&header, tumour.as_ref(), checker, notes, sink);
    let mut expanded = Expanded::default();
    let (mut bytes, mut written) = (Vec::new(), String::new());
    loop {
        line += 1;
        let explain = |error, records: &Records<'_, S>| broken(error, meter, records.file(), line);
        let mut sizes = [0; 8];
        match fill(reader, &mut sizes).map_err(|error| explain(error, &records))? {
            0 => break,
            8 => {}
            _ => return Err(broken(ErrorKind::UnexpectedEof.into(), meter, records.file(), line)),
        }
        let [shared, individual] = record::sizes(sizes);
        let size = shared.saturating_add(individual);
        if size > limits.line_bytes {
            return Err(IntakeError::long_line(records.file(), line, limits));
        }
        bytes.resize(size, 0);
        reader.read_exact(&mut bytes).map_err(|error| explain(error, &records))?;
        written.clear();
        match record::write(&bytes, shared, &names, limits.line_bytes, &mut written) {
            Ok(()) => records.line(&written, line),
            Err(record::Fault::TooLong) => {
                return Err(IntakeError::long_line(records.file(), line, limits));
            }
            Err(record::Fault::Broken(what)) => records.broken(what, line),
        }
        // What is written out counts too: a few bytes may stand for many empty samples.
        let spent = size.saturating_add(written.len());
        expanded.take(spent, meter, limits).map_err(|error| explain(error, &records))?;
    }
    records.finish();
    Ok(head)
}

/// The text of the header, which has the form of a VCF's.
fn header_text(
    reader: &mut impl BufRead,
    meter: &Meter,
    options: &Options,
    file: &str,
) -> Result<Vec<u8>, IntakeError> {
    let mut start = [0; 9];
    reader.read_exact(&mut start).map_err(|error| broken(error, meter, file, 1))?;
    let [.., a, b, c, d] = start;
    let size = usize::try_from(u32::from_le_bytes([a, b, c, d])).unwrap_or(usize::MAX);
    if size > options.limits.header_bytes {
        return Err(IntakeError::new(
            IntakeErrorKind::TooLarge,
            file,
            found::large_header(size >> 20).to_label(),
            format!("at most {} MiB", options.limits.header_bytes >> 20),
            "Ask the sender what the file is; nothing of it was stored.",
        ));
    }
    let mut text = Vec::new();
    let taken =
        reader.take(size as u64).read_to_end(&mut text).map_err(|error| broken(error, meter, file, 1))?;
    if taken < size {
        return Err(broken(ErrorKind::UnexpectedEof.into(), meter, file, 1));
    }
    let end = memchr::memchr(0, &text).unwrap_or(text.len());
    text.truncate(end);
    Ok(text)
}

/// Reads as many bytes as there are, up to the length of the buffer.
fn fill(reader: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match reader.read(rest) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

fn broken(error: std::io::Error, meter: &Meter, file: &str, line: u64) -> IntakeError {
    if error.kind() == ErrorKind::UnexpectedEof && meter.stopped().is_none() {
        return IntakeError::new(
            IntakeErrorKind::Damaged,
            file,
            found::CUT_BCF.to_label(),
            "a file that ends after a whole record",
            "Fetch the file again; it may have been cut off on the way.",
        )
        .at_line(line);
    }
    meter.explain(file, error)
}
