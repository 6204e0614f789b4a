//! Backups by the site's plan: made when due, older generations go, nothing else does, and a failure is told.
use std::path::Path;

use chrono::Duration;
use entaku_tests::desk::{PASSWORD, TestDesk};
use serde_json::json;

fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry"));
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_backup_is_made_when_it_is_due_and_only_its_own_older_ones_go() {
    let mut desk = TestDesk::new("backup-plan");
    let wish = json!({ "institution": "円卓大学病院", "member": "佐藤 恵", "password": PASSWORD });
    desk.call("create_store", wish);
    let (place, store) = (desk.folder().join("backups"), desk.folder().join("store"));
    std::fs::create_dir(&place).expect("a folder for the backups");
    for (wrong, field) in [
        (json!({ "folder": store }), "folder"),
        (json!({ "folder": desk.folder().join("nowhere") }), "folder"),
        (json!({ "folder": "backups" }), "folder"),
        (json!({ "folder": place, "everyDays": 0 }), "everyDays"),
        (json!({ "folder": place, "generations": 1 }), "generations"),
    ] {
        let refusal = desk.refused("record_backup_plan", wrong);
        assert!(refusal.fields.contains_key(field), "{refusal:?}");
    }
    let plan = desk.call("record_backup_plan", json!({ "folder": place, "everyDays": 1, "generations": 2 }));
    assert_eq!((&plan["kept"], plan["last"].is_null()), (&json!(0), true));

    // What is none of this store's backups stays, whatever it is called.
    let mut another = TestDesk::new("backup-plan-other");
    another
        .call("create_store", json!({ "institution": "別の病院", "member": "鈴木", "password": PASSWORD }));
    another.call("backup", json!({ "out": place.join("another.backup") }));
    std::fs::write(place.join("entaku-00000000-20200101-000000.backup"), b"theirs").expect("a file");

    desk.call("sign_out", json!({}));
    assert_eq!(files(&place).len(), 3, "the first one when somebody signs out");
    let first = files(&place);
    desk.call("open_store", json!({ "password": PASSWORD }));
    assert_eq!(files(&place), first, "not twice a day");
    for day in 1..=3 {
        desk.call("sign_out", json!({}));
        desk.clock.pass(Duration::days(1));
        let session = desk.call("open_store", json!({ "password": PASSWORD }));
        assert_eq!(session["backupProblem"], json!(null), "day {day}");
        assert_eq!(files(&place).len(), 4, "day {day}: two generations and two others");
    }
    let now = files(&place);
    assert!(
        now.contains(&"another.backup".to_owned()) && now.iter().any(|name| name.contains("00000000")),
        "{now:?}"
    );
    let ours: Vec<_> = now.iter().filter(|name| !first.contains(name)).collect();
    assert_eq!(ours.len(), 2, "the first one went: {now:?}");
    let plan = desk.call("backup_plan", json!({}));
    assert_eq!(plan["kept"], 2);
    let log = desk.call("access_log", json!({}));
    let said = log.to_string();
    assert!(said.contains("予定によるバックアップ"), "{said}");

    // The last one is a whole store.
    let last = place.join(ours[1]);
    assert_eq!(desk.call("verify_store", json!({ "against": last }))["ok"], true);
    let back = desk.folder().join("back");
    desk.call("restore", json!({ "from": last, "dir": back, "password": PASSWORD }));

    // A disk that is not connected: who signs in is told, and let in.
    std::fs::remove_dir_all(&place).expect("the disk goes");
    desk.clock.pass(Duration::days(1));
    let session = desk.call("open_store", json!({ "dir": store, "password": PASSWORD }));
    let said = session["backupProblem"].as_str().expect("it is told");
    assert!(said.contains("見つかりません") && said.contains("backups"), "{said}");
    desk.call("record_backup_plan", json!({}));
    desk.call("sign_out", json!({}));
    let session = desk.call("open_store", json!({ "dir": store, "password": PASSWORD }));
    assert_eq!(session["backupProblem"], json!(null), "without a plan nothing is due");
}

#[test]
fn a_generation_goes_only_after_a_sound_one_was_made() {
    let mut desk = TestDesk::new("backup-plan-sound");
    desk.call(
        "create_store",
        json!({ "institution": "円卓大学病院", "member": "佐藤 恵", "password": PASSWORD }),
    );
    let place = desk.folder().join("backups");
    std::fs::create_dir(&place).expect("a folder for the backups");
    desk.call("record_backup_plan", json!({ "folder": place, "everyDays": 1, "generations": 2 }));
    for _ in 0..2 {
        desk.call("sign_out", json!({}));
        desk.clock.pass(Duration::days(1));
        desk.call("open_store", json!({ "password": PASSWORD }));
    }
    let before = files(&place);
    assert_eq!(before.len(), 2);
    // One that was damaged on the disk says of itself that it is a backup no more, and neither counts nor goes.
    let damaged = place.join(&before[0]);
    let mut bytes = std::fs::read(&damaged).expect("the backup is read");
    let end = bytes.len() - 200;
    bytes[end..].fill(0);
    std::fs::write(&damaged, bytes).expect("the backup is damaged");
    desk.call("sign_out", json!({}));
    desk.clock.pass(Duration::days(1));
    desk.call("open_store", json!({ "password": PASSWORD }));
    assert_eq!(files(&place).len(), 3, "two sound ones, and the damaged one for whoever wants to look at it");
}
