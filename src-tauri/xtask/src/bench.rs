//! `cargo xtask bench`: measures what a person would run, so a release build.
use std::process::Command;

use crate::prepare;
use crate::step::{Outcome, cargo, run, step, target};

/// Builds the programs for release and runs the benches, with `arguments` for them.
pub fn bench(arguments: &[String]) -> Outcome {
    prepare::everything()?;
    let packages = ["--package", "entaku", "--package", "entaku-cli", "--package", "entaku-tests"];
    let programs = ["--bin", "entaku", "--bin", "entaku-cli", "--bin", "bench"];
    step("build for release (many minutes the first time)", || {
        run(cargo().args(["build", "--release"]).args(packages).args(programs))
    })?;
    let built = target().join("release");
    step("benches", || {
        // Not by `cargo run`: with other packages the features would be others, and half would be built again.
        run(Command::new(built.join("bench"))
            .args(arguments)
            .env("ENTAKU_APP", built.join("entaku"))
            .env("ENTAKU_CLI", built.join("entaku-cli")))
    })
}
