//! A second program at a store, for the crash tests: works without pause and says each act before and after it.
//!
//! `worker STORE intake FOLDER ROUND`: loads one made file after another, each into its own case.
//! `worker STORE decide CASE FIRST COUNT`: judges three findings at once, act after act, with the number of the act
//! as the reason; COUNT acts, or until it is killed where COUNT is 0. A stale edit is repeated on the fresh case.
//!
//! `worker STORE finalise CASE FIRST`: writes a summary that names the act, signs, finalises, and gives the patient's
//! explanation out; then the same as an amendment, act after act, until it is killed.
//!
//! `worker STORE renew FIRST`: reports a loss, so that the whole store is encrypted anew, act after act, until it is killed.
//! `worker STORE backup FILE`: writes the whole store into FILE, act after act, until it is killed.
//!
//! `worker STORE read COUNT`: lists the cases and opens one, COUNT times.
//!
//! `worker STORE script FILE`: opens the store, loads FILE into a case, judges it, writes a summary, keeps a draft, backs the store
//! up, closes it; goes on after what is refused, and says that with the code. For a disk that fails.
//!
//! `worker STORE verify`: checks all of the store and says how much memory the process took at most, in KiB.
//!
//! It prints `ready`, then for each act `begin N` and, when the desk has answered, `done N …`.
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};

use entaku_desk::{Desk, Environment, KdfParams, dispatch};
use entaku_tests::desk::{PASSWORD, TestClock};
use entaku_tests::laboratory;
use entaku_tests::panel::{call, sign_and_finalise};
use serde_json::json;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [store, "intake", folder, round] => intake(&mut open(store), Path::new(folder), round),
        [store, "decide", case, first, count] => {
            decide(&mut open(store), case, number(first), number(count));
        }
        [store, "finalise", case, first] => finalise(&mut open(store), case, number(first)),
        [store, "renew", first] => renew(&mut open(store), number(first)),
        [store, "backup", file] => backup(&mut open(store), file),
        [store, "read", count] => read(&mut open(store), number(count)),
        [store, "script", file] => script(store, file),
        [store, "verify"] => verify(&mut open(store)),
        _ => panic!("usage: see the head of this file"),
    }
}

fn number(word: &str) -> u64 {
    word.parse().unwrap_or_else(|_| panic!("{word} is no number"))
}

fn open(store: &str) -> Desk {
    let mut desk = desk(store);
    call(&mut desk, "open_store", json!({ "password": PASSWORD }));
    say("ready");
    desk
}

fn desk(store: &str) -> Desk {
    let environment = Environment {
        clock: std::sync::Arc::new(TestClock::new()),
        store_dir: PathBuf::from(store),
        state_dir: None,
        device: "second-pc".to_owned(),
        kdf: KdfParams { memory_kib: 64, passes: 1, lanes: 1 },
    };
    Desk::new(environment).expect("the desk starts")
}

