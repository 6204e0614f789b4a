//! Criteria and points, dissent, and the order of advice at the desk.

use super::{demo_case, desk, done, refused};
use crate::{Desk, dispatch};
use entaku_domain::decision::Verdict;
use entaku_domain::ids::CaseId;
use entaku_domain::recommendation::{Advice, FurtherKind};
use entaku_domain::report::{Letterhead, ReportState, compose};
use serde_json::{Value, json};

fn basis(scheme: &str, codes: &[&str]) -> Value {
    let criteria: Vec<_> = codes.iter().map(|code| json!({ "code": code })).collect();
    json!({ "scheme": scheme, "criteria": criteria })
}

fn verdict(case: &Value, class: &str, basis: Value) -> Value {
    json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F3"],
        "scale": "oncogenicity-2022", "class": class, "basis": basis,
    })
}

/// The message under the field that a refusal is about.
fn refused_field(desk: &mut Desk, args: Value, field: &str) -> String {
    let error = dispatch(desk, "judge_finding", args).unwrap_err();
    assert_eq!(error.code, "invalid", "{error:?}");
    error.fields.get(field).unwrap_or_else(|| panic!("it names {field}: {error:?}")).clone()
}

fn recorded<'c>(case: &'c Value, finding: &str) -> &'c Value {
    let rows = case["findings"].as_array().unwrap();
    &rows.iter().find(|row| row["findingId"] == finding).unwrap()["verdicts"]["panel"]
}

#[test]
fn criteria_for_sequence_variants_are_refused_for_a_copy_number_change() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let rows = case["findings"].as_array().unwrap();
    let amplified = rows.iter().find(|row| row["kind"] == "copyNumber").unwrap();
    let mut wish = verdict(&case, "likely-oncogenic", basis("oncogenicity-sop-2022", &["OS3", "OM1"]));
    wish["findingIds"] = json!([amplified["findingId"]]);
    let said = refused_field(&mut desk, wish, "basis.scheme");
    assert!(said.contains("コピー数変化"), "{said}");
    let kept = recorded(&case, amplified["findingId"].as_str().unwrap());
    assert_eq!(kept["grade"]["scale"], "panel-alteration", "the demonstration judges it on its own scale");
}

#[test]
fn a_class_of_a_scale_that_is_not_offered_for_the_kind_is_refused_with_those_that_are() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let of_kind = |kind: &str| {
        let rows = case["findings"].as_array().unwrap();
        rows.iter().find(|row| row["kind"] == kind).unwrap()["findingId"].clone()
    };
    let bare = |findings: Value, scale: &str, class: &str| {
        json!({
            "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": findings,
            "scale": scale, "class": class,
        })
    };
    let amplified = of_kind("copyNumber");
    for (scale, class) in [("oncogenicity-2022", "vus"), ("acmg-2015", "vus"), ("jp-guidance-2.1", "A")] {
        let said = refused_field(&mut desk, bare(json!([amplified]), scale, class), "class");
        assert!(said.contains("コピー数変化"), "{said}");
        for offered in ["panel-alteration", "panel-germline-alteration", "amp-tier-2017"] {
            assert!(said.contains(offered), "{offered} is offered: {said}");
        }
        assert!(!said.contains("panel-marker") && !said.contains("civic"), "{said}");
    }
    let mixed = bare(json!(["F1", amplified]), "oncogenicity-2022", "vus");
    refused_field(&mut desk, mixed, "class");
    refused_field(&mut desk, bare(json!([of_kind("biomarker")]), "panel-alteration", "vus"), "class");
    done(&mut desk, "judge_finding", bare(json!(["F1", amplified]), "amp-tier-2017", "tier-3"));
}

