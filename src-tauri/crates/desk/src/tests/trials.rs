//! The catalogue of trials beside a case.

use super::{Folder, demo_case, desk, done, refused};
use crate::Desk;
use serde_json::{Value, json};

/// Two arms and one that is closed; the demonstration patient has a lung adenocarcinoma with EGFR L858R.
const CTML: &str = r#"
protocol_no: T-1
status: Open to Accrual
treatment_list:
  step:
    - step_code: '1'
      match: [{clinical: {oncotree_primary_diagnosis: Non-Small Cell Lung Cancer}}]
      arm:
        - arm_code: met
          match: [{genomic: {hugo_symbol: EGFR, variant_category: Mutation, protein_change: p.L858R}}]
        - arm_code: open
          match: [{genomic: {hugo_symbol: EGFR, variant_category: Mutation, protein_change: p.L858R}}, {clinical: {her2_status: Positive}}]
        - arm_code: not
          match: [{clinical: {oncotree_primary_diagnosis: "!Lung"}}]
        - arm_code: closed
          arm_suspended: Y
"#;
const ENDED: &str = "protocol_no: T-2\nstatus: Closed to Accrual\nmatch: [{clinical: {gender: Female}}]\n";

fn with_trials() -> (Desk, Folder, Value) {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    for (name, text) in [("one.yaml", CTML), ("two.yaml", ENDED)] {
        let file = folder.0.join(name);
        std::fs::write(&file, text).unwrap();
        let made = done(&mut desk, "import_knowledge", json!({ "paths": [file] }));
        assert_eq!((&made[0]["kind"], &made[0]["ledger"]["kept"]), (&json!("trialsCtml"), &json!(1)));
    }
    (desk, folder, case["caseId"].clone())
}

#[test]
fn open_trials_stand_beside_a_case_arm_by_arm_and_those_not_met_too() {
    let (mut desk, _folder, case) = with_trials();
    let all = done(&mut desk, "match_trials", json!({ "caseId": case }));
    let told: Vec<(&str, &str, &str)> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|row| ["trialId", "arm", "state"].map(|field| row[field].as_str().unwrap()).into())
        .collect();
    assert_eq!(told, [("T-1", "met", "met"), ("T-1", "open", "unknown"), ("T-1", "not", "notMet")]);
    let open = &all[1];
    assert_eq!((&open["met"], &open["notMet"], &open["unknown"]), (&json!(2), &json!(0), &json!(1)));
    let states: Vec<&Value> = open["criteria"].as_array().unwrap().iter().map(|row| &row["state"]).collect();
    assert_eq!(states, ["met", "met", "unknown"]);
    assert_eq!(open["stale"], false, "imported today");
}

#[test]
fn a_trial_that_is_named_is_shown_closed_or_not_and_another_is_refused() {
    let (mut desk, _folder, case) = with_trials();
    let named = |trial: &str| json!({ "caseId": case, "trialId": trial });
    let ended = done(&mut desk, "match_trials", named("T-2"));
    assert_eq!((ended.as_array().unwrap().len(), &ended[0]["recruitment"]), (1, &json!("ended")));
    assert_eq!(
        done(&mut desk, "match_trials", named("t-1")).as_array().unwrap().len(),
        4,
        "the closed arm too"
    );
    assert_eq!(refused(&mut desk, "match_trials", named("T-3")), "not-found");
    let catalogue = done(&mut desk, "trial_catalogue", json!({}));
    let ids: Vec<&Value> = catalogue.as_array().unwrap().iter().map(|row| &row["trialId"]).collect();
    assert_eq!(ids, ["T-1", "T-2"]);
    assert_eq!(catalogue[0]["arms"][3], json!({ "name": "closed", "suspended": true }));
}

#[test]
fn a_file_without_trials_is_no_part_of_the_catalogue() {
    let (mut desk, folder, _) = with_trials();
    let file = folder.0.join("roles.csv");
    std::fs::write(&file, "gene,role\nTP53,TSG\n").unwrap();
    let form = crate::acts::ImportKnowledge {
        paths: vec![file.to_string_lossy().into_owned()],
        ..Default::default()
    };
    assert!(desk.import_trials_unsigned(&form).is_err());
    desk.import_knowledge_unsigned(&form).unwrap();
    let kinds: Vec<String> =
        desk.trial_imports_unsigned().unwrap().into_iter().map(|view| view.kind).collect();
    assert_eq!(kinds, ["trialsCtml", "trialsCtml"]);
}

const HER2: &str = "Positive";

