//! Failed attempts at a password or the recovery code, counted in a small file beside the database, so that they are counted
//! on over a restart and by every program at the store. After a few, the next one has to wait, and each after it twice as
//! long. Whoever may write the folder can take the file away: against one who has the folder, only the cost of a guess counts.

use crate::error::StoreError;
use crate::files;
use crate::keyring::Keyring;
use chrono::{DateTime, FixedOffset, TimeDelta};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// Attempts that may fail before the next one has to wait: a person mistypes.
const FREE: u32 = 4;
/// The longest wait, in seconds.
const LONGEST: u32 = 900;
/// Attempts under one name that may be under way at once: several programs start together.
const AT_ONCE: usize = 32;
/// An attempt that began so long ago was ended by force, in seconds, and has failed.
const OVERDUE: i64 = 30;
/// Names that are counted; who tries more of them shares the last place.
const MOST_NAMES: usize = 200;
const OTHERS: &str = "…";

/// Failed attempts under one name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FailedSignIns {
    /// How many in a row.
    pub count: u32,
    /// The last one.
    pub last: DateTime<FixedOffset>,
}

/// What is known of the attempts under one name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Tried {
    failed: Option<FailedSignIns>,
    /// When those under way began.
    under_way: Vec<DateTime<FixedOffset>>,
}

impl Tried {
    /// Counts as failed what began long ago.
    fn overdue(&mut self, now: DateTime<FixedOffset>) {
        let is_over = |began: &DateTime<FixedOffset>| (now - *began).num_seconds() > OVERDUE;
        let (over, still): (Vec<_>, Vec<_>) = self.under_way.drain(..).partition(is_over);
        self.under_way = still;
        over.into_iter().for_each(|began| self.fail(began));
    }

    fn fail(&mut self, at: DateTime<FixedOffset>) {
        let former = self.failed.take();
        let count = former.as_ref().map_or(0, |failed| failed.count).saturating_add(1);
        self.failed = Some(FailedSignIns { count, last: former.map_or(at, |failed| failed.last.max(at)) });
    }

    /// Seconds that are still to be waited at this time. A clock set back shortens nothing. Once the next failure costs a
    /// wait, what is under way stands for one.
    fn wait(&self, now: DateTime<FixedOffset>) -> u32 {
        let crowded = u32::from(self.under_way.len() >= AT_ONCE);
        let Some(failed) = self.failed.as_ref().filter(|failed| failed.count > FREE) else { return crowded };
        let under_way = u32::try_from(self.under_way.len()).unwrap_or(u32::MAX);
        let over = failed.count.saturating_sub(FREE).saturating_add(under_way);
        let wait = 1_u32.checked_shl(over).map_or(LONGEST, |wait| wait.min(LONGEST));
        let since = (now - failed.last).max(TimeDelta::zero()).num_seconds();
        wait.saturating_sub(u32::try_from(since).unwrap_or(u32::MAX)).max(crowded)
    }

    fn is_nothing(&self) -> bool {
        self.failed.is_none() && self.under_way.is_empty()
    }
}

type Counts = BTreeMap<String, Tried>;

/// Does what a secret is needed for, under the name it is tried for. That it is tried is written before it is, so that ending
/// the program does not help; where it does not fail, what had failed before it is answered beside what it gives.
///
/// # Errors
/// [`StoreError::TooManyGuesses`] while the name has to wait, even for the right secret; else what `attempt` failed with.
pub fn attempt<T>(
    dir: &Path,
    who: &str,
    now: DateTime<FixedOffset>,
    attempt: impl FnOnce() -> Result<T, StoreError>,
) -> Result<(T, Option<FailedSignIns>), StoreError> {
    let name = name_of(dir, who);
    let before = change(dir, |counts| {
        let name = key(counts, &name);
        let tried = counts.entry(name).or_default();
        tried.overdue(now);
        let seconds = tried.wait(now);
        if seconds > 0 {
            return Err(StoreError::TooManyGuesses { seconds });
        }
        tried.under_way.push(now);
        Ok(tried.failed.clone())
    })?;
    let done = attempt();
    change(dir, |counts| {
        let name = key(counts, &name);
        let Some(tried) = counts.get_mut(&name) else { return Ok(()) };
        if let Some(at) = tried.under_way.iter().position(|began| *began == now) {
            tried.under_way.remove(at);
        }
        match &done {
            Ok(_) => tried.failed = None,
            Err(StoreError::SignInRefused | StoreError::RecoveryRefused | StoreError::CodeRefused) => {
                tried.fail(now);
            }
            // It said nothing about the secret.
            Err(_) => {}
        }
        if tried.is_nothing() {
            counts.remove(&name);
        }
        Ok(())
    })?;
    done.map(|given| (given, before))
}

/// What is counted together: a member's sign-in name and id open the same slot, and are one name here.
fn name_of(dir: &Path, who: &str) -> String {
    let owner = Keyring::read(dir).ok().and_then(|keyring| keyring.owner_of(who));
    owner.map_or_else(|| crate::grams::fold(who.trim()), |owner| owner.member_id)
}

fn key(counts: &Counts, name: &str) -> String {
    if counts.contains_key(name) || counts.len() < MOST_NAMES { name.to_owned() } else { OTHERS.to_owned() }
}

