//! INFO: its entries, keys and values.

use super::super::columns::{self, Columns};
use super::super::reserved::Column;
use super::super::values::Shape;
use super::alleles::spelled_length;
use super::{Checker, Spot};

impl Checker {
    pub(super) fn info_column(&mut self, columns: &Columns<'_>, shape: Shape, spot: &mut Spot<'_>) {
        let text = columns.info;
        if text == "." {
            return;
        }
        let hint = "Entries key=value separated by ';', or '.', were expected; what can be read is used.";
        if text.is_empty() || has_empty_entry(text) {
            let said =
                || if text.is_empty() { "an empty INFO".to_owned() } else { "an empty entry".to_owned() };
            spot.warn("bad-info", "INFO", said, hint);
        }
        // Since 4.3 a space may stand in a value; elsewhere it tells of columns that were split at blanks.
        if self.version < 3 && memchr::memchr(b' ', text.as_bytes()).is_some() {
            spot.warn("bad-info", "INFO", || text.to_owned(), "INFO holds no white space; kept as written.");
        }
        self.info.begin();
        for (place, (key, value)) in columns::info(text).enumerate() {
            let Some(number) = self.info.find(place, key, self.version) else { continue };
            let twice = self.info.repeated(number);
            let Some(known) = self.info.get(number) else { continue };
            if twice {
                let said = || format!("{key} stands twice");
                spot.warn(
                    "duplicate-key",
                    "INFO",
                    said,
                    "A key stands once in a record; the last one is used.",
                );
            }
            if !known.declared {
                if !is_key(key, self.version) {
                    spot.warn("bad-info", "INFO", || key.to_owned(), hint);
                } else {
                    let hint = "The header does not declare the key; kept as written.";
                    spot.tell("undeclared", "INFO", || key.to_owned(), hint);
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
            let hint = "Counts with the letters M, I, D, N, S, H, P, X or = were expected; kept as written.";
            spot.warn("value-type", "INFO/CIGAR", || value.to_owned(), hint);
        }
        "END" => {
            let (start, end) = (columns.position.parse::<i64>(), value.parse::<i64>());
            // On another chromosome (CHR2) the end stands in no relation to POS.
            let elsewhere = columns.info.contains("CHR2=");
            // An insertion may end before its first base; some callers write 0 for an end not known.
            let before = |start: i64, end: i64| end != 0 && end < start - 1;
            if start.is_ok_and(|start| end.is_ok_and(|end| before(start, end))) && !elsewhere {
                let said = || format!("POS {} END {value}", columns.position);
                spot.warn("end-before-start", "INFO/END", said, "Check with the laboratory which is meant.");
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
                let hint = "The length differs from that of the alleles as spelled out, which are used.";
                spot.tell("value-range", "INFO/SVLEN", || value.to_owned(), hint);
            }
        }
        "CIPOS" | "CIEND" | "CILEN" | "CICN" | "CICNADJ" => {
            let mut bounds = value.split(',').map(str::parse::<f64>);
            if let (Some(Ok(low)), Some(Ok(high))) = (bounds.next(), bounds.next())
                && (low > 0.0 || high < 0.0)
            {
                let hint =
                    "An interval around a value goes from zero or below to zero or above; kept as written.";
                spot.warn("value-range", "INFO/CI", || format!("{key}={value}"), hint);
            }
        }
        "IMPRECISE" if value == "0" => {
            let end = columns::info(columns.info).find(|(key, _)| *key == "END").and_then(|(_, end)| end);
            let due = columns.position.parse::<i64>().ok().zip(i64::try_from(columns.reference.len()).ok());
            if let (Some(end), Some((start, length))) = (end, due)
                && end.parse() != Ok(start.saturating_add(length) - 1)
            {
                let hint = "A precise variant ends with its last reference base; the alleles are used.";
                spot.warn("value-range", "INFO/END", || format!("END={end}"), hint);
            }
        }
        // A breakend or a spelled-out allele may well claim nothing.
        "SVCLAIM" if !value.split(',').all(|claim| matches!(claim, "D" | "J" | "DJ" | ".")) => {
            let hint = "Copies (D), junction (J) or both (DJ) were expected; kept as written.";
            spot.warn("value-range", "INFO/SVCLAIM", || value.to_owned(), hint);
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
