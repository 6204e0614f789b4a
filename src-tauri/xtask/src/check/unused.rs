//! Every dependency a crate names is used somewhere in that crate: cargo-machete looks. What it cannot see stands in the
//! crate's own Cargo.toml, with the reason.
use crate::step::{Outcome, run};
use crate::tools::MACHETE;

/// Looks at all crates of the house.
pub fn check() -> Outcome {
    run(MACHETE.command()?.args(["--skip-target-dir", "src-tauri", "tests"]))
}
