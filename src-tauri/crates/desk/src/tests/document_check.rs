//! A PDF in hand is, or is not, byte for byte what was finalised.

use super::{Folder, decide_all, demo_case, desk, done, refused, sign_all};
use crate::Desk;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn exported(desk: &mut Desk, folder: &Folder, case: &Value, revision: u32, name: &str) -> PathBuf {
    let out = folder.0.join(name);
    let args = json!({ "caseId": case["caseId"], "kind": "panel", "revision": revision, "out": out });
    done(desk, "export_document", args);
    out
}

fn finalise(desk: &mut Desk, case: &Value) -> Value {
    let case = sign_all(desk, case);
    done(desk, "finalise_report", json!({ "caseId": case["caseId"], "expectedVersion": case["version"] }))
}

fn finalised() -> (Desk, Folder, Value) {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let case = decide_all(&mut desk, &case);
    let case = finalise(&mut desk, &case);
    (desk, folder, case)
}

fn check(desk: &mut Desk, path: &Path) -> Value {
    done(desk, "verify_document", json!({ "path": path }))
}

#[test]
fn the_exact_file_is_known_and_one_changed_byte_is_told() {
    let (mut desk, folder, case) = finalised();
    let path = exported(&mut desk, &folder, &case, 1, "r1.pdf");
    let found = check(&mut desk, &path);
    assert_eq!((&found["verdict"], &found["identical"]), (&json!("identical"), &json!(true)), "{found}");
    let document = &found["document"];
    assert_eq!((&document["caseNo"], &document["revision"]), (&case["caseNo"], &json!(1)));
    assert_eq!((&document["language"], &document["by"]), (&json!("ja"), &json!("佐藤 恵")));
    assert_eq!(document["supersededBy"], Value::Null);
    let bytes = std::fs::read(&path).unwrap();
    for at in [bytes.len() / 3, bytes.len() / 2, bytes.len() - 2] {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        std::fs::write(&path, changed).unwrap();
        let found = check(&mut desk, &path);
        assert_eq!((&found["verdict"], &found["identical"]), (&json!("changed"), &json!(false)), "byte {at}");
        assert_eq!(found["document"]["revision"], 1, "it says what it calls itself");
    }
}

#[test]
fn a_draft_is_no_finalised_report() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let path = exported(&mut desk, &folder, &case, 0, "draft.pdf");
    assert_eq!(check(&mut desk, &path)["verdict"], "draft");
}

#[test]
fn an_earlier_revision_is_known_with_a_notice() {
    let (mut desk, folder, case) = finalised();
    let path = exported(&mut desk, &folder, &case, 1, "r1.pdf");
    let amend = json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "reason": "誤記" });
    let case = done(&mut desk, "open_amendment", amend);
    let case = finalise(&mut desk, &case);
    let found = check(&mut desk, &path);
    assert_eq!((&found["verdict"], &found["document"]["supersededBy"]), (&json!("identical"), &json!(2)));
    assert!(found["message"]["ja"].as_str().unwrap().contains("第2版"), "{found}");
    let path = exported(&mut desk, &folder, &case, 2, "r2.pdf");
    assert_eq!(check(&mut desk, &path)["document"]["supersededBy"], Value::Null);
}

#[test]
fn a_document_of_another_store_is_not_ours() {
    let (mut first, folder, case) = finalised();
    let path = exported(&mut first, &folder, &case, 1, "r1.pdf");
    let (mut second, _other, _) = finalised();
    let found = check(&mut second, &path);
    assert_eq!((&found["verdict"], &found["document"]), (&json!("unknown"), &Value::Null), "{found}");
}

#[test]
fn what_is_no_document_is_refused_before_it_is_read() {
    let (mut desk, folder, _) = finalised();
    let huge = folder.0.join("huge.pdf");
    let file = std::fs::File::create(&huge).unwrap();
    file.set_len(3 * 1024 * 1024 * 1024).unwrap();
    let begun = std::time::Instant::now();
    assert_eq!(refused(&mut desk, "verify_document", json!({ "path": huge })), "file");
    let text = folder.0.join("notes.pdf");
    std::fs::write(&text, "no document at all").unwrap();
    for path in [text, folder.0.clone(), folder.0.join("absent.pdf")] {
        assert_eq!(
            refused(&mut desk, "verify_document", json!({ "path": path })),
            "file",
            "{}",
            path.display()
        );
    }
    assert!(begun.elapsed().as_secs() < 2, "no one waits for three gigabytes");
    assert_eq!(refused(&mut desk, "verify_document", json!({})), "invalid", "neither file nor code");
}

#[test]
fn a_page_is_known_by_its_code_or_its_short_hash() {
    let (mut desk, _folder, case) = finalised();
    let hash = case["reports"][0]["contentHash"].as_str().unwrap();
    let id = case["caseId"].as_str().unwrap();
    let code = |hash: &str, number| format!("ENTAKU1/{id}/panel/r{number}/{hash}").to_uppercase();
    let short: String = hash.chars().take(12).collect();
    let ask = |desk: &mut Desk, code: &str| done(desk, "verify_document", json!({ "code": code }));
    let found = ask(&mut desk, &code(hash, 1));
    assert_eq!(
        (&found["verdict"], &found["identical"]),
        (&json!("named"), &json!(false)),
        "paper has no bytes"
    );
    assert_eq!(found["document"]["revision"], 1);
    assert_eq!(ask(&mut desk, &short)["verdict"], "named");
    assert_eq!(ask(&mut desk, &short.to_uppercase())["document"]["caseNo"], case["caseNo"]);
    assert_eq!(ask(&mut desk, "0123456789ab")["verdict"], "unknown");
    let other = "0".repeat(64);
    assert_eq!(ask(&mut desk, &code(&other, 1))["verdict"], "changed");
    assert_eq!(ask(&mut desk, &code(&other, 7))["verdict"], "draft");
    assert_eq!(refused(&mut desk, "verify_document", json!({ "code": "abc" })), "invalid");
}

#[test]
fn a_case_is_found_by_the_hash_on_its_page_and_the_deep_check_covers_its_documents() {
    let (mut desk, _folder, case) = finalised();
    let hash = case["reports"][0]["contentHash"].as_str().unwrap();
    let short: String = hash.chars().take(12).collect();
    let hits = done(&mut desk, "list_cases", json!({ "search": short }));
    assert_eq!(hits["cases"][0]["caseId"], case["caseId"]);
    let check = done(&mut desk, "verify_store", json!({ "deep": true }));
    assert_eq!(check["ok"], true, "{check}");
}
