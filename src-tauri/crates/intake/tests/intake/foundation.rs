//! What a draft holds of a FoundationOne report.

use crate::foundation_said::curated;
use crate::support::{ledger, listing, notes, read, read_with};
use crate::xml::{leaves, tag};
use entaku_domain::finding::{Alteration, NucleicAcid, Origin, VerbatimField};
use entaku_domain::genome::{BuildSource, GenomeBuild};
use entaku_intake::{IntakeErrorKind, Options};
use expect_test::expect;

/// Evidence in the sample of [`measured`].
pub fn in_dna() -> String {
    tag("dna-evidence", &[("sample", "SQ-1")], "")
}

/// A short variant as reports of today write it; later attributes replace earlier ones.
pub fn variant(changed: &[(&str, &str)]) -> String {
    let mut attributes = vec![
        ("allele-fraction", "0.3120"),
        ("cds-effect", "35G>A"),
        ("depth", "812"),
        ("equivocal", "false"),
        ("functional-effect", "missense"),
        ("gene", "KRAS"),
        ("percent-reads", "31.20"),
        ("position", "chr12:25398284"),
        ("protein-effect", "G12D"),
        ("status", "known"),
        ("strand", "-"),
        ("transcript", "NM_004985"),
    ];
    for (name, value) in changed {
        match attributes.iter_mut().find(|(known, _)| known == name) {
            Some(attribute) => attribute.1 = value,
            None => attributes.push((name, value)),
        }
    }
    attributes.retain(|(_, value)| *value != "(none)");
    tag("short-variant", &attributes, in_dna())
}

/// A `variant-report` around lists of records.
pub fn measured(lists: &str) -> String {
    let content = tag(
        "samples",
        &[],
        tag(
            "sample",
            &[
                ("bait-set", "DX1"),
                ("mean-exon-depth", "812.4"),
                ("name", "SQ-1"),
                ("nucleic-acid-type", "DNA"),
            ],
            "",
        ),
    ) + &tag("quality-control", &[("status", "Pass")], "")
        + lists;
    tag(
        "variant-report",
        &[
            ("xmlns", "http://foundationmedicine.com/compbio/variant-report-external"),
            (
                "xsi:schemaLocation",
                "http://foundationmedicine.com/compbio/variant-report-external http://x/variant-report-external-2.2.xsd",
            ),
            ("disease", "LUNG"),
            ("disease-ontology", "Lung adenocarcinoma"),
            ("gender", "female"),
            ("pathology-diagnosis", "Adenocarcinoma"),
            ("percent-tumor-nuclei", "40"),
            ("pipeline-version", "v3.29.0"),
            ("purity-assessment", "38.5"),
            ("specimen", "TRF-1*SP-1"),
            ("test-request", "TRF-1"),
            ("test-type", "FoundationOneDx"),
            ("tissue-of-origin", "Lung"),
        ],
        content,
    )
}

/// A whole file of today's form.
pub fn file(curated: &str, measured: &str) -> String {
    let customer =
        tag("rr:CustomerInformation", &[], leaves(&[("rr:ReferenceID", "REF-1"), ("rr:MRN", "0012345")]));
    let payload = tag("rr:ResultsPayload", &[], format!("{curated}{measured}"));
    let root = tag(
        "rr:ResultsReport",
        &[
            ("xmlns:rr", "http://integration.foundationmedicine.com/reporting"),
            (
                "xsi:schemaLocation",
                "http://integration.foundationmedicine.com/reporting http://x/ResultsReport.2.1.xsd",
            ),
        ],
        customer + &payload,
    );
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}")
}

/// A file with nothing but short variants.
pub fn of_variants(variants: &str) -> String {
    file("", &measured(&tag("short-variants", &[], variants)))
}

