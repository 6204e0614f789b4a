//! Killing a worker at moments that nobody chose, and whether the kills hit what they were meant to hit.
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::worker_process::{Heard, Worker};
use crate::desk::{PASSWORD, TestDesk};

/// Random numbers that are the same in each run (xorshift64*).
#[derive(Debug)]
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn thrown(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % sides.max(1)
    }

    /// A time to work, up to `longest` milliseconds.
    pub fn work(&mut self, longest: u64) -> Duration {
        Duration::from_millis(1 + self.thrown(longest))
    }
}

/// Starts a worker and kills it at a moment that nobody chose, at the latest after `longest` milliseconds. Every second
/// one is let through its first act before, so that there is something to lose on a slow machine too.
pub fn killed(store: &Path, words: &[&str], longest: u64, dice: &mut Dice, kill: u64) -> Heard {
    let mut worker = Worker::start(store, words);
    if !kill.is_multiple_of(2) {
        worker.wait_for_an_act();
    }
    worker.kill_after(dice.work(longest))
}

/// Whether the kills of a test hit what they were meant to hit.
#[derive(Debug, Default)]
pub struct Tally {
    /// Kills so far.
    pub kills: u64,
    /// Acts acknowledged before them.
    pub acknowledged: u64,
    /// Kills after at least one acknowledged act.
    pub after_an_act: u64,
    /// Kills amid an act.
    pub amid_an_act: u64,
}

impl Tally {
    /// Counts a kill.
    pub fn add(&mut self, heard: &Heard) {
        self.kills += 1;
        self.acknowledged += heard.done.len() as u64;
        self.after_an_act += u64::from(!heard.done.is_empty());
        self.amid_an_act += u64::from(heard.was_amid_an_act());
    }

    /// Fails where too few kills hit work in progress, or had something to lose.
    pub fn must_have_hit(&self, what: &str, meant: u64) {
        let Self { kills, acknowledged, after_an_act, amid_an_act } = self;
        println!(
            "{what}: {kills} kills, {amid_an_act} amid an act, {acknowledged} acts acknowledged, none lost"
        );
        assert_eq!(*kills, meant);
        assert!(amid_an_act * 2 > *kills, "most kills hit work in progress: {amid_an_act} of {kills}");
        assert!(
            after_an_act * 2 >= *kills,
            "half of the kills have something to lose: {after_an_act} of {kills} came after an acknowledged act"
        );
    }
}

/// A new store with its first member signed in.
pub fn made(name: &str) -> TestDesk {
    let mut desk = TestDesk::new(name);
    let wish = json!({ "institution": "円卓大学病院", "member": "佐藤 恵", "password": PASSWORD });
    desk.call("create_store", wish);
    desk
}

/// Opens the store again and checks all of it.
pub fn reopen(desk: &mut TestDesk) -> Result<(), String> {
    desk.call("open_store", json!({ "password": PASSWORD }));
    let found = desk.call("verify_store", json!({ "deep": true }));
    if found["ok"] == json!(true) { Ok(()) } else { Err(format!("the store is not sound: {found}")) }
}
