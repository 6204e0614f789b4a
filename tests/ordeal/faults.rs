//! A disk that fails or is full at every call of a scripted case: no panic, no silent success, nothing acknowledged is lost,
//! and what was told not to be recorded is not there.
use std::path::Path;
use std::process::Stdio;

use entaku_tests::crash::{Heard, copy, made};
use entaku_tests::desk::{PASSWORD, TestClock, TestDesk};
use entaku_tests::laboratory;
use entaku_tests::place::Folder;
use serde_json::json;

use crate::report::Part;
use crate::shim::Shim;

const EIO: i32 = 5;
const ENOSPC: i32 = 28;

/// How the disk fails.
struct Fault {
    name: &'static str,
    errno: i32,
    /// Whether it goes on failing.
    keeps: bool,
    /// Whether only calls that take room fail.
    writes: bool,
}

const FAULTS: [Fault; 3] = [
    Fault { name: "EIO once", errno: EIO, keeps: false, writes: false },
    Fault { name: "EIO from then on", errno: EIO, keeps: true, writes: false },
    Fault { name: "ENOSPC from then on", errno: ENOSPC, keeps: true, writes: true },
];

/// What a run of the script came to.
struct Ended {
    heard: Heard,
    said: String,
    ready: bool,
    code: Option<i32>,
    calls: u64,
}

/// Runs the script on a copy of the store, with the `at`-th call failing.
fn run_script(shim: &Shim, from: &Path, fault: &Fault, at: u64) -> (Folder, Ended) {
    let folder = Folder::new("ordeal-fault");
    let store = folder.join("store");
    copy(from, &store);
    let file = folder.join("case.json");
    std::fs::write(&file, laboratory::cats("S-6", 6).to_string()).expect("the file is written");
    let count = folder.join("count");
    let mut worker = shim.worker(&store);
    worker.arg(&store).arg("script").arg(&file).env("ORDEAL_COUNT", &count);
    worker.env("ORDEAL_FAIL", at.to_string()).env("ORDEAL_ERRNO", fault.errno.to_string());
    worker.env("ORDEAL_KEEP", if fault.keeps { "1" } else { "0" });
    worker.env("ORDEAL_WRITES", if fault.writes { "1" } else { "0" });
    let ended = worker.stdin(Stdio::null()).output().expect("the worker starts");
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    let calls = std::fs::read_to_string(count).unwrap_or_default().trim().parse().unwrap_or_default();
    let heard = Heard::read(said.strip_prefix("ready\n").unwrap_or(""));
    let (ready, code) = (said.starts_with("ready\n"), ended.status.code());
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    (folder, Ended { heard, said, ready, code, calls })
}

