//! Files that are read while the desk does something else.

use super::{desk, done, refused};
use crate::Desk;
use entaku_domain::event::Stream;
use serde_json::{Value, json};

const PASSWORD: &str = "entaku-demo-2026";

fn store(desk: &mut Desk) {
    done(
        desk,
        "create_store",
        json!({ "institution": "円卓大学病院", "member": "座長", "signIn": "zacho", "password": PASSWORD }),
    );
}

fn written(folder: &std::path::Path, name: &str) -> std::path::PathBuf {
    std::fs::create_dir_all(folder).unwrap();
    let path = folder.join(name);
    let mut report: Value = serde_json::from_slice(&crate::topics::demo::report_for_tests()).unwrap();
    report["testInfo"]["testId"] = json!(name);
    std::fs::write(&path, report.to_string()).unwrap();
    path
}

fn cases(desk: &mut Desk) -> usize {
    done(desk, "list_cases", json!({}))["cases"].as_array().unwrap().len()
}

#[test]
fn what_was_read_apart_is_stored_without_being_read_again() {
    let (mut desk, folder) = desk();
    store(&mut desk);
    let path = written(&folder.0, "one.json");
    let args = json!({ "paths": [path] });
    let ready = desk.apart("intake", &args).expect("an intake has a part of its own").work();
    // Another act meanwhile; and the file goes, so that it cannot be read a second time.
    assert_eq!(cases(&mut desk), 0);
    std::fs::remove_file(&path).unwrap();
    desk.lay_out(ready).unwrap();
    done(&mut desk, "intake", args.clone());
    desk.put_away();
    assert_eq!(cases(&mut desk), 1);
    assert_eq!(refused(&mut desk, "intake", args), "file", "it lies there once");
}

#[test]
fn what_was_read_for_one_session_is_nothing_to_another() {
    let (mut desk, folder) = desk();
    store(&mut desk);
    let args = json!({ "paths": [written(&folder.0, "one.json")] });
    let ready = desk.apart("intake", &args).unwrap().work();
    done(&mut desk, "sign_out", json!({}));
    done(&mut desk, "open_store", json!({ "signIn": "zacho", "password": PASSWORD }));
    let problem = desk.lay_out(ready).unwrap_err();
    assert_eq!(problem.code, crate::Code::Intake);
    assert_eq!(cases(&mut desk), 0);
}

#[test]
fn a_file_that_cannot_be_used_is_refused_by_its_name_and_the_others_of_a_batch_are_loaded() {
    let (mut desk, folder) = desk();
    store(&mut desk);
    let bad = folder.0.join("bad.json");
    std::fs::write(&bad, "no report").unwrap();
    let args = json!({ "batch": true, "paths": [written(&folder.0, "one.json"), bad, written(&folder.0, "two.json")] });
    let ready = desk.apart("intake", &args).unwrap().work();
    desk.lay_out(ready).unwrap();
    let loaded = done(&mut desk, "intake", args);
    assert_eq!(loaded["files"].as_array().unwrap().len(), 2);
    assert_eq!(loaded["refused"].as_array().unwrap().len(), 1);
    assert_eq!(cases(&mut desk), 2);
}

#[test]
fn a_file_is_looked_into_apart_and_told_as_it_would_be_at_the_desk() {
    let (mut desk, folder) = desk();
    store(&mut desk);
    let args = json!({ "path": written(&folder.0, "one.json") });
    let at_desk = done(&mut desk, "inspect_file", args.clone());
    let ready = desk.apart("inspect_file", &args).unwrap().work();
    desk.lay_out(ready).unwrap();
    assert_eq!(done(&mut desk, "inspect_file", args), at_desk);
}

#[test]
fn who_may_not_load_files_has_nothing_read() {
    let (desk, folder) = desk();
    let args = json!({ "paths": [written(&folder.0, "one.json")] });
    assert!(desk.apart("intake", &args).is_none(), "nobody is signed in");
    assert!(desk.apart("list_cases", &json!({})).is_none());
    assert!(desk.apart("export_ledger", &json!({})).is_none());
}

fn looks(desk: &Desk) -> Vec<&'static str> {
    let events = desk.session().unwrap().store.load_events(&Stream::Access).unwrap();
    events.iter().map(|event| event.body.kind()).collect()
}

