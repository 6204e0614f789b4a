//! The places that the system's own dialogs gave out, so that a page taken over cannot name others: every path among the
//! arguments of a command must be one of them, or lie in a folder that was chosen.
//!
//! Files dropped onto the window come from the system too, and so do the store folder and the recorded place of backups that
//! the program itself names. An existing store opens anywhere, for it asks for a password; nothing is written there before that.
use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use entaku_desk::{Code, Problem, is_printed_end};
use entaku_words::errors::shell;
use serde_json::Value;

/// Names of fields that hold a path, wherever in the arguments they stand.
pub const PATH_FIELDS: &[&str] = &["path", "paths", "dir", "out", "against", "logoFile"];
/// The same, in one command alone.
pub const PATH_FIELDS_OF: &[(&str, &str)] = &[("restore", "from"), ("record_backup_plan", "folder")];
/// Commands that open what is a store already, with its password.
const OPENING: &[&str] = &["open_store", "recover_access"];

/// What was given out since somebody signed out last.
#[derive(Clone, Default)]
pub struct GivenOut {
    places: Arc<Mutex<Places>>,
    /// A test fills in paths by hand.
    any: bool,
}

#[derive(Default)]
struct Places {
    files: BTreeSet<PathBuf>,
    folders: BTreeSet<PathBuf>,
    /// Store folders, and the place of backups, that the program itself named.
    named: BTreeSet<PathBuf>,
}

impl GivenOut {
    /// Nothing yet. In a debug build a journey may type paths: `ENTAKU_E2E_PATHS=any`.
    pub fn new() -> Self {
        let any = cfg!(debug_assertions)
            && std::env::var_os("ENTAKU_E2E_PATHS").is_some_and(|value| value == "any");
        Self { any, ..Self::default() }
    }

    /// Notes the answer of a dialog, or what was dropped.
    pub fn chosen(&self, dialog: &str, answer: &Value) {
        let paths = strings(answer).into_iter().map(PathBuf::from);
        self.with(|places| match dialog {
            "pick_folder" => places.folders.extend(paths),
            _ => places.files.extend(paths),
        });
    }

    /// Notes the places that the desk names.
    pub fn named(&self, command: &str, answer: &str) {
        match command {
            "app_info" | "backup_plan" => {}
            // Who comes next has chosen nothing yet.
            "sign_out" => {
                return self.with(|places| {
                    places.files.clear();
                    places.folders.clear();
                });
            }
            _ => return,
        }
        let info: Value = serde_json::from_str(answer).unwrap_or_default();
        let at: &[&str] = match command {
            "app_info" => &["/storeDir", "/session/storeDir"],
            _ => &["/folder"],
        };
        let named = at.iter().filter_map(|at| info.pointer(at)?.as_str());
        self.with(|places| places.named.extend(named.map(PathBuf::from)));
    }

    /// Refuses a call whose arguments name a place that was not given out.
    ///
    /// # Errors
    /// With the place.
    pub fn check(&self, command: &str, args: &Value) -> Result<(), Problem> {
        if self.any || OPENING.contains(&command) {
            return Ok(());
        }
        let mut named = Vec::new();
        collect(command, args, &mut named);
        let refused = named.into_iter().find(|path| !path.trim().is_empty() && !self.holds(Path::new(path)));
        match refused {
            Some(path) => Err(Problem::of(Code::Forbidden, shell::not_given_out(path))),
            None => Ok(()),
        }
    }

    fn holds(&self, path: &Path) -> bool {
        // No way out of a chosen folder by its parent.
        let plain = path.is_absolute() && !path.components().any(|part| matches!(part, Component::ParentDir));
        plain
            && self.with(|places| {
                places.files.contains(path)
                    || places.named.contains(path)
                    || places.folders.iter().any(|folder| path.starts_with(folder))
            })
    }

