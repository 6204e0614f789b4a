//! A patient's case: the fold of its events. Pure; reads no clock, does no IO.
//! [`Case::check`] says whether an event may follow, [`Case::happen`] lets it happen.

use crate::companion::StatedCompanionUse;
use crate::decision::{Decision, GermlineFlag};
use crate::document::{FinalDocument, Issued};
use crate::draft::{Draft, TumourSampleChoice};
use crate::evidence::AnsweredNews;
use crate::explanation::WrittenExplanation;
use crate::family::KeptFamilyHistory;
use crate::finding::Finding;
use crate::genome::Assembly;
use crate::germline::workup::{Guidance, JudgedWith, RecordedGuidance, RecordedStep, RecordedWish};
use crate::ids::{CaseId, FindingId, MemberId, Sha256Hex};
use crate::label::Label;
use crate::meeting_record::MeetingRecord;
use crate::member::Actor;
use crate::milestone::{Milestone, RecordedMark};
use crate::note::Ledger;
use crate::opinion::{Circulation, GivenCaseOpinion, GivenOpinion};
use crate::patient::{Details, DisclosureWish};
use crate::recommendation::{Advice, GivenRecommendation};
use crate::referral::TrackedReferral;
use crate::report::ReportContent;
use crate::signing::Signature;
use crate::text::Text;
use crate::trial::tick::GivenTick;
use crate::words::laboratory;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

mod companion;
mod disagreement;
pub mod event;
mod gaps;
mod ground;
mod matching;
mod opinions;
mod own_words;
mod readings;
mod signatures;
mod status;
mod trial_patient;
mod unseen;
pub mod weighed;

pub use crate::finding::{Difference, Part};
pub use disagreement::differences;
pub use ground::Changed;
pub use opinions::{Agreement, DiffersIn, Lacking, NeedsMeeting, Standing};
pub use own_words::{draft_names_withheld, named, names_withheld, says, withheld_of};
pub use status::CaseStatus;

#[cfg(test)]
mod advice_tests;
#[cfg(test)]
mod companion_tests;
#[cfg(test)]
mod decision_tests;
#[cfg(test)]
mod family_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod wish_tests;
#[cfg(test)]
mod workup_tests;

/// A file the case was made of: the draft without its findings, which the case holds itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// The draft; its list of findings is empty here.
    pub draft: Draft,
    /// When it was received.
    pub at: DateTime<FixedOffset>,
    /// Who loaded it.
    pub by: Actor,
}

/// A finalised report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FinalReport {
    /// The frozen content.
    pub content: ReportContent,
    /// SHA-256 of the content's canonical JSON.
    pub content_hash: Sha256Hex,
    /// Its documents.
    pub documents: Vec<FinalDocument>,
    /// Who finalised it.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// An open amendment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Amendment {
    /// Why.
    pub reason: Text,
    /// Who opened it.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// A case as it stands after its events.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Identity.
    pub id: CaseId,
    /// Number in this store.
    pub number: Option<Text>,
    /// Day of receipt.
    pub received_on: Option<NaiveDate>,
    /// What people told.
    pub details: Details,
    /// Files. Shared between states of the case: they are the bulk of it, and a verdict changes none of them.
    pub sources: Arc<Vec<Source>>,
    /// Findings in order of arrival, shared likewise.
    pub findings: Arc<Vec<Finding>>,
    /// Where each finding stands in that order.
    index: BTreeMap<FindingId, usize>,
    /// Version of the reading up to which a person decided how a finding's record of a source (by its index) reads.
    pub readings: BTreeMap<(FindingId, usize), String>,
    /// Sources (by their index) whose tumour sample was a guess that a person confirmed.
    pub samples_confirmed: BTreeSet<usize>,
    /// Passages that a person stated not to be about this patient, with what they named then.
    cleared: BTreeMap<String, BTreeSet<String>>,
    /// C-CAT's verdicts entered by hand.
    pub ccat: BTreeMap<FindingId, Text>,
    /// The panel's verdicts.
    pub decisions: BTreeMap<FindingId, Decision>,
    /// The latest opinion of each member on each finding.
    pub opinions: BTreeMap<FindingId, BTreeMap<MemberId, GivenOpinion>>,
    /// The latest opinion of each member on the case as a whole.
    pub case_opinions: BTreeMap<MemberId, GivenCaseOpinion>,
    /// Who was asked for an opinion last.
    pub circulation: Option<Circulation>,
    /// Whether members were left out of those asked after opinions had been given.
    asked_fewer: bool,
    /// What the opinions rest on, and when it changed.
    ground: ground::Ground,
    /// Germline judgements.
    pub germline: BTreeMap<FindingId, GermlineFlag>,
    /// Recommendations in rank order, withdrawn ones included.
    pub recommendations: Vec<GivenRecommendation>,
    /// Referrals.
    pub referrals: Vec<TrackedReferral>,
    /// What happened outside the panel.
    pub milestones: BTreeMap<Milestone, RecordedMark>,
    /// MeetingRecord.
    pub meeting: Option<MeetingRecord>,
    /// Summary.
    pub summary: Option<Text>,
    /// Signatures under the report that is not finalised yet, in order of signing; those that a change voided too.
    pub signatures: Vec<Signature>,
    /// Finalised reports, oldest first; revision n stands at index n-1.
    pub reports: Vec<FinalReport>,
    /// Number of the event that finalised the last of them.
    finalised_at: u32,
    /// What is released to the patient.
    pub explanation: Option<WrittenExplanation>,
    /// Documents given out besides the report, in order.
    pub issued: Vec<Issued>,
    /// The open amendment.
    pub amendment: Option<Amendment>,
    /// Rows of evidence that are not for this patient, by finding, source and the source's id, with the reason.
    pub evidence_aside: BTreeMap<(FindingId, String, String), Text>,
    /// The latest answer to what became known since, by finding, source and the source's id of the row.
    pub evidence_news: BTreeMap<(FindingId, String, String), AnsweredNews>,
    /// What people say of the criteria of trials, each question once, the latest last.
    pub trial_ticks: Vec<GivenTick>,
    /// Companion use of the profile, ended or not.
    pub companion: Option<StatedCompanionUse>,
    /// The panel's judgements of heredity as the work-up sees them.
    pub judged_with: BTreeMap<FindingId, JudgedWith>,
    /// Steps of the work-up of what may be inherited, by finding, in order.
    pub workups: BTreeMap<FindingId, Vec<RecordedStep>>,
    /// Genetic guidance that was given.
    pub guidance: BTreeMap<Guidance, RecordedGuidance>,
    /// The wishes to be told that were recorded, each other than the one before.
    pub wishes: Vec<RecordedWish>,
    /// The family history.
    pub family: Option<KeptFamilyHistory>,
    /// Events applied.
    pub version: u32,
    /// Time of the last event.
    pub updated_at: Option<DateTime<FixedOffset>>,
}

