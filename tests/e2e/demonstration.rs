//! What a newcomer does in the first minute: the demonstration by one click, a verdict by key, English, dark.
use entaku_tests::place::Folder;
use entaku_tests::window::{Session, key};
use serde_json::json;

use crate::hand::{
    PATIENCE, attribute, click, control, current_finding, demonstration, find, has, part, picture, turn,
    wait_attribute, wait_says,
};
use crate::way_in::open_on;

/// Brightness of the page's ground, 0 black to 255 white.
fn ground(window: &Session) -> f64 {
    let script = "const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number); \
                  return 0.2126 * r + 0.7152 * g + 0.0722 * b";
    window.run(script, &[]).as_f64().expect("the page has a ground")
}

/// Whether a text holds Japanese letters; the middle dot between two numbers is none.
fn japanese(text: &str) -> bool {
    text.chars().any(|letter| matches!(letter, '\u{3040}'..='\u{30FA}' | '\u{4E00}'..='\u{9FFF}'))
}

#[test]
fn the_demonstration_is_one_click_away() {
    let folder = Folder::new("demonstration");
    let window = open_on(&folder.join("store"));
    picture(&window, "welcome");
    demonstration(&window);
    let row = find(&window, "case-row").text();
    assert!(row.contains("2026-0001"), "its case is listed: {row}");
    picture(&window, "list-demonstration");
    assert!(window.text().contains("デモ"), "the screen says that these are no patients");

    window.press([key::ENTER]);
    wait_says(&window, "case-no", "2026-0001");
    picture(&window, "demonstration-overview");
    turn(&window, "shortVariant");
    let finding = current_finding(&window);
    assert!(!finding.is_empty(), "a finding is under discussion");
    window.press([key::ENTER]);
    window.press(['5']);
    wait_attribute(&window, "verdict-class-5", "aria-checked", "true");
    picture(&window, "demonstration-verdict");
    control(&window, 's');
    let row = format!("[data-finding=\"{finding}\"]");
    window.wait_until("the verdict stands in the table", PATIENCE, || {
        window.find(&row).text().contains("良性")
    });
    assert!(!has(&window, "error"), "nothing was refused");

    turn(&window, "treatment");
    assert!(find(&window, "referral").text().contains("jRCT"), "a trial has been referred to");
    picture(&window, "demonstration-treatment");
}

#[test]
fn english_and_dark_are_one_switch_each() {
    let folder = Folder::new("switches");
    let window = open_on(&folder.join("store"));
    demonstration(&window);
    click(&window, "case-row");
    wait_says(&window, "part-shortVariant", "置換・挿入・欠失");
    click(&window, "language-switch");
    wait_says(&window, "part-shortVariant", "Short variants");
    assert_eq!(window.run("return document.documentElement.lang", &[]), json!("en"), "the page says so too");
    turn(&window, "shortVariant");
    let parts = window.find("nav ul").text();
    assert!(!japanese(&parts), "no part keeps a Japanese name: {parts}");
    let head = window.find("[role=row].head").text();
    assert!(!japanese(&head), "no column keeps a Japanese name: {head}");
    picture(&window, "english-findings");

    click(&window, "settings-open");
    click(&window, "settings-theme-light");
    let light = ground(&window);
    picture(&window, "settings-light");
    click(&window, "settings-theme-dark");
    window.wait_until("the page turns dark", PATIENCE, || ground(&window) < 60.0);
    assert!(light > 200.0, "it was light before: {light}");
    assert_eq!(window.run("return document.documentElement.dataset.theme", &[]), json!("dark"));
    picture(&window, "settings-dark");
    click(&window, "go-list");
    click(&window, "case-row");
    turn(&window, "shortVariant");
    window.press([key::ENTER]);
    wait_says(&window, "verdict-form", "verdict");
    picture(&window, "dark-findings");

    click(&window, "settings-open");
    click(&window, "settings-size-projector");
    wait_projector(&window);
    assert_eq!(attribute(&window, "settings-size-projector", "type"), "radio");
    click(&window, "go-list");
    find(&window, "case-row");
    picture(&window, "projector-list");
    click(&window, "case-row");
    turn(&window, "shortVariant");
    window.find(&part("finding-row"));
    picture(&window, "projector-findings");
}

/// Waits until text is as large as for a projector: 20 px at least.
fn wait_projector(window: &Session) {
    let script = "return parseFloat(getComputedStyle(document.body).fontSize)";
    window.wait_until("text is 20 px high", PATIENCE, || {
        window.run(script, &[]).as_f64().unwrap_or_default() >= 20.0
    });
}
