//! The site's phrases: found while writing, kept with who and why, and the places that wait to be filled in.

use super::{decide_all, demo_case, desk, done, refused, sign_all};
use crate::Desk;
use serde_json::{Value, json};

fn form(title: &str, text: &str) -> Value {
    json!({ "title": title, "text": text, "fields": ["verdict"], "language": "ja" })
}

fn add(desk: &mut Desk, phrase: Value) -> Value {
    done(desk, "record_phrase", json!({ "phrase": phrase }))
}

/// Ids of the site's phrases found by a word.
fn found(desk: &mut Desk, search: &str) -> Vec<String> {
    let list = done(desk, "phrases", json!({ "search": search }));
    list["phrases"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

fn signed_in(desk: &mut Desk, who: &str) {
    let info = done(desk, "app_info", json!({}));
    let dir = info["session"]["storeDir"].clone();
    done(desk, "open_store", json!({ "dir": dir, "signIn": who, "password": "entaku-demo-2026" }));
}

#[test]
fn a_phrase_is_added_changed_and_retired_with_who_when_and_why() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    let list = add(&mut desk, form("意義不明", "情報が不足しています。"));
    assert_eq!((&list["phrases"][0]["id"], &list["phrases"][0]["example"]), (&json!("P1"), &Value::Null));
    let changed = json!({ "id": "P1", "phrase": form("意義不明", "〔確認日〕時点で情報が不足しています。") });
    assert_eq!(refused(&mut desk, "record_phrase", changed.clone()), "invalid", "a change says why");
    let mut with_reason = changed;
    with_reason["reason"] = json!("確認日を書くため");
    done(&mut desk, "record_phrase", with_reason.clone());
    assert_eq!(refused(&mut desk, "record_phrase", with_reason), "invalid", "nothing is changed");
    let list = done(&mut desk, "retire_phrase", json!({ "id": "P1", "reason": "重複" }));
    let one = &list["phrases"][0];
    assert_eq!(one["retired"], true);
    let told: Vec<_> = one["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| {
            json!([
                step["kind"],
                step["phrase"]["text"],
                step["reason"],
                step["by"],
                step["role"],
                step["at"]
            ])
        })
        .collect();
    let at = "2026-11-22 14:00";
    let new = "〔確認日〕時点で情報が不足しています。";
    assert_eq!(
        told,
        [
            json!(["retired", new, "重複", "佐藤 恵", "chair", at]),
            json!(["changed", new, "確認日を書くため", "佐藤 恵", "chair", at]),
            json!(["added", "情報が不足しています。", null, "佐藤 恵", "chair", at]),
        ]
    );
    assert_eq!(found(&mut desk, ""), [""; 0], "what is out of use is not offered");
    let edit = json!({ "id": "P1", "phrase": form("別", "別"), "reason": "x" });
    assert_eq!(refused(&mut desk, "record_phrase", edit), "invalid", "not changed while out of use");
    done(&mut desk, "restore_phrase", json!({ "id": "P1", "reason": "必要" }));
    assert_eq!(found(&mut desk, ""), ["P1"]);
    assert_eq!(refused(&mut desk, "restore_phrase", json!({ "id": "P1", "reason": "x" })), "invalid");
    assert_eq!(refused(&mut desk, "retire_phrase", json!({ "id": "P9", "reason": "x" })), "not-found");
}

#[test]
fn phrases_stand_in_the_journal_and_are_there_after_signing_in_again() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    add(&mut desk, form("一", "ひとつめ"));
    done(&mut desk, "retire_phrase", json!({ "id": "P1", "reason": "重複" }));
    signed_in(&mut desk, "sato");
    let list = add(&mut desk, form("二", "ふたつめ"));
    let ids: Vec<_> = list["phrases"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
    assert_eq!(ids, ["P2", "P1"], "a number is not given twice, and what is out of use comes last");
    assert_eq!(done(&mut desk, "verify_store", json!({ "deep": true }))["ok"], true);
}

