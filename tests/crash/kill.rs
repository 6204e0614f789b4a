//! Killed in the middle of an intake and of a decision, 200 times: nothing acknowledged is lost, nothing is half
//! written, and the journal is sound.
//!
//! Several kills meet the same store, so that what one left is the ground of the next; then a new store is taken, for
//! the check after each kill reads all of it.
use entaku_tests::desk::TestDesk;
use entaku_tests::laboratory::{self, BIOMARKERS, COPY_NUMBERS};
use serde_json::{Value, json};

use crate::killing::{Dice, Tally, killed, made, reopen};
use crate::worker_process::Heard;

const STORES: u64 = 10;
const KILLS_PER_STORE: u64 = 10;
/// Longest work before the kill, in milliseconds.
const WORK: u64 = 60;

/// Ids of all cases.
fn cases(desk: &mut TestDesk) -> Vec<String> {
    let list = desk.call("list_cases", json!({ "limit": 500 }));
    let cases: Vec<_> = list["cases"].as_array().expect("a list").iter().map(id_of).collect();
    assert_eq!(list["total"], json!(cases.len()), "one page holds all");
    cases
}

fn id_of(case: &Value) -> String {
    case["caseId"].as_str().expect("a case has an id").to_owned()
}

/// After a kill amid intakes: every acknowledged case is there, at most the one begun beside, and each is whole.
fn check_intakes(desk: &mut TestDesk, before: &[String], heard: &Heard) -> Result<Vec<String>, String> {
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
fn check_decisions(
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

#[test]
fn killed_amid_an_intake_no_acknowledged_case_is_lost_and_none_is_half_written() {
    let (mut dice, mut tally) = (Dice(0x656e_7461_6b75_0001), Tally::default());
    for _ in 0..STORES {
        let mut desk = made("kill-intake");
        let store = desk.folder().join("store");
        let files = desk.folder().join("files");
        std::fs::create_dir(&files).expect("a folder for the files");
        let files = files.to_str().expect("test paths are text").to_owned();
        let mut known = Vec::new();
        for round in 0..KILLS_PER_STORE {
            desk.call("sign_out", json!({}));
            let heard = killed(&store, &["intake", &files, &round.to_string()], WORK, &mut dice, tally.kills);
            known = check_intakes(&mut desk, &known, &heard)
                .unwrap_or_else(|lost| panic!("kill {} of the intakes: {lost}", tally.kills + 1));
            tally.add(&heard);
        }
    }
    tally.must_have_hit("intake", STORES * KILLS_PER_STORE);
}

/// A desk with one case of twelve short variants, and the case's id and version.
fn with_one_case(name: &str, test_id: &str) -> (TestDesk, String, u64) {
    let mut desk = made(name);
    let file = desk.folder().join("case.json");
    std::fs::write(&file, laboratory::cats(test_id, 12).to_string()).expect("the file is written");
    let case = desk.call("intake", json!({ "paths": [file] }))["case"].take();
    let version = case["version"].as_u64().expect("a case has a version");
    (desk, id_of(&case), version)
}

#[test]
fn killed_amid_a_decision_no_acknowledged_verdict_is_lost_and_none_is_half_written() {
    let (mut dice, mut tally) = (Dice(0x656e_7461_6b75_0002), Tally::default());
    for _ in 0..STORES {
        let (mut desk, case, mut version) = with_one_case("kill-decide", "D-12");
        let store = desk.folder().join("store");
        let mut acts = 0;
        for _ in 0..KILLS_PER_STORE {
            desk.call("sign_out", json!({}));
            let heard = killed(
                &store,
                &["decide", &case, &(acts + 1).to_string(), "0"],
                WORK,
                &mut dice,
                tally.kills,
            );
            let last = check_decisions(&mut desk, &case, (acts, version), &heard)
                .unwrap_or_else(|lost| panic!("kill {} of the decisions: {lost}", tally.kills + 1));
            version += 3 * (last - acts);
            acts = last;
            tally.add(&heard);
        }
    }
    tally.must_have_hit("decision", STORES * KILLS_PER_STORE);
}

/// The checks above would be worth nothing if they passed whatever happened.
#[test]
fn an_acknowledgement_without_its_act_would_be_noticed() {
    let (mut desk, case, version) = with_one_case("kill-check", "D-40");
    let known = cases(&mut desk);
    let claims = |act: u64, case: &str| Heard { begun: act, done: vec![(act, case.to_owned())], stale: 0 };

    let gone = check_intakes(&mut desk, &known, &claims(1, "0198c5b2-7f00-7000-8000-000000000000"));
    assert!(gone.is_err_and(|why| why.contains("gone")), "an acknowledged case that is not there");
    let more = check_intakes(&mut desk, &[], &Heard::default());
    assert!(more.is_err(), "a case that nobody began");
    let fewer = check_intakes(&mut desk, &[], &claims(1, &case));
    assert!(fewer.is_err_and(|why| why.contains("half a case")), "a case of 12 variants where 40 were sent");

    let never = check_decisions(&mut desk, &case, (0, version), &claims(1, ""));
    assert!(never.is_err(), "an acknowledged verdict that is not there");
    let wish = json!({
        "caseId": case, "expectedVersion": version, "findingIds": ["F1", "F2"],
        "scale": "oncogenicity-2022", "class": "vus", "rationale": "判定 1",
    });
    desk.call("judge_finding", wish);
    let half = check_decisions(&mut desk, &case, (0, version), &claims(1, ""));
    assert!(half.is_err_and(|why| why.contains("half a decision")), "two verdicts of an act of three");
}
