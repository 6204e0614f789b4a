//! Several programs at one store, each asked for something that gets a number: nobody is refused, no number is given twice.
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Child;

use entaku_tests::laboratory;
use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;
use serde_json::{Value, json};

const PROGRAMS: usize = 8;
const FILES: usize = 3;

fn store(name: &str) -> (Folder, Terminal) {
    let folder = Folder::new(name);
    let terminal = Terminal::on(folder.join("store"));
    terminal.ok(&["init", "--institution", "円卓大学病院", "--member", "佐藤 恵"]);
    (folder, terminal)
}

fn file(folder: &Folder, name: &str, variants: usize) -> PathBuf {
    let path = folder.join(format!("{name}.json"));
    std::fs::write(&path, laboratory::cats(name, variants).to_string()).expect("the file is written");
    path
}

/// Starts a program for each list of words before any of them is waited for, and gives what each answered.
fn at_once(terminal: &Terminal, all: &[Vec<String>]) -> Vec<Value> {
    let started: Vec<Child> =
        all.iter().map(|words| terminal.command(words).spawn().expect("the program starts")).collect();
    let ended = started.into_iter().map(|child| child.wait_with_output().expect("the program ends"));
    ended
        .map(|output| {
            let said = String::from_utf8_lossy(&output.stderr);
            let answered = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success(), "nobody is refused: {said} {answered}");
            serde_json::from_slice(&output.stdout).expect("one JSON document")
        })
        .collect()
}

fn in_order(terminal: &Terminal) {
    assert_eq!(terminal.ok(&["verify", "--deep"])["ok"], true, "the store is in order");
}

#[test]
fn programs_that_load_at_once_each_get_case_numbers_of_their_own() {
    let (folder, terminal) = store("loading");
    let words = |program: usize| {
        let files = (0..FILES)
            .map(|number| file(&folder, &format!("L-{program}-{number}"), 5 + program).display().to_string());
        ["intake".to_owned(), "--batch".to_owned()].into_iter().chain(files).collect()
    };
    let all: Vec<Vec<String>> = (0..PROGRAMS).map(words).collect();
    let answers = at_once(&terminal, &all);

    let loaded = answers.iter().flat_map(|answer| answer.as_array().expect("several files give a list"));
    let cases: BTreeSet<_> = loaded.filter_map(|one| one["caseId"].as_str()).collect();
    assert_eq!(cases.len(), PROGRAMS * FILES, "each file became a case");
    let rows = terminal.ok(&["cases", "--limit", "100"]);
    let numbers: BTreeSet<_> =
        rows.as_array().expect("a list").iter().filter_map(|row| row["caseNo"].as_str()).collect();
    assert_eq!(numbers.len(), PROGRAMS * FILES, "each case has a number of its own");
    let last = numbers.last().and_then(|number| number.split_once('-')).map(|(_, number)| number.to_owned());
    assert_eq!(last.as_deref(), Some("0024"), "no number is left out");
    in_order(&terminal);
}

#[test]
fn programs_that_add_to_one_case_at_once_each_get_their_findings_numbered() {
    let (folder, terminal) = store("adding");
    let first = file(&folder, "A-0", 2).display().to_string();
    let case = terminal.ok(&["intake", &first])["caseId"].as_str().expect("a case has an id").to_owned();
    let loading = (1..4).map(|number| {
        let path = file(&folder, &format!("A-{number}"), 2 + number).display().to_string();
        vec!["intake".to_owned(), path, "--case".to_owned(), case.clone()]
    });
    let entering = (1..4).map(|number| {
        let words = ["finding", &case, "--kind", "copyNumber", "--gene", "ERBB2", "--type", "amplification"];
        let reason = ["--reason".to_owned(), format!("紙の報告書 {number}")];
        words.map(str::to_owned).into_iter().chain(reason).collect()
    });
    let recommending = (1..4).map(|number| {
        let step = ["--further".to_owned(), format!("追加検査 {number}")];
        ["recommend", &case].map(str::to_owned).into_iter().chain(step).collect()
    });
    let all: Vec<Vec<String>> = loading.chain(entering).chain(recommending).collect();
    at_once(&terminal, &all);

    let shown = terminal.ok(&["show", &case]);
    assert_eq!(shown["sources"].as_array().map(Vec::len), Some(4), "each file is a source");
    let named = |list: &str, name: &str| -> Vec<String> {
        let all = shown[list].as_array().expect("a list").iter();
        all.filter_map(|one| one[name].as_str()).map(str::to_owned).collect()
    };
    for (list, name) in [("findings", "findingId"), ("recommendations", "recommendationId")] {
        let all = named(list, name);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{list}: no number is given twice");
    }
    assert_eq!(named("recommendations", "recommendationId").len(), 3);
    in_order(&terminal);
}

#[test]
fn programs_that_give_out_documents_or_add_phrases_at_once_each_get_a_number() {
    let (folder, terminal) = store("giving-out");
    let first = file(&folder, "D-0", 2).display().to_string();
    let case = terminal.ok(&["intake", &first])["caseId"].as_str().expect("a case has an id").to_owned();
    let call = |name: &str, args: Value| vec!["call".to_owned(), name.to_owned(), args.to_string()];
    let meeting = terminal.ok(&call(
        "plan_meeting",
        json!({
            "heldOn": "2026-11-25", "mode": "realTime", "agenda": [{ "caseId": case }],
        }),
    ));
    let id = &meeting["meetingId"];
    let giving = (0..4).map(|_| call("issue_document", json!({ "id": id, "kind": "agenda" })));
    let phrases = (0..4).map(|number| {
        call("record_phrase", json!({ "phrase": {
            "title": format!("定型{number}"), "text": "経過を観察する。", "fields": ["summary"], "language": "ja",
        } }))
    });
    let all: Vec<Vec<String>> = giving.chain(phrases).collect();
    let answers = at_once(&terminal, &all);

    let issues: BTreeSet<_> =
        answers.iter().filter_map(|answer| answer["issued"]["issue"].as_u64()).collect();
    assert_eq!(issues, BTreeSet::from([1, 2, 3, 4]), "each issue has a number of its own");
    let listed = terminal.ok(&call("phrases", json!({ "whole": true })));
    let ids: BTreeSet<_> =
        listed["phrases"].as_array().expect("a list").iter().filter_map(|one| one["id"].as_str()).collect();
    assert_eq!(ids.len(), 4, "each phrase has a number of its own: {ids:?}");
    in_order(&terminal);
}
