//! `cargo xtask bench`: measures what a person would run, so a release build.
use std::process::Command;

use crate::prepare;
use crate::step::{Outcome, cargo, run, step, target};

/// Builds the programs for release and runs the benches, with `arguments` for them.
pub fn bench(arguments: &[String]) -> Outcome {
    prepare::everything()?;
    let packages = ["entaku", "entaku-cli", "entaku-tests", "entaku-paper"].map(|name| ["--package", name]);
    let programs = ["entaku", "entaku-cli", "bench", "paper"].map(|name| ["--bin", name]);
    step("build for release (many minutes the first time)", || {
        let build = ["build", "--release", "--features", "entaku-paper/krilla"];
        run(cargo().args(build).args(packages.as_flattened()).args(programs.as_flattened()))
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
