//! The work-up of a case's findings, event by event.

use super::Case;
use super::tests::{f, happen, received, text, variant};
use crate::case::event::heredity::{GeneticGuidanceGiven, GermlineWorkupRecorded};
use crate::case::event::intake::DetailsRecorded;
use crate::case::event::verdict::GermlineJudged;
use crate::decision::GermlineJudgement;
use crate::event::CaseEvent;
use crate::finding::Origin;
use crate::germline::GermlineCandidate;
use crate::germline::workup::{
    ConfirmingResult, Guidance, ListAnswer, Reopened, Workup, WorkupState, WorkupStep, WorkupStepKind,
};
use crate::patient::{Details, Disclosure, DisclosureWish};
use crate::refusal::Refusal;
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn case() -> Case {
    received(vec![
        variant("BRCA2", "p.R2318*", Origin::Unknown, None),
        variant("KRAS", "p.G12D", Origin::Somatic, None),
    ])
}

fn wish(case: &mut Case, wish: DisclosureWish) {
    let disclosure = Disclosure { wish, ..Disclosure::default() };
    let details = Box::new(Details { disclosure, ..case.details.clone() });
    happen(case, DetailsRecorded { details }.into()).unwrap();
}

fn answered(list: &str, candidate: GermlineCandidate) -> ListAnswer {
    ListAnswer { list: list.to_owned(), candidate }
}

fn judge(case: &mut Case, judgement: GermlineJudgement, answered: Option<ListAnswer>) {
    happen(case, GermlineJudged { finding: f(1), judgement, reason: None, answered }.into()).unwrap();
}

fn step(case: &mut Case, step: WorkupStep) -> Result<(), Refusal> {
    let note = (step == WorkupStep::Reopened).then(|| text("やり直し"));
    let what = GermlineWorkupRecorded {
        finding: f(1),
        step,
        on: day("2026-11-22"),
        done_by: None,
        note,
        documents: Vec::new(),
    };
    happen(case, CaseEvent::from(what))
}

fn now(case: &Case) -> Workup {
    case.workup(f(1), None, day("2026-11-22")).unwrap()
}

fn state(case: &Case) -> WorkupState {
    now(case).state
}

fn pursued() -> Case {
    let mut case = case();
    wish(&mut case, DisclosureWish::Wants);
    judge(&mut case, GermlineJudgement::ConfirmationRecommended, None);
    case
}

#[test]
fn a_finding_goes_from_the_judgement_to_the_relatives() {
    let mut case = case();
    assert_eq!(case.workup(f(1), None, day("2026-11-22")), None, "nobody suspects anything");
    let list = answered("jp 1", GermlineCandidate::Yes);
    let candidate = case.workup(f(1), Some(&list), day("2026-11-22")).unwrap();
    assert_eq!((candidate.state, candidate.next), (WorkupState::Candidate, vec![]));
    assert_eq!(step(&mut case, WorkupStep::Explained), Err(Refusal::NothingToWorkUp));
    judge(&mut case, GermlineJudgement::ConfirmationRecommended, Some(list));
    assert_eq!(state(&case), WorkupState::WishToAsk);
    assert_eq!(step(&mut case, WorkupStep::Explained), Err(Refusal::StepNotYet(WorkupState::WishToAsk)));
    wish(&mut case, DisclosureWish::Wants);
    for (done, stands) in [
        (WorkupStep::Explained, WorkupState::ToOffer),
        (WorkupStep::TestOffered, WorkupState::Offered),
        (WorkupStep::TestOrdered, WorkupState::Ordered),
        (WorkupStep::TestResult { result: ConfirmingResult::Confirmed }, WorkupState::ToDisclose),
        (WorkupStep::Disclosed, WorkupState::ToCounsel),
        (WorkupStep::Counselled, WorkupState::RelativesToInform),
        (WorkupStep::RelativesInformed, WorkupState::WithRelatives),
        (WorkupStep::RelativeTested, WorkupState::WithRelatives),
        (WorkupStep::Closed, WorkupState::Closed),
    ] {
        step(&mut case, done.clone()).unwrap();
        assert_eq!(state(&case), stands, "{done:?}");
        assert_eq!(now(&case).reopened, [], "{done:?}");
    }
    assert_eq!(case.workup(f(2), None, day("2026-11-22")), None, "of the other finding nothing is known");
}

