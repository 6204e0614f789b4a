//! How many keys the usual case takes, from the list of cases to the finalised report, with the mouse left alone. What is
//! typed as text, passwords and dates are not counted; every key or chord that leads, chooses, opens, ticks, records or
//! confirms is one.
use std::cell::RefCell;
use std::path::Path;

use entaku_tests::desk::PASSWORD;
use entaku_tests::laboratory;
use entaku_tests::place::Folder;
use entaku_tests::terminal::Terminal;
use entaku_tests::window::{Session, key};
use serde_json::{Value, json};

use crate::hand::{
    PATIENCE, attribute, current_finding, find, has, picture, type_keys, wait_attribute, wait_closed,
    wait_says,
};
use crate::way_in::{MEMBER, open_on, sign_in};

/// So many the usual case may take.
const MOST: usize = 40;
const TRIAL: &str = "jRCTs031190104";
/// Who sits on the panel beside the chair: role and requirement keys.
const PANEL: [(&str, &str, &[&str]); 6] = [
    ("鈴木", "member", &["エ"]),
    ("高橋", "member", &["イ"]),
    ("井上", "geneticCounsellor", &["ウ"]),
    ("加藤", "member", &["オ"]),
    ("伊藤", "member", &["ア"]),
    ("森", "member", &["カ"]),
];

/// Hands on the keys of a window that count what they press, step by step.
struct Counted {
    window: Session,
    steps: RefCell<Vec<(&'static str, usize)>>,
}

impl Counted {
    fn on(window: Session) -> Self {
        Self { window, steps: RefCell::default() }
    }

    /// What is pressed from now on belongs to this step.
    fn step(&self, name: &'static str) {
        let mut steps = self.steps.borrow_mut();
        // A step that is taken up again comes last, with what it took before.
        let before = steps.iter().position(|(known, _)| *known == name);
        let count = before.map_or(0, |at| steps.remove(at).1);
        steps.push((name, count));
    }

    fn press(&self, chord: &[char]) {
        self.steps.borrow_mut().last_mut().expect("a step has begun").1 += 1;
        self.window.press(chord.iter().copied());
    }

    fn record(&self) {
        self.press(&[key::CONTROL, 's']);
    }

    /// Goes on by Tab until the hands are on the part of this name.
    fn reach(&self, name: &str) {
        for _ in 0..90 {
            if self.at() == name {
                return;
            }
            self.press(&[key::TAB]);
        }
        panic!("Tab does not lead to {name}; it has come to {}", self.at());
    }

    /// The name of the part that has the hands.
    fn at(&self) -> String {
        let at = self.window.run("return document.activeElement?.dataset.testid ?? ''", &[]);
        at.as_str().unwrap_or_default().to_owned()
    }

    fn wait_at(&self, name: &str) {
        self.window.wait_until(&format!("the hands are at {name}"), PATIENCE, || self.at() == name);
    }

    /// Text, typed where the hands are; it does not count.
    fn write(&self, text: &str) {
        type_keys(&self.window, text);
    }

    fn all(&self) -> usize {
        self.steps.borrow().iter().map(|(_, count)| count).sum()
    }

    fn table(&self) -> String {
        let lines = self
            .steps
            .borrow()
            .iter()
            .map(|(name, count)| format!("{count:>4}  {name}\n"))
            .collect::<String>();
        format!("{lines}{:>4}  all", self.all())
    }
}

/// A store of a panel that met before, with the usual case on top of its list.
fn panel(folder: &Path) {
    let terminal = Terminal::on(folder.join("store"));
    terminal.ok(&["init", "--institution", "さくら総合医療センター", "--member", MEMBER]);
    let call = |name: &str, args: Value| terminal.ok(&["call", name, &args.to_string()]);
    let me = call("members", json!({}))[0].take();
    call(
        "change_member",
        json!({
            "memberId": me["memberId"], "name": MEMBER, "roles": ["chair", "administrator"], "qualifications": ["ア"],
        }),
    );
    for (name, role, keys) in PANEL {
        call(
            "add_member",
            json!({ "name": name, "password": PASSWORD, "roles": [role], "qualifications": keys }),
        );
    }
    let taken = |name: &str, report: Value| {
        let path = folder.join(name);
        std::fs::write(&path, report.to_string()).expect("the test's folder takes files");
        let details = json!({ "tumourType": "肺腺癌", "oncotree": "LUAD", "age": 62, "sex": "female", "wish": "wants" });
        call("intake", json!({ "paths": [path], "details": details }))["case"].take()
    };
    let before = taken("before.json", laboratory::cats("T-2026-0041", 1));
    let members = call("members", json!({}));
    let there: Vec<_> = members
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| json!({ "memberId": one["memberId"] }))
        .collect();
    let met = call(
        "record_meeting",
        json!({
            "caseId": before["caseId"], "expectedVersion": before["version"], "mode": "realTime",
            "attendance": there,
        }),
    );
    assert_eq!(met["meeting"]["quorum"]["met"], true, "the panel is quorate: {}", met["meeting"]);
    // Ten short variants, two copy numbers and two markers; of ATM it is asked whether it is inherited.
    let mut usual = laboratory::cats("T-2026-0042", 11);
    usual["variants"]["shortVariants"]
        .as_array_mut()
        .expect("a list")
        .retain(|one| one["transcripts"][0]["geneSymbol"] != "BRCA2");
    let usual = taken("usual.json", usual);
    assert_eq!(usual["findings"].as_array().map(Vec::len), Some(14), "the usual case has fourteen findings");
}

