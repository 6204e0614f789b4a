//! The rules asked without a case.

use crate::{RuleQuestion, Rulebook};
use entaku_domain::label::Language;
use serde_json::{Value, json};

fn ask(question: RuleQuestion, line: &Value) -> Value {
    Rulebook::shipped().unwrap().answer(question, &line.to_string(), Language::En).unwrap()
}

fn meeting(rule_set: &str, mode: &str, people: &[&[&str]], attending: &str) -> Value {
    let attendees: Vec<Value> = people.iter().map(|keys| json!({ "keys": keys })).collect();
    json!({
        "ruleSet": rule_set, "mode": mode, "attendees": attendees, "attendingPhysician": attending,
        "inHouseSequencing": false, "paediatric": false,
    })
}

fn quorum(line: &Value) -> (bool, Value, usize) {
    let answer = ask(RuleQuestion::Quorum, line);
    let reasons = answer["reasons"].as_array().unwrap().len();
    (answer["met"].as_bool().unwrap(), answer["missing"].clone(), reasons)
}

#[test]
fn a_line_tells_whether_a_panel_is_quorate_and_which_keys_are_missing() {
    let (five, two): (&[&[&str]], &[&[&str]]) =
        (&[&["ア"], &["イ"], &["ウ"], &["エ"], &["オ"]], &[&["ア", "イ"], &["ウ", "オ"]]);
    let met = |line: &Value| assert_eq!(quorum(line), (true, json!([]), 0), "{line}");
    met(&meeting("2025-07-07", "realtime", five, "present"));
    met(&meeting("2025-07-07", "realtime", five, "information-supplied"));
    met(&meeting("2025-07-07", "circulation", five, "present"));
    met(&meeting("2022-03-03", "realtime", five, "present"));
    assert_eq!(quorum(&meeting("2025-07-07", "realtime", two, "present")), (false, json!(["エ"]), 0));
    let (met, missing, _) = quorum(&meeting("2022-03-03", "realtime", two, "present"));
    assert_eq!((met, missing.as_array().unwrap().len()), (false, 3), "one key for each person");
    assert_eq!(quorum(&meeting("2025-07-07", "realtime", five, "absent")), (false, json!([]), 1));
    let mut children = meeting("2025-07-07", "realtime", five, "present");
    children["paediatric"] = true.into();
    children["inHouseSequencing"] = true.into();
    assert_eq!(quorum(&children), (false, json!(["カ", "キ"]), 0));
}

#[test]
fn what_a_line_leaves_out_is_not_judged_and_what_it_says_is() {
    let five: &[&[&str]] = &[&["ア"], &["イ"], &["ウ"], &["エ"], &["オ"]];
    let mut line = meeting("2022-03-03", "circulation", five, "present");
    let answer = ask(RuleQuestion::Quorum, &line);
    assert_eq!(answer["notJudged"], json!(["groundNotNamed", "agreementNotStated"]), "{answer}");
    assert_eq!(answer["met"], true);
    line["grounds"] = json!([]);
    line["opinionsAgree"] = false.into();
    assert_eq!(quorum(&line), (false, json!([]), 2));
    line["pediatric"] = true.into();
    assert_eq!(ask(RuleQuestion::Quorum, &line)["ignored"], json!(["pediatric"]));
}

#[test]
fn a_question_that_cannot_be_meant_is_refused() {
    let book = Rulebook::shipped().unwrap();
    let five: &[&[&str]] = &[&["ア"]];
    for line in [
        meeting("1999-01-01", "realtime", five, "present"),
        meeting("2025-07-07", "by-post", five, "present"),
        meeting("2025-07-07", "realtime", &[&["ヌ"]], "present"),
        meeting("2025-07-07", "realtime", five, "maybe"),
        json!({ "mode": "realtime" }),
        json!([]),
    ] {
        let refused = book.answer(RuleQuestion::Quorum, &line.to_string(), Language::Ja);
        assert!(refused.is_err(), "{line}");
    }
    assert!(book.answer(RuleQuestion::Acmg, "{", Language::Ja).is_err());
}

