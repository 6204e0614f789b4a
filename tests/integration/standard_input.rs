//! What scripts hand to the terminal: a document by standard input, and the rules' questions one a line.
use entaku_tests::laboratory;
use entaku_tests::place::Folder;
use entaku_tests::terminal::{Ended, Terminal};
use serde_json::{Value, json};

fn terminal() -> (Folder, Terminal) {
    let folder = Folder::new("standard-input");
    let terminal = Terminal::on(folder.join("no-store"));
    (folder, terminal)
}

fn lines(ended: &Ended) -> Vec<Value> {
    ended.stdout.lines().map(|line| serde_json::from_str(line).expect("a JSON document a line")).collect()
}

#[test]
fn rules_answer_line_by_line_and_a_line_that_cannot_be_read_costs_the_status_only() {
    let (_folder, terminal) = terminal();
    let meeting = |rule_set: &str, keys: &[&str]| {
        json!({
            "ruleSet": rule_set, "mode": "realtime", "attendees": [{ "keys": keys }],
            "attendingPhysician": "present", "inHouseSequencing": false, "paediatric": false,
        })
    };
    let all = ["ア", "イ", "ウ", "エ", "オ"];
    let asked = format!(
        "{}\n{}\nnot json\n{}\n",
        meeting("2025-07-07", &all),
        meeting("1999", &all),
        meeting("2025-07-07", &["ア", "イ", "ウ", "オ"])
    );
    let ended = terminal.run_with_input(&["rules", "quorum"], &asked);
    let answers = lines(&ended);
    assert_eq!((ended.status, answers.len()), (1, 4), "{ended:?}");
    assert_eq!((&answers[0]["met"], &answers[0]["missing"]), (&json!(true), &json!([])));
    assert!(answers[1]["error"].is_string() && answers[2]["error"].is_string(), "{ended:?}");
    assert_eq!((&answers[3]["met"], &answers[3]["missing"]), (&json!(false), &json!(["エ"])));

    let omitted = json!({
        "date": "2026-06-01", "solid": true, "ccatSecondaryFinding": "none", "usableDrug": "none",
    });
    let ended =
        terminal.run_with_input(&["rules", "omission"], &format!("{omitted}\n{{\"date\":\"2026-06-01\"}}\n"));
    assert_eq!(ended.status, 0, "{ended:?}");
    let answers = lines(&ended);
    assert_eq!((&answers[0]["mayOmit"], &answers[0]["ruleSet"]), (&json!("yes"), &json!("2026-06-01")));
    assert_eq!(answers[1]["mayOmit"], "unknown");

    let ended = terminal.run_with_input(&["rules", "oncogenicity"], "{\"criteria\":[\"OS3\",\"OP1\"]}\n");
    assert_eq!(ended.status, 0, "{ended:?}");
    let answer = &lines(&ended)[0];
    assert_eq!(
        (&answer["points"], &answer["class"], &answer["refused"]),
        (&json!(5), &json!("vus"), &json!([]))
    );
    let ended = terminal.run_with_input(&["rules", "acmg"], "{\"criteria\":[\"BA1\",\"XX9\"]}");
    let answer = &lines(&ended)[0];
    assert_eq!((&answer["class"], &answer["refused"][0]["criterion"]), (&json!("benign"), &json!("XX9")));
}

#[test]
fn a_document_on_standard_input_is_looked_into_and_a_device_is_refused() {
    let (_folder, terminal) = terminal();
    let report = laboratory::cats("P-1", 2).to_string();
    let ended = terminal.run_with_input(&["inspect", "-"], &report);
    assert_eq!(ended.status, 0, "{ended:?}");
    assert_eq!(lines(&ended)[0]["format"], "CATS");
    if cfg!(unix) {
        let refused = terminal.refused(&["inspect", "/dev/zero"]);
        assert_eq!(refused["code"], "intake", "{refused}");
    }
}
