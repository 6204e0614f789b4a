//! Writes the synthetic report to a folder, to be looked at, and says how long and how large.
//!
//! `cargo run --release -p entaku-report --example look -- FOLDER [FINDINGS]`
#![recursion_limit = "256"]
#![allow(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a tool for developers"
)]

#[allow(dead_code, reason = "shared with the tests, which use more of it")]
#[path = "../tests/documents/sample.rs"]
mod sample;

use std::path::PathBuf;
use std::time::Instant;

use entaku_domain::label::Language;
use entaku_report::{RenderOptions, render};
use serde_json::{Value, json};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| ".".to_owned()));
    let findings: usize = arguments.next().and_then(|number| number.parse().ok()).unwrap_or(0);
    let content = sample::changed(|value| {
        let first = value["findings"][0].clone();
        let list = value["findings"].as_array_mut().expect("a list");
        for number in list.len()..findings {
            let mut one = first.clone();
            one["finding"]["id"] = json!(format!("F{}", number + 1));
            list.push(one);
        }
    });
    let draft = sample::changed(|value: &mut Value| {
        value["state"] = json!({"type": "draft", "status": "inReview", "undecided": ["F10", "F12"]});
        value["amendment"] = Value::Null;
        value["revision"] = json!(1);
    });
    let hash = "3f786850e387550fdab836ed7e6dc881de23001b9d2f3a4c5e6f708192a3b4c5";
    for (name, content, language) in [
        ("final-ja", &content, Language::Ja),
        ("final-en", &content, Language::En),
        ("draft-ja", &draft, Language::Ja),
    ] {
        let options = RenderOptions::new(language, hash);
        let mut times = Vec::new();
        let mut rendered = render(content, &options).expect("renders");
        for _ in 0..10 {
            let start = Instant::now();
            rendered = render(content, &options).expect("renders");
            times.push(start.elapsed().as_secs_f64() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        let path = folder.join(format!("{name}.pdf"));
        std::fs::write(&path, &rendered.pdf).expect("the folder takes a file");
        println!(
            "{}: {} pages, {} kB, fastest {:.1} ms, median {:.1} ms",
            path.display(),
            rendered.pages,
            rendered.pdf.len() / 1000,
            times[0],
            times[times.len() / 2]
        );
    }
}
