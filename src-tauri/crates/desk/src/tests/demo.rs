//! The demonstration store: what a newcomer finds in it, and that it is such as could be.

use super::{demo_case, desk, done, sign_all};
use crate::Desk;
use serde_json::{Value, json};

/// The three cases in the order of the list.
fn cases(desk: &mut Desk) -> Vec<Value> {
    done(desk, "open_demo", json!({}));
    let list = done(desk, "list_cases", json!({}));
    let rows = list["cases"].as_array().unwrap().clone();
    rows.iter().map(|row| done(desk, "open_case", json!({ "caseId": row["caseId"] }))).collect()
}

fn codes(gaps: &Value) -> Vec<&str> {
    gaps.as_array().unwrap().iter().map(|gap| gap["code"].as_str().unwrap()).collect()
}

fn row<'a>(case: &'a Value, finding: &str) -> &'a Value {
    case["findings"].as_array().unwrap().iter().find(|row| row["findingId"] == finding).unwrap()
}

#[test]
fn three_cases_stand_at_three_stages_the_one_under_review_first() {
    let (mut desk, _folder) = desk();
    let all = cases(&mut desk);
    let seen: Vec<_> = all
        .iter()
        .map(|case| {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            (
                text(&case["caseNo"]),
                text(&case["status"]),
                text(&case["patient"]["oncotree"]),
                text(&case["patient"]["wish"]),
            )
        })
        .collect();
    let expected = [
        ("2026-0001", "inReview", "LUAD", "decidesLater"),
        ("2026-0002", "inReview", "HGSOC", "wants"),
        ("2026-0003", "decided", "LMS", "refuses"),
    ]
    .map(|(number, status, tumour, wish)| {
        (number.to_owned(), status.to_owned(), tumour.to_owned(), wish.to_owned())
    });
    assert_eq!(seen, expected);
    for case in &all {
        assert!(case["course"]["treatments"].as_array().unwrap().len() >= 2, "a course to look at: {case}");
        assert!(case["course"]["familyHistory"].is_string() && case["course"]["attending"].is_string());
        let notes = case["sources"][0]["notes"].as_array().unwrap();
        let faults: Vec<_> = notes.iter().filter(|note| note["severity"] != "info").collect();
        assert!(faults.is_empty(), "the synthetic file is sound: {faults:?}");
    }
}

#[test]
fn the_ovarian_case_asks_whether_its_brca1_variant_is_inherited_and_nobody_has_said() {
    let (mut desk, _folder) = desk();
    let case = cases(&mut desk).remove(1);
    let course = &case["course"];
    assert!(course["familyHistory"].as_str().unwrap().contains("母方祖母: 卵巣癌（61歳）"), "{course}");
    assert_eq!(course["wishAskedBy"], "高橋 葉子");
    assert!(course["wishAskedOn"].as_str().unwrap() < case["receivedAt"].as_str().unwrap(), "asked before");
    let brca1 = row(&case, "F1");
    assert_eq!((&brca1["subject"], &brca1["origin"]), (&json!("BRCA1"), &json!("unknown")), "a tumour alone");
    assert_eq!(brca1["germline"]["judgement"], Value::Null, "left for whoever tries the program: {brca1}");
    assert_eq!(brca1["verdicts"]["panel"]["grade"]["class"], "oncogenic", "{brca1}");
    let detail = done(&mut desk, "finding_detail", json!({ "caseId": case["caseId"], "findingId": "F1" }));
    let concern: Vec<_> = detail["opinions"]["opinions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|opinion| opinion["germlineConcern"] == true)
        .map(|opinion| opinion["who"]["name"].clone())
        .collect();
    assert_eq!(concern, ["高橋 葉子"], "the counsellor's concern can be read: {detail}");
    let told = done(&mut desk, "case_documents", json!({ "caseId": case["caseId"] }))["explanation"].clone();
    assert!(told["overall"]["ja"].is_string() && told["tellsHeredity"] == true, "{told}");
    let unwritten = json!({ "ja": null, "en": null });
    assert_eq!((&told["nextSteps"], &told["heredity"]), (&unwritten, &unwritten), "half of it is written");
}

#[test]
fn the_sarcoma_lacks_nothing_but_signatures_and_is_then_finalised() {
    let (mut desk, _folder) = desk();
    let case = cases(&mut desk).remove(2);
    assert_eq!((codes(&case["gaps"]), codes(&case["reminders"])), (vec!["unsigned"], vec![]), "{case}");
    let advice: Vec<_> =
        case["recommendations"].as_array().unwrap().iter().map(|one| one["kind"].clone()).collect();
    assert_eq!(advice, ["nothing", "further"], "no treatment from the test, and standard therapy goes on");
    assert_eq!(case["meeting"]["quorum"]["met"], true, "{}", case["meeting"]);
    let case = sign_all(&mut desk, &case);
    let case = done(
        &mut desk,
        "finalise_report",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"] }),
    );
    assert_eq!(case["status"], "finalised");
}

#[test]
fn a_meeting_is_planned_for_the_cases_that_wait_for_one() {
    let (mut desk, _folder) = desk();
    let all = cases(&mut desk);
    let list = done(&mut desk, "list_meetings", json!({}));
    assert_eq!((&list[0]["state"], &list[0]["heldOn"]), (&json!("planned"), &json!("2026-11-25")));
    let meeting = done(&mut desk, "open_meeting", json!({ "meetingId": list[0]["meetingId"] }));
    let agenda: Vec<_> =
        meeting["agenda"].as_array().unwrap().iter().map(|item| item["caseId"].clone()).collect();
    assert_eq!(agenda, [all[0]["caseId"].clone(), all[1]["caseId"].clone()], "the third has met");
}

/// Number in a text from this place on.
fn number(text: &str) -> u32 {
    let digits: String =
        text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap()
}

/// The complement of a base.
fn complement(base: &str) -> &'static str {
    match base {
        "A" => "T",
        "T" => "A",
        "C" => "G",
        _ => "C",
    }
}

#[test]
fn each_substitution_changes_the_residue_of_its_codon_and_the_bases_of_its_place() {
    let (mut desk, _folder) = desk();
    let mut looked = 0;
    for case in cases(&mut desk) {
        for row in case["findings"].as_array().unwrap() {
            let (Some(coding), Some(protein)) = (row["hgvsC"].as_str(), row["hgvsP"].as_str()) else {
                continue;
            };
            let Some((before, after)) = coding.split_once('>') else { continue };
            looked += 1;
            assert_eq!(number(coding).div_ceil(3), number(protein), "{coding} {protein}");
            let before: String = before.chars().rev().take(1).collect();
            let alleles = row["position"].as_str().unwrap();
            let forward = format!("{before}>{after}");
            let reverse = format!("{}>{}", complement(&before), complement(after));
            assert!(
                alleles.contains(&forward) || alleles.contains(&reverse),
                "{coding} is read on one of the strands: {alleles}"
            );
        }
    }
    assert_eq!(looked, 6 + 4 + 3, "all substitutions of the three");
}

#[test]
fn what_the_demonstration_holds_is_proved_from_its_events() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    let check = done(&mut desk, "verify_store", json!({ "deep": true }));
    assert_eq!(check["ok"], true, "{check}");
}