#[test]
fn who_writes_the_record_keeps_the_phrases_and_everybody_finds_them() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    add(&mut desk, form("意義不明", "情報が不足しています。"));
    let acts = [
        ("record_phrase", json!({ "phrase": form("別", "別の文") })),
        ("adopt_phrase", json!({ "example": "deferred", "language": "ja" })),
        ("retire_phrase", json!({ "id": "P1", "reason": "重複" })),
        ("restore_phrase", json!({ "id": "P1", "reason": "必要" })),
    ];
    let members = done(&mut desk, "members", json!({}));
    for (who, may) in [("takahashi", false), ("suzuki", false), ("tanaka", true)] {
        signed_in(&mut desk, who);
        let member = members.as_array().unwrap().iter().find(|member| member["signIn"] == who).unwrap();
        for (name, args) in &acts {
            let answer = crate::dispatch(&mut desk, name, args.clone());
            let forbidden = answer.as_ref().is_err_and(|error| error.code == "forbidden");
            assert_eq!(forbidden, !may, "{who} {} {name}: {answer:?}", member["roles"]);
        }
        assert!(found(&mut desk, "意義").contains(&"P1".to_owned()), "{who} may use it");
    }
}

#[test]
fn a_word_is_found_whatever_its_width_its_case_and_its_kana() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    let mut first = form("クローン性造血の可能性", "VAFから否定できません。");
    first["reading"] = json!("くろーんせいぞうけつ");
    add(&mut desk, first);
    add(&mut desk, form("確認検査", "ＥＧＦＲの確認検査が必要と考えます。"));
    for (search, ids) in [
        ("クローン", &["P1"][..]),
        ("くろーん", &["P1"]),
        ("ｸﾛｰﾝ", &["P1"]),
        ("ゾウケツ", &["P1"]),
        ("egfr", &["P2"]),
        ("ｅｇｆｒ　確認", &["P2"]),
        ("vaf", &["P1"]),
        ("p2", &["P2"]),
        ("VAF 確認", &[]),
        ("〔", &[]),
    ] {
        assert_eq!(found(&mut desk, search), ids, "{search}");
    }
}

#[test]
fn what_is_named_so_comes_before_what_only_mentions_it() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    add(&mut desk, form("腫瘍細胞割合", "確認が必要です。"));
    add(&mut desk, form("再確認", "もう一度。"));
    add(&mut desk, form("確認検査", "検査。"));
    assert_eq!(found(&mut desk, "確認"), ["P3", "P2", "P1"]);
    let other = done(&mut desk, "phrases", json!({ "field": "minutes" }));
    assert_eq!(other["phrases"], json!([]), "meant for verdicts");
    let first: Vec<_> = other["examples"].as_array().unwrap().iter().map(|one| &one["fields"][0]).collect();
    assert_eq!(first.first(), Some(&&json!("minutes")), "made for minutes");
    assert_eq!(first.last(), Some(&&json!("verdict")), "serves in minutes too");
    let english = done(&mut desk, "phrases", json!({ "language": "en", "field": "verdict" }));
    assert_eq!(english["phrases"], json!([]), "Japanese");
    assert_eq!(refused(&mut desk, "phrases", json!({ "field": "findings" })), "invalid");
}

#[test]
fn an_example_is_one_until_it_is_taken_over_and_never_comes_back_afterwards() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    let languages = |list: &Value| {
        let all = list["examples"].as_array().unwrap();
        all.iter().find(|one| one["id"] == "deferred").map_or(Value::Null, |one| one["languages"].clone())
    };
    let list = done(&mut desk, "phrases", json!({}));
    assert_eq!((languages(&list), &list["phrases"]), (json!(["ja", "en"]), &json!([])));
    let list = done(&mut desk, "adopt_phrase", json!({ "example": "deferred", "language": "ja" }));
    assert_eq!(languages(&list), json!(["en"]));
    let own = &list["phrases"][0];
    assert_eq!((&own["example"], &own["history"][0]["by"]), (&json!("deferred"), &json!("佐藤 恵")));
    let again = json!({ "example": "deferred", "language": "ja" });
    assert_eq!(refused(&mut desk, "adopt_phrase", again), "invalid");
    done(&mut desk, "retire_phrase", json!({ "id": "P1", "reason": "使わない" }));
    let list = done(&mut desk, "phrases", json!({ "language": "ja" }));
    assert_eq!(languages(&list), Value::Null, "the site does not want it");
    let none = json!({ "example": "not-there", "language": "ja" });
    assert_eq!(refused(&mut desk, "adopt_phrase", none), "not-found");
}

