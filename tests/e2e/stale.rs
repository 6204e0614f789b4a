//! Two people at one case: what was recorded meanwhile is never overwritten, what was typed is never lost.
use entaku_tests::desk::PASSWORD;
use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;
use serde_json::Value;

use crate::hand::{
    attribute, click, control, current_finding, find, has, picture, turn, type_keys, wait_attribute,
    wait_says,
};
use crate::paper::Report;
use crate::way_in::{MEMBER, open_on, sign_in};

const RATIONALE: &str = "既知の活性化変異";

/// The panel's verdict on a finding as the terminal shows it.
fn verdict(terminal: &Terminal, case: &str, finding: &str) -> Value {
    let view = terminal.ok(&["show", case]);
    let rows = view["findings"].as_array().expect("a case has findings");
    let row = rows.iter().find(|row| row["findingId"] == finding).expect("the finding is in the case");
    row["verdicts"]["panel"].clone()
}

#[test]
fn a_stale_edit_is_refused_and_what_was_typed_stays() {
    let folder = Folder::new("stale");
    let store = folder.join("store");
    let report = Report::made(folder.path(), 12);
    let terminal = Terminal::on(&store);
    terminal.ok(&["init", "--institution", "さくら総合医療センター", "--member", MEMBER]);
    terminal.ok(&["intake", report.path.to_str().expect("test paths are text")]);

    let window = open_on(&store);
    sign_in(&window, PASSWORD);
    click(&window, "case-row");
    let case = find(&window, "case-no").text();
    turn(&window, "shortVariant");
    let finding = current_finding(&window);
    window.press(['1']);
    window.press(['v']);
    type_keys(&window, RATIONALE);
    wait_says(&window, "save-state", "未記録");

    // Meanwhile, from another program, a verdict on another finding of the same case.
    let other = if finding == "F3" { "F4" } else { "F3" };
    terminal.ok(&["decide", &case, "--finding", other, "--scale", "oncogenicity-2022", "--class", "vus"]);

    control(&window, 's');
    wait_says(&window, "stale", "記録していません");
    picture(&window, "stale");
    assert_eq!(verdict(&terminal, &case, &finding), Value::Null, "nothing was recorded over the other's act");
    assert_eq!(find(&window, "verdict-rationale").value(), RATIONALE, "what was typed is still there");
    assert_eq!(attribute(&window, "verdict-class-1", "aria-checked"), "true", "and so is the class chosen");
    assert_eq!(current_finding(&window), finding, "the discussion stays where it was");
    wait_says(&window, "save-state", "未記録");
    wait_says(&window, "finding-count", "未判定 11件");

    control(&window, 's');
    wait_says(&window, "finding-count", "未判定 10件");
    assert!(!has(&window, "stale"), "the warning goes with the record");
    let mine = verdict(&terminal, &case, &finding);
    assert_eq!(mine["rationale"], RATIONALE, "the second time it is recorded as typed: {mine}");
    assert_eq!(mine["grade"]["class"], "oncogenic", "with the class of key 1");
    assert_eq!(verdict(&terminal, &case, other)["grade"]["class"], "vus", "the other's verdict stands");
    wait_attribute(&window, "case-status", "data-status", "inReview");
}
