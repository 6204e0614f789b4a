//! The case for everybody in the room: all that is needed to judge a finding in sight, in this window and in a second one.
use entaku_tests::place::Folder;
use entaku_tests::window::{Session, key};
use serde_json::{Value, json};

use crate::hand::{
    PATIENCE, click, current_finding, demonstration, find, has, part, picture, turn, wait_says,
};
use crate::way_in::open_on;

/// The sizes that rooms have.
const SIZES: [(u32, u32); 2] = [(1920, 1080), (1280, 720)];
/// What may stand around the finding, in pixels.
const CHROME: f64 = 80.0;

fn open_demonstration(folder: &Folder) -> Session {
    let window = open_on(&folder.join("store"));
    demonstration(&window);
    click(&window, "case-row");
    turn(&window, "shortVariant");
    window
}

/// Left, top, right and bottom of a part of this name.
fn place(window: &Session, name: &str) -> [f64; 4] {
    let script = "const place = document.querySelector(arguments[0])?.getBoundingClientRect(); \
         return place ? [place.left, place.top, place.right, place.bottom] : [0, 0, 0, 0]";
    let found = window.run(script, &[json!(part(name))]);
    [0, 1, 2, 3].map(|at| found[at].as_f64().unwrap_or_default())
}

fn inside(window: &Session) -> [f64; 2] {
    let size = window.run("return [innerWidth, innerHeight]", &[]);
    [0, 1].map(|at| size[at].as_f64().unwrap_or_default())
}

/// Gives the page this size.
fn resize(window: &Session, (width, height): (u32, u32)) {
    window.resize(width, height);
    let wanted = [f64::from(width), f64::from(height)];
    window.wait_until("the window has its size", PATIENCE, || inside(window) == wanted);
}

fn shown_finding(window: &Session) -> String {
    let script = "return document.querySelector(arguments[0])?.dataset.finding ?? ''";
    window.run(script, &[json!(part("projector-finding"))]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_finding_keeps_half_of_its_pane_and_the_verdict_can_be_recorded_at_twice_the_size() {
    let folder = Folder::new("pane");
    let window = open_demonstration(&folder);
    resize(&window, SIZES[0]);
    window.press(['1']);
    click(&window, "criteria-open");
    find(&window, "criteria");
    let script = "const pane = document.querySelector(arguments[0]); \
         return pane.querySelector('.body').clientHeight / pane.clientHeight";
    let share = window.run(script, &[json!(part("finding-detail"))]).as_f64().unwrap_or_default();
    assert!(share >= 0.49, "{share} of the pane shows the finding");
    picture(&window, "pane-criteria");
    resize(&window, SIZES[1]);
    for _ in 0..5 {
        window.press([key::CONTROL, '+']);
    }
    window.wait_until("everything is twice as large", PATIENCE, || {
        window.run("return document.documentElement.style.getPropertyValue('--zoom')", &[]) == json!("2")
    });
    find(&window, "verdict-save").click();
    window.wait_until("it is recorded", PATIENCE, || !has(&window, "draft-kept"));
}

#[test]
fn everything_needed_to_judge_is_in_sight_for_the_room() {
    let folder = Folder::new("projector");
    let window = open_demonstration(&folder);
    let finding = current_finding(&window);
    window.press([key::SHIFT, 'P']);
    find(&window, "projector-known");
    assert_eq!(shown_finding(&window), finding);
    for size in SIZES {
        resize(&window, size);
        let [width, height] = inside(&window);
        let [.., line] = place(&window, "projector-line");
        assert!(line <= CHROME, "{size:?}: {line} px stand above the finding");
        for name in ["finding", "laboratory", "ccat", "panel", "picture", "known", "opinions"] {
            let [left, top, right, _] = place(&window, &format!("projector-{name}"));
            let seen = left >= 0.0 && right <= width && top >= line && top < height && right > left;
            assert!(seen, "{size:?}: {name} begins in sight, at {top} from {left} to {right}");
        }
        let [_, bar, _, end] = place(&window, "verdict-form");
        let [_, _, _, known] = place(&window, "projector-panel");
        assert!(known < bar && end <= height, "{size:?}: the bar stands at the foot, {bar} to {end}");
        picture(&window, &format!("projector-{}", size.0));
    }
    let scrolled = || window.run("return document.querySelector('article > .detail').scrollTop", &[]);
    window.press([' ']);
    window.wait_until("Space scrolls", PATIENCE, || scrolled().as_f64() > Some(0.0));
    window.press([key::ESCAPE]);
    window.wait_until("the workbench is back", PATIENCE, || has(&window, "finding-row"));
    assert_eq!(current_finding(&window), finding);
}

#[test]
fn a_second_window_shows_the_table_of_the_first_and_nothing_when_that_is_left() {
    let folder = Folder::new("second-window");
    let window = open_demonstration(&folder);
    let first = window.shown();
    window.press([key::ALT, 'p']);
    window.wait_until("there are two windows", PATIENCE, || window.all_windows().len() == 2);
    let second = window.all_windows().into_iter().find(|one| *one != first).expect("another window");
    let finding = current_finding(&window);
    let there = |look: &dyn Fn() -> bool, what: &str| {
        window.turn_to(&second);
        window.wait_until(what, PATIENCE, look);
    };
    there(&|| shown_finding(&window) == finding, "it shows the finding under discussion");
    let refused = "try { await window.__TAURI_INTERNALS__.invoke('list_cases', {}); return 'answered' } \
         catch (error) { return 'refused' }";
    assert_eq!(window.run_async(refused, &[]), Value::from("refused"), "it only shows");

    window.turn_to(&first);
    window.press(['1']);
    wait_says(&window, "draft-kept", "下書き");
    there(&|| has(&window, "second-chosen"), "it shows what is being chosen");
    picture(&window, "second-window");

    window.turn_to(&first);
    click(&window, "go-list");
    there(&|| has(&window, "second-waiting"), "it shows nothing when the case is left");
    window.turn_to(&first);
    click(&window, "case-row");
    there(&|| has(&window, "second"), "it shows the case that is opened");
    window.turn_to(&first);
    click(&window, "sign-out");
    there(&|| has(&window, "second-waiting"), "it shows nothing when nobody is signed in");
    assert!(!window.text().contains("EGFR"), "nothing of the case stays in its page");
    window.turn_to(&first);
}
