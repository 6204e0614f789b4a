//! Every dependency a crate names is used somewhere in that crate.
use std::fs;
use std::path::Path;

use super::sizes::sources;
use crate::step::{Outcome, root};

/// Packages whose library goes by another name.
const RENAMED: &[(&str, &str)] = &[("allsorts-azul", "allsorts")];

/// Looks for each dependency's name among the words of its crate's sources.
pub fn check() -> Outcome {
    let mut unused = Vec::new();
    let manifests = fs::read_dir(root().join("src-tauri/crates")).into_iter().flatten().flatten();
    let mut folders: Vec<_> = manifests.map(|entry| entry.path()).collect();
    folders
        .extend(["src-tauri", "src-tauri/xtask", "tests", "tests/paper"].map(|folder| root().join(folder)));
    for folder in folders.iter().filter(|folder| folder.join("Cargo.toml").is_file()) {
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).map_err(|error| error.to_string())?;
        let text = text_of(folder);
        for name in named_in(&manifest) {
            let renamed = RENAMED.iter().find(|(package, _)| *package == name);
            let spoken = renamed.map_or_else(|| name.replace('-', "_"), |(_, spoken)| (*spoken).to_owned());
            if !has_word(&text, &spoken) {
                let crate_folder = folder.strip_prefix(root()).unwrap_or(folder);
                unused.push(format!(
                    "{}/Cargo.toml names {name}, no source there does",
                    crate_folder.display()
                ));
            }
        }
    }
    if unused.is_empty() { Ok(()) } else { Err(unused.join("\n")) }
}

/// The crate's own sources; crates that lie inside its folder are not its own.
fn text_of(folder: &Path) -> String {
    let inner = ["crates", "xtask", "paper"].map(|name| folder.join(name));
    let mut text = String::new();
    for path in
        sources(folder, &["rs"]).iter().filter(|path| !inner.iter().any(|inner| path.starts_with(inner)))
    {
        text.push_str(&fs::read_to_string(path).unwrap_or_default());
    }
    text
}

/// The keys of every `[…dependencies]` table.
fn named_in(manifest: &str) -> Vec<String> {
    let mut inside = false;
    let mut names = Vec::new();
    let mut open_brackets = 0i32;
    for line in manifest.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
        if open_brackets == 0 && line.starts_with('[') {
            inside = line.ends_with("dependencies]");
            continue;
        }
        if inside
            && open_brackets == 0
            && let Some((key, _)) = line.split_once('=')
        {
            names.push(key.trim().split('.').next().unwrap_or_default().to_owned());
        }
        open_brackets += line.matches(['[', '{']).count() as i32 - line.matches([']', '}']).count() as i32;
    }
    names
}

fn has_word(text: &str, word: &str) -> bool {
    let part_of_a_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(part_of_a_word) && !after.is_some_and(part_of_a_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_dependency_tables_alone() {
        let manifest = "[package]\nname = \"x\"\n[dependencies]\nserde.workspace = true\n# not = 1\n\
            tauri = { version = \"2\", features = [\n  \"wry\",\n] }\n[target.'cfg(unix)'.dependencies]\nlibc = \"1\"\n\
            [features]\nwindow = []\n";
        assert_eq!(named_in(manifest), ["serde", "tauri", "libc"]);
    }

    #[test]
    fn a_longer_word_is_not_the_name() {
        assert!(!has_word("use serde_json::Value;", "serde"), "serde_json is another crate");
        assert!(has_word("#[derive(serde::Deserialize)]", "serde"));
    }
}
