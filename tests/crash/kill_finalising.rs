//! Killed in the middle of signing, finalising and giving a document out: what was acknowledged is there with its paper,
//! what was not is there whole or not at all, and the next program goes on from it.
use entaku_tests::desk::TestDesk;
use entaku_tests::laboratory;
use entaku_tests::panel::{advise_and_meet, judge_all};
use serde_json::{Value, json};

use crate::killing::{Dice, Tally, killed, made, reopen};
use crate::worker_process::Heard;

const STORES: u64 = 3;
const KILLS_PER_STORE: u64 = 8;
/// Longest work before the kill, in milliseconds: about as long as an act takes without optimisation.
const WORK: u64 = 900;

/// A store with one case that is ready to be signed.
fn ready(name: &str) -> (TestDesk, String) {
    let mut desk = made(name);
    let file = desk.folder().join("case.json");
    std::fs::write(&file, laboratory::cats("S-6", 6).to_string()).expect("the file is written");
    let case = desk.call("intake", json!({ "paths": [file] }))["case"].take();
    let case = judge_all(&mut desk.desk, case);
    let case = advise_and_meet(&mut desk.desk, &case);
    (desk, case["caseId"].as_str().expect("a case has an id").to_owned())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

/// What stands in the store: finalised revisions, and issues of the explanation.
struct Stands {
    revisions: u64,
    issues: u64,
}

/// After a kill: no acknowledged revision or issue is gone, at most the one begun is there beside, and of each the
/// paper can be had as it was recorded.
fn check(desk: &mut TestDesk, id: &str, before: &Stands, heard: &Heard) -> Result<Stands, String> {
    reopen(desk)?;
    let case = desk.call("open_case", json!({ "caseId": id }));
    let reports = list(&case["reports"]);
    let (revisions, done) = (reports.len() as u64, heard.done.len() as u64);
    let begun = u64::from(heard.was_amid_an_act());
    if !(before.revisions + done..=before.revisions + done + begun).contains(&revisions) {
        return Err(format!("{revisions} revisions, {} before, heard {heard:?}", before.revisions));
    }
    for (report, number) in reports.iter().zip(1u64..) {
        let documents = list(&report["documents"]);
        if report["revision"] != json!(number)
            || documents.len() != 2
            || list(&report["signatures"]).len() != 3
        {
            return Err(format!("half a revision: {report}"));
        }
        for made in documents {
            let wish = json!({ "caseId": id, "revision": number, "language": made["language"] });
            let kept = desk.call("preview_report", wish);
            if kept["sha256"] != made["sha256"] {
                return Err(format!("revision {number} is not what was finalised: {made}"));
            }
        }
    }
    let issued = desk.call("case_documents", json!({ "caseId": id }));
    let issues = list(&issued["issued"]).len() as u64;
    if !(before.issues + done..=before.issues + done + begun).contains(&issues) || issues > revisions {
        return Err(format!(
            "{issues} issues of {revisions} revisions, {} before, heard {heard:?}",
            before.issues
        ));
    }
    for issue in list(&issued["issued"]) {
        let wish = json!({ "id": id, "kind": "patient", "issue": issue["issue"] });
        let kept = desk.call("preview_document", wish);
        if kept["sha256"] != issue["sha256"] {
            return Err(format!("an issue is not what was given out: {issue}"));
        }
    }
    Ok(Stands { revisions, issues })
}

#[test]
fn killed_amid_signing_finalising_and_issuing_no_paper_is_lost_and_none_is_half_made() {
    let (mut dice, mut tally) = (Dice(0x656e_7461_6b75_0003), Tally::default());
    for _ in 0..STORES {
        let (mut desk, case) = ready("kill-finalise");
        let store = desk.folder().join("store");
        let mut stands = Stands { revisions: 0, issues: 0 };
        for _ in 0..KILLS_PER_STORE {
            desk.call("sign_out", json!({}));
            let next = (stands.revisions + 1).to_string();
            let heard = killed(&store, &["finalise", &case, &next], WORK, &mut dice, tally.kills);
            stands = check(&mut desk, &case, &stands, &heard)
                .unwrap_or_else(|lost| panic!("kill {} of the finalising: {lost}", tally.kills + 1));
            tally.add(&heard);
        }
    }
    tally.must_have_hit("finalising", STORES * KILLS_PER_STORE);
}

/// The check above would be worth nothing if it passed whatever happened.
#[test]
fn an_acknowledged_finalisation_without_its_report_would_be_noticed() {
    let (mut desk, case) = ready("kill-finalise-check");
    let claims = Heard { begun: 1, done: vec![(1, String::new())], stale: 0 };
    let none = Stands { revisions: 0, issues: 0 };
    let gone = check(&mut desk, &case, &none, &claims);
    assert!(gone.is_err_and(|why| why.contains("0 revisions")), "a revision that nobody finalised");
}
