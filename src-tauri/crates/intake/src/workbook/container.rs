//! The ZIP container of a workbook: its parts are counted and weighed, as declared and as they really unpack, and their
//! places checked, before anything is held in memory.

use super::places;
use crate::error::{IntakeError, IntakeErrorKind};
use crate::limits::Limits;
use entaku_domain::label::Label;
use entaku_words::errors::found;
use std::io::{BufReader, Cursor, Read};
use zip::ZipArchive;

/// The names of the parts, where the container is sound and small enough.
pub(super) fn weigh(bytes: &[u8], limits: &Limits, file: &str) -> Result<Vec<String>, IntakeError> {
    let damaged = |error: String| {
        IntakeError::new(
            IntakeErrorKind::Damaged,
            file,
            found::damaged_zip(error).to_label(),
            "an Excel workbook (.xlsx)",
            "Fetch the file again; it may have been cut off on the way.",
        )
    };
    let too_large = |found: Label| {
        IntakeError::new(
            IntakeErrorKind::TooLarge,
            file,
            found,
            "the workbook of one test (below 1 MB)",
            "Ask the sender what the file is; nothing of it was stored.",
        )
    };
    let most = limits.workbook_expanded_bytes;
    let heavy = || too_large(found::large_workbook(most >> 20).to_label());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    if archive.len() > limits.workbook_parts {
        return Err(too_large(found::many_parts(archive.len()).to_label()));
    }
    let mut names = Vec::new();
    let (mut declared, mut real) = (0u64, 0u64);
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|error| damaged(error.to_string()))?;
        if part.encrypted() {
            return Err(IntakeError::new(
                IntakeErrorKind::UnknownFormat,
                file,
                found::LOCKED_ZIP.to_label(),
                "an Excel workbook without a password",
                "Save the workbook without a password and load it again.",
            ));
        }
        declared = declared.saturating_add(part.size());
        names.push(part.name().map_err(|error| damaged(error.to_string()))?.into_owned());
    }
    if declared > most {
        return Err(heavy());
    }
    if !names.iter().any(|name| name.to_ascii_lowercase().starts_with("xl/workbook")) {
        let shown: Vec<&str> = names.iter().take(5).map(String::as_str).collect();
        let shown = crate::notes::quoted(&shown.join(", "));
        return Err(IntakeError::new(
            IntakeErrorKind::UnknownFormat,
            file,
            found::no_workbook(shown).to_label(),
            "an Excel workbook (.xlsx) or the report file itself",
            "Unpack the archive and load the report file in it.",
        ));
    }
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(error.to_string()))?;
        let left = most - real;
        let is_xml = names.get(index).is_some_and(|name| name.to_ascii_lowercase().ends_with(".xml"));
        let mut part = Counted { inner: part.take(left + 1), count: 0 };
        let checked = if is_xml { places::check(BufReader::new(&mut part)) } else { Ok(()) };
        std::io::copy(&mut part, &mut std::io::sink()).map_err(|error| damaged(error.to_string()))?;
        let unpacked = part.count;
        if unpacked > left {
            return Err(heavy());
        }
        checked.map_err(damaged)?;
        real += unpacked;
    }
    Ok(names)
}

/// Counts what is read.
struct Counted<R> {
    inner: R,
    count: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.count += count as u64;
        Ok(count)
    }
}
