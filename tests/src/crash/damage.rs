//! A store whose files are changed from outside, and what becomes of it.
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::desk::{PASSWORD, TestClock, TestDesk};
use crate::laboratory;
use crate::place::Folder;

/// A closed store with cases and verdicts, in the folder of the desk that made it.
pub struct Made {
    /// The desk that made it.
    pub desk: TestDesk,
    /// All that a person sees of it.
    pub content: Value,
}

impl Made {
    /// Makes one.
    pub fn new(name: &str) -> Self {
        let mut desk = TestDesk::new(name);
        let wish = json!({ "institution": "円卓大学病院", "member": "佐藤 恵", "password": PASSWORD });
        desk.call("create_store", wish);
        for number in 1..=3 {
            receive(&mut desk, number);
        }
        let content = content(&mut desk).expect("a sound store can be read");
        desk.call("sign_out", json!({}));
        Self { desk, content }
    }

    /// Its folder.
    pub fn store(&self) -> PathBuf {
        self.desk.folder().join("store")
    }

    /// A copy of the store in a folder of its own.
    pub fn copy(&self, name: &str) -> Folder {
        let folder = Folder::new(name);
        copy(&self.store(), &folder.join("store"));
        folder
    }
}

/// A case with a verdict.
pub fn receive(desk: &mut TestDesk, number: usize) {
    let file = desk.folder().join(format!("case-{number}.json"));
    let report = laboratory::cats(&format!("R-{number}"), 120 * number);
    std::fs::write(&file, report.to_string()).expect("the file is written");
    let case = desk.call("intake", json!({ "paths": [file] }))["case"].take();
    let wish = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F1", "F2"],
        "scale": "oncogenicity-2022", "class": "oncogenic", "rationale": "既知のホットスポット変異。",
    });
    desk.call("judge_finding", wish);
}

/// Copies a folder of files.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).expect("a folder for the copy");
    for entry in std::fs::read_dir(from).expect("the store's folder") {
        let entry = entry.expect("an entry of the folder");
        std::fs::copy(entry.path(), to.join(entry.file_name())).expect("the file is copied");
    }
}

/// All that a person sees: the list, and every case with every field.
pub fn content(desk: &mut TestDesk) -> Result<Value, String> {
    let said = |refusal: entaku_desk::ApiError| refusal.code;
    let list = desk.try_call("list_cases", json!({})).map_err(said)?;
    let mut cases = Vec::new();
    for row in list["cases"].as_array().expect("a list") {
        let args = json!({ "caseId": row["caseId"], "verbatim": true });
        cases.push(desk.try_call("open_case", args).map_err(said)?);
    }
    Ok(json!({ "list": list, "cases": cases }))
}

/// What became of a damaged store.
#[derive(Debug, PartialEq)]
pub enum Fate {
    /// It does not open.
    NotOpened(String),
    /// The check is refused, with words that say why.
    Refused(String),
    /// The check says what is wrong.
    Named(Value),
    /// The check finds nothing wrong and the content is as it was.
    Unharmed,
}

/// What becomes of the store in this folder, which held `expected` before it was damaged.
pub fn fate(folder: Folder, expected: &Value) -> Fate {
    // A missing file reads as "no store here"; any other damage tells a script that the store is not in order.
    fate_by(folder, expected, &["damaged", "not-found"])
}

/// As [`fate`], where one of these codes may stand for what does not open.
pub fn fate_by(folder: Folder, expected: &Value, codes: &[&str]) -> Fate {
    let mut desk = TestDesk::in_folder(folder, TestClock::new());
    if let Err(refusal) = desk.try_call("open_store", json!({ "password": PASSWORD })) {
        assert!(!refusal.message.is_empty(), "a refusal has words");
        assert!(codes.contains(&refusal.code.as_str()), "{}: {}", refusal.code, refusal.message);
        return Fate::NotOpened(refusal.message);
    }
    let found = match desk.try_call("verify_store", json!({ "deep": true })) {
        Err(refusal) => {
            assert!(!refusal.message.is_empty(), "a refusal has words");
            return Fate::Refused(refusal.message);
        }
        Ok(found) => found,
    };
    if found["ok"] != json!(true) {
        assert_ne!(found["findings"], json!([]), "what is not in order is named: {found}");
        return Fate::Named(found);
    }
    assert_eq!(
        content(&mut desk).as_ref(),
        Ok(expected),
        "the check says ok, so the content must be as it was"
    );
    Fate::Unharmed
}
