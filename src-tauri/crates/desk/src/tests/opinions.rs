//! Opinions at the desk: blind in every answer until their time, nobody's but the member's own.

use super::*;

const PASSWORD: &str = "entaku-demo-2026";
/// Words that stand nowhere else, so that a leak is seen wherever it comes out.
const SECRET: &str = "秘匿語句甲乙丙";

/// A store with a chair, two members and a coordinator, and a case of the demonstration report in it.
fn panel() -> (Desk, Folder, Value) {
    let (mut desk, folder) = desk();
    done(
        &mut desk,
        "create_store",
        json!({ "institution": "円卓大学病院", "member": "座長", "signIn": "chair", "password": PASSWORD }),
    );
    for (name, sign_in, role) in
        [("甲", "ko", "member"), ("乙", "otsu", "member"), ("丁", "secretary", "coordinator")]
    {
        enrol(&mut desk, json!({ "name": name, "signIn": sign_in, "password": PASSWORD, "roles": [role] }));
    }
    let file = folder.0.join("report.json");
    std::fs::write(&file, crate::topics::demo::report_for_tests()).unwrap();
    let case = done(&mut desk, "intake", json!({ "paths": [file] }))["case"].take();
    (desk, folder, case)
}

fn enter(desk: &mut Desk, who: &str) {
    done(desk, "sign_out", json!({}));
    done(desk, "open_store", json!({ "signIn": who, "password": PASSWORD }));
}

/// Does an act on the case as it stands.
fn act(desk: &mut Desk, case: &Value, name: &str, args: Value) -> Result<Value, String> {
    let now = done(desk, "open_case", json!({ "caseId": case["caseId"] }));
    let mut args = args;
    args["caseId"] = now["caseId"].clone();
    args["expectedVersion"] = now["version"].clone();
    dispatch(desk, name, args).map_err(|error| error.code)
}

fn opinion(comment: &str, class: &str) -> Value {
    json!({ "findingId": "F1", "scale": "oncogenicity-2022", "class": class, "comment": comment, "suggested": [format!("薬剤{comment}")] })
}

/// Every answer a reader can get about the case, as text.
fn everything(desk: &mut Desk, case: &Value) -> String {
    let id = &case["caseId"];
    let asked = [
        ("open_case", json!({ "caseId": id, "verbatim": true })),
        ("finding_detail", json!({ "caseId": id, "findingId": "F1" })),
        ("case_history", json!({ "caseId": id })),
        ("list_cases", json!({})),
        ("list_cases", json!({ "search": SECRET })),
        ("past_decisions", json!({ "gene": "EGFR" })),
    ];
    let mut all: String = asked.into_iter().map(|(name, args)| done(desk, name, args).to_string()).collect();
    let history = done(desk, "case_history", json!({ "caseId": id }));
    for entry in history.as_array().unwrap() {
        all += &done(desk, "open_case", json!({ "caseId": id, "atSeq": entry["seq"] })).to_string();
    }
    all
}

#[test]
fn two_members_cannot_read_each_others_opinion_before_the_time_in_any_answer() {
    let (mut desk, _folder, case) = panel();
    enter(&mut desk, "ko");
    act(&mut desk, &case, "give_opinion", opinion(SECRET, "vus")).unwrap();
    let whole = json!({ "stance": "disagree", "comment": SECRET });
    act(&mut desk, &case, "give_case_opinion", whole).unwrap();
    assert!(everything(&mut desk, &case).contains(SECRET), "the own words are shown");

    enter(&mut desk, "otsu");
    let answers = everything(&mut desk, &case);
    assert!(!answers.contains(SECRET), "blind");
    let seen = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    let agreement = &seen["agreement"];
    assert_eq!((&agreement["blind"], &agreement["standing"]), (&json!(true), &Value::Null));
    assert_eq!(agreement["circulation"], Value::Null);
    assert!(
        agreement["reasons"].as_array().unwrap().iter().all(|reason| reason["code"] == "missing"),
        "who does not agree is not told either: {agreement}"
    );
    let row = &seen["findings"][0];
    assert_eq!(
        (&row["opinions"], &row["standing"]),
        (&json!(1), &Value::Null),
        "that one was given is no secret"
    );

    act(&mut desk, &case, "give_opinion", opinion("別意見", "oncogenic")).unwrap();
    let detail = done(&mut desk, "finding_detail", json!({ "caseId": case["caseId"], "findingId": "F1" }));
    let opinions = &detail["opinions"];
    assert_eq!(opinions["standing"], "differing");
    let seen: Vec<_> = opinions["opinions"].as_array().unwrap().iter().map(|one| &one["comment"]).collect();
    assert!(seen.contains(&&json!(SECRET)), "side by side after the own one: {seen:?}");
    let history = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(history["agreement"]["blind"], true, "on the case as a whole they gave none yet");
}

