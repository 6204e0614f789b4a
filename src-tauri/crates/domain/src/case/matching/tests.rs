//! Which records of two files are one finding, and which are not.

use super::super::tests::{draft, happen, received, variant};
use super::*;
use crate::case::event::intake::SourceAdded;
use crate::case::{Part, differences};
use crate::event::CaseEvent;
use crate::finding::{Biomarker, Origin, Rearrangement};
use crate::gene::GeneSymbol;
use crate::genome::{BuildSource, Chromosome, Position1};
use crate::measure::{Metric, Vaf};
use crate::refusal::Refusal;

const SOMATIC: Origin = Origin::Somatic;

fn named(gene: &str, transcript: Option<&str>, coding: Option<&str>, protein: Option<&str>) -> DraftFinding {
    let mut finding = variant(gene, "X1Y", SOMATIC, None);
    if let Alteration::ShortVariant(v) = &mut finding.alteration {
        v.transcripts[0].transcript = transcript.map(ToOwned::to_owned);
        v.transcripts[0].coding = coding.map(|words| HgvsText::parse(words).unwrap());
        v.transcripts[0].protein = protein.map(|words| HgvsText::parse(words).unwrap());
    }
    finding
}

fn placed(chromosome: &str, position: i64, reference: &str, alternate: &str) -> DraftFinding {
    let mut finding = named("EGFR", None, None, None);
    if let Alteration::ShortVariant(v) = &mut finding.alteration {
        v.chromosome = Some(Chromosome::parse(chromosome).unwrap());
        v.position = Some(Position1::new(position).unwrap());
        v.reference = Some(reference.to_owned());
        v.alternate = Some(alternate.to_owned());
    }
    finding
}

fn of_alteration(alteration: Alteration) -> DraftFinding {
    DraftFinding { alteration, ..variant("X", "X", SOMATIC, None) }
}

fn fusion(five: &str, three: &str) -> DraftFinding {
    let gene = |name| GeneSymbol::parse(name).unwrap();
    of_alteration(Alteration::Rearrangement(Rearrangement {
        alteration: "gene fusion".to_owned(),
        names: Vec::new(),
        breakends: (None, None),
        gene_pairs: vec![(gene(five), gene(three))],
        vaf: None,
        supporting_reads: None,
        total_reads: None,
    }))
}

fn tmb(value: f64) -> DraftFinding {
    of_alteration(Alteration::Biomarker(Biomarker {
        marker: "TMB".to_owned(),
        metrics: vec![Metric { value, unit: Some("muts/Mb".to_owned()), kind: None }],
        state: None,
        descriptions: Vec::new(),
    }))
}

fn build(name: GenomeBuild) -> Assembly {
    Assembly { name, source: BuildSource::File }
}

/// The bases on which the findings of a second file are found again among those of a first, by their indexes.
fn found(first: Vec<DraftFinding>, second: Vec<DraftFinding>) -> Vec<(usize, String, MatchBasis)> {
    found_on((GenomeBuild::Grch37, first), (GenomeBuild::Grch37, second))
}

fn found_on(
    (first_build, first): (GenomeBuild, Vec<DraftFinding>),
    (second_build, second): (GenomeBuild, Vec<DraftFinding>),
) -> Vec<(usize, String, MatchBasis)> {
    let mut case = received(first);
    std::sync::Arc::make_mut(&mut case.sources)[0].draft.assembly = build(first_build);
    let mut draft = draft('b', second);
    draft.assembly = build(second_build);
    case.matches(&draft).into_iter().map(|m| (m.index, m.finding.to_string(), m.basis)).collect()
}

fn one(id: &str, basis: MatchBasis) -> Vec<(usize, String, MatchBasis)> {
    vec![(0, id.to_owned(), basis)]
}

#[test]
fn position_and_alleles_on_one_build_are_one_finding() {
    let basis = MatchBasis::Position;
    assert_eq!(
        found(vec![placed("7", 100, "T", "G")], vec![placed("chr7", 100, "t", "g")]),
        one("F1", basis)
    );
    assert_eq!(
        found(vec![placed("7", 100, "ATT", "AT")], vec![placed("7", 100, "AT", "A")]),
        one("F1", basis),
        "bases that both alleles share carry no meaning"
    );
    for (other, why) in [
        (placed("7", 101, "T", "G"), "another position"),
        (placed("8", 100, "T", "G"), "another chromosome"),
        (placed("7", 100, "T", "C"), "another allele"),
    ] {
        assert_eq!(found(vec![placed("7", 100, "T", "G")], vec![other]), [], "{why}");
    }
    let (a, b) = (placed("7", 100, "T", "G"), placed("7", 100, "T", "G"));
    assert_eq!(
        found_on((GenomeBuild::Grch37, vec![a.clone()]), (GenomeBuild::Grch38, vec![b.clone()])),
        [],
        "equal numbers on two builds are two places"
    );
    assert_eq!(
        found_on((GenomeBuild::Unknown, vec![a]), (GenomeBuild::Unknown, vec![b])),
        [],
        "without a build a number is no place"
    );
}

#[test]
fn notations_of_one_coding_change_are_one_finding() {
    let lab = named("KRAS", Some("NM_004985"), Some("35G>A"), Some("G12D"));
    for vcf in [
        named("KRAS", Some("NM_004985.5"), Some("c.35G>A"), Some("p.Gly12Asp")),
        named("KRAS", None, Some("c.35G>A"), None),
        named("KRAS", Some("ENST00000311936.8"), Some("c.35G>A"), Some("p.Gly12Asp")),
    ] {
        assert_eq!(found(vec![lab.clone()], vec![vcf]), one("F1", MatchBasis::CodingChange));
    }
    for (other, why) in [
        (named("KRAS", Some("NM_033360.4"), Some("c.35G>A"), Some("p.Gly12Asp")), "another transcript"),
        (named("NRAS", Some("NM_004985"), Some("c.35G>A"), Some("p.Gly12Asp")), "another gene"),
        (
            named("KRAS", Some("NM_004985"), Some("c.34_35delinsTA"), Some("p.Gly12Asp")),
            "another change of the DNA",
        ),
        (
            named("KRAS", Some("ENST00000311936"), Some("c.35G>A"), Some("p.Gly13Asp")),
            "another protein change",
        ),
    ] {
        assert_eq!(found(vec![lab.clone()], vec![other]), [], "{why}");
    }
}

