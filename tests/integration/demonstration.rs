//! The demonstration store, by the desk and by the terminal: what a newcomer sees first.
use entaku_tests::desk::TestDesk;
use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;
use serde_json::json;

#[test]
fn the_demonstration_is_there_again_after_a_restart() {
    let mut desk = TestDesk::new("demonstration");
    let session = desk.call("open_demo", json!({}));
    assert_eq!(session["demo"], true, "the screen says that these are no patients");
    let before = desk.call("list_cases", json!({}));
    assert_ne!(before["total"], 0, "there is a case to look at: {before}");

    let mut desk = desk.restart();
    assert_eq!(desk.info()["session"], json!(null), "nobody is signed in after a start");
    desk.call("open_demo", json!({}));
    assert_eq!(desk.call("list_cases", json!({})), before, "it was opened, not made a second time");
}

#[test]
fn the_terminal_makes_the_demonstration_and_lists_it() {
    let folder = Folder::new("terminal-demonstration");
    let terminal = Terminal::on(folder.join("store"));
    let made = terminal.ok(&["demo"]);
    let cases = terminal.ok(&["cases"]);
    assert_eq!(cases[0]["caseId"], made["cases"][0], "the case made is the case listed");
}

#[test]
fn a_wrong_password_is_refused_with_a_code() {
    let folder = Folder::new("terminal-password");
    let store = folder.join("store");
    Terminal::on(&store).ok(&["demo"]);
    let refused = Terminal::on(&store).with_password("not the password").refused(&["cases"]);
    assert_eq!(refused["code"], "sign-in-refused");
}
