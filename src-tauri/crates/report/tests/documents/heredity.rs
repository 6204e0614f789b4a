//! What a sheet says of heredity where nobody wrote words for it: never more than was judged, and never that nothing is there.

use entaku_domain::document::{CompanionState, Heredity, PatientContent};
use entaku_domain::explanation::Explanation;
use entaku_domain::label::Language;
use entaku_domain::report::ReportContent;
use entaku_domain::words::plain::propose_overall;
use entaku_report::{RenderOptions, words_of};
use serde_json::{Value, json};

use crate::sample;

/// The sample with one finding of its own, for a patient who wishes to be told.
fn with(subject: &str, change: impl FnOnce(&mut Value)) -> ReportContent {
    sample::changed(|value| {
        value["wish"] = json!("wants");
        value["germlineWithheld"] = json!(false);
        let rows = value["findings"].as_array_mut().expect("a list");
        rows.retain(|row| row["subject"] == subject);
        rows.truncate(1);
        rows[0]["germline"] = Value::Null;
        change(value);
    })
}

fn heredity(report: &ReportContent) -> Heredity {
    PatientContent::compose(report, &Explanation::default(), CompanionState::Draft).heredity
}

fn tumour_only(value: &mut Value) {
    value["sources"][0]["test"]["testType"] = json!("tumor-only");
    value["sources"][0]["test"]["samples"] = json!([]);
}

fn vus(value: &mut Value) {
    let row = &mut value["findings"][0];
    row["panel"]["verdict"]["call"]["grade"]["weight"] = json!(0);
    row["panel"]["verdict"]["actionable"] = json!(false);
}

fn flag(judgement: &str) -> Value {
    json!({ "judgement": judgement, "reason": null, "at": "2026-11-20T17:40:00+09:00",
        "by": { "member": "0198c5b2-7f00-7000-8000-000000000001", "name": "佐藤", "role": "chair" } })
}

#[test]
fn a_low_class_of_the_tumour_is_no_judgement_of_heredity() {
    let open = with("TP53", |value| {
        tumour_only(value);
        vus(value);
        value["findings"][0]["finding"]["origin"] = json!("unknown");
    });
    assert!(
        matches!(heredity(&open), Heredity::Unwritten { findings } if findings.len() == 1),
        "nobody judged it"
    );
    let judged = with("TP53", |value| {
        tumour_only(value);
        vus(value);
        value["findings"][0]["germline"] = flag("notSuspected");
    });
    assert_eq!(heredity(&judged), Heredity::NotSuspected);
    let suspected = with("TP53", |value| value["findings"][0]["germline"] = flag("onlyWithPhenotype"));
    assert!(matches!(heredity(&suspected), Heredity::Unwritten { .. }));
}

#[test]
fn what_a_test_with_normal_tissue_calls_the_tumours_own_need_not_be_judged() {
    let somatic = with("EGFR", |value| value["findings"][0]["finding"]["origin"] = json!("somatic"));
    assert_eq!(heredity(&somatic), Heredity::TumourOnly);
    let words = words_of(
        &PatientContent::compose(&somatic, &Explanation::default(), CompanionState::Draft),
        &RenderOptions::new(Language::Ja, "00"),
    );
    assert!(words.contains("がん細胞に生じたものと報告されています"), "{words}");
    assert!(words.contains("遺伝する体質がないことを確かめる検査ではありません"), "{words}");
    assert!(!words.contains("専門家会議が、生まれつき"), "the panel judged nothing: {words}");
    let alone = with("EGFR", |value| {
        tumour_only(value);
        value["findings"][0]["finding"]["origin"] = json!("somatic");
    });
    assert!(matches!(heredity(&alone), Heredity::Unwritten { .. }), "without normal tissue it is a guess");
}

#[test]
fn markers_alone_are_nothing_to_judge_unless_they_speak_of_what_is_inherited() {
    assert_eq!(heredity(&with("TMB", |_| ())), Heredity::NothingToJudge);
    assert_eq!(heredity(&with("MSI", |_| ())), Heredity::NothingToJudge, "stable");
    let state = |state: &str| {
        let words = state.to_owned();
        with("MSI", move |value| {
            value["findings"][0]["finding"]["alteration"]["values"]["state"] = json!(words);
        })
    };
    for words in ["high", "MSI-H", "cannot be determined"] {
        assert!(
            matches!(heredity(&state(words)), Heredity::Unwritten { .. }),
            "{words}: Lynch syndrome is possible"
        );
    }
    let high = state("high");
    let overall = propose_overall(&high, |_| false);
    assert!(!overall.ja.contains("見つかりませんでした。検査"), "{}", overall.ja);
    assert!(!overall.ja.contains("関わる遺伝子の変化は見つかりませんでした"), "{}", overall.ja);
    let stable = propose_overall(&with("MSI", |_| ()), |_| false);
    assert!(stable.ja.contains("関わる遺伝子の変化は見つかりませんでした"), "{}", stable.ja);
}