#[test]
fn what_could_not_be_used_is_refused_with_its_field() {
    let (mut desk, _folder) = desk();
    demo_case(&mut desk);
    add(&mut desk, form("意義不明", "情報が不足しています。"));
    let wrong = |change: &dyn Fn(&mut Value)| {
        let mut phrase = form("別の見出し", "文");
        change(&mut phrase);
        phrase
    };
    for (phrase, field) in [
        (form("意義不明", "別の文"), "title"),
        (form(" ", "文"), "title"),
        (form("一行\n二行", "文"), "title"),
        (form("別の見出し", " "), "text"),
        (form("別の見出し", &"あ".repeat(2001)), "text"),
        (wrong(&|phrase| phrase["fields"] = json!([])), "fields"),
        (wrong(&|phrase| phrase["fields"] = json!(["findings"])), "fields"),
        (wrong(&|phrase| phrase["language"] = json!("de")), "language"),
    ] {
        let error = crate::dispatch(&mut desk, "record_phrase", json!({ "phrase": phrase })).unwrap_err();
        assert!(error.fields.contains_key(field), "{field}: {error:?}");
    }
}

#[test]
fn a_phrase_voids_no_signature() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let case = decide_all(&mut desk, &case);
    let case = sign_all(&mut desk, &case);
    add(&mut desk, form("意義不明", "情報が不足しています。"));
    let case = done(&mut desk, "open_case", json!({ "caseId": case["caseId"] }));
    assert_eq!(case["signatures"][0]["state"], "standing", "it is printed nowhere by itself");
}

#[test]
fn a_place_left_open_is_pointed_out_where_it_is_and_keeps_nothing_from_being_finalised() {
    let (mut desk, _folder) = desk();
    let case = demo_case(&mut desk);
    let case = decide_all(&mut desk, &case);
    assert_eq!(case["unfilled"], json!([]));
    let finding = case["findings"][0]["findingId"].clone();
    let case = done(
        &mut desk,
        "judge_finding",
        json!({
            "caseId": case["caseId"], "expectedVersion": case["version"], "findingIds": [finding],
            "scale": "oncogenicity-2022", "class": "vus", "rationale": "〔データベース〕（〔確認日〕時点）では不明",
        }),
    );
    let case = done(
        &mut desk,
        "write_summary",
        json!({ "caseId": case["caseId"], "expectedVersion": case["version"], "summary": "〔開催日〕に検討" }),
    );
    assert_eq!(
        case["unfilled"],
        json!([
            { "field": "verdict", "finding": finding, "blanks": ["〔データベース〕", "〔確認日〕"] },
            { "field": "summary", "finding": null, "blanks": ["〔開催日〕"] },
        ])
    );
    let preview = done(&mut desk, "preview_report", json!({ "caseId": case["caseId"] }));
    let on_paper: Vec<_> = preview["unfilled"].as_array().unwrap().iter().collect();
    for blank in ["〔データベース〕", "〔確認日〕", "〔開催日〕"] {
        assert!(on_paper.contains(&&json!(blank)), "{blank} is on the pages: {on_paper:?}");
    }
    let case = sign_all(&mut desk, &case);
    assert_eq!(case["gaps"], json!([]), "brackets are ordinary marks too: pointed out, not refused");
    let args = json!({ "caseId": case["caseId"], "expectedVersion": case["version"] });
    let case = done(&mut desk, "finalise_report", args);
    let last = done(&mut desk, "preview_report", json!({ "caseId": case["caseId"], "revision": 1 }));
    assert_eq!(last["unfilled"], json!([]), "nothing can be filled in on a finalised page");
}