#[test]
fn only_the_chair_opens_the_opinions() {
    let (mut desk, _folder, case) = panel();
    enter(&mut desk, "ko");
    act(&mut desk, &case, "give_opinion", opinion(SECRET, "vus")).unwrap();
    assert_eq!(act(&mut desk, &case, "open_opinions", json!({})), Err("forbidden".to_owned()));
    enter(&mut desk, "secretary");
    assert!(!everything(&mut desk, &case).contains(SECRET));
    enter(&mut desk, "chair");
    act(&mut desk, &case, "open_opinions", json!({ "findingId": "F1" })).unwrap();
    enter(&mut desk, "secretary");
    assert!(everything(&mut desk, &case).contains(SECRET), "open to everybody who reads the case");
}

#[test]
fn an_entry_on_behalf_names_both_and_counts_once_it_is_confirmed() {
    let (mut desk, _folder, case) = panel();
    enter(&mut desk, "secretary");
    assert_eq!(
        act(&mut desk, &case, "give_opinion", opinion("x", "vus")),
        Err("forbidden".to_owned()),
        "a coordinator has no opinion of their own"
    );
    let mut typed = opinion(SECRET, "vus");
    typed["onBehalfOf"] = json!("ko");
    act(&mut desk, &case, "give_opinion", typed.clone()).unwrap();
    enter(&mut desk, "otsu");
    assert!(!everything(&mut desk, &case).contains(SECRET));
    assert_eq!(
        act(&mut desk, &case, "confirm_opinion", json!({ "findingId": "F1" })),
        Err("refused".to_owned())
    );
    enter(&mut desk, "ko");
    let detail = done(&mut desk, "finding_detail", json!({ "caseId": case["caseId"], "findingId": "F1" }));
    let who = &detail["opinions"]["opinions"][0]["who"];
    assert_eq!((&who["name"], &who["enteredBy"]), (&json!("甲"), &json!("丁")));
    assert_eq!(who["awaitsConfirmation"], true);
    act(&mut desk, &case, "confirm_opinion", json!({ "findingId": "F1" })).unwrap();
    enter(&mut desk, "secretary");
    assert_eq!(
        act(&mut desk, &case, "give_opinion", typed),
        Err("refused".to_owned()),
        "it is the member's own now"
    );
}

#[test]
fn a_changed_draft_asks_for_the_opinions_again_and_says_why() {
    let (mut desk, _folder, case) = panel();
    enter(&mut desk, "ko");
    act(&mut desk, &case, "give_opinion", opinion("a", "vus")).unwrap();
    act(&mut desk, &case, "give_case_opinion", json!({ "stance": "agree" })).unwrap();
    let changed =
        act(&mut desk, &case, "enter_ccat_verdict", json!({ "findingId": "F1", "verdict": "Oncogenic" }));
    let agreement = &changed.unwrap()["agreement"];
    let own = &agreement["opinions"][0]["who"];
    assert_eq!(own["outOfDate"]["ja"], "C-CAT判定の入力");
    let detail = done(&mut desk, "finding_detail", json!({ "caseId": case["caseId"], "findingId": "F1" }));
    assert_eq!(detail["opinions"]["blind"], true, "asked again, and blind again");
    let asked = detail["opinions"]["asked"].as_array().unwrap();
    let own = asked.iter().find(|one| one["name"] == "甲").unwrap();
    assert_eq!(own["lacking"], "outOfDate");
}

#[test]
fn a_case_whose_opinions_agree_can_be_closed_by_circulation_and_another_says_why_not() {
    let (mut desk, _folder, case) = panel();
    enter(&mut desk, "secretary");
    act(&mut desk, &case, "ask_opinions", json!({ "members": ["ko", "otsu"], "due": "2026-12-01" })).unwrap();
    assert_eq!(
        act(&mut desk, &case, "ask_opinions", json!({ "members": ["secretary"] })),
        Err("invalid".to_owned()),
        "who gives no opinions is not asked"
    );
    enter(&mut desk, "ko");
    act(&mut desk, &case, "give_case_opinion", json!({ "stance": "agree" })).unwrap();
    enter(&mut desk, "otsu");
    let case_now = act(&mut desk, &case, "give_case_opinion", json!({ "stance": "agree" })).unwrap();
    assert_eq!(
        (&case_now["agreement"]["circulation"], &case_now["agreement"]["due"]),
        (&json!(true), &json!("2026-12-01"))
    );
    let case_now =
        act(&mut desk, &case, "give_case_opinion", json!({ "stance": "disagree", "comment": "再検を" }))
            .unwrap();
    assert_eq!(case_now["agreement"]["circulation"], false);
    assert_eq!(case_now["agreement"]["reasons"][0]["code"], "notAgreed");
}
