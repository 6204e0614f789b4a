//! Who leaves is out, who lost a password comes in again by two, and nobody comes back alone by a paper.

use super::{FIRST_PASSWORD, Fixed, Folder, desk, done, enrol, refused};
use crate::{Desk, Environment, KdfParams, dispatch};
use entaku_domain::event::Stream;
use serde_json::{Value, json};

const CHAIR: &str = "円卓のための合言葉-2026";
const SECOND: &str = "もうひとりの長い合言葉-7";
const NEW: &str = "あたらしい長い合言葉-2027";

/// A store of a chair who administers it, a second administrator, and a viewer; the chair is signed in.
fn three() -> (Desk, Folder, String) {
    let (mut desk, folder) = desk();
    let make = json!({ "institution": "円卓大学病院", "member": "佐藤", "signIn": "sato", "password": CHAIR });
    let made = done(&mut desk, "create_store", make);
    let code = made["recoveryCode"].as_str().unwrap().to_owned();
    for (name, roles) in [("kato", json!(["administrator"])), ("abe", json!(["viewer"]))] {
        // `enrol` signs the administrator in again with the password that the new member chose.
        done(&mut desk, "change_password", json!({ "old": CHAIR, "new": SECOND }));
        enrol(&mut desk, json!({ "name": name, "signIn": name, "password": SECOND, "roles": roles }));
        done(&mut desk, "change_password", json!({ "old": SECOND, "new": CHAIR }));
    }
    (desk, folder, code)
}

/// Another program at the same store.
fn program(folder: &Folder) -> Desk {
    Desk::new(Environment {
        clock: Box::new(Fixed),
        store_dir: folder.0.join("store"),
        device: "other".to_owned(),
        kdf: KdfParams { memory_kib: 64, passes: 1, lanes: 1 },
    })
    .unwrap()
}

fn enter(who: &str, password: &str) -> Value {
    json!({ "signIn": who, "password": password })
}

fn kinds(desk: &Desk) -> Vec<&'static str> {
    let events = desk.session().unwrap().store.load_events(&Stream::Store).unwrap();
    events.iter().map(|event| event.body.kind()).collect()
}

fn id_of(desk: &mut Desk, who: &str) -> Value {
    let members = done(desk, "members", json!({}));
    let member = members.as_array().unwrap().iter().find(|member| member["signIn"] == who).unwrap();
    member["memberId"].clone()
}

#[test]
fn who_leaves_is_out_in_every_program_and_with_an_older_key_file() {
    let (mut desk, folder, _) = three();
    let keys = folder.0.join("store/keys.json");
    let older = std::fs::read(&keys).unwrap();
    let (mut theirs, mut another) = (program(&folder), program(&folder));
    done(&mut theirs, "open_store", enter("abe", SECOND));
    done(&mut another, "open_store", enter("kato", SECOND));
    let abe = id_of(&mut desk, "abe");
    done(&mut desk, "remove_member", json!({ "memberId": abe }));
    assert_eq!(kinds(&desk).last(), Some(&"store.storeKeyRenewed"));
    assert_eq!(done(&mut desk, "app_info", json!({}))["session"]["keyWaits"], Value::Null);
    assert_eq!(refused(&mut theirs, "list_cases", json!({})), "not-signed-in", "out at the next act");
    // The other program notices nothing.
    done(&mut another, "list_meetings", json!({}));
    done(&mut another, "change_password", json!({ "old": SECOND, "new": NEW }));
    for desk in [&mut desk, &mut another] {
        assert_eq!(done(desk, "verify_store", json!({ "deep": true }))["ok"], true);
    }
    let sound = std::fs::read(&keys).unwrap();
    std::fs::write(&keys, older).unwrap();
    let mut back = program(&folder);
    assert!(dispatch(&mut back, "open_store", enter("abe", SECOND)).is_err(), "an older key file opens nothing");
    std::fs::write(&keys, sound).unwrap();
    done(&mut back, "open_store", enter("kato", NEW));
}

#[test]
fn a_reported_loss_gives_the_store_a_new_key() {
    let (mut desk, _folder, _) = three();
    assert_eq!(refused(&mut desk, "report_loss", json!({ "what": " " })), "invalid");
    let session = done(&mut desk, "report_loss", json!({ "what": "バックアップの媒体を紛失（11/29）" }));
    assert_eq!(session["keyWaits"], Value::Null);
    let told = kinds(&desk);
    assert_eq!(told[told.len() - 2..], ["store.lossReported", "store.storeKeyRenewed"]);
    done(&mut desk, "open_store", enter("abe", SECOND));
    assert_eq!(refused(&mut desk, "report_loss", json!({ "what": "紙" })), "forbidden");
}

