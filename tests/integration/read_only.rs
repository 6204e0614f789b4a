//! A store on a disk, or in a folder, that cannot be written: everything that only shows works, what records is refused in the
//! right words, and who looked is not lost.
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use entaku_tests::laboratory;
use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;
use serde_json::{Value, json};

/// Lets nobody write the store any more, or its owner again.
fn lock(store: &Path, locked: bool) {
    let (file, folder) = if locked { (0o444, 0o555) } else { (0o600, 0o700) };
    let set = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("rights are set");
    };
    set(store, 0o700);
    for entry in std::fs::read_dir(store).expect("the store") {
        set(&entry.expect("an entry").path(), file);
    }
    set(store, folder);
}

fn bytes(store: &Path) -> Vec<(std::ffi::OsString, Vec<u8>)> {
    let entries = std::fs::read_dir(store).expect("the store").map(|entry| entry.expect("an entry"));
    let mut all: Vec<_> = entries
        .map(|entry| (entry.file_name(), std::fs::read(entry.path()).expect("the file is read")))
        .collect();
    all.sort();
    all
}

/// A store with one case, and the case's id.
fn store(folder: &Folder, terminal: &Terminal) -> String {
    terminal.ok(&["init", "--institution", "円卓大学病院", "--member", "佐藤 恵"]);
    let file = folder.join("case.json");
    std::fs::write(&file, laboratory::cats("R-4", 4).to_string()).expect("the file is written");
    let file = file.display().to_string();
    terminal.ok(&["intake", &file])["caseId"].as_str().expect("a case has an id").to_owned()
}

fn looked_aside(log: &Value) -> Vec<String> {
    let rows = log.as_array().expect("a list").iter().rev();
    let aside = rows.filter(|row| row["kind"] == "access.notedAside" || row["what"] == "access.notedAside");
    aside.map(|row| row.to_string()).collect()
}

#[test]
fn a_store_that_cannot_be_written_is_read_and_who_looked_is_taken_over_later() {
    let folder = Folder::new("read-only");
    let place = folder.join("store");
    let mut terminal = Terminal::on(&place);
    let case = store(&folder, &terminal);
    lock(&place, true);
    let before = bytes(&place);

    terminal = terminal.reading_only(true);
    assert_eq!(terminal.ok(&["cases"]).as_array().map(Vec::len), Some(1));
    let shown = terminal.ok(&["show", &case]);
    assert_eq!(shown["caseId"], json!(case));
    assert_eq!(terminal.ok(&["verify", "--deep"])["ok"], true);
    let backup = terminal.home().join("store.backup").display().to_string();
    let made = terminal.ok(&["backup", "--out", &backup]);
    assert!(
        made["events"].as_u64().is_some_and(|events| events > 3),
        "what can be read can be rescued: {made}"
    );

    let wish = json!({
        "caseId": case, "expectedVersion": shown["version"], "findingIds": ["F1"],
        "scale": "oncogenicity-2022", "class": "vus",
    });
    for (act, words) in
        [("judge_finding", wish), ("record_institution", json!({ "institution": "別の病院" }))]
    {
        let refusal = terminal.refused(&["call", act, &words.to_string()]);
        let said = refusal["message"].as_str().expect("a refusal has words");
        assert_eq!(refusal["code"], "store", "{act}: {refusal}");
        assert!(said.contains("書き込めません") && said.contains("何も記録されていません"), "{act}: {said}");
        assert!(!said.contains("復元"), "nothing is damaged, so nothing is to be restored: {said}");
    }
    assert_eq!(bytes(&place), before, "nothing was written there");

    // Who can leave no note is shown nothing of a patient.
    let mut homeless = Terminal::on(&place).reading_only(true).homeless(true);
    let refusal = homeless.refused(&["show", &case]);
    assert!(refusal["message"].as_str().is_some_and(|said| said.contains("控え")), "{refusal}");

    // The notes are encrypted; they are taken over once, by their member, when the store can be written.
    let state = terminal.home().join(".local/state/entaku");
    for (name, bytes) in bytes(&state) {
        let said = "caseOpened".as_bytes();
        assert!(!bytes.windows(said.len()).any(|window| window == said), "{name:?} can be read");
    }
    lock(&place, false);
    terminal = terminal.reading_only(false);
    let log = terminal.ok(&["access-log"]);
    let aside = looked_aside(&log);
    let opened: Vec<_> = aside.iter().filter(|row| row.contains("症例を開いた")).collect();
    assert_eq!(opened.len(), 1, "{aside:?}");
    assert!(aside.iter().any(|row| row.contains("バックアップ")), "{aside:?}");
    assert!(opened[0].contains("読み取り専用"), "it is told that the note was kept elsewhere: {opened:?}");
    assert_eq!(looked_aside(&terminal.ok(&["access-log"])), aside, "once");
    assert_eq!(terminal.ok(&["verify", "--deep"])["ok"], true);
    homeless = homeless.reading_only(false);
    assert_eq!(homeless.ok(&["verify"])["ok"], true, "where the store takes notes, no home is needed");
}

#[test]
fn what_was_recorded_last_is_read_from_the_log_that_a_killed_program_left() {
    let folder = Folder::new("read-only-log");
    let (place, copy) = (folder.join("store"), folder.join("copy"));
    let terminal = Terminal::on(&place);
    let case = store(&folder, &terminal);
    // A program at work, copied as it stands: what was recorded last lies in the log.
    let mut desk = entaku_tests::desk::TestDesk::in_folder(
        Folder::new("read-only-desk"),
        entaku_tests::desk::TestClock::new(),
    );
    let password = entaku_tests::desk::PASSWORD;
    desk.call("open_store", json!({ "dir": place, "password": password }));
    let version = desk.call("open_case", json!({ "caseId": case }))["version"].clone();
    let wish = json!({ "caseId": case, "expectedVersion": version, "summary": "最後に書いたまとめ" });
    desk.call("write_summary", wish);
    std::fs::create_dir(&copy).expect("a folder for the copy");
    for entry in std::fs::read_dir(&place).expect("the store") {
        let entry = entry.expect("an entry");
        if entry.file_name() != "store.db-shm" {
            std::fs::copy(entry.path(), copy.join(entry.file_name())).expect("the file is copied");
        }
    }
    lock(&copy, true);
    let reader = Terminal::on(&copy).reading_only(true);
    let shown = reader.ok(&["show", &case]);
    assert!(shown.to_string().contains("最後に書いたまとめ"), "what was recorded last is shown");
    assert_eq!(reader.ok(&["verify"])["ok"], true);
    lock(&copy, false);
}
