//! Signing at the desk: whose password, in which capacity, and what voids it.

use super::{decide_all, demo_case, desk, done, refused, sign_all};
use crate::{Desk, dispatch};
use serde_json::{Value, json};

const PASSWORD: &str = "entaku-demo-2026";

fn sign(desk: &mut Desk, case: &Value, who: Option<&str>, capacities: &[&str], password: &str) -> Value {
    done(desk, "sign_report", form(case, who, capacities, password))
}

fn form(case: &Value, who: Option<&str>, capacities: &[&str], password: &str) -> Value {
    json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "capacities": capacities, "signIn": who,
        "password": password,
    })
}

fn change(desk: &mut Desk, name: &str, case: &Value, mut args: Value) -> Value {
    args["caseId"] = case["caseId"].clone();
    args["expectedVersion"] = case["version"].clone();
    done(desk, name, args)
}

fn states(case: &Value) -> Vec<(&str, &str)> {
    let rows = case["signatures"].as_array().unwrap().iter();
    rows.map(|row| (row["capacity"].as_str().unwrap(), row["state"].as_str().unwrap())).collect()
}

fn decided() -> (Desk, super::Folder, Value) {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let case = decide_all(&mut desk, &case);
    (desk, folder, case)
}

#[test]
fn three_people_sign_at_one_machine_and_the_report_names_them() {
    let (mut desk, _folder, case) = decided();
    assert_eq!(case["gaps"][0]["code"], "unsigned", "{}", case["gaps"]);
    let finalise = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    assert_eq!(refused(&mut desk, "finalise_report", finalise), "refused", "nobody has signed");
    let case = sign(&mut desk, &case, Some("tanaka"), &["author"], PASSWORD);
    let case = sign(&mut desk, &case, Some("suzuki"), &["reviewer"], PASSWORD);
    assert_eq!(states(&case), [("author", "standing"), ("reviewer", "standing"), ("chair", "missing")]);
    let finalise = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    let error = dispatch(&mut desk, "finalise_report", finalise).unwrap_err();
    assert!(error.message.contains("責任者") && !error.message.contains("作成者"), "{}", error.message);
    let case = sign(&mut desk, &case, None, &["chair"], PASSWORD);
    assert_eq!(case["gaps"], json!([]));
    let session = done(&mut desk, "app_info", json!({}))["session"].clone();
    assert_eq!(session["member"]["signIn"], "sato", "who is signed in stays signed in");
    let case = change(&mut desk, "finalise_report", &case, json!({}));
    let found = done(&mut desk, "verify_store", json!({ "deep": true }));
    assert_eq!(
        (&found["ok"], &found["unsigned"]),
        (&json!(true), &json!(0)),
        "each by the signer's own keys: {found}"
    );
    let printed = case["reports"][0]["signatures"].as_array().unwrap();
    let named: Vec<_> = printed.iter().map(|one| (&one["name"], &one["role"])).collect();
    assert_eq!(
        named,
        [
            (&json!("田中 健"), &json!("coordinator")),
            (&json!("鈴木 一郎"), &json!("member")),
            (&json!("佐藤 恵"), &json!("chair"))
        ]
    );
    assert_eq!(case["signatures"], json!([]), "a finalised report asks for none");
    let history = done(&mut desk, "case_history", json!({ "caseId": case["caseId"] }));
    let signed = history.as_array().unwrap().iter().find(|one| one["kind"] == "case.reportSigned").unwrap();
    assert_eq!(
        (&signed["by"], &signed["role"]),
        (&json!("田中 健"), &json!("coordinator")),
        "the signer's act"
    );
}

