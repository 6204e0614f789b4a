//! Where a work-up stands: computed from judgement, wish and steps.

use super::{
    ConfirmingResult, JudgedWith, ListAnswer, RecordedStep, RecordedWish, When, WorkupStep, WorkupStepKind,
    refuses,
};
use crate::decision::GermlineJudgement;
use crate::germline::GermlineCandidate;
use crate::patient::DisclosureWish;
use crate::words::worded;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum WorkupState {
    /// The panel has not judged.
    Candidate,
    /// The panel does not pursue it.
    NotPursued,
    /// Whether the patient wishes to be told is not known.
    WishToAsk,
    /// The patient does not wish to be told: it rests.
    WishRefused,
    /// Only with a phenotype: whether there is one is to be looked at.
    PhenotypeToCheck,
    /// To be explained.
    ToExplain,
    /// Explained; the confirming test is to be offered.
    ToOffer,
    /// Offered; the patient considers.
    Offered,
    /// Later, the treatment first.
    Deferred,
    /// The patient does not want the test.
    Declined,
    /// Ordered; the result is awaited.
    Ordered,
    /// The result is to be disclosed.
    ToDisclose,
    /// Disclosed; the patient is to be counselled.
    ToCounsel,
    /// Counselled on an inherited variant; relatives are to be informed.
    RelativesToInform,
    /// Relatives were informed.
    WithRelatives,
    /// Counselled, and no relative is concerned.
    Counselled,
    /// Nothing more is to be done.
    Closed,
}

/// Why a step stands open that was done, or rests that was under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Reopened {
    /// The wish is another than when the steps were done.
    WishChanged,
    /// The panel judged otherwise since.
    JudgedAnew,
    /// A newer list answers otherwise than the one at hand when the panel judged.
    NewerList,
    /// The finding came after the patient had been told of another.
    NewFinding,
    /// The day on which to ask again has come.
    AskAgain,
    /// A person began anew.
    ByPerson,
}

/// For whom it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Waits {
    /// The panel.
    Panel,
    /// Whoever explains: counsellor, clinical geneticist, attending physician.
    Counsellor,
    /// The patient.
    Patient,
    /// The laboratory.
    Laboratory,
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// For whom it waits.
    pub waits: Waits,
    /// From which day on; none where it may be done at once.
    pub on: Option<NaiveDate>,
}

/// What a work-up is computed from.
#[derive(Debug, Clone)]
pub struct WorkupFacts<'c> {
    /// The laboratory reports it as (likely) germline.
    pub reported_germline: bool,
    /// When the finding came into the case.
    pub arrived: Option<When>,
    /// What the first list answers now; none where it was not asked.
    pub answer: Option<&'c ListAnswer>,
    /// The panel's judgement.
    pub judged: Option<&'c JudgedWith>,
    /// The wish as it stands.
    pub wish: DisclosureWish,
    /// The last change of it.
    pub wish_recorded: Option<&'c RecordedWish>,
    /// Whether the wish was another before.
    pub wish_changed: bool,
    /// Steps of this finding, in order.
    pub steps: &'c [RecordedStep],
    /// When the patient was first told of another finding.
    pub told_of_another: Option<When>,
}

/// A work-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workup {
    /// Where it stands.
    pub state: WorkupState,
    /// Since when; none where no record tells.
    pub since: Option<When>,
    /// Why it stands there again, in no order of weight.
    pub reopened: Vec<Reopened>,
    /// The day on which to ask again, where it is put off.
    pub ask_again_on: Option<NaiveDate>,
    /// What the confirming test said, where it did.
    pub result: Option<ConfirmingResult>,
    /// Which steps may follow.
    pub next: Vec<WorkupStepKind>,
}

