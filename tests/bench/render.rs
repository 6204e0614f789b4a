//! The report as a document: a draft of some pages and of very many.
use entaku_tests::laboratory;
use entaku_tests::place::Folder;
use serde_json::{Value, json};

use crate::job::{call, create, desk};
use crate::measure::{median, ms, times};
use crate::table::Table;

/// Measures previews of about ten and about a hundred pages.
pub fn bench(table: &mut Table) {
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
