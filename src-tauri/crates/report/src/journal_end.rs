//! The end of the journal as a paper names it: how many records there were when it was made, and the hash of the last. A store
//! that was laid back to an older state does not hold it.

/// Digits of the hash that are printed: people type them.
const PRINTED: usize = 16;
/// Fewest that are compared, and all there are.
const DIGITS: std::ops::RangeInclusive<usize> = 12..=64;
/// Before the end in a file's metadata.
const MARK: &str = "ENTAKU-JOURNAL/";
/// Longest text after the mark.
const LONGEST: usize = 20 + 1 + 64;

/// The end of the journal when a document was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalEnd {
    /// How many records.
    pub events: u64,
    /// Hash of the last, in small hexadecimal digits; the beginning of it where it was read from paper.
    pub hash: String,
}

impl JournalEnd {
    /// The hash as far as it is printed.
    #[must_use]
    pub fn short(&self) -> &str {
        self.hash.get(..PRINTED).unwrap_or(&self.hash)
    }

    /// As it stands in a file's metadata.
    #[must_use]
    pub fn mark(&self) -> String {
        format!("{MARK}{}/{}", self.events, self.short())
    }

    /// What a file of this program says in its metadata, where that is still in it. It proves nothing by itself; it is to be
    /// compared with the journal.
    #[must_use]
    pub fn named_in(bytes: &[u8]) -> Option<Self> {
        let at = bytes.windows(MARK.len()).position(|window| window == MARK.as_bytes())? + MARK.len();
        let belongs = |byte: &&u8| byte.is_ascii_hexdigit() || **byte == b'/';
        let rest: Vec<u8> = bytes.get(at..)?.iter().take(LONGEST).take_while(belongs).copied().collect();
        String::from_utf8(rest).ok()?.parse().ok()
    }
}

/// A text names no end of a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no end of a journal: expected a number of records and at least 12 digits of a hash, as 128:9f86d081884c7d65"
)]
pub struct NoEnd;

impl std::str::FromStr for JournalEnd {
    type Err = NoEnd;

    /// As people copy it from paper: `128:9f86…`, `128件 / 9f86…`, `128 events / 9f86…`.
    fn from_str(text: &str) -> Result<Self, NoEnd> {
        let lower = text.trim().to_lowercase();
        let hash: String = {
            let back: String = lower.chars().rev().take_while(char::is_ascii_hexdigit).collect();
            back.chars().rev().collect()
        };
        let before = lower.strip_suffix(&hash).ok_or(NoEnd)?.trim_end();
        let before = before.strip_suffix([':', '/']).ok_or(NoEnd)?.trim_end();
        let words = before.trim_end_matches(|c: char| !c.is_ascii_digit());
        let between = before.strip_prefix(words).unwrap_or_default().trim();
        let number: String = {
            let back: String = words.chars().rev().take_while(char::is_ascii_digit).collect();
            back.chars().rev().collect()
        };
        let known = matches!(between, "" | "件" | "events" | "event");
        match (number.parse(), DIGITS.contains(&hash.len()) && known) {
            (Ok(events), true) => Ok(Self { events, hash }),
            _ => Err(NoEnd),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_from_paper_is_read_in_either_language_and_a_path_is_none() {
        let hash = "9f86d081884c7d65";
        for text in [
            format!("128:{hash}"),
            format!("128件 / {hash}"),
            format!("記録台帳の末尾：128件 / {hash}"),
            format!("End of the journal: 128 events / {}", hash.to_uppercase()),
            format!("  128 : {hash} "),
        ] {
            assert_eq!(text.parse(), Ok(JournalEnd { events: 128, hash: hash.to_owned() }), "{text}");
        }
        for text in [
            "",
            "128",
            hash,
            "128:9f86",
            "/tmp/9f86d081884c7d65",
            "/data/128.pdf",
            "x128:9f86d081884c7d6g",
            "/a/128 files/9f86d081884c7d65",
        ] {
            assert_eq!(text.parse::<JournalEnd>(), Err(NoEnd), "{text}");
        }
    }

    #[test]
    fn a_file_is_read_by_its_mark() {
        let end = JournalEnd { events: 7, hash: "ab".repeat(32) };
        let file =
            [b"%PDF-1.7 <pdf:Keywords>".as_slice(), end.mark().as_bytes(), b"</pdf:Keywords>"].concat();
        let read = JournalEnd::named_in(&file).unwrap();
        assert_eq!((read.events, read.hash.as_str()), (7, "abababababababab"));
        assert_eq!(JournalEnd::named_in(b"%PDF-1.7 ENTAKU-JOURNAL/x"), None);
    }
}