#[test]
fn a_forgotten_password_is_given_anew_by_two_and_by_no_one_alone() {
    let (mut desk, folder, _) = three();
    let abe = id_of(&mut desk, "abe");
    let form = |second: &str, password: &str| {
        json!({ "memberId": abe, "password": FIRST_PASSWORD, "second": second, "secondPassword": password })
    };
    assert_eq!(refused(&mut desk, "reset_access", form("kato", "違う合言葉かもしれない-1")), "sign-in-refused");
    assert_eq!(refused(&mut desk, "reset_access", form("sato", CHAIR)), "invalid", "not the same person twice");
    assert_eq!(refused(&mut desk, "reset_access", form("abe", SECOND)), "invalid", "nor whom it is about");
    let sato = id_of(&mut desk, "sato");
    let own = json!({ "memberId": sato, "password": FIRST_PASSWORD, "second": "kato", "secondPassword": SECOND });
    assert_eq!(refused(&mut desk, "reset_access", own), "invalid");
    let mut theirs = program(&folder);
    done(&mut theirs, "open_store", enter("abe", SECOND));
    done(&mut theirs, "sign_out", json!({}));
    assert!(!kinds(&desk).contains(&"store.accessReset"), "nothing of it was recorded");

    done(&mut desk, "reset_access", form("kato", SECOND));
    let told = kinds(&desk);
    assert_eq!(told[told.len() - 2..], ["store.accessReset", "store.resetConfirmed"]);
    let events = desk.session().unwrap().store.load_events(&Stream::Store).unwrap();
    let names: Vec<_> = events.iter().rev().take(2).map(|event| event.actor.name.to_string()).collect();
    assert_eq!(names, ["kato", "佐藤"], "each in the own name");
    assert!(dispatch(&mut theirs, "open_store", enter("abe", SECOND)).is_err(), "the lost one opens nothing");
    let session = done(&mut theirs, "open_store", enter("abe", FIRST_PASSWORD));
    assert_eq!(session["mustChangePassword"], true);
    assert_eq!(refused(&mut theirs, "list_cases", json!({})), "forbidden");
    done(&mut theirs, "change_password", json!({ "old": FIRST_PASSWORD, "new": NEW }));
    done(&mut theirs, "list_cases", json!({}));
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn who_comes_in_by_the_code_waits_for_a_second_persons_word() {
    let (mut desk, folder, code) = three();
    let sato = id_of(&mut desk, "sato");
    let mut back = program(&folder);
    let form = json!({ "code": code, "signIn": "sato", "password": NEW });
    let regained = done(&mut back, "recover_access", form);
    assert_eq!(regained["session"]["confirmedBy"], json!(["kato"]));
    assert!(kinds(&back).contains(&"store.storeKeyRenewed"), "whoever had the code may have had more");
    assert_eq!(refused(&mut back, "list_cases", json!({})), "forbidden");
    assert_eq!(refused(&mut desk, "members", json!({})), "not-signed-in", "the former keys speak no more");
    let confirm = json!({ "memberId": sato });
    assert_eq!(refused(&mut back, "confirm_recovery", confirm.clone()), "forbidden", "nobody confirms oneself");
    done(&mut desk, "open_store", enter("abe", SECOND));
    assert_eq!(refused(&mut desk, "confirm_recovery", confirm.clone()), "forbidden");
    let session = done(&mut desk, "open_store", enter("kato", SECOND));
    assert_eq!(session["toConfirm"], json!([{ "memberId": sato, "name": "佐藤" }]));
    let session = done(&mut desk, "confirm_recovery", confirm.clone());
    assert_eq!(session["toConfirm"], json!([]));
    assert_eq!(refused(&mut desk, "confirm_recovery", confirm), "invalid");
    assert_eq!(done(&mut back, "app_info", json!({}))["session"]["confirmedBy"], json!([]));
    done(&mut back, "list_cases", json!({}));
    assert_eq!(done(&mut back, "verify_store", json!({ "deep": true }))["ok"], true);
}
