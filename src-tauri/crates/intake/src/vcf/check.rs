//! Faults that the rules of the format find, as notes: what is done about each. A fault is a note with its line and never
//! a reason to lose a record.

use crate::notes::{NoteBook, Remark, quoted};
use entaku_vcf_check::grammar::HeaderFault;
use entaku_vcf_check::{Fault, Level, Place, Rule};
use entaku_words::errors::note;
use std::borrow::Cow;

/// Notes a fault of the record at a line. Its words are made only for the first of its kind, so that a fault of every
/// record costs little.
pub(super) fn record(fault: Fault<'_>, line: u64, notes: &mut NoteBook) {
    let field = match fault.place {
        Place::Field(name) => Cow::Borrowed(name),
        Place::Key(column, key) => Cow::Owned(format!("{}/{}", column.name(), quoted(key))),
    };
    notes.at_line(fault.rule.code(), &field, line, |code| {
        let remark = match fault.level {
            Level::Slight => Remark::info,
            Level::Fault => Remark::warning,
        };
        remark(code, quoted(&fault.said()), hint(fault.rule))
    });
}

/// What the format wants, and what is done with what the record has.
fn hint(rule: Rule) -> String {
    let done = match rule {
        Rule::EndBeforeStart => return "Check with the laboratory which is meant.".to_owned(),
        Rule::MissingAmongAlleles
        | Rule::FilterUndeclared
        | Rule::RepeatUneven
        | Rule::GenotypeForm
        | Rule::SampleForm => ".",
        Rule::ContigColon | Rule::ContigName | Rule::SymbolKind | Rule::SymbolUndeclared => {
            "; read as written."
        }
        Rule::Ploidy => ". Read as written.",
        Rule::PhaseSet => ". Kept as written.",
        Rule::NegativeQuality => "; it is kept as written.",
        Rule::RepeatUnitLength => "; both are kept as written.",
        Rule::InfoEntry | Rule::InfoKey | Rule::FormatForm => "; what can be read is used.",
        Rule::LossLength | Rule::LengthNegative => "; its size is used.",
        Rule::LengthMissing => "; END is used where it is given.",
        Rule::SpelledLength => ", which are used.",
        Rule::PreciseEnd => "; the alleles are used.",
        Rule::KeyTwice => "; the last one is used.",
        Rule::ValueCount => "; what is needed is taken where it is plain which value is meant.",
        Rule::CopiesOfLengths => "; which of the lengths it belongs to is not told.",
        Rule::FilterForm => "; a record with any filter is set aside.",
        Rule::ClaimMissing => "; ask the laboratory which.",
        Rule::RepeatUnit => "; ask the laboratory.",
        _ => "; kept as written.",
    };
    format!("{}{done}", rule.wants())
}

/// Notes a fault of the header line `##name=…`.
pub(super) fn header(fault: HeaderFault, name: &str, line: &str, number: u64, notes: &mut NoteBook) {
    let known = ["INFO", "FORMAT", "FILTER", "ALT", "contig", "SAMPLE", "PEDIGREE", "META"];
    let shape = if known.contains(&name) { name } else { "header" };
    let remark = match fault {
        HeaderFault::Form(expected) => {
            Remark::warning("header-line", quoted(line), format!("Read as far as it goes: {expected}."))
        }
        HeaderFault::Field(said) => {
            let hint = note::HEADER_FIELD.en;
            Remark::warning("header-field", said, hint)
        }
        HeaderFault::Slight(said) => Remark::info("header-field", said, "Of no bearing on the reading."),
        HeaderFault::Reserved(said) => {
            let hint = note::HEADER_RESERVED.en;
            Remark::info("header-reserved", said, hint)
        }
        HeaderFault::Contig(name) => {
            let hint = note::CONTIG_NAME.en;
            Remark::info("contig-name", name, hint)
        }
        HeaderFault::Declared(column, id) => {
            let hint = note::DUPLICATE_DECLARATION.en;
            let said = format!("{} {}", column.name(), quoted(&id));
            let remark = Remark::info("duplicate-declaration", said, hint);
            return notes.add(remark, column.name(), Some(number), || None);
        }
    };
    notes.add(remark, shape, Some(number), || Some(format!("##{}", quoted(name))));
}