#[test]
fn a_form_can_be_made_of_the_schemes_alone() {
    let (mut desk, _folder) = desk();
    let schemes = done(&mut desk, "classification_schemes", json!({}));
    let ids: Vec<_> =
        schemes.as_array().unwrap().iter().map(|scheme| scheme["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["oncogenicity-sop-2022", "acmg-points-2015"]);
    let ranges: Vec<_> =
        schemes[0]["thresholds"].as_array().unwrap().iter().map(|t| t["range"].as_str().unwrap()).collect();
    assert_eq!(ranges, ["≥ 10", "6 … 9", "0 … 5", "-6 … -1", "≤ -7"]);
    let ps3 = schemes[1]["groups"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|group| group["criteria"].as_array().unwrap())
        .find(|criterion| criterion["code"] == "PS3")
        .unwrap();
    assert_eq!((&ps3["strength"], &ps3["certainty"]), (&json!("strong"), &json!("general")));
    assert_eq!(
        ps3["strengths"],
        json!([
            { "code": "supporting", "points": "+1" }, { "code": "moderate", "points": "+2" },
            { "code": "strong", "points": "+4" }, { "code": "veryStrong", "points": "+8" },
        ]),
        "the person may change the strength, and sees the points of each"
    );
}

#[test]
fn a_choice_is_added_up_live_and_what_it_excludes_is_named() {
    let (mut desk, _folder) = desk();
    let live =
        done(&mut desk, "evaluate_classification", basis("oncogenicity-sop-2022", &["OS3", "OP1", "OP4"]));
    assert_eq!((&live["points"], &live["suggested"]["class"]), (&json!(6), &json!("likely-oncogenic")));
    let barred: Vec<_> =
        live["barred"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert!(
        ["OS1", "OM1", "OM3", "OM4", "OP3", "SBP1"].iter().all(|code| barred.contains(code)),
        "{barred:?}"
    );
    let refused = done(&mut desk, "evaluate_classification", basis("oncogenicity-sop-2022", &["OS1", "OS3"]));
    assert_eq!(refused["suggested"], json!(null));
    let said = refused["refusals"][0]["en"].as_str().unwrap();
    assert!(said.contains("OS1") && said.contains("OS3"), "both are named: {said}");
    let empty = done(&mut desk, "evaluate_classification", basis("acmg-points-2015", &[]));
    assert_eq!((&empty["points"], &empty["suggested"]), (&json!(0), &json!(null)));
}

#[test]
fn a_verdict_keeps_its_criteria_which_the_desk_adds_up_itself() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let mut args = verdict(&case, "likely-oncogenic", basis("oncogenicity-sop-2022", &["OP4", "OP1", "OS3"]));
    args["basis"]["criteria"][2]["note"] = json!("cancerhotspots.org 2026-11");
    let case = done(&mut desk, "judge_finding", args);
    let kept = &recorded(&case, "F3")["basis"];
    assert_eq!(kept["sum"], "OS3 +4, OP4 +1, OP1 +1 = +6", "in the order of the scheme");
    assert_eq!((&kept["version"], &kept["manual"]), (&json!("2022 (2)"), &json!(true)));
    assert_eq!(kept["criteria"][0]["note"], "cancerhotspots.org 2026-11");
    assert_eq!(kept["suggested"]["class"], "likely-oncogenic");
    let history = done(&mut desk, "case_history", json!({ "caseId": case["caseId"] }));
    let told = history
        .as_array()
        .unwrap()
        .iter()
        .any(|entry| entry["what"]["ja"].as_str().unwrap().contains("OS3 +4"));
    assert!(told, "the history says by which criteria: {history}");
    let mut forged = verdict(&case, "oncogenic", basis("oncogenicity-sop-2022", &["OP4"]));
    forged["basis"]["points"] = json!(12);
    assert_eq!(refused(&mut desk, "judge_finding", forged), "bad-request", "a form has no say in the points");
}

#[test]
fn another_class_than_the_suggested_one_is_recorded_with_its_reason_only() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let mut args = verdict(&case, "oncogenic", basis("oncogenicity-sop-2022", &["OS3", "OP4"]));
    let said = refused_field(&mut desk, args.clone(), "basis.overrideReason");
    assert!(said.contains("VUS"), "it says what is suggested: {said}");
    args["basis"]["overrideReason"] = json!("自施設の機能解析で活性化を確認");
    let case = done(&mut desk, "judge_finding", args);
    let panel = recorded(&case, "F3");
    assert_eq!(panel["grade"]["class"], "oncogenic", "the person's class counts");
    assert_eq!(panel["basis"]["overrideReason"], "自施設の機能解析で活性化を確認");
    let mut same = verdict(&case, "vus", basis("oncogenicity-sop-2022", &["OS3", "OP4"]));
    same["basis"]["overrideReason"] = json!("理由");
    refused_field(&mut desk, same, "basis.overrideReason");
}

#[test]
fn a_choice_that_breaks_a_rule_of_its_scheme_is_refused() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let sop = "oncogenicity-sop-2022";
    for (codes, named) in
        [(&["OS1", "OM4"][..], &["OS1", "OM4"][..]), (&["OS9"], &["OS9"]), (&["OP4", "OP4"], &["OP4"])]
    {
        let said = refused_field(&mut desk, verdict(&case, "vus", basis(sop, codes)), "basis.criteria");
        assert!(named.iter().all(|code| said.contains(code)), "{codes:?}: {said}");
    }
    refused_field(&mut desk, verdict(&case, "vus", basis(sop, &[])), "basis.criteria");
    refused_field(&mut desk, verdict(&case, "vus", basis("sherloc", &["A"])), "basis.scheme");
    let germline = verdict(&case, "vus", basis("acmg-points-2015", &["PM2"]));
    refused_field(&mut desk, germline, "basis.scheme");
    let mut weaker = verdict(&case, "vus", basis(sop, &["OS2"]));
    weaker["basis"]["criteria"][0]["strength"] = json!("moderate");
    refused_field(&mut desk, weaker, "basis.criteria");
    let mut several = verdict(&case, "vus", basis(sop, &["OP4"]));
    several["findingIds"] = json!(["F3", "F4"]);
    refused_field(&mut desk, several, "basis");
    let unchanged = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(unchanged["version"], case["version"], "nothing of this was recorded");
}

