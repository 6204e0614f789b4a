//! Signing and finalising the report, following it by an amendment, and what is made of it for the patient.

use super::{CaseChange, Unsettled, events, has_finding};
use crate::case::{Amendment, Case, FinalReport, signatures};
use crate::document::{DocumentKind, FinalDocument, Issued, IssuedDocument, next_issue};
use crate::explanation::{Explanation, WrittenExplanation};
use crate::gap::Gap;
use crate::ids::Sha256Hex;
use crate::member::Actor;
use crate::patient::DisclosureWish;
use crate::refusal::Refusal;
use crate::report::ReportContent;
use crate::signing::{Capacity, Signature};
use crate::stamp::Stamp;
use crate::text::Text;
use crate::words::Worded;
use entaku_words::history::happened;
use entaku_words::{Said, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

events! {
    /// Signing and finalising the report, following it by an amendment, and what is made of it for the patient.
    ReportEvent {
        /// The report as it stands was signed.
        "reportSigned" => ReportSigned,
        /// The report was finalised.
        "reportFinalised" => ReportFinalised,
        /// What the patient is told of the report was released, in plain words.
        "patientExplanationWritten" => PatientExplanationWritten,
        /// A document that follows from the report was given out.
        "documentIssued" => DocumentIssued,
        /// The finalised report is being followed by an amendment.
        "amendmentOpened" => AmendmentOpened,
    }
}

/// The report as it stands was signed by whose act this is, who entered the password again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportSigned {
    /// In what capacity.
    pub capacity: Capacity,
    /// SHA-256 of the canonical JSON of what was signed: the content apart from its state and its signatures.
    pub content_hash: Sha256Hex,
}

impl CaseChange for ReportSigned {
    /// What is incomplete would change under the signature.
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        ready_to_finalise(case)
    }
    fn check_by(&self, case: &Case, by: &Actor) -> Result<(), Refusal> {
        match case.signature(self.capacity) {
            Some(given)
                if given.voided.is_none()
                    && given.content_hash == self.content_hash
                    && given.by.member == by.member =>
            {
                Err(Refusal::AlreadySigned(given.by.name.clone()))
            }
            _ => Ok(()),
        }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        case.signatures.push(signatures::given(stamp, self.capacity, &self.content_hash));
    }
    fn in_words(&self, _after: &Case) -> Value {
        let (capacity, hash) = (self.capacity.label(), self.content_hash.to_string());
        let short: String = hash.chars().take(12).collect();
        happened::signed(capacity, short).said()
    }
}

/// The report was finalised (レポート確定).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportFinalised {
    /// The frozen content; its revision is one more than the last.
    pub content: Box<ReportContent>,
    /// SHA-256 of the content's canonical JSON.
    pub content_hash: Sha256Hex,
    /// The documents made of it.
    pub documents: Vec<FinalDocument>,
    /// Events of the case when the content was composed; events of before have it in the content alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub composed_at: Option<u32>,
}

impl CaseChange for ReportFinalised {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        ready_to_finalise(case)?;
        let content = &self.content;
        let signed: Vec<_> = case.standing_signatures().into_iter().map(Signature::printed).collect();
        let fits = content.case_id == case.id
            && content.revision == case.next_revision()
            && self.composed_at.unwrap_or(content.case_version) == case.version
            && content.signatures.iter().all(|printed| signed.contains(printed));
        if fits { Ok(()) } else { Err(Refusal::StaleContent) }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        case.reports.push(FinalReport {
            content: (*self.content).clone(),
            content_hash: self.content_hash.clone(),
            documents: self.documents.clone(),
            by: stamp.by.clone(),
            at: stamp.at,
        });
        case.finalised_at = stamp.version;
        case.amendment = None;
        // They stand in the content now; the next revision is signed anew.
        case.signatures.clear();
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::finalised(self.content.revision).said()
    }
}

/// What the patient is told of the report was released, in plain words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PatientExplanationWritten {
    /// The whole of it.
    pub explanation: Box<Explanation>,
}

impl CaseChange for PatientExplanationWritten {
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        releasable(case, &self.explanation)
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        case.explanation = Some(WrittenExplanation {
            explanation: (*self.explanation).clone(),
            by: stamp.by.clone(),
            at: stamp.at,
            version: stamp.version,
            judged_since: BTreeSet::new(),
        });
    }
    fn in_words(&self, _after: &Case) -> Value {
        let count = self.explanation.findings.len() + self.explanation.recommendations.len();
        happened::explanation(count).said()
    }
}

