//! `cargo xtask check`: everything about the tree that a machine can judge without running the product.
mod floors;
mod licences;
mod sizes;
mod unused;

use crate::npm::npm;
use crate::step::{Outcome, cargo, on_ci, root, run, step};
use crate::test::EVERYTHING;
use crate::{bindings, prepare, supply};

/// Name, what it looks at, and how.
type Check = (&'static str, &'static str, fn() -> Outcome);

const CHECKS: &[Check] = &[
    ("sizes", "no source file above 500 lines", sizes::check),
    ("floors", "the floors of the house", floors::check),
    ("unused", "every dependency is used", unused::check),
    ("licences", "licences, sources and versions of all dependencies", licences::check),
    ("supply", "the bill of materials and the licences shown are those of the lock files", supply_is_fresh),
    ("words", "every word of the book is said, and a clinical one stands once", words),
    ("format", "format", format),
    ("clippy", "clippy on all targets, without a warning", clippy),
    ("docs", "documentation, without a warning", docs),
    ("bindings", "generated files are those of the commit", bindings_are_fresh),
    ("page", "lint and types of the page", page),
];

/// Runs the checks named, or all; goes on after a failure, so that one run tells everything.
pub fn check(names: &[String]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| CHECKS.iter().all(|(known, ..)| known != name)) {
        let known: Vec<&str> = CHECKS.iter().map(|(known, ..)| *known).collect();
        return Err(format!("`{unknown}` is not a check; there are: {}", known.join(", ")));
    }
    prepare::everything()?;
    let chosen =
        CHECKS.iter().filter(|(name, ..)| names.is_empty() || names.iter().any(|wanted| wanted == name));
    let mut failed = Vec::new();
    for (name, what, look) in chosen {
        if let Err(why) = step(what, look) {
            eprintln!("{why}\n");
            failed.push(*name);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("check failed: {}", failed.join(", "))) }
}

fn format() -> Outcome {
    run(cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Outcome {
    let mut clippy = cargo();
    clippy.arg("clippy").args(EVERYTHING).arg("--all-targets");
    if on_ci() {
        clippy.arg("--quiet");
    }
    run(clippy.args(["--", "-D", "warnings"]))
}

fn docs() -> Outcome {
    let mut docs = cargo();
    // The same features as clippy, so that the dependencies checked there are taken as they are.
    docs.arg("doc").args(EVERYTHING).arg("--no-deps");
    if on_ci() {
        docs.arg("--quiet");
    }
    run(docs.env("RUSTDOCFLAGS", "-D warnings"))
}

/// What the build of the crate cannot see: who says its words.
fn words() -> Outcome {
    run(cargo().args(["test", "--quiet", "--package", "entaku-words", "--test", "used"]))
}

fn supply_is_fresh() -> Outcome {
    supply::supply(&["--check".to_owned()])
}

fn bindings_are_fresh() -> Outcome {
    bindings::bindings(&["--check".to_owned()])
}

fn page() -> Outcome {
    if !root().join("ui/package.json").is_file() {
        return Ok(());
    }
    run(npm("ui").args(["run", "lint", "--if-present"]))?;
    run(npm("ui").args(["run", "check", "--if-present"]))
}
