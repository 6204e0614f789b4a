//! Who leaves is out, who lost a password comes in again by two, and nobody comes back alone by a paper.

use super::{FIRST_PASSWORD, Fixed, Folder, desk, done, enrol, refused};
use crate::{Clock, Desk, Environment, KdfParams, dispatch};
use entaku_domain::event::Stream;
use serde_json::{Value, json};

const CHAIR: &str = "円卓のための合言葉-2026";
const SECOND: &str = "もうひとりの長い合言葉-7";
const NEW: &str = "あたらしい長い合言葉-2027";

/// A store of a chair who administers it, a second administrator, and a viewer; the chair is signed in.
fn three() -> (Desk, Folder, String) {
    let (mut desk, folder) = desk();
    let make =
        json!({ "institution": "円卓大学病院", "member": "佐藤", "signIn": "sato", "password": CHAIR });
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
        clock: std::sync::Arc::new(Fixed),
        store_dir: folder.0.join("store"),
        state_dir: None,
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
    assert!(
        dispatch(&mut back, "open_store", enter("abe", SECOND)).is_err(),
        "an older key file opens nothing"
    );
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
    let form = |second: &str, password: &str| json!({ "memberId": abe, "password": FIRST_PASSWORD, "second": second, "secondPassword": password });
    assert_eq!(
        refused(&mut desk, "reset_access", form("kato", "違う合言葉かもしれない-1")),
        "sign-in-refused"
    );
    assert_eq!(
        refused(&mut desk, "reset_access", form("sato", CHAIR)),
        "invalid",
        "not the same person twice"
    );
    assert_eq!(refused(&mut desk, "reset_access", form("abe", SECOND)), "invalid", "nor whom it is about");
    let sato = id_of(&mut desk, "sato");
    let own =
        json!({ "memberId": sato, "password": FIRST_PASSWORD, "second": "kato", "secondPassword": SECOND });
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
    assert_eq!(
        refused(&mut back, "confirm_recovery", confirm.clone()),
        "forbidden",
        "nobody confirms oneself"
    );
    done(&mut desk, "open_store", enter("abe", SECOND));
    assert_eq!(refused(&mut desk, "confirm_recovery", confirm.clone()), "forbidden");
    let session = done(&mut desk, "open_store", enter("kato", SECOND));
    let at_anothers_desk = crate::topics::guest::admit(&mut desk, "sato", NEW).unwrap_err();
    assert_eq!(at_anothers_desk.code, crate::Code::Forbidden, "nor signs at somebody else's");
    assert_eq!(session["toConfirm"], json!([{ "memberId": sato, "name": "佐藤" }]));
    let session = done(&mut desk, "confirm_recovery", confirm.clone());
    assert_eq!(session["toConfirm"], json!([]));
    assert_eq!(refused(&mut desk, "confirm_recovery", confirm), "invalid");
    assert_eq!(done(&mut back, "app_info", json!({}))["session"]["confirmedBy"], json!([]));
    done(&mut back, "list_cases", json!({}));
    assert_eq!(done(&mut back, "verify_store", json!({ "deep": true }))["ok"], true);
}

/// What an authenticator with this secret shows at the time of the desks in these tests.
fn shown(secret: &str, later: i64) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let now = u64::try_from(Fixed.now().timestamp() + later).unwrap();
    totp_rs::Builder::new().with_secret(secret).build().unwrap().generate(now).to_string()
}

#[test]
fn a_second_factor_is_asked_for_beside_the_password() {
    let (mut desk, folder, _) = three();
    let offer = done(&mut desk, "offer_second_factor", json!({}));
    let secret = offer["secret"].as_str().unwrap().to_owned();
    let side = offer["square"].as_array().unwrap().len();
    assert!(offer["square"].as_array().unwrap().iter().all(|row| row.as_str().unwrap().len() == side));
    let set = |code: &str| json!({ "password": CHAIR, "secret": secret, "code": code });
    assert_eq!(refused(&mut desk, "set_up_second_factor", set("000000")), "sign-in-refused");
    assert_eq!(done(&mut desk, "app_info", json!({}))["session"]["secondFactor"], false);
    // A step ahead, so that the one of now is still to be taken.
    let given = done(&mut desk, "set_up_second_factor", set(&shown(&secret, -30)));
    assert_eq!(given["session"]["secondFactor"], true);
    let spares: Vec<_> =
        given["spares"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    assert_eq!(spares.len(), 10);
    let again = refused(&mut desk, "offer_second_factor", json!({}));
    assert_eq!(again, "refused", "one at a time");
    done(&mut desk, "sign_out", json!({}));

    let mut door = program(&folder);
    let with = |code: &str| json!({ "signIn": "sato", "password": CHAIR, "code": code });
    let asked = dispatch(&mut door, "open_store", enter("sato", CHAIR)).unwrap_err();
    assert!(asked.fields.contains_key("code") && asked.code == "sign-in-refused", "{asked:?}");
    let wrong = dispatch(&mut door, "open_store", enter("sato", "違う合言葉かもしれない-1")).unwrap_err();
    assert!(!wrong.fields.contains_key("code"), "without the password nobody learns that there is one");
    assert_eq!(refused(&mut door, "open_store", with("123456")), "sign-in-refused");
    let now = shown(&secret, 0);
    done(&mut door, "open_store", with(&now));
    assert_eq!(refused(&mut door, "open_store", with(&now)), "sign-in-refused", "a code is taken once");
    let session = done(&mut door, "open_store", with(&spares[0].to_lowercase()));
    assert_eq!(session["sparesLeft"], 9);
    let noted = door.session().unwrap().store.load_events(&Stream::Access).unwrap();
    assert_eq!(noted.last().map(|event| event.body.kind()), Some("access.spareCodeUsed"));
    assert_eq!(refused(&mut door, "open_store", with(spares[0])), "sign-in-refused");

    // A key file without it, or with another one, lets nobody in.
    let keys = folder.0.join("store/keys.json");
    let sound = std::fs::read(&keys).unwrap();
    let mut file: Value = serde_json::from_slice(&sound).unwrap();
    for slot in file["slots"].as_array_mut().unwrap() {
        slot.as_object_mut().unwrap().remove("second");
    }
    std::fs::write(&keys, serde_json::to_vec(&file).unwrap()).unwrap();
    let told = dispatch(&mut door, "open_store", with(spares[1])).unwrap_err();
    assert!(told.message.contains("keys.json"), "{}", told.message);
    std::fs::write(&keys, &sound).unwrap();

    done(&mut door, "open_store", with(spares[1]));
    // Another password for the same keys leaves it as it is.
    done(&mut door, "change_password", json!({ "old": CHAIR, "new": NEW }));
    assert!(dispatch(&mut door, "open_store", enter("sato", NEW)).unwrap_err().fields.contains_key("code"));
    let with_new = json!({ "signIn": "sato", "password": NEW, "code": spares[2] });
    done(&mut door, "open_store", with_new);
    let up = json!({ "password": NEW, "code": spares[3] });
    assert_eq!(done(&mut door, "give_up_second_factor", up)["secondFactor"], false);
    done(&mut door, "open_store", enter("sato", NEW));
    assert_eq!(done(&mut door, "verify_store", json!({ "deep": true }))["ok"], true);
}
