//! The meeting's quorum on paper: the rules by name and date, who filled what, what was missing, what is not sure.

use entaku_domain::label::Language;
use entaku_domain::report::ReportContent;
use entaku_report::layout::violations;
use entaku_report::{RenderOptions, lay_out, render};
use serde_json::{Value, json};

use crate::{sample, tools};

fn line(key: &str, applies: &str, filled: &[&str], missing: u32, certainty: &str) -> Value {
    json!({
        "key": key, "applies": applies, "inQuestion": applies == "always", "needed": 1, "distinctFields": false,
        "fullTime": key == "ア", "filledBy": filled, "alsoElsewhere": [], "fullTimeNotKnown": [], "passedOver": [],
        "missing": missing, "met": missing == 0, "certainty": certainty,
    })
}

pub fn with_quorum() -> ReportContent {
    sample::changed(|content| {
        content["meeting"]["mode"] = json!("circulation");
        content["meeting"]["circumstances"] = json!({ "opinionsAgree": true });
        content["meeting"]["quorum"] = json!({
            "applied": {
                "id": "2024", "version": "site-3", "name": { "ja": "実施要件の試験版", "en": "Trial requirements" },
                "effectiveFrom": "2024-04-01", "source": "試験の出典 第1号", "edition": "site",
                "certainty": "unconfirmed", "mostKeys": 1, "mostKeysCertainty": "general",
            },
            "lines": [
                line("ア", "always", &["円卓 太郎"], 0, "source"), line("ウ", "always", &[], 1, "general"),
                line("キ", "paediatric", &[], 0, "general"),
            ],
            "attending": {
                "needed": true, "informationSuffices": true, "part": "informationSupplied", "names": [], "met": true,
                "certainty": "source",
            },
            "mode": {
                "mode": "circulation", "allowed": "listed", "gaps": ["reasonMissing"], "named": ["level-a"], "met": false,
                "conditions": [
                    { "id": "level-a", "kind": "ground", "text": { "ja": "条件の甲", "en": "ground one" },
                      "basis": { "certainty": "source", "source": "s" } },
                    { "id": "level-r", "kind": "ground", "text": { "ja": "条件の乙", "en": "ground two" },
                      "basis": { "certainty": "source", "source": "s" } },
                ],
                "certainty": "source",
            },
            "met": false,
        });
    })
}

fn options(language: Language) -> RenderOptions {
    RenderOptions::new(language, "0".repeat(64))
}

#[test]
fn the_result_is_printed_with_its_rules_and_what_is_not_sure() {
    let content = with_quorum();
    for (language, said, unsaid) in [
        (
            Language::Ja,
            vec![
                "成立要件：不成立",
                "実施要件の試験版",
                "適用開始日：2024-04-01",
                "施設で変更site-3",
                "試験の出典第1号",
                "不可（1人1区分）",
                "不足1名",
                "対象外",
                "条件の甲",
                "理由が記入されていない",
                "全員の意見が一致",
                "適用開始日(未確認)",
                "ウ(一般的知識（原典未照合）)",
            ],
            vec!["条件の乙", "ア(", "キ(一般"],
        ),
        (
            Language::En,
            vec![
                "Quorum:notquorate",
                "Trialrequirements",
                "inforcefrom:2024-04-01",
                "missing1",
                "groundone",
                "doesnotapply",
            ],
            vec!["groundtwo"],
        ),
    ] {
        assert!(
            violations(&lay_out(&content, &options(language)).unwrap()).is_empty(),
            "nothing leaves the page"
        );
        let Some(text) = tools::text(&render(&content, &options(language)).unwrap().pdf) else { return };
        let text = tools::squeezed(&text);
        for words in said {
            assert!(text.contains(&tools::squeezed(words)), "{words} is missing in\n{text}");
        }
        for words in unsaid {
            assert!(!text.contains(words), "{words} says what was not so");
        }
    }
}

#[test]
fn a_meeting_of_before_says_nothing_of_a_quorum() {
    let pdf = render(&sample::content(), &options(Language::Ja)).unwrap().pdf;
    let Some(text) = tools::text(&pdf) else { return };
    assert!(!tools::squeezed(&text).contains("成立要件"));
}

