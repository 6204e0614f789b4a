//! By what the same alteration is found again in other cases, and whether it is the same.

use super::{Alteration, accession};
use crate::genome::GenomeBuild;
use crate::hgvs::HgvsText;
use serde::{Deserialize, Serialize};

/// The names of an alteration that can be compared between cases; empty where it has none. Those of a short variant come
/// from its chosen consequence.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecallKeys {
    /// The name by which people look for it: the protein change without the tail of a frameshift, else the coding change;
    /// the type of a copy-number change, the gene pair of a rearrangement, the state of a marker.
    pub general: String,
    /// Coding change and transcript without its version, `35G>T|NM_004985`; `35G>T|` where no transcript is named.
    pub coding: String,
    /// Build, chromosome, position and alleles, `GRCh38|12|25245350|C|A`.
    pub place: String,
    /// Protein change, `G12V`.
    pub protein: String,
}

impl RecallKeys {
    /// Of a change as a person types it.
    pub fn of_change(change: &HgvsText) -> Self {
        if !change.tells_the_change() {
            return Self::default();
        }
        let coding = change.coding_key();
        // `c.35G>T`, `35G>T`, `904+1G>A`, `-124C>T`: what begins with a number is counted in the coding sequence; a protein
        // change begins with a residue, or with the stop that is lost (`*394Wext`).
        let counted = change.as_str().contains("c.")
            || coding.starts_with(|c: char| c.is_ascii_digit() || c == '-')
            || coding.starts_with('*') && coding.contains('>');
        match counted {
            true => Self { general: coding.clone(), coding: format!("{coding}|"), ..Self::default() },
            false => {
                let protein = change.protein_key();
                Self { general: without_tail(&protein), protein, ..Self::default() }
            }
        }
    }

    /// Whether nothing can be compared.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn is_short_variant(&self) -> bool {
        !(self.coding.is_empty() && self.place.is_empty() && self.protein.is_empty())
    }

    /// Whether two sets of names are those of one alteration (of one gene, which the caller compares). The coding change
    /// decides where both give it on the same transcript; else the place on the same build; else the protein change; and
    /// where not both have one, the coding change on transcripts that may be the same.
    pub fn same(&self, other: &Self) -> bool {
        if !self.is_short_variant() || !other.is_short_variant() {
            return self.is_short_variant() == other.is_short_variant()
                && !self.general.is_empty()
                && self.general == other.general;
        }
        let coding = |keys: &Self| keys.coding.split_once('|').map(|(c, t)| (c.to_owned(), t.to_owned()));
        let codings = coding(self).zip(coding(other));
        if let Some(((one, on), (two, other_on))) = &codings
            && !on.is_empty()
            && on == other_on
        {
            return one == two;
        }
        if let Some(same) = same_place(&self.place, &other.place) {
            return same;
        }
        if !self.protein.is_empty() && !other.protein.is_empty() {
            return same_protein_key(&self.protein, &other.protein);
        }
        codings.is_some_and(|((one, on), (two, other_on))| {
            let differ = !on.is_empty() && !other_on.is_empty() && database(&on) == database(&other_on);
            one == two && !differ
        })
    }
}

/// Whether two places on a build are the same; none where they cannot be compared. Without the reference sequence a
/// deletion or insertion in a repeat can be written at several places, so that only bases that replace bases tell two
/// changes apart by their places.
pub(crate) fn same_place(one: &str, other: &str) -> Option<bool> {
    let build = |place: &str| place.split('|').next().map(str::to_owned).filter(|name| !name.is_empty());
    if build(one)? != build(other)? {
        return None;
    }
    let replaces = |place: &str| place.rsplit('|').take(2).all(|bases| !bases.is_empty());
    match one == other {
        true => Some(true),
        false => (replaces(one) && replaces(other)).then_some(false),
    }
}

/// Whether two protein changes do not contradict each other. The short form of a frameshift leaves out where the new frame
/// ends (`p.Cys536fs`, `p.C536Ffs*7`).
pub(crate) fn same_protein_key(one: &str, other: &str) -> bool {
    one == other || (one.ends_with("fs") || other.ends_with("fs")) && without_tail(one) == without_tail(other)
}

/// `C536fs*7` without where the new frame ends.
fn without_tail(protein: &str) -> String {
    match protein.split_once("fs") {
        Some((head, _)) => format!("{head}fs"),
        None => protein.to_owned(),
    }
}

/// `NM_`, `ENST` …: names of one database can be compared.
pub(crate) fn database(accession: &str) -> &str {
    accession.split(|c: char| c.is_ascii_digit()).next().unwrap_or(accession)
}

