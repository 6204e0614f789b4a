//! First run, opening, formats.

use super::*;

#[test]
fn a_new_store_opens_again_and_is_sound() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    assert_eq!(store.opened_by(), Some(&owner("m1", "tanaka")));
    let done = grow(&mut store, "case/1", 3);
    let id = store.store_id().to_owned();
    store.close().unwrap();

    let store = open(&room.store()).unwrap();
    assert_eq!(store.store_id(), id);
    assert_eq!(store.site_id(), "site-1");
    assert_eq!(store.head().unwrap(), done.head);
    assert_eq!(store.head_state(), &HeadState::Sound { count: 3 });
    let verification = store.verify().unwrap();
    assert!(verification.ok && verification.events == 3, "{verification:?}");
}

#[test]
fn a_store_is_made_in_an_empty_folder_only() {
    let room = Room::new();
    std::fs::create_dir(room.store()).unwrap();
    drop(make(&room.store()));
    let new = NewStore { site_id: "site", device_id: "pc", created_at: NOW, kdf: CHEAP };
    let twice = Store::create(&room.store(), &new, owner("m1", "tanaka"), PASSWORD).unwrap_err();
    assert!(
        matches!(twice, StoreError::NotEmpty { .. }),
        "a second store must never cover the first: {twice}"
    );
    assert!(open(&room.store()).is_ok(), "and the first is untouched");
}

#[test]
fn a_crash_in_the_first_run_leaves_no_store() {
    let room = Room::new();
    // What such a crash leaves: the folder in the making, whatever it holds by then.
    let leftover = room.path().join("store.making-x");
    std::fs::create_dir(&leftover).unwrap();
    std::fs::write(leftover.join("store.db"), b"half").unwrap();
    let none = open(&room.store()).unwrap_err();
    assert!(matches!(none, StoreError::NotAStore { missing: "keys.json", .. }), "{none}");
    drop(make(&room.store()));
    assert!(open(&room.store()).is_ok());
    let names: Vec<_> = std::fs::read_dir(room.store()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().ends_with(".new")), "{names:?}");
}

#[test]
fn the_schema_comes_with_its_version_or_not_at_all() {
    let room = Room::new();
    let (store, _) = make(&room.store());
    let path = room.path().join("other.db");
    let mut conn =
        crate::connection::open_file(&path, &store.key, store.store_id(), crate::connection::Expect::Absent)
            .unwrap();
    // The last statement of the first run fails: the identity is already taken by a table in its way.
    conn.execute_batch("CREATE TABLE search_text (x)").unwrap();
    let identity = crate::schema::Identity { store_id: "s", site_id: "s", created_at: NOW };
    assert!(crate::schema::first_run(&mut conn, &path, &identity).is_err());
    let tables: i64 =
        conn.query_row("SELECT count(*) FROM sqlite_schema WHERE type = 'table'", [], |r| r.get(0)).unwrap();
    let version: i64 = conn.query_row("PRAGMA user_version", [], |r| r.get(0)).unwrap();
    assert_eq!((tables, version), (1, 0), "nothing of the first run stays behind");
}

#[test]
fn a_store_of_a_later_program_is_refused() {
    let room = Room::new();
    let (store, _) = make(&room.store());
    store.conn.execute_batch("PRAGMA user_version = 999").unwrap();
    drop(store);
    let newer = open(&room.store()).unwrap_err();
    assert!(matches!(newer, StoreError::Newer { found: 999, .. }), "{newer}");
    assert!(newer.to_string().contains("Update the program"), "the message says what to do: {newer}");
}

#[test]
fn nothing_readable_lies_on_the_disk() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    let record = event(1, "患者 円卓花子 EGFR L858R");
    let file =
        NewAttachment {
            name: "report.json", media_type: "application/json", bytes: "円卓花子".as_bytes()
        };
    store.append("case/1", 0, &[record], &super::screens::change("c1", 1), &[file]).unwrap();
    // Without closing: the write-ahead log still holds it all.
    for entry in std::fs::read_dir(room.store()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        for secret in ["円卓花子", "EGFR", "SQLite format 3", "CREATE TABLE", "膵癌"] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} stands in the clear in {}", path.display());
        }
    }
}

#[test]
fn a_store_that_could_not_be_made_leaves_nothing_behind() {
    let room = Room::new();
    let new =
        NewStore { site_id: "site", device_id: "pc", created_at: NOW, kdf: KdfParams { passes: 0, ..CHEAP } };
    assert!(Store::create(&room.store(), &new, owner("m1", "tanaka"), PASSWORD).is_err());
    assert_eq!(std::fs::read_dir(room.path()).unwrap().count(), 0);
}
