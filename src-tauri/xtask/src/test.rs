//! `cargo xtask test`: every test there is, from a fresh clone.
use std::process::Command;
use std::time::Instant;

use crate::counts::Counts;
use crate::npm::npm;
use crate::prepare;
use crate::step::{Outcome, cargo, on_ci, root, run, step, target};

/// One set of packages, targets and features for building and for testing: another would compile the
/// dependencies a second time.
pub const EVERYTHING: [&str; 3] = ["--workspace", "--features", "entaku-tests/window"];

/// Sets up, builds everything, runs the page's tests, which ask the built desk, and then Rust's, with `arguments` for
/// `cargo test`.
pub fn test(arguments: &[String]) -> Outcome {
    let started = Instant::now();
    prepare::everything()?;
    let mut counts = Counts::default();
    build()?;
    let page = page_tests(&mut counts);
    let rust = step("tests of Rust, the journeys in a real window among them", || {
        counts.run(with_programs(cargo().arg("test").args(EVERYTHING).arg("--no-fail-fast").args(arguments)))
    });
    println!("\nall tests took {:.0} s", started.elapsed().as_secs_f64());
    println!("{} passed, {} failed, {} skipped", counts.passed, counts.failed, counts.skipped);
    page.and(rust)?;
    if counts.passed == 0 { Err("no test ran".to_owned()) } else { Ok(()) }
}

/// Builds programs and tests in one go, with the features the tests are run with.
pub fn build() -> Outcome {
    step("build programs and tests (some minutes the first time)", || {
        let mut build = cargo();
        build.arg("build").args(EVERYTHING).args(["--lib", "--bins", "--tests"]);
        if on_ci() {
            build.arg("--quiet");
        }
        run(&mut build)
    })
}

/// Tells the tests where the built programs are.
pub fn with_programs(command: &mut Command) -> &mut Command {
    let built = target().join("debug");
    command.env("ENTAKU_APP", built.join("entaku")).env("ENTAKU_CLI", built.join("entaku-cli"))
}

/// Where the desk at the end of a pipe is built.
fn desk_pipe() -> std::path::PathBuf {
    target().join("debug").join(format!("entaku-desk-pipe{}", std::env::consts::EXE_SUFFIX))
}

fn page_tests(counts: &mut Counts) -> Outcome {
    if !root().join("ui/package.json").is_file() {
        return Ok(());
    }
    step("types and tests of the page", || {
        run(npm("ui").args(["run", "check", "--if-present"]))?;
        counts.run(npm("ui").args(["run", "test", "--if-present"]).env("ENTAKU_DESK_PIPE", desk_pipe()))
    })
}
