//! Reports as tables of text, separated by tabs or commas. Which report it is, its headings tell, never its name: MAF,
//! the C-CAT exports, Oncomine; or, where it stands in sections, TSO500.
//!
//! One row below the headings is one row of the ledger. Must not know of bytes beyond text, nor judge what a row means
//! to a panel.

mod ccat;
mod cell;
mod columns;
mod feed;
mod maf;
mod oncomine;
mod rows;
mod samples;
mod tso500;

pub(crate) use cell::Cell;
pub(crate) use columns::{Columns, Row};

use columns::is_missing;
use entaku_words::errors::{found, note};

use crate::detect::Shape;
use crate::error::{IntakeError, IntakeErrorKind};
use crate::head::Head;
use crate::limits::Limits;
use crate::notes::{NoteBook, Remark, quoted};
use crate::sink::Sink;
use crate::source::Meter;
use crate::{Options, encoding, open};
use feed::Feed;
use rows::{Separator, Table};
use std::io::BufRead;

/// Reads a table into `sink`.
pub(crate) fn read<S: Sink>(
    reader: &mut impl BufRead,
    meter: &Meter,
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let start = reader.fill_buf().map_err(|error| meter.explain(notes.file(), error))?;
    if encoding::is_utf16(start) {
        let bytes = open::all(reader, options.limits.utf16_bytes, meter, notes)?;
        let text = encoding::text(&bytes, notes)?;
        return report(Feed::new(text.as_bytes(), meter, options.limits, notes.file()), options, notes, sink);
    }
    report(Feed::new(reader, meter, options.limits, notes.file()), options, notes, sink)
}

/// The reports that are one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Report {
    Maf,
    Oncomine,
    /// レポートCSV of C-CAT.
    Evidence,
    /// 症例CSV of C-CAT.
    Clinical,
}

fn report<R: BufRead, S: Sink>(
    mut feed: Feed<'_, R>,
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let marked = feed.skip_mark()?;
    let (comments, headings) = opening(&mut feed, &options.limits, notes)?;
    let line = feed.line().saturating_sub(1);
    if tso500::is_it(&headings) {
        return tso500::read(feed, &headings, options, notes, sink);
    }
    let separator = Separator::of(&headings);
    let columns = Columns::new(separator.split(&headings));
    let Some(report) = known(&columns) else { return Err(unknown(&columns, notes.file()).at_line(line)) };
    if marked && report == Report::Maf {
        notes.about_file(Remark::info("encoding-bom", "a byte order mark", note::ENCODING_BOM.en));
    }
    let repeated = columns.repeated();
    if !repeated.is_empty() {
        let hint = note::DUPLICATE_COLUMN.en;
        let remark = Remark::warning("duplicate-column", repeated.join(", "), hint);
        notes.add(remark, "headings", Some(line), || None);
    }
    let table = Table::new(feed, separator, columns);
    match report {
        Report::Maf => maf::read(table, &comments, options, notes, sink),
        Report::Oncomine => oncomine::read(table, options, notes, sink),
        Report::Evidence => ccat::report::read(table, options, notes, sink),
        Report::Clinical => ccat::clinical::read(table, options, notes, sink),
    }
}

/// The comments before the headings, and the headings.
fn opening<R: BufRead>(
    feed: &mut Feed<'_, R>,
    limits: &Limits,
    notes: &NoteBook,
) -> Result<(Vec<String>, String), IntakeError> {
    let (mut comments, mut bytes, mut text) = (Vec::new(), 0, Vec::new());
    loop {
        let line = feed.line();
        if !feed.line_of_text(&mut text)? {
            return Err(open::unknown(notes.file(), Shape::Unknown));
        }
        bytes += text.len();
        if bytes > limits.header_bytes || comments.len() > limits.header_lines {
            return Err(IntakeError::long_line(notes.file(), line, limits));
        }
        if text.iter().any(|byte| byte.is_ascii_control() && *byte != b'\t') {
            return Err(open::unknown(notes.file(), Shape::Other(found::BINARY)));
        }
        let line = std::str::from_utf8(&text).map_err(|_| encoding::not_utf8(notes.file(), line))?;
        if line.starts_with('#') {
            comments.push(line.to_owned());
        } else if !line.trim().is_empty() {
            return Ok((comments, line.to_owned()));
        }
    }
}

fn known(columns: &Columns) -> Option<Report> {
    type IsIt = fn(&Columns) -> bool;
    const REPORTS: [(IsIt, Report); 4] = [
        (oncomine::is_it, Report::Oncomine),
        (maf::is_it, Report::Maf),
        (ccat::report::is_it, Report::Evidence),
        (ccat::clinical::is_it, Report::Clinical),
    ];
    REPORTS.into_iter().find(|(is_it, _)| is_it(columns)).map(|(_, report)| report)
}

fn unknown(columns: &Columns, file: &str) -> IntakeError {
    let names: Vec<String> = columns.names().iter().take(8).map(|name| quoted(name)).collect();
    let more = columns.len().saturating_sub(names.len());
    let found = match columns.len() {
        0 | 1 => found::no_columns(names.join("")).to_label(),
        _ if more == 0 => found::table(&names).to_label(),
        _ => found::table_of_more(&names, more).to_label(),
    };
    IntakeError::new(
        IntakeErrorKind::UnknownFormat,
        file,
        found,
        "a report as a table: MAF (Chromosome, Start_Position, Reference_Allele, Tumor_Seq_Allele2 …), C-CAT レポートCSV \
         (マーカー, 変異種類, エビデンスレベル …), C-CAT 症例CSV (症例.基本情報 …), Oncomine (FUNC1.gene …), \
         TSO500 CombinedVariantOutput",
        "Load the file as the laboratory or the C-CAT portal delivered it, with its headings.",
    )
}
