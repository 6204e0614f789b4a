//! The keys whose meaning the format reserves, with their Number and Type. Source: the tables of reserved INFO and
//! genotype keys of VCF 4.1 to 4.5 (§1.6, §3).

use crate::values::{Definition, Kind, Number};

/// The minor version of the format: 1 for VCF 4.1 … 5 for VCF 4.5.
pub type Minor = u8;

/// A reserved key: its name, since which minor version, Number, Type.
type Row = (&'static str, Minor, &'static str, &'static str);

/// Reserved keys of INFO. Where a key changed, the later row counts from its version on.
const INFO: &[Row] = &[
    ("1000G", 1, "0", "Flag"),
    ("AA", 1, "1", "String"),
    ("AC", 1, "A", "Integer"),
    // In use before 4.3 reserved them.
    ("AD", 1, "R", "Integer"),
    ("ADF", 1, "R", "Integer"),
    ("ADR", 1, "R", "Integer"),
    ("AF", 1, "A", "Float"),
    ("AN", 1, "1", "Integer"),
    ("BKPTID", 1, ".", "String"),
    ("BQ", 1, "1", "Float"),
    ("CICN", 1, "2", "Integer"),
    ("CICN", 4, ".", "Float"),
    ("CICNADJ", 1, ".", "Integer"),
    ("CIEND", 1, "2", "Integer"),
    ("CIEND", 4, ".", "Integer"),
    ("CIGAR", 1, "A", "String"),
    ("CILEN", 1, "2", "Integer"),
    ("CILEN", 4, ".", "Integer"),
    ("CIPOS", 1, "2", "Integer"),
    ("CIPOS", 4, ".", "Integer"),
    ("CIRB", 4, ".", "Integer"),
    ("CIRUC", 4, ".", "Float"),
    ("CN", 1, "1", "Integer"),
    ("CN", 4, "A", "Float"),
    ("CNADJ", 1, ".", "Integer"),
    ("DB", 1, "0", "Flag"),
    ("DBRIPID", 1, "1", "String"),
    ("DBVARID", 1, "1", "String"),
    ("DGVID", 1, "1", "String"),
    ("DP", 1, "1", "Integer"),
    ("DPADJ", 1, ".", "Integer"),
    ("END", 1, "1", "Integer"),
    ("EVENT", 1, "1", "String"),
    ("EVENT", 4, "A", "String"),
    ("EVENTTYPE", 4, "A", "String"),
    ("H2", 1, "0", "Flag"),
    ("H3", 1, "0", "Flag"),
    ("HOMLEN", 1, ".", "Integer"),
    ("HOMSEQ", 1, ".", "String"),
    ("IMPRECISE", 1, "0", "Flag"),
    ("MATEID", 1, ".", "String"),
    ("MEINFO", 1, "4", "String"),
    ("METRANS", 1, "4", "String"),
    ("MQ", 1, "1", "Float"),
    ("MQ0", 1, "1", "Integer"),
    ("NOVEL", 1, "0", "Flag"),
    ("NS", 1, "1", "Integer"),
    ("PARID", 1, "1", "String"),
    ("RB", 4, ".", "Integer"),
    ("RN", 4, "A", "Integer"),
    ("RUB", 4, ".", "Integer"),
    ("RUC", 4, ".", "Float"),
    ("RUL", 4, ".", "Integer"),
    ("RUS", 4, ".", "String"),
    ("SOMATIC", 1, "0", "Flag"),
    ("SVCLAIM", 4, "A", "String"),
    ("SVLEN", 1, ".", "Integer"),
    ("SVLEN", 4, "A", "Integer"),
    ("SVTYPE", 1, "1", "String"),
    ("VALIDATED", 1, "0", "Flag"),
];

/// Reserved keys of FORMAT.
const FORMAT: &[Row] = &[
    ("AD", 3, "R", "Integer"),
    ("ADF", 3, "R", "Integer"),
    ("ADR", 3, "R", "Integer"),
    ("AHAP", 1, "1", "Integer"),
    ("CICN", 4, "2", "Float"),
    ("CN", 1, "1", "Integer"),
    ("CN", 4, "1", "Float"),
    ("CNL", 1, ".", "Float"),
    ("CNL", 3, "G", "Float"),
    ("CNP", 3, "G", "Float"),
    ("CNQ", 1, "1", "Float"),
    ("DP", 1, "1", "Integer"),
    ("EC", 1, "A", "Integer"),
    ("FT", 1, "1", "String"),
    ("GL", 1, "G", "Float"),
    ("GLE", 1, "G", "String"),
    ("GP", 1, "G", "Float"),
    ("GQ", 1, "1", "Integer"),
    ("GT", 1, "1", "String"),
    ("HAP", 1, "1", "Integer"),
    ("HQ", 1, "2", "Integer"),
    ("LAA", 5, ".", "Integer"),
    ("LAD", 5, "LR", "Integer"),
    ("LADF", 5, "LR", "Integer"),
    ("LADR", 5, "LR", "Integer"),
    ("LEC", 5, "LA", "Integer"),
    ("LEN", 5, "1", "Integer"),
    ("LGL", 5, "LG", "Float"),
    ("LGP", 5, "LG", "Float"),
    ("LPL", 5, "LG", "Integer"),
    ("LPP", 5, "LG", "Integer"),
    ("MQ", 1, "1", "Integer"),
    ("NQ", 1, "1", "Integer"),
    ("PL", 1, "G", "Integer"),
    ("PQ", 1, "1", "Integer"),
    ("PS", 1, "1", "Integer"),
    ("PSL", 4, "P", "String"),
    ("PSO", 4, "P", "Integer"),
    ("PSQ", 4, "P", "Integer"),
];

/// Whole numbers that may be negative: lengths with a direction and intervals around a value.
const SIGNED: [&str; 9] = ["SVLEN", "CIPOS", "CIEND", "CILEN", "CICN", "CICNADJ", "CIRB", "DPADJ", "CNADJ"];

/// Which column a key belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// INFO, of the record.
    Info,
    /// FORMAT, of each sample.
    Format,
}