/// Every kind of record once.
pub fn every_kind() -> String {
    let amplification = tag(
        "copy-number-alteration",
        &[
            ("copy-number", "311.5"),
            ("equivocal", "true"),
            ("gene", "MYC"),
            ("number-of-exons", "3 of 3"),
            ("position", "chr8:128748315-128753680"),
            ("ratio", "2.41"),
            ("status", "known"),
            ("type", "amplification"),
        ],
        in_dna(),
    );
    let fusion = tag(
        "rearrangement",
        &[
            ("description", "EML4(NM_019063)-ALK(NM_004304) fusion (E13;A20)"),
            ("equivocal", "false"),
            ("in-frame", "Yes"),
            ("other-gene", "EML4"),
            ("percent-reads", "21.4"),
            ("pos1", "chr2:29446394-29446500"),
            ("pos2", "ch2:42522656"),
            ("status", "known"),
            ("supporting-read-pairs", "118"),
            ("targeted-gene", "ALK"),
            ("type", "fusion"),
        ],
        tag("rna-evidence", &[("sample", "SQ-1")], ""),
    );
    let markers = tag("microsatellite-instability", &[("status", "MSS")], "")
        + &tag(
            "tumor-mutation-burden",
            &[("score", "6.30"), ("status", "low"), ("unit", "mutations-per-megabase")],
            "",
        );
    let virus = tag(
        "non-human",
        &[("organism", "HHV-4"), ("reads-per-million", "31"), ("status", "unknown")],
        in_dna(),
    );
    measured(
        &(tag("short-variants", &[], variant(&[]))
            + &tag("copy-number-alterations", &[], amplification)
            + &tag("rearrangements", &[], fusion)
            + &tag("biomarkers", &[], markers)
            + &tag("non-human-content", &[], virus)),
    )
}

