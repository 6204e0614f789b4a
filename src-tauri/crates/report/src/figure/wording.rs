//! What figures say in their language. What the words are stands in the word book.

use entaku_domain::certainty::Certainty;
use entaku_domain::label::Language;
use entaku_domain::protein::{MarkerMark, NotPlaced};
use entaku_domain::words::{Worded, laboratory};
use entaku_words::clinical::kind;
use entaku_words::paper::{figure, said};
use entaku_words::{Message, Word};

use super::axis::number;

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub struct Say {
    language: Language,
}

impl Say {
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    fn of(self, word: Word) -> String {
        word.get(self.language).to_owned()
    }

    fn with(self, message: Message) -> String {
        message.get(self.language)
    }

    pub fn language(self) -> Language {
        self.language
    }

    /// Several, as a list.
    pub fn list(self, items: &[String]) -> String {
        self.with(said::list(items))
    }

    pub fn residues(self, count: u32) -> String {
        self.with(figure::residues(grouped(count)))
    }

    pub fn on_protein(self, gene: &str) -> String {
        self.with(figure::on_protein(gene))
    }

    pub fn at_residue(self, change: &str, residue: u32) -> String {
        self.with(figure::at_residue(change, residue))
    }

    pub fn domains(self, list: &str) -> String {
        self.with(figure::domains(list))
    }

    /// The transcript residues are counted on, and where the protein's data comes from.
    pub fn positions(self, transcripts: &[String], source: &str, version: &str, sure: Certainty) -> String {
        let sure = sure.label();
        self.with(match transcripts.is_empty() {
            true => figure::positions(figure::COUNTED_ON_NONE, source, version, sure),
            false => figure::positions(figure::counted_on(transcripts), source, version, sure),
        })
    }

    pub fn unnamed(self, count: usize) -> String {
        self.with(figure::unnamed(count))
    }

    pub fn breaking(self) -> String {
        self.of(figure::BREAKING)
    }

    pub fn not_drawn(self, names: &[String], more: usize) -> String {
        self.with(figure::not_drawn(names, more))
    }

    pub fn no_number(self) -> String {
        self.of(figure::NO_NUMBER)
    }

    pub fn reason(self, reason: &NotPlaced) -> String {
        match reason {
            NotPlaced::NoGene => self.of(figure::NO_GENE),
            NotPlaced::NoProtein => self.of(figure::NO_PROTEIN),
            NotPlaced::NoResidue => self.of(figure::NO_RESIDUE),
            NotPlaced::Beyond { residue, length } => self.with(figure::beyond(*residue, *length)),
            NotPlaced::OtherTranscript { transcript } => self.with(figure::other_transcript(transcript)),
        }
    }

    pub fn with_reason(self, name: &str, reason: &NotPlaced) -> String {
        self.with(figure::aside(name, self.reason(reason)))
    }

    pub fn vaf_title(self) -> String {
        self.of(figure::VAF_TITLE)
    }

    pub fn content(self, percent: u8) -> String {
        self.with(figure::content(percent))
    }

    pub fn half(self, percent: f64) -> String {
        self.with(figure::half(number(percent)))
    }

    pub fn vaf_note(self, content: bool) -> String {
        self.of(if content { figure::VAF_NOTE_WITH_CONTENT } else { figure::VAF_NOTE })
    }

    pub fn rest(self, count: usize) -> String {
        self.with(figure::rest(count))
    }

    pub fn rest_note(self, count: usize) -> String {
        self.with(figure::rest_note(count))
    }

    pub fn copy_title(self, unit: &str) -> String {
        self.gauge_title(kind::COPY_NUMBER.get(self.language), unit)
    }

    pub fn log(self) -> String {
        self.of(figure::LOG)
    }

    pub fn gauge_title(self, marker: &str, unit: &str) -> String {
        match unit {
            "" => marker.to_owned(),
            unit => self.with(figure::aside(marker, unit)),
        }
    }

    pub fn state(self, state: &str) -> String {
        self.with(figure::state(laboratory::term(state, self.language)))
    }

    /// A unit as the tables have it.
    pub fn unit(self, written: Option<&str>) -> String {
        laboratory::unit(written.unwrap_or_default(), self.language)
    }

    /// A kind of alteration; what the laboratory writes stands in the table.
    pub fn kind(self, written: &str) -> String {
        laboratory::short_term(written, self.language)
    }

    pub fn mark(self, mark: &MarkerMark) -> String {
        let (name, sure) = (&mark.name, mark.certainty.label());
        self.with(match &mark.holds_for {
            Some(holds) => figure::mark_for(name, holds, &mark.source, &mark.version, sure),
            None => figure::mark(name, &mark.source, &mark.version, sure),
        })
    }
}

fn grouped(count: u32) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
