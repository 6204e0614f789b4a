//! Every look and every refusal stands in the access log, which can be reviewed and taken out.

use super::{demo_case, desk, done, refused};
use crate::Desk;
use serde_json::{Value, json};

fn kinds(desk: &mut Desk, args: Value) -> Vec<String> {
    let rows = done(desk, "access_log", args);
    let rows = rows.as_array().unwrap().iter().rev();
    rows.map(|row| row["what"].as_str().unwrap().trim_start_matches("access.").to_owned()).collect()
}

fn enter(desk: &mut Desk, dir: &Value, who: &str) {
    done(desk, "open_store", json!({ "dir": dir, "signIn": who, "password": "entaku-demo-2026" }));
}

#[test]
fn what_is_looked_at_is_noted_before_it_is_shown_once_a_session() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let dir = done(&mut desk, "app_info", json!({}))["session"]["storeDir"].clone();
    let listed = done(&mut desk, "list_cases", json!({}));
    let ovary = listed["cases"].as_array().unwrap().iter().find(|row| row["caseNo"] == "2026-0002").unwrap()
        ["caseId"]
        .clone();
    let id = json!({ "caseId": ovary });
    let view = done(&mut desk, "open_case", id.clone());
    let germline = view["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["findingId"].as_str().unwrap().starts_with('G'));
    let somatic = json!({ "caseId": ovary, "findingId": "F1" });

    enter(&mut desk, &dir, "suzuki");
    for _ in 0..2 {
        done(&mut desk, "finding_detail", somatic.clone());
        done(&mut desk, "case_history", id.clone());
        done(&mut desk, "preview_report", id.clone());
        done(&mut desk, "list_cases", json!({ "search": "BRCA1" }));
        if let Some(row) = germline {
            done(&mut desk, "finding_detail", json!({ "caseId": ovary, "findingId": row["findingId"] }));
        }
    }
    done(&mut desk, "past_decisions", json!({ "gene": "TP53" }));
    assert_eq!(
        refused(&mut desk, "finalise_report", json!({ "caseId": ovary, "expectedVersion": 1 })),
        "forbidden"
    );
    assert_eq!(
        refused(&mut desk, "access_log", json!({})),
        "forbidden",
        "not everybody looks through the log"
    );

    enter(&mut desk, &dir, "sato");
    let mut expected = vec!["caseOpened", "documentShown", "casesSearched"];
    if germline.is_some() {
        expected.push("germlineShown");
    }
    expected.extend(["casesSearched", "denied", "denied"]);
    let all = kinds(&mut desk, json!({ "member": "suzuki" }));
    let seen: Vec<&str> = all.iter().rev().take(expected.len()).rev().map(String::as_str).collect();
    assert_eq!(seen, expected, "each once, in the order of looking: {all:?}");
    let of_case = kinds(&mut desk, json!({ "member": "suzuki", "case": "2026-0002" }));
    assert!(
        !of_case.contains(&"casesSearched".to_owned()) && of_case.contains(&"documentShown".to_owned()),
        "{of_case:?}"
    );
    let other = kinds(&mut desk, json!({ "case": case["caseId"], "from": "2026-11-23" }));
    assert_eq!(other, Vec::<String>::new(), "nothing after the day");
}

#[test]
fn the_log_is_written_to_a_file_and_that_is_noted_too() {
    let (mut desk, folder) = desk();
    demo_case(&mut desk);
    let out = folder.0.join("access.csv");
    let rows = done(&mut desk, "access_log", json!({ "out": out }));
    let text = std::fs::read_to_string(&out).unwrap();
    assert_eq!(text.lines().count(), rows.as_array().unwrap().len() + 1, "a line each, below the head");
    assert!(text.contains("日時") && text.contains("2026-0001") && text.contains("佐藤 恵"), "{text}");
    let last = done(&mut desk, "access_log", json!({}))[0].clone();
    assert_eq!(last["what"], "access.logRead");
    assert!(last["words"]["ja"].as_str().unwrap().contains("書き出した"), "{last}");
    for field in ["at", "member", "what", "case", "device"] {
        assert!(last.get(field).is_some(), "{field}");
    }
}
