//! How long a report of about ten and of about a hundred pages takes to draw, and how large it is: CPU time of one
//! thread. With the feature `krilla`, the same placed pages are written by that engine in the same run.
//!
//! `paper` prints a line for each (what, figures, beside it, with tabs between); `paper write FOLDER` also writes the files, to be looked at. `paper random COUNT`
//! draws as many reports of any content and stops at the first text that leaves its box or page.
#![recursion_limit = "256"]

#[cfg(feature = "krilla")]
mod other;
#[path = "../../src-tauri/crates/report/tests/documents/random.rs"]
mod random;
#[allow(dead_code, reason = "shared with the tests, which use more of it")]
#[path = "../../src-tauri/crates/report/tests/documents/sample.rs"]
mod sample;

use std::hint::black_box;
use std::path::PathBuf;

use entaku_domain::label::Language;
use entaku_domain::report::ReportContent;
use entaku_report::layout::Document;
use entaku_report::pdf::{Facts, write};
use entaku_report::{Content, RenderOptions, lay_out, render};
use serde_json::json;

/// Findings of the reports, and how often each is drawn.
const SIZES: [(usize, u32); 2] = [(85, 30), (1_260, 5)];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [verb, count] = words.as_slice()
        && verb == "random"
    {
        let count: u64 = count.parse().expect("a number of reports");
        let pages: usize = (0..count).map(|seed| random::checked(seed, seed % 10 == 0)).sum();
        println!("{count} random reports, {pages} pages: no text outside its box or page");
        return;
    }
    let folder = match words.as_slice() {
        [verb, folder] if verb == "write" => Some(PathBuf::from(folder)),
        _ => None,
    };
    for (findings, times) in SIZES {
        let content = report(findings);
        let options = RenderOptions::new(Language::Ja, "ab".repeat(32));
        let document = lay_out(&content, &options).expect("fonts open");
        let facts = facts(&content, &options);
        let pages = document.pages.len();
        let whole = cpu(times, || black_box(render(&content, &options).expect("renders")).pdf.len());
        let laid = cpu(times, || black_box(lay_out(&content, &options).expect("fonts open")).pages.len());
        let written = cpu(times, || black_box(write(&document, &facts).expect("a file")).len());
        let ours = write(&document, &facts).expect("a file");
        let beside = beside(&document, &facts, times, laid, whole, folder.as_ref());
        println!(
            "report of {pages} pages, from content to file, CPU\t{whole:.1} ms ({laid:.1} laid out, {written:.1} written), \
             {} kB\t{beside}",
            ours.len() / 1000
        );
        keep(folder.as_ref(), pages, "entaku", &ours);
    }
}

#[cfg(feature = "krilla")]
fn beside(
    document: &Document,
    facts: &Facts,
    times: u32,
    laid: f64,
    whole: f64,
    folder: Option<&PathBuf>,
) -> String {
    let written = cpu(times, || black_box(other::write(document, facts)).len());
    let theirs = other::write(document, facts);
    keep(folder, document.pages.len(), "krilla", &theirs);
    format!(
        "krilla on the same layout: {written:.1} ms written, {} kB; {:.2} of the whole with it",
        theirs.len() / 1000,
        whole / (laid + written)
    )
}

#[cfg(not(feature = "krilla"))]
fn beside(_: &Document, _: &Facts, _: u32, _: f64, _: f64, _: Option<&PathBuf>) -> String {
    String::new()
}

fn keep(folder: Option<&PathBuf>, pages: usize, by: &str, bytes: &[u8]) {
    if let Some(folder) = folder {
        std::fs::write(folder.join(format!("{by}-{pages}.pdf")), bytes).expect("the folder takes a file");
    }
}

fn facts(content: &ReportContent, options: &RenderOptions) -> Facts {
    let content = Content::from(content);
    let about = content.written(options).about;
    Facts { attachment: content.attachment(&about), ..entaku_report::content::facts(&about, options) }
}

/// The sample report with so many findings: one of four with its reasons, the others of unknown significance.
fn report(findings: usize) -> ReportContent {
    sample::changed(|value| {
        let list = value["findings"].as_array_mut().expect("a list");
        let kinds = list.clone();
        for number in list.len()..findings {
            let mut one = kinds[if number % 4 == 0 { 0 } else { 4 + number % 4 }].clone();
            one["finding"]["id"] = json!(format!("F{}", number + 1));
            one["finding"]["alteration"]["values"]["position"] = json!(55_000_000 + number * 137);
            list.push(one);
        }
    })
}

/// Milliseconds of CPU that one act takes, the first left out.
fn cpu(times: u32, mut act: impl FnMut() -> usize) -> f64 {
    black_box(act());
    let start = spent();
    for _ in 0..times {
        black_box(act());
    }
    (spent() - start) / f64::from(times)
}

/// Milliseconds this thread has been on a processor; elsewhere than on Linux, since the programme began.
fn spent() -> f64 {
    let kept = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = kept.and_then(|text| text.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(since_start, |nanoseconds| nanoseconds / 1e6)
}

fn since_start() -> f64 {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed().as_secs_f64() * 1000.0
}
