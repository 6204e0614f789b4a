//! What people say of the rows of evidence that stand beside a finding: not for this patient, and what they make of news.

use super::{CaseChange, Unsettled, events, has_finding};
use crate::case::Case;
use crate::evidence::{AnsweredNews, NewsAnswer};
use crate::ids::FindingId;
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use crate::text::Text;
use crate::words::Worded;
use entaku_words::history::happened;
use entaku_words::{Said, Value};
use serde::{Deserialize, Serialize};

events! {
    /// What the panel holds of the evidence beside a finding.
    EvidenceEvent {
        /// A row of evidence is not for this patient.
        "evidenceSetAside" => EvidenceSetAside,
        /// A row that was set aside counts again.
        "evidenceTakenBack" => EvidenceTakenBack,
        /// Somebody answered what became known since the case was weighed.
        "evidenceNewsAnswered" => EvidenceNewsAnswered,
    }
}

/// A row of evidence is not for this patient.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceSetAside {
    /// Beside which finding.
    pub finding: FindingId,
    /// Source.
    pub source: String,
    /// The source's id of the row, whatever version it stands in.
    pub id: String,
    /// Why.
    pub reason: Text,
}

impl CaseChange for EvidenceSetAside {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        has_finding(case, self.finding)
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        let row = (self.finding, self.source.clone(), self.id.clone());
        case.evidence_aside.insert(row, self.reason.clone());
    }
    fn in_words(&self, _after: &Case) -> Value {
        let row = format!("{} {}", self.source, self.id);
        happened::evidence_set_aside(self.finding.to_string(), row, &self.reason).said()
    }
}

/// A row that was set aside counts again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceTakenBack {
    /// Beside which finding.
    pub finding: FindingId,
    /// Source.
    pub source: String,
    /// The source's id of the row.
    pub id: String,
}

impl CaseChange for EvidenceTakenBack {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        let row = (self.finding, self.source.clone(), self.id.clone());
        if case.evidence_aside.contains_key(&row) { Ok(()) } else { Err(Refusal::NotSetAside) }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        case.evidence_aside.remove(&(self.finding, self.source.clone(), self.id.clone()));
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::evidence_taken_back(self.finding.to_string(), format!("{} {}", self.source, self.id)).said()
    }
}

/// Somebody answered what became known since the case was weighed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceNewsAnswered {
    /// To which rows, each as it stands now.
    pub rows: Vec<NewsRow>,
    /// The answer.
    pub answer: NewsAnswer,
}

/// A row that changed, as it stood when somebody answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NewsRow {
    /// Beside which finding.
    pub finding: FindingId,
    /// Source.
    pub source: String,
    /// Version of the source that answered then.
    pub version: String,
    /// The source's id of the row.
    pub id: String,
    /// How it stood: whatever changes of it later is news again.
    pub standing: String,
}

impl CaseChange for EvidenceNewsAnswered {
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        if self.rows.is_empty() {
            return Err(Refusal::NoNews);
        }
        self.rows.iter().try_for_each(|row| has_finding(case, row.finding))
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        for row in &self.rows {
            let answered = AnsweredNews {
                finding: row.finding,
                source: row.source.clone(),
                id: row.id.clone(),
                standing: row.standing.clone(),
                answer: self.answer.clone(),
                by: stamp.by.clone(),
                at: stamp.at,
            };
            case.evidence_news.insert((row.finding, row.source.clone(), row.id.clone()), answered);
        }
    }
    fn in_words(&self, _after: &Case) -> Value {
        let rows = self.rows.iter().map(|row| format!("{} {} {}", row.finding, row.source, row.id));
        let rows = rows.collect::<Vec<_>>().join(", ");
        let kind = self.answer.label();
        match self.answer.reason() {
            Some(reason) => happened::evidence_news_answered_because(rows, kind, reason).said(),
            None => happened::evidence_news_answered(rows, kind).said(),
        }
    }
}
