//! `cargo xtask ordeal [--full]`: what the store survives, in figures, as a report.
use std::process::Command;

use crate::prepare;
use crate::step::{Outcome, run, step, target};
use crate::test::build;

/// Builds what `cargo xtask test` builds and runs the ordeal, with `arguments` for it.
pub fn ordeal(arguments: &[String]) -> Outcome {
    prepare::everything()?;
    build()?;
    let folder = target().join("ordeal");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let report = folder.join("report.md");
    step("the ordeal", || {
        run(Command::new(target().join("debug/ordeal")).args(arguments).arg("--out").arg(&report))
    })?;
    println!("{}", report.display());
    Ok(())
}
