//! What a command is: a form that can be carried out, with its name, the right it needs, what it leaves in the access log and
//! what it answers. Callers in Rust hand over the form itself. Knows no command.

use crate::desk::Desk;
use crate::error::{ApiError, Code, Outcome, Problem, internal};
use crate::permission::Right;
use crate::schema::{given, taken};
use entaku_words::errors::command;
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
    /// Rights that it needs besides, in whatever role.
    const ALSO: &'static [Right] = &[];
    /// Kinds of what it may note in the access log; it cannot note others.
    const LEAVES: &'static [&'static str] = &[];
    /// Whether it may take long, rests on nothing of the screen and records nothing but who looked at or took out what: a shell
    /// with a thread to spare has it done at a deputy's desk, and nobody waits for it who asked for something else.
    const LONG: bool = false;
    /// What it answers.
    type Answer: Serialize + JsonSchema;
}

mod act {
    use super::{Command, Desk, Outcome};

    /// What a command does. Public only in name: its module is not, so that nobody outside the desk can carry out an act
    /// without its right having been asked for.
    pub trait Act: Command {
        /// Carries it out. The right has been checked before.
        ///
        /// # Errors
        /// Whatever keeps it from being done, in words for people. Nothing has been recorded then.
        fn act(self, desk: &mut Desk) -> Outcome<Self::Answer>;
    }
}
pub(crate) use act::Act;

/// A command that a shell can have carried out. Every command is one.
pub trait Callable: Command {
    /// Carries it out at a desk, if the person there may.
    ///
    /// # Errors
    /// With the code and the words of what went wrong, in the desk's language.
    fn call_at(self, desk: &mut Desk) -> Result<Self::Answer, ApiError>;

    /// As [`Callable::call_at`], for an answer that leaves the program: as plain data, without what the reader may not see.
    ///
    /// # Errors
    /// As [`Callable::call_at`].
    fn told_at(self, desk: &mut Desk) -> Result<Value, ApiError>;
}

impl<C: Act> Callable for C {
    fn call_at(self, desk: &mut Desk) -> Result<C::Answer, ApiError> {
        (desk.sieve, desk.recorded) = (None, false);
        let done = carry_out(desk, self).map_err(|problem| truly(desk, problem));
        done.map_err(|problem| said(desk, &problem))
    }

    fn told_at(self, desk: &mut Desk) -> Result<Value, ApiError> {
        let mut answer = serde_json::to_value(self.call_at(desk)?)
            .map_err(|error| internal(error).said(desk.language()))?;
        if let Some(sieve) = desk.sieve.take() {
            sieve.sift(&mut answer, desk.language());
        }
        Ok(answer)
    }
}

/// A refusal in words, without what the reader may not see.
pub(crate) fn said(desk: &mut Desk, problem: &Problem) -> ApiError {
    let mut error = problem.said(desk.language());
    if let Some(sieve) = desk.sieve.take() {
        for text in error.fields.values_mut().chain([&mut error.message]) {
            if sieve.names(text) {
                entaku_words::answers::sight::NOT_SHOWN.get(desk.language()).clone_into(text);
            }
        }
    }
    error
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
    pub(crate) also: &'static [Right],
    pub(crate) args: fn() -> &'static str,
    pub(crate) returns: fn() -> &'static str,
    pub(crate) leaves: &'static [&'static str],
    pub(crate) long: bool,
    /// Schema of its arguments.
    pub(crate) takes: fn() -> Value,
    /// Schema of its answer.
    pub(crate) gives: fn() -> Value,
    pub(crate) run: fn(&mut Desk, Value) -> Outcome<Box<RawValue>>,
}

impl Entry {
    pub(crate) const fn of<C: Act>() -> Self {
        Self {
            name: C::NAME,
            right: C::RIGHT,
            also: C::ALSO,
            args: std::any::type_name::<C>,
            returns: std::any::type_name::<C::Answer>,
            leaves: C::LEAVES,
            long: C::LONG,
            takes: taken::<C>,
            gives: given::<C::Answer>,
            run: run::<C>,
        }
    }

