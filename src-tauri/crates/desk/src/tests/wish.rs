//! The patient's wish: what is said of heredity, and what names it although nobody asked.

use super::{decide_all, demo_case, desk, done, sign_all};
use crate::{Desk, dispatch};
use serde_json::{Value, json};

fn at(case: &Value, mut args: Value) -> Value {
    args["caseId"] = case["caseId"].clone();
    args["expectedVersion"] = case["version"].clone();
    args
}

fn why_not(desk: &mut Desk, name: &str, args: Value) -> String {
    dispatch(desk, name, args).unwrap_err().message
}

fn wishing(desk: &mut Desk, case: &Value, wish: &str) -> Value {
    let mut details = done(desk, "show_identity", json!({ "caseId": case["caseId"] }))["details"].clone();
    details["wish"] = json!(wish);
    done(desk, "record_details", at(case, json!({ "details": details })))
}

fn finalised(desk: &mut Desk, case: &Value) -> Value {
    let case = decide_all(desk, case);
    let case = sign_all(desk, &case);
    done(desk, "finalise_report", at(&case, json!({})))
}

fn gap<'v>(gaps: &'v Value, code: &str) -> Option<&'v Value> {
    gaps.as_array().unwrap().iter().find(|gap| gap["code"] == code)
}

fn judge_origin(desk: &mut Desk, case: &Value, finding: &Value, judgement: &str) -> Value {
    let args = json!({ "findingId": finding, "judgement": judgement, "reason": "家族歴なし" });
    done(desk, "judge_germline", at(case, args))
}

fn gaps_of_explanation(desk: &mut Desk, case: &Value) -> Value {
    done(desk, "case_documents", json!({ "caseId": case["caseId"] }))["explanation"]["gaps"].clone()
}

fn write(desk: &mut Desk, case: &Value, heredity: &Value) {
    let args =
        json!({ "caseId": case["caseId"], "findings": [], "recommendations": [], "heredity": heredity });
    done(desk, "write_explanation", args);
}

#[test]
fn an_explanation_without_words_on_heredity_is_not_given_out_while_anything_is_suspected_or_open() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let case = wishing(&mut desk, &case, "wants");
    let case = finalised(&mut desk, &case);
    write(&mut desk, &case, &json!({}));
    let gaps = gaps_of_explanation(&mut desk, &case);
    let open = gap(&gaps, "heredityUnwritten").expect("nothing has been judged");
    assert!(open["findings"].as_array().unwrap().contains(&json!("G1")), "{open}");
    let patient = json!({ "id": case["caseId"], "kind": "patient", "language": "ja" });
    assert!(why_not(&mut desk, "issue_document", patient.clone()).contains("遺伝についての文章"));
    // A draft says that the words are missing, and gives no all-clear.
    write(
        &mut desk,
        &case,
        &json!({ "ja": "生まれつきの変化の可能性があります。確認の検査についてご相談ください。" }),
    );
    assert_eq!(gap(&gaps_of_explanation(&mut desk, &case), "heredityUnwritten"), None);
    done(&mut desk, "issue_document", patient);
}

#[test]
fn where_everything_was_judged_and_nothing_is_suspected_the_sheet_says_what_was_looked_at() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let mut case = wishing(&mut desk, &case, "wants");
    let rows = case["findings"].as_array().unwrap().clone();
    for row in &rows {
        case = judge_origin(&mut desk, &case, &row["findingId"], "notSuspected");
    }
    let case = finalised(&mut desk, &case);
    write(&mut desk, &case, &json!({}));
    assert_eq!(gap(&gaps_of_explanation(&mut desk, &case), "heredityUnwritten"), None);
    let id = entaku_domain::ids::CaseId::parse(case["caseId"].as_str().unwrap()).unwrap();
    let report = desk.case(&id).unwrap().reports[0].content.clone();
    let content = entaku_domain::document::PatientContent::compose(
        &report,
        &entaku_domain::explanation::Explanation::default(),
        entaku_domain::document::CompanionState::Draft,
    );
    for (language, wanted) in [
        (entaku_domain::label::Language::Ja, "遺伝する体質がないことを確かめる検査ではありません"),
        (entaku_domain::label::Language::En, "cannot rule heredity out"),
    ] {
        let options = entaku_report::RenderOptions::new(language, "00");
        let words = entaku_report::words_of(&content, &options);
        assert!(words.contains(wanted), "{words}");
        assert!(!words.contains("お伝えすることはありません"), "no all-clear");
    }
}

