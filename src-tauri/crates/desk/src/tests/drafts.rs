//! What was typed and not recorded is kept for whoever typed it, without being part of anything.

use super::{demo_case, desk, done, refused};
use crate::Desk;
use entaku_store::{Draft, DraftPlace};
use serde_json::{Value, json};

fn place(case: &Value, form: &str, item: &str) -> Value {
    json!({ "of": "case", "id": case["caseId"], "form": form, "item": item })
}

fn sign_in(desk: &mut Desk, who: &str) {
    let dir = done(desk, "app_info", json!({}))["session"]["storeDir"].clone();
    done(desk, "sign_out", json!({}));
    done(desk, "open_store", json!({ "dir": dir, "signIn": who, "password": "entaku-demo-2026" }));
}

#[test]
fn what_was_typed_is_given_back_to_its_member_alone_with_the_name_of_what_it_is_about() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let who = done(&mut desk, "app_info", json!({}))["session"]["member"]["signIn"].clone();
    let row = &case["findings"][0];
    let typed = r#"{"rationale":"根拠は"}"#;
    done(
        &mut desk,
        "keep_draft",
        json!({ "place": place(&case, "verdict", row["findingId"].as_str().unwrap()), "typed": typed }),
    );
    done(&mut desk, "keep_draft", json!({ "place": place(&case, "summary", ""), "typed": "{}" }));
    let after = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(after["version"], case["version"], "nothing has happened to the case");
    sign_in(&mut desk, "suzuki");
    assert_eq!(done(&mut desk, "drafts", json!({}))["drafts"], json!([]), "they are nobody else's");
    sign_in(&mut desk, who.as_str().unwrap());
    let drafts = done(&mut desk, "drafts", json!({}))["drafts"].clone();
    let verdict = drafts.as_array().unwrap().iter().find(|one| one["place"]["form"] == "verdict").unwrap();
    assert_eq!((&verdict["typed"], &verdict["name"]), (&json!(typed), &case["caseNo"]));
    let about = verdict["about"]["ja"].as_str().unwrap();
    assert_eq!(about, "EGFR p.L858R");
    let there = json!({ "place": verdict["place"] });
    assert_eq!(done(&mut desk, "discard_draft", there.clone()), json!(true));
    assert_eq!(done(&mut desk, "discard_draft", there), json!(false));
    assert_eq!(done(&mut desk, "drafts", json!({}))["drafts"].as_array().unwrap().len(), 1);
}

#[test]
fn a_draft_of_what_is_gone_hides_no_other_and_can_be_thrown_away() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    done(&mut desk, "keep_draft", json!({ "place": place(&case, "summary", ""), "typed": "{}" }));
    let member = desk.session().unwrap().member.id.clone();
    // As after an older copy of the store was put back.
    for stream in
        ["case:018f5a2e-0000-7000-8000-000000000001", "meeting:018f5a2e-0000-7000-8000-000000000002"]
    {
        let place = DraftPlace { stream: stream.into(), form: "summary".into(), item: String::new() };
        let draft = Draft { place, at: "2026-11-22T15:00:00+09:00".into(), typed: "{}".into() };
        desk.session_mut().unwrap().store.keep_draft(member.as_str(), &draft).unwrap();
    }
    let drafts = done(&mut desk, "drafts", json!({}))["drafts"].clone();
    let names: Vec<_> = drafts.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 3);
    assert!(
        names.contains(&case["caseNo"].as_str().unwrap()) && names.iter().any(|name| name.ends_with("0002"))
    );
    for one in drafts.as_array().unwrap() {
        assert_eq!(done(&mut desk, "discard_draft", json!({ "place": one["place"] })), json!(true));
    }
}

#[test]
fn a_draft_belongs_to_something_that_is_there_and_has_an_end() {
    let (mut desk, _folder) = desk();
    assert_eq!(refused(&mut desk, "drafts", json!({})), "not-signed-in");
    let case = demo_case(&mut desk);
    let nowhere = json!({ "of": "case", "id": "2099-0001", "form": "summary", "item": "" });
    assert_eq!(refused(&mut desk, "keep_draft", json!({ "place": nowhere, "typed": "{}" })), "not-found");
    let none = json!({ "place": place(&case, "nothing", ""), "typed": "{}" });
    assert_eq!(refused(&mut desk, "keep_draft", none), "invalid");
    let long = json!({ "place": place(&case, "summary", ""), "typed": "x".repeat((1 << 20) + 1) });
    assert_eq!(refused(&mut desk, "keep_draft", long), "invalid");
}
