//! The patient's wish: what is said of heredity, and what names it although nobody asked.

use super::{decide_all, demo_case, desk, done, sign_all};
use crate::{Desk, dispatch};
use serde_json::{Value, json};

fn at(case: &Value, mut args: Value) -> Value {
    args["caseId"] = case["caseId"].clone();
    args["expectedVersion"] = case["version"].clone();
    args
}

fn why_not(desk: &mut Desk, name: &str, args: Value) -> String {
    dispatch(desk, name, args).unwrap_err().message
}

fn wishing(desk: &mut Desk, case: &Value, wish: &str) -> Value {
    let mut details = done(desk, "show_identity", json!({ "caseId": case["caseId"] }))["details"].clone();
    details["wish"] = json!(wish);
    done(desk, "record_details", at(case, json!({ "details": details })))
}

fn finalised(desk: &mut Desk, case: &Value) -> Value {
    let case = decide_all(desk, case);
    let case = sign_all(desk, &case);
    done(desk, "finalise_report", at(&case, json!({})))
}

fn gap<'v>(gaps: &'v Value, code: &str) -> Option<&'v Value> {
    gaps.as_array().unwrap().iter().find(|gap| gap["code"] == code)
}

fn judge_origin(desk: &mut Desk, case: &Value, finding: &Value, judgement: &str) -> Value {
    let args = json!({ "findingId": finding, "judgement": judgement, "reason": "家族歴なし" });
    done(desk, "judge_germline", at(case, args))
}

fn gaps_of_explanation(desk: &mut Desk, case: &Value) -> Value {
    done(desk, "case_documents", json!({ "caseId": case["caseId"] }))["explanation"]["gaps"].clone()
}

fn write(desk: &mut Desk, case: &Value, heredity: &Value) {
    let args =
        json!({ "caseId": case["caseId"], "findings": [], "recommendations": [], "heredity": heredity });
    done(desk, "write_explanation", args);
}

#[test]
fn an_explanation_without_words_on_heredity_is_not_given_out_while_anything_is_suspected_or_open() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let case = wishing(&mut desk, &case, "wants");
    let case = finalised(&mut desk, &case);
    write(&mut desk, &case, &json!({}));
    let gaps = gaps_of_explanation(&mut desk, &case);
    let open = gap(&gaps, "heredityUnwritten").expect("nothing has been judged");
    assert!(open["findings"].as_array().unwrap().contains(&json!("G1")), "{open}");
    let patient = json!({ "id": case["caseId"], "kind": "patient", "language": "ja" });
    assert!(why_not(&mut desk, "issue_document", patient.clone()).contains("遺伝についての文章"));
    // A draft says that the words are missing, and gives no all-clear.
    write(
        &mut desk,
        &case,
        &json!({ "ja": "生まれつきの変化の可能性があります。確認の検査についてご相談ください。" }),
    );
    assert_eq!(gap(&gaps_of_explanation(&mut desk, &case), "heredityUnwritten"), None);
    done(&mut desk, "issue_document", patient);
}

#[test]
fn where_everything_was_judged_and_nothing_is_suspected_the_sheet_says_what_was_looked_at() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let mut case = wishing(&mut desk, &case, "wants");
    let rows = case["findings"].as_array().unwrap().clone();
    for row in &rows {
        case = judge_origin(&mut desk, &case, &row["findingId"], "notSuspected");
    }
    let case = finalised(&mut desk, &case);
    write(&mut desk, &case, &json!({}));
    assert_eq!(gap(&gaps_of_explanation(&mut desk, &case), "heredityUnwritten"), None);
    let id = entaku_domain::ids::CaseId::parse(case["caseId"].as_str().unwrap()).unwrap();
    let report = desk.case(&id).unwrap().reports[0].content.clone();
    let content = entaku_domain::document::PatientContent::compose(
        &report,
        &entaku_domain::explanation::Explanation::default(),
        entaku_domain::document::CompanionState::Draft,
    );
    for (language, wanted) in [
        (entaku_domain::label::Language::Ja, "遺伝する体質がないことを確かめる検査ではありません"),
        (entaku_domain::label::Language::En, "cannot rule heredity out"),
    ] {
        let options = entaku_report::RenderOptions::new(language, "00");
        let words = entaku_report::words_of(&content, &options);
        assert!(words.contains(wanted), "{words}");
        assert!(!words.contains("お伝えすることはありません"), "no all-clear");
    }
}