impl Case {
    /// A case nothing has happened to.
    pub fn new(id: CaseId) -> Self {
        Self {
            id,
            number: None,
            received_on: None,
            details: Details::default(),
            sources: Arc::default(),
            findings: Arc::default(),
            index: BTreeMap::new(),
            readings: BTreeMap::new(),
            samples_confirmed: BTreeSet::new(),
            cleared: BTreeMap::new(),
            ccat: BTreeMap::new(),
            decisions: BTreeMap::new(),
            opinions: BTreeMap::new(),
            case_opinions: BTreeMap::new(),
            circulation: None,
            asked_fewer: false,
            ground: ground::Ground::default(),
            germline: BTreeMap::new(),
            recommendations: Vec::new(),
            referrals: Vec::new(),
            milestones: BTreeMap::new(),
            meeting: None,
            summary: None,
            signatures: Vec::new(),
            reports: Vec::new(),
            finalised_at: 0,
            explanation: None,
            issued: Vec::new(),
            amendment: None,
            evidence_aside: BTreeMap::new(),
            evidence_news: BTreeMap::new(),
            trial_ticks: Vec::new(),
            companion: None,
            judged_with: BTreeMap::new(),
            workups: BTreeMap::new(),
            guidance: BTreeMap::new(),
            wishes: Vec::new(),
            family: None,
            version: 0,
            updated_at: None,
        }
    }

    /// A finding of the case.
    pub fn finding(&self, id: FindingId) -> Option<&Finding> {
        self.index.get(&id).and_then(|index| self.findings.get(*index))
    }

    /// A finding as people call it: its number, gene and change.
    pub fn named(&self, id: FindingId) -> Label {
        let Some(finding) = self.finding(id) else { return Label { ja: id.to_string(), en: id.to_string() } };
        let mut alteration = finding.read.alteration.clone();
        self.source_of(finding).map(|source| source.draft.hide).unwrap_or_default().apply(&mut alteration);
        let Label { ja, en } = laboratory::named(&alteration);
        Label { ja: format!("{id} {ja}"), en: format!("{id} {en}") }
    }

    /// The source a finding came from first; none where a person entered it.
    pub fn source_of(&self, finding: &Finding) -> Option<&Source> {
        finding.source.and_then(|index| self.sources.get(index))
    }

    /// The build of a finding's coordinates and how it is known.
    pub fn assembly_of(&self, finding: &Finding) -> Assembly {
        match (&finding.entry, self.source_of(finding)) {
            (Some(entry), _) => entry.assembly.clone(),
            (None, Some(source)) => source.draft.assembly.clone(),
            (None, None) => Assembly::unknown(),
        }
    }

    /// Sources whose tumour sample was guessed by the program and confirmed by nobody, by index, with that sample.
    pub fn guessed_samples(&self) -> Vec<(usize, &str)> {
        let guessed = |(index, source): (usize, &'_ Source)| match &source.draft.tumour_sample {
            Some((_, TumourSampleChoice::Guessed(_))) => !self.samples_confirmed.contains(&index),
            _ => false,
        };
        let all = self.sources.iter().enumerate();
        all.filter(|(index, source)| guessed((*index, *source)))
            .filter_map(|(index, source)| Some((index, source.draft.tumour_sample.as_ref()?.0.as_str())))
            .collect()
    }

