//! The work-up of what may be inherited: recorded step by step, due on worklists, seen by whom it concerns.

use super::{demo_case, desk, done, enrol, refused};
use crate::Desk;
use serde_json::{Value, json};

fn changed(desk: &mut Desk, case: &Value, name: &str, more: Value) -> Value {
    let mut args = more;
    args["caseId"] = case.clone();
    args["expectedVersion"] = done(desk, "open_case", json!({ "caseId": case }))["version"].clone();
    done(desk, name, args);
    done(desk, "germline_workup", json!({ "caseId": case }))
}

fn wants(desk: &mut Desk, case: &Value, wish: &str) {
    let view = done(desk, "open_case", json!({ "caseId": case }));
    let mut details = view["details"].clone();
    details["wish"] = json!(wish);
    changed(desk, case, "record_details", json!({ "details": details }));
}

/// The first finding of the demonstration case that nobody reports as germline, judged so that it is worked up.
fn pursued(desk: &mut Desk) -> (Value, Value) {
    let case = demo_case(desk)["caseId"].clone();
    let finding = json!("F1");
    wants(desk, &case, "wants");
    let judged = json!({ "findingId": finding, "judgement": "confirmationRecommended" });
    changed(desk, &case, "judge_germline", judged);
    (case, finding)
}

fn of<'v>(view: &'v Value, finding: &Value) -> &'v Value {
    view["findings"].as_array().unwrap().iter().find(|one| one["findingId"] == *finding).unwrap()
}

fn rows(desk: &mut Desk, case: &Value, finding: &Value) -> Vec<Value> {
    let all = done(desk, "worklist", json!({ "room": "counsellor" }));
    let ours = |row: &&Value| row["caseId"] == *case && row["findingId"] == *finding;
    all.as_array().unwrap().iter().filter(ours).cloned().collect()
}