#[test]
fn words_that_name_heredity_are_a_gap_from_the_moment_they_are_written() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    assert_eq!(gap(&case["gaps"], "namesWithheld"), None, "{}", case["gaps"]);
    let said = "リー・フラウメニ症候群（生殖細胞系列）を疑う。二次的所見あり";
    let case = done(&mut desk, "write_summary", at(&case, json!({ "summary": said })));
    let found = gap(&case["gaps"], "namesWithheld").expect("at once").clone();
    assert_eq!(
        (&found["passages"][0]["place"]["ja"], &found["passages"][0]["text"]),
        (&json!("まとめ"), &json!(said))
    );
    assert!(found["message"]["ja"].as_str().unwrap().contains("まとめ「"), "{found}");
    for name in ["リー・フラウメニ", "生殖細胞", "二次的所見"] {
        assert!(found["passages"][0]["named"].as_array().unwrap().contains(&json!(name)), "{found}");
    }
    let decided = decide_all(&mut desk, &case);
    let signed = sign_all(&mut desk, &decided);
    let refused = why_not(&mut desk, "finalise_report", at(&signed, json!({})));
    assert!(refused.contains("遺伝に関わること"), "{refused}");

    // Not about this patient: with a reason, for this text and what it names.
    let wrong = at(&signed, json!({ "text": "EGFRの変化", "reason": "なし" }));
    assert!(why_not(&mut desk, "clear_words", wrong).contains("示す言葉がありません"));
    let cleared =
        done(&mut desk, "clear_words", at(&signed, json!({ "text": said, "reason": "配偶者の病歴の引用" })));
    assert_eq!(gap(&cleared["gaps"], "namesWithheld"), None, "{}", cleared["gaps"]);
    let other =
        done(&mut desk, "write_summary", at(&cleared, json!({ "summary": format!("{said}。家系内に多い") })));
    assert!(gap(&other["gaps"], "namesWithheld").is_some(), "other words are looked at again");
    let open = wishing(&mut desk, &other, "wants");
    assert_eq!(gap(&open["gaps"], "namesWithheld"), None, "whoever wishes to know may read it");
}

#[test]
fn every_place_of_a_report_is_searched_and_named() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let told = "遺伝性腫瘍の可能性";
    let case = done(
        &mut desk,
        "judge_finding",
        at(
            &case,
            json!({ "findingIds": ["F1"], "scale": "oncogenicity-2022", "class": "vus", "rationale": told }),
        ),
    );
    let mut details =
        done(&mut desk, "show_identity", json!({ "caseId": case["caseId"] }))["details"].clone();
    details["familyHistory"] = json!("母がＨＢＯＣ");
    let case = done(&mut desk, "record_details", at(&case, json!({ "details": details })));
    let found = gap(&case["gaps"], "namesWithheld").unwrap();
    let places: Vec<&str> = found["passages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["place"]["ja"].as_str().unwrap())
        .collect();
    assert_eq!(places, ["臨床情報", "所見 F1"]);
    assert_eq!(found["passages"][0]["named"], json!(["HBOC"]));
}

/// The passages that a case's own gap names, by text.
fn seen(case: &Value) -> Vec<&str> {
    let passages = gap(&case["gaps"], "namesWithheld").map(|found| found["passages"].as_array().unwrap());
    passages.into_iter().flatten().map(|one| one["text"].as_str().unwrap()).collect()
}

