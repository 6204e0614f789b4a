//! REF and ALT together.

use super::{Checker, Rule, Spot};
use crate::columns::{self, Columns, is_bases};
use crate::grammar::is_structural;

impl Checker {
    /// Gives the number of alternate alleles; none where the record names none.
    pub(super) fn alleles(&mut self, columns: &Columns<'_>, spot: &mut Spot<'_>) -> Option<usize> {
        let text = columns.alternate;
        if text == "." {
            return None;
        }
        let several = memchr::memchr(b',', text.as_bytes()).is_some();
        if several && text.split(',').any(|allele| allele == ".") {
            spot.warn(Rule::MissingAmongAlleles, "ALT", || text.to_owned());
        }
        if memchr::memchr(b'<', text.as_bytes()).is_some() {
            for symbol in text.split(',') {
                self.symbol(symbol, columns, spot);
            }
            if self.header.version >= 4 {
                self.structural(columns, spot);
            }
        }
        Some(if several { memchr::memchr_iter(b',', text.as_bytes()).count() + 1 } else { 1 })
    }

    fn symbol(&mut self, allele: &str, columns: &Columns<'_>, spot: &mut Spot<'_>) {
        let Some(symbol) = allele.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else { return };
        if matches!(symbol, "*" | "NON_REF" | "X") || self.header.symbols.contains(symbol) {
            return;
        }
        let first = symbol.split(':').next().unwrap_or_default();
        let copies = first.strip_prefix("CN").is_some_and(is_number);
        if !is_structural(first, self.header.version) && !copies {
            if symbol.contains(':') {
                spot.warn(Rule::SymbolKind, "ALT", || allele.to_owned());
            } else {
                spot.tell(Rule::SymbolUndeclared, "ALT", || allele.to_owned());
            }
        } else if first.starts_with("DEL") && self.header.version < 4 && length_is_positive(columns) {
            spot.tell(Rule::LossLength, "INFO/SVLEN", || columns.info.to_owned());
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
