//! What was received, what people told of it, and how it reads.

use super::{CaseChange, Unsettled, events, has_finding};
use crate::case::{Case, Source, readings};
use crate::draft::Draft;
use crate::finding::{
    DraftFinding, Entry, Finding, FurtherReading, MatchBasis, PersonsChoice, TranscriptEffect,
};
use crate::genome::Assembly;
use crate::germline::workup::RecordedWish;
use crate::ids::{FindingId, Series};
use crate::patient::Details;
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use crate::text::Text;
use crate::words::laboratory;
use chrono::NaiveDate;
use entaku_words::history::happened;
use entaku_words::{Said, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

events! {
    /// What was received, what people told of it, and how it reads.
    IntakeEvent {
        /// The draft report was received: the case begins.
        "received" => Received,
        /// A further source was added.
        "sourceAdded" => SourceAdded,
        /// A person entered a finding that no file holds.
        "findingEntered" => FindingEntered,
        /// A person confirmed the tumour's sample.
        "tumourSampleConfirmed" => TumourSampleConfirmed,
        /// A person chose which of a finding's consequences speaks for it.
        "consequenceChosen" => ConsequenceChosen,
        /// A person decided which of two readings of a record stands.
        "readingDecided" => ReadingDecided,
        /// Patient, context, specimen or disclosure wish were recorded anew.
        "detailsRecorded" => DetailsRecorded,
    }
}

/// The draft report was received: the case begins.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Received {
    /// Number of the case in this store, `2026-0001`.
    pub number: Text,
    /// Day of receipt.
    pub received_on: NaiveDate,
    /// What people told.
    pub details: Box<Details>,
    /// What the file says.
    pub draft: Box<Draft>,
}

impl CaseChange for Received {
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        Ok(())
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Everything
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        case.number = Some(self.number.clone());
        case.received_on = Some(self.received_on);
        tell(case, &self.details, stamp);
        add_source(case, stamp, &self.draft, &[]);
    }
    fn in_words(&self, _after: &Case) -> Value {
        let (name, count) = (&self.draft.file.name, self.draft.findings.len());
        happened::received(name, count).said()
    }
}

/// A finding of a draft that is a finding of the case already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceMatch {
    /// Index in the draft's findings, counted from 0.
    pub index: usize,
    /// The finding of the case.
    pub finding: FindingId,
    /// How that is known.
    pub basis: MatchBasis,
}

/// A further source was added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SourceAdded {
    /// What the file says.
    pub draft: Box<Draft>,
    /// Which of its findings the case had already, and how that is known. Decided when the file was loaded, so that a
    /// later rule of matching never changes an old case.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matches: Vec<SourceMatch>,
}

impl CaseChange for SourceAdded {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        let same = case.sources.iter().any(|source| source.draft.file.sha256 == self.draft.file.sha256);
        if same {
            return Err(Refusal::SameSource);
        }
        self.matches.iter().try_for_each(|found| has_finding(case, found.finding))
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Findings(self.matches.iter().map(|found| found.finding).collect())
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        if let Some(written) = &mut case.explanation {
            written.judged_since.extend(self.matches.iter().map(|found| found.finding));
        }
        add_source(case, stamp, &self.draft, &self.matches);
    }
    fn in_words(&self, _after: &Case) -> Value {
        let (name, count, known) = (&self.draft.file.name, self.draft.findings.len(), self.matches.len());
        happened::source_added(name, count, known).said()
    }
}

/// A person entered a finding that no file holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FindingEntered {
    /// The finding.
    pub finding: Box<DraftFinding>,
    /// Build of its coordinates.
    pub assembly: Assembly,
    /// Where it comes from, in the person's words.
    pub reason: Text,
}

impl CaseChange for FindingEntered {
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        Ok(())
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Draft
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let entry = Entry {
            by: stamp.by.clone(),
            at: stamp.at,
            reason: self.reason.clone(),
            assembly: self.assembly.clone(),
        };
        add_finding(case, None, Some(entry), &self.finding);
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::finding_entered(laboratory::named(&self.finding.alteration), &self.reason).said()
    }
}

/// A person confirmed the sample that the program had taken for the tumour by a guess.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TumourSampleConfirmed {
    /// Index of the source within the case's sources, counted from 0.
    pub source: usize,
    /// Its name, as the person saw it.
    pub sample: String,
}

impl CaseChange for TumourSampleConfirmed {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        match case.guessed_samples().contains(&(self.source, self.sample.as_str())) {
            true => Ok(()),
            false => Err(Refusal::NoGuess),
        }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        case.samples_confirmed.insert(self.source);
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::sample_confirmed(&self.sample).said()
    }
}

/// A person chose which of a finding's consequences speaks for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConsequenceChosen {
    /// The finding.
    pub finding: FindingId,
    /// The consequence, as the finding has it.
    pub consequence: Box<TranscriptEffect>,
    /// Why.
    pub reason: Text,
}

impl CaseChange for ConsequenceChosen {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        has_finding(case, self.finding)?;
        readings::may_choose(case, self.finding, &self.consequence)
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Findings(vec![self.finding])
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let choice = PersonsChoice { by: stamp.by.clone(), at: stamp.at, reason: self.reason.clone() };
        anew(case, self.finding, |finding| readings::choose(finding, &self.consequence, choice));
    }
    fn in_words(&self, after: &Case) -> Value {
        let what = consequence_in_words(&self.consequence);
        happened::consequence_chosen(after.named(self.finding), what, &self.reason).said()
    }
}

