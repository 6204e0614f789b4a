//! What a draft holds of a GenMineTOP report.

use crate::support::{ledger, listing, notes, read, read_with, statements};
use crate::xml::{leaf, leaves, tag};
use entaku_domain::finding::{Alteration, NucleicAcid, Origin, VerbatimField};
use entaku_domain::genome::{BuildSource, GenomeBuild};
use entaku_domain::patient::{DisclosureWish, Sex};
use entaku_intake::{IntakeErrorKind, Options};
use expect_test::expect;

fn items(texts: &[&str]) -> String {
    texts.iter().map(|text| leaf("item", text)).collect()
}

/// A short variant; later fields replace earlier ones.
pub fn variant(changed: &[(&str, &str)]) -> String {
    let mut fields = vec![
        ("gene", "KRAS"),
        ("transcript", "NM_004985"),
        ("locus", "chr12:25245350"),
        ("ref", "C"),
        ("alt", "T"),
        ("cytoband", "12p12.1"),
        ("origin", "somatic"),
        ("ag-class", "1"),
        ("type", "snv"),
        ("coding-dna-alteration", "c.35G>A"),
        ("protein-alteration", "p.G12D"),
        ("allele-frequency", "201/634"),
        ("status", "finding"),
    ];
    for (name, value) in changed {
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some(field) => field.1 = value,
            None => fields.push((name, value)),
        }
    }
    let cited = tag("dbs", &[], tag("clinvar", &[], items(&["https://example.org/12582"])));
    let frequency = tag(
        "minor-allele-frequency",
        &[],
        tag("key", &[("name", "1000genomes")], "0.0002")
            + &leaves(&[("hgvd", "0"), ("tommo-8p3kjpn", "0.0001")]),
    );
    let entry = tag("id", &[], items(&["12582", "99"]))
        + &tag("clinical-significance", &[], items(&["Pathogenic", "Benign"]))
        + &tag("match", &[], items(&["exact"]));
    let relevance = frequency
        + &tag("dbs", &[], tag("clinvar", &[], entry))
        + &tag("content", &[], leaves(&[("pathogenic", "12"), ("benign", "1")]));
    tag("item", &[], leaves(&fields) + &cited + &tag("clinical-relevance", &[], relevance))
}

fn breakpoint(gene: &str, index: &str, chromosome: &str, position: &str) -> String {
    let fields = [
        ("region", "exon"),
        ("index", index),
        ("length", "112"),
        ("gene", gene),
        ("transcript", "NM_1"),
        ("chr", chromosome),
        ("pos", position),
    ];
    tag("item", &[], leaves(&fields))
}

/// One alteration of each further kind.
pub fn other_kinds() -> String {
    let copy = leaves(&[
        ("gene", "ERBB2"),
        ("locus", "chr17:39687914-39730426"),
        ("origin", "somatic"),
        ("type", "cnv-amplification"),
        ("num-copy", "9.4123"),
        ("ratio", "3.9182"),
        ("status", "finding"),
    ]);
    let fusion = tag("gene", &[], items(&["EML4", "ALK"]))
        + &tag("locus", &[], items(&["chr2:42295517", "chr2:29223528"]))
        + &tag(
            "breakpoint",
            &[],
            breakpoint("EML4", "13", "chr2", "42295517") + &breakpoint("ALK", "20", "chr2", "29223528"),
        )
        + &leaves(&[
            ("origin", "somatic"),
            ("type", "fusion"),
            ("num-reads", "642"),
            ("frame", "in-frame"),
            ("status", "finding"),
        ])
        + &tag("num-wt-reads", &[], items(&["10201", "85"]))
        + &tag("id", &[], leaf("vendor", "F0001"));
    let skipping = leaf("gene", "MET")
        + &tag("transcript", &[], items(&["NM_001127500"]))
        + &tag("locus", &[], items(&["chr7:116771976", "chr7:116774880"]))
        + &tag(
            "breakpoint",
            &[],
            breakpoint("MET", "13", "chr7", "116771976") + &breakpoint("MET", "15", "chr7", "116774880"),
        )
        + &leaves(&[
            ("origin", "somatic"),
            ("type", "splicing-variant"),
            ("sv-type", "skipping"),
            ("num-reads", "1812"),
            ("status", "finding"),
        ]);
    let level = tag(
        "reference",
        &[],
        tag(
            "normal-expression",
            &[],
            tag("tpm", &[], leaves(&[("n", "112"), ("mean", "88.1"), ("sd", "41.2")])),
        ),
    );
    let expression = leaves(&[
        ("gene", "MLL2"),
        ("origin", "somatic"),
        ("type", "expression"),
        ("num-reads", "40211"),
        ("tpm", "1523.41"),
        ("status", "finding"),
    ]) + &level;
    [copy, fusion, skipping, expression].iter().map(|content| tag("item", &[], content)).collect()
}

