//! The whole job in one process: a store, a report file of a large panel, every finding judged, the finalised PDF.
use std::path::{Path, PathBuf};
use std::process::Command;

use entaku_desk::{Desk, Environment, KdfParams};
use entaku_tests::desk::{PASSWORD, TestClock};
use entaku_tests::laboratory;
use entaku_tests::panel::{advise_and_meet, call, judge_all, sign_and_finalise};
use entaku_tests::place::Folder;
use serde_json::json;

use crate::measure::{middle, process, told};
use crate::table::Table;

/// First word of the process that is measured: `job STORE FILE`.
pub const VERB: &str = "job";
const RUNS: usize = 7;
/// Short variants of a report as a panel of three hundred genes gives them.
const VARIANTS: usize = 100;

/// A desk as the shells have it: key derivation at its full cost.
pub fn desk(store: &Path) -> Desk {
    let environment = Environment {
        clock: std::sync::Arc::new(TestClock::new()),
        store_dir: store.to_path_buf(),
        state_dir: None,
        device: "bench".to_owned(),
        kdf: KdfParams::STANDARD,
    };
    Desk::new(environment).expect("the desk starts")
}

/// Makes a store and signs its first member in.
pub fn create(desk: &mut Desk) {
    let wish = json!({ "institution": "円卓大学病院", "member": "佐藤 恵", "password": PASSWORD });
    call(desk, "create_store", wish);
}

/// The measured process: makes the store, or opens it where there is one, and does all the rest.
pub fn work(store: &str, file: &str) {
    let store = PathBuf::from(store);
    let mut desk = desk(&store);
    if store.join("store.db").is_file() {
        call(&mut desk, "open_store", json!({ "password": PASSWORD }));
    } else {
        create(&mut desk);
    }
    let case = call(&mut desk, "intake", json!({ "paths": [file] }))["case"].take();
    let case = judge_all(&mut desk, case);
    let case = advise_and_meet(&mut desk, &case);
    let case = sign_and_finalise(&mut desk, &case);
    let out = store.with_file_name("report.pdf");
    call(&mut desk, "export_document", json!({ "caseId": case["caseId"], "kind": "panel", "out": out }));
    call(&mut desk, "sign_out", json!({}));
}

/// Measures both: with a new store each time, and at an existing one.
pub fn bench(table: &mut Table) {
    let folder = Folder::new("bench-job");
    let file = folder.join("report.xml");
    std::fs::write(&file, laboratory::foundation_one("B-100", VARIANTS)).expect("the file is written");
    let program = std::env::current_exe().expect("a running program has a path");
    let run = |name: String| {
        let place = folder.join(name);
        std::fs::create_dir_all(&place).expect("a folder for the store");
        let mut command = Command::new(&program);
        process(command.arg(VERB).arg(place.join("store")).arg(&file)).expect("the job is done")
    };
    let (mut new, mut existing) = (Vec::new(), Vec::new());
    run("kept".to_owned());
    for number in 0..RUNS {
        new.push(run(format!("new-{number}")));
        existing.push(run("kept".to_owned()));
    }
    let what = format!(
        "FoundationOne XML of {VARIANTS} short variants → stored → judged → finalised PDF (ja + en), whole process"
    );
    let goal = "< 500 ms, < 150 MB";
    table.row(
        &format!("{what}, at an existing store"),
        &told(middle(existing)),
        "two key derivations included: opening and signing",
        goal,
    );
    table.row(&format!("{what}, store made too"), &told(middle(new)), "three key derivations included", goal);
}