#[test]
fn a_withheld_variant_is_found_in_every_spelling_wherever_it_is_written() {
    let (mut desk, _folder) = desk();
    // Germline BRCA2 c.6952C>T, p.R2318*, at 13:32918805 of GRCh37.
    let mut case = demo_case(&mut desk);
    for said in [
        "ＢＲＣＡ２",
        "腺癌（ｂｒｃａ２）",
        "BRCA1/2の変化",
        "Ｒ２３１８＊（Arg2318Ter）",
        "p.(Arg2318*)は",
        "R2318X",
        "c.6952C>T保有",
        "ｃ．６９５２Ｃ→Ｔ",
        "NM_000059:c.6952",
        "chr13:32,918,805",
        "コドン2318",
    ] {
        case = done(&mut desk, "write_summary", at(&case, json!({ "summary": said })));
        assert_eq!(seen(&case), [said], "{}", case["gaps"]);
    }
    for said in ["EGFR L858R、TP53 R175Hを認める。", "2318例の解析", "6952人", "BRCA様", "第13番染色体"]
    {
        case = done(&mut desk, "write_summary", at(&case, json!({ "summary": said })));
        let named = gap(&case["gaps"], "namesWithheld");
        // "BRCA" is what both genes are called together.
        assert_eq!(named.is_some(), said == "BRCA様", "{said}: {named:?}");
    }
    let mut details =
        done(&mut desk, "show_identity", json!({ "caseId": case["caseId"] }))["details"].clone();
    details["familyHistory"] = json!("姉: ＢＲＣＡ２ c.6952C>T 保有");
    case = done(&mut desk, "record_details", at(&case, json!({ "details": details })));
    assert!(seen(&case).contains(&"姉: ＢＲＣＡ２ c.6952C>T 保有"), "{}", case["gaps"]);
    let wish = at(
        &case,
        json!({ "kind": "treatment", "findings": ["F1"], "drugs": ["ＢＲＣＡ２ R2318X試験薬"], "route": "insurance",
                "rationale": "試験" }),
    );
    case = done(&mut desk, "add_recommendation", wish);
    assert!(seen(&case).contains(&"ＢＲＣＡ２ R2318X試験薬"), "{}", case["gaps"]);
    let decided = decide_all(&mut desk, &case);
    let signed = sign_all(&mut desk, &decided);
    assert!(why_not(&mut desk, "finalise_report", at(&signed, json!({}))).contains("BRCA2"));
}

#[test]
fn only_what_stands_in_the_case_can_be_cleared() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let (first, second) = ("遺伝性腫瘍の家系", "リンチ症候群を疑う");
    let case = done(&mut desk, "write_summary", at(&case, json!({ "summary": first })));
    let nowhere = at(&case, json!({ "text": second, "reason": "先に" }));
    let said = why_not(&mut desk, "clear_words", nowhere);
    assert!(
        said.contains(second) && said.contains("どこにもありません") && said.contains("namesWithheld"),
        "{said}"
    );
    let part = at(&case, json!({ "text": "遺伝性腫瘍", "reason": "一部" }));
    assert!(why_not(&mut desk, "clear_words", part).contains("どこにもありません"), "a part is no passage");
    let case = done(&mut desk, "clear_words", at(&case, json!({ "text": first, "reason": "配偶者" })));
    // The words of the explanation stand nowhere else.
    write(&mut desk, &case, &json!({}));
    let words = json!({ "ja": second });
    let args = json!({ "caseId": case["caseId"], "findings": [], "recommendations": [], "nextSteps": words });
    let case = done(&mut desk, "write_explanation", args);
    let gaps = gaps_of_explanation(&mut desk, &case);
    assert!(gap(&gaps, "namesWithheld").is_some(), "{gaps}");
    let case = done(&mut desk, "clear_words", at(&case, json!({ "text": second, "reason": "一般の説明" })));
    assert_eq!(gap(&gaps_of_explanation(&mut desk, &case), "namesWithheld"), None);
}

#[test]
fn words_of_the_minutes_can_be_cleared_while_the_meeting_goes_on() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let said = "リンチ症候群の家系の話題（他症例）";
    let plan = json!({ "heldOn": "2026-07-01", "mode": "realTime", "title": "第1回", "agenda": [{ "caseId": case["caseId"] }] });
    let meeting = done(&mut desk, "plan_meeting", plan);
    let nowhere = at(&case, json!({ "text": said, "reason": "他症例" }));
    assert!(why_not(&mut desk, "clear_words", nowhere.clone()).contains("どこにもありません"));
    let of = |meeting: &Value, mut args: Value| {
        args["meetingId"] = meeting["meetingId"].clone();
        args["expectedVersion"] = meeting["version"].clone();
        args
    };
    let members = done(&mut desk, "members", json!({}));
    let people = json!([{ "memberId": members[0]["memberId"] }]);
    let meeting = done(&mut desk, "arrive", of(&meeting, json!({ "people": people })));
    let meeting = done(&mut desk, "turn_to_case", of(&meeting, json!({ "caseId": case["caseId"] })));
    done(&mut desk, "write_minutes", of(&meeting, json!({ "caseId": case["caseId"], "minutes": said })));
    done(&mut desk, "clear_words", nowhere);
}

