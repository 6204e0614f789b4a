//! Whole profiles: markers, composites, wild-type, other names.

use super::*;
use crate::evidence::KnownPlace;
use crate::evidence::profile::KnownVariants;
use crate::genome::{Assembly, BuildSource, Chromosome, Position1};

#[test]
fn markers_by_their_state() {
    let mark = MarkerMark {
        marker: "TMB".to_owned(),
        value: 10.0,
        units: vec!["muts/Mb".to_owned()],
        name: Label { ja: "基準".to_owned(), en: "mark".to_owned() },
        holds_for: None,
        tests: Vec::new(),
        certainty: Certainty::General,
        source: "x".to_owned(),
        version: "1".to_owned(),
    };
    let (names, places) = (names(), places());
    let marks = [mark];
    let ground = Ground { names: &names, places: &places, marks: &marks };
    let state = |profile: &str, finding: &Alteration| {
        let case = CaseFindings::new(ground, [finding], &Covered::not_known());
        let profile = Profile::read(profile);
        (case.meets(&profile).pop().map(|(_, matched)| matched.holds), case.whole(&profile).holds)
    };
    for (profile, finding, beside, whole) in [
        ("MSI High", marker("MSI", "high", None), Some(M), M),
        ("Microsatellite Instability High", marker("MSI", "MSI-H", None), Some(M), M),
        ("MSI High", marker("MSI", "stable", None), None, N),
        ("MSI High", marker("MSI", "cannot be determined", None), Some(U), U),
        ("MSS", marker("MSI", "stable", None), Some(M), M),
        ("TMB High", marker("TMB", "", Some((12.6, "muts/Mb"))), Some(M), M),
        ("TMB High", marker("TMB", "", Some((3.8, "muts/Mb"))), None, N),
        ("TMB High", marker("TMB", "", Some((12.6, "mutations"))), Some(U), U),
        ("TMB High", marker("MSI", "high", None), None, U),
        ("dMMR", marker("MSI", "high", None), Some(U), U),
    ] {
        assert_eq!(state(profile, &finding), (beside, whole), "{profile} {finding:?}");
    }
}

#[test]
fn composites_say_which_parts_are_met() {
    let (names, places) = (names(), places());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let of = |findings: &[Alteration], genes: CoveredGenes, profile: &str| {
        let covered = Covered { fusion_genes: genes.clone(), genes, not_tested: Vec::new() };
        let case = CaseFindings::new(ground, findings, &covered);
        let profile = Profile::read(profile);
        let beside: Vec<usize> = case
            .meets(&profile)
            .into_iter()
            .map(|(at, matched)| {
                assert_eq!(matched.kind, K::Composite);
                at
            })
            .collect();
        let whole = case.whole(&profile);
        let states: Vec<PartState> = whole.parts.iter().map(|part| part.state).collect();
        (beside, whole.holds, states)
    };
    let (all, some) = (CoveredGenes::All, || CoveredGenes::NotKnown);
    let alk = fusion("EML4", "ALK");
    let f1174l = p("ALK", "F1174L");
    let profile = "EML4::ALK Fusion AND ALK F1174L";
    assert_eq!(of(&[alk.clone(), f1174l.clone()], some(), profile), (vec![0, 1], M, vec![M, M]));
    assert_eq!(of(std::slice::from_ref(&alk), some(), profile), (vec![0], U, vec![M, U]));
    assert_eq!(of(std::slice::from_ref(&alk), all.clone(), profile), (vec![0], N, vec![M, N]));
    assert_eq!(of(&[alk, p("ALK", "F1174C")], all.clone(), profile), (vec![0], N, vec![M, N]));
    let not = "BRAF V600E AND NOT KRAS Mutation";
    let v600e = p("BRAF", "V600E");
    let g12d = p("KRAS", "G12D");
    assert_eq!(of(std::slice::from_ref(&v600e), all.clone(), not), (vec![0], M, vec![M, M]));
    assert_eq!(of(std::slice::from_ref(&v600e), some(), not), (vec![0], U, vec![M, U]));
    let listed = CoveredGenes::These(vec!["BRAF".to_owned(), "KRAS".to_owned()]);
    assert_eq!(of(std::slice::from_ref(&v600e), listed, not), (vec![0], M, vec![M, M]));
    assert_eq!(of(&[v600e.clone(), g12d.clone()], all.clone(), not), (vec![0], N, vec![M, N]));
    assert_eq!(
        of(std::slice::from_ref(&g12d), all.clone(), not),
        (vec![], N, vec![N, N]),
        "an excluded part is met by none"
    );
    let either = "BRAF V600E OR KRAS G12D";
    assert_eq!(of(std::slice::from_ref(&g12d), all.clone(), either), (vec![0], M, vec![N, M]));
    assert_eq!(of(std::slice::from_ref(&g12d), some(), either), (vec![0], M, vec![U, M]));
    // Excluding one change is no exclusion of its neighbour.
    assert_eq!(
        of(&[v600e, p("KRAS", "G12V")], all, "BRAF V600E AND NOT KRAS G12C"),
        (vec![0], M, vec![M, M])
    );
}

