//! Several programs on one store.

use super::*;

#[test]
fn two_handles_appending_in_turn_make_one_chain() {
    let room = Room::new();
    let (mut one, _) = make(&room.store());
    let mut other = open(&room.store()).unwrap();
    for number in 0..100u64 {
        one.append("case/1", number, &[event(number, "a")], &ProjectionChange::default(), &[]).unwrap();
        other
            .append("case/2", number, &[event(1000 + number, "b")], &ProjectionChange::default(), &[])
            .unwrap();
    }
    let found = one.verify().unwrap();
    assert!(found.ok && found.events == 200, "{found:?}");
    let stale =
        other.append("case/1", 99, &[event(5000, "c")], &ProjectionChange::default(), &[]).unwrap_err();
    assert!(
        matches!(stale, StoreError::Stale { actual: 100, .. }),
        "what the other handle wrote is seen: {stale}"
    );
}

#[test]
fn two_threads_appending_at_once_make_one_chain() {
    let room = Room::new();
    let (store, _) = make(&room.store());
    let dir = room.store();
    std::thread::scope(|scope| {
        for hand in 0..2u64 {
            let dir = &dir;
            scope.spawn(move || {
                let mut store = open(dir).unwrap();
                let stream = format!("case/{hand}");
                for number in 0..100 {
                    let next = event(hand * 1000 + number, "x");
                    store.append(&stream, number, &[next], &ProjectionChange::default(), &[]).unwrap();
                }
            });
        }
    });
    let found = store.verify().unwrap();
    assert!(found.ok && found.events == 200, "no fork, nothing lost: {found:?}");
    assert_eq!(store.stream_version("case/0").unwrap() + store.stream_version("case/1").unwrap(), 200);
}

#[test]
fn a_checkpoint_disturbs_nobody() {
    let room = Room::new();
    let (mut one, _) = make(&room.store());
    let mut other = open(&room.store()).unwrap();
    grow(&mut one, "case/1", 10);
    other.checkpoint().unwrap();
    grow(&mut other, "case/1", 10);
    one.checkpoint().unwrap();
    other.close().unwrap();
    assert_eq!(one.verify().unwrap().events, 20);
}