    /// The roles that by themselves may use it.
    pub(crate) fn roles(&self) -> impl Iterator<Item = entaku_domain::member::Role> {
        let may =
            |role: &entaku_domain::member::Role| self.also.iter().all(|right| right.roles().contains(role));
        self.right.roles().iter().copied().filter(may)
    }

    pub(crate) fn info(&self) -> CommandInfo {
        CommandInfo {
            name: self.name,
            args: short((self.args)()),
            returns: short((self.returns)()),
            roles: self.roles().collect(),
            leaves: self.leaves,
        }
    }
}

/// The name of a type without the modules it is in: `Vec<MemberView>`.
pub(crate) fn short(path: &str) -> String {
    let parts = path.split_inclusive(['<', '>', ',']);
    parts.map(|part| part.rsplit("::").next().unwrap_or(part)).collect()
}

fn run<C: Act>(desk: &mut Desk, args: Value) -> Outcome<Box<RawValue>> {
    desk.sieve = None;
    // First: who may not do it is not told whether the arguments were right.
    begin::<C>(desk)?;
    // A command without arguments may be called without any.
    let args = if args.is_null() { Value::Object(serde_json::Map::new()) } else { args };
    let form: C = serde_path_to_error::deserialize(args).map_err(|error| misread(C::NAME, &error))?;
    desk.recorded = false;
    let done = form.act(desk).map_err(|problem| desk.seen_anew(problem));
    let answer = done.map_err(|problem| truly(desk, problem))?;
    let Some(sieve) = desk.sieve.take() else {
        return serde_json::value::to_raw_value(&answer).map_err(internal);
    };
    let mut answer = serde_json::to_value(&answer).map_err(internal)?;
    sieve.sift(&mut answer, desk.language());
    serde_json::value::to_raw_value(&answer).map_err(internal)
}

/// A failure of the store says that nothing was recorded. Where it came after something was, as when the fresh view cannot be read
/// any more, that is said instead, or a person would do it twice.
fn truly(desk: &Desk, problem: Problem) -> Problem {
    let denies = matches!(problem.code, Code::Store | Code::Damaged);
    if desk.recorded && denies {
        Problem::of(problem.code, entaku_words::errors::desk::RECORDED_ALL_THE_SAME)
    } else {
        problem
    }
}

/// Arguments that are none of the form's. A choice that there is not is a fault in a field, as a text that is missing is.
fn misread(name: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let why = error.inner().to_string();
    let named = |part: &serde_path_to_error::Segment| match part {
        serde_path_to_error::Segment::Map { key } => Some(key.clone()),
        _ => None,
    };
    let field = error.path().iter().filter_map(named).next_back().unwrap_or_default();
    if why.starts_with("unknown variant") {
        // serde names the choices.
        return Problem::at(&field, command::no_choice(&why));
    }
    Problem::of(Code::BadRequest, command::wrong_arguments(name, &why))
}

/// Before every act: its right, and what it may leave behind.
fn begin<C: Command>(desk: &mut Desk) -> Outcome<()> {
    if let Err(problem) = desk.take_role(C::RIGHT, C::ALSO) {
        if problem.code == Code::Forbidden {
            desk.note_denied(C::NAME);
        }
        return Err(problem);
    }
    desk.may_leave(C::LEAVES);
    Ok(())
}

/// Carries out a command as part of another act, under its own right.
pub(crate) fn carry_out<C: Act>(desk: &mut Desk, form: C) -> Outcome<C::Answer> {
    begin::<C>(desk)?;
    form.act(desk).map_err(|problem| desk.seen_anew(problem))
}

impl Desk {
    /// Carries out a command. What it answers is plain data for the screen.
    ///
    /// # Errors
    /// With the code and the words of what went wrong, in the desk's language.
    pub fn call<C: Callable>(&mut self, form: C) -> Result<C::Answer, ApiError> {
        form.call_at(self)
    }

    /// As [`Desk::call`], for an answer that is printed: as plain data, without what the reader may not see.
    ///
    /// # Errors
    /// As [`Desk::call`].
    pub fn tell<C: Callable>(&mut self, form: C) -> Result<Value, ApiError> {
        form.told_at(self)
    }
}
