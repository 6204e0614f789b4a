//! Bits flipped in every file of a store: refused, named, or without effect on anything that a person sees.
use std::path::Path;
use std::time::Duration;

use entaku_tests::crash::{Dice, Fate, Made, Worker, copy, fate_by};
use entaku_tests::desk::{PASSWORD, TestClock, TestDesk};
use entaku_tests::place::Folder;
use serde_json::json;

use crate::report::Part;

/// The part of the report. `flips`: how many in the largest file; a tenth of it in the others.
pub fn run(flips: u64) -> Part {
    let mut part = Part::new("Damaged files");
    let mut made = Made::new("ordeal-flips");
    drafts_and_failures(&mut made);
    let names: Vec<String> = std::fs::read_dir(made.store())
        .expect("the store's folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    for name in &names {
        let size = std::fs::metadata(made.store().join(name)).map_or(0, |seen| seen.len());
        if size == 0 {
            continue;
        }
        let count = if name == "store.db" { flips } else { (flips / 10).max(2) };
        let mut dice = Dice(0x656e_7461_6b75_0021 ^ size);
        let (mut told, mut closed, mut harmless) = (0, 0, 0);
        for _ in 0..count {
            let folder = Folder::new("ordeal-flip");
            copy(&made.store(), &folder.join("store"));
            let at = flip(&folder.join("store").join(name), &mut dice);
            // A wrapped key that was changed is a wrong password to whoever tries it, and so it must be: nothing beside it may tell
            // a right one. A changed count may ask to wait.
            let codes: &[&str] = match name.as_str() {
                "keys.json" => &["damaged", "store", "sign-in-refused"],
                "attempts.json" => &["sign-in-refused"],
                _ => &["damaged"],
            };
            match fate_by(folder, &made.content, codes) {
                Fate::NotOpened(_) => closed += 1,
                Fate::Refused(_) | Fate::Named(_) => told += 1,
                // What is no part of the record: words not recorded, attempts that failed. The content is as it was.
                Fate::Unharmed if ["drafts.db", "attempts.json"].contains(&name.as_str()) => harmless += 1,
                Fate::Unharmed => part.fail(format!("a flipped bit in byte {at} of {name} went unseen")),
            }
        }
        part.line(format!(
            "{name} ({size} bytes): {count} flips, {closed} kept it closed, {told} told by the check, {harmless} without effect on the record."
        ));
    }
    log(&mut part, (flips / 4).max(3));
    part
}

/// Flips one bit; says of which byte.
fn flip(path: &Path, dice: &mut Dice) -> u64 {
    let mut bytes = std::fs::read(path).expect("the file is read");
    let at = dice.thrown(bytes.len() as u64);
    bytes[usize::try_from(at).expect("a small file")] ^= 1 << dice.thrown(8);
    std::fs::write(path, bytes).expect("the file is written");
    at
}

/// Files that a store has only sometimes.
fn drafts_and_failures(made: &mut Made) {
    made.desk.call("open_store", json!({ "password": PASSWORD }));
    let cases = made.desk.call("list_cases", json!({}));
    let place = json!({ "of": "case", "id": cases["cases"][0]["caseId"], "form": "summary", "item": "" });
    made.desk.call("keep_draft", json!({ "place": place, "typed": "書きかけ" }));
    made.desk.call("sign_out", json!({}));
    made.desk.refused("open_store", json!({ "password": "違う合言葉です-2026" }));
}

/// The log of a program that was ended by force: what is lost with a flipped bit must be told, for the keyed head knows of it.
fn log(part: &mut Part, flips: u64) {
    let (mut desk, case, _) = entaku_tests::crash::with_one_case("ordeal-log", "D-12");
    desk.call("sign_out", json!({}));
    let store = desk.folder().join("store");
    let mut worker = Worker::start(&store, &["decide", &case, "1", "0"]);
    worker.wait_for_an_act();
    let heard = worker.kill_after(Duration::from_millis(300));
    let size = std::fs::metadata(store.join("store.db-wal")).map_or(0, |seen| seen.len());
    if size == 0 {
        part.fail("the killed program left no log".to_owned());
        return;
    }
    let mut dice = Dice(0x656e_7461_6b75_0022);
    let (mut told, mut whole) = (0, 0);
    for _ in 0..flips {
        let folder = Folder::new("ordeal-flip-log");
        copy(&store, &folder.join("store"));
        // The index would hide the damage: it is made anew, as after a restart.
        let _ = std::fs::remove_file(folder.join("store/store.db-shm"));
        let at = flip(&folder.join("store/store.db-wal"), &mut dice);
        let mut desk = TestDesk::in_folder(folder, TestClock::new());
        let opened = desk.try_call("open_store", json!({ "password": PASSWORD }));
        let found = opened.and_then(|_| desk.try_call("verify_store", json!({ "deep": true })));
        if !matches!(&found, Ok(found) if found["ok"] == json!(true)) {
            told += 1;
            continue;
        }
        let shown = desk.call("open_case", json!({ "caseId": case }));
        let reason =
            shown["findings"][0]["verdicts"]["panel"]["rationale"].as_str().unwrap_or("判定 0").to_owned();
        let act: u64 = reason.trim_start_matches("判定 ").parse().unwrap_or_default();
        if act < heard.last_done() {
            part.fail(format!(
                "a flipped bit in byte {at} of the log cost act {} without a word",
                heard.last_done()
            ));
        }
        whole += 1;
    }
    part.line(format!(
        "store.db-wal of a killed program ({size} bytes): {flips} flips, {told} told, {whole} in what was over already: all {} acts there.",
        heard.last_done()
    ));
}