/// What a deputy does, told as it would be at the desk.
fn by_deputy(desk: &mut Desk, name: &str, args: Value) -> Result<Value, crate::ApiError> {
    let ready = desk.apart(name, &args).expect("it may take long").work();
    desk.act_after(ready, name, args).map(|answer| serde_json::from_str(answer.get()).unwrap())
}

#[test]
fn something_long_is_done_at_a_desk_of_its_own_as_it_would_be_at_the_first() {
    let (mut desk, folder) = desk();
    store(&mut desk);
    done(&mut desk, "intake", json!({ "paths": [written(&folder.0, "one.json")] }));
    let out = |name: &str| json!({ "out": folder.0.join(name) });
    let at_desk = done(&mut desk, "export_ledger", out("a.csv"));
    // Another act comes in between, by which the journal grows.
    let ready = desk.apart("export_ledger", &out("b.csv")).unwrap();
    done(&mut desk, "intake", json!({ "paths": [written(&folder.0, "two.json")] }));
    let ready = ready.work();
    assert_eq!(cases(&mut desk), 2, "the first desk goes on");
    let rows = desk.act_after(ready, "export_ledger", out("b.csv")).unwrap();
    let rows: Value = serde_json::from_str(rows.get()).unwrap();
    assert_eq!(at_desk["rows"], 1);
    assert_eq!(rows["rows"], 2, "it reads what stands when it is done");
    let taken = looks(&desk).into_iter().filter(|kind| *kind == "access.tableExported");
    assert_eq!(taken.count(), 2, "both stand in the access log: {:?}", looks(&desk));
    let checked = by_deputy(&mut desk, "verify_store", json!({ "deep": true })).unwrap();
    assert_eq!(checked["ok"], true, "{checked}");
    // What the deputy recorded is in the way of nothing that the first desk records.
    done(&mut desk, "intake", json!({ "paths": [written(&folder.0, "three.json")] }));
    assert_eq!(cases(&mut desk), 3);
}

#[test]
fn what_a_deputy_noted_once_is_noted_once() {
    let (mut desk, folder) = desk();
    store(&mut desk);
    done(&mut desk, "intake", json!({ "paths": [written(&folder.0, "one.json")] }));
    let case = done(&mut desk, "list_cases", json!({}))["cases"][0]["caseId"].clone();
    let args = json!({ "caseId": case });
    by_deputy(&mut desk, "preview_report", args.clone()).unwrap();
    let once = looks(&desk);
    by_deputy(&mut desk, "preview_report", args.clone()).unwrap();
    done(&mut desk, "preview_report", args);
    assert_eq!(looks(&desk), once);
}

#[test]
fn what_a_deputy_found_is_shown_to_nobody_else() {
    let (mut desk, folder) = desk();
    store(&mut desk);
    done(&mut desk, "intake", json!({ "paths": [written(&folder.0, "one.json")] }));
    let out = folder.0.join("whole.backup");
    let args = json!({ "out": out });
    let ready = desk.apart("backup", &args).unwrap();
    // Closing does not wait for the one who reads.
    done(&mut desk, "sign_out", json!({}));
    let ready = ready.work();
    let problem = desk.act_after(ready, "backup", args).unwrap_err();
    assert_eq!(problem.code, "not-signed-in");
    assert!(problem.message.contains("終わりました"), "{}", problem.message);
    assert!(out.is_file(), "what was done is there");
    done(&mut desk, "open_store", json!({ "signIn": "zacho", "password": PASSWORD }));
    assert!(looks(&desk).contains(&"access.backedUp"));
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn who_may_not_is_refused_by_the_deputy_too() {
    let (mut desk, folder) = desk();
    store(&mut desk);
    let viewer = json!({ "name": "見学", "signIn": "viewer", "password": PASSWORD, "roles": ["viewer"] });
    done(&mut desk, "add_member", viewer);
    done(&mut desk, "sign_out", json!({}));
    done(&mut desk, "open_store", json!({ "signIn": "viewer", "password": PASSWORD }));
    let next = json!({ "old": PASSWORD, "new": "an own long password 77" });
    done(&mut desk, "change_password", next);
    let out = folder.0.join("whole.backup");
    let problem = by_deputy(&mut desk, "backup", json!({ "out": out })).unwrap_err();
    assert_eq!(problem.code, "forbidden");
    assert!(!out.exists());
    assert!(looks(&desk).contains(&"access.denied"));
}
