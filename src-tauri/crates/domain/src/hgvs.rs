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
    /// Whether the name tells which change it is. `p.(=)`, `p.Gly12=`, `p.?`, `p.0`, `p.X125_splice` and `c.?` name a
    /// place or an effect at most: two changes that share such a name are not equal by it.
    pub fn tells_the_change(&self) -> bool {
        let key = self.protein_key();
        let silent = || {
            // `G12G`, as some write a change that alters nothing.
            let mut signs = key.chars();
            let (first, last) = (signs.next(), signs.next_back());
            first == last
                && first.is_some_and(|sign| sign.is_ascii_uppercase() || sign == '*')
                && key.len() > 2
                && signs.all(|sign| sign.is_ascii_digit())
        };
        let lower = key.to_ascii_lowercase();
        !(matches!(key.as_str(), "" | "-" | "." | "0" | "0?")
            || key.ends_with('=')
            || key.ends_with('?')
            || lower.contains("splice")
            || lower.contains("unknown")
            || silent())
    }
    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// Key of a protein change: half width, no reference prefix, no `p.`, no brackets, one-letter codes, `*` for a stop.
    /// `p.Leu858Arg`, `p.(L858R)` and `Ｌ８５８Ｒ` all give `L858R`.
    /// What a source writes in the protein's place for a change outside the protein (`splice site 904+1G>A`,
    /// `promoter -124C>T`) gives the key of the coding change. Words that repeat what the name says already are left out:
    /// `E746_A750delELREA` is `E746_A750del`, `Q1756Pfs*74` is `Q1756fs*74`.
    pub fn protein_key(&self) -> String {
        let half = crate::text::half_width(&self.0);
        if let Some(change) = beside_the_protein(&half) {
            return without_listed(&strip_reference(change, "c."));
        }
        without_listed(&short_frameshift(&one_letter(&strip_reference(&half, "p."))))
    }
    /// Key of a coding change: half width, no transcript prefix, no `c.`. `NM_005228.5:c.2573T>G` gives `2573T>G`.
    /// Listed bases are left out as in [`HgvsText::protein_key`]: `c.2236_2250delGAATTAAGAGAAGCA` gives `2236_2250del`.
    pub fn coding_key(&self) -> String {
        let half = crate::text::half_width(&self.0);
        let change = beside_the_protein(&half).unwrap_or(&half);
        without_listed(&strip_reference(change, "c."))
    }
}

/// The residues a protein change names, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Residues {
    /// The first.
    pub first: u32,
    /// The last, the same where only one is named.
    pub last: u32,
}

impl HgvsText {
    /// The residues a protein change names: `p.L858R` 858, `E746_A750del` 746 to 750. None for changes beside the protein
    /// and for everything that does not begin with a residue.
    pub fn residues(&self) -> Option<Residues> {
        if beside_the_protein(&crate::text::half_width(&self.0)).is_some() {
            return None;
        }
        let key = self.protein_key();
        let (first, rest) = residue(&key)?;
        let last = rest.strip_prefix('_').and_then(residue).map_or(first, |(last, _)| last);
        (first <= last).then_some(Residues { first, last })
    }
}

/// `L858` at the start of a key: its number, and what follows.
fn residue(key: &str) -> Option<(u32, &str)> {
    let rest = key.strip_prefix(|c: char| c.is_ascii_uppercase() || c == '*')?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, rest) = rest.split_at_checked(digits)?;
    number.parse().ok().filter(|number| *number > 0).map(|number| (number, rest))
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

/// What follows the words with which laboratories name a change outside the protein.
fn beside_the_protein(text: &str) -> Option<&str> {
    ["splice site", "promoter"].into_iter().find_map(|word| {
        let head = text.get(..word.len())?;
        head.eq_ignore_ascii_case(word).then(|| text.get(word.len()..).unwrap_or_default().trim())
    })
}

/// Without the residues or bases that some list after `del` or `dup`: the positions say the same. What stands after
/// `ins` is kept, for it is the change.
fn without_listed(key: &str) -> String {
    for word in ["del", "dup"] {
        if let Some((head, listed)) = key.split_once(word)
            && !listed.is_empty()
            && listed.chars().all(|c| c.is_ascii_alphabetic() || c == '*')
            && !listed.contains("ins")
        {
            return format!("{head}{word}");
        }
    }
    key.to_owned()
}

