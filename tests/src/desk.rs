//! A desk without a window: a store of its own, a clock that only the test moves, cheap passwords.
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Duration, FixedOffset};
use entaku_desk::{ApiError, Clock, Desk, Environment, KdfParams, dispatch};
use serde_json::{Value, json};

use crate::place::Folder;

/// The password of every member a test makes.
pub const PASSWORD: &str = "円卓のための合言葉-2026";

/// A clock that stands still until it is moved.
#[derive(Clone)]
pub struct TestClock(Arc<Mutex<DateTime<FixedOffset>>>);

impl TestClock {
    /// Sunday 22 November 2026, ten o'clock in Japan.
    pub fn new() -> Self {
        let start = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+09:00").expect("a moment in RFC 3339");
        Self(Arc::new(Mutex::new(start)))
    }

    /// Lets this much time pass.
    pub fn pass(&self, time: Duration) {
        *self.0.lock().expect("no test panics with the clock in hand") += time;
    }
}

impl Default for TestClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for TestClock {
    fn now(&self) -> DateTime<FixedOffset> {
        *self.0.lock().expect("no test panics with the clock in hand")
    }
}

/// A desk in a folder of its own.
pub struct TestDesk {
    /// The desk itself.
    pub desk: Desk,
    /// Its clock.
    pub clock: TestClock,
    folder: Folder,
}

impl TestDesk {
    /// A desk with no store yet; the store will lie in `store` of its folder.
    pub fn new(name: &str) -> Self {
        Self::in_folder(Folder::new(name), TestClock::new())
    }

    /// A desk at this folder and clock: another program start, as far as the store can tell.
    pub fn in_folder(folder: Folder, clock: TestClock) -> Self {
        let environment = Environment {
            clock: std::sync::Arc::new(clock.clone()),
            store_dir: folder.join("store"),
            state_dir: Some(folder.join("state")),
            device: "test-pc".to_owned(),
            kdf: KdfParams { memory_kib: 64, passes: 1, lanes: 1 },
        };
        let desk =
            Desk::new(environment).unwrap_or_else(|problem| panic!("the desk does not start: {problem:?}"));
        Self { desk, clock, folder }
    }

    /// Closes the program and starts it again on the same store.
    pub fn restart(self) -> Self {
        let Self { desk, clock, folder } = self;
        drop(desk);
        Self::in_folder(folder, clock)
    }

    /// The desk's folder.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Carries out a command that must go well.
    pub fn call(&mut self, name: &str, args: Value) -> Value {
        self.try_call(name, args).unwrap_or_else(|refusal| panic!("{name} was refused: {refusal:?}"))
    }

    /// Carries out a command that must be refused.
    pub fn refused(&mut self, name: &str, args: Value) -> ApiError {
        match self.try_call(name, args) {
            Err(refusal) => refusal,
            Ok(answer) => panic!("{name} was not refused: {answer}"),
        }
    }

    /// Carries out a command. A second passes before, so that no two events share a moment.
    pub fn try_call(&mut self, name: &str, args: Value) -> Result<Value, ApiError> {
        self.clock.pass(Duration::seconds(1));
        dispatch(&mut self.desk, name, args)
    }

    /// What the desk tells about itself.
    pub fn info(&mut self) -> Value {
        self.call("app_info", json!({}))
    }
}
