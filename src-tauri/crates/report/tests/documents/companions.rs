//! Documents besides the panel's report: in every language, size and setting, and exact when read back.

use entaku_domain::document::{
    AgendaContent, AgendaEntry, CaseMinutes, CompanionState, LetterContent, MeetingHead, MinutesContent,
    PatientContent, Readings, TypeSize,
};
use entaku_domain::explanation::{Explanation, Plain, ReleasedAdvice, ReleasedFinding};
use entaku_domain::ids::{MeetingId, RecommendationId};
use entaku_domain::label::Language;
use entaku_domain::meeting_record::{AttendingPart, MeetingMode, WithoutQuorum};
use entaku_domain::member::Role;
use entaku_domain::report::ReportContent;
use entaku_domain::text::Text;
use entaku_report::furigana::unread;
use entaku_report::layout::violations;
use entaku_report::{Content, Paper, RenderOptions, lay_out, render, words_of};
use serde_json::json;

use crate::{sample, tools};

const ADVICE: &str = "0198c5b2-7f00-7000-8000-0000000000a1";

fn text(words: &str) -> Text {
    Text::new(words).expect("a text")
}

fn plain(ja: &str, en: &str) -> Plain {
    Plain { ja: Some(text(ja)), en: Some(text(en)) }
}

/// The sample with the identity of its first recommendation.
fn report() -> ReportContent {
    sample::changed(|value| value["recommendations"][0]["id"] = json!(ADVICE))
}

fn issued() -> CompanionState {
    CompanionState::Issued {
        issue: 1,
        at: "2026-11-22T15:04:05+09:00".parse().expect("a time"),
        name: text("佐藤 恵"),
        role: entaku_domain::member::Role::Chair,
    }
}

fn explanation(report: &ReportContent) -> Explanation {
    let first = report.findings.first().expect("the sample has findings");
    Explanation {
        overall: plain("がん細胞に遺伝子の変化が見つかりました。", "Changes were found."),
        findings: vec![ReleasedFinding {
            finding: first.finding.id,
            words: plain("お薬を選ぶときの手がかりになります。", "It helps in choosing a drug."),
        }],
        recommendations: vec![ReleasedAdvice {
            recommendation: RecommendationId::parse(ADVICE).expect("an id"),
            words: plain("この治療が候補です。", "This is an option."),
            place: Some(text("円卓大学病院")),
        }],
        next_steps: plain("次の診察で説明します。", "Your doctor will explain."),
        ..Explanation::default()
    }
}

fn patient() -> PatientContent {
    let report = report();
    PatientContent::compose(&report, &explanation(&report), issued())
}

fn options(language: Language, type_size: TypeSize, readings: Readings) -> RenderOptions {
    RenderOptions { type_size, readings, ..RenderOptions::new(language, "ab".repeat(32)) }
}

fn settings() -> Vec<RenderOptions> {
    let mut all = Vec::new();
    for language in [Language::Ja, Language::En] {
        for type_size in [TypeSize::Ordinary, TypeSize::Large] {
            for readings in [Readings::Without, Readings::With] {
                for paper in [Paper::A4, Paper::Letter] {
                    all.push(RenderOptions { paper, ..options(language, type_size, readings) });
                }
            }
        }
    }
    all
}

/// A meeting over several cases.
pub fn meeting() -> MeetingId {
    MeetingId::parse("0198c5b2-7f00-7000-8000-0000000000b1").expect("an id")
}

/// Its minutes, with long words.
pub fn minutes(report: &ReportContent, long: &str) -> MinutesContent {
    MinutesContent {
        head: MeetingHead {
            institution: report.institution.clone(),
            contact: report.contact.clone(),
            meeting: meeting(),
            held_on: "2026-11-22".parse().expect("a day"),
            mode: MeetingMode::RealTime,
            title: Some(text("第12回")),
            venue: Some(text(long)),
            state: issued(),
        },
        began: None,
        ended: None,
        presences: Vec::new(),
        cases: vec![CaseMinutes {
            number: "2026-0117".to_owned(),
            tumour: Some(text("肺腺癌")),
            discussed: true,
            seconds: 601,
            attending: AttendingPart::Present,
            there: vec![text("佐藤 恵"), text("鈴木 一郎")],
            partly: Vec::new(),
            minutes: Some(text(long)),
            summary: report.summary.clone(),
            verdicts: Vec::new(),
            germline: Vec::new(),
            recommendations: Vec::new(),
            quorum: None,
            circumstances: None,
            without_quorum: None,
        }],
    }
}

