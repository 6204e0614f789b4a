//! Files that are read while the desk does something else.

use super::{desk, done, refused};
use crate::Desk;
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
}
