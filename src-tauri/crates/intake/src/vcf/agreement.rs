//! Whether what an annotator says can be about an allele at all, and which entries are this allele's where those of several
//! stand together.
//!
//! A word for an allele may mislead: once a site was split and its records trimmed, `-` is a deletion of any length and `T`
//! may be what a longer allele was shortened to. Then coding change and effects are held against the allele's bases, and
//! what cannot be decided is not used: another allele's words are worse than none.

use super::spelling::Spelling;
use entaku_domain::finding::TranscriptEffect;
use entaku_domain::gene::GeneSymbol;
use entaku_vcf_check::columns::is_bases;

/// What shows that entries of other alleles stand in the record, too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs {
    /// An entry names an allele that the record does not have.
    pub foreign: bool,
    /// Such an allele is of another length than one base: the site held more than substitutions, whose words are not
    /// shortened.
    pub lengths: bool,
    /// One word and one transcript stand twice with different changes.
    pub repeated: bool,
    /// The change of an entry under another word could be this allele's as well.
    pub rival: bool,
}

impl Signs {
    /// Takes an entry whose word names no allele of the record.
    pub fn stranger(&mut self, word: &str, coding: &str, allele: Spelling<'_>) {
        self.foreign = true;
        self.lengths |= word.len() != 1 || word == "-";
        self.rival |= allele.agrees_with(coding) == Some(true);
    }
}

/// Whether the first transcript stands again with another change: annotators have one entry for each allele and transcript.
pub(super) fn repeated(effects: &[TranscriptEffect]) -> bool {
    let Some((first, others)) = effects.split_first() else { return false };
    first.transcript.is_some()
        && others.iter().any(|other| {
            other.transcript == first.transcript
                && (&other.coding, &other.protein, &other.effects)
                    != (&first.coding, &first.protein, &first.effects)
        })
}

/// The entries of this allele among those that its word fits. `numbers` are the annotator's numbers of the alleles, one
/// for each entry, or none at all. Gives back what was not used.
pub(super) fn settle(
    effects: &mut Vec<TranscriptEffect>,
    numbers: &[usize],
    signs: Signs,
    allele: Spelling<'_>,
) -> Option<String> {
    let number = |at: usize| numbers.get(at).copied().unwrap_or_default();
    let several = numbers.iter().any(|other| *other != number(0));
    if !(signs.foreign || signs.repeated || several) || effects.is_empty() {
        return None;
    }
    // A number says nothing of the allele, a word does: only under a word do the effects speak for it.
    let verdicts: Vec<Option<bool>> = effects.iter().map(|effect| allele.may_be(effect, !several)).collect();
    let says = |of: usize, wanted: bool| {
        verdicts.iter().enumerate().any(|(at, verdict)| number(at) == of && *verdict == Some(wanted))
    };
    let sound = |of: usize| says(of, true) && !says(of, false);
    // Two alleles cannot both be this one.
    let other_too = |of: usize| (0..verdicts.len()).any(|at| number(at) != of && says(number(at), true));
    let confirmed = |at: usize| sound(number(at)) && !other_too(number(at));
    let sure = signs.lengths || signs.repeated || several;
    let keeps = |at: usize| match verdicts.get(at) {
        _ if confirmed(at) => true,
        // Two alleles under one number or none: only what agrees by itself.
        Some(Some(agrees)) => *agrees && !other_too(number(at)),
        // Nothing speaks against it; a word of a site of substitutions is exact.
        _ => !sure && !says(number(at), false),
    };
    let gene = only_gene(effects);
    let mut unused = effects.iter().enumerate().find(|(at, _)| !keeps(*at)).map(|(_, effect)| named(effect));
    let mut at = 0;
    effects.retain(|_| {
        at += 1;
        keeps(at - 1)
    });
    // Where two changes could both be this allele's, length and effect do not tell which is.
    if signs.rival || (signs.repeated && repeated(effects)) {
        unused = effects.first().map(named).or(unused);
        effects.clear();
    }
    // Which gene is hit follows from the place, whichever allele is meant.
    if let (true, Some(gene)) = (effects.is_empty(), gene) {
        effects.push(TranscriptEffect { gene: Some(gene), ..TranscriptEffect::default() });
    }
    unused
}

/// The one gene that all entries say is hit.
fn only_gene(effects: &[TranscriptEffect]) -> Option<GeneSymbol> {
    let first = effects.first()?.gene.as_ref()?;
    let all = effects.iter().all(|effect| effect.gene.as_ref() == Some(first) && !effect.is_beside());
    all.then(|| first.clone())
}

