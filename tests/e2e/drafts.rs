//! What is typed outlives the window: killed in the middle of typing, the next one offers it where it belongs.
use std::path::Path;
use std::process::Command;

use entaku_tests::desk::PASSWORD;
use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;

use crate::hand::{
    attribute, click, control, current_finding, find, has, picture, turn, type_keys, wait_attribute,
    wait_says,
};
use crate::paper::Report;
use crate::way_in::{MEMBER, open_on, sign_in};

const RATIONALE: &str = "既知の活性化変異";

/// Ends the window on this store without a word to it, as a power failure does.
fn kill_window_on(store: &Path) {
    let store = store.to_str().expect("test paths are text");
    let killed = Command::new("pkill").args(["-KILL", "-f", &format!("entaku --store {store}")]).status();
    assert!(killed.expect("pkill is there").success(), "the window runs on {store}");
}

#[test]
fn words_being_typed_outlive_a_killed_window() {
    let folder = Folder::new("drafts");
    let store = folder.join("store");
    let report = Report::made(folder.path(), 12);
    let terminal = Terminal::on(&store);
    terminal.ok(&["init", "--institution", "さくら総合医療センター", "--member", MEMBER]);
    terminal.ok(&["intake", report.path.to_str().expect("test paths are text")]);

    let window = open_on(&store);
    sign_in(&window, PASSWORD);
    click(&window, "case-row");
    turn(&window, "shortVariant");
    let finding = current_finding(&window);
    window.press(['1']);
    window.press(['v']);
    type_keys(&window, RATIONALE);
    wait_says(&window, "draft-kept", "下書き");
    // What was typed in the last half second before a crash is what a crash can cost.
    std::thread::sleep(std::time::Duration::from_millis(1500));
    kill_window_on(&store);
    drop(window);

    let window = open_on(&store);
    sign_in(&window, PASSWORD);
    wait_says(&window, "case-drafts", "下書き 1");
    picture(&window, "list-drafts");
    click(&window, "drafts-open");
    wait_says(&window, "drafts-dialog", "判定");
    picture(&window, "drafts");
    click(&window, "draft-go");
    wait_attribute(&window, "verdict-class-1", "aria-checked", "true");
    assert_eq!(current_finding(&window), finding, "it leads to the finding it is of");
    assert_eq!(find(&window, "verdict-rationale").value(), RATIONALE);
    assert_eq!(
        attribute(&window, "case-status", "data-status"),
        "received",
        "nothing was recorded by itself"
    );
    picture(&window, "draft-resumed");
    control(&window, 's');
    wait_says(&window, "save-state", "記録済み");
    assert!(!has(&window, "drafts-open"), "what was recorded is a draft no more");
}
