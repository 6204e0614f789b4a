//! What a person does in the window, by the names the page gives its parts (`data-testid`).
use std::path::PathBuf;
use std::time::Duration;

use entaku_tests::window::{Element, Session, key};
use serde_json::json;

/// How long the window may take for one act in a debug build on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The part of the page with this name.
pub fn part(name: &str) -> String {
    format!("[data-testid=\"{name}\"]")
}

/// The part of this name, as soon as it is there.
pub fn find<'window>(window: &'window Session, name: &str) -> Element<'window> {
    window.find(&part(name))
}

/// Whether the page has the part now.
pub fn has(window: &Session, name: &str) -> bool {
    !window.find_all(&part(name)).is_empty()
}

/// Clicks the part as soon as it can be used: a click on a closed button would be lost without a word.
pub fn click(window: &Session, name: &str) {
    window.wait_until(&format!("{name} can be used"), PATIENCE, || find(window, name).is_enabled());
    find(window, name).click();
}

/// Empties the field and types.
pub fn fill(window: &Session, name: &str, text: &str) {
    window.fill(&part(name), text);
}

/// Chooses the entry with this value in a menu.
pub fn choose(window: &Session, name: &str, value: &str) {
    window.click(&format!("{} option[value=\"{value}\"]", part(name)));
    assert_eq!(find(window, name).value(), value, "{name} takes the choice");
}

/// Presses Ctrl with a letter.
pub fn control(window: &Session, letter: char) {
    window.press([key::CONTROL, letter]);
}

/// Opens the demonstration from the first page, and ends the tour that comes with it.
pub fn demonstration(window: &Session) {
    click(window, "welcome-demo");
    find(window, "case-row");
    wait_still(window, "tour");
    click(window, "tour-skip");
    window.wait_until("the tour is gone", PATIENCE, || !has(window, "tour"));
}

/// Waits until the part stays where it is: a click on what moves away meanwhile lands beside it.
pub fn wait_still(window: &Session, name: &str) {
    let script = "const { x, y } = document.querySelector(arguments[0])?.getBoundingClientRect() ?? {}; return `${x} ${y}`";
    let stands = || window.run(script, &[json!(part(name))]);
    window.wait_until(&format!("{name} stands still"), PATIENCE, || {
        let before = stands();
        std::thread::sleep(Duration::from_millis(400));
        before == stands()
    });
}

/// Records what a dialog holds by key and waits until the dialog is gone.
pub fn save_dialog(window: &Session) {
    control(window, 's');
    wait_closed(window);
}

/// Waits until no dialog lies over the page: clicks below it would not arrive.
pub fn wait_closed(window: &Session) {
    window.wait_until("the dialog closes", PATIENCE, || {
        window.find_all("[role=\"dialog\"], .dialog-veil").is_empty()
    });
}

/// Types a text where the focus is, key by key.
pub fn type_keys(window: &Session, text: &str) {
    for letter in text.chars() {
        window.press([letter]);
    }
}

/// Waits until the part shows this text.
pub fn wait_says(window: &Session, name: &str, text: &str) {
    let css = part(name);
    let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
    window.wait_until(&format!("{name} says “{text}”"), PATIENCE, || {
        window.run(script, &[json!(css)]).as_str().unwrap_or_default().contains(text)
    });
}

/// An attribute of the first part of this name, empty when either is missing.
pub fn attribute(window: &Session, name: &str, attribute: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? ''";
    window.run(script, &[json!(part(name)), json!(attribute)]).as_str().unwrap_or_default().to_owned()
}

/// Waits until the attribute of the part has this value.
pub fn wait_attribute(window: &Session, name: &str, which: &str, value: &str) {
    window.wait_until(&format!("{which} of {name} is “{value}”"), PATIENCE, || {
        attribute(window, name, which) == value
    });
}

/// Turns to a part of the case and waits until it is shown.
pub fn turn(window: &Session, to: &str) {
    let name = format!("part-{to}");
    click(window, &name);
    wait_attribute(window, &name, "aria-current", "page");
}

/// The finding under discussion.
pub fn current_finding(window: &Session) -> String {
    let script = "return document.querySelector('[data-testid=finding-row][aria-selected=true]')?.dataset.finding ?? ''";
    window.run(script, &[]).as_str().unwrap_or_default().to_owned()
}

/// What the error says, empty without one.
pub fn error(window: &Session) -> String {
    let script =
        "return [...document.querySelectorAll('[data-testid=error]')].map((one) => one.innerText).join(' ')";
    window.run(script, &[]).as_str().unwrap_or_default().to_owned()
}

/// Leaves a picture in `target/screens`, for people to look at.
pub fn picture(window: &Session, name: &str) {
    let test = std::env::current_exe().expect("a running test has a path");
    let folder: PathBuf = test.ancestors().nth(3).expect("a test lies three folders below").join("screens");
    std::fs::create_dir_all(&folder).expect("the folder of pictures can be made");
    // The picture is of what was last painted, which may be older than what the page holds.
    let painted = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
    window.run_async(painted, &[]);
    window.screenshot(&folder.join(format!("{name}.png")));
}