impl WorkupFacts<'_> {
    /// Where it stands on a day; none where there is nothing to work up.
    pub fn on(&self, today: NaiveDate) -> Option<Workup> {
        let asked = self.answer.is_some_and(|answer| answer.candidate != GermlineCandidate::No);
        if self.judged.is_none() && !self.reported_germline && !asked && self.steps.is_empty() {
            return None;
        }
        let mut reopened = Vec::new();
        let counted = self.counted(&mut reopened);
        let (state, since) = self.state(counted, &mut reopened);
        let last = |kind: fn(&WorkupStep) -> bool| counted.iter().rev().find(|one| kind(&one.step));
        let put_off = (state == WorkupState::Deferred)
            .then(|| last(|step| matches!(step, WorkupStep::Deferred { .. })))
            .flatten();
        let ask_again_on = put_off.and_then(|one| match one.step {
            WorkupStep::Deferred { ask_again_on } => Some(ask_again_on),
            _ => None,
        });
        if ask_again_on.is_some_and(|day| day <= today) {
            reopened.push(Reopened::AskAgain);
        }
        let told = self.told_of_another.zip(self.arrived).is_some_and(|(told, arrived)| arrived > told);
        if told && self.steps.is_empty() && state != WorkupState::NotPursued {
            reopened.push(Reopened::NewFinding);
        }
        reopened.sort();
        reopened.dedup();
        let explained = self.explained(counted).is_some();
        let next = WorkupStepKind::ALL
            .into_iter()
            .filter(|kind| state.allows(*kind, explained, !counted.is_empty()))
            .collect();
        Some(Workup { state, since, reopened, ask_again_on, result: result_of(counted), next })
    }

    /// Steps since a person began anew, and since the panel began to pursue the finding.
    fn counted(&self, reopened: &mut Vec<Reopened>) -> &[RecordedStep] {
        let anew = self.steps.iter().rposition(|one| one.step == WorkupStep::Reopened);
        let counted = match anew {
            Some(at) => {
                if at + 1 == self.steps.len() {
                    reopened.push(Reopened::ByPerson);
                }
                self.steps.get(at + 1..).unwrap_or_default()
            }
            None => self.steps,
        };
        let Some(judged) = self.judged else { return counted };
        let first = counted.iter().position(|one| one.by.version > judged.since.version);
        let first = first.unwrap_or(counted.len());
        if first > 0 {
            reopened.push(Reopened::JudgedAnew);
        }
        counted.get(first..).unwrap_or_default()
    }

    /// The last explanation that the present wish did not overtake.
    fn explained<'s>(&self, counted: &'s [RecordedStep]) -> Option<&'s RecordedStep> {
        let wish = self.wish_version();
        let told = |one: &&RecordedStep| one.step == WorkupStep::Explained && one.by.version > wish;
        counted.iter().rev().find(told)
    }

    fn wish_version(&self) -> u32 {
        self.wish_recorded.filter(|_| self.wish_changed).map_or(0, |wish| wish.by.version)
    }

    fn state(&self, counted: &[RecordedStep], reopened: &mut Vec<Reopened>) -> (WorkupState, Option<When>) {
        use WorkupState as State;
        let Some(judged) = self.judged else { return (State::Candidate, self.arrived) };
        let judged_at = Some(judged.since.at);
        let closed = counted.last().filter(|one| one.step == WorkupStep::Closed);
        let not_pursued = !judged.judgement.is_pursued();
        let rests = not_pursued
            || closed.is_some()
            || (judged.judgement == GermlineJudgement::OnlyWithPhenotype && counted.is_empty());
        if rests && self.newer_list_asks(judged) {
            reopened.push(Reopened::NewerList);
            return (State::Candidate, judged_at);
        }
        if not_pursued {
            return (State::NotPursued, judged_at);
        }
        let wish_at = self.wish_recorded.map(|wish| wish.by.at).max(judged_at);
        let overtaken = counted.iter().any(|one| one.by.version < self.wish_version());
        if overtaken {
            reopened.push(Reopened::WishChanged);
        }
        match self.wish {
            wish if refuses(wish) => return (State::WishRefused, wish_at),
            DisclosureWish::Wants => {}
            _ => return (State::WishToAsk, wish_at),
        }
        if let Some(closed) = closed.filter(|one| one.by.version > self.wish_version()) {
            return (State::Closed, Some(closed.by.at));
        }
        self.under_way(judged, counted, wish_at, reopened)
    }

    /// For a patient who wishes to be told, of a finding that the panel pursues.
    fn under_way(
        &self,
        judged: &JudgedWith,
        counted: &[RecordedStep],
        wish_at: Option<When>,
        reopened: &mut Vec<Reopened>,
    ) -> (WorkupState, Option<When>) {
        use WorkupState as State;
        let wish = self.wish_version();
        let at = |one: &RecordedStep| Some(one.by.at);
        let explained = self.explained(counted);
        let of_test = counted.iter().rev().find(|one| is_of_test(one.step.kind()));
        let Some(explained) = explained else {
            // Put off before anything was explained.
            if let Some(put_off) =
                of_test.filter(|one| one.step.kind() == WorkupStepKind::Deferred && one.by.version > wish)
            {
                return (State::Deferred, at(put_off));
            }
            let phenotype = judged.judgement == GermlineJudgement::OnlyWithPhenotype;
            let state = if phenotype { State::PhenotypeToCheck } else { State::ToExplain };
            return (state, wish_at);
        };
        // What was explained since answers for the change of the wish.
        reopened.retain(|why| *why != Reopened::WishChanged);
        let Some(test) = of_test else { return (State::ToOffer, at(explained)) };
        let since = at(test).max(at(explained));
        let result = match &test.step {
            WorkupStep::TestOffered => return (State::Offered, since),
            WorkupStep::TestOrdered => return (State::Ordered, since),
            WorkupStep::TestDeclined => return (State::Declined, since),
            WorkupStep::Deferred { .. } => return (State::Deferred, since),
            WorkupStep::TestResult { result } => *result,
            _ => return (State::ToOffer, since),
        };
        let after = |kind: WorkupStepKind, from: u32| {
            counted.iter().rev().find(|one| one.step.kind() == kind && one.by.version > from)
        };
        let Some(told) = after(WorkupStepKind::Disclosed, test.by.version.max(wish)) else {
            return (State::ToDisclose, since);
        };
        let Some(counselled) = after(WorkupStepKind::Counselled, told.by.version) else {
            return (State::ToCounsel, at(told));
        };
        if result != ConfirmingResult::Confirmed {
            return (State::Counselled, at(counselled));
        }
        match after(WorkupStepKind::RelativesInformed, told.by.version) {
            Some(informed) => (State::WithRelatives, at(informed)),
            None => (State::RelativesToInform, at(counselled)),
        }
    }

    /// Whether another version than the one at hand then asks about the finding, and that one did not so.
    fn newer_list_asks(&self, judged: &JudgedWith) -> bool {
        let both = self.answer.zip(judged.answered.as_ref());
        both.is_some_and(|(now, then)| {
            now.list != then.list && now.candidate > then.candidate && now.candidate != GermlineCandidate::No
        })
    }
}

