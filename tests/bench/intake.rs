//! A panel report from file to stored case, beyond what opening the store takes, and how many findings a store takes in
//! a second.
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use entaku_tests::desk::PASSWORD;
use entaku_tests::laboratory;
use entaku_tests::panel::call;
use entaku_tests::place::Folder;
use serde_json::json;

use crate::job::{create, desk};
use crate::measure::{Took, median, middle, ms, process};
use crate::table::Table;

/// First word of the process that is measured: `open STORE FILE` opens, `load STORE FILE` opens and loads.
pub const VERBS: [&str; 2] = ["open", "load"];
const RUNS: usize = 9;
const VARIANTS: usize = 100;
/// As many as one case takes.
const MANY: usize = 9_996;
const MANY_RUNS: usize = 5;

/// The measured process.
pub fn work(verb: &str, store: &str, file: &str) {
    let mut desk = desk(Path::new(store));
    call(&mut desk, "open_store", json!({ "password": PASSWORD }));
    if verb == "load" {
        call(&mut desk, "intake", json!({ "paths": [file] }));
    }
    call(&mut desk, "sign_out", json!({}));
}

/// Measures both.
pub fn bench(table: &mut Table) {
    let folder = Folder::new("bench-intake");
    report(table, &folder);
    rate(table, &folder);
}

fn report(table: &mut Table, folder: &Folder) {
    let program = std::env::current_exe().expect("a running program has a path");
    let store = folder.join("store");
    create(&mut desk(&store));
    let run = |verb: &str, file: &Path| {
        process(Command::new(&program).arg(verb).arg(&store).arg(file)).expect("the process ends well")
    };
    let (mut opened, mut loaded) = (Vec::new(), Vec::new());
    for number in 0..RUNS {
        let file = written(folder, number, &laboratory::foundation_one(&format!("F1-{number}"), VARIANTS));
        opened.push(run(VERBS[0], &file));
        loaded.push(run(VERBS[1], &file));
    }
    let (opened, loaded) = (middle(opened), middle(loaded));
    let beyond = |of: fn(Took) -> f64| of(loaded) - of(opened);
    table.row(
        &format!(
            "FoundationOne XML, {VARIANTS} short variants: from file to stored case, beyond opening the store"
        ),
        &format!(
            "{:.0} ms, {:.0} MiB",
            beyond(|took| ms(took.wall)),
            beyond(|took| took.peak_kib as f64 / 1024.0).max(0.0)
        ),
        &format!("opening alone {:.0} ms, {} MiB", ms(opened.wall), opened.peak_kib / 1024),
        "< 100 ms, < 60 MB",
    );
}

fn rate(table: &mut Table, folder: &Folder) {
    let mut desk = desk(&folder.join("many"));
    create(&mut desk);
    let mut times: Vec<_> = (0..MANY_RUNS)
        .map(|number| {
            let report = laboratory::cats(&format!("MANY-{number}"), MANY).to_string();
            let file = written(folder, 100 + number, &report);
            let start = Instant::now();
            call(&mut desk, "intake", json!({ "paths": [file] }));
            start.elapsed()
        })
        .collect();
    times.sort();
    let (took, findings) =
        (median(&times), (MANY + laboratory::COPY_NUMBERS + laboratory::BIOMARKERS) as f64);
    table.row(
        &format!("{findings} findings (CATS) read, stored and the case answered"),
        &format!("{:.0} ms: {:.0} findings/s", ms(took), findings / took.as_secs_f64()),
        "",
        "≥ 10 000 findings/s",
    );
}

fn written(folder: &Folder, number: usize, text: &str) -> PathBuf {
    let file = folder.join(format!("report-{number}"));
    std::fs::write(&file, text).expect("the file is written");
    file
}