    fn with<T>(&self, use_them: impl FnOnce(&mut Places) -> T) -> T {
        use_them(&mut self.places.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The paths among arguments.
fn collect(command: &str, args: &Value, named: &mut Vec<String>) {
    match args {
        Value::Object(fields) => {
            for (field, value) in fields {
                // What is printed on paper is typed, and is no place.
                let printed = field == "against" && value.as_str().is_some_and(is_printed_end);
                let names =
                    PATH_FIELDS.contains(&field.as_str()) || PATH_FIELDS_OF.contains(&(command, field));
                let is_path = names && !printed;
                match is_path {
                    true => named.extend(strings(value)),
                    false => collect(command, value, named),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|one| collect(command, one, named)),
        _ => {}
    }
}

/// A text, or the texts of a list; whatever else stands there is refused by the desk.
fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(all) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn refused(given: &GivenOut, command: &str, args: Value) -> bool {
        given.check(command, &args).is_err()
    }

    #[test]
    fn only_what_was_chosen_is_let_through() {
        let given = GivenOut::default();
        given.chosen("pick_files", &json!(["/data/report.json"]));
        given.chosen("pick_folder", &json!("/data/batch"));
        given.chosen("pick_save", &json!("/out/a.pdf"));
        given.chosen("pick_save", &Value::Null);
        given.named("app_info", r#"{"storeDir":"/home/x/entaku","session":null}"#);
        given.named("list_folder", r#"{"storeDir":"/etc"}"#);
        given.named("backup_plan", r#"{"folder":"/usb/backups","everyDays":1}"#);
        for (command, args, wrong) in [
            ("inspect_file", json!({ "path": "/data/report.json" }), false),
            ("inspect_file", json!({ "path": "/data/report.json2" }), true),
            ("intake", json!({ "paths": ["/data/batch/1.json", "/data/report.json"] }), false),
            ("intake", json!({ "paths": ["/data/batch/1.json", "/etc/passwd"] }), true),
            ("intake", json!({ "paths": ["/data/batch/../secret"] }), true),
            ("intake", json!({ "paths": ["batch/1.json"] }), true),
            ("list_folder", json!({ "path": "/data/batch" }), false),
            ("list_folder", json!({ "path": "/data" }), true),
            ("export_document", json!({ "caseId": "c", "out": "/out/a.pdf" }), false),
            ("export_document", json!({ "caseId": "c", "out": "/out/b.pdf" }), true),
            ("export_ledger", json!({ "out": "/out/b.csv", "from": "2026-01-01" }), true),
            ("access_log", json!({ "from": "2026-01-01" }), false),
            ("record_template", json!({ "template": { "logoFile": "/etc/logo.png" } }), true),
            (
                "inspect_file",
                json!({ "path": "/data/report.json", "references": [{ "path": "/x.fa" }] }),
                true,
            ),
            ("restore", json!({ "from": "/etc/backup", "dir": "/home/x/entaku" }), true),
            ("restore", json!({ "from": "/data/batch/b", "dir": "/home/x/entaku" }), false),
            ("verify_store", json!({ "against": "128:9f86d081884c7d65" }), false),
            ("verify_store", json!({ "against": "/etc/128/9f86d081884c7d65" }), true),
            ("create_store", json!({ "dir": "/home/x/entaku" }), false),
            ("create_store", json!({ "dir": "/home/x" }), true),
            ("create_store", json!({ "dir": "/etc" }), true),
            ("create_store", json!({ "dir": "" }), false),
            ("open_store", json!({ "dir": "/anywhere" }), false),
            ("record_backup_plan", json!({ "folder": "/usb/backups", "everyDays": 2 }), false),
            ("record_backup_plan", json!({ "folder": "/etc" }), true),
        ] {
            assert_eq!(refused(&given, command, args.clone()), wrong, "{command} {args}");
        }
    }

    #[test]
    fn what_one_member_chose_is_not_the_next_ones() {
        let given = GivenOut::default();
        given.chosen("pick_files", &json!(["/data/report.json"]));
        given.named("sign_out", "null");
        assert!(refused(&given, "inspect_file", json!({ "path": "/data/report.json" })));
    }

    /// A field that names a file and is not looked at would be a way past all of this.
    #[test]
    fn every_field_that_names_a_place_is_looked_at() {
        // They speak of files and folders, and name none.
        let no_place = ["assembly", "batch", "logo", "pathology", "takeProposed", "what"];
        for command in entaku_desk::command_schemas() {
            let mut fields = Vec::new();
            properties(&command.args, &mut fields);
            for (field, about) in fields {
                let speaks = ["file", "folder", "path", "fasta", "backup"]
                    .iter()
                    .any(|word| about.to_lowercase().contains(word));
                let known = PATH_FIELDS.contains(&field.as_str())
                    || PATH_FIELDS_OF.contains(&(command.name, field.as_str()))
                    || no_place.contains(&field.as_str());
                assert!(
                    !speaks || known,
                    "{}: “{field}” ({about}) may name a file: put it into PATH_FIELDS",
                    command.name
                );
            }
        }
    }

    fn properties(schema: &Value, found: &mut Vec<(String, String)>) {
        match schema {
            Value::Object(fields) => {
                if let Some(Value::Object(all)) = fields.get("properties") {
                    for (name, about) in all {
                        let words = about["description"].as_str().unwrap_or_default();
                        found.push((name.clone(), words.to_owned()));
                    }
                }
                fields.values().for_each(|one| properties(one, found));
            }
            Value::Array(all) => all.iter().for_each(|one| properties(one, found)),
            _ => {}
        }
    }
}
