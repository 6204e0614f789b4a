//! What a draft holds of a CATS file.

use crate::support::{read, read_with};
use entaku_domain::draft::Hide;
use entaku_domain::finding::{Alteration, NucleicAcid, Origin, VerbatimField};
use entaku_domain::genome::{BuildSource, GenomeBuild};
use entaku_intake::{IntakeErrorKind, Limits, Options};
use serde_json::{Value, json};

/// A sound file of version 1.2.1 around the given parts.
pub fn file(parts: Value) -> Value {
    let mut file = json!({
        "metaData": {"schemaVersion": "1.2.1", "referenceGenome": {"grcRelease": "GRCh38"}},
        "testInfo": {"testId": "T1", "testType": "tumor-only", "panelName": "Panel", "panelVersion": "2"},
        "sequencingSamples": [
            {"itemId": "s-dna", "tumorOrNormal": "tumor", "nucleicAcid": "DNA"},
            {"itemId": "s-rna", "tumorOrNormal": "tumor", "nucleicAcid": "RNA"}
        ]
    });
    for (name, part) in parts.as_object().unwrap() {
        file[name] = part.clone();
    }
    file
}

/// A sound short variant.
pub fn variant() -> Value {
    json!({
        "itemId": "v1", "chromosome": "7", "position": 55259515, "referenceAllele": "T", "alternateAllele": "G",
        "alternateAlleleFrequency": 0.382, "totalReadDepth": 500, "alternateAlleleReadDepth": 191,
        "transcripts": [{"transcriptId": "NM_005228.5", "transcriptDatabaseName": "RefSeq", "geneSymbol": "EGFR",
            "cdsChange": "c.2573T>G", "aminoAcidsChange": "p.L858R", "calculatedEffects": ["missense_variant"]}],
        "sampleItemId": "s-dna", "variantOrigin": "somatic", "matched": true, "reported": true
    })
}

#[test]
fn a_sound_variant_is_read_without_a_note() {
    let draft = read(file(json!({"variants": {"shortVariants": [variant()]}})).to_string()).unwrap();
    assert_eq!(draft.notes, [], "the file keeps to the format");
    let finding = &draft.findings[0];
    let Alteration::ShortVariant(v) = &finding.alteration else { panic!("a short variant") };
    assert_eq!(v.genomic_change(), "7:55259515 T>G");
    assert_eq!(v.vaf.unwrap().fraction(), 0.382);
    assert_eq!((v.depth, v.alternate_depth), (Some(500), Some(191)));
    assert_eq!(v.transcripts[0].gene.as_ref().unwrap().as_str(), "EGFR");
    assert_eq!(
        (finding.item.as_str(), finding.origin, finding.reported),
        ("v1", Origin::Somatic, Some(true))
    );
    assert_eq!((finding.sample.as_deref(), finding.nucleic_acid), (Some("s-dna"), Some(NucleicAcid::Dna)));
    assert_eq!(finding.laboratory_verdict, None, "the format has no field for a verdict");
}

#[test]
fn the_record_is_kept_as_written_with_numbers_and_unknown_fields() {
    let text = file(json!({"variants": {"shortVariants": [variant()]}}))
        .to_string()
        .replace("0.382", "0.3820")
        .replace("\"matched\":true", "\"cosmic\":{\"id\":null,\"hits\":[]}");
    let draft = read(text).unwrap();
    let verbatim = &draft.findings[0].verbatim;
    for (path, written) in [
        ("alternateAlleleFrequency", "0.3820"),
        ("transcripts[0].calculatedEffects[0]", "missense_variant"),
        ("cosmic.id", "null"),
        ("cosmic.hits", "[]"),
    ] {
        let field = VerbatimField(path.to_owned(), written.to_owned());
        assert!(verbatim.contains(&field), "{path} in {verbatim:?}");
    }
    assert_eq!(draft.notes[0].code, "unknown-field");
}

