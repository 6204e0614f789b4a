//! The report as a document: a draft of some pages and of very many.
use std::process::Command;

use entaku_tests::laboratory;
use entaku_tests::panel::call;
use entaku_tests::place::Folder;
use serde_json::{Value, json};

use crate::job::{create, desk};
use crate::measure::{median, ms, times};
use crate::program;
use crate::table::Table;

/// Measures previews of about ten and about a hundred pages, then the drawing alone, beside another engine where the
/// program for it was built with one.
pub fn bench(table: &mut Table) {
    previews(table);
    let Some(paper) = program("ENTAKU_PAPER", "paper") else { return };
    let drawn = Command::new(paper).output().expect("the program starts");
    assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
    for line in String::from_utf8_lossy(&drawn.stdout).lines() {
        let mut parts = line.split('\t');
        let mut part = || parts.next().unwrap_or_default();
        table.row(part(), part(), part(), "");
    }
}

fn previews(table: &mut Table) {
    let folder = Folder::new("bench-render");
    let mut desk = desk(&folder.join("store"));
    create(&mut desk);
    for (variants, runs) in [(130, 9), (1_500, 5)] {
        let file = folder.join("case.json");
        let report = laboratory::cats(&format!("P-{variants}"), variants);
        std::fs::write(&file, report.to_string()).expect("the file is written");
        let case = call(&mut desk, "intake", json!({ "paths": [file] }))["case"].take();
        let mut shown = Value::Null;
        let taken = times(runs, |_| {
            shown = call(&mut desk, "preview_report", json!({ "caseId": case["caseId"], "language": "ja" }));
        });
        let pages = shown["pages"].as_u64().unwrap_or(0);
        let kilobytes = shown["pdf"].as_str().map_or(0, |pdf| pdf.len() * 3 / 4 / 1000);
        table.row(
            &format!("preview of a report of {pages} pages ({variants} short variants, {kilobytes} kB)"),
            &format!(
                "{:.0} ms, {:.1} ms a page",
                ms(median(&taken)),
                ms(median(&taken)) / pages.max(1) as f64
            ),
            "one thread",
            "",
        );
    }
}