#[test]
fn minutes_give_the_chairs_reason_for_going_on_without_a_quorum() {
    let mut content = minutes(&sample::content(), "議事");
    content.cases[0].without_quorum = Some(WithoutQuorum {
        reason: text("体制の整備中"),
        name: text("佐藤 恵"),
        role: Role::Chair,
        at: "2026-11-22T15:30:00+09:00".parse().expect("a moment"),
    });
    let words = words_of(&content, &options(Language::Ja, TypeSize::Ordinary, Readings::Without));
    for part in ["体制の整備中", "佐藤 恵", "2026-11-22 15:30 +09:00"] {
        assert!(words.contains(part), "{part} in {words}");
    }
}

#[test]
fn of_a_panel_without_a_quorum_minutes_give_the_reason_before_all_else_or_say_that_there_is_none() {
    let report = crate::quorum::with_quorum();
    let mut content = minutes(&report, "議事");
    let mut quorum = report.meeting.and_then(|meeting| meeting.quorum).expect("the sample has a result");
    quorum.met = false;
    content.cases[0].quorum = Some(quorum);
    let said = |content: &MinutesContent| {
        words_of(content, &options(Language::Ja, TypeSize::Ordinary, Readings::Without))
    };
    let unsaid = said(&content);
    assert!(unsaid.contains("不成立のまま進めた理由") && unsaid.contains("記録なし"), "{unsaid}");
    content.cases[0].without_quorum = Some(WithoutQuorum {
        reason: text("体制の整備中"),
        name: text("佐藤 恵"),
        role: Role::Chair,
        at: "2026-11-22T15:30:00+09:00".parse().expect("a moment"),
    });
    let words = said(&content);
    let place = |part: &str| words.find(part).unwrap_or_else(|| panic!("{part} in {words}"));
    assert!(place("不成立") < place("体制の整備中") && place("体制の整備中") < place("適用した規則"));
}

#[test]
fn readings_change_nothing_of_the_text_that_is_copied() {
    let content = patient();
    for size in [TypeSize::Ordinary, TypeSize::Large] {
        let said = |readings| {
            let rendered = render(&content, &options(Language::Ja, size, readings)).expect("renders");
            tools::text(&rendered.pdf).map(|text| tools::squeezed(&text))
        };
        let Some((with, without)) = said(Readings::With).zip(said(Readings::Without)) else { return };
        // The number of pages may differ, and with it what head and foot repeat: every sentence must be whole in both.
        let words = words_of(&content, &options(Language::Ja, size, Readings::With));
        for line in words.lines().filter(|line| !line.trim().is_empty()) {
            let line = tools::squeezed(line);
            assert!(without.contains(&line), "{line} is whole without readings");
            assert!(with.contains(&line), "{line} is whole and in order with readings above it");
        }
        assert!(!with.contains("いでんし"), "the kana are seen and not copied");
    }
}

#[test]
fn every_kanji_of_the_standing_words_has_its_reading() {
    let report = sample::changed(|value| {
        value["findings"] = json!([]);
        value["recommendations"] = json!([]);
        value["referrals"] = json!([]);
        value["sources"] = json!([]);
        value["specimen"] = json!({});
        value["clinical"] = json!({});
        value["contact"] = json!(null);
        value["institution"] = json!("病院");
        value["patient"]["name"] = json!("やまだ");
    });
    let content = PatientContent::compose(&report, &Explanation::default(), issued());
    let words = words_of(&content, &options(Language::Ja, TypeSize::Ordinary, Readings::With));
    let digits = |run: &String| !["年", "月", "日", "第", "号"].contains(&run.as_str());
    let bare: Vec<String> = unread(&words, &[]).into_iter().filter(digits).collect();
    assert_eq!(bare, Vec::<String>::new(), "a sheet with furigana leaves no kanji of its own bare");
}

