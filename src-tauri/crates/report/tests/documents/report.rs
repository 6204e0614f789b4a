//! The report: everything it must say is on its pages, nothing leaves them, and nothing withheld is in the file.

use entaku_domain::label::Language;
use entaku_domain::report::ReportContent;
use entaku_report::layout::violations;
use entaku_report::{Paper, RenderOptions, ReportError, lay_out, missing_glyphs, render};
use serde_json::{Value, json};

use crate::{sample, tools};

const HASH: &str = "3f786850e387550fdab836ed7e6dc881de23001b9d2f3a4c5e6f708192a3b4c5";

fn options(language: Language) -> RenderOptions {
    RenderOptions::new(language, HASH)
}

/// All pages of a report as one text without white space, by poppler; `None` without it.
fn text(content: &ReportContent, language: Language) -> Option<String> {
    let rendered = render(content, &options(language)).expect("the report renders");
    tools::text(&rendered.pdf).map(|text| tools::squeezed(&text))
}

/// Every string of the content that the report must show.
fn strings(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(words) => found.push(words.clone()),
        Value::Array(all) => all.iter().for_each(|one| strings(one, found)),
        Value::Object(fields) => {
            for (key, one) in fields {
                // Codes and identities for programs; their words are printed in their place.
                let code = [
                    "scale",
                    "class",
                    "weight",
                    "type",
                    "id",
                    "member",
                    "item",
                    "sample",
                    "build",
                    "source",
                    "mode",
                    "attending",
                    "kind",
                    "scheme",
                    "strength",
                    "role",
                    "status",
                    "route",
                    "judgement",
                    "origin",
                    "sex",
                    "wish",
                    "part",
                    "matePiece",
                    "by",
                    "at",
                    "verbatim",
                    "ja",
                    "en",
                    "reference",
                    "alternate",
                    "nucleicAcid",
                    "qualifications",
                    "recommendation",
                    "byReason",
                    "findings",
                    "names",
                    "change",
                    // Of a row of evidence: codes, and what its id names.
                    "direction",
                    "relation",
                    "significance",
                    "matched",
                    "holds",
                    "approval",
                    "basketStudy",
                    "found",
                    // A unit stands in the document's language.
                    "unit",
                ];
                if !code.contains(&key.as_str())
                    || (key == "findings" && one.get(0).is_some_and(Value::is_object))
                {
                    strings(one, found);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_string_of_the_content_is_on_the_pages_in_both_languages() {
    let mut wanted = Vec::new();
    strings(&sample::with_criteria(), &mut wanted);
    assert!(wanted.len() > 150, "the sample is rich, got {}", wanted.len());
    for language in [Language::Ja, Language::En] {
        let Some(found) = text(&sample::read(sample::with_criteria()), language) else { return };
        for words in &wanted {
            assert!(found.contains(&tools::squeezed(words)), "{words:?} is missing in {language:?}");
        }
    }
}

#[test]
fn level_never_stands_without_its_scale() {
    let Some(found) = text(&sample::content(), Language::Ja) else { return };
    let alone = found.matches("3学会ガイダンス2.1エビデンスレベルA").count();
    assert_eq!(alone, 2, "once on page one, once with the reasons");
}

#[test]
fn a_verdict_is_printed_with_its_criteria_their_scheme_and_who_dissents() {
    for (language, wanted) in [
        (
            Language::Ja,
            [
                "OVS1+8,OM1+2=+10(がん化の基準,2022(1))",
                "示唆と異なる判定の理由：VAFの解釈が定まらないため一段下げる。",
                "異なる意見病理四郎：がん化性とすべきである。",
                "OVS1：短い説明：IARCTP532026-10",
                "OM1：短い説明",
            ],
        ),
        (
            Language::En,
            [
                "OVS1+8,OM1+2=+10(Oncogenicitycriteria,2022(1))",
                "Reasonforjudgingotherwise:",
                "Dissent病理四郎:",
                "OVS1:ashortdescription:IARCTP532026-10",
                "OM1:ashortdescription",
            ],
        ),
    ] {
        let Some(found) = text(&sample::read(sample::with_criteria()), language) else { return };
        for words in wanted {
            assert!(found.contains(words), "{words} is missing in {language:?}: {found}");
        }
    }
}

#[test]
fn what_a_reading_rests_on_is_printed_below_the_finding() {
    let content = sample::changed(|value| {
        let finding = &mut value["findings"][0]["finding"];
        finding["choice"] = json!({"by": {"member": sample::MEMBER, "name": "佐藤 花子", "role": "chair"},
            "at": "2026-11-20T10:00:00+09:00", "reason": "当院の既定の転写産物"});
        let variant = &mut finding["alteration"]["values"];
        variant["againstReference"] = json!({"misfit": "C"});
        variant["transcripts"].as_array_mut().expect("a list").push(json!({"gene": "EGFR-AS1",
            "transcript": "NR_047551.1", "coding": "n.100+1A>C", "protein": null, "effects": ["stop_gained"]}));
    });
    let lines = [
        (
            Language::Ja,
            [
                "人による選択：佐藤花子：当院の既定の転写産物",
                "ほかの転写産物・遺伝子により重い影響あり：EGFR-AS1NR_047551.1n.100+1A>Cナンセンス変異（stop_gained）",
                "参照ゲノムとの不一致：GRCh37の参照ゲノムのこの位置はCで、記載の参照アレル（T）と異なります。",
            ],
        ),
        (
            Language::En,
            [
                "佐藤花子:当院の既定の転写産物",
                "amoresevereeffectonanothertranscriptorgene:EGFR-AS1NR_047551.1n.100+1A>Cnonsensevariant(stop_gained)",
                "notasinthereferencegenome:ThereferencegenomeofGRCh37hasChere,notTaswritten:checkpositionandbuild.",
            ],
        ),
    ];
    for (language, wanted) in lines {
        let Some(found) = text(&content, language) else { return };
        for words in wanted {
            assert!(found.contains(words), "{words} is missing in {language:?}: {found}");
        }
    }
}

#[test]
fn a_germline_variant_is_called_presumed_only_where_no_normal_tissue_was_read() {
    let tumour_only = sample::changed(|value| {
        let test = &mut value["sources"][0]["test"];
        test["testType"] = json!("tumor-only");
        let samples = test["samples"].as_array_mut().unwrap();
        samples.retain(|one| one["isTumour"] == true);
    });
    let unnamed = sample::changed(|value| value["sources"][0]["test"]["testType"] = Value::Null);
    for (content, said, unsaid) in [
        (sample::content(), ["GPVあり", "GPV,"], "PGPV"),
        (unnamed, ["GPVあり", "GPV,"], "PGPV"),
        (tumour_only, ["PGPVあり", "PGPV,"], "、GPV"),
    ] {
        for (language, said) in [Language::Ja, Language::En].into_iter().zip(said) {
            let Some(found) = text(&content, language) else { return };
            assert!(found.contains(said), "{said} is missing in {language:?}");
            assert!(!found.contains(unsaid), "{unsaid} says what was not so in {language:?}");
        }
    }
}

#[test]
fn a_further_step_is_printed_under_its_kind() {
    let content = sample::changed(|value| {
        value["recommendations"][2]["advice"]["kind"] = json!("rebiopsy");
        value["recommendations"][2]["advice"]["step"] = json!("肝病変から");
    });
    let Some(found) = text(&content, Language::Ja) else { return };
    assert!(found.contains("再生検：肝病変から"), "{found}");
}

#[test]
fn every_page_says_which_report_it_is() {
    let content = sample::content();
    let document = lay_out(&content, &options(Language::Ja)).expect("fonts open");
    let total = document.pages.len();
    for (number, page) in document.pages.iter().enumerate() {
        let words: String = page
            .items
            .iter()
            .filter_map(|item| match item {
                entaku_report::layout::Item::Text(run) => Some(run.text()),
                _ => None,
            })
            .collect();
        for wanted in ["2026-0117", "00123456", "第2版", "0198c5b2-7f00-7000-8000-000000000001", &HASH[..12]]
        {
            assert!(words.contains(wanted), "page {} lacks {wanted}", number + 1);
        }
        let count = format!("{} / {total}", number + 1);
        assert!(words.contains(&count), "page {} lacks {count}", number + 1);
    }
}

#[test]
fn same_content_renders_to_the_same_bytes_and_any_other_hash_to_others() {
    let content = sample::content();
    let first = render(&content, &options(Language::Ja)).expect("renders");
    assert_eq!(
        first,
        render(&content, &options(Language::Ja)).expect("renders"),
        "the second time in one process"
    );
    let mut other = options(Language::Ja);
    other.content_hash.replace_range(63..64, "4");
    let changed = render(&content, &other).expect("renders");
    assert_ne!(first.pdf, changed.pdf, "one bit of the hash is another file");
    if let (Some(a), Some(b)) = (tools::text(&first.pdf), tools::text(&changed.pdf)) {
        assert!(a.contains(HASH) && !b.contains(HASH), "the hash line shows it");
    }
}

#[test]
fn no_text_leaves_its_page_or_box_on_any_paper_in_any_language() {
    for content in [sample::content(), crowded()] {
        for language in [Language::Ja, Language::En] {
            for paper in [Paper::A4, Paper::Letter] {
                let options = RenderOptions { paper, ..options(language) };
                let document = lay_out(&content, &options).expect("fonts open");
                assert_eq!(violations(&document), vec![], "{language:?} on {paper:?}");
            }
        }
    }
}

/// 500 findings, texts of 2 000 characters, empty cells, unbroken names.
fn crowded() -> ReportContent {
    sample::changed(|value| {
        let long: String = "所見の記載が長く続く場合でも失われない。".chars().cycle().take(2_000).collect();
        let unbroken = "NM_".to_owned() + &"ACGT".repeat(200);
        let first = value["findings"][0].clone();
        let findings = value["findings"].as_array_mut().expect("a list");
        for number in 13..513 {
            let mut one = first.clone();
            one["finding"]["id"] = json!(format!("F{number}"));
            one["finding"]["alteration"]["values"]["transcripts"] = json!([]);
            one["change"] = json!("");
            one["panel"] = Value::Null;
            findings.push(one);
        }
        findings[1]["panel"]["verdict"]["rationale"] = json!(long.clone());
        findings[1]["change"] = json!(unbroken.clone());
        findings[2]["finding"]["laboratoryVerdict"] = json!(long.clone());
        value["recommendations"][0]["rationale"] = json!(long.clone());
        value["patient"]["name"] = json!("寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末");
        value["caseNumber"] = json!(unbroken);
        value["institution"] =
            json!("とても長い名前の国立研究開発法人円卓総合がんゲノム医療研究センター中央病院附属研究所分院");
        value["meeting"]["minutes"] = json!(long);
    })
}

#[test]
fn five_hundred_findings_and_long_cells_lose_nothing() {
    let content = crowded();
    let Some(found) = text(&content, Language::Ja) else { return };
    for number in [1, 13, 250, 512] {
        assert!(found.contains(&format!("F{number}EGFR")), "finding F{number} is printed");
    }
    assert!(
        found.matches("所見の記載が長く続く場合でも失われない。").count() >= 300,
        "texts of 2 000 characters are whole"
    );
}

#[test]
fn what_is_recommended_stands_on_page_one_however_many_findings_there_are() {
    let content = sample::changed(|value| {
        let first = value["findings"][0].clone();
        let all = value["findings"].as_array_mut().expect("a list");
        for number in 100..130 {
            let mut row = first.clone();
            row["finding"]["id"] = json!(format!("F{number}"));
            all.push(row);
        }
    });
    let rendered = render(&content, &options(Language::Ja)).expect("the report renders");
    let Some(found) = tools::text(&rendered.pdf).map(|text| tools::squeezed(&text)) else { return };
    let end = found.find(&format!("1/{}ページ", rendered.pages)).expect("the foot of page one");
    let recommended = found.find("試験薬X").expect("the second recommendation");
    assert!(recommended < end, "{}", &found[..end]);
    assert!(found.contains("F129"), "and no finding is lost");
}

#[test]
fn rare_kanji_of_a_name_copy_out_exactly() {
    let Some(found) = text(&sample::content(), Language::Ja) else { return };
    assert!(found.contains("髙﨑𠮷江葛\u{E0100}子"), "a name is a name");
}

#[test]
fn character_without_glyph_blocks_a_final_report_and_shows_in_a_draft() {
    let content = sample::changed(|value| value["clinical"]["familyHistory"] = json!("母：乳癌😀 དཔེ"));
    let missing = missing_glyphs(&content);
    let first = missing.first().expect("an emoji has no glyph");
    assert_eq!(first.character, '😀', "the first one");
    assert!(first.place.ja.contains("家族歴"), "says where: {}", first.place.ja);
    assert!(first.excerpt.contains("乳癌"), "and what stands around it: {}", first.excerpt);
    assert!(
        missing.iter().any(|glyph| glyph.character == 'ད'),
        "every character is named, not only the first"
    );
    let refused = render(&content, &options(Language::Ja));
    assert!(matches!(refused, Err(ReportError::MissingGlyphs(_))), "a final report never shows a gap");

    let draft = sample::changed(|value| {
        value["clinical"]["familyHistory"] = json!("母：乳癌😀");
        value["state"] = json!({"type": "draft", "status": "inReview", "undecided": ["F10", "F12"]});
    });
    assert!(render(&draft, &options(Language::Ja)).is_ok(), "a draft is shown with its gap");
}

#[test]
fn draft_names_what_is_undecided_and_its_mark_is_no_text() {
    let draft = sample::changed(|value| {
        value["state"] = json!({"type": "draft", "status": "inReview", "undecided": ["F10", "F12"]});
    });
    let Some(found) = text(&draft, Language::En) else { return };
    assert!(found.contains("F10F12"), "the undecided findings are listed");
    let Some(japanese) = text(&draft, Language::Ja) else { return };
    assert!(!japanese.contains("DRAFT"), "the mark says DRAFT; copied text does not");
    let pages = lay_out(&draft, &options(Language::En)).expect("fonts open").pages.len();
    let shapes = lay_out(&draft, &options(Language::En))
        .expect("fonts open")
        .pages
        .iter()
        .filter(|page| page.items.iter().any(|item| matches!(item, entaku_report::layout::Item::Shape(_))))
        .count();
    assert_eq!(shapes, pages, "every page of a draft carries the mark");
    let final_report = lay_out(&sample::content(), &options(Language::En)).expect("fonts open");
    let marked = final_report
        .pages
        .iter()
        .flat_map(|page| &page.items)
        .any(|item| matches!(item, entaku_report::layout::Item::Shape(_)));
    assert!(!marked, "no page of a final report does");
}

#[test]
fn withheld_heredity_is_named_as_withheld_and_nothing_of_it_is_in_the_file() {
    let content = sample::changed(|value| {
        value["germlineWithheld"] = json!(true);
        value["wish"] = json!("refuses");
        value["findings"].as_array_mut().expect("a list").retain(|row| row["finding"]["id"] != "F3");
        value["recommendations"][2]["findings"] = json!([]);
        value["recommendations"][2]["basisWithheld"] = json!(true);
        value["amendment"] = Value::Null;
        value["summary"] = Value::Null;
        value["recommendations"][2]["advice"]["step"] = json!("主治医と相談");
    });
    let Some(found) = text(&content, Language::Ja) else { return };
    assert!(
        found.contains("本書には二次的所見（生殖細胞系列）に関する事項を、有無を含めて記載していません"),
        "said plainly"
    );
    assert!(!found.contains("BRCA2"), "the gene is nowhere");
}

#[test]
fn empty_case_is_still_a_report() {
    let content = sample::changed(|value| {
        for list in ["findings", "recommendations", "referrals", "sources", "knowledge"] {
            value[list] = json!([]);
        }
        for one in ["summary", "meeting", "amendment", "contact", "caseNumber", "receivedOn", "age"] {
            value[one] = Value::Null;
        }
        for block in ["patient", "clinical", "specimen"] {
            value[block] = json!({});
        }
    });
    for language in [Language::Ja, Language::En] {
        let rendered = render(&content, &options(language)).expect("renders");
        assert!(rendered.pages >= 1, "at least the first page");
    }
}

#[test]
fn file_is_sound_and_its_fonts_are_embedded_with_their_text() {
    let rendered = render(&sample::content(), &options(Language::Ja)).expect("renders");
    if let Some((sound, said)) = tools::run("qpdf", &["--check"], &rendered.pdf, &[]) {
        assert!(sound, "qpdf: {said}");
    }
    if let Some((_, fonts)) = tools::run("pdffonts", &[], &rendered.pdf, &[]) {
        assert!(
            fonts.lines().skip(2).all(|row| row.contains("yes yes yes")),
            "embedded, reduced, with text:\n{fonts}"
        );
    }
    if let Some((_, info)) = tools::run("pdfinfo", &[], &rendered.pdf, &[]) {
        assert!(info.contains("エキスパートパネル報告書"), "the title is set:\n{info}");
        assert!(info.contains("Tagged:") && info.contains("yes"), "the file is tagged:\n{info}");
        assert!(!info.contains("髙﨑"), "the patient's name is not in the file's facts");
    }
}
