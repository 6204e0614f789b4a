//! `cargo xtask golden`: documents as they are printed, kept beside the tests of the report.
use crate::step::{Outcome, cargo, run, step};

/// The one test that knows the set.
const TEST: &str = "golden::documents_are_printed_as_those_of_the_golden_set";

/// Writes the set anew and shows what differs; with `--check` only shows it, and fails if anything does.
pub fn golden(arguments: &[String]) -> Outcome {
    let (what, asked) = match arguments {
        [] => ("documents of the golden set, written anew", "renew"),
        [word] if word == "--check" => ("documents are printed as those of the golden set", "check"),
        _ => return Err("usage: cargo xtask golden [--check]".to_owned()),
    };
    step(what, || {
        run(cargo()
            .args(["test", "--quiet", "--package", "entaku-report", "--test", "documents"])
            .args([TEST, "--", "--exact", "--nocapture"])
            .env("ENTAKU_GOLDEN", asked))
    })
}
