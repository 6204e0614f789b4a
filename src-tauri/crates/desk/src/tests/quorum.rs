//! Members, rule-sets and the quorum at the desk.

use super::{decide_all, demo_case, desk, done, refused, sign_all};
use crate::{Desk, dispatch};
use serde_json::{Value, json};

/// The arguments of a meeting at which these people take part: name, keys.
fn meeting(case: &Value, day: &str, mode: &str, people: &[(&str, &[&str])]) -> Value {
    let attend = |(name, keys): &(&str, &[&str])| json!({ "name": name, "qualifications": keys });
    json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "heldOn": day, "mode": mode,
        "attendance": people.iter().map(attend).collect::<Vec<_>>(),
    })
}

fn with(mut args: Value, more: Value) -> Value {
    let (Value::Object(all), Value::Object(more)) = (&mut args, more) else { panic!("objects") };
    all.extend(more);
    args
}

const FIVE: &[(&str, &[&str])] =
    &[("甲", &["ア"]), ("乙", &["イ"]), ("丙", &["ウ"]), ("丁", &["エ"]), ("戊", &["オ"])];

fn missing(quorum: &Value) -> Vec<&str> {
    let lines = quorum["lines"].as_array().unwrap().iter().filter(|line| line["met"] == false);
    lines.map(|line| line["key"].as_str().unwrap()).collect()
}

fn rule_set(desk: &mut Desk, id: &str) -> Value {
    let all = done(desk, "rule_sets", json!({}));
    let found = all["sets"].as_array().unwrap().iter().find(|set| set["ruleSet"]["id"] == id).cloned();
    found.unwrap()
}

fn sign_in(desk: &mut Desk, who: &str) {
    let dir = done(desk, "app_info", json!({}))["session"]["storeDir"].clone();
    done(desk, "open_store", json!({ "dir": dir, "signIn": who, "password": "entaku-demo-2026" }));
}

#[test]
fn a_meeting_keeps_the_result_and_the_rules_of_its_day() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let four: Vec<_> = FIVE.iter().copied().filter(|(name, _)| *name != "丙").collect();
    let asked = meeting(&case, "2026-11-20", "realTime", &four);
    let seen = done(&mut desk, "assess_quorum", asked.clone());
    assert_eq!(missing(&seen["quorum"]), ["ウ"]);
    assert_eq!(seen["quorum"]["ruleSet"], "2026-06-01");
    let after = done(&mut desk, "record_meeting", asked);
    assert_eq!(after["meeting"]["quorum"], seen["quorum"], "what was shown is what is stored");
    let old = done(&mut desk, "record_meeting", meeting(&after, "2025-07-06", "realTime", FIVE));
    assert_eq!(old["meeting"]["quorum"]["ruleSet"], "2024", "the day of the meeting decides, not today");
    assert_eq!(old["meeting"]["quorum"]["met"], true);
    let before = done(&mut desk, "record_meeting", meeting(&old, "2022-03-02", "realTime", FIVE));
    assert_eq!(before["meeting"]["quorum"], Value::Null, "no rules were in force");
    let history = done(&mut desk, "case_history", json!({ "caseId": case["caseId"] }));
    assert!(history.to_string().contains("4名、不成立"), "the history says whether it was quorate");
}

fn gap<'v>(case: &'v Value, code: &str) -> Option<&'v Value> {
    case["gaps"].as_array().unwrap().iter().find(|gap| gap["code"] == code)
}

fn at(case: &Value, mut args: Value) -> Value {
    args["caseId"] = case["caseId"].clone();
    args["expectedVersion"] = case["version"].clone();
    args
}

