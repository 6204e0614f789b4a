//! What Japanese practice expects on report, sheet and staff paper: official names, who led the panel, C-CAT's report,
//! the specimen, what was not tested, markers with their meaning, where help is to be had.

use entaku_domain::document::{CompanionState, LetterContent, MarkerResult, PatientContent, WishContent};
use entaku_domain::explanation::{Explanation, Plain, ReleasedAdvice, ReleasedFinding};
use entaku_domain::label::Language;
use entaku_domain::patient::{Disclosure, DisclosureWish};
use entaku_domain::report::ReportContent;
use entaku_domain::text::Text;
use entaku_report::{Content, RenderOptions, words_of};
use serde_json::{Value, json};

use crate::sample;

fn said<'a>(content: impl Into<Content<'a>>, language: Language) -> String {
    words_of(content, &RenderOptions::new(language, "00"))
}

fn known(value: &mut Value, tested: &[&str], not_tested: &[&str]) {
    value["sources"][0]["known"] = json!({
        "name": { "ja": "合成パネルシステム", "en": "Synthetic Panel System" }, "tested": tested, "notTested": not_tested,
        "certainty": "general", "source": "made", "version": "1",
    });
}

fn without(value: &mut Value, kinds: &[&str]) {
    let rows = value["findings"].as_array_mut().expect("a list");
    rows.retain(|row| !kinds.iter().any(|kind| row["kind"] == *kind || row["subject"] == *kind));
}

#[test]
fn the_report_names_who_led_the_official_test_the_specimen_and_ccats_report() {
    let content = sample::changed(|value| {
        known(value, &["shortVariant"], &[]);
        value["meeting"]["attendance"][0]["role"] = json!("chair");
        value["ccatFindings"] =
            json!({ "state": "received", "madeOn": "2026-11-02", "version": "CKDB 20261001" });
        value["specimen"]["adequacy"] = json!("limited");
        value["specimen"]["quality"] = json!("RNAの質がやや低い（DV200 32 %）");
        value["findings"][0]["geneRole"] = json!("oncogene");
    });
    let ja = said(&content, Language::Ja);
    for wanted in [
        "EP実施責任者・座長",
        "円卓 太郎",
        "合成パネルシステム",
        "Synthetic CGP Panel",
        "受領 (2026-11-02)",
        "CKDB 20261001",
        "評価に制限あり",
        "DV200 32 %",
        "がん遺伝子",
    ] {
        assert!(ja.contains(wanted), "{wanted}: {ja}");
    }
    let en = said(&content, Language::En);
    for wanted in ["Synthetic Panel System", "received (2026-11-02)", "limited", "oncogene"] {
        assert!(en.contains(wanted), "{wanted}: {en}");
    }
}

#[test]
fn a_test_of_the_tumour_alone_is_told_although_its_file_does_not_say_so() {
    let report = |normal: bool| {
        let content = sample::changed(|value| {
            known(value, &["shortVariant"], &[]);
            value["sources"][0]["known"]["matchedNormal"] = json!(normal);
            value["sources"][0]["test"]["testType"] = Value::Null;
            value["sources"][0]["test"]["samples"] = json!([]);
        });
        said(&content, Language::Ja)
    };
    let alone = report(false);
    assert!(alone.contains("腫瘍検体のみ") && alone.contains("正常検体を調べていない検査です"), "{alone}");
    let both = report(true);
    assert!(
        both.contains("腫瘍検体と正常検体") && !both.contains("正常検体を調べていない検査です"),
        "{both}"
    );
}

#[test]
fn rules_that_were_not_met_stand_on_page_one() {
    let met = |met: bool| {
        let mut value = serde_json::to_value(super::quorum::with_quorum()).expect("JSON");
        value["meeting"]["quorum"]["met"] = json!(met);
        let words = said(&sample::read(value), Language::Ja);
        let end = words.find("患者・臨床情報").expect("page two");
        words[..end].contains("成立要件")
    };
    assert!(met(false) && !met(true), "whoever reads page one alone must know");
}

