//! What asks whether it is inherited, and when that is done.

use super::{desk, done};
use crate::Desk;
use serde_json::{Value, json};

/// The demonstration's report as a test of the tumour alone would write it: no normal sample, nothing called germline. One more
/// change of BRCA1 is silent.
fn tumour_only() -> Value {
    let mut report: Value = serde_json::from_slice(&crate::topics::demo::report_for_tests()).unwrap();
    report["testInfo"]["testType"] = json!("tumor-only");
    report["sequencingSamples"].as_array_mut().unwrap().retain(|sample| sample["tumorOrNormal"] == "tumor");
    let variants = report["variants"]["shortVariants"].as_array_mut().unwrap();
    for variant in variants.iter_mut() {
        variant["variantOrigin"] = json!("somatic");
        variant["sampleItemId"] = json!("tumor-dna");
    }
    let mut silent =
        variants.iter().find(|one| one["transcripts"][0]["geneSymbol"] == "KMT2D").unwrap().clone();
    silent["itemId"] = json!("SV99");
    silent["chromosome"] = json!("17");
    silent["startPosition"] = json!(41_234_451);
    silent["endPosition"] = json!(41_234_451);
    silent["transcripts"][0]["geneSymbol"] = json!("BRCA1");
    silent["transcripts"][0]["transcriptId"] = json!("NM_007294.4");
    variants.push(silent);
    report
}

fn received(desk: &mut Desk, folder: &std::path::Path, report: &Value) -> Value {
    done(
        desk,
        "create_store",
        json!({ "institution": "円卓大学病院", "member": "座長", "password": "entaku-demo-2026" }),
    );
    let path = folder.join("report.json");
    std::fs::write(&path, report.to_string()).unwrap();
    done(desk, "intake", json!({ "paths": [path] }))["case"].clone()
}

fn of_gene<'v>(case: &'v Value, gene: &str) -> &'v Value {
    case["findings"].as_array().unwrap().iter().find(|row| row["subject"] == gene).unwrap()
}

fn reminder<'v>(case: &'v Value, code: &str) -> Option<&'v Value> {
    case["reminders"].as_array().unwrap().iter().find(|one| one["code"] == code)
}

#[test]
fn a_listed_gene_in_a_test_of_the_tumour_alone_is_to_be_looked_at_until_its_heredity_is_judged() {
    let (mut desk, folder) = desk();
    let case = received(&mut desk, &folder.0, &tumour_only());
    let brca2 = of_gene(&case, "BRCA2");
    assert_eq!((&brca2["germline"]["listed"], &brca2["germline"]["open"]), (&json!(true), &json!(true)));
    let why = brca2["germline"]["question"]["ja"].as_str().unwrap();
    for part in ["BRCA2", "2026-11-30", "ESMO"] {
        assert!(why.contains(part), "{part} in {why}");
    }
    assert_eq!(brca2["germline"]["matter"], false, "it is a question, not yet a matter of the wish");
    assert_eq!(
        brca2["germline"]["firstScale"],
        Value::Null,
        "a finding of the tumour begins on the tumour's scale"
    );
    for gene in ["EGFR", "TP53", "BRCA1"] {
        assert_eq!(
            of_gene(&case, gene)["germline"]["question"],
            Value::Null,
            "{gene}: not listed, or silent"
        );
    }
    let told = reminder(&case, "germlineToLookAt").unwrap();
    assert_eq!(told["findings"], json!([brca2["findingId"]]));
    assert!(
        case["gaps"].as_array().unwrap().iter().all(|gap| gap["code"] != "germlineToLookAt"),
        "it bars nothing"
    );

    let judged = done(
        &mut desk,
        "judge_germline",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "findingId": brca2["findingId"],
                "judgement": "notSuspected", "reason": "腫瘍細胞割合とVAFから体細胞と考える。" }),
    );
    let brca2 = of_gene(&judged, "BRCA2");
    assert_eq!((&brca2["germline"]["listed"], &brca2["germline"]["open"]), (&json!(true), &json!(false)));
    assert_eq!(reminder(&judged, "germlineToLookAt"), None);
}

#[test]
fn a_test_that_read_normal_tissue_asks_nothing_by_its_samples_or_by_its_name() {
    let (mut desk, folder) = desk();
    let mut report = tumour_only();
    // The file says nothing of normal tissue; the test is known to read it.
    report["testInfo"]["testType"] = Value::Null;
    report["testInfo"]["panelName"] = json!("NCC OncoPanel");
    let case = received(&mut desk, &folder.0, &report);
    assert_eq!(of_gene(&case, "BRCA2")["germline"]["question"], Value::Null);
    assert_eq!(reminder(&case, "germlineToLookAt"), None);
}

#[test]
fn a_germline_finding_begins_on_a_scale_of_heredity_and_waits_for_its_judgement_whatever_the_verdict() {
    let (mut desk, _folder) = desk();
    let case = super::demo_case(&mut desk);
    let germline = of_gene(&case, "BRCA2").clone();
    assert_eq!(germline["origin"], "germline");
    assert_eq!(germline["germline"]["firstScale"], "acmg-2015");
    assert_eq!(germline["germline"]["question"], Value::Null, "it is known, not asked");
    let judged = done(
        &mut desk,
        "judge_finding",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": [germline["findingId"]],
                "scale": "acmg-2015", "class": "pathogenic", "rationale": "短縮型。" }),
    );
    assert_eq!(
        of_gene(&judged, "BRCA2")["germline"]["open"],
        true,
        "a verdict is not the judgement of heredity"
    );
    assert!(reminder(&judged, "germlineUnjudged").is_some());
}

