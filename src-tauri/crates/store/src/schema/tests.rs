//! Steps are complete, and an older store becomes a newer one or stays as it was.

use super::*;
use crate::tests::{Room, make};

#[test]
fn every_numbered_step_is_run_in_its_order() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/migrations");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names.len(), STEPS.len(), "a file that no step runs, or a step without a file: {names:?}");
    for (index, name) in names.iter().enumerate() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/migrations").join(name);
        assert!(name.starts_with(&format!("{:04}_", index + 1)), "{name} is not numbered {}", index + 1);
        assert_eq!(
            std::fs::read_to_string(path).unwrap(),
            STEPS[index],
            "step {} runs another file",
            index + 1
        );
    }
}

#[test]
fn an_older_store_is_copied_and_brought_forward() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    crate::tests::grow(&mut store, "case/1", 2);
    let step = "CREATE TABLE later (x TEXT NOT NULL) STRICT; INSERT INTO later VALUES ('kept');";
    let steps: Vec<&str> = STEPS.iter().copied().chain([step]).collect();
    let (dir, key, id) = (store.dir.clone(), store.key.clone(), store.store_id.clone());
    let copy = migrate_by(&steps, &dir, &mut store.conn, &key, &id).unwrap().expect("a copy was made");
    let text: String = store.conn.query_row("SELECT x FROM later", [], |row| row.get(0)).unwrap();
    assert_eq!((text.as_str(), version(&store.conn).unwrap()), ("kept", newest() + 1));
    assert_eq!(migrate_by(&steps, &dir, &mut store.conn, &key, &id).unwrap(), None, "once is enough");
    let before = connection::open_file(&copy, &key, &id, Expect::Existing).unwrap();
    let events: i64 = before.query_row("SELECT count(*) FROM journal", [], |row| row.get(0)).unwrap();
    assert_eq!((version(&before).unwrap(), events), (newest(), 2), "the copy is the store as it was");
}

#[test]
fn a_failed_step_leaves_the_store_as_it_was() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    let step =
        "CREATE TABLE later (x TEXT NOT NULL) STRICT; UPDATE store_meta SET site_id = 'x'; SELECT nonsense;";
    let steps: Vec<&str> = STEPS.iter().copied().chain([step]).collect();
    let (dir, key, id) = (store.dir.clone(), store.key.clone(), store.store_id.clone());
    assert!(migrate_by(&steps, &dir, &mut store.conn, &key, &id).is_err());
    let tables: i64 = store
        .conn
        .query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'later'", [], |row| row.get(0))
        .unwrap();
    let site: String = store.conn.query_row("SELECT site_id FROM store_meta", [], |row| row.get(0)).unwrap();
    assert_eq!((tables, site.as_str(), version(&store.conn).unwrap()), (0, "site-1", newest()));
}
