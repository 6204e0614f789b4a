//! Where exons and regions of a protein lie, so that a change can be said to lie in one. Owns the look-up; the data is
//! knowledge's. A place is told only on a transcript that the data counts on; elsewhere it is not known.

use crate::certainty::Certainty;
use crate::finding::accession;
use crate::hgvs::Residues;
use crate::protein::Protein;
use std::collections::{BTreeSet, HashMap};

/// An exon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExonPlace {
    /// Its numbers: some exons have two in use, counted with or without a first one that codes for nothing.
    pub numbers: Vec<u32>,
    /// First residue that is known to lie in it, counted from 1.
    pub first: u32,
    /// Last such residue, inclusive.
    pub last: u32,
    /// Its first and last base in the coding sequence (`c.`, counted from 1), where its ends are known.
    pub coding: Option<(u32, u32)>,
}

/// The exons of a gene on some of its transcripts. Those that nobody asks for may be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeneExons {
    /// Approved symbol.
    pub gene: String,
    /// Accessions without version whose residues are counted so.
    pub transcripts: Vec<String>,
    /// Exons.
    pub exons: Vec<ExonPlace>,
    /// How sure.
    pub certainty: Certainty,
}

/// Exons and regions by gene.
#[derive(Debug, Clone, Default)]
pub struct Places {
    exons: HashMap<String, Vec<GeneExons>>,
    proteins: HashMap<String, Vec<Protein>>,
}

impl Places {
    /// No place of anything.
    pub fn none() -> Self {
        Self::default()
    }

    /// From exons, and proteins with their domains.
    pub fn new(exons: Vec<GeneExons>, proteins: Vec<Protein>) -> Self {
        let mut places = Self::default();
        for gene in exons {
            places.exons.entry(gene.gene.to_uppercase()).or_default().push(gene);
        }
        for protein in proteins {
            places.proteins.entry(protein.gene.as_str().to_uppercase()).or_default().push(protein);
        }
        places
    }

    /// The exons in which residues lie, by every number in use; none where that is not known.
    pub fn exons_at(&self, gene: &str, transcript: Option<&str>, at: Residues) -> Option<BTreeSet<u32>> {
        let numbers: BTreeSet<u32> = self
            .exons_of(gene, transcript)
            .flat_map(|known| &known.exons)
            .filter(|exon| exon.first <= at.last && at.first <= exon.last)
            .flat_map(|exon| exon.numbers.iter().copied())
            .collect();
        (!numbers.is_empty()).then_some(numbers)
    }

    /// Whether the data says where an exon of this number lies, on any transcript of the gene.
    pub fn knows_exon(&self, gene: &str, number: u32) -> bool {
        let known = self.exons.get(gene).into_iter().flatten();
        known.flat_map(|known| &known.exons).any(|exon| exon.numbers.contains(&number))
    }

    /// The exons whose splice sites a coding change touches (key as in [`crate::hgvs::HgvsText::coding_key`]).
    pub fn exons_beside(&self, gene: &str, transcript: Option<&str>, coding: &str) -> BTreeSet<u32> {
        let Some(reach) = Reach::of(coding) else { return BTreeSet::new() };
        self.exons_of(gene, transcript)
            .flat_map(|known| &known.exons)
            .filter(|exon| exon.coding.is_some_and(|(first, last)| reach.touches_ends_of(first, last)))
            .flat_map(|exon| exon.numbers.iter().copied())
            .collect()
    }

    /// Whether residues lie in a region of the protein that has this name; none where no such region is known.
    pub fn in_region(
        &self,
        gene: &str,
        transcript: Option<&str>,
        region: &str,
        at: Residues,
    ) -> Option<bool> {
        let proteins = self.proteins.get(gene)?.iter();
        let counted = proteins.filter(|protein| on(&protein.transcripts, transcript));
        let named = |name: &str| name.to_uppercase().replace('-', " ");
        let domains: Vec<_> = counted
            .flat_map(|protein| &protein.domains)
            .filter(|domain| named(&domain.short) == region || named(&domain.name.en) == region)
            .collect();
        let within = domains.iter().any(|domain| domain.start <= at.last && at.first <= domain.end);
        (!domains.is_empty()).then_some(within)
    }

    fn exons_of<'p>(
        &'p self,
        gene: &str,
        transcript: Option<&'p str>,
    ) -> impl Iterator<Item = &'p GeneExons> + use<'p> {
        let known = self.exons.get(gene).into_iter().flatten();
        known.filter(move |known| on(&known.transcripts, transcript))
    }
}

