//! An amendment says what changed: whatever a reader could read otherwise than before is named.
use crate::sample;
use entaku_domain::report::{ReportContent, changes};
use serde_json::{Value, json};

/// What is not named by itself, with the reason. A `*` stands for a place in a list.
const NOT_NAMED: &[(&str, &str)] = &[
    ("/format", "the shape of the data"),
    ("/caseId", "the case is the same"),
    ("/caseVersion", "counted by the store"),
    ("/revision", "stands at the head"),
    ("/state", "who finalised it stands at the head"),
    ("/amendment", "this is the amendment"),
    ("/age", "follows from the date of birth"),
    ("/germlineWithheld", "follows from the wish"),
    ("/signatures", "stand at the end, with their days"),
    ("/findings/*/finding/id", "is the same"),
    ("/findings/*/finding/item", "not printed"),
    ("/findings/*/finding/source", "its readings are named by their files"),
    ("/findings/*/finding/further", "its readings are named by their files"),
    ("/findings/*/finding/verbatim", "not printed"),
    ("/findings/*/finding/ccatVerdict", "what the report says C-CAT says is a field of its own"),
    ("/findings/*/finding/alteration/type", "another kind of finding is another finding"),
    ("/findings/*/finding/alteration/values/transcripts/*/gene", "is the subject"),
    ("/findings/*/finding/alteration/values/breakends/*/matePiece", "not printed"),
    ("/findings/*/kind", "belongs to what was read"),
    ("/findings/*/panel/by", "not printed"),
    ("/findings/*/panel/at", "not printed"),
    ("/findings/*/panel/verdict/basis/scheme", "the scheme's name is"),
    ("/findings/*/panel/verdict/basis/germline", "belongs to the scheme"),
    ("/findings/*/panel/verdict/basis/manual", "not printed"),
    ("/findings/*/panel/verdict/basis/criteria/*/strength", "the points tell it"),
    ("/findings/*/panel/verdict/basis/criteria/*/name", "belongs to the criterion's code"),
    ("/findings/*/panel/verdict/dissent/*/member", "the name is"),
    ("/findings/*/germline/by", "not printed"),
    ("/findings/*/germline/at", "not printed"),
    ("/sources/*/file/bytes", "the hash stands for the file"),
    ("/sources/*/file/formatVersion", "the hash stands for the file"),
    ("/sources/*/test", "the hash stands for the file"),
    ("/sources/*/assembly", "the hash stands for the file"),
    ("/sources/*/hide", "the hash stands for the file"),
    ("/sources/*/ledger", "the hash stands for the file"),
    ("/sources/*/comments", "the hash stands for the file"),
    ("/sources/*/comments/*", "the hash stands for the file"),
    ("/sources/*/notes", "the hash stands for the file"),
    ("/recommendations/*/basisWithheld", "follows from the wish"),
    ("/recommendations/*/evidence/*/direction", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/relation", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/finding", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/status", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/significance", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/matched", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/holds", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/therapies", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/interaction", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/references", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/statement", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/contested", "belongs to the row, which id and version name"),
    ("/recommendations/*/evidence/*/updated", "belongs to the row, which id and version name"),
    ("/recommendations/*/access/needs/*/id", "what it is called is printed"),
    ("/referrals/*/recommendation", "not printed"),
    ("/knowledge/*/source", "the version is"),
];
/// Parts of a grade that its names stand for, and of a step, a participant or a criterion that nobody reads.
const NOT_NAMED_AT_THE_END: [&str; 10] = [
    "/grade/scale",
    "/grade/version",
    "/grade/weight",
    "/grade/class",
    "/evidence/scale",
    "/evidence/version",
    "/evidence/weight",
    "/evidence/className",
    "/suggested",
    "/member",
];

fn is_named(path: &str) -> bool {
    let pattern: Vec<&str> =
        path.split('/').map(|part| if part.parse::<usize>().is_ok() { "*" } else { part }).collect();
    let pattern = pattern.join("/");
    let under = |head: &str| pattern == head || pattern.starts_with(&format!("{head}/"));
    let by_list = NOT_NAMED.iter().any(|(head, _)| under(head));
    let by_end =
        NOT_NAMED_AT_THE_END.iter().any(|end| pattern.ends_with(end) || pattern.contains(&format!("{end}/")));
    let of_a_step = pattern.starts_with("/referrals/*/steps/*/by") || pattern.ends_with("/steps/*/at");
    !(by_list || by_end || of_a_step)
}

/// Other values that the field might hold.
fn others(value: &Value) -> Vec<Value> {
    let codes = [
        "male",
        "refuses",
        "circulation",
        "absent",
        "screening",
        "notSuspected",
        "observation",
        "offLabel",
        "open",
        "notMet",
        "ア",
        "イ",
        "deferred",
        "moderate",
        "F4",
        "2020-02-02",
        "rna",
        "dna",
        "germline",
    ];
    match value {
        Value::Null => {
            let texts = ["x", "rna", "2020-02-02", "jRCT2031230009"].map(|text| json!(text));
            texts.into_iter().chain([json!(7), json!(0.25), json!(true)]).collect()
        }
        Value::Bool(is) => vec![json!(!is)],
        Value::Number(number) => vec![json!(number.as_i64().map_or(0, |number| number - 1)), json!(1)],
        Value::String(words) => {
            let first = [format!("{words}x"), format!("jRCT{}", 2_031_230_009_u64), "f".repeat(64)];
            first.into_iter().chain(codes.map(str::to_owned)).map(Value::String).collect()
        }
        Value::Array(list) => list.split_last().map(|(_, rest)| json!(rest)).into_iter().collect(),
        Value::Object(_) => Vec::new(),
    }
}

fn paths(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| paths(value, &format!("{at}/{key}"), all)),
        Value::Array(list) => {
            all.push(at.to_owned());
            list.iter().enumerate().for_each(|(place, value)| paths(value, &format!("{at}/{place}"), all));
        }
        _ => all.push(at.to_owned()),
    }
}