#[test]
fn a_protein_change_joins_only_where_one_side_has_no_coding_change() {
    let full = named("EGFR", None, Some("c.2573T>G"), Some("p.Leu858Arg"));
    let short = named("EGFR", None, None, Some("L858R"));
    assert_eq!(found(vec![full], vec![short]), one("F1", MatchBasis::ProteinChange));
}

#[test]
fn two_candidates_are_no_match() {
    let short = || named("EGFR", None, None, Some("L858R"));
    assert_eq!(found(vec![short(), short()], vec![short()]), [], "which of the two is meant cannot be known");
    assert_eq!(found(vec![short()], vec![short(), short()]), []);
}

#[test]
fn fusions_and_markers_are_found_by_their_names() {
    assert_eq!(
        found(vec![fusion("EML4", "ALK"), tmb(8.0)], vec![tmb(9.0), fusion("EML4", "ALK")]),
        vec![(0, "F2".to_owned(), MatchBasis::Marker), (1, "F1".to_owned(), MatchBasis::Rearrangement)]
    );
    assert_eq!(
        found(vec![fusion("EML4", "ALK")], vec![fusion("ALK", "EML4")]),
        [],
        "the order is part of the name"
    );
}

#[test]
fn a_tumour_and_a_germline_finding_stay_two_and_know_each_other() {
    let tumour = placed("17", 41_245_000, "G", "A");
    let germline = DraftFinding { origin: Origin::Germline, ..tumour.clone() };
    let mut case = received(vec![tumour]);
    std::sync::Arc::make_mut(&mut case.sources)[0].draft.assembly = build(GenomeBuild::Grch37);
    let mut second = draft('b', vec![germline]);
    second.assembly = build(GenomeBuild::Grch37);
    assert_eq!(case.matches(&second), []);
    happen(&mut case, CaseEvent::from(SourceAdded { draft: second, matches: Vec::new() })).unwrap();
    let ids: Vec<_> = case.findings.iter().map(|finding| finding.id.to_string()).collect();
    assert_eq!(ids, ["F1", "G1"]);
    for (index, twin) in [(0, "G1"), (1, "F1")] {
        let twins: Vec<_> = case.twins(&case.findings[index]).iter().map(ToString::to_string).collect();
        assert_eq!(twins, [twin]);
    }
}

#[test]
fn a_matched_record_joins_its_finding_and_what_differs_is_named() {
    let with_vaf = |mut finding: DraftFinding, fraction| {
        if let Alteration::ShortVariant(v) = &mut finding.alteration {
            v.vaf = Some(Vaf::new(fraction).unwrap());
        }
        finding
    };
    let mut case = received(vec![with_vaf(named("KRAS", None, Some("35G>A"), Some("G12D")), 0.31)]);
    let second = draft('b', vec![with_vaf(named("KRAS", None, Some("c.35G>A"), None), 0.28), tmb(8.0)]);
    let matches = case.matches(&second);
    happen(&mut case, CaseEvent::from(SourceAdded { draft: second, matches })).unwrap();
    assert_eq!(case.findings.len(), 2, "one joined, one new");
    let joined = &case.findings[0];
    assert_eq!((joined.further.len(), joined.further[0].source), (1, 1));
    let differing = differences(&case, joined);
    assert_eq!(differing.len(), 1, "the notations differ and mean the same: {differing:?}");
    assert_eq!(differing[0].part, Part::Vaf);
    let said: Vec<_> = differing[0].said.iter().map(|(source, words)| (*source, words.ja.as_str())).collect();
    assert_eq!(said, [(Some(0), "31.0 %"), (Some(1), "28.0 %")]);
}

#[test]
fn values_that_differ_are_said_in_both_languages() {
    let stated = |value, state: &str| {
        let mut finding = tmb(value);
        if let Alteration::Biomarker(marker) = &mut finding.alteration {
            marker.state = Some(state.to_owned());
        }
        finding
    };
    let mut case = received(vec![stated(8.0, "low")]);
    let second = draft('b', vec![stated(12.0, "high")]);
    let matches = case.matches(&second);
    happen(&mut case, CaseEvent::from(SourceAdded { draft: second, matches })).unwrap();
    let differing = differences(&case, &case.findings[0]);
    assert_eq!((differing.len(), differing[0].part), (1, Part::Value));
    let said: Vec<_> =
        differing[0].said.iter().map(|(_, words)| (words.ja.as_str(), words.en.as_str())).collect();
    assert_eq!(
        said,
        [("低（low）, 8 mut/Mb", "low, 8 mut/Mb"), ("高（high）, 12 mut/Mb", "high, 12 mut/Mb")]
    );
}

#[test]
fn a_match_to_a_finding_that_is_not_there_is_refused() {
    let mut case = received(vec![tmb(8.0)]);
    let missing = FindingId::new(9).unwrap();
    let matches = vec![SourceMatch { index: 0, finding: missing, basis: MatchBasis::Marker }];
    let what = CaseEvent::from(SourceAdded { draft: draft('b', vec![tmb(8.0)]), matches });
    assert_eq!(happen(&mut case, what), Err(Refusal::NoFinding(missing)));
}
