//! Appending, and everything that must not happen to what was appended.

use super::*;
use crate::record::genesis;

/// Takes the guards away, as an attacker with the key would.
fn unguard(store: &Store) {
    store
        .conn
        .execute_batch(
            "DROP TRIGGER journal_is_never_updated; DROP TRIGGER journal_is_never_deleted; DROP TRIGGER journal_has_no_gap;",
        )
        .unwrap();
}

#[test]
fn what_was_appended_is_read_back_to_the_byte() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    let large = format!("{{\"findings\":\"{}\"}}", "EGFR ".repeat(20_000)).into_bytes();
    let records =
        [event(1, "一"), NewRecord { payload: large.clone(), on_behalf: Some("m2".into()), ..event(2, "") }];
    let done = store.append("case/1", 0, &records, &ProjectionChange::default(), &[]).unwrap();
    assert_eq!((done.seq, done.version), (2, 2));
    grow(&mut store, "case/2", 1);
    let found = store.load_stream("case/1").unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].payload, records[0].payload);
    assert_eq!(found[1].payload, large, "compression must not show");
    assert_eq!(found[1].on_behalf.as_deref(), Some("m2"));
    assert_eq!((found[0].site_id.as_str(), found[0].device_id.as_str()), ("site-1", "pc-1"));
    assert_eq!(
        found[0].prev_hash,
        genesis(store.store_id()).hash,
        "the chain begins with the store's identity"
    );
    assert_eq!(found[1].prev_hash, found[0].hash);
    assert_eq!(store.load_stream_until("case/1", 1).unwrap().len(), 1, "the case as it stood then");
    assert_eq!(store.load_stream("case/9").unwrap(), []);
    let streams = store.streams("case/").unwrap();
    assert_eq!(
        streams.iter().map(|s| (s.stream.as_str(), s.version, s.last_seq)).collect::<Vec<_>>(),
        [("case/1", 2, 2), ("case/2", 1, 3)]
    );
    assert_eq!(store.streams("member/").unwrap(), []);
    let kept: i64 =
        store.conn.query_row("SELECT sum(length(payload)) FROM journal", [], |r| r.get(0)).unwrap();
    assert!(kept < 10_000, "a large intake is kept small, not in {kept} bytes");
}

#[test]
fn a_stale_append_is_refused_and_changes_nothing() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 2);
    let before = store.head().unwrap();
    let late =
        store.append("case/1", 1, &[event(9, "late")], &super::screens::change("c1", 1), &[]).unwrap_err();
    assert!(matches!(late, StoreError::Stale { expected: 1, actual: 2, .. }), "{late}");
    assert_eq!(store.head().unwrap(), before);
    assert_eq!(store.case_row("c1").unwrap(), None, "its projections are refused with it");
}

#[test]
fn an_append_that_fails_half_way_leaves_nothing() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 1);
    let twice = [event(7, "a"), event(7, "b")];
    let file = NewAttachment { name: "a", media_type: "text/plain", bytes: b"abc" };
    let error = store.append("case/1", 1, &twice, &ProjectionChange::default(), &[file]).unwrap_err();
    assert!(matches!(error, StoreError::DuplicateEvent(_)), "{error}");
    assert_eq!(store.stream_version("case/1").unwrap(), 1);
    assert!(store.attachment(&sha256_hex(b"abc")).is_err(), "the file of a refused act is not kept");
    assert!(store.verify().unwrap().ok);
}

#[test]
fn nonsense_is_refused_before_it_is_written() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    let none = ProjectionChange::default();
    for bad in [
        NewRecord { at: "yesterday".into(), ..event(1, "") },
        NewRecord { at: "2026-11-22T10:00:00".into(), ..event(1, "") },
        NewRecord { id: String::new(), ..event(1, "") },
        NewRecord { kind: String::new(), ..event(1, "") },
        NewRecord { schema_version: 0, ..event(1, "") },
    ] {
        assert!(
            matches!(
                store.append("case/1", 0, std::slice::from_ref(&bad), &none, &[]),
                Err(StoreError::Invalid { .. })
            ),
            "{bad:?}"
        );
    }
    assert!(store.append("", 0, &[event(1, "")], &none, &[]).is_err());
    assert_eq!(store.head().unwrap().count, 0);
}