#[test]
fn steps_are_recorded_with_day_person_and_documents_and_show_what_may_follow() {
    let (mut desk, _folder) = desk();
    let (case, finding) = pursued(&mut desk);
    let told = json!({
        "findingId": finding, "step": "explained", "on": "2026-11-20", "doneBy": "遠藤", "note": "長女同席",
        "documents": ["説明文書1"],
    });
    let view = changed(&mut desk, &case, "record_germline_step", told);
    let stands = of(&view, &finding);
    assert_eq!((&stands["state"], &stands["waits"]), (&json!("toOffer"), &json!("counsellor")));
    let step = &stands["steps"][0];
    assert_eq!(
        (&step["on"], &step["doneBy"], &step["note"], &step["documents"]),
        (&json!("2026-11-20"), &json!("遠藤"), &json!("長女同席"), &json!(["説明文書1"]))
    );
    assert_eq!((&step["by"], &step["role"]), (&json!("佐藤 恵"), &json!("chair")));
    assert_eq!(stands["next"], json!(["testOffered", "deferred", "counselled", "closed", "reopened"]));
    let deferred = json!({ "findingId": finding, "step": "deferred", "askAgainOn": "2099-01-15" });
    let view = changed(&mut desk, &case, "record_germline_step", deferred);
    assert_eq!(of(&view, &finding)["askAgainOn"], "2099-01-15");
    let row = rows(&mut desk, &case, &finding).pop().unwrap();
    assert_eq!((&row["what"], &row["due"]), (&json!("deferred"), &json!("2099-01-15")));
    let history = done(&mut desk, "case_history", json!({ "caseId": case })).to_string();
    assert!(history.contains("治療を優先して延期した") && history.contains("2099-01-15"));
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn what_does_not_follow_is_refused_with_where_it_stands() {
    let (mut desk, _folder) = desk();
    let (case, finding) = pursued(&mut desk);
    let version = done(&mut desk, "open_case", json!({ "caseId": case }))["version"].clone();
    let mut ask = |more: Value| {
        let mut args = json!({ "caseId": case, "expectedVersion": version, "findingId": finding });
        args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        crate::dispatch(&mut desk, "record_germline_step", args).unwrap_err()
    };
    let early = ask(json!({ "step": "testOrdered" }));
    assert!(early.message.contains("説明待ち"), "{}", early.message);
    for (more, field) in [
        (json!({ "step": "deferred" }), "askAgainOn"),
        (json!({ "step": "testResult" }), "result"),
        (json!({ "step": "explained", "result": "confirmed" }), "result"),
        (json!({ "step": "explained", "askAgainOn": "2099-01-01" }), "askAgainOn"),
        (json!({ "step": "explained", "on": "2099-01-01" }), "on"),
    ] {
        assert!(ask(more.clone()).fields.contains_key(field), "{more}");
    }
}

#[test]
fn a_wish_not_to_be_told_empties_the_worklist_and_a_new_one_fills_it_with_the_reason() {
    let (mut desk, _folder) = desk();
    let (case, finding) = pursued(&mut desk);
    changed(&mut desk, &case, "record_germline_step", json!({ "findingId": finding, "step": "explained" }));
    wants(&mut desk, &case, "refuses");
    assert_eq!(rows(&mut desk, &case, &finding), Vec::<Value>::new());
    wants(&mut desk, &case, "wants");
    let row = rows(&mut desk, &case, &finding).pop().unwrap();
    assert_eq!(row["what"], "toExplain");
    assert_eq!(row["because"][0]["ja"], "開示の希望が変わりました");
    let view = done(&mut desk, "germline_workup", json!({ "caseId": case }));
    let wishes: Vec<&Value> = view["wishes"].as_array().unwrap().iter().map(|one| &one["wish"]).collect();
    assert_eq!(wishes[wishes.len() - 3..], [&json!("wants"), &json!("refuses"), &json!("wants")]);
}

#[test]
fn figures_count_what_became_of_the_findings() {
    let (mut desk, _folder) = desk();
    let (case, finding) = pursued(&mut desk);
    let before = done(&mut desk, "counsellor_figures", json!({}));
    for step in ["explained", "testOffered", "testOrdered", "testResult", "disclosed", "counselled"] {
        let mut more = json!({ "findingId": finding, "step": step });
        if step == "testResult" {
            more["result"] = json!("confirmed");
        }
        changed(&mut desk, &case, "record_germline_step", more);
    }
    let unrecorded = |desk: &mut Desk| {
        let all = done(desk, "worklist", json!({ "room": "counsellor" }));
        all.as_array().unwrap().iter().any(|row| row["what"] == "guidanceUnrecorded")
    };
    assert!(unrecorded(&mut desk), "counselled, and no guidance is recorded");
    let given = json!({ "guidance": "first", "document": "指導文書" });
    let view = changed(&mut desk, &case, "record_genetic_guidance", given);
    let first = &view["guidance"][1];
    assert_eq!((&first["points"], &first["document"]), (&json!(700), &json!("指導文書")));
    assert!(!unrecorded(&mut desk));
    for step in ["relativesInformed", "relativeTested", "relativeTested"] {
        changed(&mut desk, &case, "record_germline_step", json!({ "findingId": finding, "step": step }));
    }
    let after = done(&mut desk, "counsellor_figures", json!({}));
    let more = |name: &str| after[name].as_u64().unwrap() - before[name].as_u64().unwrap();
    assert_eq!((more("tested"), more("confirmed"), more("relativesTested")), (1, 1, 2));
    assert_eq!((more("cases"), more("candidates"), more("pursued")), (0, 0, 0));
}

#[test]
fn who_may_not_see_heredity_sees_neither_steps_nor_that_there_are_any() {
    let (mut desk, _folder) = desk();
    let (case, finding) = pursued(&mut desk);
    let note = json!({ "findingId": finding, "step": "explained", "note": "QNOTE" });
    changed(&mut desk, &case, "record_germline_step", note);
    let given = json!({ "guidance": "beforeTest", "document": "QDOCUMENT" });
    changed(&mut desk, &case, "record_genetic_guidance", given);
    let here = done(&mut desk, "app_info", json!({}))["session"]["storeDir"].clone();
    let viewer =
        json!({ "name": "見学", "signIn": "kengaku", "password": "entaku-demo-2026", "roles": ["viewer"] });
    enrol(&mut desk, viewer);
    let sign_in = json!({ "dir": here, "signIn": "kengaku", "password": "entaku-demo-2026" });
    done(&mut desk, "open_store", sign_in);
    for (name, args) in [
        ("germline_workup", json!({ "caseId": case })),
        ("worklist", json!({ "room": "counsellor" })),
        ("counsellor_figures", json!({})),
    ] {
        assert_eq!(refused(&mut desk, name, args), "forbidden", "{name}");
    }
    for (name, args) in [
        ("open_case", json!({ "caseId": case })),
        ("case_history", json!({ "caseId": case })),
        ("list_cases", json!({ "search": "QNOTE" })),
    ] {
        let told = done(&mut desk, name, args).to_string().replace("\"search\":\"QNOTE\"", "");
        for word in ["QNOTE", "QDOCUMENT", "germlineWorkup", "geneticGuidance"] {
            assert!(!told.contains(word), "{name} tells {word}");
        }
    }
}
