//! `cargo xtask bindings`: what the page and the window know of the Rust side, written by the Rust side.
use crate::capabilities;
use crate::step::{Outcome, cargo, command, read, step};
use crate::test::EVERYTHING;

/// What is generated and committed.
const GENERATED: &[&str] =
    &["ui/src/lib/bindings", "src-tauri/crates/desk/src/command_names.in", capabilities::FOLDER];

/// Writes the TypeScript types and the capability file; with `--check` fails when the commit holds others.
pub fn bindings(arguments: &[String]) -> Outcome {
    let check = match arguments {
        [] => false,
        [word] if word == "--check" => true,
        _ => return Err("usage: cargo xtask bindings [--check]".to_owned()),
    };
    step("TypeScript types from the desk's views, and the words", || {
        // The test writes the files; its words are shown only when it fails.
        // A check comes when everything is built; alone, they are built without the window.
        let packages =
            if check { &EVERYTHING[..] } else { &["--package", "entaku-desk", "--package", "entaku-words"] };
        read(cargo().args(["test", "--quiet", "--lib"]).args(packages).arg("export_bindings")).map(drop)
    })?;
    // From the names that were written just now. The window does not build without it.
    step("one permission for each command", capabilities::write)?;
    if check { is_committed() } else { Ok(()) }
}

fn is_committed() -> Outcome {
    let changed =
        read(command("git").args(["status", "--porcelain", "--untracked-files=all", "--"]).args(GENERATED))?;
    if changed.is_empty() {
        return Ok(());
    }
    Err(format!(
        "The commit's generated files are stale; they were written anew just now, commit them:\n{changed}"
    ))
}
