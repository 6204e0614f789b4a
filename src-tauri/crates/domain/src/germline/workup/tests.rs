//! The table of steps, written down apart from the code.

use super::{WorkupState, WorkupStepKind};
use std::collections::BTreeSet;

/// State, whether it was explained, and the steps that may follow besides beginning anew.
fn table() -> Vec<(WorkupState, bool, Vec<WorkupStepKind>)> {
    use WorkupState as S;
    use WorkupStepKind::{
        Closed, Counselled, Deferred, Disclosed, Explained, RelativeTested, RelativesInformed, TestDeclined,
        TestOffered, TestOrdered, TestResult,
    };
    vec![
        (S::PhenotypeToCheck, false, vec![Explained, Deferred, Closed]),
        (S::ToExplain, false, vec![Explained, Deferred, Closed]),
        (S::ToOffer, true, vec![TestOffered, Deferred, Counselled, Closed]),
        (S::Offered, true, vec![TestOrdered, TestDeclined, Deferred, Counselled, Closed]),
        (S::Deferred, false, vec![Explained, Deferred, Closed]),
        (S::Deferred, true, vec![TestOffered, TestOrdered, TestDeclined, Deferred, Closed]),
        (S::Declined, true, vec![TestOffered, Counselled, Closed]),
        (S::Ordered, true, vec![TestResult, TestDeclined]),
        (S::ToDisclose, true, vec![Disclosed, TestResult]),
        (S::ToCounsel, true, vec![Counselled, Closed]),
        (S::Counselled, true, vec![Counselled, Closed]),
        (S::RelativesToInform, true, vec![RelativesInformed, Counselled, Closed]),
        (S::WithRelatives, true, vec![RelativesInformed, RelativeTested, Counselled, Closed]),
        (S::Closed, true, vec![]),
    ]
}

#[test]
fn each_state_lets_its_steps_follow_and_no_others() {
    for (state, explained, wanted) in table() {
        let all = WorkupStepKind::ALL.into_iter().filter(|kind| *kind != WorkupStepKind::Reopened);
        let allowed: BTreeSet<_> = all.filter(|kind| state.allows(*kind, explained, true)).collect();
        assert_eq!(allowed, wanted.into_iter().collect(), "{state:?}");
        assert!(
            state.allows(WorkupStepKind::Reopened, explained, true),
            "a person may begin anew: {state:?}"
        );
        assert!(
            !state.allows(WorkupStepKind::Reopened, explained, false),
            "nothing to begin anew: {state:?}"
        );
    }
}

#[test]
fn nothing_is_done_without_the_panel_or_against_the_wish() {
    for state in
        [WorkupState::Candidate, WorkupState::NotPursued, WorkupState::WishToAsk, WorkupState::WishRefused]
    {
        assert!(WorkupStepKind::ALL.into_iter().all(|kind| !state.allows(kind, true, true)), "{state:?}");
    }
}

#[test]
fn what_rests_is_due_for_nobody_and_what_is_put_off_on_its_day() {
    let day = "2027-01-15".parse().ok();
    assert_eq!(WorkupState::Deferred.due(day).and_then(|due| due.on), day);
    for state in [
        WorkupState::NotPursued,
        WorkupState::WishRefused,
        WorkupState::Declined,
        WorkupState::WithRelatives,
        WorkupState::Counselled,
        WorkupState::Closed,
    ] {
        assert_eq!(state.due(None), None, "{state:?}");
    }
}
