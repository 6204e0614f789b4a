//! The way into a store: made new with its recovery code, opened by password, refused by a wrong one.
use std::path::Path;

use entaku_tests::desk::PASSWORD;
use entaku_tests::place::Folder;
use entaku_tests::window::{Launch, Session, key};

use crate::hand::{PATIENCE, attribute, choose, click, error, fill, find, has, picture, wait_says};

/// The member every journey acts as.
pub const MEMBER: &str = "東 花子";

/// A window on the store in this folder, existing or yet to be made.
pub fn open_on(store: &Path) -> Session {
    let window = Session::start(Launch::app().arg("--store").arg(store));
    window.wait_until("the page is there", PATIENCE, || has(&window, "language-switch"));
    window
}

/// Makes a store and goes on to the empty list of cases; answers with the recovery code shown.
pub fn create_store(window: &Session) -> String {
    fill(window, "create-institution", "さくら総合医療センター");
    fill(window, "create-member", MEMBER);
    fill(window, "create-password", PASSWORD);
    fill(window, "create-password2", PASSWORD);
    picture(window, "welcome-create");
    click(window, "create-submit");
    let code = find(window, "recovery-code").text();
    picture(window, "recovery-code");
    assert!(!find(window, "recovery-done").is_enabled(), "nobody goes on before the code is on paper");
    click(window, "recovery-confirm");
    click(window, "recovery-done");
    window.wait_for("症例はまだありません", PATIENCE);
    code
}

/// Signs in by keyboard.
pub fn sign_in(window: &Session, password: &str) {
    choose(window, "open-sign-in", MEMBER);
    fill(window, "open-password", password);
    window.press([key::ENTER]);
}

#[test]
fn a_wrong_password_is_said_and_the_right_one_opens() {
    let folder = Folder::new("way-in");
    let store = folder.join("store");
    let window = open_on(&store);
    let code = create_store(&window);
    let letters = code.chars().filter(char::is_ascii_alphanumeric).count();
    assert!(letters >= 26, "the code carries at least 128 bits, five a letter: {code}");
    click(&window, "sign-out");

    sign_in(&window, "違う合言葉-2026-違う合言葉");
    window.wait_until("the refusal is said", PATIENCE, || !error(&window).is_empty());
    picture(&window, "wrong-password");
    let said = error(&window);
    assert!(said.contains("パスワード"), "it says what does not fit: {said}");
    assert!(!has(&window, "case-search"), "no list of cases behind a wrong password");
    assert_eq!(attribute(&window, "open-password", "type"), "password", "it can be typed again at once");

    sign_in(&window, PASSWORD);
    window.wait_for("症例はまだありません", PATIENCE);
    assert!(error(&window).is_empty(), "the old refusal is gone: {}", error(&window));
    wait_says(&window, "save-state", "記録済み");
}