impl Alteration {
    /// By what the same alteration is found again in other cases.
    pub fn recall_keys(&self, build: &GenomeBuild) -> RecallKeys {
        let general = match self {
            Self::ShortVariant(v) => {
                let protein = self.protein().filter(|protein| protein.tells_the_change());
                let protein = protein.map(HgvsText::protein_key).unwrap_or_default();
                let coding =
                    self.coding().filter(|coding| coding.tells_the_change()).map(HgvsText::coding_key);
                let transcript = v.chosen().and_then(|chosen| chosen.transcript.as_deref());
                return RecallKeys {
                    general: match protein.is_empty() {
                        true => coding.clone().unwrap_or_default(),
                        false => without_tail(&protein),
                    },
                    coding: coding
                        .map(|coding| format!("{coding}|{}", transcript.map(accession).unwrap_or_default()))
                        .unwrap_or_default(),
                    place: v.place_on(build).unwrap_or_default(),
                    protein,
                };
            }
            Self::CopyNumber(v) => v.alteration.to_lowercase(),
            Self::Rearrangement(_) => self.subject(),
            Self::Biomarker(v) => v.state.as_deref().unwrap_or_default().to_lowercase(),
            Self::Expression(_) => "expression".to_owned(),
            Self::NonHuman(v) => v.organism.clone(),
            Self::Composite(v) => v.names.join(" / "),
        };
        RecallKeys { general, ..RecallKeys::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(coding: &str, place: &str, protein: &str) -> RecallKeys {
        let general = if protein.is_empty() {
            coding.split('|').next().unwrap_or_default().to_owned()
        } else {
            without_tail(protein)
        };
        RecallKeys {
            general,
            coding: coding.to_owned(),
            place: place.to_owned(),
            protein: protein.to_owned(),
        }
    }

    #[test]
    fn the_coding_change_on_one_transcript_decides_then_the_place_then_the_protein() {
        let v600e = keys("1799T>A|NM_004333", "GRCh38|7|140753336|A|T", "V600E");
        assert!(v600e.same(&keys("1799T>A|NM_004333", "GRCh37|7|140453136|A|T", "")), "on another build");
        assert!(
            !v600e.same(&keys("1799_1800delinsAA|NM_004333", "", "V600E")),
            "another change of bases on the same transcript is another change"
        );
        assert!(v600e.same(&keys("1919T>A|ENST00000646891", "GRCh38|7|140753336|A|T", "V640E")), "one place");
        assert!(!v600e.same(&keys("1799T>A|", "GRCh38|7|140753337|C|T", "V600E")), "another place");
        assert!(v600e.same(&keys("", "GRCh37|7|140453136|A|T", "V600E")), "builds cannot be compared");
        assert!(v600e.same(&keys("", "", "V600E")));
        assert!(!v600e.same(&keys("", "", "V600K")));
    }

    #[test]
    fn one_frameshift_under_two_names_is_one_and_two_ends_are_two() {
        let short = keys("1606_1607del|NM_1", "", "C536fs");
        assert!(short.same(&keys("1606_1607del|NM_1", "", "C536fs*7")));
        assert!(short.same(&keys("1606_1607del|ENST1", "", "C536fs*7")));
        assert!(!keys("", "", "C536fs*12").same(&keys("", "", "C536fs*7")));
        assert!(!short.same(&keys("1606dup|NM_1", "", "C536fs")));
    }

    #[test]
    fn an_indel_written_elsewhere_in_a_repeat_is_not_told_apart_by_its_place() {
        let one = keys("", "GRCh38|2|47403191|A|", "K5fs");
        assert!(one.same(&keys("", "GRCh38|2|47403195|A|", "K5fs")));
        assert!(!one.same(&keys("", "GRCh38|2|47403195|A|", "N9fs")));
    }

    #[test]
    fn changes_outside_the_protein_are_told_by_their_coding_change() {
        let splice = keys("904+1G>A|", "", "");
        assert!(splice.same(&keys("904+1G>A|NM_005359", "", "")), "a laboratory names no transcript");
        assert!(!keys("904+1G>A|NM_1", "", "").same(&keys("904+1G>A|NM_2", "", "")), "transcripts differ");
        assert!(!splice.same(&keys("904+2T>A|NM_005359", "", "")));
    }

    #[test]
    fn other_kinds_are_told_by_their_name_and_nothing_equals_nothing() {
        let loss = RecallKeys { general: "loss".to_owned(), ..RecallKeys::default() };
        assert!(loss.same(&loss.clone()));
        assert!(!RecallKeys::default().same(&RecallKeys::default()));
        assert!(!keys("", "", "V600E").same(&RecallKeys { general: "V600E".to_owned(), ..loss }));
    }

    #[test]
    fn a_typed_change_is_a_protein_or_a_coding_change() {
        let typed = |text: &str| RecallKeys::of_change(&HgvsText::parse(text).unwrap());
        let v600e = keys("1799T>A|NM_004333", "GRCh38|7|140753336|A|T", "V600E");
        for text in ["p.Val600Glu", "V600E", "c.1799T>A", "1799T>A"] {
            assert!(typed(text).same(&v600e), "{text}");
        }
        assert!(!typed("V600K").same(&v600e));
        assert!(!typed("c.1799T>G").same(&v600e));
        assert_eq!(typed("p.*394Wext*14").protein, "*394Wext*14");
        assert_eq!(typed("c.*110T>C").coding, "*110T>C|");
        assert!(typed("p.(=)").is_empty() && typed("p.?").is_empty());
        assert!(typed("p.Cys536fs").same(&keys("", "", "C536fs*7")));
        assert!(typed("splice site 904+1G>A").same(&keys("904+1G>A|NM_005359", "", "")));
    }
}