/// A later program reads a record of a source otherwise than it was read when it was loaded, and a person decided which of
/// the two stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReadingDecided {
    /// The finding.
    pub finding: FindingId,
    /// Index of the source within the case's sources, counted from 0.
    pub source: usize,
    /// Version of the later reading.
    pub reading: String,
    /// What it reads, where that stands from now on; none where the earlier reading stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Box<DraftFinding>>,
    /// Why.
    pub reason: Text,
}

impl CaseChange for ReadingDecided {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        has_finding(case, self.finding)?;
        readings::may_decide(case, self.finding, self.source, self.taken.as_deref())
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        match self.taken {
            Some(_) => Unsettled::Findings(vec![self.finding]),
            // Kept as it was, a finding gives no reason to think again.
            None => Unsettled::Nothing,
        }
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        if let Some(read) = &self.taken {
            anew(case, self.finding, |finding| readings::take(finding, self.source, read));
        }
        case.readings.insert((self.finding, self.source), self.reading.clone());
    }
    fn in_words(&self, after: &Case) -> Value {
        let (finding, reason) = (after.named(self.finding), &self.reason);
        match &self.taken {
            Some(read) => happened::read_anew(finding, laboratory::named(&read.alteration), reason).said(),
            None => happened::read_as_before(finding, reason).said(),
        }
    }
}

/// Patient, context, specimen or disclosure wish were recorded anew.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DetailsRecorded {
    /// The whole of it.
    pub details: Box<Details>,
}

impl CaseChange for DetailsRecorded {
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        Ok(())
    }
    fn unsettles(&self, before: &Case) -> Unsettled {
        let weighs = |details: &Details| {
            let clinical = &details.clinical;
            let tumour =
                (clinical.tumour_type.clone(), clinical.oncotree.clone(), clinical.diagnosis.clone());
            (tumour, clinical.pathology.clone(), details.specimen.clone())
        };
        if *self.details == before.details {
            Unsettled::Nothing
        } else if weighs(&self.details) != weighs(&before.details) {
            Unsettled::Everything
        } else {
            Unsettled::Draft
        }
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        tell(case, &self.details, stamp);
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::DETAILS.said()
    }
}

/// What people told from now on; another wish than before is kept beside the earlier ones.
fn tell(case: &mut Case, details: &Details, stamp: &Stamp) {
    if case.wishes.last().is_none_or(|last| last.disclosure != details.disclosure) {
        case.wishes.push(RecordedWish { disclosure: details.disclosure.clone(), by: stamp.clone() });
    }
    case.details = details.clone();
}

/// Changes how a finding reads, and lets what was written for the patient know.
fn anew(case: &mut Case, id: FindingId, change: impl FnOnce(&mut Finding)) {
    if let Some(written) = &mut case.explanation {
        written.judged_since.insert(id);
    }
    let Some(at) = case.index.get(&id) else { return };
    if let Some(finding) = Arc::make_mut(&mut case.findings).get_mut(*at) {
        change(finding);
    }
}

fn add_source(case: &mut Case, stamp: &Stamp, draft: &Draft, matches: &[SourceMatch]) {
    let source = case.sources.len();
    let matched: BTreeMap<usize, &SourceMatch> = matches.iter().map(|found| (found.index, found)).collect();
    for (index, read) in draft.findings.iter().enumerate() {
        let known = matched.get(&index).and_then(|found| Some((*found, case.index.get(&found.finding)?)));
        match known.and_then(|(found, at)| Some((found, Arc::make_mut(&mut case.findings).get_mut(*at)?))) {
            Some((found, finding)) => {
                finding.further.push(FurtherReading { source, basis: found.basis, read: read.clone() });
            }
            None => add_finding(case, Some(source), None, read),
        }
    }
    Arc::make_mut(&mut case.sources).push(Source {
        draft: draft.without_findings(),
        at: stamp.at,
        by: stamp.by.clone(),
    });
}

fn add_finding(case: &mut Case, source: Option<usize>, entry: Option<Entry>, read: &DraftFinding) {
    let series = if read.origin.is_germline() { Series::Germline } else { Series::Finding };
    let counted = case.findings.iter().rev().find(|finding| finding.id.series() == series);
    let number = counted.map_or(0, |finding| finding.id.number()).saturating_add(1);
    if let Ok(id) = FindingId::in_series(series, number) {
        case.index.insert(id, case.findings.len());
        Arc::make_mut(&mut case.findings).push(Finding {
            id,
            source,
            entry,
            further: Vec::new(),
            choice: None,
            read: read.clone(),
        });
    }
}

/// Gene, transcript and changes of a consequence, as far as it names them.
fn consequence_in_words(effect: &TranscriptEffect) -> String {
    let gene = effect.gene.as_ref().map(ToString::to_string);
    let change = [&effect.coding, &effect.protein].map(|change| change.as_ref().map(ToString::to_string));
    let words = [gene, effect.transcript.clone()].into_iter().chain(change);
    words.flatten().collect::<Vec<_>>().join(" ")
}
