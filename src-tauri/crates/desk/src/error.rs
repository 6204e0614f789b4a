//! What goes wrong, as the shells hand it on: a code, a message in the reader's language, the fields concerned.

use entaku_domain::gap::Gap;
use entaku_domain::label::Language;
use entaku_domain::refusal::Refusal;
use entaku_domain::words::Worded;
use entaku_words::errors::{problem, refusal};
use entaku_words::{Said, Value, Word};
use serde::Serialize;
use std::collections::BTreeMap;

mod gap;
mod intake;
mod knowledge;
mod meeting;
mod signing;
mod store;

pub(crate) use gap::gap_words;

/// What a shell prints or shows: `{"code","message","fields"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApiError {
    /// Stable code.
    pub code: String,
    /// In the reader's language: what was found, what was expected, what to do.
    pub message: String,
    /// By field name: what is wrong with it.
    pub fields: BTreeMap<String, String>,
    /// Whether the message is that of a field, with its name before it: where fields are shown, it says nothing more.
    #[serde(rename = "ofField", skip_serializing_if = "std::ops::Not::not")]
    pub of_field: bool,
}

/// Codes that a shell can act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// A command of no such name, or arguments of another shape.
    BadRequest,
    /// A field's value is not acceptable.
    Invalid,
    /// No store is open.
    NotSignedIn,
    /// Wrong name or password, wrong recovery code.
    SignInRefused,
    /// The role does not allow the act.
    Forbidden,
    /// No such case, finding, revision …
    NotFound,
    /// The case changed since it was last seen.
    Stale,
    /// The case's present state does not allow the act.
    Refused,
    /// The input file could not be used.
    Intake,
    /// The store could not do it.
    Store,
    /// What the store holds is not what was once written: nothing was changed, a backup is needed.
    Damaged,
    /// The document could not be made.
    Document,
    /// A file could not be read or written.
    File,
    /// A fault of the program.
    Internal,
}

impl Code {
    /// All codes.
    pub const ALL: [Self; 14] = [
        Self::BadRequest,
        Self::Invalid,
        Self::NotSignedIn,
        Self::SignInRefused,
        Self::Forbidden,
        Self::NotFound,
        Self::Stale,
        Self::Refused,
        Self::Intake,
        Self::Store,
        Self::Damaged,
        Self::Document,
        Self::File,
        Self::Internal,
    ];

    /// As written in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BadRequest => "bad-request",
            Self::Invalid => "invalid",
            Self::NotSignedIn => "not-signed-in",
            Self::SignInRefused => "sign-in-refused",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::Stale => "stale",
            Self::Refused => "refused",
            Self::Intake => "intake",
            Self::Store => "store",
            Self::Damaged => "damaged",
            Self::Document => "document",
            Self::File => "file",
            Self::Internal => "internal",
        }
    }
}

/// A failure: what is to be said of it, and of which fields. Its words stand in the word book, and are put together where
/// the reader's language is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Code.
    pub code: Code,
    /// What is to be said: a word of the book with its arguments.
    pub message: Value,
    /// By field name: what is wrong with it.
    pub fields: BTreeMap<String, Value>,
    /// Whether the message is that of a field.
    pub of_field: bool,
}

/// What every act answers.
pub type Outcome<T> = Result<T, Problem>;

impl Problem {
    /// A problem in words of the book.
    pub fn of(code: Code, words: impl Said) -> Self {
        Self { code, message: words.said(), fields: BTreeMap::new(), of_field: false }
    }

    /// A field whose value is not acceptable, in words of the book.
    pub(crate) fn at(field: &str, words: impl Said) -> Self {
        let words = words.said();
        let mut problem = Self::of(Code::Invalid, problem::field(field, words.clone()));
        problem.fields.insert(field.to_owned(), words);
        problem.of_field = true;
        problem
    }

    /// Something that is not there; `what` is a word of the book.
    pub(crate) fn missing(what: Word, name: impl std::fmt::Display) -> Self {
        Self::of(Code::NotFound, problem::not_found(what, name))
    }

    /// In one language, for a shell.
    pub fn said(&self, language: Language) -> ApiError {
        let fields = self.fields.iter().map(|(name, words)| (name.clone(), words.get(language))).collect();
        let message = self.message.get(language);
        ApiError { code: self.code.as_str().to_owned(), message, fields, of_field: self.of_field }
    }
}