/// A panel omitted on a ground, as it is stored by the rules of June 2026.
fn omitted(met: bool) -> ReportContent {
    sample::changed(|content| {
        let text = |ja: &str, en: &str| json!({ "ja": ja, "en": en });
        let condition = |id: &str, kind: &str, fact: Option<&str>, words: Value| {
            let certainty = if kind == "duty" { "unconfirmed" } else { "source" };
            let mut one = json!({ "id": id, "kind": kind, "text": words, "basis": { "certainty": certainty, "source": "s" } });
            if let Some(fact) = fact {
                one["fact"] = json!(fact);
            }
            one
        };
        let state = if met { "met" } else { "unknown" };
        content["meeting"]["mode"] = json!("omitted");
        content["meeting"]["heldOn"] = json!("2026-11-20");
        content["meeting"]["attendance"] = json!([]);
        content["meeting"]["minutes"] = Value::Null;
        content["meeting"]["circumstances"] = json!({ "omission": {
            "tumour": "solid", "ccatSecondaryFinding": if met { "none" } else { "notStated" }, "usableDrug": "none",
        } });
        content["meeting"]["quorum"] = json!({
            "applied": {
                "id": "2026-06-01", "version": "1", "name": text("省略のある規則", "Rules with omission"),
                "effectiveFrom": "2026-06-01", "source": "試験の告示 第69号", "edition": "shipped",
                "certainty": "source", "mostKeys": null, "mostKeysCertainty": "unconfirmed",
            },
            "lines": [], "met": met,
            "attending": {
                "needed": false, "informationSuffices": true, "part": "absent", "names": [], "met": true,
                "certainty": "general",
            },
            "mode": {
                "mode": "omitted", "allowed": "listed", "certainty": "source", "met": met,
                "gaps": if met { json!([]) } else { json!(["conditionNotKnown"]) }, "named": ["no-drug"],
                "conditions": [
                    condition("clean", "needed", Some("noSecondaryFinding"), text("二次的所見の条件", "the condition on secondary findings")),
                    condition("usable-drug", "ground", Some("drugInLabelOrGuideline"), text("薬剤がある", "there is a drug")),
                    condition("no-drug", "ground", Some("noDrug"), text("薬剤がない", "there is no drug")),
                    condition("explained", "duty", None, text("文書で説明する", "explain with a document")),
                ],
                "checked": [
                    { "id": "clean", "state": state }, { "id": "usable-drug", "state": "notMet" },
                    { "id": "no-drug", "state": "met" },
                ],
            },
        });
    })
}

#[test]
fn a_panel_omitted_by_the_rules_is_printed_with_its_ground_and_source_and_not_as_inquorate() {
    for (language, said, unsaid) in [
        (
            Language::Ja,
            vec![
                "エキスパートパネルを省略（根拠：薬剤がない）",
                "省略のある規則—適用開始日：2026-06-01",
                "試験の告示第69号",
                "省略を判断した日",
                "EP省略(2026-11-20)",
                "二次的所見の条件該当する",
                "薬剤がない該当する",
                "使用できる薬剤：治験・臨床試験を含めてなし",
                "・文書で説明する(未確認)",
            ],
            vec!["薬剤がある", "不成立", "成立要件", "開催記録", "出席者", "省略の要件を満たさない"],
        ),
        (
            Language::En,
            vec![
                "Expertpanelomitted(ground:thereisnodrug)",
                "Ruleswithomission",
                "thereisnodrugholds",
                "usabledrug:none,trialsincluded",
            ],
            vec!["thereisadrug", "quorate", "Panelmeeting", "Attendance"],
        ),
    ] {
        let content = omitted(true);
        assert!(violations(&lay_out(&content, &options(language)).unwrap()).is_empty());
        let Some(text) = tools::text(&render(&content, &options(language)).unwrap().pdf) else { return };
        let text = tools::squeezed(&text);
        for words in said {
            assert!(text.contains(&tools::squeezed(words)), "{words} is missing in\n{text}");
        }
        for words in unsaid {
            assert!(!text.contains(words), "{words} says what was not so in\n{text}");
        }
    }
}

#[test]
fn a_panel_omitted_against_the_rules_says_so_and_what_is_not_known() {
    let Some(text) = tools::text(&render(&omitted(false), &options(Language::Ja)).unwrap().pdf) else {
        return;
    };
    let text = tools::squeezed(&text);
    for words in [
        "エキスパートパネルを省略（省略の要件を満たさない）",
        "二次的所見の条件確認されていない",
        "不足：省略の条件が確認されていない",
        "C-CAT調査結果での二次的所見：記載なし",
    ] {
        assert!(text.contains(words), "{words} is missing in\n{text}");
    }
    assert!(!text.contains("不成立"), "no panel met");
}