/// A whole file.
pub fn file(wish: &str, alterations: &str) -> String {
    let head = leaf("id", "GM-1")
        + &tag("owner", &[], leaves(&[("hospital", "中央病院"), ("doctor", "主治 医")]))
        + &tag("date", &[], leaves(&[("accepted", "2026-06-18"), ("reported", ""), ("updated", "")]))
        + &tag(
            "patient",
            &[],
            leaves(&[("id", "0012345"), ("sex", "male"), ("age", "63"), ("c-cat-id", "CC-1")]),
        )
        + &tag("specimen", &[], leaves(&[("id", "SP-1"), ("pathology", "Adenocarcinoma")]))
        + &tag("preference", &[], leaves(&[("germline-disclosure", wish), ("delivery", "")]))
        + &tag("test", &[], leaf("type", "todai-oncopanel") + &tag("panel", &[], items(&["TDv6", "TRv6"])));
    let reference = tag("db", &[], tag("item", &[], leaves(&[("name", "ClinVar"), ("version", "202601")])))
        + &tag("program", &[], tag("item", &[], leaves(&[("name", "caller"), ("version", "1.2")])));
    let tmb = tag(
        "tmb",
        &[],
        tag(
            "exon",
            &[],
            leaves(&[
                ("num-non-synonymous-alterations", "5"),
                ("frequency-non-synonymous-alterations", "3.412884"),
            ]),
        ),
    );
    let msi = tag("msi", &[], tag("score", &[], leaf("value", "0.8")) + &leaf("status", "stable"));
    let signature = tag("signature", &[], tag("values", &[], items(&["0.1", "0.9"])));
    let result = leaf("reference-genome", "hg38")
        + &tag("marker", &[], tmb + &msi + &signature)
        + &tag("alterations", &[], alterations);
    let sequenced = |id: &str, status: &str| {
        leaves(&[("id", id), ("status", status)]) + &tag("mean-depth", &[], leaf("value", "512.5"))
    };
    let measure = |value: &str| leaves(&[("value", value), ("unit", "percentage")]);
    let qc =
        tag("tumor-content", &[], tag("estimated", &[], measure("45")) + &tag("nuclei", &[], measure("50")))
            + &tag(
                "sequence",
                &[],
                tag("normal", &[], tag("dna", &[], sequenced("N-1", "passed")))
                    + &tag(
                        "tumor",
                        &[],
                        tag("dna", &[], sequenced("T-1", "passed"))
                            + &tag("rna", &[], sequenced("R-1", "failed")),
                    )
                    + &tag("snp-correlation", &[], leaf("value", "0.99")),
            );
    let report = head + &tag("reference", &[], reference) + &tag("result", &[], result) + &tag("qc", &[], qc);
    let root = leaves(&[("version", "2"), ("vendor-id", "todai-oncopanel"), ("target", "")])
        + &tag("report", &[], report)
        + &tag("input", &[], tag("options", &[], leaf("genome-version", "hg38")));
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", tag("root", &[], root))
}

