//! Cases begun at once by several programs.

use super::*;
use std::collections::BTreeSet;

fn first(case: &CaseId, event: u64, number: &str) -> (Event, Case) {
    let event = Event {
        id: EventId::parse(&id(event)).unwrap(),
        version: 1,
        at: "2026-11-22T10:00:00+09:00".parse().unwrap(),
        actor: actor(),
        body: EventBody::Case { case: case.clone(), what: received(number, "2026-11-22") },
    };
    let mut after = Case::new(case.clone());
    after.apply(&event);
    (event, after)
}

fn begin(store: &mut Store, number: u64) -> Case {
    let make = |free: &str| Ok::<_, StoreError>(first(&case_id(number), 100 + number, free));
    store.begin_case(2026, make, &[]).unwrap().1
}

#[test]
fn a_number_that_another_program_takes_at_the_last_moment_gives_way_to_the_next() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    let mut other = open(&room.store()).unwrap();
    let mut told = Vec::new();
    let make = |free: &str| {
        if told.is_empty() {
            begin(&mut other, 7);
        }
        told.push(free.to_owned());
        Ok::<_, StoreError>(first(&case_id(1), 50, free))
    };
    let (_, case) = store.begin_case(2026, make, &[]).unwrap();
    assert_eq!(told, ["2026-0001", "2026-0002"], "once before the lock, once within");
    assert_eq!(case.number, Some(text("2026-0002")), "the case as given back");
    assert_eq!(store.load_case(&case_id(1)).unwrap(), Some(case), "the case as recorded");
    assert_eq!(store.case_by_number("2026-0001").unwrap().unwrap().case_id, id(7));
    assert!(store.verify_deep().unwrap().ok);
}

#[test]
fn four_threads_that_begin_cases_at_once_get_each_number_once() {
    let room = Room::new();
    let (store, _) = make(&room.store());
    let dir = room.store();
    let numbers = std::thread::scope(|scope| {
        let hands: Vec<_> = (0..4u64)
            .map(|hand| {
                let dir = &dir;
                scope.spawn(move || {
                    let mut store = open(dir).unwrap();
                    (1..=10)
                        .map(|one| begin(&mut store, hand * 10 + one).number.unwrap().to_string())
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        hands.into_iter().flat_map(|hand| hand.join().unwrap()).collect::<BTreeSet<_>>()
    });
    assert_eq!(numbers, (1..=40).map(|number| format!("2026-{number:04}")).collect());
    assert!(store.verify_deep().unwrap().ok);
}

#[test]
fn a_number_that_is_told_and_taken_is_refused() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    begin(&mut store, 1);
    let refused = act(&mut store, &case_id(2), 60, received("2026-0001", "2026-11-22")).unwrap_err();
    assert!(matches!(refused, StoreError::CaseNumberTaken(_)), "{refused}");
    let stubborn = |_: &str| Ok::<_, StoreError>(first(&case_id(3), 70, "2026-0001"));
    let refused = store.begin_case(2026, stubborn, &[]).unwrap_err();
    assert!(matches!(refused, StoreError::CaseNumberTaken(_)), "{refused}");
    assert_eq!(store.load_case(&case_id(3)).unwrap(), None, "nothing was recorded");
}
