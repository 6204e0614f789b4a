//! `cargo xtask bench`: measures what a person would run, so a release build.
use crate::prepare;
use crate::step::{Outcome, cargo, run, step, target};

/// Builds the programs for release and runs the benches, with `arguments` for them.
pub fn bench(arguments: &[String]) -> Outcome {
    prepare::everything()?;
    let programs = ["--package", "entaku", "--package", "entaku-cli", "--package", "entaku-tests"];
    step("build for release (many minutes the first time)", || {
        run(cargo().args(["build", "--release"]).args(programs))
    })?;
    let built = target().join("release");
    step("benches", || {
        run(cargo()
            .args(["run", "--release", "--package", "entaku-tests", "--bin", "bench", "--"])
            .args(arguments)
            .env("ENTAKU_APP", built.join("entaku"))
            .env("ENTAKU_CLI", built.join("entaku-cli")))
    })
}
