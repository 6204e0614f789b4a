//! What no one may do alone: naming a chair or an administrator, asking for fewer signatures.

use super::{demo_case, desk, done, enrol, refused};
use crate::{Desk, dispatch};
use serde_json::{Value, json};

const PASSWORD: &str = "entaku-demo-2026";

fn enter(desk: &mut Desk, dir: &Value, who: &str) {
    done(desk, "open_store", json!({ "dir": dir, "signIn": who, "password": PASSWORD }));
}

fn member(desk: &mut Desk, who: &str) -> Value {
    let members = done(desk, "members", json!({}));
    members.as_array().unwrap().iter().find(|one| one["signIn"] == who).unwrap().clone()
}

fn with_roles(desk: &mut Desk, who: &str, roles: &Value) -> Value {
    let known = member(desk, who);
    json!({
        "memberId": known["memberId"], "name": known["name"], "institution": known["institution"],
        "institutionKind": known["institutionKind"], "field": known["field"], "fullTime": known["fullTime"],
        "roles": roles, "qualifications": known["qualifications"],
    })
}

fn signed_by(desk: &mut Desk) -> Value {
    done(desk, "signing_rule", json!({}))["required"].clone()
}

/// A demonstration store with a second administrator, `mori`; the chair and first administrator is at the desk.
fn two() -> (Desk, super::Folder, Value) {
    let (mut desk, folder) = desk();
    demo_case(&mut desk);
    enrol(
        &mut desk,
        json!({ "name": "森 葵", "signIn": "mori", "password": PASSWORD, "roles": ["administrator"] }),
    );
    let dir = done(&mut desk, "app_info", json!({}))["session"]["storeDir"].clone();
    (desk, folder, dir)
}

#[test]
fn a_second_chair_is_one_when_somebody_else_confirms() {
    let (mut desk, _folder, dir) = two();
    let crown = with_roles(&mut desk, "suzuki", &json!(["member", "chair"]));
    done(&mut desk, "change_member", crown.clone());
    assert_eq!(member(&mut desk, "suzuki")["roles"], json!(["member"]), "nothing changes yet");
    let waiting = done(&mut desk, "proposals", json!({}));
    assert_eq!((&waiting[0]["by"], &waiting[0]["own"]), (&json!("佐藤 恵"), &json!(true)));
    let said = waiting[0]["what"]["ja"].as_str().unwrap();
    assert!(said.contains("鈴木 一郎") && said.contains("座長"), "{said}");
    let id = json!({ "proposalId": waiting[0]["proposalId"] });
    assert_eq!(refused(&mut desk, "confirm_proposal", id.clone()), "refused", "not by who proposed it");
    assert_eq!(refused(&mut desk, "change_member", crown), "refused", "not proposed twice");
    enter(&mut desk, &dir, "tanaka");
    assert_eq!(refused(&mut desk, "confirm_proposal", id.clone()), "forbidden", "not by a secretary");
    enter(&mut desk, &dir, "mori");
    assert_eq!(done(&mut desk, "confirm_proposal", id.clone()), json!([]));
    assert_eq!(member(&mut desk, "suzuki")["roles"], json!(["member", "chair"]));
    assert_eq!(refused(&mut desk, "confirm_proposal", id), "not-found", "once");
    enter(&mut desk, &dir, "suzuki");
    let may = done(&mut desk, "app_info", json!({}))["session"]["may"].clone();
    assert!(may.as_array().unwrap().contains(&json!("finalise_report")), "the roles hold");
    done(&mut desk, "list_cases", json!({}));
    enter(&mut desk, &dir, "sato");
    let check = done(&mut desk, "verify_store", json!({ "deep": true }));
    assert_eq!(check["ok"], true, "{check}");
}

#[test]
fn nobody_gives_oneself_what_one_may_not_see() {
    let (mut desk, _folder, dir) = two();
    enter(&mut desk, &dir, "mori");
    let more = with_roles(&mut desk, "mori", &json!(["administrator", "member"]));
    done(&mut desk, "change_member", more);
    assert_eq!(member(&mut desk, "mori")["roles"], json!(["administrator"]));
    let id = done(&mut desk, "proposals", json!({}))[0]["proposalId"].clone();
    assert_eq!(refused(&mut desk, "confirm_proposal", json!({ "proposalId": id })), "refused");
    // Of another, a panel's role is given at once: the administrator does not sign in as them.
    let other = with_roles(&mut desk, "tanaka", &json!(["coordinator", "member"]));
    done(&mut desk, "change_member", other);
    assert_eq!(member(&mut desk, "tanaka")["roles"], json!(["coordinator", "member"]));
    enter(&mut desk, &dir, "sato");
    done(&mut desk, "confirm_proposal", json!({ "proposalId": id }));
    assert_eq!(member(&mut desk, "mori")["roles"], json!(["administrator", "member"]));
}