/// A document of each kind besides the panel's report, with long minutes and tumours.
pub fn each(long: &str, act: impl FnMut(Content<'_>)) {
    let report = report();
    let patient = patient();
    let letter = report
        .referrals
        .first()
        .map(|one| one.referral.id.clone())
        .and_then(|id| LetterContent::compose(&report, &id, issued()));
    let letter = letter.expect("the sample has a referral");
    let minutes = minutes(&report, long);
    let agenda = AgendaContent {
        head: minutes.head.clone(),
        items: vec![AgendaEntry {
            number: "2026-0117".to_owned(),
            tumour: Some(text(long)),
            official_tests: Vec::new(),
            tests: vec!["検査".to_owned()],
            received_on: None,
            budget_minutes: 10,
            attending: AttendingPart::Absent,
            findings: 12,
            left: Vec::new(),
        }],
    };
    let all: [Content<'_>; 4] = [(&patient).into(), (&letter).into(), (&minutes).into(), (&agenda).into()];
    all.into_iter().for_each(act);
}

#[test]
fn no_document_leaves_its_page_in_any_setting() {
    each(
        &"議事の記載が長く続く場合でも、一文字も失われない。".repeat(60),
        |content| {
            for options in settings() {
                let document = lay_out(content, &options).expect("fonts open");
                assert_eq!(violations(&document), vec![], "{content:?} in {options:?}");
                let once = render(content, &options).expect("renders");
                assert_eq!(once, render(content, &options).expect("renders"), "the same bytes again");
            }
        },
    );
}

#[test]
fn a_letter_is_complete_when_read_back() {
    let report = report();
    let id = report.referrals.first().expect("a referral").referral.id.clone();
    let letter = LetterContent::compose(&report, &id, issued()).expect("a letter");
    for language in [Language::Ja, Language::En] {
        let options = options(language, TypeSize::Ordinary, Readings::Without);
        let rendered = render(&letter, &options).expect("renders");
        let Some(found) = tools::text(&rendered.pdf).map(|text| tools::squeezed(&text)) else { return };
        for wanted in
            [letter.referral.trial.as_str(), letter.referral.trial.registry().unwrap().name(), "佐藤恵", "第"]
        {
            let wanted = tools::squeezed(wanted);
            assert!(wanted == "第" || found.contains(&wanted), "{wanted} is missing in {language:?}");
        }
        let name = letter.patient.name.as_ref().expect("a name");
        assert!(found.contains(&tools::squeezed(name.as_str())), "the hospital must know who comes");
    }
}

#[test]
fn a_letter_tells_how_the_criteria_stood_and_who_answered() {
    use entaku_domain::label::Label;
    use entaku_domain::omission::ConditionState::{Met, NotMet, Unknown};
    use entaku_domain::referral::{MatchedCriterion, MatchedTrial};
    let both = |text: &str| Label { ja: text.to_owned(), en: text.to_owned() };
    let criterion = |text: &str, state, by: Option<&str>| MatchedCriterion {
        text: both(text),
        state,
        why: both("why-it-is-so"),
        ticked_by: by.map(|by| entaku_domain::text::Text::new(by).expect("a name")),
        of_heredity: false,
    };
    let mut report = report();
    let referral = &mut report.referrals[0].referral;
    let id = referral.id.clone();
    let before = LetterContent::compose(&report, &id, issued()).expect("a letter");
    report.referrals[0].referral.matched = Some(MatchedTrial {
        source: "Kanto registry".to_owned(),
        version: "2026-10-01".to_owned(),
        as_of: None,
        arm: Some("cohort B".to_owned()),
        recruitment: None,
        state: NotMet,
        criteria: vec![
            criterion("wants-age", Met, None),
            criterion("wants-her2", Met, Some("Mori")),
            criterion("wants-ps", Unknown, None),
            criterion("wants-lung", NotMet, None),
        ],
    });
    let letter = LetterContent::compose(&report, &id, issued()).expect("a letter");
    for (language, heads) in [
        (Language::Ja, ["満たす基準", "確認が必要な基準", "満たさない基準"]),
        (Language::En, ["Criteria met", "Criteria to be confirmed", "Criteria not met"]),
    ] {
        let options = RenderOptions::new(language, "00");
        let words = words_of(&letter, &options);
        let at = |wanted: &str| words.find(wanted).unwrap_or_else(|| panic!("{wanted} is missing: {words}"));
        let [met, unknown, not] = heads.map(at);
        assert!(met < at("wants-age") && met < at("wants-her2") && at("wants-her2") < unknown);
        assert!(unknown < at("wants-ps") && at("wants-ps") < not && not < at("wants-lung"));
        for wanted in ["Kanto registry", "2026-10-01", "cohort B", "Mori"] {
            at(wanted);
        }
        assert!(
            !words_of(&before, &options).contains(heads[0]),
            "nothing is said where nothing was compared"
        );
    }
}

#[test]
fn where_the_panel_was_omitted_nobody_is_told_of_one_that_met() {
    let report = sample::changed(|value| value["meeting"]["mode"] = json!("omitted"));
    let sheet = PatientContent::compose(&report, &Explanation::default(), CompanionState::Draft);
    let referral = report.referrals[0].referral.id.clone();
    let letter = LetterContent::compose(&report, &referral, CompanionState::Draft).expect("a letter");
    assert_eq!((sheet.panel_on, letter.panel_on), (None, None));
    for (language, met) in [
        (Language::Ja, ["専門家会議", "エキスパートパネルでの検討"]),
        (Language::En, ["expert panel", "discussion of our expert panel"]),
    ] {
        let options = RenderOptions::new(language, "00");
        for words in [words_of(&sheet, &options), words_of(&letter, &options)] {
            for met in met {
                assert!(!words.contains(met), "{met}: {words}");
            }
        }
    }
}