#[test]
fn wild_type_holds_only_where_the_gene_was_looked_at() {
    let (names, places) = (names(), places());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let of = |findings: &[Alteration], genes: CoveredGenes, not_tested: Vec<Assay>| {
        let case =
            CaseFindings::new(ground, findings, &Covered { fusion_genes: genes.clone(), genes, not_tested });
        let profile = Profile::read("KRAS Wildtype");
        assert!(case.meets(&profile).is_empty(), "no finding meets absence");
        case.whole(&profile).holds
    };
    let these = |genes: &[&str]| CoveredGenes::These(genes.iter().map(|gene| (*gene).to_owned()).collect());
    for (finding, genes, expected) in [
        (None, CoveredGenes::All, M),
        (None, these(&["KRAS"]), M),
        (None, these(&["NRAS"]), U),
        (None, CoveredGenes::NotKnown, U),
        (Some(p("KRAS", "G12D")), CoveredGenes::All, N),
        (Some(p("KRAS", "G12D")), CoveredGenes::NotKnown, N),
        (Some(p("KRAS", "G12=")), CoveredGenes::All, M),
        (Some(p("NRAS", "Q61R")), CoveredGenes::All, M),
        (Some(copies("KRAS", "amplification")), CoveredGenes::All, U),
        (Some(short("KRAS", "c.111+45A>G", "", &["intron_variant"])), CoveredGenes::All, M),
    ] {
        let findings: Vec<Alteration> = finding.into_iter().collect();
        assert_eq!(of(&findings, genes.clone(), Vec::new()), expected, "{findings:?} {genes:?}");
    }
    assert_eq!(of(&[], CoveredGenes::All, vec![Assay::ShortVariant]), U);
}

#[test]
fn another_name_of_the_change_is_the_same_change_and_other_transcripts_lend_none() {
    let (names, places) = (names(), places());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let known = KnownVariant {
        feature: "BRAF".to_owned(),
        name: "V600E".to_owned(),
        aliases: vec!["VAL640GLU".to_owned()],
        kinds: Vec::new(),
        hgvs: vec!["NM_004333.4:c.1799T>A".to_owned()],
        place: None,
    };
    let profile = Profile::read_with("BRAF V600E", &KnownVariants::new([known]));
    let of = |finding: &Alteration| {
        let case = CaseFindings::new(ground, [finding], &Covered::not_known());
        case.meets(&profile).pop().map(|(_, matched)| (matched.kind, matched.why[0].because))
    };
    assert_eq!(of(&p("BRAF", "V640E")), Some((K::SameChange, Because::OtherName)));
    let coding = short_on("BRAF", Some("NM_004333.6"), "c.1799T>A", "", &[]);
    assert_eq!(of(&coding), Some((K::SameChange, Because::OtherName)));
    let other = short_on("BRAF", Some("NM_001374258.1"), "c.1799T>A", "", &[]);
    assert_eq!(of(&other), None, "counted on another transcript");
    let mut finding = p("BRAF", "G469A");
    if let Alteration::ShortVariant(variant) = &mut finding
        && let Alteration::ShortVariant(second) = p("BRAF", "V600E")
    {
        variant.transcripts.extend(second.transcripts);
    }
    assert_eq!(of(&finding), None, "the name of a consequence that does not speak");
}

#[test]
fn each_match_says_why_in_both_languages() {
    for (profile, finding, ja, en) in [
        ("KRAS G12", p("KRAS", "G12C"), "残基 KRAS G12", "residue KRAS G12"),
        ("KRAS G12V", p("KRAS", "G12C"), "別の変化", "another change"),
        ("ERBB2 Amplification", copies("ERBB2", "amplification"), "コピー数", "copy number"),
    ] {
        let said = matched(profile, &finding).unwrap().why[0].said().to_label();
        assert!(said.ja.contains(ja) && said.en.contains(en), "{said:?}");
        assert!(said.ja.contains(&finding.change()), "{said:?}");
    }
}