/// An entry in a word.
fn named(effect: &TranscriptEffect) -> String {
    let change = effect.coding.as_ref().map(ToString::to_string);
    change
        .or_else(|| effect.effects.first().cloned())
        .unwrap_or_else(|| "an entry without a change".to_owned())
}

/// Effects that a change has only where it keeps the length, or only where it adds or takes whole codons.
const SUBSTITUTIONS: [&str; 4] =
    ["missense_variant", "synonymous_variant", "NON_SYNONYMOUS_CODING", "SYNONYMOUS_CODING"];
const FRAMESHIFTS: [&str; 2] = ["frameshift_variant", "FRAME_SHIFT"];
const ADDED_CODONS: [&str; 4] = [
    "inframe_insertion",
    "disruptive_inframe_insertion",
    "conservative_inframe_insertion",
    "CODON_INSERTION",
];
const TAKEN_CODONS: [&str; 4] =
    ["inframe_deletion", "disruptive_inframe_deletion", "conservative_inframe_deletion", "CODON_DELETION"];

impl Spelling<'_> {
    /// Whether an entry can be about this allele, by its coding change and its effects. None where that cannot be told.
    fn may_be(&self, effect: &TranscriptEffect, by_word: bool) -> Option<bool> {
        let gained = self.gained().filter(|_| is_bases(self.alternate))?;
        let impossible = |term: &str| match term {
            _ if SUBSTITUTIONS.contains(&term) => gained != 0,
            _ if FRAMESHIFTS.contains(&term) => gained == 0,
            _ if ADDED_CODONS.contains(&term) => gained <= 0 || gained % 3 != 0,
            _ if TAKEN_CODONS.contains(&term) => gained >= 0 || gained % 3 != 0,
            _ => false,
        };
        if effect.effects.iter().any(|term| impossible(term)) {
            return Some(false);
        }
        // A base exchanged under the word of this allele's base is this allele.
        let exchanged = || {
            let one = by_word
                && self.is_substitution()
                && effect.effects.iter().any(|term| SUBSTITUTIONS.contains(&term.as_str()));
            one.then_some(true)
        };
        effect.coding.as_ref().and_then(|coding| self.agrees_with(coding.as_str())).or_else(exchanged)
    }

    /// Bases that the allele has more than the reference.
    fn gained(&self) -> Option<i64> {
        Some(i64::try_from(self.alternate.len()).ok()? - i64::try_from(self.reference.len()).ok()?)
    }

    /// What the allele has in place of what, without the bases that both share.
    fn exchange(&self) -> (&str, &str) {
        let (mut old, mut new) = (self.reference, self.alternate);
        let end = |text: &str| text.chars().next_back().map(|c| c.to_ascii_uppercase());
        while !old.is_empty() && end(old) == end(new) {
            (old, new) =
                (old.get(..old.len() - 1).unwrap_or_default(), new.get(..new.len() - 1).unwrap_or_default());
        }
        let start = |text: &str| text.chars().next().map(|c| c.to_ascii_uppercase());
        while !old.is_empty() && start(old) == start(new) {
            (old, new) = (old.get(1..).unwrap_or_default(), new.get(1..).unwrap_or_default());
        }
        (old, new)
    }

    /// Whether a coding change can be that of this allele: a substitution must name its bases on one of the strands, a
    /// deletion, duplication or insertion must change the length by as much, and bases that it lists must be the allele's,
    /// from whichever of them in a repeat they are counted. None where that cannot be told.
    pub fn agrees_with(&self, coding: &str) -> Option<bool> {
        if !is_bases(self.alternate) {
            return None;
        }
        let (old, new) = self.exchange();
        let change = coding.rsplit_once(':').map_or(coding, |(_, change)| change);
        if let Some((head, to)) = change.split_once('>') {
            let from = head.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
            if from.len() != 1 || to.len() != 1 {
                return None;
            }
            let is = |a: &str, b: &str| from.eq_ignore_ascii_case(a) && to.eq_ignore_ascii_case(b);
            let one = old.len() == 1 && new.len() == 1;
            return Some(one && (is(old, new) || is(complement(old), complement(new))));
        }
        let gained = self.gained()?;
        let (head, word, tail) = ["delins", "del", "dup", "ins"].iter().find_map(|word| {
            let (head, tail) = change.split_once(word)?;
            Some((head, *word, tail))
        })?;
        let length = span_of(head.trim_start_matches("c.").trim_start_matches("n."))?;
        let listed = Some(tail).filter(|tail| is_bases(tail));
        let count = |text: &str| i64::try_from(text.len()).ok();
        let expected = match word {
            "del" => -length,
            "dup" => length,
            "ins" => count(listed?)?,
            // Of a change of one base, or of two, the other is no spelling, though both keep the length.
            _ if old.len() == 1 && new.len() == 1 && length != 1 => return Some(false),
            _ => count(listed?)? - length,
        };
        let same = match (word, listed) {
            ("del", Some(bases)) if new.is_empty() => is_turned(bases, old),
            ("dup" | "ins", Some(bases)) if old.is_empty() => is_turned(bases, new),
            _ => true,
        };
        Some(expected == gained && same)
    }
}

