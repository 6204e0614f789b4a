//! Killed in the middle of an intake and of a decision, 200 times: nothing acknowledged is lost, nothing is half
//! written, and the journal is sound.
//!
//! Several kills meet the same store, so that what one left is the ground of the next; then a new store is taken, for
//! the check after each kill reads all of it.
use entaku_tests::crash::{
    Dice, Heard, Tally, cases, check_decisions, check_intakes, killed, made, with_one_case,
};
use serde_json::json;

const STORES: u64 = 10;
const KILLS_PER_STORE: u64 = 10;
/// Longest work before the kill, in milliseconds.
const WORK: u64 = 60;

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
    let claims =
        |act: u64, case: &str| Heard { begun: act, done: vec![(act, case.to_owned())], ..Heard::default() };

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
