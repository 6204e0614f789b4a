//! Evidence beside findings: what a file says stands beside the finding that it is about, with its version; what was decided on it
//! stays when the knowledge changes.

mod lists;
mod news;
mod omission;

use super::{decide_all, demo_case, desk, done, refused, sign_all};
use crate::{Desk, dispatch};
use serde_json::{Value, json};
use std::path::Path;

const HEAD: &str = "molecular_profile\tmolecular_profile_id\tdisease\tdoid\tphenotypes\ttherapies\ttherapy_interaction_type\tevidence_type\tevidence_direction\tevidence_level\tsignificance\tevidence_statement\tcitation_id\tsource_type\tasco_abstract_id\tcitation\tnct_ids\trating\tevidence_status\tevidence_id\tvariant_origin\tlast_review_date\tevidence_civic_url\tmolecular_profile_civic_url\tis_flagged";

/// A row in the form since 2023. `level` A to E.
fn row(
    id: u32,
    profile: &str,
    disease: (&str, &str),
    drug: &str,
    said: (&str, &str, &str),
    more: (&str, bool),
) -> String {
    let (direction, significance, level) = said;
    let (status, flagged) = more;
    format!(
        "{profile}\t{id}\t{}\t{}\t\t{drug}\t\tPredictive\t{direction}\t{level}\t{significance}\tWords of row {id}.\t9000{id}\tPubMed\t\tNobody et al., 2026\t\t3\t{status}\t{id}\tSomatic\t2026-09-27 20:55:29 UTC\thttps://civicdb.org/links/evidence_items/{id}\t\t{flagged}",
        disease.0, disease.1
    )
}

const LUNG: (&str, &str) = ("Lung Non-small Cell Carcinoma", "3908");

fn rows() -> Vec<String> {
    vec![
        row(
            1,
            "EGFR L858R",
            LUNG,
            "Gefitinib",
            ("Supports", "Sensitivity/Response", "A"),
            ("accepted", false),
        ),
        row(
            2,
            "EGFR L858R",
            LUNG,
            "Cetuximab",
            ("Does Not Support", "Sensitivity/Response", "B"),
            ("accepted", true),
        ),
        row(3, "EGFR T790M", LUNG, "Erlotinib", ("Supports", "Resistance", "A"), ("accepted", false)),
        row(
            4,
            "EGFR L858R",
            ("Breast Cancer", "1612"),
            "Gefitinib",
            ("Supports", "Sensitivity/Response", "D"),
            ("submitted", false),
        ),
        row(
            5,
            "KRAS G12C",
            LUNG,
            "Sotorasib",
            ("Supports", "Sensitivity/Response", "A"),
            ("accepted", false),
        ),
        row(
            6,
            "EGFR L858R AND NOT TP53 Mutation",
            LUNG,
            "Afatinib",
            ("Supports", "Sensitivity/Response", "C"),
            ("accepted", false),
        ),
        row(
            7,
            "EGFR L858R",
            ("A Disease Nobody Mapped", ""),
            "Dacomitinib",
            ("Supports", "Sensitivity/Response", "C"),
            ("accepted", false),
        ),
    ]
}

fn written(folder: &Path, name: &str, rows: &[String]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, format!("{HEAD}\n{}\n", rows.join("\n"))).unwrap();
    path.display().to_string()
}