#[test]
fn a_panel_without_a_quorum_is_finalised_with_the_chair_s_printed_reason_alone() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let case = decide_all(&mut desk, &case);
    let four: Vec<_> = FIVE.iter().copied().filter(|(name, _)| *name != "丙").collect();
    let case = done(&mut desk, "record_meeting", meeting(&case, "2026-11-20", "realTime", &four));
    let lacking = gap(&case, "notQuorate").expect("the reason given for the record before is gone with it");
    let said = lacking["message"]["ja"].as_str().unwrap();
    assert!(
        said.contains("不成立") && said.contains("遺伝カウンセリング"),
        "what is lacking is named: {said}"
    );
    let sign =
        at(&case, json!({ "capacities": ["author", "reviewer", "chair"], "password": "entaku-demo-2026" }));
    assert_eq!(refused(&mut desk, "sign_report", sign), "refused");
    assert_eq!(refused(&mut desk, "finalise_report", at(&case, json!({}))), "refused");
    let empty = at(&case, json!({ "reason": "  " }));
    assert_eq!(refused(&mut desk, "go_on_without_quorum", empty), "invalid");
    let reason = at(&case, json!({ "reason": "欠員のため翌月に補う" }));
    sign_in(&mut desk, "suzuki");
    assert_eq!(refused(&mut desk, "go_on_without_quorum", reason.clone()), "forbidden", "only the chair");
    sign_in(&mut desk, "sato");
    let case = done(&mut desk, "go_on_without_quorum", reason);
    assert!(gap(&case, "notQuorate").is_none());
    let went_on = &case["meeting"]["withoutQuorum"];
    assert_eq!((&went_on["reason"], &went_on["role"]), (&json!("欠員のため翌月に補う"), &json!("chair")));
    let case = sign_all(&mut desk, &case);
    let case = done(&mut desk, "finalise_report", at(&case, json!({})));
    assert_eq!(case["status"], "finalised");
    let history = done(&mut desk, "case_history", json!({ "caseId": case["caseId"] })).to_string();
    assert!(history.contains("欠員のため翌月に補う"));
}

#[test]
fn a_quorate_panel_leaves_nothing_to_go_on_without() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let early = at(&case, json!({ "reason": "x" }));
    let said = dispatch(&mut desk, "go_on_without_quorum", early).unwrap_err().message;
    assert!(
        said.contains("開催記録") && said.contains("記録してください"),
        "no meeting is recorded yet: {said}"
    );
    let case = done(&mut desk, "record_meeting", meeting(&case, "2026-11-20", "realTime", FIVE));
    assert!(gap(&case, "notQuorate").is_none());
    let reason = at(&case, json!({ "reason": "x" }));
    assert_eq!(refused(&mut desk, "go_on_without_quorum", reason), "refused");
}

#[test]
fn what_should_be_looked_at_keeps_nothing_from_being_done() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let codes = |case: &Value| -> Vec<String> {
        let all = case["reminders"].as_array().unwrap().iter();
        all.map(|one| one["code"].as_str().unwrap().to_owned()).collect()
    };
    let others = done(&mut desk, "members", json!({}));
    let other = others.as_array().unwrap().iter().find(|one| one["signIn"] == "suzuki").unwrap();
    let case = done(&mut desk, "ask_opinions", at(&case, json!({ "members": [other["memberId"]] })));
    assert_eq!(codes(&case), ["germlineUnjudged", "opinionsAwaited", "noSummary"]);
    assert_eq!(case["reminders"][0]["findings"], json!(["G1"]));
    let name = other["name"].as_str().unwrap();
    assert!(case["reminders"][1]["message"]["ja"].as_str().unwrap().contains(name));
    let case = done(&mut desk, "write_summary", at(&case, json!({ "summary": "まとめ" })));
    let germline = json!({ "findingId": "G1", "judgement": "notSuspected", "reason": "家族歴なし" });
    let case = done(&mut desk, "judge_germline", at(&case, germline));
    assert_eq!(codes(&case), ["opinionsAwaited"]);
}

#[test]
fn circulation_needs_agreement_and_before_the_amendment_a_ground() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let gaps = |desk: &mut Desk, day: &str, more: Value| {
        let args = with(meeting(&case, day, "circulation", FIVE), more);
        done(desk, "assess_quorum", args)["quorum"]["mode"]["gaps"].clone()
    };
    assert_eq!(gaps(&mut desk, "2025-07-07", json!({})), json!(["agreementNotStated"]));
    assert_eq!(gaps(&mut desk, "2025-07-07", json!({ "opinionsAgree": false })), json!(["opinionsDiffer"]));
    assert_eq!(gaps(&mut desk, "2025-07-07", json!({ "opinionsAgree": true })), json!([]));
    assert_eq!(gaps(&mut desk, "2025-07-06", json!({ "opinionsAgree": true })), json!(["groundNotNamed"]));
    let named = json!({ "opinionsAgree": true, "grounds": ["level-a"] });
    assert_eq!(gaps(&mut desk, "2025-07-06", named), json!([]));
    let strange = json!({ "opinionsAgree": true, "grounds": ["level-a", "because"] });
    let args = with(meeting(&case, "2025-07-06", "circulation", FIVE), strange);
    assert_eq!(refused(&mut desk, "record_meeting", args), "invalid", "an unknown ground is not recorded");
}

