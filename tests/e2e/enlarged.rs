//! Every screen at the largest size of type in a small window: all of it is reached, and nothing is cut, covered or squeezed.
use entaku_tests::place::Folder;
use entaku_tests::window::{Session, key};
use serde_json::{Value, json};

use crate::accessible::PARTS;
use crate::hand::{
    self, PATIENCE, control, demonstration, find, has, part, picture, wait_attribute, wait_closed,
};
use crate::way_in::open_on;

/// What of the page cannot be read or used as it is laid out now.
const REACH: &str = include_str!("reach.js");

/// Looks at every screen in turn; each is named.
fn walk(window: &Session, mut look: impl FnMut(&Session, &str)) {
    find(window, "case-row");
    look(window, "list");
    control(window, 'k');
    find(window, "palette");
    look(window, "palette");
    leave(window);
    window.press(['?']);
    find(window, "keys");
    look(window, "keys");
    leave(window);
    click(window, "help-open");
    find(window, "help-article");
    look(window, "help");
    leave(window);
    click(window, "case-row");
    for name in PARTS {
        turn(window, name);
        look(window, name);
    }
    turn(window, "overview");
    click(window, "details-edit");
    find(window, "details-wish");
    look(window, "details");
    turn(window, "shortVariant");
    window.press([key::ENTER]);
    find(window, "verdict-class-1");
    look(window, "finding");
    window.press(['v']);
    find(window, "verdict-rationale");
    look(window, "verdict");
    window.press([key::ESCAPE]);
    window.press([key::ESCAPE]);
    window.press([key::ESCAPE]);
    click(window, "conditions-open");
    find(window, "conditions");
    look(window, "conditions");
    click(window, "conditions-open");
    for letter in ['r', 't'] {
        window.press([letter]);
        window.wait_until("a dialog is there", PATIENCE, || !window.find_all("[role=dialog]").is_empty());
        look(window, &format!("dialog {letter}"));
        leave(window);
    }
    window.press([key::SHIFT, 'P']);
    find(window, "projector-finding");
    look(window, "for the room");
    window.press(['v']);
    find(window, "verdict-rationale");
    look(window, "for the room, the verdict");
    window.press([key::ESCAPE]);
    window.press([key::ESCAPE]);
    window.press([key::ESCAPE]);
    click(window, "settings-open");
    find(window, "verify");
    look(window, "settings");
    click(window, "go-meetings");
    find(window, "plan-open");
    look(window, "meetings");
    click(window, "plan-open");
    window.wait_until("a meeting is planned", PATIENCE, || !window.find_all("#plan-search").is_empty());
    look(window, "a meeting");
    click(window, "go-list");
    window.wait_until("the list is back", PATIENCE, || has(window, "case-row"));
}

/// Scrolls there first, as a person would.
fn click(window: &Session, name: &str) {
    find(window, name);
    let script = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
    window.run(script, &[json!(part(name))]);
    hand::click(window, name);
}

fn turn(window: &Session, to: &str) {
    let name = format!("part-{to}");
    click(window, &name);
    wait_attribute(window, &name, "aria-current", "page");
}

fn leave(window: &Session) {
    window.press([key::ESCAPE]);
    wait_closed(window);
}

#[test]
fn at_twice_the_size_in_a_small_window_every_screen_is_reached_and_read() {
    let folder = Folder::new("enlarged");
    let window = open_on(&folder.join("store"));
    window.resize(1280, 720);
    demonstration(&window);
    for _ in 0..5 {
        control(&window, '+');
    }
    let zoom = || window.run("return document.documentElement.style.getPropertyValue('--zoom')", &[]);
    window.wait_until("everything is twice as large", PATIENCE, || zoom() == "2");
    window.wait_until("what was said of it is gone", PATIENCE, || !has(&window, "toast"));
    let mut found = Vec::new();
    for language in ["ja", "en"] {
        if language == "en" {
            click(&window, "language-switch");
            window.wait_until("the page speaks English", PATIENCE, || {
                find(&window, "language-switch").text().contains("日本語")
            });
        }
        walk(&window, |window, screen| {
            picture(window, &format!("enlarged-{language}-{}", screen.replace([' ', ','], "-")));
            let Value::Array(faults) = window.run(REACH, &[]) else { panic!("{screen} gives no answer") };
            found.extend(faults.iter().map(|fault| format!("{language}, {screen}: {fault}")));
        });
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}