/// The demonstration case with knowledge, the finding of EGFR L858R, and the version of the case.
fn with_knowledge() -> (Desk, super::Folder, Value, String) {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let file = written(&folder.0, "01-Oct-2026-AcceptedClinicalEvidenceSummaries.tsv", &rows());
    let made = done(&mut desk, "import_knowledge", json!({ "paths": [file] }));
    let ledger = &made[0]["ledger"];
    assert_eq!((&ledger["read"], &ledger["kept"], &ledger["setAside"]), (&json!(7), &json!(7), &json!(0)));
    assert_eq!((&made[0]["version"], &made[0]["versionFrom"]), (&json!("2026-10-01"), &json!("fileName")));
    assert_eq!(made[0]["by"], json!("佐藤 恵"), "who imported it is kept");
    let finding = case["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["hgvsP"].as_str().is_some_and(|p| p.contains("858")))
        .unwrap();
    let finding = finding["findingId"].as_str().unwrap().to_owned();
    (desk, folder, case["caseId"].clone(), finding)
}

fn beside(desk: &mut Desk, case: &Value, finding: &str, submitted: bool) -> Vec<Value> {
    let asked = json!({ "caseId": case, "findingId": finding, "submitted": submitted });
    let answer = done(desk, "case_evidence", asked);
    let [one] = answer.as_array().unwrap().as_slice() else { panic!("{answer}") };
    assert_eq!(one["findingId"], json!(finding));
    one["rows"].as_array().unwrap().clone()
}

fn of<'r>(rows: &'r [Value], id: &str) -> &'r Value {
    rows.iter().find(|row| row["id"] == json!(id)).unwrap_or_else(|| panic!("{id} in {rows:?}"))
}

#[test]
fn each_row_stands_beside_the_finding_that_it_is_about_with_scale_source_and_relation() {
    let (mut desk, _folder, case, finding) = with_knowledge();
    let rows = beside(&mut desk, &case, &finding, false);
    let ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
    assert!(!ids.contains(&"EID3") && !ids.contains(&"EID5"), "another change, another gene: {ids:?}");
    assert!(!ids.contains(&"EID4"), "not reviewed, not asked for");
    let first = of(&rows, "EID1");
    for (field, expected) in [
        ("source", "CIViC"),
        ("version", "2026-10-01"),
        ("status", "accepted"),
        ("direction", "sensitivity"),
        ("level", "A"),
        ("scale", "CIViC"),
        ("match", "sameChange"),
        ("holds", "met"),
        ("disease", "Lung Non-small Cell Carcinoma"),
        ("diseaseRelation", "ancestor"),
    ] {
        assert_eq!(first[field], json!(expected), "{field}");
    }
    assert_eq!(
        (&first["supports"], &first["contested"], &first["drugs"]),
        (&json!(true), &json!(false), &json!(["Gefitinib"]))
    );
    assert_eq!(first["references"], json!(["PMID 90001 (Nobody et al., 2026)"]));
    assert!(!first["why"].as_array().unwrap().is_empty());
    let second = of(&rows, "EID2");
    assert_eq!((&second["supports"], &second["contested"]), (&json!(false), &json!(true)));
    assert_eq!(of(&rows, "EID7")["diseaseRelation"], json!("unknown"), "shown, and said to be unknown");
    let composite = of(&rows, "EID6");
    assert_eq!(
        (&composite["match"], &composite["holds"]),
        (&json!("composite"), &json!("notMet")),
        "TP53 is altered here"
    );
    assert_eq!(composite["parts"].as_array().unwrap().len(), 2);
    let unreviewed = beside(&mut desk, &case, &finding, true);
    assert_eq!(of(&unreviewed, "EID4")["status"], json!("submitted"));
}

#[test]
fn rows_that_contradict_each_other_stand_side_by_side_and_are_named() {
    let (mut desk, folder, case, finding) = with_knowledge();
    let mut all = rows();
    all.push(row(8, "EGFR L858R", LUNG, "Gefitinib", ("Supports", "Resistance", "D"), ("accepted", false)));
    let file = written(&folder.0, "02-Oct-2026-AcceptedClinicalEvidenceSummaries.tsv", &all);
    done(&mut desk, "import_knowledge", json!({ "paths": [file] }));
    let answer = done(&mut desk, "case_evidence", json!({ "caseId": case, "findingId": finding }));
    let conflicts = answer[0]["conflicts"].clone();
    let expected =
        json!([{ "drug": "Gefitinib", "speakFor": ["CIViC EID1"], "speakAgainst": ["CIViC EID8"] }]);
    assert_eq!(conflicts, expected, "Cetuximab has one side alone");
    let rows = answer[0]["rows"].as_array().unwrap();
    assert_eq!(of(rows, "EID8")["direction"], json!("resistance"), "nothing is summed up");
}

