//! What is wrong with a record by the rules of the format, beyond what keeps it from being read. A fault is a note with
//! its line and never a reason to lose a record. Checks borrow from the line and build texts only for the first fault
//! of a kind, so that sound files pay little. Source: VCF 4.1–4.5 §1.6.

mod alleles;
mod info;
mod phase;
mod place;
mod ploidy;
mod repeats;
mod samples;
mod structural;

use super::columns::Columns;
use super::header::Header;
use super::keys::Keys;
use super::reserved::{Column, Minor};
use super::values::{self, Shape};
use crate::notes::{NoteBook, Remark, quoted};
use std::collections::HashSet;

/// Checks the records of one file.
pub(super) struct Checker {
    version: Minor,
    info: Keys,
    format: Keys,
    filters: HashSet<String>,
    symbols: HashSet<String>,
    contigs: HashSet<String>,
    /// The last contig, filter and FORMAT that were found sound.
    sound_contig: String,
    sound_filter: String,
    layout: samples::Layout,
    ploidies: ploidy::Ploidies,
}

/// Where a fault stands.
struct Spot<'n> {
    notes: &'n mut NoteBook,
    line: u64,
}

impl Checker {
    /// Takes over what the header declares.
    pub fn new(header: &mut Header) -> Self {
        let take = |column, keys: &mut Keys| std::mem::replace(keys, Keys::new(column));
        let mut info = take(Column::Info, &mut header.info_keys);
        let mut format = take(Column::Format, &mut header.format_keys);
        info.settle(header.minor);
        format.settle(header.minor);
        Self {
            version: header.minor,
            info,
            format,
            filters: std::mem::take(&mut header.filters),
            symbols: std::mem::take(&mut header.symbols),
            contigs: std::mem::take(&mut header.contig_names),
            sound_contig: String::new(),
            sound_filter: String::new(),
            layout: samples::Layout::none(),
            ploidies: ploidy::Ploidies::default(),
        }
    }

    /// Notes what is wrong with a record that can be read.
    pub fn record(&mut self, columns: &Columns<'_>, line: u64, notes: &mut NoteBook) {
        let mut spot = Spot { notes, line };
        self.contig(columns.chromosome, &mut spot);
        self.id(columns.id, &mut spot);
        self.filter(columns.filter, &mut spot);
        place::quality(columns.quality, &mut spot);
        let alternates = self.alleles(columns, &mut spot);
        let shape = Shape { alternates, ..Shape::default() };
        self.info_column(columns, shape, &mut spot);
        if columns.has_format {
            self.sample_columns(columns, shape, &mut spot);
        }
    }
}

impl Spot<'_> {
    fn warn(&mut self, code: &'static str, field: &str, said: impl FnOnce() -> String, hint: &'static str) {
        self.notes.at_line(code, field, self.line, |code| Remark::warning(code, quoted(&said()), hint));
    }

    fn tell(&mut self, code: &'static str, field: &str, said: impl FnOnce() -> String, hint: &'static str) {
        self.notes.at_line(code, field, self.line, |code| Remark::info(code, quoted(&said()), hint));
    }

    /// A key whose values are not as declared.
    fn values(&mut self, column: Column, key: &str, text: &str, fault: values::Fault) {
        let field = format!("{}/{}", column.name(), quoted(key));
        match fault {
            values::Fault::Count { found, expected } => self.warn(
                "value-count",
                &field,
                || format!("{found} values where {expected} belong: {key}={text}"),
                "The key has another number of values than declared; what is needed is taken where it is plain which value is meant.",
            ),
            values::Fault::Kind(kind) => self.warn(
                "value-type",
                &field,
                || format!("{key}={text} is no {}", kind.name()),
                "The value is of another type than declared; kept as written.",
            ),
            values::Fault::Range => self.warn(
                "value-range",
                &field,
                || format!("{key}={text}"),
                "The value lies outside what its key can mean; kept as written.",
            ),
        }
    }
}

/// Whether one of a few texts stands twice. Lists here are short; longer ones are not compared.
fn repeated<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> Option<&'t str> {
    const MOST: usize = 64;
    let mut rest = texts.take(MOST);
    while let Some(text) = rest.next() {
        if rest.clone().any(|other| other == text) {
            return Some(text);
        }
    }
    None
}
