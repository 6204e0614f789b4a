//! The rules that the columns of a record keep to. Checks borrow from the line and build texts only where a fault is
//! looked at, so that sound files pay little. Source: VCF 4.1–4.5 §1.6.

mod alleles;
mod info;
mod phase;
mod place;
mod ploidy;
mod repeats;
mod samples;
mod structural;

use crate::columns::Columns;
use crate::fault::{Fault, Level, Place, Rule};
use crate::header::Header;
use crate::reserved::Column;
use crate::values::{Shape, ValueFault};

/// Checks the records of one file, in their order.
#[derive(Debug)]
pub struct Checker {
    header: Header,
    /// The last contig, filter and FORMAT that were found sound.
    sound_contig: String,
    sound_filter: String,
    layout: samples::Layout,
    ploidies: ploidy::Ploidies,
}

/// Where faults go.
struct Spot<'r> {
    report: &'r mut dyn FnMut(Fault<'_>),
}

impl Checker {
    /// For the records that follow this header.
    pub fn new(mut header: Header) -> Self {
        header.info.settle(header.version);
        header.format.settle(header.version);
        Self {
            header,
            sound_contig: String::new(),
            sound_filter: String::new(),
            layout: samples::Layout::none(),
            ploidies: ploidy::Ploidies::default(),
        }
    }

    /// Hands on what is wrong with a record. Not looked at is what keeps a record from being read at all: POS, the bases of
    /// REF, the form of an alternate allele.
    pub fn record(&mut self, columns: &Columns<'_>, report: &mut dyn FnMut(Fault<'_>)) {
        let mut spot = Spot { report };
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
    fn warn(&mut self, rule: Rule, field: &'static str, said: impl Fn() -> String) {
        self.hand_on(rule, Level::Fault, Place::Field(field), &said);
    }

    fn tell(&mut self, rule: Rule, field: &'static str, said: impl Fn() -> String) {
        self.hand_on(rule, Level::Slight, Place::Field(field), &said);
    }

    /// A key whose values are not as declared.
    fn values(&mut self, column: Column, key: &str, text: &str, fault: ValueFault) {
        let place = Place::Key(column, key);
        match fault {
            ValueFault::Count { found, expected } => {
                self.hand_on(Rule::ValueCount, Level::Fault, place, &|| {
                    format!("{found} values where {expected} belong: {key}={text}")
                });
            }
            ValueFault::Kind(kind) => self.hand_on(Rule::ValueType, Level::Fault, place, &|| {
                format!("{key}={text} is no {}", kind.name())
            }),
            ValueFault::Range => {
                self.hand_on(Rule::ValueRange, Level::Fault, place, &|| format!("{key}={text}"));
            }
        }
    }

    fn hand_on(&mut self, rule: Rule, level: Level, place: Place<'_>, said: &dyn Fn() -> String) {
        (self.report)(Fault { rule, level, place, said });
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