#[test]
fn who_is_added_as_an_administrator_looks_on_until_confirmed() {
    let (mut desk, _folder, dir) = two();
    let form = json!({ "name": "次の人", "signIn": "next", "password": "only for the first time", "roles": ["administrator"] });
    done(&mut desk, "add_member", form);
    assert_eq!(member(&mut desk, "next")["roles"], json!(["viewer"]));
    let id = done(&mut desk, "proposals", json!({}))[0]["proposalId"].clone();
    enter(&mut desk, &dir, "mori");
    // Turned down, with a reason.
    done(&mut desk, "withdraw_proposal", json!({ "proposalId": id, "reason": "委員会の承認がない" }));
    assert_eq!(member(&mut desk, "next")["roles"], json!(["viewer"]));
    assert_eq!(refused(&mut desk, "confirm_proposal", json!({ "proposalId": id })), "not-found");
}

#[test]
fn fewer_signatures_wait_and_more_do_not() {
    let (mut desk, _folder, dir) = two();
    let rule = |required: Value| json!({ "required": required, "reason": "試行のため" });
    done(&mut desk, "record_signing_rule", rule(json!([])));
    assert_eq!(signed_by(&mut desk), json!(["author", "reviewer", "chair"]));
    let waiting = done(&mut desk, "proposals", json!({}));
    let said = waiting[0]["what"]["ja"].as_str().unwrap();
    assert!(said.contains("署名なし") && said.contains("試行のため"), "{said}");
    // What it rests on changes meanwhile: nobody confirms what they did not see.
    let stricter =
        json!({ "required": ["author", "reviewer", "chair"], "distinct": true, "reason": "別の人で" });
    done(&mut desk, "record_signing_rule", stricter);
    assert_eq!(done(&mut desk, "proposals", json!({}))[0]["outdated"], true);
    enter(&mut desk, &dir, "mori");
    let id = json!({ "proposalId": waiting[0]["proposalId"] });
    let why = dispatch(&mut desk, "confirm_proposal", id.clone()).unwrap_err();
    assert!(why.code == "refused" && why.message.contains("変更があった"), "{why:?}");
    done(&mut desk, "withdraw_proposal", id);
    done(&mut desk, "record_signing_rule", json!({ "required": ["chair"], "reason": "一人で" }));
    enter(&mut desk, &dir, "sato");
    let id = done(&mut desk, "proposals", json!({}))[0]["proposalId"].clone();
    done(&mut desk, "confirm_proposal", json!({ "proposalId": id }));
    assert_eq!(signed_by(&mut desk), json!(["chair"]));
}

#[test]
fn where_nobody_else_could_confirm_it_holds_at_once_and_the_log_says_so() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    done(&mut desk, "record_signing_rule", json!({ "required": ["chair"], "reason": "一人で" }));
    assert_eq!(signed_by(&mut desk), json!(["chair"]));
    let crown = with_roles(&mut desk, "suzuki", &json!(["chair"]));
    done(&mut desk, "change_member", crown);
    assert_eq!(member(&mut desk, "suzuki")["roles"], json!(["chair"]));
    assert_eq!(done(&mut desk, "proposals", json!({})), json!([]));
    let log = done(&mut desk, "access_log", json!({}));
    let alone = log.as_array().unwrap().iter().filter(|row| row["what"] == "access.doneAlone");
    let said: Vec<_> = alone.map(|row| row["words"]["ja"].as_str().unwrap()).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("change_member") && said[1].contains("record_signing_rule"), "{said:?}");
    // From here on there is somebody else.
    let crown = with_roles(&mut desk, "tanaka", &json!(["coordinator", "administrator"]));
    done(&mut desk, "change_member", crown);
    assert_eq!(member(&mut desk, "tanaka")["roles"], json!(["coordinator"]));
}
