//! INFO: its entries, keys and values.

use super::alleles::spelled_length;
use super::{Checker, Rule, Spot};
use crate::columns::{self, Columns};
use crate::reserved::Column;
use crate::values::Shape;

impl Checker {
    pub(super) fn info_column(&mut self, columns: &Columns<'_>, shape: Shape, spot: &mut Spot<'_>) {
        let text = columns.info;
        if text == "." {
            return;
        }
        if text.is_empty() || has_empty_entry(text) {
            let said =
                || if text.is_empty() { "an empty INFO".to_owned() } else { "an empty entry".to_owned() };
            spot.warn(Rule::InfoEntry, "INFO", said);
        }
        // Since 4.3 a space may stand in a value; elsewhere it tells of columns that were split at blanks.
        if self.header.version < 3 && memchr::memchr(b' ', text.as_bytes()).is_some() {
            spot.warn(Rule::InfoSpace, "INFO", || text.to_owned());
        }
        self.header.info.begin();
        for (place, (key, value)) in columns::info(text).enumerate() {
            let Some(number) = self.header.info.find(place, key, self.header.version) else { continue };
            let twice = self.header.info.repeated(number);
            let Some(known) = self.header.info.get(number) else { continue };
            if twice {
                spot.warn(Rule::KeyTwice, "INFO", || format!("{key} stands twice"));
            }
            if !known.declared {
                if !is_key(key, self.header.version) {
                    spot.warn(Rule::InfoKey, "INFO", || key.to_owned());
                } else {
                    spot.tell(Rule::KeyUndeclared, "INFO", || key.to_owned());
                }
            }
            if let Some(fault) = known.check(value.unwrap_or_default(), shape) {
                spot.values(Column::Info, key, value.unwrap_or_default(), fault);
            }
            meaning(key, value.unwrap_or_default(), columns, spot);
        }
    }
}

/// Whether a semicolon has nothing before or after it.
fn has_empty_entry(text: &str) -> bool {
    let bytes = text.as_bytes();
    let follows = |at: usize| bytes.get(at + 1).is_none_or(|next| *next == b';');
    bytes.first() == Some(&b';') || memchr::memchr_iter(b';', bytes).any(follows)
}

/// `[A-Za-z_][A-Za-z0-9_.]*` or `1000G` since 4.3; before, anything printable with a letter or digit.
fn is_key(key: &str, version: u8) -> bool {
    let bytes = key.as_bytes();
    if version < 3 {
        return bytes.iter().all(u8::is_ascii_graphic) && bytes.iter().any(u8::is_ascii_alphanumeric);
    }
    let first = bytes.first().is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_');
    let word = bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'));
    key == "1000G" || (first && word)
}

/// Values that contradict the record they stand in.
fn meaning(key: &str, value: &str, columns: &Columns<'_>, spot: &mut Spot<'_>) {
    match key {
        "CIGAR" if !value.split(',').all(is_cigar) => {
            spot.warn(Rule::Cigar, "INFO/CIGAR", || value.to_owned());
        }
        "END" => {
            let (start, end) = (columns.position.parse::<i64>(), value.parse::<i64>());
            // On another chromosome (CHR2) the end stands in no relation to POS.
            let elsewhere = columns.info.contains("CHR2=");
            // An insertion may end before its first base; some callers write 0 for an end not known.
            let before = |start: i64, end: i64| end != 0 && end < start - 1;
            if start.is_ok_and(|start| end.is_ok_and(|end| before(start, end))) && !elsewhere {
                let said = || format!("POS {} END {value}", columns.position);
                spot.warn(Rule::EndBeforeStart, "INFO/END", said);
            }
        }
        "SVLEN" => {
            let differs = |(index, text): (usize, &str)| {
                let length = text.parse::<i64>();
                length.is_ok_and(|length| {
                    spelled_length(columns, index).is_some_and(|spelled| spelled != length)
                })
            };
            if value.split(',').enumerate().take(64).any(differs) {
                spot.tell(Rule::SpelledLength, "INFO/SVLEN", || value.to_owned());
            }
        }
        "CIPOS" | "CIEND" | "CILEN" | "CICN" | "CICNADJ" => {
            let mut bounds = value.split(',').map(str::parse::<f64>);
            if let (Some(Ok(low)), Some(Ok(high))) = (bounds.next(), bounds.next())
                && (low > 0.0 || high < 0.0)
            {
                spot.warn(Rule::Interval, "INFO/CI", || format!("{key}={value}"));
            }
        }
        "IMPRECISE" if value == "0" => {
            let end = columns::info(columns.info).find(|(key, _)| *key == "END").and_then(|(_, end)| end);
            let due = columns.position.parse::<i64>().ok().zip(i64::try_from(columns.reference.len()).ok());
            if let (Some(end), Some((start, length))) = (end, due)
                && end.parse() != Ok(start.saturating_add(length) - 1)
            {
                spot.warn(Rule::PreciseEnd, "INFO/END", || format!("END={end}"));
            }
        }
        // A breakend or a spelled-out allele may well claim nothing.
        "SVCLAIM" if !value.split(',').all(|claim| matches!(claim, "D" | "J" | "DJ" | ".")) => {
            spot.warn(Rule::Claim, "INFO/SVCLAIM", || value.to_owned());
        }
        _ => {}
    }
}

fn is_cigar(text: &str) -> bool {
    text == "." || {
        let mut digits = false;
        let sound = text.bytes().all(|byte| match byte {
            b'0'..=b'9' => {
                digits = true;
                true
            }
            b'M' | b'I' | b'D' | b'N' | b'S' | b'H' | b'P' | b'X' | b'=' => std::mem::take(&mut digits),
            _ => false,
        });
        sound && !digits && !text.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cigars_are_counts_with_letters() {
        for (text, sound) in
            [("3M1D", true), (".", true), ("M3", false), ("3", false), ("", false), ("3Z", false)]
        {
            assert_eq!(is_cigar(text), sound, "{text}");
        }
    }

    #[test]
    fn keys_are_stricter_since_4_3() {
        for (key, before, since) in [
            ("AF_1", true, true),
            ("1000G", true, true),
            ("2X", true, false),
            ("A B", false, false),
            ("-", false, false),
        ] {
            assert_eq!((is_key(key, 2), is_key(key, 3)), (before, since), "{key}");
        }
    }
}