#[test]
fn a_wrong_password_is_refused_in_the_words_of_the_door_and_recorded_nowhere() {
    let (mut desk, _folder, case) = decided();
    let secret = "not-the-password-4711";
    let error =
        dispatch(&mut desk, "sign_report", form(&case, Some("suzuki"), &["reviewer"], secret)).unwrap_err();
    assert_eq!(error.code, "sign-in-refused");
    let dir = done(&mut desk, "app_info", json!({}))["session"]["storeDir"].clone();
    let unknown = form(&case, Some("nobody"), &["reviewer"], secret);
    assert_eq!(
        dispatch(&mut desk, "sign_report", unknown).unwrap_err().message,
        error.message,
        "names cannot be tried"
    );
    let same = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!((states(&same)[1].1, &same["version"]), ("missing", &case["version"]));
    let history = done(&mut desk, "case_history", json!({ "caseId": case["caseId"] })).to_string();
    assert!(!history.contains(secret));
    let door =
        dispatch(&mut desk, "open_store", json!({ "dir": dir, "signIn": "suzuki", "password": secret }));
    assert_eq!(door.unwrap_err().message, error.message);
}

#[test]
fn a_capacity_needs_the_role_for_it() {
    let (mut desk, _folder, case) = decided();
    for (who, capacity) in [("tanaka", "reviewer"), ("tanaka", "chair"), ("suzuki", "chair")] {
        let code = refused(&mut desk, "sign_report", form(&case, Some(who), &[capacity], PASSWORD));
        assert_eq!(code, "forbidden", "{who} as {capacity}");
    }
    let none: &[&str] = &[];
    assert_eq!(refused(&mut desk, "sign_report", form(&case, None, none, PASSWORD)), "invalid");
}

#[test]
fn any_change_of_content_voids_the_signatures_and_says_whose_and_why() {
    let (mut desk, _folder, case) = decided();
    let case = sign(&mut desk, &case, Some("tanaka"), &["author"], PASSWORD);
    let case = sign(&mut desk, &case, None, &["reviewer", "chair"], PASSWORD);
    let case = change(&mut desk, "write_summary", &case, json!({ "summary": "MET増幅を認める。" }));
    assert_eq!(states(&case), [("author", "void"), ("reviewer", "void"), ("chair", "void")]);
    assert_eq!(case["signatures"][0]["why"]["ja"], "まとめの変更（佐藤 恵、2026-11-22 14:00）");
    assert_eq!(case["gaps"][0]["code"], "unsigned");
    let history = done(&mut desk, "case_history", json!({ "caseId": case["caseId"] }));
    let last = history.as_array().unwrap().last().unwrap()["what"]["ja"].as_str().unwrap();
    assert_eq!(last, "まとめを記録。これにより署名が無効: 作成者 田中 健、確認者 佐藤 恵、責任者 佐藤 恵");
    let finalise = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    assert_eq!(refused(&mut desk, "finalise_report", finalise), "refused");
    let case = sign_all(&mut desk, &case);
    let case = change(&mut desk, "finalise_report", &case, json!({}));
    assert_eq!(case["status"], "finalised");
}

#[test]
fn a_change_of_the_letterhead_voids_them_too_and_a_mere_limit_of_days_does_not() {
    let (mut desk, _folder, case) = decided();
    let case = sign_all(&mut desk, &case);
    let office = json!({ "institution": "円卓大学病院（デモ）", "contact": "がんゲノム医療センター 事務局（内線 0000）", "targetDays": 21 });
    done(&mut desk, "record_institution", office);
    let case = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(states(&case)[0].1, "standing", "the limit is not printed");
    done(&mut desk, "record_institution", json!({ "institution": "円卓大学病院", "contact": "内線 1111" }));
    let case = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(states(&case), [("author", "void"), ("reviewer", "void"), ("chair", "void")]);
    let why = case["signatures"][0]["why"]["ja"].as_str().unwrap();
    assert!(why.starts_with("施設名・問い合わせ窓口の変更（佐藤 恵"), "{why}");
    let finalise = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    assert_eq!(refused(&mut desk, "finalise_report", finalise), "refused");
    let case = sign_all(&mut desk, &case);
    assert_eq!(case["gaps"], json!([]));
    let case = change(&mut desk, "finalise_report", &case, json!({}));
    assert_eq!(
        case["reports"][0]["signatures"].as_array().unwrap().len(),
        3,
        "the void ones are not printed"
    );
}

