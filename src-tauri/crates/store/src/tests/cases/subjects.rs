//! What evidence is matched against of every case, without folding one.

use super::*;

fn subjects(store: &Store, asked: Option<&str>) -> Vec<WatchedCase> {
    let mut all = Vec::new();
    store
        .visit_subjects(asked, |case| {
            all.push(case);
            Ok::<(), StoreError>(())
        })
        .unwrap();
    all
}

#[test]
fn every_case_is_handed_out_as_its_events_make_it() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    worked_case(&mut store, &case_id(1), 1, "2026-0001");
    worked_case(&mut store, &case_id(2), 20, "2026-0002");
    assert_eq!(subjects(&store, None).len(), 2);
    let all = subjects(&store, Some(case_id(1).as_str()));
    let [one] = all.as_slice() else { panic!("{all:?}") };
    let folded = store.load_case(&case_id(1)).unwrap().unwrap();
    assert_eq!(one.subject, folded.evidence_subject());
    assert_eq!(one.row.case_no, "2026-0001");
    // The last verdict that was lacking: from now on the oldest one counts, which a recommendation renewed.
    let [last] = folded.undecided().try_into().unwrap();
    let verdict = FindingJudged { finding: last, verdict: Box::new(classified("B")) };
    act(&mut store, &case_id(1), 40, CaseEvent::from(verdict)).unwrap();
    let weighed = store.case_row(case_id(1).as_str()).unwrap().unwrap().weighed_since;
    assert_eq!(weighed, "2026-11-22T01:05:00.000Z", "ten o'clock and five minutes in Japan");
    assert!(store.verify_deep().unwrap().ok);
}

#[test]
fn another_tumour_is_matched_from_then_on() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    worked_case(&mut store, &case_id(1), 1, "2026-0001");
    let mut other = details();
    other.clinical.oncotree = Some(text("COAD"));
    act(&mut store, &case_id(1), 41, CaseEvent::from(DetailsRecorded { details: Box::new(other) })).unwrap();
    assert_eq!(subjects(&store, None)[0].subject.tumour.as_deref(), Some("COAD"));
}

#[test]
fn what_was_tampered_with_is_found_and_not_shown() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    worked_case(&mut store, &case_id(1), 1, "2026-0001");
    store.conn.execute_batch("UPDATE evidence_subject SET body = substr(body, 2)").unwrap();
    let found = store.verify_deep().unwrap();
    assert!(!found.ok && found.faults.iter().any(|fault| fault.contains("evidence subjects")), "{found:?}");
    let shown = store.visit_subjects(None, |_| Ok::<(), StoreError>(()));
    assert!(matches!(shown, Err(StoreError::Damaged { .. })), "{shown:?}");
    store.conn.execute_batch("DELETE FROM evidence_subject").unwrap();
    assert!(!store.verify_deep().unwrap().ok);
}
