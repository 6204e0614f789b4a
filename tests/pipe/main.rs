//! The desk at the end of a pipe, for the tests of the page and for looking at the page in a browser: one line of JSON
//! in, one line out, in order.
//!
//! `entaku-desk-pipe prepare FOLDER` makes the stores that tests begin with, see `stores.rs`.
//! `entaku-desk-pipe FOLDER` answers from standard input until it is closed:
//!
//! * `{"id":1,"begin":"practice","as":"sato"}` leaves the desk it had and begins another one on a copy of that store, with
//!   the clock where it always starts; signed in where `as` names somebody. The answer is `{"folder":…}`.
//! * `{"id":2,"name":"open_case","args":{…}}` is a command of the desk.
//! * `{"id":3,"pass":61}` lets so many seconds go by.
//!
//! The answer is `{"id":…,"ok":…}` or `{"id":…,"error":{"code","message","fields"}}`. It knows no rule: whatever is
//! refused is refused by the desk.
mod anew;
mod files;
mod stores;

use std::io::{BufRead, Write, stdin, stdout};
use std::path::{Path, PathBuf};

use chrono::Duration;
use entaku_desk::{ApiError, Desk, Environment, KdfParams, answer};
use entaku_tests::desk::{PASSWORD, TestClock};
use entaku_tests::place::Folder;
use serde_json::{Value, json};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["prepare", folder] => stores::prepare(Path::new(folder)),
        [folder] => serve(Path::new(folder)),
        _ => panic!("usage: see the head of this file"),
    }
}

/// A desk that has begun: its clock, and the folder that goes with it.
pub struct Begun {
    /// The desk itself.
    pub desk: Desk,
    /// Moves when it is told to, and by a moment for each command.
    pub clock: TestClock,
    folder: PathBuf,
}

impl Begun {
    /// A desk whose store lies, or will lie, in `store` of the folder.
    pub fn at(folder: &Path) -> Self {
        let clock = TestClock::new();
        let environment = Environment {
            clock: std::sync::Arc::new(clock.clone()),
            store_dir: folder.join("store"),
            state_dir: None,
            device: "test-pc".to_owned(),
            kdf: KdfParams { memory_kib: 64, passes: 1, lanes: 1 },
        };
        let desk =
            Desk::new(environment).unwrap_or_else(|problem| panic!("the desk does not start: {problem:?}"));
        Self { desk, clock, folder: folder.to_owned() }
    }

    /// Carries out a command, after a moment, so that no two events share one.
    fn answer(&mut self, name: &str, args: Value) -> Result<String, ApiError> {
        self.clock.pass(Duration::milliseconds(1));
        answer(&mut self.desk, name, args).map(|text| text.get().to_owned())
    }

    /// Carries out a command that must go well.
    pub fn call(&mut self, name: &str, args: Value) -> Value {
        let text = self.answer(name, args).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name} answers in JSON: {error}"))
    }

    /// Another member at the same desk.
    pub fn sign_in(&mut self, who: &str) {
        self.call("open_store", json!({ "signIn": who, "password": PASSWORD }));
    }
}

fn serve(prepared: &Path) {
    let work = Folder::new("page");
    let mut begun: Option<Begun> = None;
    for (number, line) in stdin().lock().lines().enumerate() {
        let line = line.expect("a line of UTF-8");
        let asked: Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
        let said = match (&asked["begin"], &asked["pass"], &mut begun) {
            (Value::String(store), _, _) => {
                // The store before is closed before the next is copied: two at once would share nothing, but cost.
                drop(begun.take());
                let folder = work.join(number.to_string());
                copy(&prepared.join("stores").join(store), &folder.join("store"));
                let mut next = Begun::at(&folder);
                if let Value::String(who) = &asked["as"] {
                    next.sign_in(who);
                }
                let at = json!({ "folder": next.folder }).to_string();
                begun = Some(next);
                Ok(at)
            }
            (_, Value::Number(seconds), Some(begun)) => {
                begun.clock.pass(Duration::seconds(seconds.as_i64().expect("whole seconds")));
                Ok("null".to_owned())
            }
            (_, _, Some(begun)) => {
                begun.answer(asked["name"].as_str().expect("a command's name"), asked["args"].clone())
            }
            _ => panic!("no desk has begun: {line}"),
        };
        let id = &asked["id"];
        let mut out = stdout().lock();
        let written = match said {
            Ok(text) => writeln!(out, "{{\"id\":{id},\"ok\":{text}}}"),
            Err(refusal) => writeln!(out, "{}", json!({ "id": id, "error": refusal })),
        };
        // Nobody reads any more: there is nothing left to do.
        if written.and_then(|()| out.flush()).is_err() {
            return;
        }
    }
}

/// Copies a folder with all in it; one that is not there is left out, for a computer without a store.
pub fn copy(from: &Path, to: &Path) {
    let Ok(entries) = std::fs::read_dir(from) else { return };
    std::fs::create_dir_all(to).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
    for entry in entries {
        let entry = entry.unwrap_or_else(|error| panic!("{}: {error}", from.display()));
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
}