/// What is wrong with a run, and with the store when the disk is well again.
fn wrong(folder: Folder, ended: &Ended, cases_before: usize) -> Result<Tally, String> {
    let Ended { heard, said, ready, code, .. } = ended;
    if !ready || *code != Some(0) {
        return Err(format!(
            "the program did not go on ({code:?}): {}",
            said.lines().next().unwrap_or_default()
        ));
    }
    let mut tally = Tally { refused: heard.refused.len() as u64, ..Tally::default() };
    for (act, words) in &heard.refused {
        let (code, words) = words.split_once(' ').unwrap_or((words, ""));
        if words.is_empty() || code == "internal" {
            return Err(format!("act {act} is refused without a reason for people: {code} {words}"));
        }
        // The cipher tells a page that could not be read from a page that is wrong by nothing: who is told of it must be told
        // to look at the disk before sending for a backup.
        if code == "damaged" {
            tally.called_damaged += 1;
            if !words.contains("ディスク") {
                return Err(format!("act {act} is called damage and no more: {words}"));
            }
        }
    }
    let mut desk = TestDesk::in_folder(folder, TestClock::new());
    let open = json!({ "password": PASSWORD });
    desk.try_call("open_store", open)
        .map_err(|refusal| format!("it does not open any more: {}", refusal.message))?;
    let found = desk
        .try_call("verify_store", json!({ "deep": true }))
        .map_err(|refusal| format!("it cannot be checked: {}", refusal.message))?;
    if found["ok"] != json!(true) {
        // A record of the keyed head that was cut short is told, and no more than that.
        let told = found["findings"].as_array().map(Vec::len) == Some(1) && found["firstBad"].is_null();
        if !told || found["journalInDoubt"] == json!(true) {
            return Err(format!("the store is not sound: {found}"));
        }
        tally.worn += 1;
    }
    let did = |act: u64| heard.done.iter().any(|(done, _)| *done == act);
    let cases = desk.call("list_cases", json!({}))["cases"].take();
    let cases = cases.as_array().expect("a list");
    let stored = cases.len() > cases_before;
    if did(2) && !stored {
        return Err("an acknowledged case is gone".to_owned());
    }
    let words_of =
        |act: u64| heard.refused.iter().find(|(refused, _)| *refused == act).map(|(_, words)| words);
    if let (Some(words), true) = (words_of(2), stored) {
        tally.stored_though_refused.push(format!("act 2: {words}"));
    }
    if stored {
        let case = desk.call("open_case", json!({ "caseId": cases[0]["caseId"] }));
        let (judged, summed) =
            (!case["findings"][0]["verdicts"]["panel"].is_null(), case["summary"].as_str() == Some("まとめ"));
        for (act, there, name) in [(3, judged, "verdict"), (4, summed, "summary")] {
            if did(act) && !there {
                return Err(format!("an acknowledged {name} is gone"));
            }
            if let (Some(words), true) = (words_of(act), there) {
                tally.stored_though_refused.push(format!("act {act}: {words}"));
            }
        }
    }
    Ok(tally)
}

#[derive(Default)]
struct Tally {
    refused: u64,
    /// Acts refused because something could not be read as it was written.
    called_damaged: u64,
    /// Acts that were refused and are there all the same, with the words.
    stored_though_refused: Vec<String>,
    worn: u64,
}

/// The part of the report. `most`: how many calls of each fault are tried, spread over all.
pub fn run(shim: &Shim, most: u64) -> Part {
    let mut part = Part::new("Failing disk");
    let mut desk = made("ordeal-faults");
    desk.call("sign_out", json!({}));
    let store = desk.folder().join("store");
    for fault in FAULTS {
        let (_, well) = run_script(shim, &store, &fault, 0);
        if well.code != Some(0) || well.heard.done.len() != 7 {
            part.fail(format!(
                "{}: the script does not go well on a sound disk: {:?} {}",
                fault.name, well.heard, well.said
            ));
            continue;
        }
        let tried = most.min(well.calls);
        let mut all = Tally::default();
        let mut failed = 0;
        for number in 0..tried {
            let at = 1 + number * well.calls / tried;
            let (folder, ended) = run_script(shim, &store, &fault, at);
            match wrong(folder, &ended, 0) {
                Ok(tally) => {
                    all.refused += tally.refused;
                    all.called_damaged += tally.called_damaged;
                    all.stored_though_refused
                        .extend(tally.stored_though_refused.iter().map(|what| format!("call {at}, {what}")));
                    all.worn += tally.worn;
                }
                Err(why) => {
                    failed += 1;
                    part.fail(format!("{} at call {at} of {}: {why}", fault.name, well.calls));
                }
            }
        }
        part.line(format!(
            "{}: {tried} of {} calls of the script, {} acts refused in words ({} as not to be read as written, by disk or damage), {} refused and stored all the same, {} worn heads told, {failed} failed.",
            fault.name, well.calls, all.refused, all.called_damaged, all.stored_though_refused.len(), all.worn
        ));
        if all.refused == 0 {
            part.fail(format!("{}: no act was refused, so nothing was disturbed", fault.name));
        }
        for what in all.stored_though_refused.iter().filter(|what| what.contains("何も記録されていません"))
        {
            part.fail(format!("{}: told not to be recorded, and is there: {what}", fault.name));
        }
    }
    part
}
