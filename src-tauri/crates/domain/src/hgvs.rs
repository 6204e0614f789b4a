//! Names of sequence changes: kept verbatim for print, reduced to a key for search and comparison.
//! Source of the letter codes: HGVS nomenclature, IUPAC amino-acid codes.

use serde::{Deserialize, Serialize};

/// Longest change kept, in characters (long insertions are spelled out by some laboratories).
pub const MAX_CHARS: usize = 10_000;

/// A text that cannot be the name of a change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not the name of a change: expected printable text of at most {MAX_CHARS} characters")]
pub struct HgvsError(String);

/// The name of a change as the source wrote it: `c.2573T>G`, `L858R`, `p.Leu858Arg`, `splice site 904+1G>A` …
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HgvsText(String);

impl HgvsText {
    /// Accepts printable, non-empty text; white space around it is dropped.
    pub fn parse(text: &str) -> Result<Self, HgvsError> {
        let trimmed = text.trim();
        if trimmed.is_empty() || trimmed.chars().any(char::is_control) || trimmed.chars().count() > MAX_CHARS
        {
            return Err(HgvsError(text.chars().filter(|c| !c.is_control()).take(64).collect()));
        }
        Ok(Self(trimmed.to_owned()))
    }
    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// Key of a protein change: half width, no reference prefix, no `p.`, no brackets, one-letter codes, `*` for a stop.
    /// `p.Leu858Arg`, `p.(L858R)` and `Ｌ８５８Ｒ` all give `L858R`.
    pub fn protein_key(&self) -> String {
        let bare = strip_reference(&crate::text::half_width(&self.0), "p.");
        one_letter(&bare)
    }
    /// Key of a coding change: half width, no transcript prefix, no `c.`. `NM_005228.5:c.2573T>G` gives `2573T>G`.
    pub fn coding_key(&self) -> String {
        strip_reference(&crate::text::half_width(&self.0), "c.")
    }
}
impl TryFrom<String> for HgvsText {
    type Error = HgvsError;
    fn try_from(text: String) -> Result<Self, HgvsError> {
        Self::parse(&text)
    }
}
impl From<HgvsText> for String {
    fn from(text: HgvsText) -> Self {
        text.0
    }
}
impl std::fmt::Display for HgvsText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

fn strip_reference(text: &str, prefix: &str) -> String {
    let after_reference = text.rsplit_once(':').map_or(text, |(_, change)| change);
    let change = after_reference.trim().trim_start_matches(prefix);
    change.chars().filter(|c| !matches!(c, '(' | ')' | ' ')).collect()
}

const AMINO_ACIDS: [(&str, &str); 24] = [
    ("Ala", "A"),
    ("Arg", "R"),
    ("Asn", "N"),
    ("Asp", "D"),
    ("Cys", "C"),
    ("Gln", "Q"),
    ("Glu", "E"),
    ("Gly", "G"),
    ("His", "H"),
    ("Ile", "I"),
    ("Leu", "L"),
    ("Lys", "K"),
    ("Met", "M"),
    ("Phe", "F"),
    ("Pro", "P"),
    ("Ser", "S"),
    ("Thr", "T"),
    ("Trp", "W"),
    ("Tyr", "Y"),
    ("Val", "V"),
    ("Sec", "U"),
    ("Pyl", "O"),
    ("Ter", "*"),
    ("Xaa", "?"),
];

fn one_letter(change: &str) -> String {
    let mut key = String::with_capacity(change.len());
    let mut rest = change;
    while let Some(first) = rest.chars().next() {
        let code = rest.get(..3).and_then(|head| AMINO_ACIDS.iter().find(|(three, _)| *three == head));
        if let Some((three, one)) = code {
            key.push_str(one);
            rest = rest.get(three.len()..).unwrap_or_default();
        } else {
            // An `X` after a digit is the old sign of a stop: `R213X`.
            let after_digit = key.chars().last().is_some_and(|c| c.is_ascii_digit());
            key.push(if first == 'X' && after_digit { '*' } else { first });
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> String {
        HgvsText::parse(text).unwrap().protein_key()
    }

    #[test]
    fn one_and_three_letter_names_of_a_change_share_a_key() {
        for form in
            ["L858R", "p.L858R", "p.Leu858Arg", "p.(Leu858Arg)", "NP_005219.2:p.Leu858Arg", "Ｌ８５８Ｒ"]
        {
            assert_eq!(key(form), "L858R", "{form}");
        }
        for form in ["R213*", "p.Arg213Ter", "R213X", "p.Arg213*"] {
            assert_eq!(key(form), "R213*", "{form}");
        }
        assert_eq!(key("p.Glu746_Ala750del"), "E746_A750del");
        assert_eq!(key("p.Ala767fsTer12"), "A767fs*12");
    }

    #[test]
    fn coding_names_lose_transcript_and_prefix() {
        for form in ["c.2573T>G", "2573T>G", "NM_005228.5:c.2573T>G"] {
            assert_eq!(HgvsText::parse(form).unwrap().coding_key(), "2573T>G", "{form}");
        }
    }

    #[test]
    fn vendor_wordings_survive_verbatim() {
        let text = HgvsText::parse("splice site 904+1G>A").unwrap();
        assert_eq!(text.as_str(), "splice site 904+1G>A");
        assert!(HgvsText::parse("a\u{0}b").is_err());
    }
}
