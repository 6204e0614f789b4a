//! One verdict, durable when it is answered, beside the least that durability costs on this disk.
use std::fs::OpenOptions;
use std::io::Write;
use std::time::Instant;

use entaku_desk::answer;
use entaku_tests::laboratory;
use entaku_tests::panel::call;
use serde_json::json;

use crate::folder;
use crate::job::{create, desk};
use crate::measure::{median, ms, quantiles};
use crate::table::Table;

const ACTS: u64 = 400;
const FINDINGS: usize = 50;

/// Measures verdict and bare disk in turn, so that both meet the same load.
pub fn bench(table: &mut Table) {
    // Beside the benches' other files: the system's temporary folder may lie in memory.
    let place = folder().join("decision");
    let _ = std::fs::remove_dir_all(&place);
    std::fs::create_dir_all(&place).expect("target can be written");
    let mut desk = desk(&place.join("store"));
    create(&mut desk);
    let file = place.join("case.json");
    std::fs::write(&file, laboratory::cats("B-50", FINDINGS).to_string()).expect("target can be written");
    let mut case = call(&mut desk, "intake", json!({ "paths": [file] }))["case"].take();
    let bare = OpenOptions::new().create(true).append(true).open(place.join("bare"));
    let mut bare = bare.expect("target can be written");
    let block = [0x5a_u8; 4096];
    let (mut verdicts, mut flushes) = (Vec::new(), Vec::new());
    for act in 0..ACTS {
        let wish = json!({
            "caseId": case["caseId"], "expectedVersion": case["version"],
            "findingIds": [format!("F{}", 1 + act % FINDINGS as u64)], "scale": "oncogenicity-2022",
            "class": if act % 2 == 0 { "vus" } else { "likely-oncogenic" }, "rationale": format!("判定 {act}"),
        });
        let start = Instant::now();
        let answer = answer(&mut desk, "judge_finding", wish).expect("the verdict is recorded");
        verdicts.push(start.elapsed());
        case = serde_json::from_str(answer.get()).expect("an answer is JSON");
        let start = Instant::now();
        bare.write_all(&block).and_then(|()| bare.sync_data()).expect("the disk takes a block");
        flushes.push(start.elapsed());
        if act % 100 == 99 {
            call(&mut desk, "rest", json!({}));
        }
    }
    verdicts.sort();
    flushes.sort();
    table.row(
        "one verdict at the desk: checked, recorded, durable, fresh case of 54 findings answered",
        &quantiles(&verdicts),
        &format!(
            "4 KiB append + fsync {} ({:.2}×)",
            quantiles(&flushes),
            ms(median(&verdicts)) / ms(median(&flushes))
        ),
        "≤ 2 × append + fsync (p50)",
    );
    drop(desk);
    let _ = std::fs::remove_dir_all(&place);
}
