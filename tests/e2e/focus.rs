//! Where the focus goes, as the window's engine names keys.
use entaku_tests::place::Folder;
use entaku_tests::window::{Session, key};

use crate::hand::{PATIENCE, click, demonstration, find, turn};
use crate::way_in::open_on;

fn active(window: &Session) -> String {
    let script = "const one = document.activeElement; return one.dataset.testid ?? one.className";
    window.run(script, &[]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn backward_the_focus_goes_from_the_first_place_of_a_dialog_to_the_last() {
    let folder = Folder::new("focus");
    let window = open_on(&folder.join("store"));
    demonstration(&window);
    click(&window, "case-row");
    turn(&window, "documents");
    click(&window, "explanation-edit");
    find(&window, "explanation-dialog");
    window.run("document.querySelector('.dialog-close').focus()", &[]);
    window.press([key::SHIFT, key::TAB]);
    window.wait_until("the last button has the focus", PATIENCE, || active(&window) == "explanation-save");
    window.press([key::TAB]);
    window.wait_until("and the first one again", PATIENCE, || active(&window).contains("dialog-close"));
}

#[test]
fn the_two_windows_are_told_apart_by_their_titles_in_the_language_of_the_page() {
    let folder = Folder::new("titles");
    let window = open_on(&folder.join("store"));
    demonstration(&window);
    let title = || window.run("return document.title", &[]);
    assert_eq!(title(), "円卓");
    click(&window, "language-switch");
    window.wait_until("the title speaks English", PATIENCE, || title() == "Entaku");
}
