//! What a command is: a form that carries out itself, with its name, the right it needs, what it leaves in the access log and
//! what it answers. One table of them feeds both shells, the typed client of the screen, the permissions of the window and
//! the schemas; callers in Rust hand over the form itself.

use crate::acts::TABLE;
use crate::desk::Desk;
use crate::error::{ApiError, Code, Outcome, Problem, internal};
use crate::permission::Right;
use crate::schema::{given, taken};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

/// An act that a person can ask for. The value is its form, filled in.
pub trait Command: DeserializeOwned + JsonSchema {
    /// Its name: that of its file, and of its type in another spelling.
    const NAME: &'static str;
    /// The right that it needs.
    const RIGHT: Right;
    /// Kinds of what it may note in the access log; it cannot note others.
    const LEAVES: &'static [&'static str] = &[];
    /// What it answers.
    type Answer: Serialize + JsonSchema;

    /// Carries it out. The right has been checked before.
    ///
    /// # Errors
    /// Whatever keeps it from being done, in words for people. Nothing has been recorded then.
    fn act(self, desk: &mut Desk) -> Outcome<Self::Answer>;
}

/// A command that changes a case as it was seen.
pub trait OfCase: Command {
    /// The same form, for this case as it stood at this version.
    #[must_use]
    fn at(self, case_id: String, expected_version: u32) -> Self;
}

/// A command as the terminal lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommandInfo {
    /// Name.
    pub name: &'static str,
    /// Type of its arguments.
    pub args: String,
    /// Type of its answer.
    pub returns: String,
    /// Roles that may use it, by their codes; where it needs no store, all.
    pub roles: Vec<entaku_domain::member::Role>,
    /// Kinds of what it may leave in the access log.
    pub leaves: &'static [&'static str],
}

/// A line of the table: a command without its type.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) right: Right,
    pub(crate) args: fn() -> &'static str,
    pub(crate) returns: fn() -> &'static str,
    pub(crate) leaves: &'static [&'static str],
    /// Schema of its arguments.
    pub(crate) takes: fn() -> Value,
    /// Schema of its answer.
    pub(crate) gives: fn() -> Value,
    run: fn(&mut Desk, Value) -> Outcome<Box<RawValue>>,
}

impl Entry {
    pub(crate) const fn of<C: Command>() -> Self {
        Self {
            name: C::NAME,
            right: C::RIGHT,
            args: std::any::type_name::<C>,
            returns: std::any::type_name::<C::Answer>,
            leaves: C::LEAVES,
            takes: taken::<C>,
            gives: given::<C::Answer>,
            run: run::<C>,
        }
    }

    fn info(&self) -> CommandInfo {
        CommandInfo {
            name: self.name,
            args: short((self.args)()),
            returns: short((self.returns)()),
            roles: self.right.roles().to_vec(),
            leaves: self.leaves,
        }
    }
}

/// The name of a type without the modules it is in: `Vec<MemberView>`.
fn short(path: &str) -> String {
    let parts = path.split_inclusive(['<', '>', ',']);
    parts.map(|part| part.rsplit("::").next().unwrap_or(part)).collect()
}

/// Every command, in the order of a case's life.
pub fn commands() -> Vec<CommandInfo> {
    TABLE.iter().map(Entry::info).collect()
}

/// Carries out a command by its name.
fn route(desk: &mut Desk, name: &str, args: Value) -> Outcome<Box<RawValue>> {
    match TABLE.iter().find(|entry| entry.name == name) {
        Some(entry) => (entry.run)(desk, args),
        None => Err(Problem::new(
            Code::BadRequest,
            format!("「{name}」という操作はありません。"),
            format!("There is no command “{name}”."),
        )),
    }
}

fn run<C: Command>(desk: &mut Desk, args: Value) -> Outcome<Box<RawValue>> {
    // First: who may not do it is not told whether the arguments were right.
    begin::<C>(desk)?;
    // A command without arguments may be called without any.
    let args = if args.is_null() { Value::Object(serde_json::Map::new()) } else { args };
    let form: C = serde_path_to_error::deserialize(args).map_err(|error| misread(C::NAME, &error))?;
    serde_json::value::to_raw_value(&form.act(desk)?).map_err(internal)
}

/// Arguments that are none of the form's. A choice that there is not is a fault in a field, as a text that is missing is.
fn misread(name: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let why = error.inner().to_string();
    let named = |part: &serde_path_to_error::Segment| match part {
        serde_path_to_error::Segment::Map { key } => Some(key.clone()),
        _ => None,
    };
    let field = error.path().iter().filter_map(named).last().unwrap_or_default();
    if why.starts_with("unknown variant") {
        // serde names the choices.
        return Problem::field(
            &field,
            format!("選択肢にない値です。（{why}）"),
            format!("This is not one of the choices. ({why})"),
        );
    }
    Problem::new(
        Code::BadRequest,
        format!("{name} の引数が正しくありません: {why}"),
        format!("Arguments of {name}: {why}"),
    )
}

/// Before every act: its right, and what it may leave behind.
fn begin<C: Command>(desk: &mut Desk) -> Outcome<()> {
    desk.take_role(C::RIGHT)?;
    desk.may_leave(C::LEAVES);
    Ok(())
}

/// Carries out a command as part of another act, under its own right.
pub(crate) fn carry_out<C: Command>(desk: &mut Desk, form: C) -> Outcome<C::Answer> {
    begin::<C>(desk)?;
    form.act(desk)
}

impl Desk {
    /// Carries out a command. What it answers is plain data for the screen.
    ///
    /// # Errors
    /// With the code and the words of what went wrong, in the desk's language.
    pub fn call<C: Command>(&mut self, form: C) -> Result<C::Answer, ApiError> {
        carry_out(self, form).map_err(|problem| problem.said(self.language()))
    }
}

/// Carries out a command by its name. The answer is JSON text, written once: a case of hundreds of findings as a tree of
/// values costs several times the act itself.
///
/// # Errors
/// With the code and the words of what went wrong, in the desk's language.
pub fn answer(desk: &mut Desk, name: &str, args: Value) -> Result<Box<RawValue>, ApiError> {
    route(desk, name, args).map_err(|problem| problem.said(desk.language()))
}

/// As [`answer`], read back as a value: for callers that look into it.
///
/// # Errors
/// As [`answer`].
pub fn dispatch(desk: &mut Desk, name: &str, args: Value) -> Result<Value, ApiError> {
    let text = answer(desk, name, args)?;
    serde_json::from_str(text.get()).map_err(|error| internal(error).said(desk.language()))
}

#[cfg(test)]
mod tests {
    use super::*;
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
