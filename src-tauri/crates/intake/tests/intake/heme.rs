//! HemeSight: read as the CATS document that it builds on, with what it adds.

use crate::cats::{file, variant};
use crate::support::{notes, read, read_with};
use entaku_domain::patient::DisclosureWish;
use entaku_domain::statement::{Speaker, StatementKind};
use entaku_intake::{Limits, Options};
use serde_json::{Value, json};

fn report(case: &Value) -> Value {
    let mut short = variant();
    short["cytoband"] = json!("7p11.2");
    short["validated"] = json!(true);
    short["database"] =
        json!({"clinVar": "Pathogenic", "dbSNP": ["rs121434568"], "tommo": null, "gnomAD": "-"});
    let mut whole = file(json!({
        "caseData": case,
        "variants": {"shortVariants": [short]},
        "sampleIdentity": [{"itemId": "i1", "result": "match"}],
        "tumorCellContamination": [{"itemId": "c1", "result": "not detected"}],
        "jshGenomeGuideline": {
            "classificationMatch": [{"cancerType": "AML", "detectedVariants": [
                {"itemId": "v1", "geneSymbol": "EGFR", "evidenceLevel": [
                    {"type": "診断", "level": "A", "evidence": "診断基準"},
                    {"type": "予後予測", "level": "-", "evidence": ""}
                ]}
            ]}],
            "fastTrack": [{"cancerType": "AML", "detectedVariants": []}]
        }
    }));
    whole["testInfo"]["softwareName"] = json!("ヘムサイト解析プログラム");
    whole["sequencingSamples"][0]["qcStatus"] = json!("pass");
    whole
}

fn case(wish: &Value) -> Value {
    json!({"caseId": "H-1", "cancerClassification": "骨髄系腫瘍", "cancerType": "AML", "hsctHistory": "なし",
        "germlineFindingsDisclosure": wish})
}

#[test]
fn a_report_is_read_without_a_note_and_named_by_its_program() {
    let draft = read(report(&case(&json!("希望する"))).to_string()).unwrap();
    assert_eq!(notes(&draft), "", "nothing of it is unknown");
    assert_eq!(
        (draft.file.format.as_str(), draft.file.format_version.as_deref()),
        ("HemeSight", Some("1.2.1"))
    );
    assert_eq!((draft.ledger.read, draft.ledger.kept), (1, 1), "parts that are no findings are no records");
    let details = draft.proposed.unwrap();
    assert_eq!(details.disclosure.wish, DisclosureWish::Wants);
    assert_eq!(details.clinical.tumour_type.unwrap().as_str(), "AML");
    assert_eq!(details.clinical.diagnosis.unwrap().as_str(), "骨髄系腫瘍");
}

#[test]
fn a_wish_is_taken_only_where_it_is_plain() {
    for (word, wish, noted) in [
        (json!(true), DisclosureWish::Wants, false),
        (json!("希望しない"), DisclosureWish::Refuses, false),
        (json!(false), DisclosureWish::Refuses, false),
        (json!("未確認"), DisclosureWish::NotAsked, false),
        (json!(null), DisclosureWish::NotAsked, false),
        (json!("一部希望"), DisclosureWish::NotAsked, true),
    ] {
        let draft = read(report(&case(&word)).to_string()).unwrap();
        assert_eq!(draft.proposed.as_ref().unwrap().disclosure.wish, wish, "{word}");
        assert_eq!(draft.notes.iter().any(|note| note.code == "unknown-value"), noted, "{word}");
    }
}

#[test]
fn evidence_databases_and_quality_are_statements_of_the_laboratory() {
    let draft = read(report(&case(&json!(true))).to_string()).unwrap();
    let told: Vec<String> = draft
        .statements
        .iter()
        .map(|statement| {
            assert_eq!(statement.by, Speaker::Laboratory);
            let level =
                statement.level.as_ref().map_or("-".to_owned(), |l| format!("{} {}", l.scale, l.level));
            format!("{:?} {:?} {} [{level}]", statement.kind, statement.about, statement.text)
        })
        .collect();
    expect_test::expect![[r#"
        Evidence ["v1"] classificationMatch · AML · EGFR v1 · 診断 · 診断基準 [造血器腫瘍ゲノム検査ガイドライン 診断 A]
        Evidence ["v1"] classificationMatch · AML · EGFR v1 · 予後予測 [-]
        Interpretation [] fastTrack · AML [-]
        Quality [] sampleIdentity · i1 match [-]
        Quality [] tumorCellContamination · c1 not detected [-]
        Quality [] qcStatus · s-dna · pass [-]
        Evidence ["v1"] clinVar · Pathogenic [-]
        Evidence ["v1"] dbSNP · rs121434568 [-]"#]].assert_eq(&told.join("\n"));
    let evidence = draft.statements.iter().find(|s| s.kind == StatementKind::Evidence).unwrap();
    assert_eq!(evidence.gene.as_ref().unwrap().as_str(), "EGFR");
    let has =
        |name: &str, value: &str| evidence.fields.iter().any(|field| field.0 == name && field.1 == value);
    assert!(has("itemId", "v1") && has("evidence", "診断基準"), "{:?}", evidence.fields);
}

#[test]
fn parts_of_another_shape_do_no_harm() {
    for part in [
        json!(null),
        json!("x"),
        json!([1, [2]]),
        json!({"fastTrack": {"detectedVariants": {"evidenceLevel": 3}}}),
    ] {
        let mut whole = report(&part);
        for name in ["sampleIdentity", "jshGenomeGuideline"] {
            whole[name] = part.clone();
        }
        whole["variants"]["shortVariants"][0]["database"] = part.clone();
        let draft = read(whole.to_string()).unwrap();
        assert_eq!(draft.ledger.kept, 1, "{part}");
    }
}

#[test]
fn ids_that_stand_twice_are_told_wherever_they_stand() {
    let mut whole = file(json!({"variants": {"shortVariants": [variant()]}}));
    whole["variants"]["shortVariants"][0]["itemId"] = json!("s-rna");
    assert!(
        notes(&read(whole.to_string()).unwrap()).contains("item-id-clash"),
        "a record with the id of a sample"
    );
    let mut whole = file(json!({}));
    whole["sequencingSamples"][1]["itemId"] = json!("s-dna");
    assert!(notes(&read(whole.to_string()).unwrap()).contains("item-id-clash sequencingSamples[1].itemId"));
}

#[test]
fn statements_beyond_the_limit_are_told_and_left_out() {
    let text = report(&case(&json!(true))).to_string();
    let all = read(&text).unwrap().statements;
    for (statements, statement_bytes, kept) in
        [(2, usize::MAX, 2), (usize::MAX, 1, 0), (all.len(), usize::MAX, all.len())]
    {
        let limits = Limits { statements, statement_bytes, ..Limits::default() };
        let draft = read_with(&text, &Options { limits, ..Options::default() }).unwrap();
        assert_eq!(draft.statements, all[..kept], "the beginning is kept as it was");
        let told = draft.notes.iter().find(|note| note.code == "too-many-statements");
        assert_eq!(told.is_some(), kept < all.len(), "{statements} statements of {statement_bytes} bytes");
    }
}