#[test]
fn whatever_a_reader_could_read_otherwise_is_named_as_a_change() {
    let plain = sample::with_criteria();
    let before = sample::read(plain.clone());
    // As the program writes it, so that fields that the sample leaves out are there too.
    let whole = serde_json::to_value(&before).expect("a report is plain data");
    let mut all = Vec::new();
    paths(&whole, "", &mut all);
    let (mut tried, mut never_tried, mut unsaid) = (0, Vec::new(), Vec::new());
    // The line of a change that is no name is printed from what was read, in either language.
    let printed_from_reading = |path: &str| {
        let kind = path.strip_suffix("/change").and_then(|row| whole.pointer(&format!("{row}/kind")));
        kind.is_some_and(|kind| *kind != json!("shortVariant"))
    };
    for path in all.iter().filter(|path| is_named(path) && !printed_from_reading(path)) {
        let was = whole.pointer(path).expect("the path leads somewhere").clone();
        let mut any = false;
        for other in others(&was).into_iter().filter(|other| *other != was) {
            let mut changed = whole.clone();
            *changed.pointer_mut(path).expect("the path leads somewhere") = other.clone();
            let Ok(after) = serde_json::from_value::<ReportContent>(changed) else { continue };
            if after == before {
                continue;
            }
            any = true;
            if changes(&before, &after).is_empty() {
                unsaid.push(format!("{path}: {was} → {other}"));
            }
            break;
        }
        tried += usize::from(any);
        // A whole verdict, and what makes another kind of it, is no single value.
        let whole = ["/panel", "/germline", "/type", "/id", "/breakends", "/genePairs/0"];
        let whole = whole.iter().any(|end| path.ends_with(end));
        if !any && !whole && was != json!([]) {
            never_tried.push(path);
        }
    }
    assert!(unsaid.is_empty(), "changes that go unsaid: {unsaid:#?}");
    assert!(tried > 150, "{tried} fields were changed");
    assert!(never_tried.is_empty(), "no other value was found for {never_tried:?}");
    assert!(changes(&before, &before).is_empty());
}

#[test]
fn an_amendment_names_a_finding_in_both_languages() {
    let values = "/findings/8/finding/alteration/values";
    let after = sample::changed(|value| {
        *value.pointer_mut(&format!("{values}/alteration")).expect("a change of copies") = json!("gain");
        *value.pointer_mut(&format!("{values}/metrics/0/value")).expect("its copies") = json!(3.0);
    });
    let change = changes(&sample::content(), &after).remove(0);
    assert!(change.subject.ja.starts_with("F9 EGFR 増加（gain） コピー数 3"), "{change:?}");
    assert!(change.subject.en.starts_with("F9 EGFR gain (copy number 3)"), "{change:?}");
    let before = change.before.expect("it was something else");
    assert!(before.ja.contains("増幅（amplification） コピー数 9"), "{before:?}");
    assert!(!before.ja.contains("copies") && !before.en.contains("コピー"), "{before:?}");
}

#[test]
fn a_change_names_the_piece_that_changed_and_not_its_neighbours() {
    let before = sample::content();
    let after = sample::changed(|value| {
        value["findings"][0]["panel"]["verdict"]["rationale"] = json!("別の根拠");
        value["clinical"]["treatments"][1]["bestResponse"] = json!("PD");
    });
    let said: Vec<_> = changes(&before, &after)
        .into_iter()
        .map(|change| (change.subject.ja, change.after.expect("nothing is gone").ja))
        .collect();
    assert_eq!(
        said,
        [
            ("治療歴 2".to_owned(), "2: ドセタキセル＋ラムシルマブ 2026-07-10– [PD]".to_owned()),
            ("F1 EGFR p.Leu858Arg 判定の根拠".to_owned(), "別の根拠".to_owned()),
        ]
    );
}