/// The long form of a frameshift names the first new residue, the short form does not; the short one is the key.
fn short_frameshift(key: &str) -> String {
    let Some((head, stop)) = key.split_once("fs") else { return key.to_owned() };
    let head = match head.char_indices().next_back() {
        Some((at, last)) if last.is_ascii_alphabetic() || last == '*' => {
            let position = head.get(..at).unwrap_or_default();
            if position.ends_with(|c: char| c.is_ascii_digit()) { position } else { head }
        }
        _ => head,
    };
    let stop = stop.strip_prefix('X').map_or_else(|| stop.to_owned(), |at| format!("*{at}"));
    format!("{head}fs{stop}")
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

/// A key with its residues in three-letter codes: `R273C` is `Arg273Cys`, `R213*` is `Arg213Ter`.
pub(crate) fn three_letter(key: &str) -> String {
    let mut long = String::with_capacity(key.len().saturating_mul(2));
    for sign in key.chars() {
        let code = AMINO_ACIDS.iter().find(|(_, one)| sign != '?' && one.chars().eq([sign]));
        match code {
            Some((three, _)) => long.push_str(three),
            None => long.push(sign),
        }
    }
    long
}

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
        for form in ["p.Glu746_Ala750del", "E746_A750delELREA", "E746_A750del"] {
            assert_eq!(key(form), "E746_A750del", "{form}");
        }
        assert_eq!(key("p.Leu747_Pro753delinsSer"), "L747_P753delinsS", "what is inserted is the change");
        for form in ["p.Ala767fsTer12", "A767fs*12", "p.Ala767SerfsTer12", "A767Sfs*12", "A767fsX12"] {
            assert_eq!(key(form), "A767fs*12", "{form}");
        }
        for form in ["splice site 904+1G>A", "Splice site c.904+1G>A", "promoter -124C>T"] {
            assert_eq!(key(form), HgvsText::parse(form).unwrap().coding_key(), "{form}");
        }
        assert_eq!(key("splice site 904+1G>A"), "904+1G>A");
    }

    #[test]
    fn coding_names_lose_transcript_and_prefix() {
        for form in ["c.2573T>G", "2573T>G", "NM_005228.5:c.2573T>G"] {
            assert_eq!(HgvsText::parse(form).unwrap().coding_key(), "2573T>G", "{form}");
        }
        for form in ["c.2236_2250del", "2236_2250delGAATTAAGAGAAGCA", "2236_2250del15"] {
            let key = HgvsText::parse(form).unwrap().coding_key();
            assert_eq!(
                key == "2236_2250del",
                !form.ends_with("15"),
                "{form}: a count is not a list of bases"
            );
        }
    }

    #[test]
    fn residues_are_read_from_the_key_and_never_from_another_number() {
        let of = |text: &str| HgvsText::parse(text).unwrap().residues().map(|r| (r.first, r.last));
        for (text, expected) in [
            ("p.Leu858Arg", Some((858, 858))),
            ("E746_A750del", Some((746, 750))),
            ("p.(Arg213Ter)", Some((213, 213))),
            ("p.P1327Afs*11", Some((1327, 1327))),
            ("*394Wext*14", Some((394, 394))),
            ("p.P2493=", Some((2493, 2493))),
            ("NP_005219.2:p.Leu858Arg", Some((858, 858))),
            ("Ｌ８５８Ｒ", Some((858, 858))),
            ("splice site 904+1G>A", None),
            ("promoter -124C>T", None),
            ("p.?", None),
            ("p.0", None),
            ("p.L0R", None),
            ("p.A750_E746del", None),
            ("p.L99999999999R", None),
            ("c.2573T>G", None),
            ("exon 14 skipping", None),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
    }

    #[test]
    fn vendor_wordings_survive_verbatim() {
        let text = HgvsText::parse("splice site 904+1G>A").unwrap();
        assert_eq!(text.as_str(), "splice site 904+1G>A");
        assert!(HgvsText::parse("a\u{0}b").is_err());
    }

    #[test]
    fn a_name_that_tells_no_change_equals_none() {
        let tells = |text: &str| HgvsText::parse(text).unwrap().tells_the_change();
        for text in
            ["p.=", "p.(=)", "p.Gly12=", "G12G", "p.*125*", "p.Ter125=", "p.?", "p.X125_splice", "p.0", "c.?"]
        {
            assert!(!tells(text), "{text}");
        }
        for text in ["p.Gly12Asp", "p.*125Q", "p.R213*", "c.35G>A", "p.Lys2fs"] {
            assert!(tells(text), "{text}");
        }
    }
}