impl From<Gap> for Problem {
    fn from(gap: Gap) -> Self {
        Refusal::from(gap).into()
    }
}

/// What cannot be written as data is a fault of the program.
impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        internal(error)
    }
}

impl From<Refusal> for Problem {
    fn from(refused: Refusal) -> Self {
        Self::of(Code::Refused, refusal_words(&refused))
    }
}

/// A refusal of the case in words: what to do first.
fn refusal_words(refused: &Refusal) -> Value {
    match refused {
        Refusal::Gap(gap) => gap_words(gap),
        Refusal::AlreadyReceived => refusal::ALREADY_RECEIVED.said(),
        Refusal::NoFinding(id) => refusal::no_finding(id).said(),
        Refusal::AlreadySigned(name) => refusal::already_signed(name).said(),
        Refusal::NoGuess => refusal::NO_GUESS.said(),
        Refusal::NoConsequence(id) => refusal::no_consequence(id).said(),
        Refusal::ChosenAlready(id) => refusal::chosen_already(id).said(),
        Refusal::AnotherFinding(id) => refusal::another_finding(id).said(),
        Refusal::NoRecommendation(_) => refusal::NO_RECOMMENDATION.said(),
        Refusal::Withdrawn => refusal::WITHDRAWN.said(),
        Refusal::NoReferral(_) => refusal::NO_REFERRAL.said(),
        Refusal::NotSetAside => refusal::NOT_SET_ASIDE.said(),
        Refusal::NoNews => refusal::NO_NEWS.said(),
        Refusal::NoTarget => refusal::NO_TARGET.said(),
        Refusal::NoCompanionUse => refusal::NO_COMPANION_USE.said(),
        Refusal::NothingToWorkUp => refusal::NOTHING_TO_WORK_UP.said(),
        Refusal::StepNotYet(state) => refusal::step_not_yet(state.label()).said(),
        Refusal::WorkupReasonNeeded => refusal::WORKUP_REASON_NEEDED.said(),
        Refusal::AskAgainLater => refusal::ASK_AGAIN_LATER.said(),
        Refusal::GuidanceGivenAlready => refusal::GUIDANCE_GIVEN_ALREADY.said(),
        Refusal::FirstGuidanceFirst => refusal::FIRST_GUIDANCE_FIRST.said(),
        Refusal::NoFamilyHistory => refusal::NO_FAMILY_HISTORY.said(),
        Refusal::NoFamilyEdit => refusal::NO_FAMILY_EDIT.said(),
        Refusal::Duplicate => refusal::DUPLICATE.said(),
        Refusal::NothingToAmend => refusal::NOTHING_TO_AMEND.said(),
        Refusal::WishForbids => refusal::WISH_FORBIDS.said(),
        Refusal::NoPlainWords => refusal::NO_PLAIN_WORDS.said(),
        Refusal::StaleContent => refusal::STALE_CONTENT.said(),
        Refusal::NoDrug => refusal::NO_DRUG.said(),
        Refusal::ContradictoryAdvice => refusal::CONTRADICTORY_ADVICE.said(),
        Refusal::RankMismatch => refusal::RANK_MISMATCH.said(),
        Refusal::NoOverrideReason(class) => refusal::no_override_reason(class).said(),
        Refusal::AnothersOpinion => refusal::ANOTHERS_OPINION.said(),
        Refusal::NothingToConfirm => refusal::NOTHING_TO_CONFIRM.said(),
        Refusal::DissentNeedsReason => refusal::DISSENT_NEEDS_REASON.said(),
        Refusal::NobodyAsked => refusal::NOBODY_ASKED.said(),
        Refusal::NobodyPresent => refusal::NOBODY_PRESENT.said(),
        Refusal::NothingLacking => refusal::NOTHING_LACKING.said(),
        Refusal::ReasonNeeded => refusal::REASON_NEEDED.said(),
        Refusal::SameSource => refusal::SAME_SOURCE.said(),
    }
}

/// Shorthand: a code that the interface gets wrong only by a fault of ours.
pub(crate) fn internal(what: impl std::fmt::Display) -> Problem {
    Problem::of(Code::Internal, problem::internal(what))
}