#[test]
fn a_record_without_annotation_is_known_by_its_place_on_its_build() {
    let (names, places) = (names(), places());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let known = |reference: Option<&str>| KnownVariant {
        feature: "BRAF".to_owned(),
        name: "V600E".to_owned(),
        aliases: Vec::new(),
        kinds: Vec::new(),
        hgvs: Vec::new(),
        place: Some(KnownPlace {
            assembly: Assembly { name: GenomeBuild::Grch37, source: BuildSource::File },
            chromosome: Chromosome::parse("7").unwrap(),
            start: Position1::new(140_453_136).unwrap(),
            stop: Position1::new(140_453_136).unwrap(),
            reference: reference.map(str::to_owned),
            alternate: reference.map(|_| "T".to_owned()),
        }),
    };
    let at = |gene: &str, position, alternate: &str| {
        let mut finding = p(gene, "");
        if let Alteration::ShortVariant(variant) = &mut finding {
            variant.chromosome = Chromosome::parse("chr7").ok();
            variant.position = Position1::new(position).ok();
            variant.reference = Some("A".to_owned());
            variant.alternate = Some(alternate.to_owned());
        }
        finding
    };
    let of = |finding: &Alteration, build: Option<&GenomeBuild>, reference| {
        let case = CaseFindings::placed(ground, [(finding, build)], &Covered::not_known());
        let profile = Profile::read_with("BRAF V600E", &KnownVariants::new([known(reference)]));
        case.meets(&profile).pop().map(|(_, matched)| matched.why[0].because)
    };
    let own = at("", 140_453_136, "T");
    assert_eq!(of(&own, Some(&GenomeBuild::Grch37), Some("A")), Some(Because::SamePlace));
    assert_eq!(
        of(&at("BRAF", 140_453_136, "T"), Some(&GenomeBuild::Grch37), Some("A")),
        Some(Because::SamePlace)
    );
    assert_eq!(of(&own, Some(&GenomeBuild::Grch38), Some("A")), None, "another build");
    assert_eq!(of(&own, None, Some("A")), None);
    assert_eq!(of(&own, Some(&GenomeBuild::Grch37), None), None, "a place without alleles is no change");
    assert_eq!(of(&at("", 140_453_136, "C"), Some(&GenomeBuild::Grch37), Some("A")), None);
    assert_eq!(
        of(&at("KRAS", 140_453_136, "T"), Some(&GenomeBuild::Grch37), Some("A")),
        None,
        "another gene speaks"
    );
}

#[test]
fn what_a_laboratory_excludes_is_not_met() {
    let (names, places) = (names(), places());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let whole = |profile: &str, findings: &[Alteration], covered: &Covered| {
        CaseFindings::new(ground, findings, covered).whole(&Profile::read(profile)).holds
    };
    let unknown = Covered::not_known();
    assert_eq!(whole("ERBB2 Amplification", &[copies("ERBB2", "no amplification")], &unknown), N);
    assert_eq!(whole("ERBB2 Amplification", &[copies("MYC", "no amplification")], &unknown), U);
    // Of an alteration of any kind nothing is excluded by a test that does not look at all kinds.
    let no_copies = Covered {
        genes: CoveredGenes::All,
        fusion_genes: CoveredGenes::All,
        not_tested: vec![Assay::CopyNumber],
    };
    assert_eq!(whole("TP53 ALTERATION", &[], &no_copies), U);
    assert_eq!(whole("TP53 MUTATION", &[], &no_copies), N);
}

#[test]
fn a_name_on_another_isoform_is_refuted_by_the_bases_on_this_one() {
    let (names, places) = (names(), places());
    let ground = Ground { names: &names, places: &places, marks: &[] };
    let known = KnownVariant {
        feature: "ERBB2".to_owned(),
        name: "L755S".to_owned(),
        aliases: vec!["L725S".to_owned()],
        kinds: Vec::new(),
        hgvs: vec!["NM_004448.3:c.2264T>C".to_owned(), "ENST00000269571.5:c.2264T>C".to_owned()],
        place: None,
    };
    let profile = Profile::read_with("ERBB2 L755S", &KnownVariants::new([known]));
    let of = |transcript: Option<&str>, coding: &str, protein: &str| {
        let finding = short_on("ERBB2", transcript, coding, protein, &[]);
        let case = CaseFindings::new(ground, [&finding], &Covered::not_known());
        case.meets(&profile).pop().map(|(_, matched)| (matched.kind, matched.why[0].because))
    };
    let other = Some((K::SameChange, Because::OtherName));
    assert_eq!(of(Some("NM_004448.4"), "c.2264T>C", "L755S"), Some((K::SameChange, Because::SameChange)));
    assert_eq!(of(Some("NM_001005862.3"), "c.2174T>C", "L725S"), other, "the isoform that is counted so");
    assert_eq!(of(None, "", "L725S"), other);
    assert_eq!(of(Some("NM_004448.4"), "c.2174T>C", "L725S"), None, "another residue of this one");
}
