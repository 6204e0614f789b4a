//! Whose part it is to see to what is missing.

use super::{decide_all, demo_case, desk, done, enrol, sign_all};
use crate::Desk;
use serde_json::{Value, json};

fn sign_in(desk: &mut Desk, store: &std::path::Path, who: &str) {
    done(desk, "open_store", json!({ "dir": store, "signIn": who, "password": "entaku-demo-2026" }));
}

fn opened(desk: &mut Desk, case: &Value) -> Value {
    done(desk, "open_case", json!({ "caseId": case["caseId"] }))
}

fn yours(case: &Value) -> Vec<&str> {
    case["yours"].as_array().unwrap().iter().map(|code| code.as_str().unwrap()).collect()
}

#[test]
fn what_is_missing_is_the_part_of_those_who_may_do_it() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let store = folder.0.join("entaku-demo");
    let undecided = case["gaps"].as_array().unwrap().iter().find(|gap| gap["code"] == "undecided").unwrap();
    assert_eq!(undecided["roles"], json!(["chair", "member", "coordinator"]));
    let chair = yours(&case);
    assert!(chair.contains(&"undecided") && chair.contains(&"unsigned"), "{chair:?}");

    enrol(
        &mut desk,
        json!({ "name": "見学 者", "signIn": "kengaku", "password": "entaku-demo-2026", "roles": ["viewer"] }),
    );
    sign_in(&mut desk, &store, "kengaku");
    let seen = opened(&mut desk, &case);
    assert_eq!(seen["yours"], json!([]), "who only looks has nothing to do");
    let codes = |view: &Value| {
        view["gaps"].as_array().unwrap().iter().map(|gap| gap["code"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&seen), codes(&case), "what is missing is the same for everybody");
    let named = seen["gaps"][0]["findings"].as_array().unwrap();
    assert!(!named.contains(&json!("G1")), "but for what only some may see: {named:?}");

    // The secretary types verdicts, and is asked for no opinion.
    sign_in(&mut desk, &store, "tanaka");
    let seen = opened(&mut desk, &case);
    let coordinator = yours(&seen);
    assert!(coordinator.contains(&"undecided") && coordinator.contains(&"noMeeting"), "{coordinator:?}");
    assert!(!coordinator.contains(&"opinionsAwaited"), "{coordinator:?}");
}

#[test]
fn after_the_report_is_final_the_patient_is_still_to_be_told() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let case = decide_all(&mut desk, &case);
    let case = sign_all(&mut desk, &case);
    done(
        &mut desk,
        "finalise_report",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"] }),
    );
    let open = opened(&mut desk, &case);
    let codes = |case: &Value| -> Vec<Value> {
        case["reminders"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect()
    };
    assert_eq!(codes(&open), ["notExplained"], "words are written, nobody has said that they were told");
    let told = done(
        &mut desk,
        "record_milestone",
        json!({ "caseId": case["caseId"], "expectedVersion": open["version"], "milestone": "explained", "on": "2026-11-22" }),
    );
    assert_eq!(codes(&told), Vec::<Value>::new());
}