#[test]
fn a_verdict_put_off_keeps_the_criteria_gone_through_so_far() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let args = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": ["F3"],
        "deferred": "機能解析の文献を確認", "basis": basis("oncogenicity-sop-2022", &["OP4"]),
    });
    let case = done(&mut desk, "judge_finding", args);
    assert_eq!(recorded(&case, "F3")["basis"]["points"], 1);
}

#[test]
fn dissent_is_recorded_by_name() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let members = done(&mut desk, "members", json!({}));
    let member = members[1].clone();
    let mut args = verdict(&case, "vus", json!(null));
    args["dissent"] = json!([
        { "memberId": member["memberId"], "name": "別の名前", "words": "がん化変異の可能性とすべき" },
        { "name": "外部 太郎", "words": "判定には早い" },
    ]);
    let twice = {
        let mut twice = args.clone();
        twice["dissent"][1] = json!({ "memberId": member["memberId"], "words": "もう一度" });
        twice
    };
    refused_field(&mut desk, twice, "dissent");
    let nameless = {
        let mut nameless = args.clone();
        nameless["dissent"] = json!([{ "words": "誰かの意見" }]);
        nameless
    };
    refused_field(&mut desk, nameless, "dissent.name");
    let case = done(&mut desk, "judge_finding", args);
    let dissent = &recorded(&case, "F3")["dissent"];
    assert_eq!(dissent[0]["name"], member["name"], "a member's name is the one that is known");
    assert_eq!((&dissent[1]["name"], &dissent[1]["memberId"]), (&json!("外部 太郎"), &json!(null)));
    let history = done(&mut desk, "case_history", json!({ "caseId": case["caseId"] }));
    assert!(history.to_string().contains("外部 太郎"), "the history names them");
}

#[test]
fn records_made_before_there_were_criteria_read_as_they_were_written() {
    let old = r#"{"call":{"type":"deferred","reason":"追加情報待ち"},"actionable":null,"rationale":null,"references":[]}"#;
    let verdict: Verdict = serde_json::from_str(old).unwrap();
    assert!(verdict.basis.is_none() && verdict.dissent.is_empty());
    assert_eq!(serde_json::to_string(&verdict).unwrap(), old, "and hash as they did");
    let old = r#"{"type":"further","step":"遺伝カウンセリング"}"#;
    let advice: Advice = serde_json::from_str(old).unwrap();
    assert!(
        matches!(advice, Advice::Further { kind: FurtherKind::Other, .. }),
        "older records did not ask for a kind"
    );
    assert_eq!(serde_json::to_string(&advice).unwrap(), old);
}