/// What the fee notice of 2026 says, written down apart from the code: one condition that fails settles it, whatever is
/// unknown of the others; only where all hold may the panel be omitted.
#[test]
fn every_case_may_be_omitted_where_the_notice_says_so_and_nowhere_else() {
    let tumours = [(Some(true), "met"), (Some(false), "notMet"), (None, "unknown")];
    let secondary = [
        (Some("none"), "met"),
        (Some("suspected"), "notMet"),
        (Some("notStated"), "unknown"),
        (None, "unknown"),
    ];
    let drugs = [
        (Some("inLabelOrGuideline"), "met"),
        (Some("none"), "met"),
        (Some("otherOnly"), "notMet"),
        (Some("unknown"), "unknown"),
        (None, "unknown"),
    ];
    let days = [("2026-05-31", false), ("2026-06-01", true), ("2026-11-20", true), ("2025-07-07", false)];
    let mut seen = 0;
    for (day, in_force) in days {
        for (solid, tumour) in tumours {
            for (said, clean) in secondary {
                for (drug, usable) in drugs {
                    let line = json!({
                        "date": day, "solid": solid, "ccatSecondaryFinding": said, "usableDrug": drug,
                    });
                    let answer = ask(RuleQuestion::Omission, &line);
                    let states = [tumour, clean, usable];
                    let expected = match states {
                        _ if !in_force => "no",
                        states if states.contains(&"notMet") => "no",
                        ["met", "met", "met"] => "yes",
                        _ => "unknown",
                    };
                    assert_eq!(answer["mayOmit"], expected, "{line}: {answer}");
                    let conditions = answer["conditions"].as_array().unwrap();
                    let given: Vec<&str> =
                        conditions.iter().map(|one| one["state"].as_str().unwrap()).collect();
                    if in_force {
                        assert_eq!(given, ["met", tumour, clean, usable], "{line}");
                        assert_eq!(answer["ruleSet"], "2026-06-01", "{line}");
                    } else {
                        assert_eq!(given, ["notMet"], "{line}");
                    }
                    assert!(conditions.iter().all(|one| !one["text"].as_str().unwrap().is_empty()));
                    seen += 1;
                }
            }
        }
    }
    assert_eq!(seen, 4 * 3 * 4 * 5);
    let before = ask(RuleQuestion::Omission, &json!({ "date": "2025-12-01", "solid": true }));
    assert_eq!(before["ruleSet"], "2025-07-07");
    let none = ask(RuleQuestion::Omission, &json!({ "date": "2020-01-01", "solid": true }));
    assert_eq!((&none["mayOmit"], &none["ruleSet"]), (&json!("no"), &Value::Null));
}

#[test]
fn a_question_about_omission_that_cannot_be_meant_is_refused_and_a_strange_field_named() {
    let book = Rulebook::shipped().unwrap();
    for line in [
        json!({ "solid": true }),
        json!({ "date": "June 2026" }),
        json!({ "date": "2026-06-01", "solid": "yes" }),
        json!({ "date": "2026-06-01", "ccatSecondaryFinding": "maybe" }),
        json!({ "date": "2026-06-01", "usableDrug": "offLabel" }),
    ] {
        assert!(book.answer(RuleQuestion::Omission, &line.to_string(), Language::Ja).is_err(), "{line}");
    }
    let misspelt = json!({ "date": "2026-06-01", "solid": true, "ccatSecondaryFindings": "none" });
    let answer = ask(RuleQuestion::Omission, &misspelt);
    assert_eq!(answer["ignored"], json!(["ccatSecondaryFindings"]));
    assert_eq!(answer["mayOmit"], "unknown");
}