#[test]
fn a_panel_omitted_by_the_rules_of_june_2026_is_recorded_with_its_ground() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let stated =
        |drug: &str| json!({ "tumour": "solid", "ccatSecondaryFinding": "none", "usableDrug": drug });
    let asked = |day: &str, more: Value| with(meeting(&case, day, "omitted", &[]), more);
    let assess = |desk: &mut Desk, args: Value| done(desk, "assess_quorum", args)["quorum"].clone();

    let before =
        assess(&mut desk, asked("2026-05-31", with(stated("none"), json!({ "reason": "計画に従う" }))));
    assert_eq!((&before["met"], &before["mode"]["gaps"]), (&json!(false), &json!(["notAllowed"])));
    let other = assess(&mut desk, asked("2026-06-01", stated("otherOnly")));
    assert_eq!(
        (&other["verdict"], &other["mode"]["gaps"]),
        (&json!("omission.mayNot"), &json!(["conditionNotMet"]))
    );
    let silent = assess(&mut desk, asked("2026-06-01", json!({ "tumour": "solid", "usableDrug": "none" })));
    assert_eq!((&silent["met"], &silent["mode"]["gaps"]), (&json!(false), &json!(["conditionNotKnown"])));
    let strange = asked("2026-06-01", json!({ "tumour": "liquid" }));
    assert_eq!(refused(&mut desk, "assess_quorum", strange), "invalid");

    let after = done(&mut desk, "record_meeting", asked("2026-11-20", stated("none")));
    let kept = &after["meeting"];
    assert_eq!((&kept["mode"], &kept["attendance"]), (&json!("omitted"), &json!([])));
    assert_eq!(kept["attending"], "absent", "nobody takes part in what is omitted");
    assert_eq!((&kept["quorum"]["met"], &kept["quorum"]["verdict"]), (&json!(true), &json!("omission.may")));
    assert_eq!(kept["quorum"]["mode"]["named"], json!(["no-drug"]));
    assert_eq!(
        kept["quorum"]["certainty"], "source",
        "how sure the rules of attendance are tells nothing here"
    );
    let states: Vec<&Value> =
        kept["quorum"]["mode"]["checked"].as_array().unwrap().iter().map(|one| &one["state"]).collect();
    assert_eq!(states, ["met", "met", "notMet", "met"], "of the two grounds one holds");
    assert_eq!(kept["circumstances"]["usableDrug"], "none");
    let ledger = after["milestones"].as_array().unwrap();
    let held = ledger.iter().find(|one| one["milestone"] == "panelHeld").unwrap();
    assert_eq!((&held["happened"], &held["on"]), (&json!(false), &Value::Null), "no panel met on any day");

    let history = done(&mut desk, "case_history", json!({ "caseId": case["caseId"] }));
    let last = history.as_array().unwrap().last().unwrap().clone();
    let said = last["what"]["ja"].as_str().unwrap();
    assert!(said.contains("EP省略") && said.contains("治験・臨床試験を含めて使用できる薬剤がない"), "{said}");
    assert!(said.contains("省略の要件を満たす") && !said.contains("不成立"), "{said}");
    assert_eq!((&last["by"], &last["role"]), (&json!("佐藤 恵"), &json!("chair")), "who, in which role");

    let refused_empty = meeting(&after, "2026-11-20", "realTime", &[]);
    assert_eq!(refused(&mut desk, "record_meeting", refused_empty), "refused", "a panel that met had people");
    let held = with(meeting(&after, "2026-11-20", "realTime", FIVE), stated("none"));
    let held = done(&mut desk, "record_meeting", held);
    assert_eq!(
        held["meeting"]["circumstances"]["usableDrug"],
        Value::Null,
        "it tells nothing of a panel that met"
    );
}