#[test]
fn the_database_itself_refuses_to_change_the_journal() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 3);
    for attempt in [
        "UPDATE journal SET payload = x'7b7d' WHERE seq = 2",
        "DELETE FROM journal WHERE seq = 3",
        "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 2",
        "INSERT INTO journal SELECT 9, 'x', 'case/9', 1, at, site_id, device_id, actor_member, actor_role, on_behalf, kind, \
         schema_version, prev_hash, hash, encoding, size, payload FROM journal WHERE seq = 1",
        "UPDATE attachment SET name = 'x'",
    ] {
        let done = store.conn.execute_batch(attempt);
        // The last has no row to guard and so may do nothing.
        assert!(done.is_err() || attempt.contains("attachment"), "{attempt}");
    }
    assert!(store.verify().unwrap().ok);
}

#[test]
fn an_edited_event_is_found() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 5);
    unguard(&store);
    store.conn.execute_batch("UPDATE journal SET actor_member = 'm2' WHERE seq = 3").unwrap();
    let found = store.verify().unwrap();
    assert_eq!(found.first_bad.as_ref().map(|bad| bad.seq), Some(3), "{found:?}");
    assert!(!found.ok);
    assert!(
        matches!(store.load_stream("case/1"), Err(StoreError::Damaged { .. })),
        "a damaged case is not shown as sound"
    );
}

#[test]
fn a_removed_inserted_or_swapped_event_is_found() {
    for (attack, first_bad) in [
        ("DELETE FROM journal WHERE seq = 3", 3),
        (
            "DELETE FROM journal WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 4; UPDATE journal SET seq = 4 WHERE seq = 5",
            3,
        ),
        (
            "UPDATE journal SET seq = 99 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 3; UPDATE journal SET seq = 3 WHERE seq = 99",
            2,
        ),
    ] {
        let room = Room::new();
        let (mut store, _) = make(&room.store());
        grow(&mut store, "case/1", 5);
        unguard(&store);
        store.conn.execute_batch(attack).unwrap();
        let found = store.verify().unwrap();
        assert_eq!(found.first_bad.map(|bad| bad.seq), Some(first_bad), "{attack}");
    }
}

#[test]
fn a_journal_cut_off_at_its_end_is_found_and_takes_nothing_more() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 5);
    unguard(&store);
    store.conn.execute_batch("DELETE FROM journal WHERE seq > 3").unwrap();
    drop(store);
    let mut store = open(&room.store()).unwrap();
    assert_eq!(store.head_state(), &HeadState::Ahead { head: 5, journal: 3 });
    let found = store.verify().unwrap();
    assert!(!found.ok && found.first_bad.is_none(), "the chain alone sees nothing: {found:?}");
    assert_eq!(store.load_stream("case/1").unwrap().len(), 3, "what is left can be read");
    let refused =
        store.append("case/1", 3, &[event(77, "x")], &ProjectionChange::default(), &[]).unwrap_err();
    assert!(matches!(refused, StoreError::HeadRefused(_)), "{refused}");

    store.confirm_head().unwrap();
    grow(&mut store, "case/1", 1);
    assert!(store.verify().unwrap().ok, "after a person confirmed it, the store goes on");
    assert!(room.store().join("head.log.1").exists(), "and the evidence is kept");
}

