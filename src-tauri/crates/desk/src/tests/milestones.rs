//! The ledger of a case and the list of those who wait.

use super::*;

fn mark(desk: &mut Desk, case: &Value, milestone: &str, on: &str) -> Value {
    let now = done(desk, "open_case", json!({ "caseId": case["caseId"] }));
    done(
        desk,
        "record_milestone",
        json!({ "caseId": now["caseId"], "expectedVersion": now["version"], "milestone": milestone, "on": on }),
    )
}

#[test]
fn a_case_goes_on_to_explained_and_followed_up_after_it_is_finalised() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let case = mark(&mut desk, &case, "specimenSent", "2026-10-01");
    assert_eq!(case["status"], "inReview", "a date of the ledger decides nothing");
    let case = decide_all(&mut desk, &case);
    let case = sign_all(&mut desk, &case);
    let case = done(
        &mut desk,
        "finalise_report",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"] }),
    );
    let case = mark(&mut desk, &case, "explained", "2026-11-22");
    assert_eq!(case["status"], "explained");
    let case = mark(&mut desk, &case, "treatmentStarted", "2026-11-22");
    assert_eq!(case["status"], "followedUp");
    let letters: String =
        case["milestones"].as_array().unwrap().iter().filter_map(|line| line["letter"].as_str()).collect();
    assert_eq!(letters, "イウエオカキクケ", "in the order of the ledger, ア being the patient");
    let held = &case["milestones"][2];
    assert_eq!((&held["milestone"], &held["editable"]), (&json!("panelHeld"), &json!(false)));
    assert_eq!(held["on"], "2026-11-22", "told by the meeting");
    assert_eq!(
        refused(
            &mut desk,
            "record_milestone",
            json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "milestone": "explained", "on": "2026-11-23" }),
        ),
        "invalid",
        "a day to come has not happened"
    );
}

#[test]
fn who_waits_longer_than_the_sites_limit_comes_first_until_told() {
    let (mut desk, folder) = desk();
    done(
        &mut desk,
        "create_store",
        json!({ "institution": "円卓大学病院", "member": "座長", "password": "entaku-demo-2026" }),
    );
    let mut numbers = Vec::new();
    for (name, day) in [("new", "2026-11-20"), ("old", "2026-10-01"), ("older", "2026-09-01")] {
        let path = folder.0.join(format!("{name}.json"));
        let mut report: Value = serde_json::from_slice(&crate::topics::demo::report_for_tests()).unwrap();
        report["testInfo"]["testId"] = json!(name);
        std::fs::write(&path, report.to_string()).unwrap();
        let made = done(&mut desk, "intake", json!({ "paths": [path], "receivedOn": day }));
        numbers.push(made["case"]["caseNo"].clone());
    }
    let waiting = |desk: &mut Desk| -> Vec<Value> {
        let list = done(desk, "list_cases", json!({}));
        list["overdue"].as_array().unwrap().iter().map(|row| row["caseNo"].clone()).collect()
    };
    assert_eq!(waiting(&mut desk), [numbers[2].clone(), numbers[1].clone()], "the longest wait first");
    done(&mut desk, "record_institution", json!({ "institution": "円卓大学病院", "targetDays": 60 }));
    assert_eq!(waiting(&mut desk), [numbers[2].clone()], "the site's own limit counts");
    let list = done(&mut desk, "list_cases", json!({ "status": "received" }));
    assert_eq!(list["overdue"], json!([]), "only with the whole list");
    assert_eq!(list["cases"].as_array().unwrap().iter().filter(|row| row["overdue"] == true).count(), 1);
}