#[test]
fn a_site_adds_its_own_words_and_takes_them_back_while_the_programs_stay() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let said = "体質・外来への紹介を検討";
    let case = done(&mut desk, "write_summary", at(&case, json!({ "summary": said })));
    assert_eq!(seen(&case), [""; 0]);
    let list = done(&mut desk, "heredity_words", json!({}));
    assert_eq!((&list["lists"], &list["version"]), (&json!([]), &json!("2026-11-29.3")));
    for shipped in ["リンチ", "pgpv", "遺伝", "素因"] {
        assert!(list["shipped"].as_array().unwrap().contains(&json!(shipped)), "{shipped} can be seen");
    }
    let record = |lines: &str| json!({ "lines": lines, "reason": "当院の呼び名" });
    for (lines, wanted) in
        [("外来\n体", "2行目「体」"), ("", "変更がありません"), ("りんち症候群", "すでに見つけられます")]
    {
        let refused = dispatch(&mut desk, "record_heredity_words", record(lines)).unwrap_err();
        assert!(refused.fields["lines"].contains(wanted), "{lines}: {refused:?}");
    }
    let list = done(&mut desk, "record_heredity_words", record("# 当院\n体質外来\n\nＧＣ室\ngc室"));
    assert_eq!(list["lists"][0]["words"], json!(["体質外来", "ＧＣ室"]), "each once");
    assert_eq!(
        (&list["lists"][0]["version"], &list["lists"][0]["entry"]["reason"]),
        (&json!("site-1"), &json!("当院の呼び名"))
    );
    assert!(list["lists"][0]["entry"]["at"].as_str().is_some_and(|at| !at.is_empty()));
    let case = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(seen(&case), [said]);
    let decided = decide_all(&mut desk, &case);
    let signed = sign_all(&mut desk, &decided);
    assert!(why_not(&mut desk, "finalise_report", at(&signed, json!({}))).contains("体質外来"));
    let list = done(&mut desk, "record_heredity_words", record(""));
    assert_eq!(list["lists"][0]["words"], json!([]));
    assert_eq!(list["lists"].as_array().unwrap().len(), 2, "what was recorded stays in sight");
    done(&mut desk, "finalise_report", at(&signed, json!({})));
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn the_paper_for_asking_again_is_made_at_any_time_and_says_the_same_whatever_was_found() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let look = json!({ "id": case["caseId"], "kind": "wish", "language": "ja" });
    let before = done(&mut desk, "preview_document", look.clone());
    assert_eq!(before["gaps"], json!([]), "no finalised report is needed");
    let germline =
        case["findings"].as_array().unwrap().iter().find(|row| row["origin"] == "germline").unwrap();
    let judged = judge_origin(&mut desk, &case, &germline["findingId"], "confirmationRecommended");
    let after = done(&mut desk, "preview_document", look.clone());
    assert_eq!(before["pdf"], after["pdf"], "a judgement of heredity leaves no trace");
    let issue = json!({ "id": case["caseId"], "kind": "wish", "language": "ja", "expectedVersion": judged["version"] });
    let issued = done(&mut desk, "issue_document", issue);
    assert_eq!((&issued["issued"]["issue"], &issued["issued"]["revision"]), (&json!(1), &Value::Null));
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn advice_that_rests_on_what_is_withheld_is_a_gap_until_a_person_decides() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let advice = json!({
        "kind": "treatment", "drugs": ["オラパリブ"], "route": "insurance", "findings": ["G1"], "rationale": "相同組換え修復の異常",
    });
    let case = done(&mut desk, "add_recommendation", at(&case, advice));
    let found = gap(&case["gaps"], "adviceOnWithheld").expect("its basis cannot be printed");
    assert!(found["message"]["ja"].as_str().unwrap().contains("根拠"), "{found}");
    assert_eq!(found["findings"], json!([]));
    let all = case["recommendations"].as_array().unwrap();
    let id = all.iter().find(|row| row["drugs"][0] == "オラパリブ").unwrap()["recommendationId"].clone();
    let args = json!({ "recommendationId": id, "reason": "根拠を示せない" });
    let case = done(&mut desk, "withdraw_recommendation", at(&case, args));
    assert_eq!(gap(&case["gaps"], "adviceOnWithheld"), None);
    let wants = wishing(&mut desk, &case, "wants");
    let advice =
        json!({ "kind": "treatment", "drugs": ["オラパリブ"], "route": "insurance", "findings": ["G1"] });
    let wants = done(&mut desk, "add_recommendation", at(&wants, advice));
    assert_eq!(gap(&wants["gaps"], "adviceOnWithheld"), None, "the patient wishes to be told");
}
