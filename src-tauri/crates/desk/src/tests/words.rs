//! What laboratories write reaches the screen in both languages, with what was written.

use super::{demo_case, desk, dispatch, done};
use serde_json::{Value, json};

fn row<'a>(case: &'a Value, of: &str) -> &'a Value {
    let rows = case["findings"].as_array().unwrap();
    rows.iter().find(|row| row["subject"] == of).unwrap_or_else(|| panic!("{of} is in the demonstration"))
}

fn both(ja: &str, en: &str) -> Value {
    json!({"ja": ja, "en": en})
}

#[test]
fn changes_effects_and_values_are_said_in_both_languages_beside_what_was_written() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let egfr = row(&case, "EGFR");
    assert_eq!(egfr["effects"], json!(["missense_variant"]));
    assert_eq!(
        egfr["effectsInWords"],
        json!([both("ミスセンス変異（missense_variant）", "missense variant (missense_variant)")])
    );
    assert_eq!(egfr["changeInWords"], Value::Null, "a name is one in every language");
    let met = row(&case, "MET");
    assert_eq!(met["change"], "amplification (12 copy number)");
    assert_eq!(
        met["changeInWords"],
        both("増幅（amplification） コピー数 12", "amplification (copy number 12)")
    );
    assert_eq!(met["valuesInWords"], json!([both("コピー数 12", "copy number 12")]));
    let tmb = row(&case, "TMB");
    assert_eq!(tmb["values"], json!(["4.2 mutations per megabase"]));
    assert_eq!(tmb["valuesInWords"], json!([both("4.2 mut/Mb", "4.2 mut/Mb")]));
    assert_eq!(tmb["changeInWords"], both("低（low） 4.2 mut/Mb", "low (4.2 mut/Mb)"));
    assert_eq!(
        case["test"]["testTypeInWords"],
        both("腫瘍検体と正常検体の対（tumor and matched-normal）", "tumor and matched-normal")
    );
    let detail =
        done(&mut desk, "finding_detail", json!({"caseId": case["caseId"], "findingId": egfr["findingId"]}));
    assert_eq!(detail["row"]["consequences"][0]["effectsInWords"], egfr["effectsInWords"]);
}

#[test]
fn what_is_released_and_what_happened_name_a_change_in_both_languages() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let explained = done(&mut desk, "case_documents", json!({"caseId": case["caseId"]}));
    let told = explained["explanation"]["findings"].as_array().unwrap();
    let met = told.iter().find(|one| one["subject"] == "MET").expect("MET is judged");
    assert_eq!(
        met["changeInWords"],
        both("増幅（amplification） コピー数 12", "amplification (copy number 12)")
    );

    done(
        &mut desk,
        "enter_finding",
        json!({"caseId": case["caseId"], "expectedVersion": case["version"], "kind": "copyNumber",
            "gene": "MYC", "alteration": "gain", "value": 5.0, "unit": "copies", "reason": "紙の報告書"}),
    );
    let history = done(&mut desk, "case_history", json!({"caseId": case["caseId"]}));
    let said = history.to_string();
    assert!(said.contains("所見を手入力: MYC 増加（gain） コピー数 5（紙の報告書）"), "{said}");
    assert!(said.contains("Finding entered: MYC gain (copy number 5) (紙の報告書)"), "{said}");
}

#[test]
fn the_history_names_a_finding_by_gene_and_change() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let history = done(&mut desk, "case_history", json!({"caseId": case["caseId"]}));
    let lines: Vec<&str> =
        history.as_array().unwrap().iter().map(|line| line["what"]["ja"].as_str().unwrap()).collect();
    let met = row(&case, "MET")["findingId"].as_str().unwrap();
    let named = format!("{met} MET 増幅（amplification） コピー数 12");
    assert!(lines.iter().any(|line| line.starts_with(&named)), "{named}: {lines:?}");
}

#[test]
fn a_search_says_in_which_record_of_a_case_its_words_stand() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    let found = |desk: &mut crate::Desk, words: &str| {
        let list = done(desk, "list_cases", json!({ "search": words }));
        list["cases"][0]["foundIn"].clone()
    };
    assert_eq!(found(&mut desk, "MET"), json!(["findings"]));
    let drug = found(&mut desk, "オシメルチニブ");
    assert_eq!(drug, json!(["treatments"]), "of several records the first is named");
    let whole = done(&mut desk, "list_cases", json!({}));
    assert_eq!(whole["cases"][0]["foundIn"], json!([]), "nothing was sought");
}

#[test]
fn a_refusal_says_whether_its_message_is_that_of_a_field() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let ask = |desk: &mut crate::Desk, name: &str, args: Value| {
        serde_json::to_value(dispatch(desk, name, args).expect_err("it is refused")).unwrap()
    };
    let field = ask(&mut desk, "list_cases", json!({ "after": "nowhere" }));
    assert_eq!(field["ofField"], true, "{field}");
    let other = ask(&mut desk, "finding_detail", json!({"caseId": case["caseId"], "findingId": "F999"}));
    assert_eq!(other["ofField"], Value::Null, "{other}");
}
