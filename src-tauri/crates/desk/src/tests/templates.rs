//! The site's template of the report.

use super::{decide_all, demo_case, desk, done, refused, sign_all};
use serde_json::{Value, json};

fn form() -> Value {
    json!({ "caution": "当院の注意書き。", "closing": "以上", "leftOut": ["minutes", "treatments"] })
}

#[test]
fn a_template_is_tried_on_a_case_and_recorded_with_who_and_why() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let before = done(&mut desk, "preview_report", json!({ "caseId": case["caseId"] }));
    let tried = done(&mut desk, "preview_template", json!({ "template": form() }));
    assert_ne!(tried["contentHash"], before["contentHash"], "it shows what would be printed");
    let state = done(&mut desk, "template", json!({}));
    assert_eq!((&state["version"], &state["history"]), (&Value::Null, &json!([])), "trying records nothing");
    assert_eq!(state["optional"], json!(["treatments", "histories", "minutes"]));
    let state = done(&mut desk, "record_template", json!({ "template": form(), "reason": "院内規程" }));
    assert_eq!((&state["version"], &state["history"][0]["by"]), (&json!("site-1"), &json!("佐藤 恵")));
    assert_eq!(state["template"]["leftOut"], json!(["treatments", "minutes"]), "in the order of the report");
    let again = json!({ "template": form(), "reason": "もう一度" });
    assert_eq!(refused(&mut desk, "record_template", again), "invalid", "nothing is changed");
    let wrong = json!({ "template": { "leftOut": ["findings"] }, "reason": "x" });
    assert_eq!(refused(&mut desk, "record_template", wrong), "invalid", "findings are always printed");
}

#[test]
fn a_template_changes_what_is_signed_and_no_finalised_report() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let case = decide_all(&mut desk, &case);
    let case = sign_all(&mut desk, &case);
    done(&mut desk, "record_template", json!({ "template": form(), "reason": "院内規程" }));
    let case = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(case["signatures"][0]["state"], "void");
    let why = case["signatures"][0]["why"]["ja"].as_str().unwrap();
    assert!(why.starts_with("報告書のひな形の変更（佐藤 恵"), "{why}");
    let case = sign_all(&mut desk, &case);
    let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    let case = done(&mut desk, "finalise_report", args);
    let id = entaku_domain::ids::CaseId::parse(case["caseId"].as_str().unwrap()).unwrap();
    let content = &desk.case(&id).unwrap().reports[0].content;
    assert_eq!(content.template.as_ref().unwrap().version, "site-1", "the report knows its template");
    assert!(content.clinical.treatments.is_empty(), "what is left out is not in the content either");
    let print = |desk: &mut crate::Desk, name: &str| {
        let out = folder.0.join(name);
        done(desk, "export_document", json!({ "caseId": case["caseId"], "kind": "panel", "out": out }));
        std::fs::read(out).unwrap()
    };
    let before = print(&mut desk, "before.pdf");
    done(&mut desk, "record_template", json!({ "template": { "leftOut": [] }, "reason": "戻す" }));
    assert_eq!(print(&mut desk, "after.pdf"), before, "a finalised report stays as it was");
}

#[test]
fn a_template_of_before_logos_reads_and_is_written_as_it_was() {
    use entaku_domain::{document::Paper, template::Template};
    let before = r#"{"version":"site-1","caution":"注意","leftOut":["minutes"]}"#;
    let read: Template = serde_json::from_str(before).unwrap();
    assert_eq!((read.logo.clone(), read.paper), (None, Paper::A4), "no logo, the usual paper");
    let written = serde_json::to_string(&read).unwrap();
    assert_eq!(written, before, "content that was hashed before keeps its hash");
}
