//! How much may be said of one file: statements are kept in memory, so a flood of them is cut with a note. Every sink
//! counts by it, whatever the reader.

use crate::limits::Limits;
use entaku_domain::note::{Note, Place, Severity};
use entaku_domain::statement::Statement;

/// Admits statements up to [`Limits::statements`] and [`Limits::statement_bytes`].
#[derive(Debug)]
pub(crate) struct StatementQuota {
    file: String,
    limits: Limits,
    given: u64,
    admitted: u64,
    bytes: usize,
    /// Line of the first that was left out.
    full: Option<Option<u64>>,
}

impl StatementQuota {
    pub fn new(file: &str, limits: &Limits) -> Self {
        Self { file: file.to_owned(), limits: *limits, given: 0, admitted: 0, bytes: 0, full: None }
    }

    /// Counts a statement; whether there is room for it. Once one is left out all later ones are, so that what is kept is
    /// the beginning of what is said.
    pub fn admits(&mut self, statement: &Statement) -> bool {
        self.given += 1;
        let bytes = self.bytes.saturating_add(size(statement));
        let most = self.limits.statements as u64;
        if self.full.is_some() || self.admitted >= most || bytes > self.limits.statement_bytes {
            self.full.get_or_insert(statement.line);
            return false;
        }
        (self.admitted, self.bytes) = (self.admitted + 1, bytes);
        true
    }

    /// How many were admitted.
    pub fn admitted(&self) -> u64 {
        self.admitted
    }

    /// Tells what was left out.
    pub fn note(&self) -> Option<Note> {
        Some(Note {
            severity: Severity::Warning,
            code: "too-many-statements".to_owned(),
            place: Place { file: self.file.clone(), line: self.full?, field: None },
            said: format!("{} statements", self.given),
            hint: format!(
                "The first {} are kept; the rest stays in the received file. Where it holds several samples or registrations, name one.",
                self.admitted
            ),
            times: 1,
        })
    }
}

/// The text of a statement, in bytes.
fn size(statement: &Statement) -> usize {
    let fields = statement.fields.iter().map(|field| field.0.len() + field.1.len());
    fields.chain(statement.about.iter().map(String::len)).fold(statement.text.len(), usize::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::statement::{Speaker, StatementKind};

    fn statement(line: u64, length: usize) -> Statement {
        Statement {
            kind: StatementKind::Remark,
            by: Speaker::Laboratory,
            about: Vec::new(),
            gene: None,
            text: "x".repeat(length),
            level: None,
            line: Some(line),
            fields: Vec::new(),
        }
    }

    #[test]
    fn the_beginning_is_kept_and_the_first_left_out_named() {
        let limits = Limits { statements: 3, statement_bytes: 100, ..Limits::default() };
        let mut said = StatementQuota::new("a.csv", &limits);
        let admitted: Vec<bool> = [(1, 40), (2, 40), (3, 40), (4, 1)]
            .map(|(line, length)| said.admits(&statement(line, length)))
            .into();
        assert_eq!(admitted, [true, true, false, false], "nothing is kept after what did not fit");
        let note = said.note().unwrap();
        assert_eq!((note.place.line, note.said.as_str(), said.admitted()), (Some(3), "4 statements", 2));
        let mut said = StatementQuota::new("a.csv", &limits);
        assert!((1..=3).all(|line| said.admits(&statement(line, 1))) && said.note().is_none());
        assert!(!said.admits(&statement(4, 1)), "no more than the number either");
    }
}