#[test]
fn criteria_are_added_up_and_what_cannot_be_counted_is_named() {
    let classed = |question, criteria: &[&str]| {
        let answer = ask(question, &json!({ "criteria": criteria }));
        let refused: Vec<Value> =
            answer["refused"].as_array().unwrap().iter().map(|one| one["criterion"].clone()).collect();
        (answer["points"].as_i64().unwrap(), answer["class"].clone(), json!(refused))
    };
    use RuleQuestion::{Acmg, Oncogenicity};
    assert_eq!(classed(Oncogenicity, &["OS3", "OP1"]), (5, json!("vus"), json!([])));
    assert_eq!(classed(Oncogenicity, &["OVS1", "OS2"]), (12, json!("oncogenic"), json!([])));
    assert_eq!(classed(Oncogenicity, &[]), (0, json!("vus"), json!([])));
    // The weaker of two that exclude each other goes, wherever it stands; of equal ones the later.
    assert_eq!(classed(Oncogenicity, &["OM1", "OS3"]), (4, json!("vus"), json!(["OM1"])));
    assert_eq!(classed(Oncogenicity, &["OS1", "OS3", "OS2"]), (8, json!("likely-oncogenic"), json!(["OS3"])));
    assert_eq!(classed(Oncogenicity, &["OS9", "OP1", "OP1"]), (1, json!("vus"), json!(["OS9", "OP1"])));
    assert_eq!(classed(Acmg, &["BA1"]), (0, json!("benign"), json!([])));
    assert_eq!(classed(Acmg, &["PM2_Supporting"]), (1, json!("vus"), json!([])));
    assert_eq!(classed(Acmg, &["PM2_Enormous"]), (0, json!("vus"), json!(["PM2_Enormous"])));
}

#[test]
fn a_trial_and_a_patient_in_one_line_are_answered_criterion_by_criterion() {
    let trial = json!([
        { "genomic": { "hugo_symbol": "EGFR", "variant_category": "Mutation", "exon": 21 } },
        { "clinical": { "age_numerical": ">=20", "her2_status": "Positive", "pdl1_status": "High" } },
    ]);
    let patient = json!({
        "age": 60.2, "sex": "female", "covered": ["EGFR"], "her2": "unknown",
        "findings": [{ "kind": "short", "gene": "EGFR", "proteinChange": "p.L858R", "exon": 21 }],
    });
    let answer = ask(RuleQuestion::Trial, &json!({ "ctml": trial, "patient": patient }));
    let states: Vec<&Value> =
        answer["criteria"].as_array().unwrap().iter().map(|row| &row["state"]).collect();
    assert_eq!(states, ["met", "met", "unknown", "unknown"], "{answer}");
    assert_eq!(answer["state"], "unknown");
    let filled = |row: &Value| ["text", "why"].iter().all(|field| !row[*field].as_str().unwrap().is_empty());
    assert!(answer["criteria"].as_array().unwrap().iter().all(filled), "{answer}");
    let young = ask(RuleQuestion::Trial, &json!({ "ctml": trial, "patient": { "age": 19.9 } }));
    assert_eq!(young["state"], "notMet");
    assert_eq!(young["criteria"][1]["canChange"], true, "nobody stays 19: {young}");
    assert_eq!(ask(RuleQuestion::Trial, &json!({ "ctml": {} }))["state"], "unknown");
}

#[test]
fn what_a_trials_line_does_not_understand_is_named_and_what_cannot_be_is_refused() {
    let line = json!({
        "ctml": { "clinical": { "smoker": "Yes" } }, "now": 1,
        "patient": { "ecog": 1, "findings": [{ "kind": "fusion", "gene": "ALK", "vaf": 0.1 }] },
    });
    let answer = ask(RuleQuestion::Trial, &line);
    assert_eq!(answer["ignored"], json!(["now", "patient.ecog", "patient.findings.vaf"]));
    assert_eq!(answer["notUnderstood"][0]["place"], "match.clinical.smoker");
    let book = Rulebook::shipped().unwrap();
    for line in [
        json!({ "patient": {} }),
        json!({ "ctml": {}, "patient": { "age": -1 } }),
        json!({ "ctml": {}, "patient": { "ps": 7 } }),
        json!({ "ctml": {}, "patient": { "priorLines": 1.5 } }),
        json!({ "ctml": {}, "patient": { "sex": "F" } }),
        json!({ "ctml": {}, "patient": { "covered": "some" } }),
        json!({ "ctml": {}, "patient": { "findings": [{ "kind": "short" }] } }),
        json!({ "ctml": {}, "patient": { "findings": [{ "gene": "EGFR" }] } }),
        json!({ "ctml": {}, "patient": { "msi": "MSI-H" } }),
    ] {
        assert!(book.answer(RuleQuestion::Trial, &line.to_string(), Language::Ja).is_err(), "{line}");
    }
}
