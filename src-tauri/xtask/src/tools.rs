//! Programs of others that checks are made by: built once by Cargo into `target/tools`, so that nobody installs anything by
//! hand and the versions are the same everywhere.
use std::process::Command;

use crate::step::{Outcome, cargo, command, on_ci, run, step, target};

/// A program from crates.io.
pub struct Tool {
    name: &'static str,
    version: &'static str,
}

/// Licences, sources and versions of all crates.
pub const DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2" };
/// Dependencies that nobody uses.
pub const MACHETE: Tool = Tool { name: "cargo-machete", version: "0.9.2" };

impl Tool {
    /// The program, ready to be given its words; built where it is missing or of another version.
    pub fn command(&self) -> Outcome<Command> {
        let folder = target().join("tools");
        let program = folder.join("bin").join(format!("{}{}", self.name, std::env::consts::EXE_SUFFIX));
        let there = Command::new(&program).arg("--version").output();
        let version =
            there.map(|told| String::from_utf8_lossy(&told.stdout).into_owned()).unwrap_or_default();
        if !version.split_whitespace().any(|word| word == self.version) {
            step(&format!("{} {} is built (once)", self.name, self.version), || {
                let mut install = cargo();
                // Unoptimised: it takes half as long to build, and seconds to run. One folder, for they share dependencies.
                install.args([
                    "install",
                    "--debug",
                    "--locked",
                    "--force",
                    "--version",
                    self.version,
                    self.name,
                ]);
                install.arg("--root").arg(&folder).arg("--target-dir").arg(folder.join("build"));
                install.env("CARGO_PROFILE_DEV_DEBUG", "0");
                if on_ci() {
                    install.arg("--quiet");
                }
                run(&mut install)
            })?;
        }
        Ok(command(program))
    }
}