#[test]
fn the_report_of_an_omitted_panel_is_none_of_a_panel() {
    let content = sample::changed(|value| value["meeting"]["mode"] = json!("omitted"));
    let words = said(&content, Language::Ja);
    assert!(!words.contains("エキスパートパネル報告書"), "{words}");
    assert!(words.contains("エキスパートパネル省略"), "{words}");
    let sheet = sheet(&content, Explanation::default());
    assert!(said(&sheet, Language::Ja).contains("報告した病院"));
}

#[test]
fn a_kind_that_was_not_tested_is_told_from_one_in_which_nothing_was_found() {
    let kinds = ["copyNumber", "rearrangement", "MSI", "TMB"];
    let text = |tested: &[&str], not_tested: &[&str]| {
        let content = sample::changed(|value| {
            without(value, &kinds);
            known(value, tested, not_tested);
        });
        said(&content, Language::Ja)
    };
    let found = "検査の対象であり、該当する所見はありません。";
    let looked = text(&["copyNumber", "msi"], &["rearrangement", "tmb"]);
    assert!(looked.contains(found), "copy numbers: {looked}");
    assert!(looked.contains("この検査では調べていません。"), "rearrangements: {looked}");
    assert!(
        looked.contains("TMB: この検査では調べていません。")
            || looked.contains("TMB：この検査では調べていません。"),
        "{looked}"
    );
    assert!(
        looked.contains("受領したファイルに結果の記載がありません。"),
        "MSI was tested and has no result: {looked}"
    );
    let unknown = sample::changed(|value| without(value, &kinds));
    let unknown = said(&unknown, Language::Ja);
    assert!(!unknown.contains(found) && !unknown.contains("この検査では調べていません。"), "{unknown}");
}

fn sheet(report: &ReportContent, released: Explanation) -> PatientContent {
    PatientContent::compose(report, &released, CompanionState::Draft)
}

#[test]
fn the_sheet_always_tells_of_msi_and_tmb() {
    let report = sample::content();
    let told = sheet(&report, Explanation::default());
    assert_eq!(told.markers.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["MSI", "TMB"]);
    let words = said(&told, Language::Ja);
    assert!(
        words.contains("MSS（安定）") && words.contains("TMB（がん細胞の"),
        "with what they mean: {words}"
    );

    let tmb = report.findings.iter().find(|row| row.subject == "TMB").expect("the sample has TMB");
    let own = Plain { ja: Text::new("TMBは低めでした。").ok(), en: None };
    let released = Explanation {
        findings: vec![ReleasedFinding { finding: tmb.finding.id, words: own }],
        ..Explanation::default()
    };
    let told = sheet(&report, released);
    assert_eq!(told.markers.len(), 1, "in the words that a person wrote, not twice");

    let none = sample::changed(|value| {
        without(value, &["MSI", "TMB"]);
        known(value, &["tmb"], &["msi"]);
    });
    let told = sheet(&none, Explanation::default());
    let results: Vec<_> = told.markers.iter().map(|one| &one.result).collect();
    assert_eq!(results, [&MarkerResult::NotTested, &MarkerResult::NoResult]);
    assert!(said(&told, Language::En).contains("MSI was not looked at by this test."));
}

#[test]
fn the_sheet_says_where_help_is_to_be_had_in_the_sites_words_or_in_the_standing_ones() {
    let told = sheet(&sample::content(), Explanation::default());
    let (ja, en) = (said(&told, Language::Ja), said(&told, Language::En));
    assert!(ja.contains("高額療養費制度") && ja.contains("がん相談支援センター"), "{ja}");
    assert!(en.contains("high medical costs") && en.contains("support centres"), "{en}");
    let own = sample::changed(|value| {
        value["template"] = json!({
            "version": "site-1",
            "costs": { "ja": "費用は1階の医事課へ。" },
            "support": { "ja": "相談は2階のセンターへ。", "en": "Ask at the centre on floor 2." },
        });
    });
    let told = sheet(&own, Explanation::default());
    let (ja, en) = (said(&told, Language::Ja), said(&told, Language::En));
    assert!(ja.contains("1階の医事課") && !ja.contains("高額療養費制度"), "{ja}");
    assert!(
        en.contains("floor 2") && en.contains("high medical costs"),
        "no Japanese in an English sheet: {en}"
    );
}

