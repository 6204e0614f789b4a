//! Collects notes without letting one fault, repeated in every record, drown the others: the same code at the
//! same field is one note with a count, placed where it was met first.

use entaku_domain::note::{Note, Place, Severity};
use std::collections::HashMap;

/// Most different notes kept of one file. A person reads dozens; a file with more is faulty as a whole.
pub(crate) const MAX_NOTES: usize = 500;

/// Longest quotation of the source in a note, in characters.
const MAX_SAID: usize = 200;

/// What was noticed so far.
#[derive(Debug)]
pub(crate) struct NoteBook {
    file: String,
    notes: Vec<Note>,
    index: HashMap<&'static str, HashMap<String, usize>>,
    beyond: u32,
}

/// A note before it has a place.
pub(crate) struct Remark {
    pub severity: Severity,
    pub code: &'static str,
    pub said: String,
    pub hint: String,
}

impl Remark {
    /// Good to know.
    pub fn info(code: &'static str, said: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Info, code, said: said.into(), hint: hint.into() }
    }
    /// Somebody should look.
    pub fn warning(code: &'static str, said: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, code, said: said.into(), hint: hint.into() }
    }
    /// Part of the input could not be used.
    pub fn error(code: &'static str, said: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { severity: Severity::Error, code, said: said.into(), hint: hint.into() }
    }
}

impl NoteBook {
    pub fn new(file: &str) -> Self {
        Self { file: file.to_owned(), notes: Vec::new(), index: HashMap::new(), beyond: 0 }
    }

    /// The file's name, for places.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Adds a remark. `shape` is the field without the indexes that tell one record from another; `field` is the
    /// exact place and is asked for only when the remark is new.
    pub fn add(
        &mut self,
        remark: Remark,
        shape: &str,
        line: Option<u64>,
        field: impl FnOnce() -> Option<String>,
    ) {
        if let Some(note) = self.earlier(remark.code, shape) {
            note.times = note.times.saturating_add(1);
            note.severity = note.severity.max(remark.severity);
            return;
        }
        if self.notes.len() >= MAX_NOTES {
            self.beyond = self.beyond.saturating_add(1);
            return;
        }
        self.index.entry(remark.code).or_default().insert(shape.to_owned(), self.notes.len());
        self.notes.push(Note {
            severity: remark.severity,
            code: remark.code.to_owned(),
            place: Place { file: self.file.clone(), line, field: field() },
            said: quoted(&remark.said),
            hint: remark.hint,
            times: 1,
        });
    }

    fn earlier(&mut self, code: &'static str, shape: &str) -> Option<&mut Note> {
        self.index.get(code)?.get(shape).and_then(|index| self.notes.get_mut(*index))
    }

    /// As [`NoteBook::add`] at a line, for faults that may stand in every record of a long file: the remark is made
    /// only where it is the first of its kind.
    pub fn at_line(
        &mut self,
        code: &'static str,
        shape: &str,
        line: u64,
        remark: impl FnOnce(&'static str) -> Remark,
    ) {
        match self.earlier(code, shape) {
            Some(note) => note.times = note.times.saturating_add(1),
            None => self.add(remark(code), shape, Some(line), || Some(shape.to_owned())),
        }
    }

    /// A remark about the whole file.
    pub fn about_file(&mut self, remark: Remark) {
        self.add(remark, "", None, || None);
    }

    /// The notes in the order in which they were met.
    pub fn into_notes(mut self) -> Vec<Note> {
        if self.beyond > 0 {
            self.notes.push(Note {
                severity: Severity::Warning,
                code: "more-notes".to_owned(),
                place: Place { file: self.file.clone(), line: None, field: None },
                said: format!("{} further faults", self.beyond),
                hint: format!(
                    "Only the first {MAX_NOTES} different notes are listed; ask the sender for a sound file."
                ),
                times: self.beyond,
            });
        }
        self.notes
    }
}

/// A quotation for a note: control characters out, at most [`MAX_SAID`] characters.
pub(crate) fn quoted(text: &str) -> String {
    let mut short: String = text.chars().take(MAX_SAID).map(shown).collect();
    if text.chars().nth(MAX_SAID).is_some() {
        short.push('…');
    }
    short
}

fn shown(character: char) -> char {
    match character {
        '\t' | '\n' | '\r' => ' ',
        control if control.is_control() => '\u{FFFD}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_fault_in_many_records_is_one_note_with_a_count() {
        let mut book = NoteBook::new("a.cats");
        for index in 0..14 {
            book.add(Remark::info("unit-renamed", "x", "y"), "variants[].unit", None, || {
                Some(format!("variants[{index}].unit"))
            });
        }
        let notes = book.into_notes();
        assert_eq!(notes.len(), 1);
        assert_eq!(notes[0].times, 14);
        assert_eq!(
            notes[0].place.field.as_deref(),
            Some("variants[0].unit"),
            "the place is that of the first"
        );
    }

    #[test]
    fn notes_without_end_are_capped_and_the_rest_counted() {
        let mut book = NoteBook::new("a.cats");
        for index in 0..MAX_NOTES + 7 {
            book.add(Remark::info("unknown-field", "x", "y"), &index.to_string(), None, || None);
        }
        let notes = book.into_notes();
        assert_eq!(notes.len(), MAX_NOTES + 1);
        assert_eq!(notes.last().unwrap().times, 7);
    }
}
