//! Truth tables. What is right stands in the issue and in the nomenclature of variants, not in what the program says.

mod other;
mod short;
mod whole;

use super::*;
use crate::certainty::Certainty;
use crate::evidence::{AliasUsed, Because, ExonPlace, GeneExons, KnownVariant};
use crate::finding::{
    Biomarker, Breakend, CopyNumberAlteration, Expression as Measured, Rearrangement, ShortVariant,
    TranscriptEffect,
};
use crate::gene::GeneSymbol;
use crate::hgvs::HgvsText;
use crate::label::Label;
use crate::measure::Metric;
use crate::protein::{Protein, ProteinDomain};
use MatchKind as K;
use PartState::{Met as M, NotMet as N, Unknown as U};

pub(super) fn short_on(
    gene: &str,
    transcript: Option<&str>,
    coding: &str,
    protein: &str,
    effects: &[&str],
) -> Alteration {
    let named = |text: &str| HgvsText::parse(text).ok();
    Alteration::ShortVariant(ShortVariant {
        chromosome: None,
        position: None,
        reference: None,
        alternate: None,
        vaf: None,
        depth: None,
        alternate_depth: None,
        against_reference: None,
        transcripts: vec![TranscriptEffect {
            gene: GeneSymbol::parse(gene).ok(),
            transcript: transcript.map(str::to_owned),
            coding: named(coding),
            protein: named(protein),
            effects: effects.iter().map(|term| (*term).to_owned()).collect(),
            ..TranscriptEffect::default()
        }],
    })
}

fn short(gene: &str, coding: &str, protein: &str, effects: &[&str]) -> Alteration {
    short_on(gene, None, coding, protein, effects)
}

fn p(gene: &str, protein: &str) -> Alteration {
    short(gene, "", protein, &[])
}

pub(super) fn copies(gene: &str, alteration: &str) -> Alteration {
    Alteration::CopyNumber(CopyNumberAlteration {
        chromosome: None,
        start: None,
        end: None,
        alteration: alteration.to_owned(),
        metrics: Vec::new(),
        genes: GeneSymbol::parse(gene).into_iter().collect(),
    })
}

pub(super) fn rearranged(
    alteration: &str,
    names: &[&str],
    pairs: &[(&str, &str)],
    genes: &[&str],
) -> Alteration {
    let symbol = |text: &str| GeneSymbol::parse(text).unwrap();
    let breakend = (!genes.is_empty()).then(|| Breakend {
        chromosome: None,
        start: None,
        end: None,
        mate_piece: None,
        genes: genes.iter().map(|gene| symbol(gene)).collect(),
    });
    Alteration::Rearrangement(Rearrangement {
        alteration: alteration.to_owned(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        breakends: (breakend, None),
        gene_pairs: pairs.iter().map(|(five, three)| (symbol(five), symbol(three))).collect(),
        vaf: None,
        supporting_reads: None,
        total_reads: None,
    })
}

fn fusion(five: &str, three: &str) -> Alteration {
    rearranged("gene fusion", &[], &[(five, three)], &[])
}

pub(super) fn marker(name: &str, state: &str, value: Option<(f64, &str)>) -> Alteration {
    Alteration::Biomarker(Biomarker {
        marker: name.to_owned(),
        metrics: value
            .map(|(value, unit)| Metric { value, unit: Some(unit.to_owned()), kind: None })
            .into_iter()
            .collect(),
        state: (!state.is_empty()).then(|| state.to_owned()),
        descriptions: Vec::new(),
    })
}

fn expressed(gene: &str) -> Alteration {
    Alteration::Expression(Measured {
        genes: GeneSymbol::parse(gene).into_iter().collect(),
        metrics: Vec::new(),
    })
}

/// Number, residues, coding ends.
type Exon = (u32, u32, u32, Option<(u32, u32)>);
/// How a finding meets a profile.
type Cell = Option<(MatchKind, PartState)>;

pub(super) fn places() -> Places {
    let gene = |gene: &str, transcript: &str, exons: &[Exon]| GeneExons {
        gene: gene.to_owned(),
        transcripts: vec![transcript.to_owned()],
        exons: exons
            .iter()
            .map(|(number, first, last, coding)| ExonPlace {
                numbers: vec![*number],
                first: *first,
                last: *last,
                coding: *coding,
            })
            .collect(),
        certainty: Certainty::General,
    };
    let tp53 = Protein {
        gene: GeneSymbol::parse("TP53").unwrap(),
        accession: "P04637".to_owned(),
        length: 393,
        transcripts: vec!["NM_000546".to_owned()],
        domains: vec![ProteinDomain {
            name: Label { ja: "DNA結合".to_owned(), en: "DNA binding".to_owned() },
            short: "DBD".to_owned(),
            start: 102,
            end: 292,
        }],
        certainty: Certainty::General,
        source: "UniProtKB".to_owned(),
        version: "1".to_owned(),
    };
    Places::new(
        vec![
            gene(
                "EGFR",
                "NM_005228",
                &[(18, 688, 728, None), (19, 729, 761, None), (20, 762, 823, None), (21, 824, 875, None)],
            ),
            gene("BRAF", "NM_004333", &[(15, 581, 620, None)]),
            gene("KRAS", "NM_004985", &[(2, 1, 37, None), (3, 38, 97, None)]),
            gene("MET", "NM_000245", &[(14, 963, 1010, Some((2888, 3028)))]),
            gene("KIT", "NM_000222", &[(11, 550, 592, None)]),
            gene("FLT3", "NM_004119", &[(14, 580, 611, None)]),
            gene("CALR", "NM_004343", &[(9, 352, 417, None)]),
        ],
        vec![tp53],
    )
}

pub(super) fn names() -> GeneNames {
    GeneNames::new([("ERBB2", vec!["HER2"]), ("KMT2A", vec!["MLL"]), ("ABL1", vec!["ABL"])])
}

/// How one finding meets a profile: kind, and whether it holds.
fn met(profile: &str, finding: &Alteration) -> Option<(MatchKind, PartState)> {
    matched(profile, finding).map(|matched| (matched.kind, matched.holds))
}

fn matched(profile: &str, finding: &Alteration) -> Option<EvidenceMatch> {
    let (names, places) = (names(), places());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let case = CaseFindings::new(ground, [finding], &Covered::not_known());
    let mut all = case.meets(&Profile::read(profile));
    assert!(all.len() < 2);
    all.pop().map(|(at, matched)| {
        assert_eq!(at, 0);
        matched
    })
}

/// A row for each finding, a column for each profile.
fn table(profiles: &[&str], rows: &[(&Alteration, &[Cell])]) {
    for (finding, expected) in rows {
        assert_eq!(profiles.len(), expected.len());
        for (profile, expected) in profiles.iter().zip(*expected) {
            assert_eq!(
                met(profile, finding),
                *expected,
                "{profile} by {} {}",
                finding.subject(),
                finding.change()
            );
        }
    }
}

const NO: Cell = None;

fn yes(kind: MatchKind) -> Cell {
    Some((kind, M))
}
