//! What is wrong with a book, and where.

use std::fmt;

/// One fault at its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file below the book's folder, `ja/window/list.ftl`.
    pub file: String,
    /// Counted from 1; 0 for a whole file or folder.
    pub line: usize,
    /// The word, as it is written.
    pub key: String,
    /// What is wrong, as a sentence without its end.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: `{}` {}", self.file, self.line, self.key, self.what)
    }
}

/// Everything wrong with a book, in the order of its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.0 {
            writeln!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
