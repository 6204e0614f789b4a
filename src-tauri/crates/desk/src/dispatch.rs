//! Commands by their names, from the one table of them: for both shells, the typed client of the screen, the permissions of
//! the window and the schemas.

use crate::acts::TABLE;
use crate::clock::Environment;
use crate::command::{CommandInfo, Entry, said};
use crate::desk::Desk;
use crate::error::{ApiError, Code, Outcome, Problem, internal};
use entaku_words::errors::dispatch;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

impl Desk {
    /// A desk with no store open.
    ///
    /// # Errors
    /// When the knowledge data shipped with the program is damaged.
    pub fn new(environment: Environment) -> Outcome<Self> {
        Self::with(environment, TABLE)
    }
}

/// Every command, in the order of a case's life.
pub fn commands() -> Vec<CommandInfo> {
    TABLE.iter().map(Entry::info).collect()
}

/// Carries out a command by its name.
fn route(desk: &mut Desk, name: &str, args: Value) -> Outcome<Box<RawValue>> {
    match TABLE.iter().find(|entry| entry.name == name) {
        Some(entry) => (entry.run)(desk, args),
        None => Err(Problem::of(Code::BadRequest, dispatch::no_command(name))),
    }
}

/// Carries out a command by its name. The answer is JSON text, written once: a case of hundreds of findings as a tree of
/// values costs several times the act itself.
///
/// # Errors
/// With the code and the words of what went wrong, in the desk's language.
pub fn answer(desk: &mut Desk, name: &str, args: Value) -> Result<Box<RawValue>, ApiError> {
    route(desk, name, args).map_err(|problem| said(desk, &problem))
}

/// As [`answer`], read back as a value: for callers that look into it.
///
/// # Errors
/// As [`answer`].
pub fn dispatch(desk: &mut Desk, name: &str, args: Value) -> Result<Value, ApiError> {
    let text = answer(desk, name, args)?;
    serde_json::from_str(text.get()).map_err(|error| internal(error).said(desk.language()))
}

/// A command with the schemas of what it takes and gives: each a document of its own, with all it refers to in `$defs`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CommandSchema {
    /// Name.
    pub name: &'static str,
    /// Of its arguments. What it does not name is refused.
    pub args: Value,
    /// Of its answer. A later version may give more fields.
    pub returns: Value,
}

/// Every command with its schemas, in the order of the table.
pub fn command_schemas() -> Vec<CommandSchema> {
    TABLE
        .iter()
        .map(|entry| CommandSchema { name: entry.name, args: (entry.takes)(), returns: (entry.gives)() })
        .collect()
}

/// The schema of a command's arguments.
pub fn argument_schema(name: &str) -> Option<Value> {
    TABLE.iter().find(|entry| entry.name == name).map(|entry| (entry.takes)())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::short;
    use crate::error::Code;

    /// `ReferToTrial` → `refer_to_trial`.
    fn snake(name: &str) -> String {
        let mut said = String::new();
        for letter in name.chars() {
            if letter.is_uppercase() && !said.is_empty() {
                said.push('_');
            }
            said.extend(letter.to_lowercase());
        }
        said
    }

    #[test]
    fn a_command_its_type_and_its_file_have_one_name() {
        for entry in TABLE {
            let path = (entry.args)();
            assert_eq!(snake(&short(path)), entry.name, "{path}");
            assert!(path.contains(&format!("::acts::{}::", entry.name)), "{path}");
        }
    }

    #[test]
    fn the_list_of_names_that_the_window_is_built_with_is_that_of_the_table() {
        let table: Vec<_> = TABLE.iter().map(|entry| entry.name).collect();
        assert_eq!(table, crate::COMMAND_NAMES, "cargo xtask bindings writes it anew");
    }

    #[test]
    fn a_type_is_named_without_its_modules() {
        assert_eq!(short("alloc::vec::Vec<entaku_desk::view::session::MemberView>"), "Vec<MemberView>");
        assert_eq!(short("()"), "()");
    }

    #[test]
    fn codes_are_distinct() {
        let codes: std::collections::BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(codes.len(), Code::ALL.len());
    }
}
