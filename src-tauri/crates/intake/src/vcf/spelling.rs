//! How annotators write an allele, and which allele of a record an entry of theirs names.
//!
//! VEP leaves out the first base where lengths differ and all alleles share it, and writes nothing as `-`; SnpEff writes the
//! allele whole, or shortened by what it shares with the reference. After a multi-allelic site was split (`bcftools norm -m-`)
//! each record still carries the entries of every allele, so that an entry is asked for its allele also where one alone is left.

use entaku_vcf_check::columns::is_bases;
use std::borrow::Cow;

/// An allele of a record, as annotators may write it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelling<'a> {
    pub reference: &'a str,
    /// All alternate alleles of the record, joined by commas.
    pub alternates: &'a str,
    /// The allele in question.
    pub alternate: &'a str,
    /// Its index, counted from 0, and the number of alternate alleles.
    pub index: usize,
    pub count: usize,
}

/// Whose habits come first where several readings of one word are possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Annotator {
    Vep,
    SnpEff,
}

/// How well an entry's word for its allele fits; the least is the best.
pub(super) type Fit = u8;

/// The best fit.
const BEST: Fit = 0;
/// The word says nothing of the allele, and the record has one only.
const SILENT: Fit = 9;

impl Spelling<'_> {
    /// How well a word names this allele; none where it names another one, or none of the record. `number` is the
    /// annotator's own number of the allele: it counts within the record as it was annotated, so that it says something
    /// only where the record still has several alleles.
    pub fn fit(&self, word: &str, number: Option<usize>, annotator: Annotator) -> Option<Fit> {
        // Nearly every record has one allele, and its entries name it as it is.
        if self.count == 1 && word == self.alternate && self.alternate.len() == 1 {
            return Some(BEST);
        }
        if word.is_empty() {
            return (self.count == 1 || number == Some(self.index + 1)).then_some(SILENT);
        }
        let own = self.level(self.alternate, word, annotator);
        if self.count == 1 {
            return own;
        }
        let numbered = number.filter(|number| (1..=self.count).contains(number));
        // Made minimal, several alleles share one word: `-` is each deletion of the site. The number goes before the word
        // as long as the word may be that allele's; else the site was split or joined since, and the number says nothing.
        if let Some(at) = numbered.and_then(|number| number.checked_sub(1)) {
            let named =
                self.alternates.split(',').nth(at).and_then(|named| self.level(named, word, annotator));
            if named.is_some() {
                return named.filter(|_| at == self.index);
            }
        }
        let others = self.alternates.split(',').enumerate().filter(|(index, _)| *index != self.index);
        let best_other = others.filter_map(|(_, other)| self.level(other, word, annotator)).min();
        match (own, best_other) {
            (Some(own), Some(other)) => (own < other).then_some(own),
            (Some(own), None) => Some(own),
            (None, Some(_)) => None,
            (None, None) => (numbered == Some(self.index + 1)).then_some(SILENT),
        }
    }

    /// As [`Spelling::fit`], where alleles are known to have been made minimal: the word is what the allele alone has.
    pub fn fit_minimal(&self, word: &str) -> Option<Fit> {
        let alone = self.alternates.split(',').filter(|other| self.is_least_of(other, word)).count() == 1;
        (self.is_least_of(self.alternate, word) && alone).then_some(BEST)
    }

    /// Whether a word is what VEP usually writes for one of the alleles.
    pub fn is_usual(&self, word: &str) -> bool {
        let loses_first = self.loses_first();
        self.alternates.split(',').any(|allele| {
            word.eq_ignore_ascii_case(if loses_first { self.without_first(allele) } else { allele })
        })
    }

    /// Whether a word is what one of the alleles has when made minimal.
    pub fn is_least(&self, word: &str) -> bool {
        self.alternates.split(',').any(|allele| self.is_least_of(allele, word))
    }

    fn is_least_of(&self, allele: &str, word: &str) -> bool {
        let least = shortest(self.reference, allele);
        word.eq_ignore_ascii_case(if least.is_empty() { "-" } else { &least })
    }

    /// Whether the allele exchanges one base for another: its word is never shortened.
    pub fn is_substitution(&self) -> bool {
        self.reference.len() == 1 && self.alternate.len() == 1
    }

    /// Whether a word names another allele of the record.
    pub fn is_another(&self, word: &str, annotator: Annotator) -> bool {
        let mut others = self.alternates.split(',').enumerate().filter(|(index, _)| *index != self.index);
        others.any(|(_, other)| self.level(other, word, annotator).is_some())
    }

    /// By which of the ways of writing, in the annotator's order, a word is one of the record's alleles.
    fn level(&self, allele: &str, word: &str, annotator: Annotator) -> Option<Fit> {
        let exact = || word.eq_ignore_ascii_case(allele);
        if !is_bases(allele) {
            return (exact() || symbol_word(allele, word)).then_some(BEST);
        }
        let shortened = || word.eq_ignore_ascii_case(self.without_first(allele));
        let order: [&dyn Fn() -> bool; 2] = match annotator {
            Annotator::Vep if self.loses_first() => [&shortened, &exact],
            _ => [&exact, &shortened],
        };
        let minimal = || self.is_least_of(allele, word);
        let exact = order.iter().position(|holds| holds()).and_then(|at| Fit::try_from(at).ok());
        exact.or_else(|| minimal().then_some(2)).or_else(|| self.kind_word(allele, word).then_some(3))
    }

    /// Whether a word is VEP's name for what happens: records with an SVTYPE (Pindel's) are annotated as structural ones,
    /// though their alleles are written in bases.
    fn kind_word(&self, allele: &str, word: &str) -> bool {
        match word {
            "insertion" | "duplication" | "tandem_duplication" => allele.len() > self.reference.len(),
            "deletion" => allele.len() < self.reference.len(),
            "inversion" => allele.len() == self.reference.len() && allele.len() > 1,
            _ => false,
        }
    }

    /// Whether VEP leaves the first base out: lengths differ, and all alleles share it.
    fn loses_first(&self) -> bool {
        let first = self.reference.get(..1).unwrap_or_default();
        let mut others = self.alternates.split(',').filter(|other| *other != "*");
        let differ = others.clone().any(|other| other.len() != self.reference.len());
        differ && others.all(|other| other.get(..1).is_some_and(|head| head.eq_ignore_ascii_case(first)))
    }

    /// Where VEP leaves the first base out, it does so of every allele of the site, also of those that keep the length.
    fn without_first<'t>(&self, allele: &'t str) -> &'t str {
        let first = self.reference.get(..1).unwrap_or_default();
        if self.reference.len().max(allele.len()) < 2
            || !allele.get(..1).is_some_and(|head| head.eq_ignore_ascii_case(first))
        {
            return allele;
        }
        allele.get(1..).filter(|rest| !rest.is_empty()).unwrap_or("-")
    }
}

