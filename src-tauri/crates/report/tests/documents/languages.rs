//! One language a document: what laboratories write in English stands in Japanese documents behind the Japanese word, and
//! nothing but names is Japanese in English ones.

use entaku_domain::document::{
    CaseMinutes, CompanionState, FindingNamed, LetterContent, LetterFinding, PatientContent,
};
use entaku_domain::explanation::{Explanation, ReleasedFinding};
use entaku_domain::label::Language;
use entaku_domain::meeting::Meeting;
use entaku_domain::report::ReportContent;
use entaku_report::{Content, RenderOptions, words_of};
use serde_json::{Value, json};

use crate::{companions, sample};

/// The sample with a referral that rests on every finding.
fn report(change: impl FnOnce(&mut Value)) -> ReportContent {
    sample::changed(|value| {
        let all: Vec<Value> = value["findings"].as_array().expect("findings").iter().map(id).collect();
        value["referrals"][0]["findings"] = json!(all);
        value["findings"][8]["finding"]["alteration"]["values"]["metrics"][0]["unit"] = json!("copy number");
        // What a laboratory describes in sentences of its own is quoted.
        value["findings"][11]["finding"]["alteration"]["values"]["descriptions"] = json!([]);
        change(value);
    })
}

fn id(row: &Value) -> Value {
    row["finding"]["id"].clone()
}

fn letter(report: &ReportContent) -> LetterContent {
    LetterContent::compose(report, &report.referrals[0].referral.id, CompanionState::Draft).expect("a letter")
}

fn case_minutes(report: &ReportContent) -> CaseMinutes {
    let meeting = Meeting::new(companions::meeting());
    let now = "2026-11-22T15:04:05+09:00".parse().expect("a time");
    CaseMinutes { discussed: true, ..CaseMinutes::of(&meeting, &report.case_id, report, now) }
}

fn said<'a>(content: impl Into<Content<'a>>, language: Language) -> String {
    words_of(content, &RenderOptions::new(language, "00"))
}

/// Words of every document of a report.
fn all_said(report: &ReportContent, language: Language) -> Vec<String> {
    let released = report
        .findings
        .iter()
        .map(|row| ReleasedFinding { finding: row.finding.id, words: Default::default() });
    let released = Explanation { findings: released.collect(), ..Explanation::default() };
    let mut minutes = companions::minutes(report, "x");
    minutes.head.title = None;
    minutes.cases = vec![case_minutes(report)];
    vec![
        said(report, language),
        said(&letter(report), language),
        said(&minutes, language),
        said(&PatientContent::compose(report, &released, CompanionState::Draft), language),
    ]
}

/// What stands outside of full-width brackets.
fn outside_of_brackets(words: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::new();
    for c in words.chars() {
        match c {
            '（' => depth += 1,
            '）' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ => {}
        }
        if depth == 0 {
            out.push(c);
        }
    }
    out
}

#[test]
fn letter_and_minutes_give_the_change_in_their_language() {
    let report = report(|_| {});
    let mut minutes = companions::minutes(&report, "x");
    minutes.cases = vec![case_minutes(&report)];
    let japanese = [said(&letter(&report), Language::Ja), said(&minutes, Language::Ja)];
    for words in &japanese {
        assert!(words.contains("増幅（amplification） コピー数 9"), "{words}");
        assert!(words.contains("p.Leu858Arg"), "a name is one in every language: {words}");
    }
    assert!(japanese[0].contains("低（low） 3.78 mut/Mb"), "{}", japanese[0]);
    assert!(japanese[0].contains("安定（stable）"), "{}", japanese[0]);
    for words in [said(&letter(&report), Language::En), said(&minutes, Language::En)] {
        assert!(words.contains("amplification (copy number 9)"), "{words}");
    }
}

#[test]
fn what_was_kept_before_reads_as_it_was_written() {
    let finding = json!({"id": "F9", "subject": "EGFR", "change": "amplification (9 copies)", "vaf": null,
        "verdict": {"ja": "判定", "en": "verdict"}});
    let finding: LetterFinding = serde_json::from_value(finding).expect("a finding of a letter");
    assert_eq!(finding.said(Language::Ja), "amplification (9 copies)");
    assert!(!serde_json::to_string(&finding).expect("plain data").contains("changeInWords"));
    let named: (FindingNamed, Value) =
        serde_json::from_value(json!(["F9 EGFR amplification (9 copies)", {}]))
            .expect("a verdict of minutes");
    assert_eq!(named.0.get(Language::Ja), "F9 EGFR amplification (9 copies)");
    assert_eq!(json!(named.0), json!("F9 EGFR amplification (9 copies)"));
}

#[test]
fn english_terms_stand_behind_the_japanese_word_only() {
    let report = report(|_| {});
    for words in all_said(&report, Language::Ja) {
        let outside = outside_of_brackets(&words);
        for term in
            ["amplification", "copy number", "copies", "gene fusion", "stable", " low", "Muts/Mb", "variant"]
        {
            let line = outside.lines().find(|line| line.contains(term));
            assert_eq!(line, None, "{term}");
        }
    }
}

/// Whatever people wrote, in English; labels keep both languages.
fn in_english(value: &mut Value) {
    match value {
        Value::String(text) if is_japanese(text) => *text = "Text".to_owned(),
        Value::Array(all) => all.iter_mut().for_each(in_english),
        Value::Object(fields) => {
            let kept = ["ja", "qualifications"];
            fields
                .iter_mut()
                .filter(|(key, _)| !kept.contains(&key.as_str()))
                .for_each(|(_, one)| in_english(one));
        }
        _ => {}
    }
}

fn is_japanese(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff08}' | '\u{ff09}' | '\u{ff1a}'))
}

#[test]
fn nothing_is_japanese_in_an_english_document_whose_texts_are_english() {
    let report = report(|value| {
        in_english(value);
        value["findings"][8]["finding"]["alteration"]["values"]["alteration"] = json!("増幅");
        value["findings"][10]["finding"]["alteration"]["values"]["state"] = json!("判定不能");
        value["findings"][10]["finding"]["alteration"]["values"]["metrics"][0]["kind"] = json!("総変異数");
    });
    for mut words in all_said(&report, Language::En) {
        // The notice names its requirements by kana; these are names.
        for key in ["ア ", "イ ", "ウ ", "エ ", "オ "] {
            words = words.replace(key, "");
        }
        let lines: Vec<&str> = words.lines().filter(|line| is_japanese(line)).collect();
        assert_eq!(lines, Vec::<&str>::new());
    }
}
