//! Two programs at one store: what gets a number is not refused because the other one was quicker.

use super::*;

/// A second desk at the store of the first, signed in as the same member.
fn second(folder: &Folder) -> Desk {
    let environment = Environment {
        clock: std::sync::Arc::new(Fixed),
        store_dir: folder.0.join("store"),
        state_dir: None,
        device: "another".to_owned(),
        kdf: KdfParams { memory_kib: 64, passes: 1, lanes: 1 },
    };
    let mut desk = Desk::new(environment).unwrap();
    done(&mut desk, "open_store", json!({ "password": PASSWORD }));
    desk
}

const PASSWORD: &str = "円卓のための合言葉-2026";

fn two() -> (Desk, Desk, Folder) {
    let (mut one, folder) = desk();
    let new = json!({ "institution": "円卓大学病院", "member": "佐藤 恵", "password": PASSWORD });
    done(&mut one, "create_store", new);
    let other = second(&folder);
    (one, other, folder)
}

fn phrase(title: &str) -> Value {
    json!({ "phrase": { "title": title, "text": "経過を観察する。", "fields": ["summary"], "language": "ja" } })
}

fn ids(list: &Value) -> Vec<&str> {
    list["phrases"].as_array().unwrap().iter().filter_map(|one| one["id"].as_str()).collect()
}

#[test]
fn phrases_added_at_two_desks_have_numbers_of_their_own() {
    let (mut one, mut other, _folder) = two();
    done(&mut one, "record_phrase", phrase("一つめ"));
    let listed = done(&mut other, "record_phrase", phrase("二つめ"));
    assert_eq!(ids(&listed), ["P1", "P2"]);
    assert_eq!(refused(&mut one, "record_phrase", phrase("二つめ")), "invalid", "a title that exists by now");
    let example = done(&mut other, "phrases", json!({}))["examples"][0].take();
    let adopt = json!({ "example": example["id"], "language": example["languages"][0] });
    done(&mut other, "adopt_phrase", adopt.clone());
    assert_eq!(refused(&mut one, "adopt_phrase", adopt), "invalid", "an example that was taken over by now");
}

#[test]
fn a_member_and_a_password_are_not_lost_to_what_another_desk_recorded() {
    let (mut one, mut other, _folder) = two();
    let member = |name: &str| json!({ "name": name, "password": "別の合言葉-2026-円卓", "roles": ["member"], "qualifications": [] });
    done(&mut one, "add_member", member("鈴木 一郎"));
    let members = done(&mut other, "add_member", member("高橋 葉子"));
    assert_eq!(members.as_array().map(Vec::len), Some(3), "{members}");
    done(&mut one, "change_password", json!({ "old": PASSWORD, "new": "新しい合言葉-円卓-2026" }));
    assert_eq!(done(&mut one, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn a_setting_that_another_desk_changed_is_refused_once_and_then_shown() {
    let (mut one, mut other, _folder) = two();
    done(&mut one, "record_institution", json!({ "institution": "新円卓大学病院" }));
    let wish = json!({ "institution": "旧円卓大学病院" });
    assert_eq!(
        refused(&mut other, "record_institution", wish.clone()),
        "stale",
        "it would be overwritten unseen"
    );
    done(&mut other, "record_institution", wish);
}

#[test]
fn a_file_is_added_to_a_case_that_changed_unless_a_version_was_told() {
    let (mut one, mut other, folder) = two();
    let file = |name: &str| {
        let path = folder.0.join(name);
        let mut bytes = crate::topics::demo::report_for_tests();
        bytes.extend(name.bytes().map(|_| b' '));
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let case = done(&mut one, "intake", json!({ "paths": [file("a")] }))["case"].take();
    let told = json!({ "paths": [file("bb")], "caseId": case["caseId"], "expectedVersion": case["version"] });
    done(&mut other, "intake", told.clone());
    assert_eq!(refused(&mut one, "intake", told), "stale");
    done(&mut one, "intake", json!({ "paths": [file("ccc")], "caseId": case["caseId"] }));
    let number = done(&mut other, "intake", json!({ "paths": [file("dddd")] }))["case"]["caseNo"].take();
    assert_eq!(number, "2026-0002");
}
