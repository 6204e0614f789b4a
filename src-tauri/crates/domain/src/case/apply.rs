//! How each event changes a case.

use super::{Amendment, Case, FinalReport, Source, readings, signatures};
use crate::decision::{Decision, GermlineFlag};
use crate::document::Issued;
use crate::draft::Draft;
use crate::event::{CaseEvent, Event, SourceMatch};
use crate::explanation::WrittenExplanation;
use crate::finding::{DraftFinding, Entry, Finding, FurtherReading, PersonsChoice};
use crate::ids::{FindingId, MemberId, Series};
use crate::milestone::RecordedMark;
use crate::opinion::{Circulation, Given};
use crate::recommendation::GivenRecommendation;
use crate::referral::{RecordedStep, TrackedReferral};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) fn apply(case: &mut Case, event: &Event, what: &CaseEvent) {
    let by = || event.actor.clone();
    let at = event.at;
    let mut ground = std::mem::take(&mut case.ground);
    ground.note(case, what, event.version);
    case.ground = ground;
    let signed = signatures::signed_now(case);
    match what {
        CaseEvent::Received { number, received_on, details, draft } => {
            case.number = Some(number.clone());
            case.received_on = Some(*received_on);
            case.details = (**details).clone();
            add_source(case, event, draft, &[]);
        }
        CaseEvent::SourceAdded { draft, matches } => {
            if let Some(written) = &mut case.explanation {
                written.judged_since.extend(matches.iter().map(|found| found.finding));
            }
            add_source(case, event, draft, matches);
        }
        CaseEvent::FindingEntered { finding, assembly, reason } => {
            let entry = Entry { by: by(), at, reason: reason.clone(), assembly: assembly.clone() };
            add_finding(case, None, Some(entry), finding);
        }
        CaseEvent::TumourSampleConfirmed { source, sample: _ } => {
            case.samples_confirmed.insert(*source);
        }
        CaseEvent::WordsCleared { text, named, reason: _ } => {
            case.cleared.insert(text.to_string(), named.iter().cloned().collect());
        }
        CaseEvent::ConsequenceChosen { finding, consequence, reason } => {
            let choice = PersonsChoice { by: by(), at, reason: reason.clone() };
            anew(case, *finding, |finding| readings::choose(finding, consequence, choice));
        }
        CaseEvent::ReadingDecided { finding, source, reading, taken, reason: _ } => {
            if let Some(read) = taken {
                anew(case, *finding, |finding| readings::take(finding, *source, read));
            }
            case.readings.insert((*finding, *source), reading.clone());
        }
        CaseEvent::DetailsRecorded { details } => case.details = (**details).clone(),
        CaseEvent::OpinionGiven { finding, opinion } => {
            let (member, given) = given(event, opinion);
            case.opinions.entry(*finding).or_default().insert(member, given);
        }
        CaseEvent::CaseOpinionGiven { opinion } => {
            let (member, given) = given(event, opinion);
            case.case_opinions.insert(member, given);
        }
        CaseEvent::OpinionConfirmed { finding } => {
            let member = &event.actor.member;
            match finding {
                Some(finding) => {
                    if let Some(given) =
                        case.opinions.get_mut(finding).and_then(|given| given.get_mut(member))
                    {
                        given.confirmed = Some(at);
                    }
                }
                None => {
                    if let Some(given) = case.case_opinions.get_mut(member) {
                        given.confirmed = Some(at);
                    }
                }
            }
        }
        CaseEvent::OpinionsAsked { members, due } => {
            case.circulation = Some(Circulation { members: members.clone(), due: *due });
        }
        // Who may see them is told by the ground they rest on.
        CaseEvent::OpinionsOpened { .. } => {}
        CaseEvent::FindingJudged { finding, verdict } => {
            if let Some(written) = &mut case.explanation {
                written.judged_since.insert(*finding);
            }
            case.decisions.insert(*finding, Decision { verdict: verdict.clone(), by: by(), at });
        }
        CaseEvent::CcatVerdictEntered { finding, verdict } => {
            match verdict {
                Some(words) => case.ccat.insert(*finding, words.clone()),
                None => case.ccat.remove(finding),
            };
        }
        CaseEvent::GermlineJudged { finding, judgement, reason } => {
            let flag = GermlineFlag { judgement: *judgement, reason: reason.clone(), by: by(), at };
            case.germline.insert(*finding, flag);
        }
        CaseEvent::Recommended { recommendation } => {
            let recommendation = (**recommendation).clone();
            case.recommendations.push(GivenRecommendation { recommendation, by: by(), at, withdrawn: None });
        }
        CaseEvent::RecommendationWithdrawn { id, reason } => {
            if let Some(given) = case.recommendations.iter_mut().find(|given| given.recommendation.id == *id)
            {
                given.withdrawn = Some(reason.clone());
            }
        }
        CaseEvent::RecommendationsRanked { order } => {
            // Stable, so that withdrawn ones keep their order behind those that stand.
            let place = |given: &GivenRecommendation| {
                order.iter().position(|id| *id == given.recommendation.id).unwrap_or(usize::MAX)
            };
            case.recommendations.sort_by_key(place);
        }
        CaseEvent::Referred { referral, step } => {
            let steps = vec![RecordedStep { step: step.clone(), by: by(), at }];
            case.referrals.push(TrackedReferral { referral: (**referral).clone(), steps });
        }
        CaseEvent::ReferralMoved { id, step } => {
            if let Some(tracked) = case.referrals.iter_mut().find(|tracked| tracked.referral.id == *id) {
                tracked.steps.push(RecordedStep { step: step.clone(), by: by(), at });
            }
        }
        CaseEvent::MilestoneRecorded { milestone, mark } => {
            case.milestones.insert(
                *milestone,
                RecordedMark { mark: mark.clone(), by: by(), at, version: event.version },
            );
        }
        CaseEvent::MeetingRecorded { meeting } => case.meeting = Some((**meeting).clone()),
        CaseEvent::SummaryWritten { summary } => case.summary = summary.clone(),
        CaseEvent::ReportFinalised { content, content_hash, documents, composed_at: _ } => {
            case.reports.push(FinalReport {
                content: (**content).clone(),
                content_hash: content_hash.clone(),
                documents: documents.clone(),
                by: by(),
                at,
            });
            case.finalised_at = event.version;
            case.amendment = None;
            // They stand in the content now; the next revision is signed anew.
            case.signatures.clear();
        }
        CaseEvent::ReportSigned { capacity, content_hash } => {
            case.signatures.push(signatures::given(event, *capacity, content_hash));
        }
        CaseEvent::PatientExplanationWritten { explanation } => {
            let explanation = (**explanation).clone();
            let judged_since = std::collections::BTreeSet::new();
            case.explanation =
                Some(WrittenExplanation { explanation, by: by(), at, version: event.version, judged_since });
        }
        CaseEvent::DocumentIssued { document } => {
            case.issued.push(Issued { document: (**document).clone(), by: by(), at });
        }
        CaseEvent::AmendmentOpened { reason } => {
            case.amendment = Some(Amendment { reason: reason.clone(), by: by(), at });
        }
    }
    signatures::void_changed(case, signed, event);
    case.version = event.version;
    case.updated_at = Some(at);
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

/// Whose opinion it is, and the opinion with who recorded it.
fn given<T: Clone>(event: &Event, opinion: &T) -> (MemberId, Given<T>) {
    let by = event.actor.clone();
    let member = by.on_behalf_of.clone().unwrap_or_else(|| by.member.clone());
    (member, Given { opinion: opinion.clone(), by, at: event.at, version: event.version, confirmed: None })
}

fn add_source(case: &mut Case, event: &Event, draft: &Draft, matches: &[SourceMatch]) {
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
        at: event.at,
        by: event.actor.clone(),
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
