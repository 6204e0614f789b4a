//! The work-up of what may be inherited, and genetic guidance.

use super::{CaseChange, Unsettled, events, has_finding};
use crate::case::Case;
use crate::germline::workup::{Guidance, RecordedGuidance, RecordedStep, WorkupStep};
use crate::ids::FindingId;
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use crate::text::Text;
use crate::words::Worded;
use chrono::NaiveDate;
use entaku_words::history::happened;
use entaku_words::{Said, Value};
use serde::{Deserialize, Serialize};

events! {
    /// The work-up of what may be inherited.
    HeredityEvent {
        /// A step of a finding's work-up was done.
        "germlineWorkupRecorded" => GermlineWorkupRecorded,
        /// Genetic guidance was given.
        "geneticGuidanceGiven" => GeneticGuidanceGiven,
    }
}

/// A step of a finding's work-up was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GermlineWorkupRecorded {
    /// The finding.
    pub finding: FindingId,
    /// What was done.
    pub step: WorkupStep,
    /// On which day.
    pub on: NaiveDate,
    /// Who did it, where that is not whoever records it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_by: Option<Text>,
    /// Remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Documents that go with it, as people call them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Text>,
}

impl CaseChange for GermlineWorkupRecorded {
    /// Most of it comes after the panel; no report is made of it.
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        has_finding(case, self.finding)?;
        let kind = self.step.kind();
        // What a newer list answers holds no step up.
        let workup = case.workup(self.finding, None, self.on).ok_or(Refusal::NothingToWorkUp)?;
        if !workup.next.contains(&kind) {
            return Err(Refusal::StepNotYet(workup.state));
        }
        match &self.step {
            WorkupStep::Reopened if self.note.is_none() => Err(Refusal::WorkupReasonNeeded),
            WorkupStep::Deferred { ask_again_on } if *ask_again_on <= self.on => Err(Refusal::AskAgainLater),
            _ => Ok(()),
        }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let step = RecordedStep {
            step: self.step.clone(),
            on: self.on,
            done_by: self.done_by.clone(),
            note: self.note.clone(),
            documents: self.documents.clone(),
            by: stamp.clone(),
        };
        case.workups.entry(self.finding).or_default().push(step);
    }
    fn in_words(&self, after: &Case) -> Value {
        let (finding, on) = (after.named(self.finding), self.on.to_string());
        let said = happened::workup(finding, self.step.kind().label(), on).said();
        match &self.step {
            WorkupStep::Deferred { ask_again_on } => {
                happened::workup_ask_again(said, ask_again_on.to_string()).said()
            }
            WorkupStep::TestResult { result } => happened::workup_result(said, result.label()).said(),
            _ => said,
        }
    }
}

/// Genetic guidance was given (B001-11). Given again, it takes the place of the entry before, which stays in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GeneticGuidanceGiven {
    /// Which.
    pub guidance: Guidance,
    /// On which day.
    pub on: NaiveDate,
    /// The document that was handed over.
    pub document: Text,
    /// Who gave it, where that is not whoever records it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done_by: Option<Text>,
    /// Remark; why, where it was recorded already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl CaseChange for GeneticGuidanceGiven {
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        if case.guidance.contains_key(&self.guidance) && self.note.is_none() {
            return Err(Refusal::GuidanceGivenAlready);
        }
        let first = case.guidance.get(&Guidance::First);
        match self.guidance {
            Guidance::Second if first.is_none_or(|first| first.on > self.on) => {
                Err(Refusal::FirstGuidanceFirst)
            }
            _ => Ok(()),
        }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let given = RecordedGuidance {
            on: self.on,
            document: self.document.clone(),
            done_by: self.done_by.clone(),
            note: self.note.clone(),
            by: stamp.clone(),
        };
        case.guidance.insert(self.guidance, given);
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::guidance(self.guidance.label(), self.on.to_string(), &self.document).said()
    }
}