#[test]
fn a_row_set_aside_stays_in_sight_with_its_reason_and_can_be_taken_back() {
    let (mut desk, _folder, case, finding) = with_knowledge();
    let version = |desk: &mut Desk| done(desk, "open_case", json!({ "caseId": case }))["version"].clone();
    let row = of(&beside(&mut desk, &case, &finding, false), "EID1")["row"].clone();
    let form = |version: Value| json!({ "caseId": case, "expectedVersion": version, "findingId": finding, "row": row });
    let mut aside = form(version(&mut desk));
    aside["reason"] = json!("間質性肺炎の既往");
    done(&mut desk, "set_evidence_aside", aside);
    let rows = beside(&mut desk, &case, &finding, false);
    assert_eq!(rows.last().unwrap()["id"], json!("EID1"), "last, and not gone");
    assert_eq!(rows.last().unwrap()["setAside"], json!("間質性肺炎の既往"));
    let back = form(version(&mut desk));
    done(&mut desk, "take_evidence_back", back);
    assert_eq!(of(&beside(&mut desk, &case, &finding, false), "EID1")["setAside"], Value::Null);
    let again = form(version(&mut desk));
    assert_eq!(refused(&mut desk, "take_evidence_back", again), "refused");
    let mut unknown = form(version(&mut desk));
    unknown["row"] = json!("K9:EID1");
    unknown["reason"] = json!("x");
    assert_eq!(refused(&mut desk, "set_evidence_aside", unknown), "not-found");
}