/// The answer of the lists for the findings of a case, by finding.
fn asked<'v>(answers: &'v Value, finding: &Value) -> &'v Value {
    answers.as_array().unwrap().iter().find(|one| one["findingId"] == *finding).unwrap()
}

#[test]
fn lists_of_heredity_answer_for_every_finding_and_the_panels_judgement_stands_apart() {
    let (mut desk, folder) = desk();
    let case = received(&mut desk, &folder.0, &tumour_only());
    let of_case = json!({ "caseId": case["caseId"] });
    let answers = done(&mut desk, "germline_candidates", of_case.clone());
    assert_eq!(answers.as_array().unwrap().len(), case["findings"].as_array().unwrap().len());
    let brca2 = of_gene(&case, "BRCA2")["findingId"].clone();
    let before = asked(&answers, &brca2);
    assert_eq!((&before["candidate"], &before["turnsOn"]), (&json!("depends"), &json!(["significance"])));
    assert_eq!(
        (&before["rule"], &before["listVersion"]),
        (&json!("principle"), &json!("jp-pgpv 2026-11-30"))
    );
    assert_eq!(asked(&answers, &of_gene(&case, "EGFR")["findingId"])["rule"], "not-listed");

    // The panel holds it to be pathogenic where it is inherited: the list asks.
    let now = |desk: &mut Desk| done(desk, "open_case", of_case.clone())["version"].clone();
    let version = now(&mut desk);
    done(
        &mut desk,
        "judge_finding",
        json!({ "caseId": case["caseId"], "expectedVersion": version, "findingIds": [brca2],
                "scale": "acmg-2015", "class": "pathogenic", "rationale": "短縮型。" }),
    );
    let one = json!({ "caseId": case["caseId"], "findingId": brca2 });
    let found = done(&mut desk, "germline_candidates", one.clone());
    assert_eq!(found.as_array().unwrap().len(), 1, "one was asked for");
    assert_eq!((&found[0]["candidate"], &found[0]["judgement"]), (&json!("yes"), &Value::Null));
    assert!(found[0]["reason"]["ja"].as_str().unwrap().contains("VAF"), "{}", found[0]["reason"]);

    // That the panel does not suspect it is its own judgement, and moves no answer of a list.
    let version = now(&mut desk);
    done(
        &mut desk,
        "judge_germline",
        json!({ "caseId": case["caseId"], "expectedVersion": version, "findingId": brca2,
                "judgement": "notSuspected", "reason": "既知の体細胞変化。" }),
    );
    let found = done(&mut desk, "germline_candidates", one);
    assert_eq!((&found[0]["candidate"], &found[0]["judgement"]), (&json!("yes"), &json!("notSuspected")));
    assert_eq!(
        super::refused(
            &mut desk,
            "germline_candidates",
            json!({ "caseId": case["caseId"], "findingId": "F99" })
        ),
        "not-found"
    );
}

#[test]
fn what_whoever_asks_states_counts_and_a_sites_own_list_goes_first() {
    let (mut desk, folder) = desk();
    let case = received(&mut desk, &folder.0, &tumour_only());
    let tp53 = of_gene(&case, "TP53")["findingId"].clone();
    let with = |more: &[(&str, Value)]| {
        let mut args = json!({ "caseId": case["caseId"], "findingId": tp53 });
        more.iter().for_each(|(name, value)| args[*name] = value.clone());
        args
    };
    let turns = |desk: &mut Desk, more: &[(&str, Value)]| {
        done(desk, "germline_candidates", with(more))[0]["turnsOn"].clone()
    };
    let open = turns(&mut desk, &[("onset", json!(25))]);
    assert!(open.as_array().unwrap().contains(&json!("relatedTumour")), "{open}");
    let young = turns(&mut desk, &[("onset", json!(25)), ("relatedTumour", json!(true))]);
    assert!(!young.as_array().unwrap().contains(&json!("relatedTumour")), "{young}");
    let old = done(&mut desk, "germline_candidates", with(&[("onset", json!(52))]));
    assert_eq!(old[0]["candidate"], "no");
    assert_eq!(super::refused(&mut desk, "germline_candidates", with(&[("onset", json!(-1))])), "invalid");

    let path = folder.0.join("own.json");
    let own = r#"{"id":"own","name":{"ja":"当院","en":"Ours"},"version":"4","date":"2026-04-01","source":{"ja":"規程","en":"rule"},
        "certainty":"source","remark":{"ja":"","en":""},"whole":true,"youngBelow":40,"shares":{"snv":{"atLeast":0.01},
        "indel":{"atLeast":0.01},"liquid":null},"groups":[{"rule":"ours","name":{"ja":"当院","en":"ours"},"certainty":"source",
        "genes":{"TP53":null}}]}"#;
    std::fs::write(&path, own).unwrap();
    let found = done(&mut desk, "germline_candidates", with(&[("path", json!(path)), ("onset", json!(52))]));
    assert_eq!((&found[0]["listVersion"], &found[0]["rule"]), (&json!("own 4"), &json!("ours")));
    assert_eq!(found[0]["others"].as_array().unwrap().len(), 2);
    std::fs::write(&path, own.replace("0.01", "30")).unwrap();
    assert_eq!(super::refused(&mut desk, "germline_candidates", with(&[("path", json!(path))])), "invalid");
}
