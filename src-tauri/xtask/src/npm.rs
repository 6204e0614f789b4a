//! npm packages by lock file, each folder only when its lock is newer than what is installed.
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::step::{self, Outcome, command, read, root};

/// Vite and svelte-check start at this version.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// The folders that hold a package-lock.json: the page, and the faces of the documents.
pub const FOLDERS: &[&str] = &["ui", "assets"];

/// Sees that the packages of every lock file are installed.
pub fn ensure() -> Outcome {
    let stale: Vec<&str> = FOLDERS.iter().copied().filter(|folder| is_stale(&root().join(folder))).collect();
    if !stale.is_empty() {
        node_is_new_enough()?;
    }
    for folder in stale {
        step::step(&format!("npm packages of {folder}/"), || {
            read(npm(folder).args(["ci", "--no-audit", "--no-fund"])).map(drop)
        })?;
    }
    Ok(())
}

/// npm in one folder of the workspace.
pub fn npm(folder: &str) -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(root().join(folder)).env("NO_COLOR", "1");
    npm
}

fn is_stale(folder: &Path) -> bool {
    let lock = modified(&folder.join("package-lock.json"));
    lock.is_some() && modified(&folder.join("node_modules/.package-lock.json")) < lock
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

fn node_is_new_enough() -> Outcome {
    let said = read(command("node").arg("--version"))?;
    let mut numbers =
        said.trim().trim_start_matches('v').split('.').map(|number| number.parse::<u32>().unwrap_or(0));
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found >= OLDEST_NODE {
        return Ok(());
    }
    Err(format!(
        "Node.js {} is installed; {}.{} or newer is needed. Install it from https://nodejs.org and try again.",
        said.trim(),
        OLDEST_NODE.0,
        OLDEST_NODE.1
    ))
}
