//! Why an act cannot be done now. A precondition, not an alarm: each says what to do first.

use crate::gap::Gap;
use crate::germline::workup::WorkupState;
use crate::ids::{FindingId, RecommendationId, ReferralId};
use crate::text::Text;

/// An act that the rules of the case do not allow in its present state.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Something is missing first.
    #[error(transparent)]
    Gap(#[from] Gap),
    /// The case exists already.
    #[error("the case has been received already")]
    AlreadyReceived,
    /// No such finding.
    #[error("the case has no finding {0}")]
    NoFinding(FindingId),
    /// No such sample of a source waits to be confirmed.
    #[error("no sample of that name waits to be confirmed")]
    NoGuess,
    /// The finding has no such consequence.
    #[error("the finding has no such consequence")]
    NoConsequence(FindingId),
    /// The consequence speaks for the finding already.
    #[error("the consequence speaks for the finding already")]
    ChosenAlready(FindingId),
    /// Another reading would make a tumour finding of a germline finding or the reverse, or another kind of finding.
    #[error(
        "the later reading is another kind of finding or of another origin: it cannot stand under this number"
    )]
    AnotherFinding(FindingId),
    /// No such recommendation.
    #[error("the case has no recommendation {0}")]
    NoRecommendation(RecommendationId),
    /// The recommendation is withdrawn.
    #[error("the recommendation was withdrawn already")]
    Withdrawn,
    /// No such referral.
    #[error("the case has no referral {0}")]
    NoReferral(ReferralId),
    /// Companion use without what the test was for.
    #[error("a companion test is for at least one gene or marker: name it")]
    NoTarget,
    /// The row of evidence is not set aside.
    #[error("the row of evidence is not set aside")]
    NotSetAside,
    /// An answer to no news.
    #[error("name the news that is answered")]
    NoNews,
    /// There is no companion use to end.
    #[error("no companion use is stated, or it has ended already")]
    NoCompanionUse,
    /// Nothing of the finding is to be worked up.
    #[error("nobody suspects the finding to be inherited")]
    NothingToWorkUp,
    /// The step does not follow from where the work-up stands.
    #[error("this step does not follow from where the work-up stands")]
    StepNotYet(WorkupState),
    /// Begun anew without a reason.
    #[error("say why the work-up begins anew")]
    WorkupReasonNeeded,
    /// The day on which to ask again is not after the day on which it was put off.
    #[error("the day on which to ask again lies after the day on which it was put off")]
    AskAgainLater,
    /// Guidance that was recorded already, without a reason.
    #[error("this guidance is recorded already: say why it is recorded anew")]
    GuidanceGivenAlready,
    /// The second guidance before the first.
    #[error("the second guidance follows the first")]
    FirstGuidanceFirst,
    /// There is no family history to change.
    #[error("no family history is recorded")]
    NoFamilyHistory,
    /// There is no edit of the family history to take back.
    #[error("the last edit of the family history was taken back already, or there is none")]
    NoFamilyEdit,
    /// Identity used twice.
    #[error("an entry with this id exists already")]
    Duplicate,
    /// There is no finalised report to amend, or an amendment is open already.
    #[error("there is no finalised report to amend, or an amendment is open already")]
    NothingToAmend,
    /// Something of heredity for a patient who has not asked to be told.
    #[error("the patient has not asked to be told of heredity: nothing of it can be released")]
    WishForbids,
    /// A released item without words.
    #[error("every released item needs its sentence in plain words")]
    NoPlainWords,
    /// Content that does not belong to the present state of the case.
    #[error("the report content does not belong to the present state of the case")]
    StaleContent,
    /// Somebody has signed in this capacity, and the signature stands.
    #[error("{0} has signed in this capacity already, and the signature stands")]
    AlreadySigned(Text),
    /// A treatment without a drug.
    #[error("a treatment needs at least one drug")]
    NoDrug,
    /// A treatment beside an explicit "no recommendation", or the other way round.
    #[error(
        "a recommended treatment and an explicit 'no recommendation' cannot stand side by side: withdraw one first"
    )]
    ContradictoryAdvice,
    /// An order that does not name every standing recommendation once.
    #[error("the order must name every recommendation that stands exactly once")]
    RankMismatch,
    /// The panel's class is not the one that the criteria suggest, and no reason is given.
    #[error("the class differs from the suggested '{0}': give the reason")]
    NoOverrideReason(String),
    /// A member's own opinion stands; nobody else may replace it.
    #[error("the member's own opinion stands: only the member may change it")]
    AnothersOpinion,
    /// Nothing was entered for this member, or it is confirmed already.
    #[error("nothing that was entered for this member awaits confirmation")]
    NothingToConfirm,
    /// Disagreement without a reason.
    #[error("a member who does not agree says why")]
    DissentNeedsReason,
    /// Nobody asked.
    #[error("at least one member must be asked")]
    NobodyAsked,
    /// A meeting without participants.
    #[error("a meeting needs at least one participant")]
    NobodyPresent,
    /// The rules find nothing lacking in the meeting, so that there is nothing to go on without.
    #[error("the rules find nothing lacking in the meeting as it is recorded")]
    NothingLacking,
    /// A referral cannot go on from its end without a reason.
    #[error("the referral had ended: give the reason for going on")]
    ReasonNeeded,
    /// The same file is a source of the case already.
    #[error("this file is a source of the case already (same SHA-256)")]
    SameSource,
}