#[test]
fn a_child_s_case_asks_for_a_paediatric_oncologist_unless_people_say_otherwise() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let identity = done(&mut desk, "show_identity", json!({ "caseId": case["caseId"] }));
    let details = with(identity["details"].clone(), json!({ "birthDate": "2010-01-01" }));
    let case = done(
        &mut desk,
        "record_details",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "details": details }),
    );
    let asked = |more: Value| with(meeting(&case, "2026-11-20", "realTime", FIVE), more);
    let by_age = done(&mut desk, "assess_quorum", asked(json!({})));
    assert_eq!(missing(&by_age["quorum"]), ["キ"], "16 years is below the limit of the rule-set");
    assert_eq!((&by_age["age"], &by_age["paediatricBelow"]), (&json!(16), &json!(18)));
    assert_eq!(by_age["circumstances"]["paediatricByAge"], true);
    let stated = done(&mut desk, "assess_quorum", asked(json!({ "paediatric": false })));
    assert_eq!(missing(&stated["quorum"]), [""; 0]);
    assert_eq!(stated["circumstances"]["paediatricByAge"], false);
    let own = asked(json!({ "paediatric": false, "ownSequencing": true }));
    let own = done(&mut desk, "record_meeting", own);
    assert_eq!(missing(&own["meeting"]["quorum"]), ["カ"]);
    assert_eq!(own["meeting"]["circumstances"]["ownSequencing"], true);
}

#[test]
fn a_site_s_version_holds_from_then_on_and_leaves_what_was_recorded() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let everything: &[(&str, &[&str])] = &[("甲", &["ア", "イ", "ウ", "エ", "オ"])];
    let case = done(&mut desk, "record_meeting", meeting(&case, "2026-11-20", "realTime", everything));
    assert_eq!(case["meeting"]["quorum"]["met"], true, "since 2025 one person may fill several keys");

    let shipped = rule_set(&mut desk, "2026-06-01");
    assert_eq!((&shipped["edition"], &shipped["inForce"]), (&json!("shipped"), &json!(true)));
    let limited = with(shipped["ruleSet"].clone(), json!({ "mostKeys": 2 }));
    let nameless = json!({ "ruleSet": limited, "reason": " " });
    assert_eq!(refused(&mut desk, "record_rule_set", nameless), "invalid", "a change needs its reason");
    done(&mut desk, "record_rule_set", json!({ "ruleSet": limited, "reason": "兼務は2区分までと確認した" }));

    let ours = rule_set(&mut desk, "2026-06-01");
    assert_eq!(ours["edition"], "site");
    assert_eq!(ours["history"][0]["by"], "佐藤 恵");
    assert_eq!(ours["history"][0]["reason"], "兼務は2区分までと確認した");
    assert_eq!(ours["shipped"], shipped["ruleSet"], "what came with the program can still be seen");

    let kept = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(kept["meeting"]["quorum"]["met"], true, "the old meeting keeps its result");
    let now = done(&mut desk, "assess_quorum", meeting(&case, "2026-11-20", "realTime", everything));
    assert_eq!(now["quorum"]["met"], false);
    assert_eq!((&now["quorum"]["edition"], &now["quorum"]["version"]), (&json!("site"), &json!("site-1")));

    let stated =
        json!({ "tumour": "solid", "ccatSecondaryFinding": "none", "usableDrug": "inLabelOrGuideline" });
    let omitted = with(meeting(&case, "2026-11-20", "omitted", &[]), stated);
    let omitted = done(&mut desk, "assess_quorum", omitted);
    assert_eq!(omitted["quorum"]["met"], true, "what the form does not show of the rules is kept");

    let again = json!({ "ruleSet": limited, "reason": "もう一度" });
    assert_eq!(refused(&mut desk, "record_rule_set", again), "invalid", "nothing is changed");
    sign_in(&mut desk, "sato");
    assert_eq!(
        rule_set(&mut desk, "2026-06-01")["history"].as_array().unwrap().len(),
        1,
        "the journal keeps it"
    );
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn rule_sets_that_cannot_be_meant_are_refused_with_the_field() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    let shipped = rule_set(&mut desk, "2024")["ruleSet"].clone();
    let twice = json!([shipped["attendance"][0], shipped["attendance"][0]]);
    let cases = [
        ("mostKeys", json!({ "mostKeys": 0 })),
        ("attendance", json!({ "attendance": twice })),
        ("effectiveFrom", json!({ "effectiveFrom": "2025-07-07" })),
        ("effectiveFrom", json!({ "effectiveFrom": "soon" })),
        ("paediatricBelow", json!({ "paediatricBelow": 300 })),
        ("id", json!({ "id": "../x" })),
        ("name", json!({ "name": { "ja": "規則", "en": "" } })),
        ("modes", json!({ "modes": [with(shipped["modes"][2].clone(), json!({ "allowed": "listed" }))] })),
    ];
    for (field, change) in cases {
        let args = json!({ "ruleSet": with(shipped.clone(), change.clone()), "reason": "試し" });
        let error = dispatch(&mut desk, "record_rule_set", args).unwrap_err();
        assert!(error.fields.contains_key(field), "{change}: {error:?}");
    }
    assert_eq!(rule_set(&mut desk, "2024")["history"], json!([]), "nothing was recorded");
}

