//! Each deviation from the format is one note, and no deviation loses a usable record.

use crate::cats::{file, variant};
use crate::support::{notes, read};
use expect_test::{Expect, expect};
use serde_json::{Value, json};

/// Reads a file with one short variant after `change` and compares the notes.
fn check(change: impl FnOnce(&mut Value), expected: Expect) {
    let mut variant = variant();
    change(&mut variant);
    let draft = read(file(json!({"variants": {"shortVariants": [variant]}})).to_string()).unwrap();
    let kept = format!("kept {} of {}\n", draft.ledger.kept, draft.ledger.read);
    expected.assert_eq(&(kept + &notes(&draft)));
}

#[test]
fn a_variant_without_frequency_is_kept() {
    check(
        |v| {
            v.as_object_mut().unwrap().remove("alternateAlleleFrequency");
        },
        expect![[r#"
            kept 1 of 1
            Warning missing-field variants.shortVariants[0].alternateAlleleFrequency:1 | no alternateAlleleFrequency | x1
        "#]],
    );
}

#[test]
fn a_percentage_is_not_taken_for_a_fraction() {
    check(
        |v| v["alternateAlleleFrequency"] = json!(38.2),
        expect![[r#"
        kept 1 of 1
        Warning out-of-range variants.shortVariants[0].alternateAlleleFrequency:1 | 38.2 | x1
    "#]],
    );
}

#[test]
fn a_number_within_a_text_is_read() {
    check(
        |v| v["position"] = json!("55259515"),
        expect![[r#"
        kept 1 of 1
        Warning wrong-type variants.shortVariants[0].position:1 | "55259515" | x1
    "#]],
    );
}

#[test]
fn a_read_count_with_decimals_is_not_rounded() {
    check(
        |v| v["alternateAlleleReadDepth"] = json!(15.9),
        expect![[r#"
        kept 1 of 1
        Warning not-whole variants.shortVariants[0].alternateAlleleReadDepth:1 | 15.9 | x1
    "#]],
    );
}

#[test]
fn positions_out_of_range_are_not_used() {
    check(
        |v| v["position"] = json!(-5),
        expect![[r#"
        kept 1 of 1
        Warning out-of-range variants.shortVariants[0].position:1 | -5 | x1
    "#]],
    );
    check(
        |v| v["position"] = json!(1e30),
        expect![[r#"
        kept 1 of 1
        Warning out-of-range variants.shortVariants[0].position:1 | 1000000000000000000000000000000 | x1
    "#]],
    );
}

#[test]
fn alleles_with_other_letters_are_not_used() {
    check(
        |v| {
            v["referenceAllele"] = json!("T-");
            v["alternateAllele"] = json!("g");
        },
        expect![[r#"
            kept 1 of 1
            Warning bad-allele variants.shortVariants[0].referenceAllele:1 | T- | x1
            Info allele-case variants.shortVariants[0].alternateAllele:1 | g | x1
        "#]],
    );
}

#[test]
fn a_prefixed_chromosome_is_read() {
    check(
        |v| v["chromosome"] = json!("chr7"),
        expect![[r#"
        kept 1 of 1
        Info chromosome-prefix variants.shortVariants[0].chromosome:1 | chr7 | x1
    "#]],
    );
}

#[test]
fn an_unknown_sample_is_noted() {
    check(
        |v| v["sampleItemId"] = json!("nobody"),
        expect![[r#"
        kept 1 of 1
        Warning unknown-sample variants.shortVariants[0].sampleItemId:1 | nobody | x1
    "#]],
    );
}

#[test]
fn words_the_format_does_not_know_are_kept() {
    check(
        |v| {
            v["variantOrigin"] = json!("acquired");
            v["variantType"] = json!("SNP");
        },
        expect![[r#"
            kept 1 of 1
            Warning unknown-value variants.shortVariants[0].variantType:1 | SNP | x1
            Warning unknown-value variants.shortVariants[0].variantOrigin:1 | acquired | x1
        "#]],
    );
}

#[test]
fn a_record_without_place_and_gene_is_set_aside() {
    check(
        |v| *v = json!({"itemId": "x", "alternateAlleleFrequency": 0.1}),
        expect![[r#"
        kept 0 of 1
        Warning missing-field variants.shortVariants[0].chromosome:1 | no chromosome | x1
        Warning missing-field variants.shortVariants[0].position:1 | no position | x1
        Warning missing-field variants.shortVariants[0].referenceAllele:1 | no referenceAllele | x1
        Warning missing-field variants.shortVariants[0].alternateAllele:1 | no alternateAllele | x1
        Warning missing-field variants.shortVariants[0].transcripts:1 | no transcripts | x1
        Error unreadable-record variants.shortVariants[0]:1 | alternateAlleleFrequency: 0.1, itemId: "x" | x1
    "#]],
    );
    check(
        |v| *v = json!(null),
        expect![[r#"
        kept 0 of 1
        Warning wrong-type variants.shortVariants[0]:1 | null | x1
        Error unreadable-record variants.shortVariants[0]:1 | null | x1
    "#]],
    );
}

fn check_file(parts: Value, expected: Expect) {
    let draft = read(file(parts).to_string()).unwrap();
    let kept = format!("kept {} of {} {:?}\n", draft.ledger.kept, draft.ledger.read, draft.ledger.by_reason);
    expected.assert_eq(&(kept + &notes(&draft)));
}

#[test]
fn an_equal_record_with_the_same_id_counts_once_and_a_different_one_is_kept() {
    let mut other = variant();
    other["position"] = json!(1);
    check_file(
        json!({"variants": {"shortVariants": [variant(), variant(), other]}}),
        expect![[r#"
        kept 2 of 3 {"duplicateItem": 1}
        Warning item-id-clash variants.shortVariants[2]:1 | v1 | x1
    "#]],
    );
}

#[test]
fn old_units_and_written_nulls_are_understood() {
    check_file(
        json!({
            "variants": {"copyNumberAlterations": [
                {"itemId": "a", "copyNumberAlterationType": "loss", "transcripts": [{"geneSymbol": "MTAP"}],
                 "copyNumberMetrics": [{"value": 0.0, "unit": "absolute copy number"}], "sampleItemId": "s-dna", "reported": true},
                {"itemId": "b", "copyNumberAlterationType": "loss", "transcripts": [{"geneSymbol": "CDKN2A"}],
                 "copyNumberMetrics": [{"value": "NaN", "unit": "copies"}], "sampleItemId": "s-dna", "reported": true}
            ]},
            "otherBiomarkers": [{"itemId": "m", "biomarkerType": "MSI", "state": "null", "sampleItemId": "s-dna", "reported": true,
                "biomarkerMetrics": [{"value": 2, "unit": null}]}]
        }),
        expect![[r#"
            kept 3 of 3 {}
            Info unit-renamed variants.copyNumberAlterations[0].copyNumberMetrics[0].unit:1 | absolute copy number | x1
            Warning wrong-type variants.copyNumberAlterations[1].copyNumberMetrics[0].value:1 | "NaN" | x1
            Warning not-finite variants.copyNumberAlterations[1].copyNumberMetrics[0].value:1 | NaN | x1
            Info state-null otherBiomarkers[0].state:1 | "null" | x1
            Warning missing-field otherBiomarkers[0].biomarkerMetrics[0].metricType:1 | no metricType | x1
        "#]],
    );
}

#[test]
fn fusions_are_checked_as_the_official_validator_does() {
    let side = |gene: &str| json!({"chromosome": "2", "startPosition": 1, "endPosition": 1, "transcripts": [{"geneSymbol": gene}]});
    let fusion = |id: &str, pairs: Value| {
        json!({"itemId": id, "breakends": [side("EML4"), side("ALK")], "orderedGenePairs": pairs, "rearrangementType": "gene fusion",
            "sampleItemId": "s-rna", "reported": true})
    };
    let silent = json!({"itemId": "d", "breakends": [{"chromosome": "2", "startPosition": 1, "endPosition": 1, "transcripts": [{"geneSymbol": null}]}],
        "rearrangementType": "FUSION?", "sampleItemId": "s-rna", "reported": true});
    check_file(
        json!({"variants": {"rearrangements": [
            fusion("ok", json!([["EML4", "ALK"]])), fusion("same", json!([["ALK", "ALK"]])),
            fusion("else", json!([["EML4", "RET"]])), fusion("odd", json!(["EML4-ALK"])), silent
        ]}}),
        expect![[r#"
            kept 5 of 5 {}
            Warning fusion-same-gene variants.rearrangements[1].orderedGenePairs:1 | ALK | x1
            Warning fusion-not-on-breakends variants.rearrangements[2].orderedGenePairs:1 | EML4::RET | x1
            Warning bad-gene-pair variants.rearrangements[3].orderedGenePairs:1 | "EML4-ALK" | x1
            Info fusion-no-pair variants.rearrangements[3].orderedGenePairs:1 | no gene pair | x1
            Warning unknown-value variants.rearrangements[4].rearrangementType:1 | FUSION? | x1
            Warning breakend-count variants.rearrangements[4].breakends:1 | 1 breakends | x1
            Warning no-gene variants.rearrangements[4].breakends:1 | no gene | x1
        "#]],
    );
}

#[test]
fn lists_the_format_does_not_know_are_accounted_for() {
    check_file(
        json!({"variants": {"shortVariants": variant(), "mobileElements": [{"id": 1}, {"id": 2}]}, "methylations": [{"a": 1}]}),
        expect![[r#"
            kept 1 of 4 {"unsupported": 3}
            Info unknown-field methylations:1 | methylations | x1
            Warning wrong-type variants.shortVariants:1 | an object of 13 fields | x1
            Info unknown-field variants.mobileElements:1 | mobileElements | x1
        "#]],
    );
}

#[test]
fn heads_with_faults_are_read_as_far_as_they_go() {
    check_file(
        json!({
            "metaData": {"schemaVersion": "2.0.0", "referenceGenome": {"grcRelease": "T2T"}, "configOptions": {"hideMsiValue": "perhaps"}},
            "testInfo": {"testId": 12, "testType": "tumour", "panelName": ""},
            "sequencingSamples": [{"itemId": "s-dna", "nucleicAcid": "protein", "meanReadDepth": -1}, 5]
        }),
        expect![[r#"
            kept 0 of 0 {}
            Warning newer-version metaData.schemaVersion:1 | 2.0.0 | x1
            Warning unknown-build metaData.referenceGenome.grcRelease:1 | T2T | x1
            Warning wrong-type metaData.configOptions.hideMsiValue:1 | "perhaps" | x1
            Warning wrong-type testInfo.testId:1 | 12 | x1
            Warning empty-field testInfo.panelName:1 | panelName is empty | x1
            Warning missing-field testInfo.panelVersion:1 | no panelVersion | x1
            Warning unknown-value testInfo.testType:1 | tumour | x1
            Warning missing-field sequencingSamples[0].tumorOrNormal:1 | no tumorOrNormal | x1
            Warning out-of-range sequencingSamples[0].meanReadDepth:1 | -1 | x1
            Warning unknown-value sequencingSamples[0].nucleicAcid:1 | protein | x1
            Warning wrong-type sequencingSamples[1]:1 | 5 | x1
        "#]],
    );
}

#[test]
fn names_given_twice_are_noted() {
    let text = file(json!({"variants": {"shortVariants": [variant()]}})).to_string();
    let text =
        text.replace("\"referenceAllele\":\"T\"", "\"referenceAllele\":\"T\",\"referenceAllele\":\"C\"");
    let draft = read(text).unwrap();
    expect![[r#"
        Warning duplicate-key variants.shortVariants[0].referenceAllele:1 | referenceAllele stands twice in one object | x1
    "#]].assert_eq(&notes(&draft));
}

#[test]
fn half_of_a_character_is_a_lost_character_and_no_error() {
    let text = r#"{"metaData": {"schemaVersion": "1.2.1", "referenceGenome": {"grcRelease": "GRCh37"}},
        "testInfo": {"testId": "T1", "testType": "tumor-only", "panelName": "パネル\ud842", "panelVersion": "2"},
        "sequencingSamples": [{"itemId": "s", "tumorOrNormal": "tumor", "nucleicAcid": "DNA"}], "variants": {}}"#;
    let draft = read(text).unwrap();
    let lost: Vec<_> = draft.notes.iter().filter(|note| note.code == "lost-character").collect();
    assert_eq!(lost.len(), 1);
    assert_eq!((lost[0].place.line, lost[0].place.field.as_deref()), (Some(2), Some("testInfo.panelName")));
    assert_eq!(lost[0].said, "パネル\u{FFFD}");
    let whole = read(text.replace(r"\ud842", r"\ud842\udfb7")).unwrap();
    assert!(whole.notes.iter().all(|note| note.code != "lost-character"), "a whole pair is a character");
}