impl Column {
    /// Name of the column.
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "INFO",
            Self::Format => "FORMAT",
        }
    }
}

/// What the format says of a key, where it reserves it: Number and Type.
pub fn reserved(column: Column, key: &str, version: Minor) -> Option<Definition> {
    let rows = match column {
        Column::Info => INFO,
        Column::Format => FORMAT,
    };
    let (.., number, kind) = rows.iter().rfind(|(name, since, ..)| *name == key && *since <= version)?;
    Some(Definition { number: Number::parse(number)?, kind: Kind::parse(kind)? })
}

/// Whether a key counts something, so that a negative number has no meaning.
pub fn counts(column: Column, key: &str, version: Minor) -> bool {
    let is_integer = reserved(column, key, version).is_some_and(|is| is.kind == Kind::Integer);
    is_integer && !SIGNED.contains(&key)
}

/// Whether the values of a key are fractions between 0 and 1.
pub fn is_fraction(column: Column, key: &str) -> bool {
    match column {
        Column::Info => key == "AF",
        Column::Format => matches!(key, "GP" | "CNP"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_can_be_read_and_later_versions_count() {
        for (key, since, number, kind) in INFO.iter().chain(FORMAT) {
            assert!(Number::parse(number).is_some() && Kind::parse(kind).is_some(), "{key}");
            assert!((1..=5).contains(since), "{key}");
        }
        assert_eq!(reserved(Column::Info, "CN", 3).unwrap().kind, Kind::Integer);
        assert_eq!(reserved(Column::Info, "CN", 4).unwrap().kind, Kind::Float);
        assert_eq!(reserved(Column::Format, "AD", 2), None, "AD is reserved since 4.3");
        assert!(counts(Column::Info, "DP", 2) && !counts(Column::Info, "SVLEN", 2));
    }
}