#[test]
fn every_kind_of_record_becomes_a_finding() {
    let draft = read(file("", &every_kind())).unwrap();
    expect![[r#"
        short-variant[0] ShortVariant | KRAS | G12D | known
        copy-number-alteration[0] CopyNumber | MYC | amplification (311.5 copy number, 2.41 ratio, 3 of 3 exons) | known, equivocal
        rearrangement[0] Rearrangement | EML4::ALK | EML4(NM_019063)-ALK(NM_004304) fusion (E13;A20) (fusion) | known
        microsatellite-instability[0] Biomarker | MSI | MSS | -
        tumor-mutation-burden[0] Biomarker | TMB | low (6.3 mutations-per-megabase) | -
        non-human[0] NonHuman | HHV-4 | HHV-4 (31 reads per million) | unknown
    "#]].assert_eq(&listing(&draft));
    expect![[r#"
        Info build-assumed - | no genome build, read as GRCh37 | x1
    "#]]
    .assert_eq(&notes(&draft));
    expect![[r#"
        kept 6 of 6 {}
    "#]]
    .assert_eq(&ledger(&draft));
}

#[test]
fn a_short_variant_keeps_place_frequency_and_names() {
    let draft = read(of_variants(&variant(&[]))).unwrap();
    let finding = &draft.findings[0];
    let Alteration::ShortVariant(v) = &finding.alteration else { panic!("a short variant") };
    assert_eq!(v.genomic_change(), "12:25398284", "the format has no alleles");
    assert_eq!((v.vaf.unwrap().fraction(), v.depth), (0.312, Some(812)));
    assert_eq!(v.transcripts[0].effects, ["missense"]);
    assert_eq!((finding.sample.as_deref(), finding.nucleic_acid), (Some("SQ-1"), Some(NucleicAcid::Dna)));
    assert_eq!(finding.origin, Origin::Unknown, "the test has no normal sample, and makes no call");
    for (path, written) in [("allele-fraction", "0.3120"), ("dna-evidence.sample", "SQ-1"), ("strand", "-")] {
        assert!(finding.verbatim.contains(&VerbatimField(path.into(), written.into())), "{path}");
    }
}

#[test]
fn the_laboratorys_verdict_is_its_status_and_its_marks() {
    let draft = read(of_variants(
        &(variant(&[("status", "unknown"), ("equivocal", "true")])
            + &variant(&[("status", "likely"), ("subclonal", "true"), ("protein-effect", "G13D")])
            + &variant(&[("status", "ambiguous"), ("protein-effect", "Q61H")])),
    ))
    .unwrap();
    let verdicts: Vec<_> =
        draft.findings.iter().map(|finding| finding.laboratory_verdict.as_deref().unwrap()).collect();
    assert_eq!(verdicts, ["unknown (VUS), equivocal", "likely, subclonal", "ambiguous"]);
}

#[test]
fn wordings_of_splice_sites_and_promoters_survive() {
    let draft = read(of_variants(
        &(variant(&[
            ("gene", "SMAD4"),
            ("cds-effect", "904+1G>A"),
            ("protein-effect", "splice site 904+1G>A"),
            ("functional-effect", "splice"),
        ]) + &variant(&[
            ("gene", "TERT"),
            ("cds-effect", "-124C>T"),
            ("protein-effect", "promoter -124C>T"),
            ("functional-effect", "promoter"),
        ])),
    ))
    .unwrap();
    let changes: Vec<String> = draft.findings.iter().map(|finding| finding.alteration.change()).collect();
    assert_eq!(changes, ["splice site 904+1G>A", "promoter -124C>T"]);
    assert_eq!(draft.findings[0].alteration.recall_keys(&draft.assembly.name).general, "904+1G>A");
}

#[test]
fn former_gene_symbols_are_listed_under_the_present_one() {
    let draft = read(of_variants(&(variant(&[("gene", "MLL2")]) + &variant(&[("gene", "PARK2")])))).unwrap();
    let genes: Vec<String> = draft.findings.iter().map(|finding| finding.alteration.subject()).collect();
    assert_eq!(genes, ["KMT2D", "PRKN"]);
    assert!(draft.findings[0].verbatim.contains(&VerbatimField("gene".into(), "MLL2".into())));
    let renamed: Vec<&str> = draft
        .notes
        .iter()
        .filter(|note| note.code == "gene-renamed")
        .map(|note| note.said.as_str())
        .collect();
    assert_eq!(renamed, ["MLL2 → KMT2D", "PARK2 → PRKN"], "each symbol is named, not the first alone");
}

#[test]
fn the_order_of_a_fusion_comes_from_its_description_alone() {
    let fusion = |targeted: &str, other: &str, description: &str| {
        tag(
            "rearrangement",
            &[
                ("targeted-gene", targeted),
                ("other-gene", other),
                ("description", description),
                ("type", "fusion"),
                ("pos1", "chr1:1"),
                ("pos2", "chr2:2"),
                ("status", "known"),
            ],
            in_dna(),
        )
    };
    let all = fusion("ALK", "EML4", "EML4(NM_1)-ALK(NM_2) fusion (E6; A20)")
        + &fusion("EML4", "ALK", "EML4-ALK fusion")
        + &fusion("NTRK1", "NKX2-1", "NKX2-1-NTRK1")
        + &fusion("ALK", "EML4", "rearrangement of ALK")
        + &fusion("NF1", "N/A", "NF1 truncation")
        + &fusion("MLL", "MLLT2", "MLL-MLLT2 fusion");
    let draft = read(file("", &measured(&tag("rearrangements", &[], all)))).unwrap();
    let subjects: Vec<String> = draft.findings.iter().map(|finding| finding.alteration.subject()).collect();
    assert_eq!(
        subjects,
        ["EML4::ALK", "EML4::ALK", "NKX2-1::NTRK1", "ALK, EML4", "NF1", "KMT2A::AFF1"],
        "without an order in words the pair stays open"
    );
    assert_eq!(draft.notes.iter().find(|note| note.code == "fusion-no-pair").unwrap().times, 2);
}

#[test]
fn markers_that_could_not_be_determined_are_findings_too() {
    let markers = tag("microsatellite-instability", &[("status", "cannot be determined")], "")
        + &tag(
            "tumor-mutation-burden",
            &[("score", "cannot be determined"), ("status", "unknown"), ("unit", "x")],
            "",
        )
        + &tag("loss-of-heterozygosity", &[("status", "high"), ("score", "22.1"), ("unit", "percent")], "")
        + &tag("aneuploidy", &[("status", "seen")], "")
        + "<microsatellite-instability/>";
    let draft = read(file("", &measured(&tag("biomarkers", &[], markers)))).unwrap();
    expect![[r#"
        microsatellite-instability[0] Biomarker | MSI | cannot be determined | -
        tumor-mutation-burden[0] Biomarker | TMB | unknown | -
        loss-of-heterozygosity[0] Biomarker | LOH | high (22.1 percent) | -
        aneuploidy[0] Biomarker | aneuploidy | seen | -
        kept 4 of 5 {"unreadable": 1}
        Info build-assumed - | no genome build, read as GRCh37 | x1
        Info unknown-field aneuploidy[0]:11 | aneuploidy | x1
        Error unreadable-record microsatellite-instability[1]:12 | <microsatellite-instability> | x1
    "#]]
    .assert_eq(&(listing(&draft) + &ledger(&draft) + &notes(&draft)));
}

#[test]
fn the_build_is_assumed_and_says_so_unless_a_person_names_it() {
    let text = of_variants(&variant(&[]));
    let assumed = read(&text).unwrap();
    assert_eq!(
        (&assumed.assembly.name, assumed.assembly.source),
        (&GenomeBuild::Grch37, BuildSource::FormatConvention)
    );
    assert!(assumed.notes.iter().any(|note| note.code == "build-assumed"));
    let options = Options { assembly: Some(GenomeBuild::Grch38), ..Options::default() };
    let named = read_with(&text, &options).unwrap();
    assert_eq!((&named.assembly.name, named.assembly.source), (&GenomeBuild::Grch38, BuildSource::Person));
    assert!(named.notes.iter().any(|note| note.code == "build-conflict"));
}

#[test]
fn older_files_without_namespaces_are_read() {
    let bare =
        every_kind().replace(" xmlns=\"http://foundationmedicine.com/compbio/variant-report-external\"", "");
    let flat = tag("ResultsReport", &[], &bare);
    let case = tag("Case", &[("case", "C-1"), ("fmiCase", "F-1"), ("hasVariant", "1")], &bare);
    let nested = tag("ClientCaseInfo", &[], tag("Cases", &[], case));
    let enveloped = tag("Envelope", &[], tag("Body", &[], &flat));
    let today = read(file("", &every_kind())).unwrap();
    for text in [flat, nested, enveloped, bare.clone()] {
        let draft = read(&text).unwrap();
        assert_eq!(draft.findings, today.findings, "the same records whatever stands around them");
        assert!(!draft.must_choose_sample);
    }
}

#[test]
fn a_file_of_several_cases_asks_which_one() {
    let case = |name: &str, gene: &str| {
        tag(
            "Case",
            &[("case", name), ("hasVariant", "1")],
            measured(&tag("short-variants", &[], variant(&[("gene", gene)]))),
        )
    };
    let text = tag("ClientCaseInfo", &[], tag("Cases", &[], case("C-1", "KRAS") + &case("C-2", "NRAS")));
    let draft = read(&text).unwrap();
    assert!(draft.must_choose_sample && draft.proposed.is_none(), "they may be different patients");
    let items: Vec<&str> = draft.findings.iter().map(|finding| finding.item.as_str()).collect();
    assert_eq!(items, ["variant-report[0].short-variant[0]", "variant-report[1].short-variant[0]"]);
    let choose = |name: &str| {
        read_with(&text, &Options { tumour_sample: Some(name.to_owned()), ..Options::default() })
    };
    let second = choose("C-2").unwrap();
    assert_eq!(second.findings[0].alteration.subject(), "NRAS");
    assert_eq!((second.must_choose_sample, second.ledger.by_reason["otherSample"]), (false, 1));
    assert_eq!(choose("C-3").unwrap_err().kind, IntakeErrorKind::NoSuchSample);
}

#[test]
fn a_failed_test_without_measurements_is_read() {
    let draft = read(file(&curated(), "")).unwrap();
    assert!(draft.notes.iter().any(|note| note.code == "no-results"));
    assert!(draft.statements.iter().any(|statement| statement.text == "What G12D means."));
    assert_eq!(draft.ledger.read, 1, "the score among the properties");
}

#[test]
fn records_that_cannot_be_used_are_set_aside_and_strangers_accounted_for() {
    let lists = tag(
        "short-variants",
        &[],
        variant(&[]) + "<short-variant depth=\"9\"/>" + "<long-variant gene=\"X\"/>",
    ) + &tag("methylations", &[], "<methylation gene=\"MGMT\"/><methylation gene=\"MLH1\"/>")
        + &tag("ploidy", &[("score", "3.1")], "")
        + "<nothing/>"
        + &tag("copy-number-alterations", &[], tag("copy-number-alteration", &[("gene", "MYC")], ""));
    let draft = read(file("", &measured(&lists))).unwrap();
    expect![[r#"
        kept 1 of 7 {"unreadable": 2, "unsupported": 4}
        Info build-assumed - | no genome build, read as GRCh37 | x1
        Warning missing-field short-variant[1].gene:10 | no gene | x1
        Warning missing-field short-variant[1].position:10 | no position | x1
        Error unreadable-record short-variant[1]:10 | depth: 9 | x1
        Info unknown-field short-variants.long-variant:10 | long-variant | x1
        Info unknown-field methylations:11 | methylations | x1
        Info unknown-field ploidy:12 | ploidy | x1
        Info unknown-field nothing:13 | nothing | x1
        Warning missing-field copy-number-alteration[0].type:13 | no type | x1
        Error unreadable-record copy-number-alteration[0]:13 | gene: MYC | x1
    "#]]
    .assert_eq(&(ledger(&draft) + &notes(&draft)));
}

#[test]
fn values_that_cannot_be_are_noted_and_not_used() {
    let odd = variant(&[
        ("allele-fraction", "31.2"),
        ("percent-reads", "131.2"),
        ("depth", "8.5"),
        ("position", "chr99;5"),
        ("gene", "no gene"),
        ("equivocal", "perhaps"),
        ("status", "novel"),
        ("sequencer", "new"),
    ]);
    let other = variant(&[("allele-fraction", "0.10"), ("position", "chr1:-5")]);
    let draft = read(of_variants(&(odd + &other + &other))).unwrap();
    expect![[r#"
        kept 3 of 3 {}
        Info build-assumed - | no genome build, read as GRCh37 | x1
        Info unknown-field short-variant[0].sequencer:8 | sequencer | x1
        Warning bad-locus short-variant[0].position:8 | chr99;5 | x1
        Warning bad-gene short-variant[0].gene:8 | no gene | x1
        Warning out-of-range short-variant[0].allele-fraction:8 | 31.2 | x1
        Warning out-of-range short-variant[0].percent-reads:8 | 131.2 | x1
        Warning not-whole short-variant[0].depth:8 | 8.5 | x1
        Warning unknown-value short-variant[0].status:8 | novel | x1
        Warning wrong-type short-variant[0].equivocal:8 | perhaps | x1
        Warning out-of-range short-variant[1].position:10 | -5 | x2
        Warning inconsistent-depth short-variant[1].percent-reads:10 | allele-fraction 10.0 % and percent-reads 31.2 % | x2
        Warning duplicate-record short-variant[2]:12 | allele-fraction: 0.10, cds-effect: 35G>A, depth: 812, equivocal: false | x1
    "#]].assert_eq(&(ledger(&draft) + &notes(&draft)));
}

#[test]
fn text_with_markup_and_entities_is_kept() {
    let text = of_variants(&variant(&[("gene", "KRAS")]));
    let draft = read(text.replace("35G&gt;A", "35G&#62;A")).unwrap();
    assert_eq!(draft.findings[0].alteration.coding().unwrap().as_str(), "35G>A");
    assert_eq!(
        read(text.replace("35G&gt;A", "35G>A")).unwrap().findings,
        draft.findings,
        "one way or the other"
    );
}

#[test]
fn a_stated_germline_status_is_the_origin() {
    let draft = read(of_variants(
        &(variant(&[("germline-status", "germline")])
            + &variant(&[("germline-status", "somatic"), ("gene", "NRAS")])
            + &variant(&[("germline-status", "ambiguous"), ("gene", "HRAS")])),
    ))
    .unwrap();
    let origins: Vec<Origin> = draft.findings.iter().map(|finding| finding.origin).collect();
    assert_eq!(origins, [Origin::Germline, Origin::Somatic, Origin::Unknown]);
}
