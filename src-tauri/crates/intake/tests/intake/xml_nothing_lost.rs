//! Every value that stands in a report stands in its draft: in a finding, a statement, the details, the test or a note.

use crate::support::read;
use crate::xml::values;
use crate::{foundation, foundation_said, genminetop};

/// The values of a file that are nowhere in its draft.
fn lost(text: &str) -> Vec<String> {
    let draft = read(text).unwrap();
    let kept = format!("{draft:?}").to_lowercase();
    let mut lost: Vec<String> = values(text)
        .into_iter()
        .filter(|value| !kept.contains(format!("{value:?}").to_lowercase().trim_matches('"')))
        .collect();
    lost.dedup();
    lost
}

#[test]
fn nothing_of_a_foundationone_report_is_lost() {
    let text = foundation::file(&foundation_said::curated(), &foundation::every_kind());
    let lost: Vec<String> = lost(&text).iter().map(|value| value.chars().take(7).collect()).collect();
    assert_eq!(lost, ["JVBERi0"], "the printed report stays in the received file, and a note says so");
}

#[test]
fn nothing_of_a_genminetop_report_is_lost() {
    let text = genminetop::file("false", &(genminetop::variant(&[]) + &genminetop::other_kinds()));
    assert_eq!(lost(&text), Vec::<String>::new());
}
