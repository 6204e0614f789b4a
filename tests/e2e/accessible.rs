//! Every screen by the rules of accessibility (axe), as it is laid out and coloured in the window, light and dark.
use entaku_tests::place::Folder;
use entaku_tests::window::{Session, key};
use serde_json::{Value, json};

use crate::hand::{PATIENCE, click, control, find, has, turn, wait_closed};
use crate::way_in::open_on;

/// The parts of a case, by their names in the page.
pub const PARTS: [&str; 12] = [
    "overview",
    "shortVariant",
    "copyNumber",
    "rearrangement",
    "biomarker",
    "other",
    "germline",
    "treatment",
    "agreement",
    "meeting",
    "documents",
    "history",
];

/// The rules, from the page's own packages.
fn rules() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}; `npm ci` in ui/ brings it"))
}

/// What is against the rules on the screen, each with its place.
fn faults(window: &Session, rules: &str) -> Vec<String> {
    if window.run("return typeof window.axe", &[]) != json!("object") {
        window.run(&format!("{rules}; window.axe = axe"), &[]);
    }
    let script = "await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))); \
         const { violations } = await window.axe.run(document, { resultTypes: ['violations'] }); \
         return violations.flatMap((one) => one.nodes.map((node) => one.id + ': ' + node.html.slice(0, 200)))";
    match window.run_async(script, &[]) {
        Value::Array(said) => said.iter().map(Value::to_string).collect(),
        other => panic!("the rules gave no answer: {other}"),
    }
}

#[test]
fn no_screen_breaks_a_rule_of_accessibility_light_or_dark() {
    let folder = Folder::new("accessible");
    let window = open_on(&folder.join("store"));
    let rules = rules();
    let mut found = Vec::new();
    let mut look = |window: &Session, screen: &str| {
        found.extend(faults(window, &rules).iter().map(|fault| format!("{screen}: {fault}")));
    };
    look(&window, "welcome");
    click(&window, "welcome-demo");
    find(&window, "case-row");
    for theme in ["light", "dark"] {
        window.run("document.documentElement.dataset.theme = arguments[0]", &[json!(theme)]);
        look(&window, &format!("the tour, {theme}"));
    }
    click(&window, "tour-skip");
    for theme in ["light", "dark"] {
        window.run("document.documentElement.dataset.theme = arguments[0]", &[json!(theme)]);
        let named = |screen: &str| format!("{screen}, {theme}");
        look(&window, &named("list"));
        control(&window, 'k');
        find(&window, "palette");
        look(&window, &named("palette"));
        window.press([key::ESCAPE]);
        wait_closed(&window);
        window.press(['?']);
        find(&window, "keys");
        look(&window, &named("keys"));
        window.press([key::ESCAPE]);
        wait_closed(&window);
        click(&window, "help-open");
        find(&window, "help-article");
        look(&window, &named("help"));
        click(&window, "help-topic-glossary");
        look(&window, &named("the glossary"));
        window.press([key::ESCAPE]);
        wait_closed(&window);
        click(&window, "case-row");
        for part in PARTS {
            turn(&window, part);
            look(&window, &named(part));
        }
        turn(&window, "shortVariant");
        window.press([key::ENTER]);
        find(&window, "verdict-class-1");
        look(&window, &named("a finding"));
        window.press([key::ESCAPE]);
        click(&window, "conditions-open");
        find(&window, "conditions");
        look(&window, &named("conditions"));
        click(&window, "bulk-open");
        find(&window, "bulk-dialog");
        look(&window, &named("a verdict on many"));
        window.press([key::ESCAPE]);
        wait_closed(&window);
        click(&window, "conditions-open");
        for letter in ['r', 't'] {
            window.press([letter]);
            window.wait_until("a dialog is there", PATIENCE, || !window.find_all("[role=dialog]").is_empty());
            look(&window, &named(&format!("dialog {letter}")));
            window.press([key::ESCAPE]);
            wait_closed(&window);
        }
        window.press([key::SHIFT, 'P']);
        find(&window, "projector-finding");
        look(&window, &named("for the room"));
        window.press([key::ESCAPE]);
        click(&window, "settings-open");
        find(&window, "verify");
        look(&window, &named("settings"));
        click(&window, "go-meetings");
        find(&window, "plan-open");
        look(&window, &named("meetings"));
        click(&window, "plan-open");
        window.wait_until("a meeting is planned", PATIENCE, || !window.find_all("#plan-search").is_empty());
        look(&window, &named("a meeting"));
        click(&window, "go-list");
        window.wait_until("the list is back", PATIENCE, || has(&window, "case-row"));
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}
