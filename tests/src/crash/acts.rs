//! What must be true of a store after a worker was ended amid intakes or decisions.
use serde_json::{Value, json};

use super::killing::{made, reopen};
use super::worker_process::Heard;
use crate::desk::TestDesk;
use crate::laboratory::{self, BIOMARKERS, COPY_NUMBERS};

/// Ids of all cases.
pub fn cases(desk: &mut TestDesk) -> Vec<String> {
    let list = desk.call("list_cases", json!({ "limit": 500 }));
    let cases: Vec<_> = list["cases"].as_array().expect("a list").iter().map(id_of).collect();
    assert_eq!(list["total"], json!(cases.len()), "one page holds all");
    cases
}

fn id_of(case: &Value) -> String {
    case["caseId"].as_str().expect("a case has an id").to_owned()
}

/// After a kill amid intakes: every acknowledged case is there, at most the one begun beside, and each is whole.
pub fn check_intakes(desk: &mut TestDesk, before: &[String], heard: &Heard) -> Result<Vec<String>, String> {
    reopen(desk)?;
    let after = cases(desk);
    let lost: Vec<_> = heard.done.iter().filter(|(_, case)| !after.contains(case)).collect();
    if !lost.is_empty() {
        return Err(format!("acknowledged and gone: {lost:?}"));
    }
    let expected = before.len() + heard.done.len();
    if after.len() != expected && !(heard.was_amid_an_act() && after.len() == expected + 1) {
        return Err(format!("{} cases; {} were there, heard {heard:?}", after.len(), before.len()));
    }
    for case in after.iter().filter(|case| !before.contains(case)) {
        let case = desk.call("open_case", json!({ "caseId": case }));
        let name = case["test"]["testId"].as_str().unwrap_or_default();
        let variants: usize = name.split('-').nth(1).and_then(|n| n.parse().ok()).unwrap_or_default();
        let found = case["findings"].as_array().map_or(0, Vec::len);
        if variants == 0 || found != variants + COPY_NUMBERS + BIOMARKERS {
            return Err(format!("half a case: {found} findings of test “{name}”"));
        }
    }
    Ok(after)
}

/// After a kill amid decisions: the three findings of one act carry the same reason, that of the last act
/// acknowledged or of the one begun, and there is no event beside. Gives the number of the last act found.
pub fn check_decisions(
    desk: &mut TestDesk,
    case: &str,
    before: (u64, u64),
    heard: &Heard,
) -> Result<u64, String> {
    reopen(desk)?;
    let (acts_before, version_before) = before;
    let case = desk.call("open_case", json!({ "caseId": case }));
    let reasons: Vec<&str> = case["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .take(3)
        .map(|row| row["verdicts"]["panel"]["rationale"].as_str().unwrap_or("判定 0"))
        .collect();
    if reasons.iter().any(|reason| *reason != reasons[0]) {
        return Err(format!("half a decision: {reasons:?}"));
    }
    let act: u64 = reasons[0].trim_start_matches("判定 ").parse().expect("the reason holds a number");
    let acknowledged = heard.last_done().max(acts_before);
    if act != acknowledged && act != heard.begun {
        return Err(format!("act {act} is the last in the store; heard {heard:?}"));
    }
    let version = case["version"].as_u64().expect("a case has a version");
    if version != version_before + 3 * (act - acts_before) {
        return Err(format!("version {version} after act {act}; {before:?} before"));
    }
    Ok(act)
}

/// A desk with one case of twelve short variants, and the case's id and version.
pub fn with_one_case(name: &str, test_id: &str) -> (TestDesk, String, u64) {
    let mut desk = made(name);
    let file = desk.folder().join("case.json");
    std::fs::write(&file, laboratory::cats(test_id, 12).to_string()).expect("the file is written");
    let case = desk.call("intake", json!({ "paths": [file] }))["case"].take();
    let version = case["version"].as_u64().expect("a case has a version");
    (desk, id_of(&case), version)
}