    /// Whether a finding needs a verdict before the report can be finalised: all but those which the laboratory
    /// itself leaves out of its report.
    pub fn needs_verdict(finding: &Finding) -> bool {
        finding.read.reported != Some(false)
    }

    /// Findings that need a verdict and have neither verdict nor named deferral.
    pub fn undecided(&self) -> Vec<FindingId> {
        let open = |finding: &&Finding| {
            Self::needs_verdict(finding)
                && !self.decisions.contains_key(&finding.id)
                && !self.waits_for_later_panel(finding.id)
        };
        self.findings.iter().filter(open).map(|finding| finding.id).collect()
    }

    /// Recommendations that stand.
    pub fn standing_recommendations(&self) -> impl Iterator<Item = &GivenRecommendation> {
        self.recommendations.iter().filter(|given| given.withdrawn.is_none())
    }

    /// Whether advice is recorded: a treatment or an explicit "nothing".
    pub fn has_advice(&self) -> bool {
        self.standing_recommendations().any(|given| {
            matches!(given.recommendation.advice, Advice::Treatment { .. } | Advice::Nothing { .. })
                && !self.all_wait(&given.recommendation.findings)
        })
    }

    /// Whether a finding as such falls under the patient's disclosure wish: the laboratory reports it as (likely)
    /// germline. What the panel suspects of a tumour finding is its germline judgement, which falls under the wish
    /// too; the tumour finding itself stays, for the tumour was what the patient had tested.
    pub fn is_germline_finding(&self, id: FindingId) -> bool {
        self.finding(id).is_some_and(|finding| finding.read.origin.is_germline())
    }

    /// The wish that a file states and that is not the recorded one, where both are known: the laboratory may have left out
    /// what the patient wishes to be told.
    pub fn wish_in_file(&self) -> Option<DisclosureWish> {
        let stated = |wish: &DisclosureWish| matches!(wish, DisclosureWish::Wants | DisclosureWish::Refuses);
        let recorded = Some(self.details.disclosure.wish).filter(stated)?;
        let files = self.sources.iter().filter_map(|source| source.draft.proposed.as_deref());
        files.map(|details| details.disclosure.wish).filter(stated).find(|wish| *wish != recorded)
    }

    /// Whether a person stated of a passage that all that it names is not about this patient.
    pub fn is_cleared(&self, text: &str, named: &[String]) -> bool {
        self.cleared.get(text.trim()).is_some_and(|seen| named.iter().all(|name| seen.contains(name)))
    }

    /// Whether a test that holds the finding read the patient's normal tissue too.
    pub fn has_matched_normal(&self, finding: &Finding) -> bool {
        let all = finding.source.into_iter().chain(finding.further.iter().map(|one| one.source));
        all.filter_map(|source| self.sources.get(source)).any(|source| source.draft.test.has_matched_normal())
    }

    /// Whether a finding has anything to do with heredity: a germline finding, or suspected by the panel.
    pub fn is_germline_matter(&self, id: FindingId) -> bool {
        use crate::decision::GermlineJudgement::NotSuspected;
        let judged = self.germline.get(&id).is_some_and(|flag| flag.judgement != NotSuspected);
        judged || self.is_germline_finding(id)
    }

    /// Where the case stands.
    pub fn status(&self) -> CaseStatus {
        if self.amendment.is_some() {
            CaseStatus::Amending
        } else if !self.reports.is_empty() {
            let happened = |what: Milestone| self.milestones.get(&what).filter(|done| done.mark.happened);
            let told = happened(Milestone::Explained).is_some_and(|told| told.version > self.finalised_at);
            if happened(Milestone::TreatmentStarted).or(happened(Milestone::FollowUpEnded)).is_some() {
                CaseStatus::FollowedUp
            } else if told {
                CaseStatus::Explained
            } else {
                // What was told before an amendment was told of another report.
                CaseStatus::Finalised
            }
        } else if self.decisions.is_empty()
            && self.opinions.is_empty()
            && self.case_opinions.is_empty()
            && self.recommendations.is_empty()
        {
            CaseStatus::Received
        } else if self.undecided().is_empty() && self.has_advice() {
            CaseStatus::Decided
        } else {
            CaseStatus::InReview
        }
    }

    /// Whether what the report says may change now.
    pub fn is_open(&self) -> bool {
        self.reports.is_empty() || self.amendment.is_some()
    }

    /// The revision the next finalisation will have.
    pub fn next_revision(&self) -> u32 {
        u32::try_from(self.reports.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// All sources' accounts together.
    pub fn ledger(&self) -> Ledger {
        self.sources.iter().fold(Ledger::default(), |sum, source| sum.plus(&source.draft.ledger))
    }
}