/// A document that follows from the report was given out: its bytes are kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentIssued {
    /// The document.
    pub document: Box<IssuedDocument>,
}

impl CaseChange for DocumentIssued {
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        may_issue(case, &self.document)
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let document = (*self.document).clone();
        case.issued.push(Issued { document, by: stamp.by.clone(), at: stamp.at });
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::issued(self.document.kind.label(), self.document.issue).said()
    }
}

/// The finalised report is being followed by an amendment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AmendmentOpened {
    /// Why.
    pub reason: Text,
}

impl CaseChange for AmendmentOpened {
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        if case.reports.is_empty() || case.amendment.is_some() {
            Err(Refusal::NothingToAmend)
        } else {
            Ok(())
        }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let reason = self.reason.clone();
        case.amendment = Some(Amendment { reason, by: stamp.by.clone(), at: stamp.at });
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::amendment(&self.reason).said()
    }
}

/// Only what the panel decided can be released, and nothing of heredity against the wish.
fn releasable(case: &Case, explanation: &Explanation) -> Result<(), Refusal> {
    let wants = case.details.disclosure.wish == DisclosureWish::Wants;
    let mut seen = std::collections::BTreeSet::new();
    for item in &explanation.findings {
        has_finding(case, item.finding)?;
        if case.is_germline_finding(item.finding) && !wants {
            return Err(Refusal::WishForbids);
        }
        if !case.decisions.contains_key(&item.finding) {
            return Err(Refusal::Gap(Gap::Undecided(vec![item.finding])));
        }
        if item.words.is_empty() {
            return Err(Refusal::NoPlainWords);
        }
        if !seen.insert(item.finding) {
            return Err(Refusal::Duplicate);
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    for item in &explanation.recommendations {
        let given = case.recommendations.iter().find(|given| given.recommendation.id == item.recommendation);
        let given = given.ok_or_else(|| Refusal::NoRecommendation(item.recommendation.clone()))?;
        if given.withdrawn.is_some() {
            return Err(Refusal::Withdrawn);
        }
        if given.recommendation.advice.is_germline_matter() && !wants {
            return Err(Refusal::WishForbids);
        }
        if item.words.is_empty() {
            return Err(Refusal::NoPlainWords);
        }
        if !seen.insert(&item.recommendation) {
            return Err(Refusal::Duplicate);
        }
    }
    if !explanation.heredity.is_empty() && !wants {
        return Err(Refusal::WishForbids);
    }
    Ok(())
}

/// A document rests on a finalised report that still stands.
fn may_issue(case: &Case, document: &IssuedDocument) -> Result<(), Refusal> {
    if document.kind == DocumentKind::Wish {
        // The patient may be asked at any time, and what was found bears on nothing of it.
        let fits = document.referral.is_none() && document.revision.is_none();
        let next = document.issue == next_issue(&case.issued, document.kind);
        return if fits && next { Ok(()) } else { Err(Refusal::StaleContent) };
    }
    let Some(report) = case.reports.last().filter(|_| case.amendment.is_none()) else {
        return Err(Refusal::Gap(Gap::NothingFinal));
    };
    if let Some(id) = &document.referral
        && !case.referrals.iter().any(|tracked| tracked.referral.id == *id)
    {
        return Err(Refusal::NoReferral(id.clone()));
    }
    let of_a_case = match document.kind {
        DocumentKind::Patient => document.referral.is_none() && case.explanation.is_some(),
        DocumentKind::Referral => document.referral.is_some(),
        DocumentKind::Panel | DocumentKind::Minutes | DocumentKind::Agenda | DocumentKind::Wish => false,
    };
    let fits = of_a_case
        && document.revision == Some(report.content.revision)
        && document.issue == next_issue(&case.issued, document.kind);
    if fits { Ok(()) } else { Err(Refusal::StaleContent) }
}

/// What still stands between the case and its finalisation, the first thing only.
fn ready_to_finalise(case: &Case) -> Result<(), Refusal> {
    match case.finalisation_gaps().into_iter().next() {
        Some(gap) => Err(gap.into()),
        None => Ok(()),
    }
}