/// Whether two texts are the same bases on one of the strands, counted from any of them: `CAC` inserted into `CACCAC` is
/// `ACC`, too.
fn is_turned(one: &str, other: &str) -> bool {
    let twice = one.repeat(2).to_ascii_uppercase();
    let back: String = other.chars().rev().map(|base| complement(base.encode_utf8(&mut [0; 4]))).collect();
    one.len() == other.len() && (twice.contains(&other.to_ascii_uppercase()) || twice.contains(&back))
}

/// Number of bases of `34_35` or `34`; places with offsets into an intron only where both count from one base.
fn span_of(text: &str) -> Option<i64> {
    let place = |text: &str| -> Option<(i64, i64)> {
        let sign = text.char_indices().skip(1).find(|(_, c)| matches!(c, '+' | '-')).map(|(at, _)| at);
        match sign {
            None => Some((text.trim_start_matches('*').parse().ok()?, 0)),
            Some(at) => {
                Some((text.get(..at)?.trim_start_matches('*').parse().ok()?, text.get(at..)?.parse().ok()?))
            }
        }
    };
    let Some((first, last)) = text.split_once('_') else { return place(text).map(|_| 1) };
    let utr = |text: &str| text.starts_with('*');
    let (a, b) = (place(first)?, place(last)?);
    match () {
        () if utr(first) != utr(last) || (a.0 < 0) != (b.0 < 0) => None,
        () if a.0 == b.0 => Some(b.1 - a.1 + 1),
        () if a.1 == 0 && b.1 == 0 => Some(b.0 - a.0 + 1),
        () => None,
    }
}

