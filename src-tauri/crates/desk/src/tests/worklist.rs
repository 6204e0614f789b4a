//! What is due for whom.

use super::{demo_case, desk, done};
use crate::Desk;
use serde_json::{Value, json};

fn refer(desk: &mut Desk, case: &Value, more: Value) {
    let version = done(desk, "open_case", json!({ "caseId": case }))["version"].clone();
    let mut form = json!({ "caseId": case, "expectedVersion": version, "trial": "NCT02576665" });
    form.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    done(desk, "refer_to_trial", form);
}

fn told(desk: &mut Desk, room: &str) -> Vec<(String, Value)> {
    let rows = done(desk, "worklist", json!({ "room": room }));
    rows.as_array()
        .unwrap()
        .iter()
        .map(|row| (row["what"].as_str().unwrap().to_owned(), row["due"].clone()))
        .collect()
}

#[test]
fn the_coordinator_sees_what_is_due_what_waits_and_what_is_old_and_nothing_that_has_ended() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    let before = told(&mut desk, "coordinator");
    let today = "2026-11-22";
    refer(&mut desk, &case, json!({ "status": "asking", "nextCheck": today, "asOf": today }));
    let mut more = told(&mut desk, "coordinator");
    more.retain(|row| !before.contains(row));
    assert_eq!(more, [("checkDue".to_owned(), json!(today))], "due today, and looked up today");

    refer(&mut desk, &case, json!({ "status": "waiting", "nextCheck": "2099-01-01", "asOf": "2020-01-01" }));
    let mut more = told(&mut desk, "coordinator");
    more.retain(|row| !before.contains(row));
    let waiting = ("waitingForAnswer".to_owned(), json!("2099-01-01"));
    let old = ("recruitmentStale".to_owned(), Value::Null);
    assert_eq!(more[..2], [("checkDue".to_owned(), json!(today)), waiting], "what is due first stands first");
    assert!(more[2..].iter().all(|row| *row == old), "{more:?}");

    let before = told(&mut desk, "coordinator").len();
    refer(&mut desk, &case, json!({ "status": "notPursued" }));
    assert_eq!(told(&mut desk, "coordinator").len(), before, "it has ended");
}

#[test]
fn the_attending_doctor_sees_their_own_patients_alone() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    let mine = |desk: &mut Desk| {
        let rows = done(desk, "worklist", json!({ "room": "attending" }));
        rows.as_array().unwrap().iter().filter(|row| row["caseId"] == case).count()
    };
    assert_eq!(mine(&mut desk), 0, "the record names somebody else");
    let opened = done(&mut desk, "open_case", json!({ "caseId": case }));
    let mut details = opened["details"].clone();
    let me = desk.session().unwrap().member.name.to_string();
    let spaced: String = me.chars().flat_map(|letter| [letter, '　']).collect();
    details["attending"] = json!(spaced);
    let form = json!({ "caseId": case, "expectedVersion": opened["version"], "details": details });
    done(&mut desk, "record_details", form);
    assert!(mine(&mut desk) > 0, "however the name is spaced");
}

#[test]
fn the_chair_sees_matches_to_which_nobody_referred_the_patient() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    assert!(told(&mut desk, "chair").is_empty(), "there are no trials");
    let file = folder.0.join("trial.yaml");
    let trial = |id: &str, diagnosis: &str| {
        format!(
            "protocol_no: {id}\nstatus: Open to Accrual\nmatch: [{{clinical: {{oncotree_primary_diagnosis: {diagnosis}}}}}]\n"
        )
    };
    std::fs::write(&file, trial("NCT02576665", "Non-Small Cell Lung Cancer")).unwrap();
    let other = folder.0.join("other.yaml");
    std::fs::write(&other, trial("NCT00000001", "\"!Non-Small Cell Lung Cancer\"")).unwrap();
    done(&mut desk, "import_knowledge", json!({ "paths": [file, other] }));
    let of_case = |desk: &mut Desk| {
        let rows = done(desk, "worklist", json!({ "room": "chair" }));
        let mine = rows.as_array().unwrap().iter().find(|row| row["caseId"] == case).cloned();
        mine.map(|row| row["trials"].clone())
    };
    assert_eq!(of_case(&mut desk), Some(json!(["NCT02576665"])), "the other has something against it");
    refer(&mut desk, &case, json!({}));
    assert_eq!(of_case(&mut desk), None, "the patient was referred there");
}
