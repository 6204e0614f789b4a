//! The capability files: exactly one named permission for each command that a window may call, and none of Tauri's own.
use std::fs;

use crate::step::{Outcome, root};

/// Where they lie, from the root.
pub const FOLDER: &str = "src-tauri/capabilities";

/// All that the second window may: it only shows.
const PROJECTOR: [&str; 4] = ["finding_detail", "figures", "follow_projector", "ui_ready"];
/// What the window that people work in has no use for.
const PROJECTOR_ALONE: [&str; 1] = ["follow_projector"];

/// The tables of names, as Rust array literals.
const TABLES: [&str; 2] = ["src-tauri/crates/desk/src/command_names.in", "src-tauri/src/command_names.in"];

/// Writes the files that would change.
pub fn write() -> Outcome {
    let mut names = Vec::new();
    for table in TABLES {
        let text = fs::read_to_string(root().join(table)).map_err(|error| format!("{table}: {error}"))?;
        names.extend(names_in(&text));
    }
    for (window, what, allowed) in windows(&names)? {
        let file = format!("{FOLDER}/{window}.json");
        let path = root().join(&file);
        let wanted = document(window, what, &allowed);
        if fs::read_to_string(&path).is_ok_and(|there| there == wanted) {
            continue;
        }
        fs::write(&path, wanted).map_err(|error| format!("{file}: {error}"))?;
    }
    Ok(())
}

/// Each window's label, what it may, and the commands for that.
fn windows(names: &[String]) -> Outcome<[(&'static str, &'static str, Vec<String>); 2]> {
    let unknown = PROJECTOR.iter().find(|name| !names.iter().any(|known| known == *name));
    if let Some(name) = unknown {
        return Err(format!("the second window may call “{name}”, which is no command"));
    }
    let main = names.iter().filter(|name| !PROJECTOR_ALONE.contains(&name.as_str()));
    Ok([
        ("main", "what the page may call", main.cloned().collect()),
        ("projector", "what the page that only shows may call", PROJECTOR.map(str::to_owned).to_vec()),
    ])
}

/// The quoted words of the literal, comments left out.
fn names_in(table: &str) -> Vec<String> {
    let code = table.lines().map(|line| line.split("//").next().unwrap_or_default());
    code.flat_map(|line| line.split('"').skip(1).step_by(2).map(str::to_owned)).collect()
}

fn document(window: &str, what: &str, names: &[String]) -> String {
    let permissions: Vec<String> =
        names.iter().map(|name| format!("    \"allow-{}\"", name.replace('_', "-"))).collect();
    format!(
        "{{\n  \"identifier\": \"{window}\",\n  \"description\": \"Written by `cargo xtask bindings`: {what}, each \
         command by its own name, and nothing of Tauri's own.\",\n  \"local\": true,\n  \"windows\": [\"{window}\"],\n  \
         \"permissions\": [\n{}\n  ]\n}}\n",
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
        let document = document("main", "all", &["list_cases".to_owned(), "ui_ready".to_owned()]);
        assert!(
            document.contains("\"permissions\": [\n    \"allow-list-cases\",\n    \"allow-ui-ready\"\n  ]")
        );
        assert!(!document.contains("core:"), "no permission of Tauri's own slips in");
    }

    #[test]
    fn the_window_that_only_shows_may_read_a_finding_and_change_nothing() {
        let names = ["finding_detail", "figures", "judge_finding", "follow_projector", "ui_ready"];
        let [(_, _, main), (_, _, projector)] = windows(&names.map(str::to_owned)).unwrap();
        assert_eq!(main, ["finding_detail", "figures", "judge_finding", "ui_ready"]);
        assert_eq!(projector, ["finding_detail", "figures", "follow_projector", "ui_ready"]);
        assert!(windows(&["figures".to_owned()]).is_err(), "a command that went away is noticed");
    }
}