fn complement(base: &str) -> &'static str {
    match base.to_ascii_uppercase().as_str() {
        "A" => "T",
        "C" => "G",
        "G" => "C",
        "T" => "A",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::hgvs::HgvsText;

    #[test]
    fn a_coding_change_is_held_against_the_allele() {
        let of = |reference: &'static str, alternate: &'static str, coding: &str| {
            Spelling { reference, alternates: alternate, alternate, index: 0, count: 1 }.agrees_with(coding)
        };
        assert_eq!(of("C", "T", "c.35G>A"), Some(true), "the other strand");
        assert_eq!(of("C", "T", "ENST1.2:c.35C>T"), Some(true));
        assert_eq!(of("C", "A", "c.35G>A"), Some(false));
        assert_eq!(of("CA", "C", "c.5_6del"), Some(false), "two bases are not one");
        assert_eq!(of("CA", "C", "c.6del"), Some(true));
        assert_eq!(of("CA", "C", "c.6delA"), Some(true));
        assert_eq!(of("C", "CA", "c.6dup"), Some(true));
        assert_eq!(of("C", "CAT", "c.6_7insAT"), Some(true));
        assert_eq!(of("CAT", "CG", "c.6_7delinsG"), Some(true));
        assert_eq!(of("CA", "C", "c.100+1_100+1del"), Some(true));
        assert_eq!(of("CA", "C", "c.100-2_101del"), None, "across an exon's end is not counted");
        assert_eq!(of("TCA", "GCA", "c.40T>G"), Some(true), "a base among others that are shared");
        assert_eq!(of("TCA", "GCA", "c.41_42delinsTC"), Some(false));
        assert_eq!(of("C", "CAC", "c.6_7insCA"), Some(true), "counted from the other base of a repeat");
        assert_eq!(of("C", "CAC", "c.6_7insGT"), Some(true), "the other strand");
        assert_eq!(of("C", "CAC", "c.6_7insCT"), Some(false));
        assert_eq!(of("CAG", "C", "c.6_7delCT"), Some(true));
        assert_eq!(of("CAG", "C", "c.6_7delAA"), Some(false));
    }

    fn effect(transcript: &str, coding: &str, term: &str) -> TranscriptEffect {
        TranscriptEffect {
            transcript: Some(transcript.to_owned()),
            coding: HgvsText::parse(coding).ok(),
            effects: vec![term.to_owned()],
            ..TranscriptEffect::default()
        }
    }

    const FOREIGN: Signs = Signs { foreign: true, lengths: false, repeated: false, rival: false };
    const LENGTHS: Signs = Signs { foreign: true, lengths: true, repeated: false, rival: false };
    const REPEATED: Signs = Signs { foreign: false, lengths: false, repeated: true, rival: false };

    /// The transcripts that are left.
    fn left(
        (reference, alternate): (&str, &str),
        entries: &[(&str, &str, &str)],
        numbers: &[usize],
        signs: Signs,
    ) -> String {
        let mut effects: Vec<_> = entries.iter().map(|(t, coding, term)| effect(t, coding, term)).collect();
        let allele = Spelling { reference, alternates: alternate, alternate, index: 0, count: 1 };
        settle(&mut effects, numbers, signs, allele);
        effects.iter().filter_map(|effect| effect.transcript.clone()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn entries_of_a_sound_record_are_never_judged() {
        let odd = [("A", "c.35G>A", "missense_variant")];
        assert_eq!(left(("C", "A"), &odd, &[], Signs::default()), "A", "the annotator's own word stands");
        assert_eq!(left(("C", "A"), &odd, &[1], Signs::default()), "A");
    }

    #[test]
    fn a_change_of_another_allele_is_not_used() {
        let two = [("A", "c.5_6del", "frameshift_variant"), ("B", "", "downstream_gene_variant")];
        assert_eq!(left(("CA", "C"), &two, &[], LENGTHS), "", "two bases are not one");
        assert_eq!(left(("CAA", "C"), &two, &[], LENGTHS), "A B", "one that agrees confirms its neighbours");
        assert_eq!(left(("C", "T"), &[("A", "", "frameshift_variant")], &[], LENGTHS), "");
        assert_eq!(left(("CA", "C"), &[("A", "", "inframe_deletion")], &[], LENGTHS), "");
        assert_eq!(
            left(("CA", "C"), &[("A", "", "frameshift_variant")], &[], LENGTHS),
            "",
            "either may be meant"
        );
        assert_eq!(
            left(("C", "T"), &[("A", "", "missense_variant")], &[], FOREIGN),
            "A",
            "substitutions only"
        );
    }

    #[test]
    fn the_gene_that_is_hit_is_told_by_the_place() {
        let gene_of = |terms: [&str; 2], genes: [&str; 2]| {
            let one = |at: usize| TranscriptEffect {
                gene: GeneSymbol::parse(genes[at]).ok(),
                ..effect("A", "", terms[at])
            };
            let mut effects = vec![one(0), one(1)];
            let allele = Spelling { reference: "CA", alternates: "C", alternate: "C", index: 0, count: 1 };
            settle(&mut effects, &[], LENGTHS, allele);
            assert!(
                effects.iter().all(|e| e.coding.is_none() && e.effects.is_empty() && e.transcript.is_none())
            );
            effects.first().and_then(|effect| effect.gene.clone()).map(|gene| gene.to_string())
        };
        let hit = ["frameshift_variant", "intron_variant"];
        assert_eq!(gene_of(hit, ["TP53", "TP53"]).as_deref(), Some("TP53"));
        assert_eq!(gene_of(hit, ["TP53", "WRAP53"]), None, "two genes");
        assert_eq!(gene_of(["frameshift_variant", "upstream_gene_variant"], ["TP53", "TP53"]), None);
    }

    #[test]
    fn numbers_part_what_one_word_joins() {
        let both = [
            ("A", "c.5_6del", "frameshift_variant"),
            ("B", "", "intron_variant"),
            ("A", "c.6del", "frameshift_variant"),
            ("C", "", "intron_variant"),
        ];
        assert_eq!(left(("CA", "C"), &both, &[1, 1, 2, 2], Signs::default()), "A C");
        assert_eq!(left(("CAA", "C"), &both, &[1, 1, 2, 2], Signs::default()), "A B");
        assert_eq!(
            left(("CAA", "C"), &both, &[], REPEATED),
            "A",
            "without numbers only what agrees by itself"
        );
        let silent = [("A", "", "frameshift_variant"), ("A", "", "frameshift_variant")];
        assert_eq!(left(("CA", "C"), &silent, &[1, 2], Signs::default()), "");
    }
}