#[test]
fn the_usual_case_takes_forty_keys_at_the_most() {
    let folder = Folder::new("strokes");
    panel(folder.path());
    let window = open_on(&folder.join("store"));
    sign_in(&window, PASSWORD);
    find(&window, "case-row");
    let hands = Counted::on(window);

    hands.step("open the case");
    hands.press(&[key::ENTER]);
    wait_attribute(&hands.window, "case-status", "data-status", "received");
    judge(&hands);
    refer(&hands);
    meet(&hands);
    sign(&hands);
    finalise(&hands);

    println!("{}", hands.table());
    assert!(hands.all() <= MOST, "at most {MOST} keys:\n{}", hands.table());
}

/// The question of heredity first, then every verdict: three with a class of their own, what is left of a part at once. Each
/// part leads on to the next.
fn judge(hands: &Counted) {
    let window = &hands.window;
    let left = |count: usize| wait_says(window, "finding-count", &format!("未判定 {count}件"));
    hands.step("germline");
    hands.press(&['l']);
    left(1);
    hands.press(&['2']);
    hands.record();
    hands.wait_at("germline-judgement");
    picture(window, "strokes-germline");
    hands.press(&[key::DOWN]);
    hands.record();

    wait_attribute(window, "part-shortVariant", "aria-current", "page");
    left(9);
    let first = current_finding(window);
    hands.step("verdicts");
    hands.press(&['1']);
    recommend(hands, &first);
    for (class, count) in [(None, 8), (Some('2'), 7), (Some('3'), 6)] {
        if let Some(class) = class {
            hands.step("verdicts");
            hands.press(&[class]);
        }
        hands.record();
        left(count);
    }
    for (part, class, next) in [
        ("part-shortVariant", '3', Some(("part-copyNumber", 2))),
        ("part-copyNumber", '3', Some(("part-biomarker", 2))),
        ("part-biomarker", '3', None),
    ] {
        wait_attribute(window, part, "aria-current", "page");
        hands.press(&['X']);
        find(window, "select-none");
        hands.press(&[class]);
        hands.record();
        match next {
            Some((part, count)) => {
                wait_attribute(window, part, "aria-current", "page");
                left(count);
                picture(window, &format!("strokes-{part}"));
            }
            None => wait_says(window, "finding-count", "判定完了"),
        }
    }
    assert!(!has(window, "gap-undecided"), "no finding waits for the panel");
}

/// From the finding under discussion, on which it rests.
fn recommend(hands: &Counted, finding: &str) {
    let window = &hands.window;
    hands.step("recommendation");
    hands.press(&['r']);
    hands.wait_at("rec-add-drugs");
    hands.write("オシメルチニブ");
    hands.reach("rec-add-route");
    hands.press(&[key::DOWN]);
    hands.reach("rec-add-level");
    hands.press(&['C']);
    assert_eq!(find(window, "rec-add-level").value(), "C", "the level is chosen by its letter");
    picture(window, "strokes-recommend");
    hands.record();
    wait_closed(window);
    assert_eq!(current_finding(window), finding, "the discussion is where it was");
    hands.step("verdicts");
}

fn refer(hands: &Counted) {
    let window = &hands.window;
    hands.step("referral");
    hands.press(&['t']);
    hands.wait_at("ref-add-trial");
    hands.write(TRIAL);
    picture(window, "strokes-refer");
    hands.record();
    wait_closed(window);
}

/// The attendance is preset from the meeting before, said to be so, and recorded by a person.
fn meet(hands: &Counted) {
    let window = &hands.window;
    hands.step("meeting");
    hands.press(&['q']);
    find(window, "attendance-preset");
    wait_attribute(window, "quorum", "data-met", "true");
    assert!(has(window, "gap-noMeeting"), "a preset is no record");
    picture(window, "strokes-meeting");
    hands.record();
    window.wait_until("the meeting is recorded", PATIENCE, || !has(window, "gap-noMeeting"));
    assert!(!has(window, "attendance-preset"), "what is recorded is no preset any more");

    hands.step("summary");
    hands.press(&['Q']);
    hands.wait_at("summary-text");
    hands.write("治療につながる所見を認めた。");
    picture(window, "strokes-summary");
    hands.record();
    wait_says(window, "toast", "まとめを記録しました");
    hands.press(&[key::ESCAPE]);
}

/// By one person in all capacities, which is said before and after.
fn sign(hands: &Counted) {
    let window = &hands.window;
    hands.step("signatures");
    hands.press(&['D']);
    hands.wait_at("sign-password");
    wait_says(window, "sign-several", "1人で3つの立場");
    hands.write(PASSWORD);
    picture(window, "strokes-sign");
    hands.press(&[key::ENTER]);
    wait_closed(window);
    for capacity in ["signature-author", "signature-reviewer", "signature-chair"] {
        wait_attribute(window, capacity, "data-state", "standing");
    }
    wait_says(window, "sign-one-hand", MEMBER);
}

fn finalise(hands: &Counted) {
    let window = &hands.window;
    hands.step("finalise");
    hands.wait_at("finalise");
    picture(window, "strokes-signed");
    hands.press(&[key::ENTER]);
    find(window, "finalise-confirm");
    assert_eq!(attribute(window, "case-status", "data-status"), "decided", "nothing is finalised unasked");
    hands.press(&[key::CONTROL, key::ENTER]);
    wait_attribute(window, "case-status", "data-status", "finalised");
}
