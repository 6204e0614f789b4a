//! A family history told person by person: each edit in the journal, the last one taken back, nobody left without a tie.

use super::{demo_case, desk, done, enrol};
use crate::{Desk, dispatch};
use serde_json::{Value, json};

fn version(desk: &mut Desk, case: &Value) -> Value {
    done(desk, "open_case", json!({ "caseId": case }))["version"].clone()
}

fn change(desk: &mut Desk, name: &str, case: &Value, mut more: Value) -> Result<Value, crate::ApiError> {
    more["expectedVersion"] = version(desk, case);
    more["caseId"] = case.clone();
    dispatch(desk, name, more)
}

fn tree(desk: &mut Desk, case: &Value) -> Value {
    done(desk, "family_tree", json!({ "caseId": case }))
}

fn proband_and_mother(desk: &mut Desk, case: &Value) {
    change(desk, "record_relative", case, json!({ "told": { "gender": "woman", "age": 52 } })).unwrap();
    let mother = json!({
        "tie": { "relation": "parent", "of": "1" },
        "told": {
            "gender": "woman", "life": "dead", "age": 61,
            "cancers": [{ "site": "ovary", "age": 58 }],
            "tests": [{ "gene": "BRCA2", "result": "positive", "from": "family" }]
        }
    });
    change(desk, "record_relative", case, mother).unwrap();
}

#[test]
fn a_family_is_told_person_by_person_and_drawn() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    let empty = tree(&mut desk, &case);
    assert_eq!(
        (&empty["relatives"], &empty["drawing"], &empty["undo"]),
        (&json!([]), &Value::Null, &Value::Null)
    );
    proband_and_mother(&mut desk, &case);
    let told = tree(&mut desk, &case);
    let persons = told["relatives"].as_array().unwrap();
    assert_eq!(persons.len(), 2);
    assert_eq!((&persons[0]["proband"], &persons[0]["mother"]), (&json!(true), &persons[1]["id"]));
    assert_eq!(persons[1]["told"]["cancers"], json!([{ "site": "ovary", "age": 58 }]));
    let drawing = told["drawing"].as_str().unwrap();
    assert!(drawing.contains("卵巣癌 58歳") && drawing.contains("BRCA2 +（家族の申告）"), "{drawing}");
    assert_eq!(told["undo"]["ja"], "追加");
    assert_eq!(done(&mut desk, "pedigree", json!({ "caseId": case }))["format"], "entered");
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn the_last_edit_is_taken_back_once_and_stays_in_the_journal() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    proband_and_mother(&mut desk, &case);
    let before = tree(&mut desk, &case);
    let other = json!({ "id": "2", "told": { "gender": "woman", "life": "alive", "age": 75 } });
    change(&mut desk, "record_relative", &case, other).unwrap();
    assert_eq!(tree(&mut desk, &case)["undo"]["ja"], "変更");
    change(&mut desk, "undo_family_edit", &case, json!({})).unwrap();
    let after = tree(&mut desk, &case);
    assert_eq!((&after["relatives"], &after["undo"]), (&before["relatives"], &Value::Null));
    let again = change(&mut desk, "undo_family_edit", &case, json!({})).unwrap_err();
    assert_eq!(again.code, "refused");
    let history = done(&mut desk, "case_history", json!({ "caseId": case })).to_string();
    assert_eq!(history.matches("case.familyHistoryEdited").count(), 3);
    assert_eq!(history.matches("case.familyEditUndone").count(), 1);
}

#[test]
fn the_first_person_that_is_taken_back_leaves_nobody() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    change(&mut desk, "record_relative", &case, json!({ "told": { "gender": "man" } })).unwrap();
    change(&mut desk, "undo_family_edit", &case, json!({})).unwrap();
    assert_eq!(tree(&mut desk, &case)["relatives"], json!([]));
}

#[test]
fn what_cannot_be_is_refused_at_its_field_and_nothing_is_recorded() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    proband_and_mother(&mut desk, &case);
    let before = version(&mut desk, &case);
    let woman = json!({ "gender": "woman" });
    for (args, field) in [
        (json!({ "told": woman }), "tie"),
        (json!({ "tie": { "relation": "parent", "of": "1" }, "told": woman }), "tie"),
        (json!({ "tie": { "relation": "partner", "of": "1", "with": "2" }, "told": woman }), "tie"),
        (json!({ "tie": { "relation": "child", "of": "1", "twin": "unknown" }, "told": woman }), "tie"),
        (json!({ "tie": { "relation": "child", "of": "9" }, "told": woman }), "id"),
        (json!({ "id": "9", "told": woman }), "id"),
        (json!({ "id": "2", "tie": { "relation": "child", "of": "1" }, "told": woman }), "tie"),
        (json!({ "id": "2", "told": { "gender": "man" } }), "told"),
        (json!({ "id": "2", "told": { "gender": "woman", "age": 131 } }), "age"),
        (json!({ "id": "2", "told": { "gender": "woman", "age": 999 } }), "age"),
        (json!({ "id": "2", "told": { "gender": "woman", "born": 60 } }), "born"),
        (
            json!({ "id": "2", "told": { "gender": "woman", "cancers": [{ "site": "乳", "age": 140 }] } }),
            "cancers",
        ),
        (json!({ "id": "2", "told": { "gender": "woman", "cancers": [{ "site": " " }] } }), "cancers"),
    ] {
        let error = change(&mut desk, "record_relative", &case, args.clone()).unwrap_err();
        assert!(error.fields.contains_key(field), "{args}: {error:?}");
    }
    for id in ["1", "9"] {
        let error = change(&mut desk, "remove_relative", &case, json!({ "id": id })).unwrap_err();
        assert!(error.fields.contains_key("id"), "{error:?}");
    }
    assert_eq!(version(&mut desk, &case), before);
    change(&mut desk, "remove_relative", &case, json!({ "id": "2" })).unwrap();
    assert_eq!(tree(&mut desk, &case)["relatives"].as_array().unwrap().len(), 1);
}

#[test]
fn who_may_not_see_heredity_sees_and_tells_no_relative() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    proband_and_mother(&mut desk, &case);
    let here = done(&mut desk, "app_info", json!({}))["session"]["storeDir"].clone();
    let viewer =
        json!({ "name": "見学", "signIn": "kengaku", "password": "entaku-demo-2026", "roles": ["viewer"] });
    enrol(&mut desk, viewer);
    let own = json!({ "dir": here, "signIn": "kengaku", "password": "entaku-demo-2026" });
    done(&mut desk, "open_store", own);
    for (name, args) in [
        ("family_tree", json!({ "caseId": case })),
        (
            "remove_relative",
            json!({
                "caseId": case, "expectedVersion": 1, "id": "2"
            }),
        ),
    ] {
        assert_eq!(dispatch(&mut desk, name, args).unwrap_err().code, "forbidden", "{name}");
    }
}
