//! The work-up of a finding that may be inherited, from the panel's judgement to the relatives: which step may follow, where it
//! stands, what waits for whom. Owns the rules alone. The judgement, the wish and the steps are facts of the case, each recorded
//! once; the state is computed from them, so that a change of any of them reopens the step that it concerns and says why.

use crate::decision::GermlineJudgement;
use crate::germline::GermlineCandidate;
use crate::patient::{Disclosure, DisclosureWish};
use crate::stamp::Stamp;
use crate::text::Text;
use crate::words::worded;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

mod of_case;
mod state;
#[cfg(test)]
mod tests;

pub use state::{Due, Reopened, Waits, Workup, WorkupFacts, WorkupState};

/// What was done, without its particulars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum WorkupStepKind {
    /// The finding and what it may mean was explained.
    Explained,
    /// The confirming test was offered.
    TestOffered,
    /// The confirming test was ordered.
    TestOrdered,
    /// Its result came.
    TestResult,
    /// The patient does not want the test.
    TestDeclined,
    /// Later, the treatment first; with a day on which to ask again.
    Deferred,
    /// The result was disclosed.
    Disclosed,
    /// The patient was counselled on it.
    Counselled,
    /// Relatives were informed.
    RelativesInformed,
    /// A relative was tested.
    RelativeTested,
    /// Nothing more is to be done.
    Closed,
    /// A person begins anew: what was recorded before counts no longer.
    Reopened,
}

impl WorkupStepKind {
    /// All, in their usual order.
    pub const ALL: [Self; 12] = [
        Self::Explained,
        Self::TestOffered,
        Self::TestOrdered,
        Self::TestResult,
        Self::TestDeclined,
        Self::Deferred,
        Self::Disclosed,
        Self::Counselled,
        Self::RelativesInformed,
        Self::RelativeTested,
        Self::Closed,
        Self::Reopened,
    ];
}

/// What the confirming test of normal tissue says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ConfirmingResult {
    /// The variant is inherited.
    Confirmed,
    /// It is not in the normal tissue.
    NotFound,
    /// The test does not tell: a mosaic, a failed test.
    Unclear,
}

/// A step with its particulars.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum WorkupStep {
    /// See [`WorkupStepKind::Explained`].
    Explained,
    /// See [`WorkupStepKind::TestOffered`].
    TestOffered,
    /// See [`WorkupStepKind::TestOrdered`].
    TestOrdered,
    /// See [`WorkupStepKind::TestResult`].
    #[serde(rename_all = "camelCase")]
    TestResult {
        /// The result.
        result: ConfirmingResult,
    },
    /// See [`WorkupStepKind::TestDeclined`].
    TestDeclined,
    /// See [`WorkupStepKind::Deferred`].
    #[serde(rename_all = "camelCase")]
    Deferred {
        /// The day on which to ask again.
        ask_again_on: NaiveDate,
    },
    /// See [`WorkupStepKind::Disclosed`].
    Disclosed,
    /// See [`WorkupStepKind::Counselled`].
    Counselled,
    /// See [`WorkupStepKind::RelativesInformed`].
    RelativesInformed,
    /// See [`WorkupStepKind::RelativeTested`].
    RelativeTested,
    /// See [`WorkupStepKind::Closed`].
    Closed,
    /// See [`WorkupStepKind::Reopened`].
    Reopened,
}

impl WorkupStep {
    /// What was done.
    pub fn kind(&self) -> WorkupStepKind {
        match self {
            Self::Explained => WorkupStepKind::Explained,
            Self::TestOffered => WorkupStepKind::TestOffered,
            Self::TestOrdered => WorkupStepKind::TestOrdered,
            Self::TestResult { .. } => WorkupStepKind::TestResult,
            Self::TestDeclined => WorkupStepKind::TestDeclined,
            Self::Deferred { .. } => WorkupStepKind::Deferred,
            Self::Disclosed => WorkupStepKind::Disclosed,
            Self::Counselled => WorkupStepKind::Counselled,
            Self::RelativesInformed => WorkupStepKind::RelativesInformed,
            Self::RelativeTested => WorkupStepKind::RelativeTested,
            Self::Closed => WorkupStepKind::Closed,
            Self::Reopened => WorkupStepKind::Reopened,
        }
    }
}

/// A step as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedStep {
    /// What was done.
    pub step: WorkupStep,
    /// The day on which it was done.
    pub on: NaiveDate,
    /// Who did it, where that is not whoever recorded it.
    pub done_by: Option<Text>,
    /// Remark.
    pub note: Option<Text>,
    /// Documents that go with it, as people call them.
    pub documents: Vec<Text>,
    /// Who recorded it, in which role, and when.
    pub by: Stamp,
}

/// What the first list of heredity answered when the panel judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListAnswer {
    /// The list's code and version.
    pub list: String,
    /// Its answer.
    pub candidate: GermlineCandidate,
}

/// The panel's judgement as the work-up sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgedWith {
    /// The judgement.
    pub judgement: GermlineJudgement,
    /// What the list answered then; none in records of before.
    pub answered: Option<ListAnswer>,
    /// When the panel began to pursue the finding, or not to, as it still does.
    pub since: Stamp,
}

/// A wish as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedWish {
    /// The wish, when it was asked and by whom.
    pub disclosure: Disclosure,
    /// Who recorded it and when.
    pub by: Stamp,
}

/// An occasion of genetic guidance that a fee is claimed for (B001-11): each once, with its day and document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Guidance {
    /// The explanation before the test.
    BeforeTest,
    /// The first guidance on the result.
    First,
    /// The second guidance on the result.
    Second,
}

impl Guidance {
    /// All, in their order.
    pub const ALL: [Self; 3] = [Self::BeforeTest, Self::First, Self::Second];
}

/// Guidance as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedGuidance {
    /// The day.
    pub on: NaiveDate,
    /// The document that was handed over.
    pub document: Text,
    /// Who gave it, where that is not whoever recorded it.
    pub done_by: Option<Text>,
    /// Remark.
    pub note: Option<Text>,
    /// Who recorded it and when.
    pub by: Stamp,
}

worded!(WorkupStepKind {
    Self::Explained => "workupStep.explained", Self::TestOffered => "workupStep.testOffered",
    Self::TestOrdered => "workupStep.testOrdered", Self::TestResult => "workupStep.testResult",
    Self::TestDeclined => "workupStep.testDeclined", Self::Deferred => "workupStep.deferred",
    Self::Disclosed => "workupStep.disclosed", Self::Counselled => "workupStep.counselled",
    Self::RelativesInformed => "workupStep.relativesInformed", Self::RelativeTested => "workupStep.relativeTested",
    Self::Closed => "workupStep.closed", Self::Reopened => "workupStep.reopened",
});
worded!(ConfirmingResult {
    Self::Confirmed => "confirmingResult.confirmed", Self::NotFound => "confirmingResult.notFound",
    Self::Unclear => "confirmingResult.unclear",
});
worded!(Guidance {
    Self::BeforeTest => "guidance.beforeTest", Self::First => "guidance.first", Self::Second => "guidance.second",
});

/// When something was done, for what has neither a later step nor a later wish.
type When = DateTime<FixedOffset>;

fn refuses(wish: DisclosureWish) -> bool {
    wish == DisclosureWish::Refuses
}
