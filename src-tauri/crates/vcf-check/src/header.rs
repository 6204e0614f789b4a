//! What a header declares: the version, the keys, and the names that records may use.

use crate::fields;
use crate::grammar::{self, HeaderFault};
use crate::keys::Keys;
use crate::reserved::{Column, Minor};
use crate::values::{Definition, Kind, Number};
use std::collections::HashSet;

/// Most names of one kind that are kept. Real files have hundreds; records are not checked against those beyond.
const MAX_KEPT: usize = 10_000;

/// The versions whose rules are known, the first of them minor version 1.
const VERSIONS: [&str; 5] = ["VCFv4.1", "VCFv4.2", "VCFv4.3", "VCFv4.4", "VCFv4.5"];

/// Minor version by whose rules a file without a known version is checked.
const DEFAULT: Minor = 2;

/// What a header declares. [`Default`] is that of a file without a header.
#[derive(Debug)]
pub struct Header {
    pub(crate) version: Minor,
    pub(crate) info: Keys,
    pub(crate) format: Keys,
    pub(crate) filters: HashSet<String>,
    pub(crate) symbols: HashSet<String>,
    pub(crate) contigs: HashSet<String>,
}

impl Default for Header {
    fn default() -> Self {
        Self {
            version: DEFAULT,
            info: Keys::new(Column::Info),
            format: Keys::new(Column::Format),
            filters: HashSet::new(),
            symbols: HashSet::new(),
            contigs: HashSet::new(),
        }
    }
}

/// One thing that a header line declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Declaration<'a> {
    /// A key of this column: its name, and Number and Type where they can be read.
    Key(Column, &'a str, Option<Definition>),
    /// A filter.
    Filter(&'a str),
    /// A symbol of ALT.
    Symbol(&'a str),
    /// A contig.
    Contig(&'a str),
}

impl Header {
    /// Takes the line `##name=value`: says what is wrong with it and keeps what it declares as far as it can be read.
    /// The same as [`faults`](Self::faults), then [`set_version`](Self::set_version) or [`declare`](Self::declare).
    pub fn line(&mut self, name: &str, value: &str) -> Vec<HeaderFault> {
        let mut faults = self.faults(name, value);
        if matches!(name, "fileformat" | "format") {
            self.set_version(value);
            return faults;
        }
        let fields = fields::of(value);
        let get = |wanted: &str| fields::get(&fields, wanted);
        let Some(id) = get("ID") else { return faults };
        let key = |column| {
            let (number, kind) = (get("Number").and_then(Number::parse), get("Type").and_then(Kind::parse));
            let definition = number.zip(kind).map(|(number, kind)| Definition { number, kind });
            Declaration::Key(column, id, definition)
        };
        let declaration = match name {
            "INFO" => key(Column::Info),
            "FORMAT" => key(Column::Format),
            "FILTER" => Declaration::Filter(id),
            "ALT" => Declaration::Symbol(id),
            "contig" => Declaration::Contig(id),
            _ => return faults,
        };
        faults.extend(self.declare(declaration));
        faults
    }

    /// What is wrong with the line `##name=value` by itself. Keeps nothing: for callers that read header lines by
    /// themselves.
    pub fn faults(&self, name: &str, value: &str) -> Vec<HeaderFault> {
        grammar::faults(name, value, self.version)
    }

    /// Takes the value of `##fileformat`. One that is not known changes nothing.
    pub fn set_version(&mut self, value: &str) {
        self.version = minor(value.trim()).unwrap_or(self.version);
    }

    /// Keeps a declaration; says so where an earlier one of the same key counts instead.
    pub fn declare(&mut self, declaration: Declaration<'_>) -> Option<HeaderFault> {
        let (kept, id) = match declaration {
            Declaration::Key(column, id, definition) => {
                let keys = match column {
                    Column::Info => &mut self.info,
                    Column::Format => &mut self.format,
                };
                let again = !id.is_empty() && !keys.declare(id, definition);
                return again.then(|| HeaderFault::Declared(column, id.to_owned()));
            }
            Declaration::Filter(id) => (&mut self.filters, id),
            Declaration::Symbol(id) => (&mut self.symbols, id),
            Declaration::Contig(id) => (&mut self.contigs, id),
        };
        if kept.len() < MAX_KEPT {
            kept.insert(id.to_owned());
        }
        None
    }

    /// The minor version by whose rules records are checked: that of the last known `##fileformat`, else 2.
    pub fn version(&self) -> Minor {
        self.version
    }

    /// The contigs that the header declares, in no order.
    pub fn contigs(&self) -> impl Iterator<Item = &str> {
        self.contigs.iter().map(String::as_str)
    }
}

/// The minor version that `##fileformat` names; none where it is not known. White space around the name is a fault, so
/// none is taken off here.
pub fn minor(version: &str) -> Option<Minor> {
    let at = VERSIONS.iter().position(|known| *known == version)?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_last_known_one() {
        let mut header = Header::default();
        assert_eq!(header.version(), 2);
        for (value, version) in [("VCFv4.4", 4), ("VCFv4.9", 4), (" VCFv4.1 ", 1)] {
            header.line("fileformat", value);
            assert_eq!(header.version(), version, "{value}");
        }
        assert_eq!(minor(" VCFv4.1"), None);
    }

    #[test]
    fn the_first_of_two_declarations_counts() {
        let mut header = Header::default();
        let line = "<ID=DP,Number=1,Type=Integer,Description=\"\">";
        assert_eq!(header.line("INFO", line), []);
        assert_eq!(header.line("INFO", line), [HeaderFault::Declared(Column::Info, "DP".to_owned())]);
        assert_eq!(header.line("FORMAT", line), [], "a key of each column");
    }
}