/// One line, at once: what is said must not wait in a buffer when the kill comes.
fn say(line: &str) {
    let mut out = stdout().lock();
    // The listener may be gone; then nobody needs the line.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

fn intake(desk: &mut Desk, folder: &Path, round: &str) {
    for act in 1u64.. {
        let variants = 5 + usize::try_from(act * 11 % 37).expect("below 37");
        let name = format!("K-{variants}-{round}-{act}");
        let path = folder.join(format!("{name}.json"));
        std::fs::write(&path, laboratory::cats(&name, variants).to_string()).expect("the file is written");
        say(&format!("begin {act}"));
        let stored = call(desk, "intake", json!({ "paths": [path] }));
        say(&format!("done {act} {}", stored["case"]["caseId"].as_str().expect("a case has an id")));
    }
}

fn decide(desk: &mut Desk, case: &str, first: u64, count: u64) {
    let mut seen = call(desk, "open_case", json!({ "caseId": case }))["version"].clone();
    let mut act = first;
    while count == 0 || act < first + count {
        say(&format!("begin {act}"));
        let class = if act.is_multiple_of(2) { "vus" } else { "oncogenic" };
        let wish = json!({
            "caseId": case, "expectedVersion": seen, "findingIds": ["F1", "F2", "F3"],
            "scale": "oncogenicity-2022", "class": class, "rationale": format!("判定 {act}"),
        });
        match dispatch(desk, "judge_finding", wish) {
            Ok(fresh) => {
                seen = fresh["version"].clone();
                say(&format!("done {act}"));
                act += 1;
            }
            Err(refusal) if refusal.code == "stale" => {
                say("stale");
                seen = call(desk, "open_case", json!({ "caseId": case }))["version"].clone();
            }
            Err(refusal) => panic!("judge_finding: {refusal:?}"),
        }
    }
}

fn finalise(desk: &mut Desk, case: &str, first: u64) {
    for act in first.. {
        say(&format!("begin {act}"));
        let mut seen = call(desk, "open_case", json!({ "caseId": case }));
        if seen["amendment"].is_null()
            && seen["reports"].as_array().is_some_and(|reports| !reports.is_empty())
        {
            let wish = json!({ "caseId": case, "expectedVersion": seen["version"], "reason": format!("訂正 {act}") });
            seen = call(desk, "open_amendment", wish);
        }
        // The process number voids what another has signed before it was killed.
        let summary = format!("まとめ {act} {}", std::process::id());
        let wish = json!({ "caseId": case, "expectedVersion": seen["version"], "summary": summary });
        seen = call(desk, "write_summary", wish);
        sign_and_finalise(desk, &seen);
        let words = json!([{ "findingId": "F1", "words": { "ja": format!("説明 {act}") } }]);
        call(desk, "write_explanation", json!({ "caseId": case, "findings": words, "recommendations": [] }));
        call(desk, "issue_document", json!({ "id": case, "kind": "patient" }));
        say(&format!("done {act}"));
    }
}

fn renew(desk: &mut Desk, first: u64) {
    for act in first.. {
        say(&format!("begin {act}"));
        let session = call(desk, "report_loss", json!({ "what": format!("紛失 {act}") }));
        assert!(session["keyWaits"].is_null(), "{session}");
        say(&format!("done {act}"));
    }
}
fn backup(desk: &mut Desk, file: &str) {
    for act in 1u64.. {
        say(&format!("begin {act}"));
        let made = call(desk, "backup", json!({ "out": file }));
        say(&format!("done {act} {}", made["sha256"].as_str().expect("a backup has a hash")));
    }
}

fn read(desk: &mut Desk, count: u64) {
    for act in 1..=count {
        say(&format!("begin {act}"));
        let list = call(desk, "list_cases", json!({ "limit": 50 }));
        let cases = list["cases"].as_array().expect("a list");
        let place = usize::try_from(act).expect("a small number") % cases.len();
        call(desk, "open_case", json!({ "caseId": cases[place]["caseId"] }));
        say(&format!("done {act}"));
    }
}

fn verify(desk: &mut Desk) {
    let found = call(desk, "verify_store", json!({ "deep": true }));
    assert_eq!(found["ok"], true, "{found}");
    let status = std::fs::read_to_string("/proc/self/status").expect("the kernel tells of a process");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("the most it took");
    let peak = peak.trim().trim_end_matches(" kB").trim();
    say(&format!("done {} {peak}", found["events"]));
}

/// The acts of a script, in order; each is told whether or not it went well.
fn script(store: &str, file: &str) {
    let mut desk = desk(store);
    let mut seen = json!(null);
    let mut act = |number: u64, name: &str, wish: serde_json::Value| {
        say(&format!("begin {number}"));
        match dispatch(&mut desk, name, wish) {
            Ok(answer) => {
                say(&format!("done {number}"));
                Some(answer)
            }
            Err(refusal) => {
                let words = refusal.message.replace('\n', " ");
                say(&format!("refused {number} {} {words}", refusal.code));
                None
            }
        }
    };
    say("ready");
    if act(1, "open_store", json!({ "password": PASSWORD })).is_none() {
        return;
    }
    if let Some(stored) = act(2, "intake", json!({ "paths": [file] })) {
        seen = stored["case"].clone();
    }
    let mut version = seen["version"].as_u64().unwrap_or_default();
    let id = seen["caseId"].clone();
    let wish = json!({
        "caseId": id, "expectedVersion": version, "findingIds": ["F1"], "scale": "oncogenicity-2022", "class": "vus",
    });
    if let Some(fresh) = act(3, "judge_finding", wish) {
        version = fresh["version"].as_u64().unwrap_or_default();
    }
    let wish = json!({ "caseId": id, "expectedVersion": version, "summary": "まとめ" });
    act(4, "write_summary", wish);
    let place = json!({ "of": "case", "id": id, "form": "summary", "item": "" });
    act(5, "keep_draft", json!({ "place": place, "typed": "書きかけ" }));
    act(6, "backup", json!({ "out": format!("{file}.backup") }));
    act(7, "sign_out", json!({}));
}