/// A source that names no transcript is taken as it is.
fn on(transcripts: &[String], transcript: Option<&str>) -> bool {
    transcript.is_none_or(|named| transcripts.iter().any(|known| known == accession(named)))
}

/// From where to where a coding change reaches: bases of the coding sequence, each with how far it lies beside it.
struct Reach {
    first: (u32, i32),
    last: (u32, i32),
    /// Whether bases are put in or taken out, and not one replaced.
    indel: bool,
}

/// How far beside an exon a replaced base may alter splicing: the two of the site.
const SITE: i32 = 2;
/// How far before an exon bases taken out may alter splicing: the tract before the site.
const TRACT: i32 = 30;
/// How far behind an exon bases taken out may alter splicing.
const BEHIND: i32 = 6;

impl Reach {
    /// `3028+1G>T`, `2888-17_2888-3del`, `3018_3028+8del`.
    fn of(coding: &str) -> Option<Self> {
        let (first, rest) = point(coding)?;
        let (last, rest) = match rest.strip_prefix('_') {
            Some(rest) => point(rest)?,
            None => (first, rest),
        };
        Some(Self { first, last, indel: !rest.contains('>') })
    }

    fn touches_ends_of(&self, first: u32, last: u32) -> bool {
        let (before, behind) = if self.indel { (TRACT, BEHIND) } else { (SITE, SITE) };
        // The last base of an exon is part of the site behind it.
        let donor = self.first.0 <= last && self.last.0 >= last && {
            let begins = if self.first.0 < last { 0 } else { self.first.1 };
            let ends = if self.last.0 > last { i32::MAX } else { self.last.1 };
            begins <= behind && ends >= 0
        };
        let acceptor = self.first.0 <= first && self.last.0 >= first && {
            let begins = if self.first.0 < first { i32::MIN } else { self.first.1 };
            let ends = if self.last.0 > first { 0 } else { self.last.1 };
            begins < 0 && ends >= before.saturating_neg()
        };
        donor || acceptor
    }
}

/// `3028+1` at the start: the base, how far beside it, and what follows.
fn point(text: &str) -> Option<((u32, i32), &str)> {
    let (base, rest) = number(text)?;
    let base = u32::try_from(base).ok().filter(|base| *base > 0)?;
    for (sign, factor) in [('+', 1), ('-', -1)] {
        if let Some(beside) = rest.strip_prefix(sign) {
            let (distance, rest) = number(beside)?;
            return Some(((base, distance.saturating_mul(factor)), rest));
        }
    }
    Some(((base, 0), rest))
}

fn number(text: &str) -> Option<(i32, &str)> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at_checked(digits)?;
    Some((number.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met() -> Places {
        let exons = vec![ExonPlace { numbers: vec![14], first: 963, last: 1010, coding: Some((2888, 3028)) }];
        let transcripts = vec!["NM_000245".to_owned()];
        let gene = GeneExons { gene: "MET".to_owned(), transcripts, exons, certainty: Certainty::General };
        Places::new(vec![gene], Vec::new())
    }

    #[test]
    fn the_sites_of_an_exon_are_its_ends_and_not_its_neighbours() {
        let beside = |coding: &str| met().exons_beside("MET", Some("NM_000245.4"), coding).contains(&14);
        for (coding, touches) in [
            ("3028+1G>T", true),
            ("3028+2T>C", true),
            ("3028+3A>G", false),
            ("3028G>C", true),
            ("3027A>G", false),
            ("2888-1G>A", true),
            ("2888-2A>G", true),
            ("2888-3C>T", false),
            ("2888G>A", false),
            ("2888-17_2888-3del", true),
            ("2888-60_2888-45del", false),
            ("2870_2887del", false),
            ("3018_3028+8del", true),
            ("3028+1_3028+9del", true),
            ("3028+20_3028+25del", false),
            ("2880_2890del", true),
            ("2887+1G>A", false),
            ("3029-1G>A", false),
            ("3029G>A", false),
            ("*5del", false),
            ("", false),
            ("99999999999+1G>A", false),
        ] {
            assert_eq!(beside(coding), touches, "{coding}");
        }
    }

    #[test]
    fn a_place_is_told_on_known_transcripts_alone() {
        let at = Residues { first: 1010, last: 1010 };
        assert_eq!(met().exons_at("MET", Some("NM_000245.2"), at), Some([14].into()));
        assert_eq!(met().exons_at("MET", None, at), Some([14].into()));
        assert_eq!(met().exons_at("MET", Some("NM_001127500.3"), at), None, "counted otherwise");
        assert_eq!(met().exons_at("MET", None, Residues { first: 1011, last: 1011 }), None);
        assert_eq!(met().exons_at("EGFR", None, at), None);
    }
}
