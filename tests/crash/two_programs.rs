//! Two programs at one store: no edit is lost to the other's, the chain does not fork.
use entaku_tests::crash::Worker;
use entaku_tests::desk::{PASSWORD, TestDesk};
use entaku_tests::laboratory;
use serde_json::{Value, json};

fn desk_with_a_case(name: &str) -> (TestDesk, Value) {
    let mut desk = TestDesk::new(name);
    let wish = json!({ "institution": "円卓大学病院", "member": "佐藤 恵", "password": PASSWORD });
    desk.call("create_store", wish);
    let file = desk.folder().join("case.json");
    std::fs::write(&file, laboratory::cats("T-8", 8).to_string()).expect("the file is written");
    let case = desk.call("intake", json!({ "paths": [file] }))["case"].take();
    (desk, case)
}

fn verdict(case: &Value, class: &str) -> Value {
    json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F1"],
        "scale": "oncogenicity-2022", "class": class,
    })
}

#[test]
fn an_edit_of_what_another_program_changed_meanwhile_is_refused() {
    let (mut desk, shown) = desk_with_a_case("two-stale");
    let id = shown["caseId"].as_str().expect("a case has an id");
    Worker::start(&desk.folder().join("store"), &["decide", id, "1", "1"]).finish();

    let refusal = desk.refused("judge_finding", verdict(&shown, "benign"));
    assert_eq!(refusal.code, "stale", "the other program's verdict is not overwritten: {refusal:?}");

    let fresh = desk.call("open_case", json!({ "caseId": id }));
    assert_eq!(
        fresh["findings"][0]["verdicts"]["panel"]["rationale"], "判定 1",
        "it shows the other's verdict"
    );
    let judged = desk.call("judge_finding", verdict(&fresh, "benign"));
    assert_eq!(
        judged["findings"][0]["verdicts"]["panel"]["grade"]["class"], "benign",
        "who saw it may change it"
    );
    assert_eq!(desk.call("verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn two_programs_at_one_case_lose_no_edit_and_do_not_fork_the_chain() {
    const ACTS: u64 = 40;
    let (mut desk, shown) = desk_with_a_case("two-writers");
    let id = shown["caseId"].as_str().expect("a case has an id");
    let store = desk.folder().join("store");
    let count = ACTS.to_string();
    let workers = ["1", "1001"].map(|first| Worker::start(&store, &["decide", id, first, &count]));
    let heard = workers.map(Worker::finish);
    assert!(heard.iter().all(|one| one.done.len() as u64 == ACTS), "each does all of its acts: {heard:?}");
    assert!(heard.iter().any(|one| one.stale > 0), "they met: {heard:?}");

    let found = desk.call("verify_store", json!({ "deep": true }));
    assert_eq!(found["ok"], true, "one chain: {found}");
    let fresh = desk.call("open_case", json!({ "caseId": id }));
    let version = |case: &Value| case["version"].as_u64().expect("a case has a version");
    assert_eq!(
        version(&fresh) - version(&shown),
        2 * 3 * ACTS,
        "three events for each act acknowledged, none more"
    );
}