#[test]
fn what_a_recommendation_rests_on_is_kept_in_the_report_whatever_knowledge_says_later() {
    let (mut desk, folder, case, finding) = with_knowledge();
    let row = of(&beside(&mut desk, &case, &finding, false), "EID1")["row"].clone();
    let version = done(&mut desk, "open_case", json!({ "caseId": case }))["version"].clone();
    let form = json!({
        "caseId": case, "expectedVersion": version, "kind": "treatment", "drugs": ["ゲフィチニブ"], "route": "insurance",
        "findings": [finding], "evidence": [{ "finding": finding, "row": row }],
    });
    let view = done(&mut desk, "add_recommendation", form);
    let cited = view["recommendations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["drugs"] == json!(["ゲフィチニブ"]))
        .unwrap();
    assert_eq!(cited["cited"][0]["id"], json!("EID1"));
    assert_eq!(cited["cited"][0]["version"], json!("2026-10-01"));
    // The source changes its mind: another level, from a later release.
    let later = vec![row_of_later()];
    let file = written(&folder.0, "01-Nov-2026-AcceptedClinicalEvidenceSummaries.tsv", &later);
    done(&mut desk, "import_knowledge", json!({ "paths": [file] }));
    let rows = beside(&mut desk, &case, &finding, false);
    assert_eq!(
        (rows.len(), &rows[0]["level"], &rows[0]["version"]),
        (1, &json!("C"), &json!("2026-11-01")),
        "the newest answers"
    );
    let again = done(&mut desk, "open_case", json!({ "caseId": case }));
    let cited = again["recommendations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["drugs"] == json!(["ゲフィチニブ"]))
        .unwrap();
    assert_eq!(
        (&cited["cited"][0]["level"], &cited["cited"][0]["version"]),
        (&json!("A"), &json!("2026-10-01"))
    );
    let imports = done(&mut desk, "knowledge_imports", json!({}));
    let answers: Vec<_> = imports.as_array().unwrap().iter().map(|one| one["answers"].clone()).collect();
    assert_eq!(answers, [json!(true), json!(false)], "the latest first; the older one stays");
    let id = imports[0]["id"].clone();
    done(&mut desk, "remove_knowledge", json!({ "id": id }));
    assert_eq!(
        of(&beside(&mut desk, &case, &finding, false), "EID1")["level"],
        json!("A"),
        "the older one answers again"
    );
}

fn row_of_later() -> String {
    row(1, "EGFR L858R", LUNG, "Gefitinib", ("Supports", "Sensitivity/Response", "C"), ("accepted", true))
}

#[test]
fn a_file_that_cannot_be_used_and_a_trial_run_change_nothing() {
    let (mut desk, folder) = desk();
    demo_case(&mut desk);
    let nothing = folder.0.join("notes.tsv");
    std::fs::write(&nothing, "what\tever\n1\t2\n").unwrap();
    assert_eq!(refused(&mut desk, "import_knowledge", json!({ "paths": [nothing] })), "intake");
    let file = written(&folder.0, "01-Oct-2026-AcceptedClinicalEvidenceSummaries.tsv", &rows());
    let tried = done(&mut desk, "import_knowledge", json!({ "paths": [file], "dryRun": true }));
    assert_eq!((&tried[0]["outcome"], &tried[0]["ledger"]["kept"]), (&json!("tried"), &json!(7)));
    assert_eq!(done(&mut desk, "knowledge_imports", json!({})), json!([]));
    let error =
        dispatch(&mut desk, "import_knowledge", json!({ "paths": [file], "kind": "horoscope" })).unwrap_err();
    assert!(error.fields.contains_key("kind"), "{error:?}");
    let twice =
        |desk: &mut Desk| done(desk, "import_knowledge", json!({ "paths": [file] }))[0]["outcome"].clone();
    assert_eq!((twice(&mut desk), twice(&mut desk)), (json!("kept"), json!("already")));
}

#[test]
fn a_final_report_names_the_knowledge_that_it_rests_on() {
    let (mut desk, _folder, case, finding) = with_knowledge();
    let row = of(&beside(&mut desk, &case, &finding, false), "EID1")["row"].clone();
    let version = done(&mut desk, "open_case", json!({ "caseId": case }))["version"].clone();
    let verdict = json!({
        "caseId": case, "expectedVersion": version, "findingIds": [finding], "scale": "oncogenicity-2022", "class": "oncogenic",
        "evidence": [{ "finding": finding, "row": row }],
    });
    done(&mut desk, "judge_finding", verdict);
    let now = done(&mut desk, "open_case", json!({ "caseId": case }));
    let decided = decide_all(&mut desk, &now);
    let signed = sign_all(&mut desk, &decided);
    done(&mut desk, "finalise_report", json!({ "caseId": case, "expectedVersion": signed["version"] }));
    let events = desk.session().unwrap().store.load_events(&entaku_domain::event::Stream::Case(
        entaku_domain::ids::CaseId::parse(case.as_str().unwrap()).unwrap(),
    ));
    let json = serde_json::to_string(&events.unwrap().last().unwrap()).unwrap();
    assert!(json.contains("EID1") && json.contains("2026-10-01"), "the row stands in the finalised content");
}

#[test]
fn a_first_case_shows_the_rows_that_came_with_the_program_and_an_import_takes_their_place() {
    let (mut desk, folder) = desk();
    let case = demo_case(&mut desk);
    let rows = case["findings"].as_array().unwrap();
    let found = rows.iter().find(|row| row["hgvsP"].as_str().is_some_and(|p| p.contains("858"))).unwrap();
    let finding = found["findingId"].as_str().unwrap();
    let first = beside(&mut desk, &case["caseId"], finding, false);
    let afatinib = of(&first, "EID2997");
    assert_eq!((&afatinib["version"], &afatinib["match"]), (&json!("2021-02-03"), &json!("sameChange")));
    assert_eq!(afatinib["drugs"], json!(["Afatinib"]));
    let file = written(&folder.0, "01-Oct-2026-AcceptedClinicalEvidenceSummaries.tsv", &self::rows());
    done(&mut desk, "import_knowledge", json!({ "paths": [file] }));
    let now = beside(&mut desk, &case["caseId"], finding, false);
    assert!(now.iter().all(|row| row["version"] == json!("2026-10-01")), "the site's own alone");
}

#[test]
fn one_finding_is_answered_as_it_is_among_all() {
    // The rows that came with the program speak of several of its findings.
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk)["caseId"].clone();
    let all = done(&mut desk, "case_evidence", json!({ "caseId": case }));
    let all = all.as_array().unwrap();
    assert!(all.len() > 5 && all.iter().filter(|one| one["rows"] != json!([])).count() > 1);
    for one in all {
        let asked = json!({ "caseId": case, "findingId": one["findingId"] });
        assert_eq!(done(&mut desk, "case_evidence", asked), json!([one]));
    }
}

#[test]
fn a_verdict_rests_on_its_rows_until_somebody_says_otherwise() {
    let (mut desk, folder, case, finding) = with_knowledge();
    let version = |desk: &mut Desk| done(desk, "open_case", json!({ "caseId": case }))["version"].clone();
    let cited = |view: &Value| -> Vec<String> {
        let rows = view["findings"].as_array().unwrap();
        let row = rows.iter().find(|row| row["findingId"] == json!(finding)).unwrap();
        let cited = row["verdicts"]["panel"]["cited"].as_array().unwrap();
        cited.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
    };
    let judge = |desk: &mut Desk, evidence: Option<Value>| {
        let mut form = json!({
            "caseId": case, "expectedVersion": version(desk), "findingIds": [finding], "scale": "oncogenicity-2022",
            "class": "oncogenic",
        });
        if let Some(evidence) = evidence {
            form["evidence"] = evidence;
        }
        done(desk, "judge_finding", form)
    };
    // By source and id, whatever version answers.
    let first = judge(&mut desk, Some(json!([{ "finding": finding, "row": "CIViC EID1" }])));
    assert_eq!(cited(&first), ["EID1"]);
    assert_eq!(
        cited(&judge(&mut desk, None)),
        ["EID1"],
        "another verdict without a word on evidence loses none"
    );
    let both =
        json!([{ "finding": finding, "row": "CIViC EID1" }, { "finding": finding, "row": "CIViC EID2" }]);
    // A later release says otherwise: the row of before stays as it stood, the one that is added stands as it is now.
    let mut later = rows();
    later.retain(|row| !row.contains("Words of row 1."));
    later.push(row_of_later());
    let file = written(&folder.0, "01-Nov-2026-AcceptedClinicalEvidenceSummaries.tsv", &later);
    done(&mut desk, "import_knowledge", json!({ "paths": [file] }));
    let view = judge(&mut desk, Some(both));
    assert_eq!(cited(&view), ["EID1", "EID2"]);
    let found =
        view["findings"].as_array().unwrap().iter().find(|row| row["findingId"] == json!(finding)).unwrap();
    let versions: Vec<&Value> =
        found["verdicts"]["panel"]["cited"].as_array().unwrap().iter().map(|one| &one["version"]).collect();
    assert_eq!(versions, [&json!("2026-10-01"), &json!("2026-11-01")]);
    assert_eq!(cited(&judge(&mut desk, Some(json!([])))), Vec::<String>::new());
}

#[test]
fn the_foremost_rows_are_those_that_stand_first_and_the_rest_are_counted() {
    let (mut desk, _folder, case, finding) = with_knowledge();
    let all = beside(&mut desk, &case, &finding, false);
    let asked = json!({ "caseId": case, "findingId": finding, "foremost": 2 });
    let few = done(&mut desk, "case_evidence", asked);
    assert_eq!(few[0]["rows"], json!(all[..2]));
    assert_eq!(few[0]["more"], json!(all.len() - 2));
}