#[test]
fn rules_and_members_are_changed_by_those_who_may() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let rules = rule_set(&mut desk, "2024")["ruleSet"].clone();
    let members = done(&mut desk, "members", json!({}));
    let id = |name: &str| {
        members.as_array().unwrap().iter().find(|one| one["signIn"] == name).unwrap()["memberId"].clone()
    };
    for who in ["suzuki", "takahashi", "tanaka"] {
        sign_in(&mut desk, who);
        let change = json!({ "ruleSet": rules, "reason": "試し" });
        assert_eq!(refused(&mut desk, "record_rule_set", change), "forbidden", "{who}");
        let remove = json!({ "memberId": id("suzuki") });
        assert_eq!(refused(&mut desk, "remove_member", remove), "forbidden", "{who}");
        let change = json!({
            "memberId": id("suzuki"), "name": "鈴木", "roles": ["administrator"], "qualifications": [],
        });
        assert_eq!(refused(&mut desk, "change_member", change), "forbidden", "{who}");
        done(&mut desk, "assess_quorum", meeting(&case, "2026-11-20", "realTime", FIVE));
    }
}

#[test]
fn a_member_s_field_and_hospital_are_changed_and_go_with_the_attendance() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let members = done(&mut desk, "members", json!({}));
    let suzuki = members.as_array().unwrap().iter().find(|one| one["signIn"] == "suzuki").unwrap();
    let id = suzuki["memberId"].clone();
    done(
        &mut desk,
        "change_member",
        json!({
            "memberId": id, "name": "鈴木 一郎", "roles": ["member"], "qualifications": ["エ", "オ"],
            "institution": "円卓市民病院", "institutionKind": "cooperative", "field": "病理診断科", "fullTime": true,
        }),
    );
    let args = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "mode": "realTime",
        "attendance": [{ "memberId": id }],
    });
    let after = done(&mut desk, "record_meeting", args.clone());
    let there = &after["meeting"]["attendance"][0];
    assert_eq!(
        (&there["institutionKind"], &there["field"], &there["fullTime"]),
        (&json!("cooperative"), &json!("病理診断科"), &json!(true))
    );
    assert_eq!(missing(&after["meeting"]["quorum"]), ["ア", "イ", "ウ"], "エ and オ are his now");
    let twice = with(args, json!({ "attendance": [{ "memberId": id }, { "memberId": id }] }));
    assert_eq!(refused(&mut desk, "assess_quorum", twice), "invalid", "nobody is counted as two people");
}

#[test]
fn the_last_administrator_stays_and_who_left_cannot_sign_in() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    let members = done(&mut desk, "members", json!({}));
    let id = |name: &str| {
        members.as_array().unwrap().iter().find(|one| one["signIn"] == name).unwrap()["memberId"].clone()
    };
    let plain = |who: &str, roles: Value| json!({ "memberId": id(who), "name": who, "roles": roles, "qualifications": [] });
    let stepping_down = plain("sato", json!(["chair"]));
    assert_eq!(refused(&mut desk, "change_member", stepping_down.clone()), "invalid");
    assert_eq!(refused(&mut desk, "remove_member", json!({ "memberId": id("sato") })), "invalid");

    done(&mut desk, "change_member", plain("tanaka", json!(["administrator"])));
    assert_eq!(
        refused(&mut desk, "remove_member", json!({ "memberId": id("sato") })),
        "invalid",
        "nobody removes themselves"
    );
    let left = done(&mut desk, "remove_member", json!({ "memberId": id("suzuki") }));
    assert_eq!(left.as_array().unwrap().len(), 3);
    let dir = done(&mut desk, "app_info", json!({}))["session"]["storeDir"].clone();
    let back = json!({ "dir": dir, "signIn": "suzuki", "password": "entaku-demo-2026" });
    assert_eq!(refused(&mut desk, "open_store", back), "sign-in-refused");
    done(&mut desk, "change_member", stepping_down);
    assert_eq!(
        refused(&mut desk, "remove_member", json!({ "memberId": id("takahashi") })),
        "forbidden",
        "the right went with the role, at once"
    );
}