#[test]
fn a_variant_that_is_not_inherited_concerns_no_relative() {
    let mut case = pursued();
    for done in [
        WorkupStep::Explained,
        WorkupStep::TestOffered,
        WorkupStep::TestOrdered,
        WorkupStep::TestResult { result: ConfirmingResult::NotFound },
        WorkupStep::Disclosed,
        WorkupStep::Counselled,
    ] {
        step(&mut case, done).unwrap();
    }
    assert_eq!(state(&case), WorkupState::Counselled);
    let refused = step(&mut case, WorkupStep::RelativesInformed);
    assert_eq!(refused, Err(Refusal::StepNotYet(WorkupState::Counselled)));
}

#[test]
fn what_is_put_off_comes_back_on_its_day() {
    let mut case = pursued();
    step(&mut case, WorkupStep::Explained).unwrap();
    let same_day = WorkupStep::Deferred { ask_again_on: day("2026-11-22") };
    assert_eq!(step(&mut case, same_day), Err(Refusal::AskAgainLater));
    step(&mut case, WorkupStep::Deferred { ask_again_on: day("2027-02-01") }).unwrap();
    let before = case.workup(f(1), None, day("2027-01-31")).unwrap();
    assert_eq!((before.state, &before.reopened), (WorkupState::Deferred, &vec![]));
    let on_the_day = case.workup(f(1), None, day("2027-02-01")).unwrap();
    assert_eq!(on_the_day.reopened, [Reopened::AskAgain]);
    assert_eq!(on_the_day.ask_again_on, Some(day("2027-02-01")));
    step(&mut case, WorkupStep::TestOrdered).unwrap();
    assert_eq!((state(&case), now(&case).ask_again_on), (WorkupState::Ordered, None));
}

#[test]
fn a_changed_wish_stops_the_work_and_what_comes_back_is_explained_anew() {
    let mut case = pursued();
    step(&mut case, WorkupStep::Explained).unwrap();
    step(&mut case, WorkupStep::TestOffered).unwrap();
    step(&mut case, WorkupStep::TestOrdered).unwrap();
    wish(&mut case, DisclosureWish::Refuses);
    let rests = now(&case);
    assert_eq!((rests.state, rests.reopened), (WorkupState::WishRefused, vec![Reopened::WishChanged]));
    assert_eq!(rests.next, [], "nothing is done against the wish");
    wish(&mut case, DisclosureWish::Wants);
    let back = now(&case);
    assert_eq!((back.state, back.reopened), (WorkupState::ToExplain, vec![Reopened::WishChanged]));
    step(&mut case, WorkupStep::Explained).unwrap();
    assert_eq!((state(&case), now(&case).reopened), (WorkupState::Ordered, vec![]), "what was ordered stays");
}

#[test]
fn a_wish_that_was_only_asked_for_again_overtakes_nothing() {
    let mut case = pursued();
    step(&mut case, WorkupStep::Explained).unwrap();
    let disclosure = Disclosure {
        wish: DisclosureWish::Wants,
        asked_on: Some(day("2026-11-23")),
        asked_by: Some(text("鈴木")),
    };
    let details = Box::new(Details { disclosure, ..case.details.clone() });
    happen(&mut case, DetailsRecorded { details }.into()).unwrap();
    assert_eq!((state(&case), now(&case).reopened), (WorkupState::ToOffer, vec![]));
    assert_eq!(case.wishes.len(), 3, "not asked, wants, asked again");
}