#[test]
fn words_that_name_heredity_are_a_gap_from_the_moment_they_are_written() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    assert_eq!(gap(&case["gaps"], "namesWithheld"), None, "{}", case["gaps"]);
    let said = "リー・フラウメニ症候群（生殖細胞系列）を疑う。二次的所見あり";
    let case = done(&mut desk, "write_summary", at(&case, json!({ "summary": said })));
    let found = gap(&case["gaps"], "namesWithheld").expect("at once").clone();
    assert_eq!(
        (&found["passages"][0]["place"]["ja"], &found["passages"][0]["text"]),
        (&json!("まとめ"), &json!(said))
    );
    assert!(found["message"]["ja"].as_str().unwrap().contains("まとめ「"), "{found}");
    for name in ["リー・フラウメニ", "生殖細胞", "二次的所見"] {
        assert!(found["passages"][0]["named"].as_array().unwrap().contains(&json!(name)), "{found}");
    }
    let decided = decide_all(&mut desk, &case);
    let signed = sign_all(&mut desk, &decided);
    let refused = why_not(&mut desk, "finalise_report", at(&signed, json!({})));
    assert!(refused.contains("遺伝に関わること"), "{refused}");

    // Not about this patient: with a reason, for this text and what it names.
    let wrong = at(&signed, json!({ "text": "EGFRの変化", "reason": "なし" }));
    assert!(why_not(&mut desk, "clear_words", wrong).contains("示す言葉がありません"));
    let cleared =
        done(&mut desk, "clear_words", at(&signed, json!({ "text": said, "reason": "配偶者の病歴の引用" })));
    assert_eq!(gap(&cleared["gaps"], "namesWithheld"), None, "{}", cleared["gaps"]);
    let other =
        done(&mut desk, "write_summary", at(&cleared, json!({ "summary": format!("{said}。家系内に多い") })));
    assert!(gap(&other["gaps"], "namesWithheld").is_some(), "other words are looked at again");
    let open = wishing(&mut desk, &other, "wants");
    assert_eq!(gap(&open["gaps"], "namesWithheld"), None, "whoever wishes to know may read it");
}

#[test]
fn every_place_of_a_report_is_searched_and_named() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let told = "遺伝性腫瘍の可能性";
    let case = done(
        &mut desk,
        "judge_finding",
        at(
            &case,
            json!({ "findingIds": ["F1"], "scale": "oncogenicity-2022", "class": "vus", "rationale": told }),
        ),
    );
    let mut details =
        done(&mut desk, "show_identity", json!({ "caseId": case["caseId"] }))["details"].clone();
    details["familyHistory"] = json!("母がＨＢＯＣ");
    let case = done(&mut desk, "record_details", at(&case, json!({ "details": details })));
    let found = gap(&case["gaps"], "namesWithheld").unwrap();
    let places: Vec<&str> = found["passages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["place"]["ja"].as_str().unwrap())
        .collect();
    assert_eq!(places, ["臨床情報", "所見 F1"]);
    assert_eq!(found["passages"][0]["named"], json!(["HBOC"]));
}

#[test]
fn the_paper_for_asking_again_is_made_at_any_time_and_says_the_same_whatever_was_found() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let look = json!({ "id": case["caseId"], "kind": "wish", "language": "ja" });
    let before = done(&mut desk, "preview_document", look.clone());
    assert_eq!(before["gaps"], json!([]), "no finalised report is needed");
    let germline =
        case["findings"].as_array().unwrap().iter().find(|row| row["origin"] == "germline").unwrap();
    let judged = judge_origin(&mut desk, &case, &germline["findingId"], "confirmationRecommended");
    let after = done(&mut desk, "preview_document", look.clone());
    assert_eq!(before["pdf"], after["pdf"], "a judgement of heredity leaves no trace");
    let issue = json!({ "id": case["caseId"], "kind": "wish", "language": "ja", "expectedVersion": judged["version"] });
    let issued = done(&mut desk, "issue_document", issue);
    assert_eq!((&issued["issued"]["issue"], &issued["issued"]["revision"]), (&json!(1), &Value::Null));
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn advice_that_rests_on_what_is_withheld_is_a_gap_until_a_person_decides() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let advice = json!({
        "kind": "treatment", "drugs": ["オラパリブ"], "route": "insurance", "findings": ["G1"], "rationale": "相同組換え修復の異常",
    });
    let case = done(&mut desk, "add_recommendation", at(&case, advice));
    let found = gap(&case["gaps"], "adviceOnWithheld").expect("its basis cannot be printed");
    assert!(found["message"]["ja"].as_str().unwrap().contains("根拠"), "{found}");
    assert_eq!(found["findings"], json!([]));
    let all = case["recommendations"].as_array().unwrap();
    let id = all.iter().find(|row| row["drugs"][0] == "オラパリブ").unwrap()["recommendationId"].clone();
    let args = json!({ "recommendationId": id, "reason": "根拠を示せない" });
    let case = done(&mut desk, "withdraw_recommendation", at(&case, args));
    assert_eq!(gap(&case["gaps"], "adviceOnWithheld"), None);
    let wants = wishing(&mut desk, &case, "wants");
    let advice =
        json!({ "kind": "treatment", "drugs": ["オラパリブ"], "route": "insurance", "findings": ["G1"] });
    let wants = done(&mut desk, "add_recommendation", at(&wants, advice));
    assert_eq!(gap(&wants["gaps"], "adviceOnWithheld"), None, "the patient wishes to be told");
}
