//! What a case holds for the omission of its panel.

use super::super::{demo_case, desk, done};
use super::lists::row;
use serde_json::{Value, json};

fn grounds(case: &Value, desk: &mut crate::Desk) -> Value {
    done(desk, "omission_grounds", json!({ "caseId": case["caseId"] }))
}

#[test]
fn what_is_not_known_stays_open_and_what_the_test_was_made_for_is_not_guessed() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let told = grounds(&case, &mut desk);
    assert_eq!(told["tumour"], Value::Null);
    assert_eq!(told["ccatSecondaryFinding"], json!("notStated"), "no C-CAT report was imported");
    assert_eq!(told["usableDrug"], Value::Null, "the shipped markers name no test, so that label is open");
    let all = told.to_string();
    assert!(all.contains("No data of C-CAT"), "{all}");
    assert!(
        all.contains("L858R") || all.contains("858"),
        "the marker that may be in the claim is named: {all}"
    );
    let open: Vec<&str> =
        told["open"].as_array().unwrap().iter().map(|one| one["en"].as_str().unwrap()).collect();
    assert_eq!(open.len(), 3, "{open:?}");
}

#[test]
fn a_marker_that_the_site_lists_for_this_very_test_is_a_usable_drug() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let test = case["test"]["panel"].as_str().unwrap();
    let fields = row(&[
        ("id", "X1"),
        ("drug", "新薬A"),
        ("marker_gene", "EGFR"),
        ("marker_change", "L858R"),
        ("tumour_name", "非小細胞肺癌"),
        ("oncotree", "NSCLC"),
        ("test", test),
        ("source", "添付文書"),
        ("date", "2026-11-01"),
        ("certainty", "source"),
    ]);
    done(&mut desk, "edit_site_list", json!({ "kind": "companionTests", "put": [fields], "reason": "承認" }));
    let told = grounds(&case, &mut desk);
    assert_eq!(told["usableDrug"], json!("inLabelOrGuideline"), "{told}");
}
