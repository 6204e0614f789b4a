//! The ordeal in short, so that none of its parts is found broken only when somebody asks for the figures.
use std::process::Command;

use entaku_tests::place::{self, Folder};

#[test]
fn a_short_ordeal_is_passed() {
    let folder = Folder::new("ordeal-short");
    let report = folder.join("report.md");
    let ended = Command::new(place::built().join("ordeal"))
        .args(["--short", "--out"])
        .arg(&report)
        .output()
        .expect("the ordeal is built beside the tests");
    let said = String::from_utf8_lossy(&ended.stdout);
    assert!(ended.status.success(), "{said}\n{}", String::from_utf8_lossy(&ended.stderr));
    let report = std::fs::read_to_string(report).expect("there is a report");
    for part in
        ["Power cuts", "Failing disk", "Damaged files", "At once", "Malformed files", "Memory", "Kills"]
    {
        assert!(report.contains(&format!("## {part}")), "{part} is in the report: {report}");
    }
}