#[test]
fn the_paper_for_asking_again_tells_nothing_of_what_was_found() {
    let report = sample::content();
    let asked = Disclosure { wish: DisclosureWish::Refuses, ..Disclosure::default() };
    let paper = WishContent::compose(&report, &asked, CompanionState::Draft);
    for language in [Language::Ja, Language::En] {
        let words = said(&paper, language);
        for row in &report.findings {
            assert!(!words.contains(&row.subject), "{}: {words}", row.subject);
        }
    }
    let ja = said(&paper, Language::Ja);
    for wanted in ["院内用", "希望しない", "□ 希望する", "所見の有無にかかわらず", "確認した人"]
    {
        assert!(ja.contains(wanted), "{wanted}: {ja}");
    }
}

#[test]
fn a_letter_names_what_another_hospital_needs_to_find_the_variant_and_the_sample() {
    let report = sample::content();
    let referral = report.referrals[0].referral.id.clone();
    let letter = LetterContent::compose(&report, &referral, CompanionState::Draft).expect("a letter");
    let words = said(&letter, Language::Ja);
    let build = report.assembly_of(&report.findings[0]).name.name().to_owned();
    let coding = letter.findings.iter().flat_map(|finding| &finding.detail).cloned().collect::<Vec<_>>();
    assert!(coding.iter().any(|line| line.contains("c.2573T>G")), "{coding:?}");
    assert!(
        coding.iter().all(|line| !line.contains(':') || line.contains("c.") || line.contains(&build)),
        "{coding:?}"
    );
    for wanted in ["c.2573T>G", "腫瘍細胞含有率", "2026-09-28", "C-CAT登録ID"] {
        assert!(words.contains(wanted), "{wanted}: {words}");
    }
}

#[test]
fn a_drug_of_resistance_is_marked_as_one_and_no_option_on_the_sheet() {
    let report = sample::changed(|value| {
        value["recommendations"][0]["id"] = json!("0198c5b2-7f00-7000-8000-0000000000a1");
        value["recommendations"][0]["advice"]["evidence"]["class"] = json!("R");
    });
    assert!(said(&report, Language::Ja).contains("耐性：効きにくいと考えられる薬"));
    assert!(said(&report, Language::En).contains("resistance: thought to work less well"));
    let released = Explanation {
        recommendations: vec![ReleasedAdvice {
            recommendation: report.recommendations[0].id.clone().expect("an id"),
            words: Plain { ja: Text::new("効きにくいと考えられます。").ok(), en: None },
            place: None,
        }],
        ..Explanation::default()
    };
    let words = said(&sheet(&report, released), Language::Ja);
    assert!(!words.contains("費用と保険"), "how it can be had is no question: {words}");
    let (options, less) =
        (words.find("治療などの候補").unwrap(), words.find("効きにくいと考えられるお薬").unwrap());
    let none = words.find("お伝えする候補はありません").expect("it is no option");
    assert!(options < none && none < less, "{words}");
}

#[test]
fn a_loss_of_every_copy_is_called_the_same_on_page_one_and_in_the_table() {
    let content = sample::changed(|value| {
        let row = value["findings"].as_array_mut().expect("a list").iter_mut();
        let row = row.into_iter().find(|row| row["kind"] == "copyNumber").expect("a copy number");
        let values = &mut row["finding"]["alteration"]["values"];
        values["alteration"] = json!("loss");
        values["metrics"] = json!([{ "value": 0.0, "unit": "copy number", "kind": null }]);
        row["panel"]["verdict"]["actionable"] = json!(true);
    });
    let words = said(&content, Language::Ja);
    assert!(words.matches("ホモ欠失（loss）").count() >= 2, "{words}");
    assert!(!words.contains("減少（loss）"), "{words}");
}