fn row_of<'v>(rows: &'v Value, arm: &str, written: &str) -> &'v Value {
    let arm = rows.as_array().unwrap().iter().find(|row| row["arm"] == arm).unwrap();
    let criteria = arm["criteria"].as_array().unwrap();
    criteria.iter().find(|row| row["asked"]["written"] == written).unwrap()
}

#[test]
fn a_person_answers_what_the_record_leaves_open_and_a_newer_version_asks_again() {
    let (mut desk, folder, case) = with_trials();
    let all = done(&mut desk, "match_trials", json!({ "caseId": case }));
    let open = all.as_array().unwrap().iter().find(|row| row["arm"] == "open").unwrap();
    let asked: Vec<&Value> = open["criteria"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["asked"]["written"])
        .filter(|written| !written.is_null())
        .collect();
    assert_eq!(asked, [HER2], "what the record settles is not asked of a person");

    let said = |state: &str, written: &str| json!({ "caseId": case, "expectedVersion": 0, "trialId": "T-1", "written": written, "subject": "her2", "state": state, "note": "IHC 3+" });
    let on_what_stands = |desk: &mut Desk, mut form: Value| {
        form["expectedVersion"] = done(desk, "open_case", json!({ "caseId": case }))["version"].clone();
        form
    };
    let form = on_what_stands(&mut desk, said("met", HER2));
    let answer = done(&mut desk, "tick_trial_criterion", form.clone());
    let row = row_of(&answer, "open", HER2);
    assert_eq!((&row["state"], &row["tick"]["note"]), (&json!("met"), &json!("IHC 3+")));
    assert_eq!(row["tick"]["ofAnotherVersion"], false);
    assert_eq!(refused(&mut desk, "tick_trial_criterion", form), "stale", "somebody answered meanwhile");
    let all = done(&mut desk, "match_trials", json!({ "caseId": case }));
    let open = all.as_array().unwrap().iter().find(|row| row["arm"] == "open").unwrap();
    assert_eq!(open["state"], "met");
    let history = done(&mut desk, "case_history", json!({ "caseId": case })).to_string();
    assert!(history.contains("HER2: Positive") && history.contains("T-1"), "{history}");

    for written in [">=18", "no such words", " "] {
        let form = on_what_stands(&mut desk, said("met", written));
        assert_eq!(refused(&mut desk, "tick_trial_criterion", form), "invalid", "{written}");
    }

    let file = folder.0.join("newer.yaml");
    std::fs::write(&file, format!("{CTML}# another file\n")).unwrap();
    done(&mut desk, "import_knowledge", json!({ "paths": [file], "version": "2030-01-01" }));
    let all = done(&mut desk, "match_trials", json!({ "caseId": case }));
    let row = row_of(&all, "open", HER2);
    assert_eq!((&row["state"], &row["tick"]["state"]), (&json!("unknown"), &json!("met")));
    assert_eq!(row["tick"]["ofAnotherVersion"], true);
}

#[test]
fn a_trial_finds_its_patients_and_one_value_that_decides_several_stands_first() {
    let (mut desk, folder, case) = with_trials();
    let of_case = |desk: &mut Desk, trial: &str| {
        let found = done(desk, "trial_patients", json!({ "trialId": trial }));
        found.as_array().unwrap().iter().find(|row| row["caseId"] == case).cloned()
    };
    let nearest = of_case(&mut desk, "T-1").unwrap();
    assert_eq!(
        (&nearest["arm"], &nearest["state"], &nearest["unknown"]),
        (&json!("met"), &json!("met"), &json!(0))
    );
    let none = done(&mut desk, "trial_patients", json!({ "trialId": "T-1", "months": 0 }));
    assert!(none.as_array().unwrap().iter().all(|row| row["receivedAt"] == "2026-11-22"), "of today alone");
    assert_eq!(refused(&mut desk, "trial_patients", json!({ "trialId": "T-9" })), "not-found");

    let trial = |id: &str, more: &str| {
        format!("protocol_no: {id}\nstatus: Open to Accrual\nmatch: [{{clinical: {{{more}}}}}]\n")
    };
    for (id, more) in [
        ("A-1", "her2_status: Positive"),
        ("A-2", "her2_status: Positive, er_status: Negative"),
        ("A-3", "her2_status: Positive, oncotree_primary_diagnosis: \"!Lung\""),
    ] {
        let file = folder.0.join(format!("{id}.yaml"));
        std::fs::write(&file, trial(id, more)).unwrap();
        done(&mut desk, "import_knowledge", json!({ "paths": [file] }));
    }
    let open = done(&mut desk, "trial_unknowns", json!({ "caseId": case }));
    let her2 = open.as_array().unwrap().iter().find(|row| row["subject"] == "her2").unwrap();
    assert_eq!(her2["trials"], json!(["A-1", "A-2", "T-1"]), "A-3 is not met, whatever becomes known");
    assert_eq!(her2["decides"], json!(["A-1", "T-1"]), "A-2 asks for ER besides");
    assert_eq!(open[0], *her2, "what decides most stands first");
    let er = open.as_array().unwrap().iter().find(|row| row["subject"] == "er").unwrap();
    assert_eq!((&er["trials"], &er["decides"]), (&json!(["A-2"]), &json!([])));
}