#[test]
fn a_journal_written_anew_with_fresh_hashes_is_found() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 5);
    let mut records = store.load_stream("case/1").unwrap();
    unguard(&store);
    records[2].payload = b"{\"text\":\"forged\"}".to_vec();
    for at in 2..records.len() {
        records[at].prev_hash = records[at - 1].hash;
        records[at].hash = records[at].digest();
        let r = &records[at];
        store
            .conn
            .execute(
                "UPDATE journal SET payload = ?2, size = ?3, prev_hash = ?4, hash = ?5 WHERE seq = ?1",
                rusqlite::params![r.seq, r.payload, r.payload.len(), r.prev_hash, r.hash],
            )
            .unwrap();
    }
    let found = store.verify().unwrap();
    assert_eq!(found.first_bad, None, "the chain is whole again, so only the keyed head can tell");
    assert!(matches!(found.head, HeadState::Differs { count: 3 }) && !found.ok, "{found:?}");
    drop(store);
    assert!(matches!(open(&room.store()).unwrap().head_state(), HeadState::Differs { .. }));
}

#[test]
fn an_older_database_put_back_is_found() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 3);
    store.close().unwrap();
    let old = std::fs::read(room.store().join("store.db")).unwrap();
    let mut store = open(&room.store()).unwrap();
    let printed = grow(&mut store, "case/1", 2).head.to_string();
    store.close().unwrap();
    std::fs::write(room.store().join("store.db"), old).unwrap();

    let store = open(&room.store()).unwrap();
    assert_eq!(store.head_state(), &HeadState::Ahead { head: 5, journal: 3 });
    assert!(!store.verify().unwrap().ok);
    let printed = Head::parse(&printed).unwrap();
    assert!(!store.holds(printed).unwrap(), "a head printed on a report tells it even without head.log");
}

#[test]
fn a_crash_before_the_head_was_written_is_no_fault() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 2);
    let earlier = std::fs::read(room.store().join("head.log")).unwrap();
    grow(&mut store, "case/1", 2);
    drop(store);
    std::fs::write(room.store().join("head.log"), &earlier).unwrap();
    let mut store = open(&room.store()).unwrap();
    assert_eq!(store.head_state(), &HeadState::Behind { head: 2, journal: 4 });
    grow(&mut store, "case/1", 1);
    let found = store.verify().unwrap();
    assert!(found.ok && found.head == HeadState::Sound { count: 5 }, "{found:?}");
}

#[test]
fn a_missing_or_unreadable_head_is_told_and_not_made_anew() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 2);
    drop(store);
    let path = room.store().join("head.log");
    let sound = std::fs::read(&path).unwrap();

    std::fs::remove_file(&path).unwrap();
    let mut store = open(&room.store()).unwrap();
    assert_eq!(store.head_state(), &HeadState::Missing);
    assert!(store.append("case/1", 2, &[event(9, "x")], &ProjectionChange::default(), &[]).is_err());
    assert!(!store.verify().unwrap().ok);
    drop(store);
    assert!(!path.exists(), "its absence is evidence");

    std::fs::write(&path, vec![7u8; 100]).unwrap();
    let store = open(&room.store()).unwrap();
    assert_eq!(store.head_state(), &HeadState::Unreadable);
    drop(store);

    // The last record half written by a power failure.
    std::fs::write(&path, &sound[..sound.len() - 30]).unwrap();
    let mut store = open(&room.store()).unwrap();
    assert_eq!(store.head_state(), &HeadState::Worn { unreadable: 1, head: 1 });
    grow(&mut store, "case/1", 1);
    let found = store.verify().unwrap();
    assert_eq!(
        found.head,
        HeadState::Worn { unreadable: 1, head: 3 },
        "later records are read in spite of it"
    );
    assert!(!found.ok, "and a person is told until the head is confirmed");
    store.confirm_head().unwrap();
    assert!(store.verify().unwrap().ok);
}

#[test]
fn the_head_of_another_store_does_not_pass() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 2);
    drop(store);
    let (mut other, _) = make(&room.path().join("other"));
    grow(&mut other, "case/1", 2);
    drop(other);
    std::fs::copy(room.path().join("other/head.log"), room.store().join("head.log")).unwrap();
    assert_eq!(open(&room.store()).unwrap().head_state(), &HeadState::Unreadable);
}