#[test]
fn findings_keep_the_order_of_the_file_within_their_kind() {
    let biomarker = |id: &str| json!({"itemId": id, "biomarkerType": "MSI", "state": "stable", "sampleItemId": "s-dna", "reported": true});
    let text = file(json!({
        "nonHumanContents": [{"itemId": "n", "organism": "HPV-16", "sampleItemId": "s-dna", "reported": true}],
        "expressions": [{"itemId": "e", "transcripts": [{"geneSymbol": "MET"}], "sampleItemId": "s-rna", "reported": true,
            "expressionLevelMetrics": [{"value": 28.24, "unit": "TPM"}]}],
        "otherBiomarkers": [biomarker("b2"), biomarker("b1")],
        "compositeBiomarkers": [{"itemId": "c", "componentItemIds": ["b1", "b2"], "biomarkerNames": ["HRD"], "reported": false}],
        "variants": {
            "copyNumberAlterations": [{"itemId": "a", "copyNumberAlterationType": "amplification", "transcripts": [{"geneSymbol": "ERBB2"}],
                "copyNumberMetrics": [{"value": 12, "unit": "copy number"}], "sampleItemId": "s-dna", "reported": true}],
            "shortVariants": [variant()]
        }
    }));
    let draft = read(text.to_string()).unwrap();
    let items: Vec<&str> = draft.findings.iter().map(|finding| finding.item.as_str()).collect();
    assert_eq!(items, ["v1", "a", "b2", "b1", "c", "e", "n"]);
    assert_eq!(draft.notes, [], "all kinds keep to the format");
    assert_eq!(draft.findings[5].nucleic_acid, Some(NucleicAcid::Rna), "from the sample it names");
}

#[test]
fn a_fusion_has_two_breakends_and_its_partners_in_order() {
    let side = |chromosome: &str, at: u32, gene: &str, mate: &str| {
        json!({"chromosome": chromosome, "startPosition": at, "endPosition": at + 5, "matePieceLocation": mate,
            "transcripts": [{"geneSymbol": gene}]})
    };
    let text = file(json!({"variants": {"rearrangements": [{
        "itemId": "r", "breakends": [side("2", 42510050, "EML4", "downstream"), side("2", 29445240, "ALK", "upstream")],
        "orderedGenePairs": [["EML4", "ALK"]], "rearrangementType": "gene fusion", "rearrangementNames": ["EML4-ALK"],
        "supportingReadCount": 30, "totalReadCount": 430, "sampleItemId": "s-rna", "variantOrigin": "somatic", "reported": true
    }]}}));
    let draft = read(text.to_string()).unwrap();
    assert_eq!(draft.notes, []);
    let Alteration::Rearrangement(r) = &draft.findings[0].alteration else { panic!("a rearrangement") };
    assert_eq!(draft.findings[0].alteration.subject(), "EML4::ALK");
    let second = r.breakends.1.as_ref().unwrap();
    assert_eq!((second.start.unwrap().get(), second.mate_piece.as_deref()), (29445240, Some("upstream")));
    assert_eq!((r.supporting_reads, r.total_reads), (Some(30), Some(430)));
}

#[test]
fn a_file_of_version_1_0_is_read_with_its_old_names() {
    let text = json!({
        "metaData": {"schemaVersion": "1.0", "referenceGenome": {"name": "GRCh37", "patch": "p13"}},
        "testInfo": {"testId": "T1", "testType": "tumor-only", "panelName": "Panel", "panelVersion": "2"},
        "sequencingSamples": [{"itemId": "s", "tumorOrNormal": "tumor", "testMethod": "RNA-seq"}],
        "variants": {"rearrangements": [{
            "itemId": "r", "testMethod": "RNA-seq", "variantOrigin": "somatic", "reported": true,
            "rearrangementType": "frameshift gene fusion", "genePairs": ["HLA-A-ROS1"],
            "breakends": [
                {"chromosome": "6", "startPosition": 1, "endPosition": 1, "transcripts": [{"geneSymbol": "HLA-A"}]},
                {"chromosome": "6", "startPosition": 9, "endPosition": 9, "transcripts": [{"geneSymbol": "ROS1"}]}
            ]
        }]}
    });
    let draft = read(text.to_string()).unwrap();
    assert_eq!(draft.assembly.name, GenomeBuild::Grch37);
    let finding = &draft.findings[0];
    assert_eq!(finding.nucleic_acid, Some(NucleicAcid::Rna), "from testMethod");
    let Alteration::Rearrangement(r) = &finding.alteration else { panic!("a rearrangement") };
    assert_eq!(r.alteration, "gene fusion and frameshift variant");
    assert_eq!(finding.alteration.subject(), "HLA-A::ROS1", "the breakends tell where HLA-A ends");
    assert!(draft.notes.iter().all(|note| note.code.starts_with("old-")), "{:?}", draft.notes);
}

