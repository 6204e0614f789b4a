//! What the panel holds of findings, and what of people's words is not about this patient.

use super::{CaseChange, Unsettled, events, has_finding};
use crate::case::Case;
use crate::decision::{Call, Decision, GermlineFlag, GermlineJudgement, Verdict};
use crate::germline::workup::{JudgedWith, ListAnswer};
use crate::ids::FindingId;
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use crate::text::Text;
use entaku_words::history::happened;
use entaku_words::{Said, Value};
use serde::{Deserialize, Serialize};

events! {
    /// What the panel holds of findings, and what of people's words is not about this patient.
    VerdictEvent {
        /// The panel's verdict on a finding was recorded.
        "findingJudged" => FindingJudged,
        /// C-CAT's verdict on a finding was entered, in C-CAT's words.
        "ccatVerdictEntered" => CcatVerdictEntered,
        /// The panel judged whether a finding may be germline.
        "germlineJudged" => GermlineJudged,
        /// A person stated that a passage which names heredity is not about this patient.
        "wordsCleared" => WordsCleared,
    }
}

/// The panel's verdict on a finding was recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingJudged {
    /// The finding.
    pub finding: FindingId,
    /// The verdict.
    pub verdict: Box<Verdict>,
}

impl CaseChange for FindingJudged {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        has_finding(case, self.finding)?;
        override_reasoned(&self.verdict)
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Draft
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        if let Some(written) = &mut case.explanation {
            written.judged_since.insert(self.finding);
        }
        let decision = Decision { verdict: (*self.verdict).clone(), by: stamp.by.clone(), at: stamp.at };
        case.decisions.insert(self.finding, decision);
    }
    /// The call, then the criteria it rests on, then who holds another view.
    fn in_words(&self, after: &Case) -> Value {
        let (finding, verdict) = (after.named(self.finding), &self.verdict);
        let mut words = match &verdict.call {
            Call::Classified { grade } => {
                happened::judged(finding, &grade.class_name, &grade.scale_name).said()
            }
            Call::Deferred { reason } => happened::deferred(finding, reason).said(),
        };
        if let Some(basis) = &verdict.basis {
            let (scheme, sum) = (&basis.scheme_name, basis.named_sum());
            words = match &basis.override_reason {
                Some(reason) => happened::judged_otherwise(words, scheme, sum, reason).said(),
                None => happened::judged_by(words, scheme, sum).said(),
            };
        }
        if !verdict.dissent.is_empty() {
            let names = verdict.dissent.iter().map(|dissent| dissent.name.as_str());
            words = happened::dissented(words, names).said();
        }
        words
    }
}

/// C-CAT's verdict on a finding was entered, in C-CAT's words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CcatVerdictEntered {
    /// The finding.
    pub finding: FindingId,
    /// The words; none takes an earlier entry back.
    pub verdict: Option<Text>,
}

impl CaseChange for CcatVerdictEntered {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        has_finding(case, self.finding)
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Findings(vec![self.finding])
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        match &self.verdict {
            Some(words) => case.ccat.insert(self.finding, words.clone()),
            None => case.ccat.remove(&self.finding),
        };
    }
    fn in_words(&self, after: &Case) -> Value {
        happened::ccat(after.named(self.finding), self.verdict.as_ref().map_or("－", Text::as_str)).said()
    }
}

/// The panel judged whether a finding may be germline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GermlineJudged {
    /// The finding.
    pub finding: FindingId,
    /// The judgement.
    pub judgement: GermlineJudgement,
    /// Why.
    pub reason: Option<Text>,
    /// What the first list of heredity answered then; none in records of before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<ListAnswer>,
}

impl CaseChange for GermlineJudged {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        has_finding(case, self.finding)
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Draft
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let flag = GermlineFlag {
            judgement: self.judgement,
            reason: self.reason.clone(),
            by: stamp.by.clone(),
            at: stamp.at,
        };
        case.germline.insert(self.finding, flag);
        let pursued = self.judgement.is_pursued();
        let before = case.judged_with.get(&self.finding);
        let before = before.filter(|before| before.judgement.is_pursued() == pursued);
        let since = before.map_or_else(|| stamp.clone(), |before| before.since.clone());
        let judged = JudgedWith { judgement: self.judgement, answered: self.answered.clone(), since };
        case.judged_with.insert(self.finding, judged);
    }
    fn in_words(&self, after: &Case) -> Value {
        let finding = self.finding;
        let matched_normal = after.finding(finding).is_some_and(|found| after.has_matched_normal(found));
        happened::germline(after.named(finding), self.judgement.said(matched_normal)).said()
    }
}

/// A person stated that a passage which names heredity is not about this patient.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WordsCleared {
    /// The passage.
    pub text: Text,
    /// What it names.
    pub named: Vec<String>,
    /// Whom it is about, or why it may stand.
    pub reason: Text,
}

impl CaseChange for WordsCleared {
    /// Documents are given out after finalisation too.
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        Ok(())
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        case.cleared.insert(self.text.to_string(), self.named.iter().cloned().collect());
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::words_cleared(&self.named, &self.reason).said()
    }
}

/// Entaku suggests, people decide; where they decide otherwise, the record says why.
fn override_reasoned(verdict: &Verdict) -> Result<(), Refusal> {
    match (&verdict.call, &verdict.basis) {
        (Call::Classified { grade }, Some(basis))
            if basis.differs_from(grade) && basis.override_reason.is_none() =>
        {
            Err(Refusal::NoOverrideReason(basis.suggested.class.clone()))
        }
        _ => Ok(()),
    }
}
