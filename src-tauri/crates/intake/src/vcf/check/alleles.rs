//! REF and ALT together.

use super::super::alleles::is_bases;
use super::super::columns::{self, Columns};
use super::super::grammar::is_structural;
use super::{Checker, Spot};

impl Checker {
    /// Gives the number of alternate alleles; none where the record names none.
    pub(super) fn alleles(&mut self, columns: &Columns<'_>, spot: &mut Spot<'_>) -> Option<usize> {
        let text = columns.alternate;
        if text == "." {
            return None;
        }
        let several = memchr::memchr(b',', text.as_bytes()).is_some();
        if several && text.split(',').any(|allele| allele == ".") {
            let hint = "'.' stands alone where there is no alternate allele.";
            spot.warn("bad-alt", "ALT", || text.to_owned(), hint);
        }
        if memchr::memchr(b'<', text.as_bytes()).is_some() {
            for symbol in text.split(',') {
                self.symbol(symbol, columns, spot);
            }
            if self.version >= 4 {
                self.structural(columns, spot);
            }
        }
        Some(if several { memchr::memchr_iter(b',', text.as_bytes()).count() + 1 } else { 1 })
    }

    fn symbol(&mut self, allele: &str, columns: &Columns<'_>, spot: &mut Spot<'_>) {
        let Some(symbol) = allele.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else { return };
        if matches!(symbol, "*" | "NON_REF" | "X") || self.symbols.contains(symbol) {
            return;
        }
        let first = symbol.split(':').next().unwrap_or_default();
        let copies = first.strip_prefix("CN").is_some_and(is_number);
        if !is_structural(first, self.version) && !copies {
            let hint = "The header does not declare this symbol and the format does not reserve it; read as written.";
            if symbol.contains(':') {
                spot.warn("bad-alt", "ALT", || allele.to_owned(), hint);
            } else {
                spot.tell("undeclared", "ALT", || allele.to_owned(), hint);
            }
        } else if first.starts_with("DEL") && self.version < 4 && length_is_positive(columns) {
            let hint = "The length of a deletion is negative before VCF 4.4; its size is used.";
            spot.tell("value-range", "INFO/SVLEN", || columns.info.to_owned(), hint);
        }
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn length_is_positive(columns: &Columns<'_>) -> bool {
    let one = !columns.alternate.contains(',');
    let length = columns::info(columns.info).find(|(key, _)| *key == "SVLEN").and_then(|(_, value)| value);
    one && length.is_some_and(|value| value.parse::<i64>().is_ok_and(|length| length > 0))
}

/// The length that SVLEN must have beside spelled-out alleles; none where an allele is a symbol.
pub(super) fn spelled_length(columns: &Columns<'_>, index: usize) -> Option<i64> {
    let alternate = columns.alternate.split(',').nth(index).filter(|allele| is_bases(allele))?;
    let length = |text: &str| i64::try_from(text.len()).ok();
    Some(length(alternate)? - length(columns.reference)?)
}
