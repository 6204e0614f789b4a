//! The capability file: exactly one named permission for each command, and none of Tauri's own.
use std::fs;

use crate::step::{Outcome, root};

/// Where it lies, from the root.
pub const FILE: &str = "src-tauri/capabilities/main.json";

/// The tables of names, as Rust array literals.
const TABLES: [&str; 2] = ["src-tauri/crates/desk/src/command_names.in", "src-tauri/src/command_names.in"];

/// Writes the file when it would change.
pub fn write() -> Outcome {
    let mut names = Vec::new();
    for table in TABLES {
        let text = fs::read_to_string(root().join(table)).map_err(|error| format!("{table}: {error}"))?;
        names.extend(names_in(&text));
    }
    let wanted = document(&names);
    let path = root().join(FILE);
    if fs::read_to_string(&path).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    fs::write(&path, wanted).map_err(|error| format!("{FILE}: {error}"))
}

/// The quoted words of the literal, comments left out.
fn names_in(table: &str) -> Vec<String> {
    let code = table.lines().map(|line| line.split("//").next().unwrap_or_default());
    code.flat_map(|line| line.split('"').skip(1).step_by(2).map(str::to_owned)).collect()
}

fn document(names: &[String]) -> String {
    let permissions: Vec<String> =
        names.iter().map(|name| format!("    \"allow-{}\"", name.replace('_', "-"))).collect();
    format!(
        "{{\n  \"identifier\": \"main\",\n  \"description\": \"Written by `cargo xtask bindings`: what the page may \
         call, each command by its own name, and nothing of Tauri's own.\",\n  \"local\": true,\n  \"windows\": \
         [\"main\"],\n  \"permissions\": [\n{}\n  ]\n}}\n",
        permissions.join(",\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_quoted_words_outside_comments() {
        let table = "// \"not_this\"\n&[\n  \"list_cases\", \"open_case\", // \"nor_this\"\n]\n";
        assert_eq!(names_in(table), ["list_cases", "open_case"]);
    }

    #[test]
    fn each_command_has_its_own_permission_and_there_is_no_other() {
        let document = document(&["list_cases".to_owned(), "ui_ready".to_owned()]);
        assert!(
            document.contains("\"permissions\": [\n    \"allow-list-cases\",\n    \"allow-ui-ready\"\n  ]")
        );
        assert!(!document.contains("core:"), "no permission of Tauri's own slips in");
    }
}
