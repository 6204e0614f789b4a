//! A file that is not whole, or not there: said at once in the sheet, and nothing of it is stored.
use entaku_tests::desk::PASSWORD;
use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;
use entaku_tests::window::{Session, key};

use crate::hand::{PATIENCE, attribute, click, fill, find, has, part, picture, wait_closed, wait_says};
use crate::paper::Report;
use crate::way_in::{MEMBER, open_on, sign_in};

/// What the sheet says about the file at this path.
fn refusal(window: &Session, path: &std::path::Path) -> String {
    fill(window, "intake-path", path.to_str().expect("test paths are text"));
    click(window, "intake-inspect");
    let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
    wait_says(window, "intake-error", &name);
    find(window, "intake-error").text()
}

#[test]
fn a_damaged_file_is_named_and_nothing_is_stored() {
    let folder = Folder::new("damaged");
    let store = folder.join("store");
    Terminal::on(&store).ok(&["init", "--institution", "さくら総合医療センター", "--member", MEMBER]);
    let whole = std::fs::read(Report::made(folder.path(), 12).path).expect("the made file is there");
    let cut = folder.join("途中で切れた報告.json");
    std::fs::write(&cut, &whole[..whole.len() * 3 / 5]).expect("the test's folder takes files");

    let window = open_on(&store);
    sign_in(&window, PASSWORD);
    window.wait_for("症例はまだありません", PATIENCE);
    click(&window, "intake-open");
    for path in [cut, folder.join("ない報告.json")] {
        let said = refusal(&window, &path);
        assert!(said.chars().count() > 15, "a sentence, not a code: {said}");
        assert!(!has(&window, "inspection"), "nothing is shown as if it had been read: {said}");
        assert!(!find(&window, "intake-confirm").is_enabled(), "nothing can be registered: {said}");
    }
    picture(&window, "intake-damaged");
    window.press([key::ESCAPE]);
    wait_closed(&window);
    assert!(!has(&window, "case-row"), "no case came of it");
    assert_eq!(attribute(&window, "case-search", "type"), "search", "the list is shown");
    let cases = Terminal::on(&store).ok(&["cases"]);
    assert_eq!(cases.as_array().map(Vec::len), Some(0), "nor is there one in the store: {cases}");

    // The sheet is fit for use after the refusals.
    click(&window, "intake-open");
    fill(&window, "intake-path", folder.join("検査報告 葛.json").to_str().expect("test paths are text"));
    click(&window, "intake-inspect");
    wait_says(&window, "ledger", "読込 16 ＝ 採用 16 ＋ 除外 0");
    assert!(window.find_all(&part("intake-error")).is_empty(), "the old refusal is gone");
}