/// Reads, changes and replaces the file while no other program does. In a folder that cannot be written nothing is counted:
/// such a store can be read all the same.
fn change<T>(dir: &Path, change: impl FnOnce(&mut Counts) -> Result<T, StoreError>) -> Result<T, StoreError> {
    let path = dir.join(files::GUESSES);
    let held = if files::is_store(dir) { files::lock(dir).ok() } else { None };
    let read = std::fs::read(&path).ok();
    // What is no such file any more counts nothing; it is written anew.
    let mut counts: Counts = read.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    let former = counts.clone();
    let done = change(&mut counts)?;
    if held.is_some() && counts != former {
        let written = serde_json::to_vec(&counts)
            .map_err(|error| StoreError::Invalid { field: "failed attempts", what: error.to_string() })?;
        let _ = files::replace(&path, &written);
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{Room, make};

    fn at(seconds: i64) -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-11-30T10:00:00+09:00").unwrap() + TimeDelta::seconds(seconds)
    }

    #[test]
    fn a_members_name_and_id_are_guessed_at_together() {
        let room = Room::new();
        drop(make(&room.store()));
        for who in ["tanaka", "m1", "TANAKA", "m1", "tanaka"] {
            assert!(matches!(wrong(&room, who, 0), StoreError::SignInRefused), "{who}");
        }
        for who in ["m1", "tanaka"] {
            assert!(matches!(wrong(&room, who, 0), StoreError::TooManyGuesses { seconds: 2 }), "{who}");
        }
    }

    fn wrong(room: &Room, who: &str, seconds: i64) -> StoreError {
        attempt(&room.store(), who, at(seconds), || Err::<(), _>(StoreError::SignInRefused)).unwrap_err()
    }

    #[test]
    fn each_further_guess_waits_twice_as_long_and_over_a_restart() {
        let room = Room::new();
        drop(make(&room.store()));
        for _ in 0..=FREE {
            assert!(matches!(wrong(&room, "sato", 0), StoreError::SignInRefused));
        }
        let mut seconds = 0;
        for wait in [2, 4, 8, 16] {
            let right = attempt(&room.store(), " ＳＡＴＯ", at(seconds + wait - 1), || Ok(())).unwrap_err();
            assert!(
                matches!(right, StoreError::TooManyGuesses { seconds: 1 }),
                "the right one waits too: {right}"
            );
            seconds += wait;
            assert!(matches!(wrong(&room, "sato", seconds), StoreError::SignInRefused));
        }
        assert!(
            matches!(wrong(&room, "sato", -3600), StoreError::TooManyGuesses { .. }),
            "a clock set back helps nobody"
        );
        assert!(attempt(&room.store(), "abe", at(seconds), || Ok(())).is_ok(), "others do not wait");
        let (_, failed) = attempt(&room.store(), "sato", at(seconds + 32), || Ok(())).unwrap();
        assert_eq!(failed.unwrap().count, FREE + 5, "who gets in learns of them");
        let (_, failed) = attempt(&room.store(), "sato", at(seconds + 32), || Ok(())).unwrap();
        assert_eq!(failed, None, "and they are over");
    }

    #[test]
    fn twenty_guesses_cost_more_than_an_hour_and_names_do_not_fill_the_disk() {
        let room = Room::new();
        drop(make(&room.store()));
        let (mut seconds, mut guesses) = (0, 0);
        while guesses < 20 {
            match wrong(&room, "sato", seconds) {
                StoreError::TooManyGuesses { seconds: wait } => seconds += i64::from(wait),
                _ => guesses += 1,
            }
        }
        assert!(seconds > 3600, "{seconds} s");
        for name in 0..2 * MOST_NAMES {
            let _ = attempt(&room.store(), &name.to_string(), at(seconds), || {
                Err::<(), _>(StoreError::SignInRefused)
            });
        }
        let kept = std::fs::metadata(room.store().join(files::GUESSES)).unwrap().len();
        assert!(kept < 30_000, "{kept} bytes");
    }

    #[test]
    fn programs_that_start_together_do_not_keep_each_other_out() {
        fn within(room: &Room, deeper: usize) {
            let deep = || {
                if deeper > 0 {
                    within(room, deeper - 1);
                }
                Ok(())
            };
            attempt(&room.store(), "sato", at(0), deep).unwrap();
        }
        let room = Room::new();
        drop(make(&room.store()));
        within(&room, 15);
        // What was ended by force amid it has failed, a while later.
        let killed = serde_json::json!({ "sato": { "failed": null, "under_way": vec![at(0); 6] } });
        let lay = || std::fs::write(room.store().join(files::GUESSES), killed.to_string()).unwrap();
        lay();
        assert!(attempt(&room.store(), "sato", at(1), || Ok(())).is_ok(), "they may still be at it");
        lay();
        let later = attempt(&room.store(), "sato", at(OVERDUE + 1), || Ok(())).unwrap();
        assert_eq!(
            later.1.map(|failed| failed.count),
            Some(6),
            "the wait since the last one is over by then"
        );
    }

    #[test]
    fn what_says_nothing_of_the_secret_counts_nothing() {
        let room = Room::new();
        drop(make(&room.store()));
        for _ in 0..40 {
            let busy = attempt(&room.store(), "sato", at(0), || Err::<(), _>(StoreError::Busy)).unwrap_err();
            assert!(matches!(busy, StoreError::Busy));
        }
        std::fs::write(room.store().join(files::GUESSES), b"no JSON").unwrap();
        assert!(attempt(&room.store(), "sato", at(0), || Ok(())).is_ok());
    }
}