fn advise(desk: &mut Desk, case: &Value, advice: Value) -> Value {
    let mut args = advice;
    args["caseId"] = case["caseId"].clone();
    args["expectedVersion"] = case["version"].clone();
    done(desk, "add_recommendation", args)
}

#[test]
fn advice_is_ranked_and_told_apart_by_kind() {
    let (mut desk, _folder) = desk();
    let mut case = demo_case(&mut desk);
    for (kind, step) in [("rebiopsy", "肺病変の再生検"), ("additionalTest", "HER2のIHC")] {
        case = advise(&mut desk, &case, json!({ "kind": "further", "further": kind, "text": step }));
    }
    let of = |case: &Value| -> Vec<(Value, Value)> {
        let all = case["recommendations"].as_array().unwrap();
        all.iter().map(|one| (one["recommendationId"].clone(), one["further"].clone())).collect()
    };
    let before = of(&case);
    let order: Vec<_> = before.iter().rev().map(|(id, _)| id.clone()).collect();
    let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "order": order });
    let case = done(&mut desk, "rank_recommendations", args.clone());
    let kinds: Vec<_> = of(&case).into_iter().map(|(_, kind)| kind).collect();
    assert_eq!(kinds, [json!("additionalTest"), json!("rebiopsy"), json!(null)]);
    assert_eq!(case["recommendations"][2]["rank"], 3, "the treatment is third now");
    assert_eq!(refused(&mut desk, "rank_recommendations", args), "stale");
    let partly = json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "order": [order[0]] });
    assert_eq!(refused(&mut desk, "rank_recommendations", partly), "refused");
    let nothing = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "kind": "nothing", "text": "候補なし",
    });
    assert_eq!(refused(&mut desk, "add_recommendation", nothing), "refused", "a treatment stands");
    let wrong = json!({
        "caseId": case["caseId"], "expectedVersion": case["version"], "kind": "further", "further": "biopsy", "text": "x",
    });
    assert_eq!(refused(&mut desk, "add_recommendation", wrong), "invalid");
}

#[test]
fn no_byte_of_germline_follow_up_is_in_the_report_of_a_patient_who_did_not_ask() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let advice = json!({
        "kind": "further", "further": "germlineFollowUp", "text": "遺伝カウンセリング外来（Ｘ病院）", "rationale": "確認検査の理由",
    });
    let case = advise(&mut desk, &case, advice);
    let row = &case["recommendations"][1];
    assert_eq!(
        (&row["withheld"], &row["further"]),
        (&json!(true), &json!("germlineFollowUp")),
        "the panel sees it"
    );
    let id = CaseId::parse(case["caseId"].as_str().unwrap()).unwrap();
    let content = |desk: &mut Desk| {
        let case = desk.case(&id).unwrap().clone();
        let letterhead = Letterhead {
            institution: entaku_domain::text::Text::new("病院").unwrap(),
            contact: None,
            template: None,
            knowledge: Vec::new(),
            figures: Default::default(),
            tests: Default::default(),
            gene_roles: entaku_domain::gene_role::GeneRoles::none(),
            program: String::new(),
        };
        let state = ReportState::Draft { status: case.status(), undecided: Vec::new() };
        serde_json::to_string(&compose(&case, &letterhead, state)).unwrap()
    };
    let told = content(&mut desk);
    for trace in [
        "カウンセリング",
        "Ｘ病院",
        "germlineFollowUp",
        "確認検査の理由",
        row["recommendationId"].as_str().unwrap(),
    ] {
        assert!(!told.contains(trace), "“{trace}” is in {told}");
    }
    let mut details =
        done(&mut desk, "show_identity", json!({ "caseId": case["caseId"] }))["details"].clone();
    details["wish"] = json!("wants");
    let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "details": details });
    let case = done(&mut desk, "record_details", args);
    assert_eq!(case["recommendations"][1]["withheld"], false);
    assert!(content(&mut desk).contains("遺伝カウンセリング外来（Ｘ病院）"), "who wishes to know is told");
}
