//! A store where nothing can be written is read as it stands, by whichever way SQLite leaves open.

use super::*;
use crate::reading;

/// The number of events that are read there without writing anything.
fn read(room: &Room, store: &Store) -> (u64, reading::Reading) {
    let (conn, way, _) = reading::open(&room.store(), &store.key, store.store_id()).unwrap();
    let count = conn.query_row("SELECT count(*) FROM journal", [], |row| row.get(0)).unwrap();
    assert!(
        conn.execute_batch("DELETE FROM case_row").is_err() || format!("{way:?}").contains("copied: true")
    );
    (count, way)
}

fn files(dir: &Path) -> Vec<(std::ffi::OsString, Vec<u8>)> {
    let mut all: Vec<_> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name(), std::fs::read(entry.path()).unwrap()))
        .collect();
    all.sort();
    all
}

#[test]
fn it_is_read_whole_with_a_log_without_one_and_with_a_log_that_lost_its_index() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/a", 3);
    // A program at work: log and index lie beside the database.
    let (count, way) = read(&room, &store);
    assert_eq!(count, 3);
    assert!(format!("{way:?}").contains("still: None, copied: false"), "{way:?}");
    drop(way);

    // A program that was ended by force, on a disk that lost the index: what was recorded last stands in the log alone.
    let torn = Room::new();
    copy_folder(&room.store(), &torn.store());
    std::fs::remove_file(torn.store().join("store.db-shm")).unwrap();
    assert!(std::fs::metadata(torn.store().join("store.db-wal")).unwrap().len() > 0);
    let before = files(&torn.store());
    let (count, way) = read(&torn, &store);
    assert_eq!(count, 3, "passing over the log would hide what was recorded last");
    assert!(format!("{way:?}").contains("copied: true"), "{way:?}");
    drop(way);
    assert_eq!(files(&torn.store()), before, "reading writes nothing there");

    // Closed in good order.
    let key = store.key.clone();
    let id = store.store_id().to_owned();
    store.close().unwrap();
    let before = files(&room.store());
    let (conn, way, _) = reading::open(&room.store(), &key, &id).unwrap();
    assert_eq!(conn.query_row("SELECT count(*) FROM journal", [], |row| row.get::<_, u64>(0)).unwrap(), 3);
    assert!(format!("{way:?}").contains("still: Some"), "{way:?}");
    drop(conn);
    assert_eq!(files(&room.store()), before, "reading writes nothing there");
}

#[test]
fn an_older_format_is_brought_up_in_a_copy_that_goes() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/a", 2);
    let (key, id) = (store.key.clone(), store.store_id().to_owned());
    store.conn.execute_batch("UPDATE store_meta SET projections = 1").unwrap();
    store.close().unwrap();
    let before = files(&room.store());
    let (conn, way, kept_in) = reading::open(&room.store(), &key, &id).unwrap();
    assert!(kept_in.starts_with(std::env::temp_dir()) && kept_in.join("store.db").is_file());
    conn.execute_batch("UPDATE store_meta SET projections = 2").expect("the copy can be brought up");
    drop(conn);
    drop(way);
    assert!(!kept_in.exists(), "the copy goes");
    assert_eq!(files(&room.store()), before, "and the store is as it was");
}

#[test]
fn a_note_kept_aside_is_its_members_and_the_stores_alone_and_is_forgotten_once() {
    let room = Room::new();
    let (store, _) = make(&room.store());
    let aside = room.path().join("aside");
    let note = |number: u8| NoteAside { id: format!("n{number}"), note: "円卓花子".into() };
    store.note_aside(&aside, "m1", &note(1)).unwrap();
    store.note_aside(&aside, "m2", &note(2)).unwrap();
    store.note_aside(&aside, "m1", &note(3)).unwrap();
    for (name, bytes) in files(&aside) {
        let secret = "円卓花子".as_bytes();
        assert!(!bytes.windows(secret.len()).any(|window| window == secret), "{name:?} can be read");
    }
    assert_eq!(store.notes_aside(&aside, "m1").unwrap(), (vec![note(1), note(3)], None));
    store.forget_aside(&aside, &["n1".to_owned(), "n3".to_owned()]).unwrap();
    assert_eq!(store.notes_aside(&aside, "m1").unwrap(), (vec![], None));
    assert_eq!(store.notes_aside(&aside, "m2").unwrap(), (vec![note(2)], None));

    let file = std::fs::read_dir(&aside).unwrap().next().unwrap().unwrap().path();
    std::fs::write(&file, b"no database at all, and longer than a head of one would have to be for that")
        .unwrap();
    let (none, put_aside) = store.notes_aside(&aside, "m2").unwrap();
    assert!(
        none.is_empty() && put_aside.is_some_and(|path| path.is_file()),
        "what cannot be read is kept and told"
    );
}