#[test]
fn wishes_to_hide_and_remarks_come_with_the_draft() {
    let text = file(json!({"metaData": {
        "schemaVersion": "1.2.1", "referenceGenome": {"grcRelease": "GRCh38"},
        "configOptions": {"hideAlleleFrequency": true, "hideTmbValue": false, "typeLabelsInterpretedAsKbLoss": []},
        "comments": [{"itemIds": ["v1", "v2"], "contents": ["検体の品質に注意", "second"]}]
    }}));
    let draft = read(text.to_string()).unwrap();
    assert_eq!(draft.hide, Hide { allele_frequency: true, ..Hide::default() });
    assert_eq!(draft.comments, ["v1, v2: 検体の品質に注意", "v1, v2: second"]);
    assert_eq!(draft.notes, []);
}

#[test]
fn the_person_names_the_build_only_where_the_file_does_not() {
    let options = Options { assembly: Some(GenomeBuild::Grch37), ..Options::default() };
    let stated = read_with(file(json!({})).to_string(), &options).unwrap();
    assert_eq!((&stated.assembly.name, stated.assembly.source), (&GenomeBuild::Grch38, BuildSource::File));
    assert_eq!(stated.notes[0].code, "build-conflict");
    let silent = file(json!({"metaData": {"schemaVersion": "1.2.1", "referenceGenome": {}}}));
    let named = read_with(silent.to_string(), &options).unwrap();
    assert_eq!((&named.assembly.name, named.assembly.source), (&GenomeBuild::Grch37, BuildSource::Person));
}

#[test]
fn records_beyond_the_limit_of_a_case_are_set_aside_and_counted() {
    let variants: Vec<Value> = (0..5)
        .map(|i| {
            let mut v = variant();
            v["itemId"] = json!(format!("v{i}"));
            v
        })
        .collect();
    let options = Options { limits: Limits { findings: 3, ..Limits::default() }, ..Options::default() };
    let draft =
        read_with(file(json!({"variants": {"shortVariants": variants}})).to_string(), &options).unwrap();
    assert_eq!(draft.findings.len(), 3);
    assert_eq!(draft.ledger.by_reason["tooMany"], 2);
    assert_eq!(draft.set_aside[0].record, "EGFR p.L858R", "people can see which one");
}

#[test]
fn what_is_no_report_is_refused_with_the_reason() {
    for (bytes, kind) in [
        (&b""[..], IntakeErrorKind::Empty),
        (b"  \n", IntakeErrorKind::Empty),
        (b"[1,2,3]", IntakeErrorKind::UnknownFormat),
        (b"{\"a\":1}", IntakeErrorKind::UnknownFormat),
        (b"PK\x03\x04 zip", IntakeErrorKind::Damaged),
        (b"\x00\x01\x02\x03", IntakeErrorKind::UnknownFormat),
        (b"{\"metaData\":{\"schemaVersion\":", IntakeErrorKind::Damaged),
        (b"{\"metaData\":\"\x94\x78\x91\x42\"}", IntakeErrorKind::Encoding),
    ] {
        let error = read(bytes).unwrap_err();
        assert_eq!(error.kind, kind, "{error}");
        assert!(error.to_string().starts_with("test.file"), "the message names the file: {error}");
    }
    let deep = format!("{{\"metaData\":{}", "[".repeat(100_000));
    assert_eq!(read(deep).unwrap_err().kind, IntakeErrorKind::TooLarge);
    let options = Options { limits: Limits { json_bytes: 10, ..Limits::default() }, ..Options::default() };
    assert_eq!(read_with(file(json!({})).to_string(), &options).unwrap_err().kind, IntakeErrorKind::TooLarge);
}

#[test]
fn a_person_can_stop_a_reading() {
    let mut stop = |_| std::ops::ControlFlow::Break(());
    let text = file(json!({})).to_string();
    let error = entaku_intake::read("a", text.as_bytes(), &Options::default(), &mut stop).unwrap_err();
    assert_eq!(error.kind, IntakeErrorKind::Cancelled);
}