/// Whether a word is SnpEff's for one alternate against another (`C-A`, in tumours): of no allele against the reference.
pub(super) fn is_between(word: &str) -> bool {
    word.split_once('-').is_some_and(|(new, old)| is_bases(new) && is_bases(old))
}

/// What an alternate allele has that the reference does not: without the bases that both end, then begin with.
fn shortest<'t>(reference: &str, alternate: &'t str) -> Cow<'t, str> {
    let (r, a) = (reference.as_bytes(), alternate.as_bytes());
    let same = |(x, y): &(&u8, &u8)| x.eq_ignore_ascii_case(y);
    // From the front first: so SnpEff shortens within repeats.
    let front = r.iter().zip(a).take_while(|(x, y)| same(&(x, y))).count();
    let rest = (r.get(front..).unwrap_or_default(), a.get(front..).unwrap_or_default());
    let back = rest.0.iter().rev().zip(rest.1.iter().rev()).take_while(|(x, y)| same(&(x, y))).count();
    let end = alternate.len().saturating_sub(back);
    Cow::Borrowed(alternate.get(front..end).unwrap_or_default())
}

/// Whether a word stands for a symbolic allele or a breakend: without its brackets, or as VEP says it.
fn symbol_word(allele: &str, word: &str) -> bool {
    let Some(symbol) = allele.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) else {
        // A breakend: VEP and SnpEff write it whole or name its kind.
        return matches!(word, "BND" | "breakend" | "chromosome_breakpoint");
    };
    let kind = symbol.split(':').next().unwrap_or_default();
    word.eq_ignore_ascii_case(symbol)
        || word.eq_ignore_ascii_case(kind)
        || match kind {
            "DEL" => matches!(word, "deletion" | "-"),
            "DUP" => matches!(word, "duplication" | "tandem_duplication"),
            "INS" => matches!(word, "insertion" | "mobile_element_insertion"),
            "INV" => word == "inversion",
            "CNV" | "CN0" | "CN1" | "CN2" | "CN3" | "CN4" => {
                matches!(
                    word,
                    "copy_number_variation" | "copy_number_variant" | "copy_number_gain" | "copy_number_loss"
                )
            }
            "BND" | "TRA" => matches!(word, "BND" | "breakend" | "translocation" | "chromosome_breakpoint"),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(reference: &str, alternates: &str, word: &str, annotator: Annotator) -> Vec<bool> {
        numbered(reference, alternates, word, None, annotator)
    }

    fn numbered(
        reference: &str,
        alternates: &str,
        word: &str,
        number: Option<usize>,
        annotator: Annotator,
    ) -> Vec<bool> {
        let all: Vec<&str> = alternates.split(',').collect();
        let count = all.len();
        let spelling = |(index, alternate): (usize, &&'static str)| Spelling {
            reference: Box::leak(reference.to_owned().into_boxed_str()),
            alternates: Box::leak(alternates.to_owned().into_boxed_str()),
            alternate,
            index,
            count,
        };
        let leaked: Vec<&'static str> =
            all.iter().map(|text| &*Box::leak((*text).to_owned().into_boxed_str())).collect();
        leaked
            .iter()
            .enumerate()
            .map(spelling)
            .map(|one| one.fit(word, number, annotator).is_some())
            .collect()
    }

    #[test]
    fn the_annotators_number_tells_alleles_of_one_word_apart_as_long_as_the_word_fits_it() {
        let of = |alternates, word, number| numbered("CAA", alternates, word, Some(number), Annotator::Vep);
        assert_eq!(of("C,CA", "-", 1), [true, false]);
        assert_eq!(of("C,CA", "-", 2), [false, true], "made minimal, the shorter deletion is `-` too");
        assert_eq!(of("C,CA", "A", 2), [false, true]);
        assert_eq!(of("G,T", "T", 1), [false, true], "a number of the site before it was split");
        assert_eq!(of("C,CA", "GG", 1), [true, false], "a word that fits none");
    }

    #[test]
    fn a_word_belongs_to_the_allele_that_the_annotator_means() {
        use Annotator::*;
        for (reference, alternates, word, annotator, expected) in [
            ("C", "T", "T", Vep, vec![true]),
            ("C", "T", "A", Vep, vec![false]),
            ("CAA", "C,CA", "-", Vep, vec![true, false]),
            ("CAA", "C,CA", "A", Vep, vec![false, true]),
            ("A", "AA,AAA", "AA", Vep, vec![false, true]),
            ("A", "AA,AAA", "AA", SnpEff, vec![true, false]),
            ("A", "AT,T", "AT", Vep, vec![true, false]),
            ("A", "AT,T", "T", Vep, vec![false, true]),
            ("AGC", "A", "-", Vep, vec![true]),
            ("GGTC", "GCTC,GGT", "CTC", Vep, vec![true, false]),
            ("GGTC", "GCTC,GGT", "GT", Vep, vec![false, true]),
            ("AGC", "A", "A", SnpEff, vec![true]),
            ("ACACG", "ACACACGCACA,ACACA", "ACGCACA", SnpEff, vec![true, false]),
            ("ACACG", "ACACACGCACA,ACACA", "ACACA", SnpEff, vec![false, true]),
            ("A", "ATTTGATTTG", "insertion", Vep, vec![true]),
            ("A", "ATTTGATTTG", "deletion", Vep, vec![false]),
            ("N", "<DEL>", "deletion", Vep, vec![true]),
            ("N", "<DEL>,<DUP>", "duplication", Vep, vec![false, true]),
            ("A", "]chr2:42522000]A", "]CHR2:42522000]A", SnpEff, vec![true]),
        ] {
            assert_eq!(
                fits(reference, alternates, word, annotator),
                expected,
                "{reference}>{alternates} {word}"
            );
        }
    }
}
