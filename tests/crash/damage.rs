//! The files of a store changed from outside: whatever is done to them is refused or named, never a panic, never
//! taken for sound.
use std::path::{Path, PathBuf};

use entaku_tests::desk::{PASSWORD, TestClock, TestDesk};
use entaku_tests::laboratory;
use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;
use serde_json::{Value, json};

/// Positions of the database at which one byte is changed.
const FLIPS: u64 = 60;

/// A closed store with cases and verdicts, in the folder of the desk that made it.
struct Made {
    desk: TestDesk,
    content: Value,
}

impl Made {
    fn new(name: &str) -> Self {
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

    fn store(&self) -> PathBuf {
        self.desk.folder().join("store")
    }

    /// A copy of the store in a folder of its own.
    fn copy(&self, name: &str) -> Folder {
        let folder = Folder::new(name);
        copy(&self.store(), &folder.join("store"));
        folder
    }
}

/// A case with a verdict.
fn receive(desk: &mut TestDesk, number: usize) {
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

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir(to).expect("a folder for the copy");
    for entry in std::fs::read_dir(from).expect("the store's folder") {
        let entry = entry.expect("an entry of the folder");
        std::fs::copy(entry.path(), to.join(entry.file_name())).expect("the file is copied");
    }
}

/// All that a person sees: the list, and every case with every field.
fn content(desk: &mut TestDesk) -> Result<Value, String> {
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
enum Fate {
    /// It does not open.
    NotOpened(String),
    /// The check is refused, with words that say why.
    Refused(String),
    /// The check says what is wrong.
    Named(Value),
    /// The check finds nothing wrong and the content is as it was.
    Unharmed,
}

fn fate(folder: Folder, expected: &Value) -> Fate {
    let mut desk = TestDesk::in_folder(folder, TestClock::new());
    if let Err(refusal) = desk.try_call("open_store", json!({ "password": PASSWORD })) {
        assert!(!refusal.message.is_empty(), "a refusal has words");
        // A missing file reads as "no store here"; any other damage tells a script that the store is not in order.
        assert!(
            ["damaged", "not-found"].contains(&refusal.code.as_str()),
            "{}: {}",
            refusal.code,
            refusal.message
        );
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

#[test]
fn a_changed_byte_anywhere_in_the_database_is_refused_or_named() {
    let made = Made::new("damage-flip");
    let size = std::fs::metadata(made.store().join("store.db")).expect("the database").len();
    let (mut closed, mut told) = (0, 0);
    for flip in 0..FLIPS {
        // Spread over the file, never at the same place of a page; the first bytes and the last one are among them.
        let at = if flip + 1 == FLIPS { size - 1 } else { flip * (size / FLIPS) + flip * 67 % 4096 };
        let folder = made.copy("damage-flip-copy");
        let database = folder.join("store/store.db");
        let mut bytes = std::fs::read(&database).expect("the database is read");
        bytes[usize::try_from(at).expect("a small file")] ^= 1 << (flip % 8);
        std::fs::write(&database, bytes).expect("the database is written");
        match fate(folder, &made.content) {
            Fate::Unharmed => panic!("a changed bit in byte {at} of {size} went unseen"),
            Fate::NotOpened(_) => closed += 1,
            Fate::Refused(_) | Fate::Named(_) => told += 1,
        }
    }
    println!("{FLIPS} flips in {size} bytes: {closed} did not open, {told} were told by the check");
    assert!(told > 0, "bytes that opening does not read are among them, otherwise the check was not tried");
}

#[test]
fn a_shortened_database_is_refused_or_named() {
    let made = Made::new("damage-cut");
    let size = std::fs::metadata(made.store().join("store.db")).expect("the database").len();
    for length in [0, 1, 15, 16, 100, 4095, 4096, size / 3, size / 2 / 4096 * 4096, size - 4096, size - 1] {
        let folder = made.copy("damage-cut-copy");
        let database = std::fs::File::options().write(true).open(folder.join("store/store.db"));
        database.and_then(|file| file.set_len(length)).expect("the database is cut");
        assert_ne!(
            fate(folder, &made.content),
            Fate::Unharmed,
            "cut from {size} to {length} bytes, and nobody noticed"
        );
    }
}

#[test]
fn a_missing_file_of_the_store_is_refused_or_named() {
    let made = Made::new("damage-missing");
    for name in ["store.db", "keys.json", "head.log"] {
        let folder = made.copy("damage-missing-copy");
        std::fs::remove_file(folder.join("store").join(name)).expect("the file was there");
        assert_ne!(fate(folder, &made.content), Fate::Unharmed, "{name} is gone, and nobody noticed");
    }
}

#[test]
fn an_untouched_copy_is_sound() {
    let made = Made::new("damage-none");
    assert_eq!(
        fate(made.copy("damage-none-copy"), &made.content),
        Fate::Unharmed,
        "otherwise the tests beside this one would prove nothing"
    );
}

#[test]
fn an_older_database_put_back_is_not_taken_for_the_present_one() {
    let mut made = Made::new("damage-rollback");
    let older = std::fs::read(made.store().join("store.db")).expect("the database is read");
    made.desk.call("open_store", json!({ "password": PASSWORD }));
    receive(&mut made.desk, 4);
    made.desk.call("sign_out", json!({}));

    let folder = made.copy("damage-rollback-copy");
    std::fs::write(folder.join("store/store.db"), older).expect("the older database is put back");
    let ended = Terminal::on(folder.join("store")).run(&["verify"]);
    assert_eq!(ended.status, 1, "the terminal's check is not passed: {ended:?}");
    assert!(
        !ended.stdout.contains("\"ok\":true") && !ended.stdout.contains("\"ok\": true"),
        "nowhere does it say ok: {ended:?}"
    );
    assert_ne!(fate(folder, &made.content), Fate::Unharmed, "nor does the desk take it for sound");
}