/// Whether a step says where the confirming test stands.
fn is_of_test(kind: WorkupStepKind) -> bool {
    use WorkupStepKind as Kind;
    matches!(
        kind,
        Kind::TestOffered | Kind::TestOrdered | Kind::TestResult | Kind::TestDeclined | Kind::Deferred
    )
}

fn result_of(counted: &[RecordedStep]) -> Option<ConfirmingResult> {
    counted.iter().rev().find_map(|one| match one.step {
        WorkupStep::TestResult { result } => Some(result),
        _ => None,
    })
}

impl WorkupState {
    /// The table of steps. `explained`: whether it was explained under the present wish. `begun`: whether any step counts.
    pub fn allows(self, step: WorkupStepKind, explained: bool, begun: bool) -> bool {
        use WorkupStepKind as Kind;
        let allowed: &[WorkupStepKind] = match self {
            Self::Candidate | Self::NotPursued | Self::WishToAsk | Self::WishRefused => return false,
            Self::PhenotypeToCheck | Self::ToExplain => &[Kind::Explained, Kind::Deferred, Kind::Closed],
            Self::ToOffer => &[Kind::TestOffered, Kind::Deferred, Kind::Counselled, Kind::Closed],
            Self::Offered => {
                &[Kind::TestOrdered, Kind::TestDeclined, Kind::Deferred, Kind::Counselled, Kind::Closed]
            }
            Self::Deferred if explained => {
                &[Kind::TestOffered, Kind::TestOrdered, Kind::TestDeclined, Kind::Deferred, Kind::Closed]
            }
            Self::Deferred => &[Kind::Explained, Kind::Deferred, Kind::Closed],
            Self::Declined => &[Kind::TestOffered, Kind::Counselled, Kind::Closed],
            // What was ordered ends with a result, or is called off.
            Self::Ordered => &[Kind::TestResult, Kind::TestDeclined],
            // A result that was entered wrongly is entered anew.
            Self::ToDisclose => &[Kind::Disclosed, Kind::TestResult],
            Self::ToCounsel => &[Kind::Counselled, Kind::Closed],
            Self::Counselled => &[Kind::Counselled, Kind::Closed],
            Self::RelativesToInform => &[Kind::RelativesInformed, Kind::Counselled, Kind::Closed],
            Self::WithRelatives => {
                &[Kind::RelativesInformed, Kind::RelativeTested, Kind::Counselled, Kind::Closed]
            }
            Self::Closed => &[],
        };
        allowed.contains(&step) || (step == Kind::Reopened && begun)
    }