#[test]
fn a_referral_keeps_the_criteria_as_they_stood_and_a_number_of_no_registry_is_one_where_the_catalogue_has_it()
{
    let (mut desk, _folder, case) = with_trials();
    let version = |desk: &mut Desk| done(desk, "open_case", json!({ "caseId": case }))["version"].clone();
    let refer = |desk: &mut Desk, trial: &str, arm: Option<&str>| json!({ "caseId": case, "expectedVersion": version(desk), "trial": trial, "arm": arm, "title": "any" });
    let form = refer(&mut desk, "T-1", Some("open"));
    let view = done(&mut desk, "refer_to_trial", form);
    let of_open = |view: &Value| view["referrals"].as_array().unwrap().last().unwrap().clone();
    let first = of_open(&view);
    assert_eq!((&first["trial"], &first["registry"]), (&json!("T-1"), &json!("")));
    assert_eq!((&first["matched"]["arm"], &first["matched"]["state"]), (&json!("open"), &json!("unknown")));
    let criteria = first["matched"]["criteria"].as_array().unwrap();
    let states: Vec<&Value> = criteria.iter().map(|row| &row["state"]).collect();
    assert_eq!(states, ["met", "met", "unknown"]);
    assert!(criteria.iter().all(|row| row["tickedBy"].is_null()));

    let mut tick =
        json!({ "caseId": case, "trialId": "T-1", "written": HER2, "subject": "her2", "state": "met" });
    tick["expectedVersion"] = version(&mut desk);
    done(&mut desk, "tick_trial_criterion", tick);
    let again = done(&mut desk, "open_case", json!({ "caseId": case }));
    assert_eq!(of_open(&again)["matched"], first["matched"], "what is said later changes nothing of it");
    let form = refer(&mut desk, "t-1", Some("open"));
    let view = done(&mut desk, "refer_to_trial", form);
    let second = of_open(&view);
    assert_eq!((&second["trial"], &second["matched"]["state"]), (&json!("T-1"), &json!("met")));
    let criteria = second["matched"]["criteria"].as_array().unwrap();
    let by_person: Vec<bool> = criteria.iter().map(|row| row["tickedBy"].is_string()).collect();
    assert_eq!(by_person, [false, false, true]);

    let form = refer(&mut desk, "T-1", None);
    let view = done(&mut desk, "refer_to_trial", form);
    assert!(of_open(&view)["matched"].is_null(), "of several arms none is chosen for anybody");
    for (trial, arm) in [("T-1", Some("no such arm")), ("T-3", None)] {
        let form = refer(&mut desk, trial, arm);
        assert_eq!(refused(&mut desk, "refer_to_trial", form), "invalid", "{trial}");
    }
}

#[test]
fn what_a_criterion_tells_of_heredity_is_kept_from_who_may_not_see_it() {
    use entaku_domain::label::Label;
    use entaku_domain::omission::ConditionState::{Met, NotMet};
    use entaku_domain::referral::{MatchedCriterion, MatchedTrial};
    let one = |text: &str, state, of_heredity| MatchedCriterion {
        text: Label { ja: text.to_owned(), en: text.to_owned() },
        state,
        why: Label { ja: "-".to_owned(), en: "-".to_owned() },
        ticked_by: None,
        of_heredity,
    };
    let mut matched = MatchedTrial {
        source: "site".to_owned(),
        version: "1".to_owned(),
        as_of: None,
        arm: None,
        recruitment: None,
        state: NotMet,
        criteria: vec![one("age", Met, false), one("BRCA1", NotMet, true)],
    };
    matched.leave_out_heredity();
    assert_eq!((matched.state, matched.criteria.len()), (Met, 1), "the sum would tell it too");
}
