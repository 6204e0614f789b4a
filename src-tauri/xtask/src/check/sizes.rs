//! No source file above 500 lines: a longer one has more than one job.
use std::fs;
use std::path::{Path, PathBuf};

use crate::step::{Outcome, root};

const MOST_LINES: usize = 500;
const FOLDERS: &[&str] = &["src-tauri", "ui/src", "tests"];
const ENDINGS: &[&str] = &["rs", "ts", "svelte", "js", "css", "sql"];
/// Written by machines, or by others.
const NOT_OURS: &[&str] = &["node_modules", "target", "dist", "gen", "bindings"];

/// Counts the lines of every source file.
pub fn check() -> Outcome {
    let mut long = Vec::new();
    for path in FOLDERS.iter().flat_map(|folder| sources(&root().join(folder), ENDINGS)) {
        let lines = fs::read_to_string(&path).unwrap_or_default().lines().count();
        if lines > MOST_LINES {
            let path = path.strip_prefix(root()).unwrap_or(&path);
            long.push(format!("{}: {lines} lines, {MOST_LINES} at most", path.display()));
        }
    }
    if long.is_empty() { Ok(()) } else { Err(long.join("\n")) }
}

/// Every file below the folder with one of these endings.
pub fn sources(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if !NOT_OURS.iter().any(|name| entry.file_name() == *name) {
                found.extend(sources(&path, endings));
            }
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            found.push(path);
        }
    }
    found
}
