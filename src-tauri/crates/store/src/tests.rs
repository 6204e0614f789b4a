//! The store from outside and under attack. What attacks needs the inside (raw SQL, the file names), so
//! these tests live in the crate.

mod backups;
mod cases;
mod chain;
mod damage;
mod drafts;
mod keys;
mod making;
mod many_hands;
mod reading;
mod renewal;
mod screens;
mod trust;
mod written;

use crate::*;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Cheap on purpose: the cost is the desk's policy and has its own test.
pub(crate) const CHEAP: KdfParams = KdfParams { memory_kib: 32, passes: 1, lanes: 1 };
pub(crate) const PASSWORD: &str = "円卓の長い合言葉";
pub(crate) const NOW: &str = "2026-11-22T10:00:00+09:00";

/// A folder of its own for one test, taken away at its end.
pub(crate) struct Room(PathBuf);

impl Room {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("entaku-store-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn store(&self) -> PathBuf {
        self.0.join("store")
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn owner(member_id: &str, sign_in: &str) -> SlotOwner {
    SlotOwner { member_id: member_id.into(), sign_in: sign_in.into() }
}

pub(crate) fn make(dir: &Path) -> (Store, RecoveryCode) {
    let new = NewStore { site_id: "site-1", device_id: "pc-1", created_at: NOW, kdf: CHEAP };
    let (store, keys) = Store::create(dir, &new, owner("m1", "tanaka"), PASSWORD).unwrap();
    (store, keys.code)
}

pub(crate) fn open(dir: &Path) -> Result<Store, StoreError> {
    Store::open(dir, "tanaka", PASSWORD, "pc-1")
}

pub(crate) fn event(number: u64, text: &str) -> NewRecord {
    NewRecord {
        id: format!("0198c5b2-7f00-7000-8000-{number:012x}"),
        at: NOW.into(),
        actor_member: "m1".into(),
        actor_role: "chair".into(),
        on_behalf: None,
        kind: "note".into(),
        schema_version: 1,
        payload: format!("{{\"text\":\"{text}\"}}").into_bytes(),
    }
}

/// Appends `count` small events to one stream, numbered from its present version.
pub(crate) fn grow(store: &mut Store, stream: &str, count: u64) -> Appended {
    let mut last = None;
    for _ in 0..count {
        let seen = store.stream_version(stream).unwrap();
        let next = event(store.head().unwrap().count + 1, "所見");
        last = Some(store.append(stream, seen, &[next], &ProjectionChange::default(), &[]).unwrap());
    }
    last.unwrap()
}

pub(crate) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}
