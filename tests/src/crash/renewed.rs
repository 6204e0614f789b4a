//! A store that is encrypted anew, and what must be true of it when that was cut short.
use serde_json::{Value, json};

use super::killing::{made, reopen};
use super::worker_process::Heard;
use crate::desk::TestDesk;
use crate::laboratory;

const TYPED: &str = "まだ記録していない言葉";

/// A store with cases enough that encrypting it takes a while, and something typed that nobody recorded.
pub fn full(name: &str) -> (TestDesk, String) {
    let mut desk = made(name);
    let mut last = Value::Null;
    for number in 0..6 {
        let name = format!("R-{number}");
        let file = desk.folder().join(format!("{name}.json"));
        std::fs::write(&file, laboratory::cats(&name, 120).to_string()).expect("the file is written");
        last = desk.call("intake", json!({ "paths": [file] }))["case"]["caseId"].take();
    }
    let case = last.as_str().expect("a case has an id").to_owned();
    let place = json!({ "of": "case", "id": case, "form": "summary", "item": "" });
    desk.call("keep_draft", json!({ "place": place, "typed": json!({ "text": TYPED }).to_string() }));
    (desk, case)
}

/// After a kill while the store was encrypted anew: nothing is missing, the store has the key that it is to have, and no acknowledged report is gone.
pub fn check_renewed(desk: &mut TestDesk, case: &str, before: u64, heard: &Heard) -> Result<u64, String> {
    reopen(desk)?;
    let keys = std::fs::read_to_string(desk.folder().join("store/keys.json")).expect("keys.json is read");
    let keys: Value = serde_json::from_str(&keys).expect("keys.json is JSON");
    if keys.to_string().contains("\"former\"") {
        return Err("the work was not taken up".to_owned());
    }
    let renewed = keys["generation"].as_u64().expect("a number") - 1;
    let done = heard.done.len() as u64;
    let begun = u64::from(heard.was_amid_an_act());
    if !(before + done..=before + done + begun).contains(&renewed) {
        return Err(format!("{renewed} keys after the first, {before} before, heard {heard:?}"));
    }
    let cases = desk.call("list_cases", json!({}));
    let found = desk.call("open_case", json!({ "caseId": case }));
    let drafts = desk.call("drafts", json!({}));
    let findings = found["findings"].as_array().map_or(0, Vec::len);
    if cases["total"] != json!(6) || findings < 100 || !drafts.to_string().contains(TYPED) {
        return Err(format!("{} cases, {findings} findings, drafts {drafts}", cases["total"]));
    }
    Ok(renewed)
}
