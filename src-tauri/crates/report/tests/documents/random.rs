//! Random reports: whatever people and files put into the fields, no text leaves its box and every page is written.

use entaku_domain::label::Language;
use entaku_report::layout::violations;
use entaku_report::{Paper, RenderOptions, lay_out, render};
use serde_json::{Value, json};

use crate::sample;

/// A small generator with a fixed start, so that a failing case comes back (Numerical Recipes' constants).
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % below.max(1)
    }

    fn words(&mut self) -> String {
        let pieces = [
            "所見",
            "、",
            "。",
            "「",
            "」",
            "EGFR",
            " ",
            "p.Leu858Arg",
            "c.2235_2249del",
            "(",
            ")",
            "ー",
            "っ",
            "𠮷",
            "葛\u{E0100}",
            "髙",
            "NM_005228.5:c.2573T>G",
            "ACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGT",
            "−1.5",
            "100 %",
            "\n",
            "／",
            "…",
            "é",
            "ペムブロリズマブ",
            "http://example.org/a-very-long-path/with/segments",
            "x",
            "＝",
            "①",
            "a\u{0301}",
        ];
        let count = match self.next(10) {
            0 => 1,
            9 => 400,
            _ => 1 + self.next(30),
        };
        let text: String = (0..count).map(|_| pieces[self.next(pieces.len())]).collect();
        // A text of the domain is never empty nor white space alone.
        format!("字{text}")
    }

    /// Replaces free texts anywhere in the report.
    fn disturb(&mut self, value: &mut Value, key: &str) {
        const FREE: [&str; 22] = [
            "name",
            "institution",
            "summary",
            "rationale",
            "reason",
            "step",
            "title",
            "site",
            "contact",
            "eligibility",
            "minutes",
            "drugs",
            "diagnosis",
            "pathology",
            "familyHistory",
            "regimen",
            "endedBecause",
            "caseNumber",
            "laboratoryVerdict",
            "ccat",
            "change",
            "subject",
        ];
        match value {
            Value::String(text) if FREE.contains(&key) && self.next(3) == 0 => *text = self.words(),
            Value::Array(all) => all.iter_mut().for_each(|one| self.disturb(one, key)),
            Value::Object(fields) => {
                let labels = fields.contains_key("ja") && fields.contains_key("en");
                for (inner, one) in fields.iter_mut() {
                    // `build` of an assembly and the words of a label are of other shapes.
                    if !labels && inner != "assembly" {
                        self.disturb(one, inner);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Lays out the report of a seed, and writes it too where asked; gives its pages. Stops where text leaves its box.
pub fn checked(seed: u64, written: bool) -> usize {
    let mut chance = Chance(seed);
    let content = sample::changed(|value| {
        let row = value["findings"][chance.next(4)].clone();
        let list = value["findings"].as_array_mut().expect("a list");
        let keep = chance.next(list.len() + 1);
        list.truncate(keep);
        // Now and then as many as a tumour with a broken repair has.
        let most = if seed % 16 == 15 { 500 } else { 30 };
        for number in 0..chance.next(most) {
            let mut one = row.clone();
            one["finding"]["id"] = json!(format!("F{}", 100 + number));
            list.push(one);
        }
        chance.disturb(value, "");
        let rows = value["findings"].as_array_mut().expect("a list");
        if let Some(at) = rows.len().checked_sub(1).map(|last| chance.next(last + 1)) {
            // A row of two thousand characters, with or without a place to break.
            let long: String = ["所見、", "ACGT"][chance.next(2)].chars().cycle().take(2_000).collect();
            rows[at][["subject", "change", "ccat"][chance.next(3)]] = json!(long);
        }
    });
    let language = if chance.next(2) == 0 { Language::Ja } else { Language::En };
    let paper = Paper::ALL[chance.next(2)];
    let on = |paper| RenderOptions { paper, ..RenderOptions::new(language, "ab".repeat(32)) };
    for paper in Paper::ALL {
        let document = lay_out(&content, &on(paper)).expect("fonts open");
        assert_eq!(violations(&document), vec![], "seed {seed} on {paper:?}");
    }
    let options = on(paper);
    let document = lay_out(&content, &options).expect("fonts open");
    if written {
        let rendered = render(&content, &options).expect("every character has a glyph");
        assert_eq!(rendered.pages as usize, document.pages.len(), "seed {seed}: every page is written");
    }
    document.pages.len()
}

#[test]
fn random_reports_never_leave_their_boxes() {
    // The last two once left the page: a head taller than the room below it, names that filled the running head.
    // `cargo run --release -p entaku-paper random 1000` draws many more.
    for seed in (0..20).chain([50, 96]) {
        checked(seed, seed % 4 == 0);
    }
}
