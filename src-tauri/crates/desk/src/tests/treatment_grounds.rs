//! What is known of a treatment before it is recommended, and a recommendation with all that belongs to it.

use super::{demo_case, desk, done, refused};
use crate::Desk;
use serde_json::{Value, json};

fn grounds(desk: &mut Desk, case: &Value, more: Value) -> Value {
    let mut args = json!({ "caseId": case["caseId"] });
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    done(desk, "treatment_grounds", args)
}

fn need<'a>(told: &'a Value, id: &str) -> &'a Value {
    told["needs"].as_array().unwrap().iter().find(|need| need["id"] == id).unwrap()
}

#[test]
fn a_route_says_what_it_needs_and_the_case_what_it_shows_of_that() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let basket = json!({ "drugs": ["グリベック"], "route": "patientProposed" });
    let told = grounds(&mut desk, &case, basket.clone());
    let cohort = need(&told, "cohort");
    assert_eq!((&cohort["found"], &told["basketStudy"]), (&json!("notMet"), &json!("notOpen")), "{told}");
    assert!(cohort["because"]["en"].as_str().unwrap().contains("2023-10-10"), "with its day: {cohort}");
    assert_eq!(need(&told, "panel-result")["found"], "unknown", "nothing of the case is asked for it");
    let open = grounds(&mut desk, &case, json!({ "drugs": ["osimertinib"], "route": "patientProposed" }));
    assert_eq!((&need(&open, "cohort")["found"], &open["basketStudy"]), (&json!("unknown"), &Value::Null));

    let aged = |desk: &mut Desk, case: &Value, age: u8| {
        let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "details": { "age": age } });
        done(desk, "record_details", args)
    };
    let case = aged(&mut desk, &case, 15);
    assert_eq!(need(&grounds(&mut desk, &case, basket.clone()), "age-16")["found"], "notMet");
    let case = aged(&mut desk, &case, 16);
    assert_eq!(need(&grounds(&mut desk, &case, basket), "age-16")["found"], "met");
    // The demonstration refers to the first of them, and says when it was looked up.
    for (trial, said) in [("jRCTs031190104", "looked up on 2026-"), ("jRCT2031230001", "no record")] {
        let trial = json!({ "drugs": ["X"], "route": "sponsorTrial", "trial": trial });
        let because = need(&grounds(&mut desk, &case, trial), "recruiting")["because"]["en"].clone();
        assert!(because.as_str().unwrap().contains(said), "{because}");
    }
}

#[test]
fn what_the_case_holds_against_a_drug_is_said_under_whatever_name_it_goes() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let treatments =
        json!([{ "line": 1, "regimen": "タグリッソ", "from": "2025-01-10", "bestResponse": "PD" }]);
    let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "details": { "treatments": treatments } });
    let case = done(&mut desk, "record_details", args);
    let told = grounds(&mut desk, &case, json!({ "drugs": ["osimertinib", "gefitinib"] }));
    let said: Vec<(&str, &str)> = told["cautions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["drug"].as_str().unwrap(), one["said"]["en"].as_str().unwrap()))
        .filter(|(_, said)| said.contains("line 1"))
        .collect();
    assert_eq!(said.len(), 1, "{told}");
    assert!(said[0].0 == "osimertinib" && said[0].1.contains("タグリッソ") && said[0].1.contains("PD"));
}

#[test]
fn a_recommendation_is_kept_with_all_that_belongs_to_it() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let form = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "kind": "treatment", "drugs": ["A"],
        "route": "patientProposed", "approval": "abroadOnly", "basketStudy": "toAsk", "site": "中央病院",
        "needs": [{ "id": "age-16", "found": "met", "note": "64歳" }, { "id": "cost", "found": "unknown" }],
        "contraindications": "間質性肺炎の既往", "proposedBy": "鈴木（腫瘍内科）",
    });
    let view = done(&mut desk, "add_recommendation", form.clone());
    let given = view["recommendations"].as_array().unwrap().iter().find(|one| one["site"] == "中央病院");
    let given = given.unwrap();
    assert_eq!(
        (&given["approval"], &given["basketStudy"], &given["proposedBy"], &given["contraindications"]),
        (&json!("abroadOnly"), &json!("toAsk"), &json!("鈴木（腫瘍内科）"), &json!("間質性肺炎の既往"))
    );
    let needs = given["needs"].as_array().unwrap();
    assert_eq!((needs.len(), &needs[0]["found"], &needs[0]["note"]), (2, &json!("met"), &json!("64歳")));
    assert_eq!(needs[1]["note"], Value::Null);

    let with = |needs: Value| {
        let mut form = form.clone();
        form["expectedVersion"] = view["version"].clone();
        form["needs"] = needs;
        form
    };
    let of_another_route = with(json!([{ "id": "label", "found": "met" }]));
    assert_eq!(refused(&mut desk, "add_recommendation", of_another_route), "invalid");
    let twice = with(json!([{ "id": "cost", "found": "met" }, { "id": "cost", "found": "notMet" }]));
    assert_eq!(refused(&mut desk, "add_recommendation", twice), "invalid");

    let args = json!({
        "caseId": case["caseId"], "expectedVersion": view["version"], "kind": "considered", "drugs": ["B"],
        "text": "前治療で無効",
    });
    let after = done(&mut desk, "add_recommendation", args);
    let considered =
        after["recommendations"].as_array().unwrap().iter().find(|one| one["kind"] == "considered");
    let considered = considered.unwrap();
    assert_eq!((&considered["rank"], &considered["text"]), (&json!(0), &json!("前治療で無効")));
    let told = grounds(&mut desk, &case, json!({ "drugs": ["B"] }));
    assert!(told["cautions"][0]["said"]["ja"].as_str().unwrap().contains("前治療で無効"), "{told}");
    let without_reason = json!({
        "caseId": case["caseId"], "expectedVersion": after["version"], "kind": "considered", "drugs": ["B"],
    });
    assert_eq!(refused(&mut desk, "add_recommendation", without_reason), "invalid");
}