#[test]
fn every_kind_of_record_becomes_a_finding() {
    let draft = read(file("true", &(variant(&[]) + &other_kinds()))).unwrap();
    assert_eq!((draft.file.format.as_str(), draft.file.format_version.as_deref()), ("GenMineTOP", Some("2")));
    expect![[r#"
        marker.tmb[0] Biomarker | TMB | 3.413 mutations/Mb, 5 alterations | -
        marker.msi[0] Biomarker | MSI | stable (0.8) | -
        marker.signature[0] Biomarker | signature | 0.1, 0.9 | -
        alterations[0] ShortVariant | KRAS | p.G12D | finding, ag-class 1
        alterations[1] CopyNumber | ERBB2 | amplification (9.412 copy number, 3.918 ratio) | finding
        alterations[2] Rearrangement | EML4::ALK | EML4 exon 13 – ALK exon 20 (fusion) | finding
        alterations[3] Rearrangement | MET | MET exon 13 – MET exon 15 (splicing-variant: skipping) | finding
        alterations[4] Expression | KMT2D | 1523.41 TPM, 40211 reads, 88.1 TPM (normal tissue, mean), 41.2 TPM (normal tissue, SD), 112 normal samples | finding
        kept 8 of 8 {}
        Warning quality-status qc.sequence.tumor.rna.status:192 | failed | x1
        Info gene-renamed alterations[4].gene:158 | MLL2 → KMT2D | x1
    "#]].assert_eq(&(listing(&draft) + &ledger(&draft) + &notes(&draft)));
}

#[test]
fn a_short_variant_keeps_place_alleles_and_reads() {
    let draft = read(file("true", &variant(&[]))).unwrap();
    let finding = draft.findings.iter().find(|finding| finding.item == "alterations[0]").unwrap();
    let Alteration::ShortVariant(v) = &finding.alteration else { panic!("a short variant") };
    assert_eq!(v.genomic_change(), "12:25245350 C>T");
    assert_eq!((v.alternate_depth, v.depth), (Some(201), Some(634)));
    assert!((v.vaf.unwrap().fraction() - 201.0 / 634.0).abs() < 1e-12);
    assert_eq!((finding.origin, finding.nucleic_acid), (Origin::Somatic, Some(NucleicAcid::Dna)));
    for (path, written) in
        [("allele-frequency", "201/634"), ("clinical-relevance.dbs.clinvar.id.item[1]", "99")]
    {
        assert!(finding.verbatim.contains(&VerbatimField(path.into(), written.into())), "{path}");
    }
}

#[test]
fn germline_origin_is_kept_for_every_record_that_states_it() {
    let germline =
        variant(&[("gene", "BRCA1"), ("origin", "germline"), ("protein-alteration", "p.Gln1756ProfsTer74")]);
    let draft =
        read(file("false", &(variant(&[]) + &germline + &variant(&[("origin", "acquired")])))).unwrap();
    let origins: Vec<Origin> = draft.findings.iter().skip(3).map(|finding| finding.origin).collect();
    assert_eq!(
        origins,
        [Origin::Somatic, Origin::Germline, Origin::Unknown],
        "a finding beside others keeps its own origin"
    );
    assert_eq!(draft.findings[4].alteration.protein().unwrap().protein_key(), "Q1756fs*74");
}

#[test]
fn the_wish_is_proposed_and_never_guessed() {
    for (written, wish) in [
        ("true", DisclosureWish::Wants),
        ("false", DisclosureWish::Refuses),
        ("", DisclosureWish::NotAsked),
        ("later", DisclosureWish::NotAsked),
    ] {
        let draft = read(file(written, "")).unwrap();
        assert_eq!(draft.proposed.unwrap().disclosure.wish, wish, "{written}");
    }
}

#[test]
fn patient_test_and_samples_are_read() {
    let draft = read(file("true", "")).unwrap();
    let details = draft.proposed.as_ref().unwrap();
    assert_eq!(details.patient.ccat_id.as_ref().unwrap().as_str(), "CC-1");
    assert_eq!((details.patient.sex, details.patient.age), (Sex::Male, Some(63)));
    assert_eq!(details.specimen.tumour_content, Some(50));
    assert_eq!(details.clinical.pathology.as_ref().unwrap().as_str(), "Adenocarcinoma");
    let test = &draft.test;
    assert_eq!(test.test_id.as_deref(), Some("GM-1"));
    assert_eq!(test.panel_version.as_deref(), Some("TDv6, TRv6"));
    assert_eq!(test.software.as_deref(), Some("caller 1.2"));
    let samples: Vec<_> =
        test.samples.iter().map(|s| (s.item.as_str(), s.is_tumour, s.nucleic_acid, s.mean_depth)).collect();
    assert_eq!(
        samples,
        [
            ("T-1", Some(true), Some(NucleicAcid::Dna), Some(512.5)),
            ("R-1", Some(true), Some(NucleicAcid::Rna), Some(512.5)),
            ("N-1", Some(false), Some(NucleicAcid::Dna), Some(512.5))
        ]
    );
}

#[test]
fn what_the_laboratory_cites_is_tied_to_its_finding() {
    let draft = read(file("true", &variant(&[]))).unwrap();
    expect![[r#"
        Evidence KRAS alterations[0] | clinvar https://example.org/12582 | #text=https://example.org/12582
        Evidence KRAS alterations[0] | minor-allele-frequency: 1000genomes 0.0002, hgvd 0, tommo-8p3kjpn 0.0001 | key.name=1000genomes; key=0.0002; hgvd=0; tommo-8p3kjpn=0.0001
        Evidence KRAS alterations[0] | clinvar 12582: Pathogenic (exact) | #text=12582
        Evidence KRAS alterations[0] | clinvar 99: Benign | #text=99
        Evidence KRAS alterations[0] | content: pathogenic 12, benign 1 | pathogenic=12; benign=1
        Remark -  | date: accepted 2026-06-18 | accepted=2026-06-18; reported=; updated=
        Remark -  | specimen: id SP-1, pathology Adenocarcinoma | id=SP-1; pathology=Adenocarcinoma
        Remark -  | db ClinVar · 202601 | name=ClinVar; version=202601
        Remark -  | program caller · 1.2 | name=caller; version=1.2
        Quality -  | tumor-content estimated: 45 · percentage | value=45; unit=percentage
        Quality -  | tumor-content nuclei: 50 · percentage | value=50; unit=percentage
        Quality -  | sequence normal dna: passed | id=N-1; status=passed; mean-depth.value=512.5
        Quality -  | sequence tumor dna: passed | id=T-1; status=passed; mean-depth.value=512.5
        Quality -  | sequence tumor rna: failed | id=R-1; status=failed; mean-depth.value=512.5
        Quality -  | sequence snp-correlation: 0.99 | value=0.99
        Remark -  | input: options hg38 | options.genome-version=hg38
    "#]].assert_eq(&statements(&draft));
}

#[test]
fn empty_lists_say_nothing() {
    let text = file("true", &variant(&[]))
        .replace("https://example.org/12582", "")
        .replace("<id><item>12582</item>\n<item>99</item>\n</id>", "<id><item/></id>")
        .replace("<item>Pathogenic</item>\n<item>Benign</item>\n", "");
    let draft = read(text).unwrap();
    let cited: Vec<&str> = draft
        .statements
        .iter()
        .filter(|statement| !statement.about.is_empty())
        .map(|statement| statement.text.as_str())
        .collect();
    assert_eq!(
        cited,
        [
            "minor-allele-frequency: 1000genomes 0.0002, hgvd 0, tommo-8p3kjpn 0.0001",
            "content: pathogenic 12, benign 1"
        ]
    );
}

#[test]
fn the_build_is_the_files_word() {
    let text = file("true", &variant(&[]));
    let draft = read(&text).unwrap();
    assert_eq!((&draft.assembly.name, draft.assembly.source), (&GenomeBuild::Grch38, BuildSource::File));
    let other = read(text.replace("<genome-version>hg38", "<genome-version>hg19")).unwrap();
    assert_eq!(other.assembly.name, GenomeBuild::Grch38, "the word of the result");
    assert!(other.notes.iter().any(|note| note.code == "build-conflict"));
    let options = Options { assembly: Some(GenomeBuild::Grch37), ..Options::default() };
    assert!(read_with(&text, &options).unwrap().notes.iter().any(|note| note.code == "build-conflict"));
}

#[test]
fn records_with_faults_are_kept_or_accounted_for() {
    let odd = variant(&[
        ("allele-frequency", "700/634"),
        ("locus", "12-25245350"),
        ("ref", "c"),
        ("alt", "T!"),
        ("status", "rumour"),
        ("novelty", "1"),
    ]);
    let empty = tag("item", &[], leaves(&[("type", "snv"), ("origin", "somatic")]));
    let unknown = tag("item", &[], leaves(&[("type", "methylation"), ("gene", "MGMT")]));
    let nameless = tag("item", &[], leaf("gene", "TP53"));
    let one_sided = tag(
        "item",
        &[],
        leaves(&[("type", "fusion"), ("gene", "ALK"), ("origin", "somatic"), ("locus", "chr2:29223528")]),
    );
    let stranger = tag("entry", &[], leaf("gene", "TP53"));
    let draft = read(file("true", &(odd + &empty + &unknown + &nameless + &one_sided + &stranger))).unwrap();
    expect![[r#"
        marker.tmb[0] Biomarker | TMB | 3.413 mutations/Mb, 5 alterations | -
        marker.msi[0] Biomarker | MSI | stable (0.8) | -
        marker.signature[0] Biomarker | signature | 0.1, 0.9 | -
        alterations[0] ShortVariant | KRAS | p.G12D | rumour, ag-class 1
        alterations[4] Rearrangement | ALK | fusion | -
        kept 5 of 9 {"unreadable": 2, "unsupported": 2}
        Warning quality-status qc.sequence.tumor.rna.status:124 | failed | x1
        Info unknown-field alterations[0].novelty:65 | novelty | x1
        Warning bad-locus alterations[0].locus:54 | 12-25245350 | x1
        Warning inconsistent-depth alterations[0].allele-frequency:63 | 700/634 | x1
        Info allele-case alterations[0].ref:55 | c | x1
        Warning bad-allele alterations[0].alt:56 | T! | x1
        Warning unknown-value alterations[0].status:64 | rumour | x1
        Error unreadable-record alterations[1]:88 | type: snv, origin: somatic | x2
        Warning unknown-value alterations[2].type:91 | methylation | x1
        Warning missing-field alterations[3].type:94 | no type | x1
        Warning breakend-count alterations[4].breakpoint:96 | 1 breakpoints | x1
        Info unknown-field alterations[5].entry:101 | entry | x1
    "#]]
    .assert_eq(&(listing(&draft) + &ledger(&draft) + &notes(&draft)));
}

#[test]
fn what_the_format_does_not_know_is_noted_and_kept() {
    let text = file("true", "")
        .replace("<delivery/>", "<delivery>post</delivery>")
        .replace(
            "<reference-genome>",
            "<hla><item>A*01:01</item><item>A*02:01</item></hla><reference-genome>",
        )
        .replace("<qc>", "<notice>read this</notice><qc>")
        .replace("<target/>", "<target>x</target><novelty>y</novelty>");
    let draft = read(text).unwrap();
    expect![[r#"
        kept 3 of 5 {"unsupported": 2}
        Warning quality-status qc.sequence.tumor.rna.status:73 | failed | x1
        Info unknown-field result.hla:38 | hla | x1
        Info unknown-field notice:54 | notice | x1
        Info unknown-field novelty:4 | novelty | x1
        Remark -  | date: accepted 2026-06-18 | accepted=2026-06-18; reported=; updated=
        Remark -  | specimen: id SP-1, pathology Adenocarcinoma | id=SP-1; pathology=Adenocarcinoma
        Remark -  | delivery post | #text=post
        Remark -  | db ClinVar · 202601 | name=ClinVar; version=202601
        Remark -  | program caller · 1.2 | name=caller; version=1.2
        Remark -  | notice read this | #text=read this
        Quality -  | tumor-content estimated: 45 · percentage | value=45; unit=percentage
        Quality -  | tumor-content nuclei: 50 · percentage | value=50; unit=percentage
        Quality -  | sequence normal dna: passed | id=N-1; status=passed; mean-depth.value=512.5
        Quality -  | sequence tumor dna: passed | id=T-1; status=passed; mean-depth.value=512.5
        Quality -  | sequence tumor rna: failed | id=R-1; status=failed; mean-depth.value=512.5
        Quality -  | sequence snp-correlation: 0.99 | value=0.99
        Remark -  | target x | #text=x
        Remark -  | novelty y | #text=y
        Remark -  | input: options hg38 | options.genome-version=hg38
    "#]]
    .assert_eq(&(ledger(&draft) + &notes(&draft) + &statements(&draft)));
}

#[test]
fn a_document_without_report_is_refused() {
    let error = read("<root><vendor-id>todai-oncopanel</vendor-id></root>").unwrap_err();
    assert_eq!(error.kind, IntakeErrorKind::Damaged);
}