#[test]
fn the_site_says_which_signatures_a_report_needs() {
    let (mut desk, _folder, case) = decided();
    let rule = done(&mut desk, "signing_rule", json!({}));
    assert_eq!(
        (&rule["required"], &rule["distinct"]),
        (&json!(["author", "reviewer", "chair"]), &json!(false))
    );
    let record = json!({ "required": ["chair", "author"], "distinct": true, "reason": "院内規程" });
    let rule = done(&mut desk, "record_signing_rule", record.clone());
    assert_eq!(
        (&rule["required"], &rule["history"][0]["by"]),
        (&json!(["author", "chair"]), &json!("佐藤 恵"))
    );
    assert_eq!(refused(&mut desk, "record_signing_rule", record), "invalid", "nothing is changed");
    let both = form(&case, None, &["author", "chair"], PASSWORD);
    assert_eq!(refused(&mut desk, "sign_report", both), "invalid", "one person, one capacity");
    let case = sign(&mut desk, &case, None, &["author"], PASSWORD);
    assert_eq!(refused(&mut desk, "sign_report", form(&case, None, &["chair"], PASSWORD)), "invalid");
    let none: [&str; 0] = [];
    done(&mut desk, "record_signing_rule", json!({ "required": none, "reason": "紙に署名する" }));
    let case = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(case["gaps"], json!([]));
}

#[test]
fn an_earlier_state_of_the_case_shows_the_signatures_as_they_stood_then() {
    let (mut desk, _folder, case) = decided();
    let case = sign(&mut desk, &case, None, &["author"], PASSWORD);
    let history = done(&mut desk, "case_history", json!({ "caseId": case["caseId"] }));
    let seq = history.as_array().unwrap().last().unwrap()["seq"].clone();
    let case = change(&mut desk, "write_summary", &case, json!({ "summary": "後から" }));
    assert_eq!(states(&case)[0].1, "void");
    let then = done(&mut desk, "open_case", json!({ "caseId": case["caseId"], "atSeq": seq }));
    assert_eq!(states(&then)[0].1, "standing");
}

#[test]
fn what_is_offered_is_what_roles_allow_and_the_rule_needs_and_one_hand_in_several_capacities_is_named() {
    let (mut desk, _folder, case) = decided();
    let offered = |case: &Value| -> Vec<bool> {
        let rows = case["signatures"].as_array().unwrap().iter();
        rows.map(|row| row["proposed"].as_bool().unwrap()).collect()
    };
    assert_eq!(offered(&case), [true; 3], "the chair may sign in all");
    let rule = json!({ "required": ["author", "chair"], "distinct": true, "reason": "院内規程" });
    done(&mut desk, "record_signing_rule", rule);
    let case = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(offered(&case), [true, false, false], "where people must differ, one is offered");
    let case = sign(&mut desk, &case, Some("tanaka"), &["author"], PASSWORD);
    assert_eq!(offered(&case), [false, false, true], "and then what is left");
    let case = sign(&mut desk, &case, None, &["chair"], PASSWORD);
    assert_eq!(offered(&case), [false; 3]);
    let also: Vec<_> = case["signatures"].as_array().unwrap().iter().map(|row| &row["also"]).collect();
    assert_eq!(also, [&json!([]), &json!([]), &json!([])], "two people");

    let rule =
        json!({ "required": ["author", "reviewer", "chair"], "distinct": false, "reason": "少人数のため" });
    done(&mut desk, "record_signing_rule", rule);
    let case = sign(&mut desk, &case, None, &["author", "reviewer"], PASSWORD);
    let also: Vec<_> = case["signatures"].as_array().unwrap().iter().map(|row| &row["also"]).collect();
    assert_eq!(
        also,
        [&json!(["reviewer", "chair"]), &json!(["author", "chair"]), &json!(["author", "reviewer"])]
    );
}
