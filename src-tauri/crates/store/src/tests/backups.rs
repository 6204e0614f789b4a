//! A whole store in one file and back: sound, or not at all.

use super::trust::{OWN, open_as, panel};
use super::*;
use std::fs::File;

fn back_up(store: &Store, to: &Path) -> Head {
    let head = store.back_up(&mut File::create(to).unwrap(), NOW).unwrap();
    let left: Vec<_> =
        std::fs::read_dir(store.dir()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(
        !left.iter().any(|name| name.to_string_lossy().contains("backup")),
        "no copy stays behind: {left:?}"
    );
    head
}

#[test]
fn what_was_backed_up_while_others_work_comes_back_as_it_was() {
    let room = Room::new();
    panel(&room);
    let mut store = open_as(&room, "sato", PASSWORD).unwrap();
    let file =
        NewAttachment {
            name: "report.json", media_type: "application/json", bytes: "円卓花子".as_bytes()
        };
    grow_signed(&mut store, &file);
    let (head, backup) = (store.head().unwrap(), room.path().join("store.backup"));
    assert_eq!(back_up(&store, &backup), head);
    grow_signed(&mut store, &file);
    let bytes = std::fs::read(&backup).unwrap();
    let secret = "円卓花子".as_bytes();
    assert!(!bytes.windows(secret.len()).any(|window| window == secret), "nothing can be read in it");

    assert_eq!(store.holds_backup(&backup).unwrap(), Some(true), "the journal goes on from it");
    let elsewhere = room.path().join("elsewhere");
    let restored = Store::restore(&backup, &elsewhere, "abe", OWN, "pc-2", |_| Ok(())).unwrap();
    assert_eq!(restored.head().unwrap(), head);
    assert!(restored.verify_deep().unwrap().ok && restored.head_state().is_sound());
    let later = room.path().join("later.backup");
    back_up(&store, &later);
    assert_eq!(
        restored.holds_backup(&later).unwrap(),
        Some(false),
        "an older store is found by a later backup"
    );
}

#[test]
fn it_is_put_back_where_nothing_is_and_by_a_member_alone() {
    let room = Room::new();
    panel(&room);
    let store = open_as(&room, "sato", PASSWORD).unwrap();
    let backup = room.path().join("store.backup");
    back_up(&store, &backup);
    let into = |dir: &Path, password: &str| {
        Store::restore(&backup, dir, "sato", password, "pc", |_| Ok(())).map(drop)
    };
    assert!(
        matches!(into(&room.store(), PASSWORD), Err(StoreError::NotEmpty { .. })),
        "a store is never covered"
    );
    let other = room.path().join("other");
    assert!(matches!(into(&other, "wrong"), Err(StoreError::SignInRefused)));
    assert!(!other.exists(), "nothing is left of it");
    std::fs::create_dir(&other).unwrap();
    into(&other, PASSWORD).unwrap();
    assert_eq!(std::fs::read_dir(room.path()).unwrap().count(), 3, "store, backup, other");
}

#[test]
fn every_byte_of_it_counts() {
    let room = Room::new();
    panel(&room);
    let store = open_as(&room, "sato", PASSWORD).unwrap();
    let backup = room.path().join("store.backup");
    back_up(&store, &backup);
    let sound = std::fs::read(&backup).unwrap();
    let (mut refused, mut tried) = (0, 0);
    for at in (0..sound.len()).step_by(sound.len() / 60) {
        let mut flipped = sound.clone();
        flipped[at] ^= 0x10;
        std::fs::write(&backup, &flipped).unwrap();
        let to = room.path().join("elsewhere");
        tried += 1;
        match Store::restore(&backup, &to, "sato", PASSWORD, "pc", |_| Ok(())) {
            Err(_) => {
                refused += 1;
                assert!(!to.exists(), "byte {at}: nothing is left of it");
            }
            Ok(restored) => {
                // Fields of the archive that nothing rests on, such as a time.
                assert!(restored.verify_deep().unwrap().ok, "byte {at}");
                drop(restored);
                std::fs::remove_dir_all(&to).unwrap();
            }
        }
    }
    assert!(refused * 10 >= tried * 9, "{refused} of {tried}");
    for cut in [0, 100, sound.len() / 2, sound.len() - 1] {
        std::fs::write(&backup, &sound[..cut]).unwrap();
        assert!(
            Store::restore(&backup, &room.path().join("x"), "sato", PASSWORD, "pc", |_| Ok(())).is_err(),
            "cut at {cut}"
        );
    }
}

/// One more event of the chair's with a file, signed.
fn grow_signed(store: &mut Store, file: &NewAttachment<'_>) {
    let event = super::trust::signed_in(store, 1, entaku_domain::member::Role::Chair);
    store.append_events(&[event], None, std::slice::from_ref(file)).unwrap();
}

#[test]
fn what_an_interrupted_backup_left_goes_when_nobody_is_at_it() {
    let room = Room::new();
    let (store, _) = make(&room.store());
    let left = ["", ".new", ".new-wal", "-journal"]
        .map(|end| room.store().join(format!("store.db.backup-0198c5b2-7f00-7000-8000-00000000000a{end}")));
    let format = room.store().join("store.db.format-4");
    let lay = || left.iter().for_each(|path| std::fs::write(path, b"half a copy").unwrap());
    let lie = || left.iter().filter(|path| path.exists()).count();
    lay();
    std::fs::write(&format, b"the copy from before a migration").unwrap();
    let held = crate::files::under_way(&room.store()).unwrap();
    drop(open(&room.store()).unwrap());
    assert_eq!(lie(), 4, "another program may be at it");
    drop(held);
    drop(open(&room.store()).unwrap());
    assert_eq!(lie(), 0, "gone at the next opening");
    assert!(format.exists(), "nothing else goes");
    lay();
    back_up(&store, &room.path().join("store.backup"));
    assert_eq!(lie(), 0, "and at the next backup");
}

#[test]
fn a_folder_left_by_an_interrupted_restoring_goes_with_the_next_one() {
    let room = Room::new();
    let (store, _) = make(&room.store());
    let backup = room.path().join("store.backup");
    back_up(&store, &backup);
    let to = room.path().join("back");
    let beside = |end: &str| room.path().join(format!("back{end}"));
    let (left, busy) = (
        beside(".restoring-0198c5b2-7f00-7000-8000-00000000000a"),
        beside(".restoring-0198c5b2-7f00-7000-8000-00000000000b"),
    );
    let another = beside("-of-last-year");
    for folder in [&left, &busy, &another] {
        std::fs::create_dir(folder).unwrap();
        drop(crate::files::under_way(folder).unwrap());
    }
    let held = crate::files::under_way(&busy).unwrap();
    drop(Store::restore(&backup, &to, "tanaka", PASSWORD, "pc-2", |_| Ok(())).unwrap());
    assert!(!left.exists(), "what nobody is at goes");
    assert!(busy.exists() && another.exists(), "what somebody is at stays, and so do other folders");
    drop(held);
}
