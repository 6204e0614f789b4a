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

impl Header {
    /// Takes the line `##name=value`: says what is wrong with it and keeps what it declares as far as it can be read.
    pub fn line(&mut self, name: &str, value: &str) -> Vec<HeaderFault> {
        let mut faults = grammar::faults(name, value, self.version);
        match name {
            "fileformat" | "format" => self.version = minor(value.trim()).unwrap_or(self.version),
            "INFO" => faults.extend(self.declare(Column::Info, value)),
            "FORMAT" => faults.extend(self.declare(Column::Format, value)),
            "FILTER" => keep_id(&mut self.filters, value),
            "ALT" => keep_id(&mut self.symbols, value),
            "contig" => keep_id(&mut self.contigs, value),
            _ => {}
        }
        faults
    }

    /// The minor version by whose rules records are checked: that of the last known `##fileformat`, else 2.
    pub fn version(&self) -> Minor {
        self.version
    }

    /// The contigs that the header declares, in no order.
    pub fn contigs(&self) -> impl Iterator<Item = &str> {
        self.contigs.iter().map(String::as_str)
    }

    fn declare(&mut self, column: Column, value: &str) -> Option<HeaderFault> {
        let fields = fields::of(value);
        let id = fields::get(&fields, "ID").filter(|id| !id.is_empty())?;
        let count = fields::get(&fields, "Number").and_then(Number::parse);
        let kind = fields::get(&fields, "Type").and_then(Kind::parse);
        let definition = count.zip(kind).map(|(number, kind)| Definition { number, kind });
        let keys = match column {
            Column::Info => &mut self.info,
            Column::Format => &mut self.format,
        };
        (!keys.declare(id, definition)).then(|| HeaderFault::Declared(column, id.to_owned()))
    }
}

/// The minor version that `##fileformat` names; none where it is not known. White space around the name is a fault, so
/// none is taken off here.
pub fn minor(version: &str) -> Option<Minor> {
    let at = VERSIONS.iter().position(|known| *known == version)?;
    u8::try_from(at + 1).ok()
}

fn keep_id(kept: &mut HashSet<String>, value: &str) {
    let fields = fields::of(value);
    if let Some(id) = fields::get(&fields, "ID")
        && kept.len() < MAX_KEPT
    {
        kept.insert(id.to_owned());
    }
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