    /// What is due, and for whom it waits; none where it rests or has ended.
    pub fn due(self, ask_again_on: Option<NaiveDate>) -> Option<Due> {
        let at_once = |waits| Some(Due { waits, on: None });
        match self {
            Self::Candidate => at_once(Waits::Panel),
            Self::WishToAsk
            | Self::PhenotypeToCheck
            | Self::ToExplain
            | Self::ToOffer
            | Self::ToDisclose
            | Self::ToCounsel
            | Self::RelativesToInform => at_once(Waits::Counsellor),
            Self::Offered => at_once(Waits::Patient),
            Self::Deferred => Some(Due { waits: Waits::Counsellor, on: ask_again_on }),
            Self::Ordered => at_once(Waits::Laboratory),
            Self::NotPursued
            | Self::WishRefused
            | Self::Declined
            | Self::WithRelatives
            | Self::Counselled
            | Self::Closed => None,
        }
    }
}

worded!(WorkupState {
    Self::Candidate => "workup.candidate", Self::NotPursued => "workup.notPursued", Self::WishToAsk => "workup.wishToAsk",
    Self::WishRefused => "workup.wishRefused", Self::PhenotypeToCheck => "workup.phenotypeToCheck",
    Self::ToExplain => "workup.toExplain", Self::ToOffer => "workup.toOffer", Self::Offered => "workup.offered",
    Self::Deferred => "workup.deferred", Self::Declined => "workup.declined", Self::Ordered => "workup.ordered",
    Self::ToDisclose => "workup.toDisclose", Self::ToCounsel => "workup.toCounsel",
    Self::RelativesToInform => "workup.relativesToInform", Self::WithRelatives => "workup.withRelatives",
    Self::Counselled => "workup.counselled", Self::Closed => "workup.closed",
});
worded!(Reopened {
    Self::WishChanged => "reopened.wishChanged", Self::JudgedAnew => "reopened.judgedAnew",
    Self::NewerList => "reopened.newerList", Self::NewFinding => "reopened.newFinding",
    Self::AskAgain => "reopened.askAgain", Self::ByPerson => "reopened.byPerson",
});
worded!(Waits {
    Self::Panel => "waits.panel", Self::Counsellor => "waits.counsellor", Self::Patient => "waits.patient",
    Self::Laboratory => "waits.laboratory",
});
