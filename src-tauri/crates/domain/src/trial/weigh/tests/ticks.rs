//! What a person said of a criterion, beside versions of its trial.

use super::*;
use crate::member::{Actor, Role};
use crate::trial::tick::{CriterionTick, GivenTick};

/// A tick on a text that a person reads, said of version 1 of trial T.
fn said(state: ConditionState, denied: bool) -> Vec<GivenTick> {
    let criterion = AskedCriterion { subject: Subject::Inclusion, written: "as written".to_owned(), denied };
    let (trial, source, version) = ("T".to_owned(), "S".to_owned(), "1".to_owned());
    let tick = CriterionTick { trial, source, version, criterion, state, note: None };
    let by = Actor {
        member: Actor::recovery_code(),
        name: crate::text::Text::new("佐藤").unwrap(),
        role: Role::Coordinator,
        on_behalf_of: None,
    };
    vec![GivenTick { tick, by, at: "2026-11-22T10:00:00+09:00".parse().unwrap() }]
}

fn text() -> Criterion {
    leaf_of(Ask::Person(Subject::Inclusion))
}

fn beside(criterion: &Criterion, given: &[GivenTick], version: &str) -> Weighed {
    let ticks = TicksOfTrial { given, trial: "T", source: "S", version };
    Fixture::new().weigh_ticked(criterion, &aged_50(), ticks)
}

#[test]
fn a_text_is_as_a_person_says_in_the_version_it_was_said_of() {
    for state in [MET, NOT_MET, UNKNOWN] {
        let weighed = beside(&text(), &said(state, false), "1");
        assert_eq!((weighed.state, &weighed.rows[0].why), (state, &Why::Ticked));
        let later = beside(&text(), &said(state, false), "2");
        assert_eq!(later.state, UNKNOWN, "a newer version asks again");
        assert_eq!(later.rows[0].why, Why::TickedOfAnotherVersion("1".to_owned()));
        assert_eq!(later.rows[0].ticked.as_ref().unwrap().given.tick.state, state, "and shows what was said");
        assert!(later.rows[0].is_for_a_person());
    }
}

#[test]
fn what_was_said_of_a_text_is_not_said_of_its_denial_nor_of_another_trial() {
    let denied = Criterion::Not(Box::new(text()));
    assert_eq!(beside(&denied, &said(MET, false), "1").state, UNKNOWN);
    assert_eq!(beside(&denied, &said(MET, true), "1").state, MET, "said of the denial itself");
    let given = said(MET, false);
    let ticks = TicksOfTrial { given: &given, trial: "U", source: "S", version: "1" };
    assert_eq!(Fixture::new().weigh_ticked(&text(), &aged_50(), ticks).state, UNKNOWN);
    let ticks = TicksOfTrial { given: &given, trial: "T", source: "other", version: "1" };
    assert_eq!(Fixture::new().weigh_ticked(&text(), &aged_50(), ticks).state, UNKNOWN);
}

#[test]
fn no_tick_overrides_what_the_record_settles() {
    let mut given = said(MET, false);
    given[0].tick.criterion.subject = Subject::Age;
    let weighed = beside(&of_state(NOT_MET), &given, "1");
    assert_eq!((weighed.state, weighed.rows[0].ticked.is_none()), (NOT_MET, true));
    assert!(!weighed.rows[0].is_for_a_person());
}

#[test]
fn ticks_count_within_groups() {
    let group = |other| Criterion::Any(vec![text(), of_state(other)]);
    assert_eq!(beside(&group(NOT_MET), &said(MET, false), "1").state, MET);
    assert_eq!(beside(&group(NOT_MET), &said(NOT_MET, false), "1").state, NOT_MET);
    assert_eq!(beside(&group(UNKNOWN), &said(NOT_MET, false), "1").state, UNKNOWN);
}

#[test]
fn words_of_heredity_in_a_tick_are_known_as_such() {
    let mut given = said(MET, false);
    assert!(!given[0].tick.tells_of_heredity());
    given[0].tick.criterion.written = "brca1_germline_mutation: Positive".to_owned();
    assert!(given[0].tick.tells_of_heredity());
}
