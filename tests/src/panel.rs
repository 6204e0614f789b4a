//! What a panel does with a case until its report can be finalised, without a person: for work that is killed or
//! measured, where what is decided does not matter.
use entaku_desk::{Desk, dispatch};
use serde_json::{Value, json};

use crate::desk::PASSWORD;

/// Carries out a command that must go well.
pub fn call(desk: &mut Desk, name: &str, args: Value) -> Value {
    dispatch(desk, name, args).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
}

/// What an administrator tells a new member to sign in with, once.
pub const FIRST_PASSWORD: &str = "最初だけの合言葉-2026";

/// Adds a member with the form given but its password, and has the member choose [`PASSWORD`]; who was signed in, with the
/// same password, is again.
pub fn enrol(mut call: impl FnMut(&str, Value) -> Value, mut form: Value) {
    form["password"] = json!(FIRST_PASSWORD);
    let here = call("app_info", json!({}))["session"].take();
    let sign_in = if form["signIn"].is_null() { form["name"].clone() } else { form["signIn"].clone() };
    call("add_member", form);
    let enter =
        |who: &Value, password: &str| json!({ "dir": here["storeDir"], "signIn": who, "password": password });
    call("open_store", enter(&sign_in, FIRST_PASSWORD));
    call("change_password", json!({ "old": FIRST_PASSWORD, "new": PASSWORD }));
    call("open_store", enter(&here["member"]["signIn"], PASSWORD));
}

/// The scale that is offered for the kind of a finding.
pub fn scale_for(row: &Value) -> &'static str {
    match row["kind"].as_str().expect("a kind") {
        "shortVariant" => "oncogenicity-2022",
        "copyNumber" | "rearrangement" => "panel-alteration",
        _ => "panel-marker",
    }
}

/// Judges all findings of a case, those of a kind at once, and gives the fresh case.
pub fn judge_all(desk: &mut Desk, mut case: Value) -> Value {
    for (scale, class) in
        [("oncogenicity-2022", "vus"), ("panel-alteration", "vus"), ("panel-marker", "not-relevant")]
    {
        let rows = case["findings"].as_array().expect("findings").iter();
        let ids: Vec<Value> =
            rows.filter(|row| scale_for(row) == scale).map(|row| row["findingId"].clone()).collect();
        if ids.is_empty() {
            continue;
        }
        let wish = json!({
            "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ids,
            "scale": scale, "class": class, "rationale": "文献に機能データが乏しい。",
        });
        case = call(desk, "judge_finding", wish);
    }
    case
}

/// Recommends a treatment on the third finding and records a meeting of the member who is signed in.
pub fn advise_and_meet(desk: &mut Desk, case: &Value) -> Value {
    let id = &case["caseId"];
    let advice = json!({
        "caseId": id, "expectedVersion": case["version"], "kind": "treatment", "findings": ["F3"],
        "drugs": ["オシメルチニブ"], "route": "insurance", "rationale": "承認された適応がある。",
    });
    let case = call(desk, "add_recommendation", advice);
    let members = call(desk, "members", json!({}));
    let meeting = json!({
        "caseId": id, "expectedVersion": case["version"], "mode": "realTime",
        "attendance": [{ "memberId": members[0]["memberId"] }],
    });
    let case = call(desk, "record_meeting", meeting);
    // One person is no panel by the rules; the chair says why the result is taken all the same.
    let reason = json!({ "caseId": id, "expectedVersion": case["version"], "reason": "体制の整備中" });
    call(desk, "go_on_without_quorum", reason)
}

/// Signs the report in all capacities and finalises it.
pub fn sign_and_finalise(desk: &mut Desk, case: &Value) -> Value {
    let sign = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"],
        "capacities": ["author", "reviewer", "chair"], "password": PASSWORD,
    });
    let case = call(desk, "sign_report", sign);
    call(desk, "finalise_report", json!({ "caseId": case["caseId"], "expectedVersion": case["version"] }))
}
