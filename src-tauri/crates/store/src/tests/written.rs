//! Events as an earlier program wrote them are read, written and folded the same by this one: journals are kept for ever.
//! The lines were written by the program of November 2026, on made-up cases.

use crate::event::record_of;
use entaku_domain::case::{Case, CaseStatus, Standing};
use entaku_domain::event::{Event, EventBody};
use entaku_domain::ids::{FindingId, MemberId};

/// At least one event of each kind there was.
const EVENTS: &str = include_str!("written/events.jsonl");
/// All events of one case.
const CASE: &str = include_str!("written/case.jsonl");

fn read(line: &str) -> Event {
    serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))
}

#[test]
fn every_event_is_written_as_it_was_read_byte_for_byte() {
    for line in EVENTS.lines().chain(CASE.lines()) {
        let record = record_of(&read(line)).unwrap();
        // The hash chain covers these bytes.
        assert_eq!(std::str::from_utf8(&record.payload).unwrap(), line);
    }
}

#[test]
fn the_kind_beside_an_event_is_that_within_it() {
    for line in EVENTS.lines() {
        let event = read(line);
        let within: serde_json::Value = serde_json::from_str(line).unwrap();
        let body = &within["body"]["event"]["what"]["kind"];
        // What was opened without anything to tell of it stands as a text.
        let name = body.as_str().unwrap();
        assert_eq!(event.body.kind().rsplit_once('.').unwrap().1, name);
    }
}

#[test]
fn every_kind_there_was_is_among_them() {
    let kinds: std::collections::BTreeSet<_> = EVENTS.lines().map(|line| read(line).body.kind()).collect();
    let of = |stream: &str| kinds.iter().filter(|kind| kind.starts_with(stream)).count();
    assert_eq!((of("case."), of("meeting."), of("store."), of("access.")), (29, 10, 18, 8));
}

#[test]
fn what_is_no_event_is_refused_with_what_was_found() {
    let line = CASE.lines().next().unwrap();
    for (from, to, said) in [
        ("\"kind\":\"received\"", "\"kind\":\"receved\"", "`receved`"),
        ("\"kind\":\"received\",", "", "`with` has no place"),
        ("\"number\":\"2026-0001\",", "", "number"),
    ] {
        assert!(line.contains(from), "{from}");
        let error = serde_json::from_str::<Event>(&line.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn a_case_is_folded_as_it_was() {
    let events: Vec<Event> = CASE.lines().map(read).collect();
    let EventBody::Case { case: id, .. } = &events[0].body else { panic!("no case") };
    let at = |version: usize| Case::fold(id.clone(), &events[..version]);
    let case = at(events.len());
    assert_eq!((case.version, case.number.as_ref().unwrap().as_str()), (33, "2026-0001"));

    // Signed by three people; clearing words voids nothing, a summary with other words voids all.
    let voided = |case: &Case| {
        let all = case.signatures.iter();
        all.map(|one| one.voided.as_ref().map(|by| (by.version, by.kind))).collect::<Vec<_>>()
    };
    assert_eq!(voided(&at(31)), vec![None; 3]);
    assert_eq!(at(31).standing_signatures().len(), 3);
    assert_eq!(voided(&case), vec![Some((32, "case.summaryWritten")); 3]);

    // Judged one after the other; the last verdict is the 26th event.
    assert_eq!(at(1).status(), CaseStatus::Received);
    assert_eq!((at(25).status(), at(26).status()), (CaseStatus::InReview, CaseStatus::Decided));
    assert!(at(26).undecided().is_empty() && at(26).has_advice());

    // Two members gave opinions on F1 and F4 at events 4 to 8, opened at events 10 and 11.
    let f = |number| FindingId::new(number).unwrap();
    let asked: Vec<MemberId> = at(11).opinions[&f(1)].keys().cloned().collect();
    assert_eq!(asked.len(), 2);
    assert!(!at(9).opinions_open(Some(f(1))) && at(10).opinions_open(Some(f(1))));
    assert!(!at(10).opinions_open(Some(f(4))) && at(11).opinions_open(Some(f(4))));
    assert_ne!(at(11).agreement_on(f(1), &asked).standing, Standing::Missing);
    // C-CAT's verdict on F1 is the second event, and nothing changed under it later but the draft as a whole.
    let changed = at(26).finding_changed(f(1)).unwrap();
    assert_eq!((changed.version, changed.kind), (2, "case.ccatVerdictEntered"));
    assert_eq!(at(26).draft_changed().unwrap().kind, "case.findingJudged");
    assert_eq!(at(30).draft_changed().unwrap().version, 26, "neither a meeting nor signatures change it");
}