#[test]
fn another_judgement_begins_anew_and_a_finer_one_does_not() {
    let mut case = pursued();
    step(&mut case, WorkupStep::Explained).unwrap();
    judge(&mut case, GermlineJudgement::ConfirmationIfPossible, None);
    assert_eq!((state(&case), now(&case).reopened), (WorkupState::ToOffer, vec![]));
    judge(&mut case, GermlineJudgement::NotSuspected, None);
    assert_eq!((state(&case), now(&case).next), (WorkupState::NotPursued, vec![]));
    judge(&mut case, GermlineJudgement::ConfirmationRecommended, None);
    let again = now(&case);
    assert_eq!((again.state, again.reopened), (WorkupState::ToExplain, vec![Reopened::JudgedAnew]));
}

#[test]
fn a_newer_list_asks_the_panel_again_where_it_asks_more() {
    use GermlineCandidate::{No, Yes};
    let mut case = pursued();
    judge(&mut case, GermlineJudgement::NotSuspected, Some(answered("jp 1", No)));
    let by = |case: &Case, list: &str, candidate| {
        let workup = case.workup(f(1), Some(&answered(list, candidate)), day("2026-11-22")).unwrap();
        (workup.state, workup.reopened)
    };
    assert_eq!(by(&case, "jp 1", Yes).0, WorkupState::NotPursued, "the same list: only facts differ");
    assert_eq!(by(&case, "jp 2", No).0, WorkupState::NotPursued);
    assert_eq!(by(&case, "jp 2", Yes), (WorkupState::Candidate, vec![Reopened::NewerList]));
    judge(&mut case, GermlineJudgement::NotSuspected, Some(answered("jp 2", Yes)));
    assert_eq!(by(&case, "jp 2", Yes), (WorkupState::NotPursued, vec![]), "the panel has looked");
}

#[test]
fn a_person_begins_anew_with_a_reason() {
    let mut case = pursued();
    step(&mut case, WorkupStep::Explained).unwrap();
    step(&mut case, WorkupStep::Closed).unwrap();
    assert_eq!(now(&case).next, [WorkupStepKind::Reopened]);
    step(&mut case, WorkupStep::Reopened).unwrap();
    assert_eq!((state(&case), now(&case).reopened), (WorkupState::ToExplain, vec![Reopened::ByPerson]));
    step(&mut case, WorkupStep::Explained).unwrap();
    let silent = GermlineWorkupRecorded {
        finding: f(1),
        step: WorkupStep::Reopened,
        on: day("2026-11-22"),
        done_by: None,
        note: None,
        documents: Vec::new(),
    };
    assert_eq!(happen(&mut case, silent.into()), Err(Refusal::WorkupReasonNeeded));
}

#[test]
fn guidance_is_given_once_each_and_the_second_after_the_first() {
    let mut case = case();
    let given = |guidance, on: &str, note: Option<&str>| {
        let document = text("説明文書");
        let (on, note) = (day(on), note.map(text));
        CaseEvent::from(GeneticGuidanceGiven { guidance, on, document, done_by: None, note })
    };
    let early = given(Guidance::Second, "2026-11-22", None);
    assert_eq!(happen(&mut case, early), Err(Refusal::FirstGuidanceFirst));
    happen(&mut case, given(Guidance::First, "2026-11-20", None)).unwrap();
    let again = given(Guidance::First, "2026-11-21", None);
    assert_eq!(happen(&mut case, again), Err(Refusal::GuidanceGivenAlready));
    happen(&mut case, given(Guidance::First, "2026-11-21", Some("日付の訂正"))).unwrap();
    let before = given(Guidance::Second, "2026-11-20", None);
    assert_eq!(happen(&mut case, before), Err(Refusal::FirstGuidanceFirst), "not before the first");
    happen(&mut case, given(Guidance::Second, "2026-11-22", None)).unwrap();
    assert_eq!(case.guidance.len(), 2);
}

#[test]
fn who_may_not_see_heredity_sees_no_work_up() {
    let mut case = pursued();
    step(&mut case, WorkupStep::Explained).unwrap();
    let shown = case.without_heredity();
    assert!(shown.workups.is_empty() && shown.judged_with.is_empty() && shown.wishes.is_empty());
    assert_eq!(shown.workup(f(1), None, day("2026-11-22")), None);
}
