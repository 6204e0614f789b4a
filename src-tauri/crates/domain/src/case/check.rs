//! Which event may follow in which state of a case.

use super::{Case, readings};
use crate::decision::{Call, Decision, Verdict};
use crate::document::{DocumentKind, IssuedDocument, next_issue};
use crate::event::CaseEvent;
use crate::explanation::Explanation;
use crate::ids::{FindingId, MemberId};
use crate::meeting::MeetingMode;
use crate::member::Actor;
use crate::opinion::{Given, Stance};
use crate::patient::DisclosureWish;
use crate::recommendation::{Advice, GivenRecommendation};
use crate::refusal::Refusal;
use crate::signing::Signature;

pub(super) fn check(case: &Case, what: &CaseEvent) -> Result<(), Refusal> {
    match what {
        CaseEvent::Received { .. } if case.version > 0 => return Err(Refusal::AlreadyReceived),
        CaseEvent::Received { .. } => return Ok(()),
        _ if case.version == 0 => return Err(Refusal::NotReceived),
        _ => {}
    }
    // What follows the panel's decision goes on after finalisation; what the report says does not.
    let follows_up = matches!(
        what,
        CaseEvent::ReferralMoved { .. }
            | CaseEvent::AmendmentOpened { .. }
            | CaseEvent::PatientExplanationWritten { .. }
            | CaseEvent::DocumentIssued { .. }
            | CaseEvent::WordsCleared { .. }
            | CaseEvent::MilestoneRecorded { .. }
    );
    if !follows_up && !case.is_open() {
        return Err(Refusal::Finalised);
    }
    match what {
        CaseEvent::Received { .. } | CaseEvent::DetailsRecorded { .. } | CaseEvent::SummaryWritten { .. } => {
            Ok(())
        }
        CaseEvent::FindingEntered { .. } | CaseEvent::WordsCleared { .. } => Ok(()),
        CaseEvent::TumourSampleConfirmed { source, sample } => {
            match case.guessed_samples().contains(&(*source, sample.as_str())) {
                true => Ok(()),
                false => Err(Refusal::NoGuess),
            }
        }
        CaseEvent::ConsequenceChosen { finding, consequence, .. } => {
            has_finding(case, *finding)?;
            readings::may_choose(case, *finding, consequence)
        }
        CaseEvent::ReadingDecided { finding, source, taken, .. } => {
            has_finding(case, *finding)?;
            readings::may_decide(case, *finding, *source, taken.as_deref())
        }
        // What happened has happened, whatever stands here.
        CaseEvent::MilestoneRecorded { .. } => Ok(()),
        CaseEvent::SourceAdded { draft, matches } => {
            let same = case.sources.iter().any(|source| source.draft.file.sha256 == draft.file.sha256);
            if same {
                return Err(Refusal::SameSource);
            }
            matches.iter().try_for_each(|found| has_finding(case, found.finding))
        }
        CaseEvent::FindingJudged { finding, verdict } => {
            has_finding(case, *finding)?;
            override_reasoned(verdict)
        }
        CaseEvent::CaseOpinionGiven { opinion } => {
            if opinion.stance == Stance::Disagree && opinion.comment.is_none() {
                Err(Refusal::DissentNeedsReason)
            } else {
                Ok(())
            }
        }
        CaseEvent::OpinionsAsked { members, .. } => {
            if members.is_empty() {
                Err(Refusal::NobodyAsked)
            } else {
                Ok(())
            }
        }
        CaseEvent::OpinionConfirmed { finding } | CaseEvent::OpinionsOpened { finding } => {
            finding.map_or(Ok(()), |finding| has_finding(case, finding))
        }
        CaseEvent::OpinionGiven { finding, .. }
        | CaseEvent::CcatVerdictEntered { finding, .. }
        | CaseEvent::GermlineJudged { finding, .. } => has_finding(case, *finding),
        CaseEvent::Recommended { recommendation } => {
            recommendation.findings.iter().try_for_each(|finding| has_finding(case, *finding))?;
            if matches!(&recommendation.advice, Advice::Treatment { drugs, .. } if drugs.is_empty()) {
                return Err(Refusal::NoDrug);
            }
            let contradicts = |given: &GivenRecommendation| {
                matches!(
                    (&given.recommendation.advice, &recommendation.advice),
                    (Advice::Treatment { .. }, Advice::Nothing { .. })
                        | (Advice::Nothing { .. }, Advice::Treatment { .. })
                )
            };
            if case.standing_recommendations().any(contradicts) {
                return Err(Refusal::ContradictoryAdvice);
            }
            let used = case.recommendations.iter().any(|given| given.recommendation.id == recommendation.id);
            if used { Err(Refusal::Duplicate) } else { Ok(()) }
        }
        CaseEvent::RecommendationWithdrawn { id, .. } => {
            let given = case.recommendations.iter().find(|given| given.recommendation.id == *id);
            match given {
                None => Err(Refusal::NoRecommendation(id.clone())),
                Some(given) if given.withdrawn.is_some() => Err(Refusal::Withdrawn),
                Some(_) => Ok(()),
            }
        }
        CaseEvent::RecommendationsRanked { order } => {
            let mut named: Vec<_> = order.iter().collect();
            let mut standing: Vec<_> =
                case.standing_recommendations().map(|given| &given.recommendation.id).collect();
            named.sort();
            standing.sort();
            if named == standing { Ok(()) } else { Err(Refusal::RankMismatch) }
        }
        CaseEvent::Referred { referral, .. } => {
            referral.findings.iter().try_for_each(|finding| has_finding(case, *finding))?;
            if let Some(id) = &referral.recommendation {
                let known = case.standing_recommendations().any(|given| given.recommendation.id == *id);
                if !known {
                    return Err(Refusal::NoRecommendation(id.clone()));
                }
            }
            let used = case.referrals.iter().any(|tracked| tracked.referral.id == referral.id);
            if used { Err(Refusal::Duplicate) } else { Ok(()) }
        }
        CaseEvent::ReferralMoved { id, step } => {
            let tracked = case.referrals.iter().find(|tracked| tracked.referral.id == *id);
            let tracked = tracked.ok_or_else(|| Refusal::NoReferral(id.clone()))?;
            if tracked.status().is_end() && step.reason.is_none() {
                Err(Refusal::ReasonNeeded)
            } else {
                Ok(())
            }
        }
        CaseEvent::MeetingRecorded { meeting } => {
            if meeting.attendance.is_empty() && meeting.mode != MeetingMode::Omitted {
                Err(Refusal::NobodyPresent)
            } else {
                Ok(())
            }
        }
        // What is incomplete would change under the signature.
        CaseEvent::ReportSigned { .. } => ready_to_finalise(case),
        CaseEvent::ReportFinalised { content, composed_at, .. } => {
            ready_to_finalise(case)?;
            let signed: Vec<_> = case.standing_signatures().into_iter().map(Signature::printed).collect();
            let fits = content.case_id == case.id
                && content.revision == case.next_revision()
                && composed_at.unwrap_or(content.case_version) == case.version
                && content.signatures.iter().all(|printed| signed.contains(printed));
            if fits { Ok(()) } else { Err(Refusal::StaleContent) }
        }
        CaseEvent::PatientExplanationWritten { explanation } => releasable(case, explanation),
        CaseEvent::DocumentIssued { document } => may_issue(case, document),
        CaseEvent::AmendmentOpened { .. } => {
            if case.reports.is_empty() || case.amendment.is_some() {
                Err(Refusal::NothingToAmend)
            } else {
                Ok(())
            }
        }
    }
}

/// Whose act it is: nobody changes another's opinion, a member confirms only what was entered for them, and signs once.
pub(super) fn check_by(case: &Case, what: &CaseEvent, by: &Actor) -> Result<(), Refusal> {
    match what {
        CaseEvent::OpinionGiven { finding, .. } => {
            let given = case.opinions.get(finding);
            not_over_anothers(case, Some(*finding), by, |member| given.and_then(|given| given.get(member)))
        }
        CaseEvent::CaseOpinionGiven { .. } => {
            not_over_anothers(case, None, by, |member| case.case_opinions.get(member))
        }
        CaseEvent::ReportSigned { capacity, content_hash } => match case.signature(*capacity) {
            Some(given)
                if given.voided.is_none()
                    && given.content_hash == *content_hash
                    && given.by.member == by.member =>
            {
                Err(Refusal::AlreadySigned(given.by.name.clone()))
            }
            _ => Ok(()),
        },
        CaseEvent::OpinionConfirmed { finding } => {
            let awaits = match finding {
                Some(finding) => {
                    let given = case.opinions.get(finding).and_then(|given| given.get(&by.member));
                    given.is_some_and(Given::awaits_confirmation)
                }
                None => case.case_opinions.get(&by.member).is_some_and(Given::awaits_confirmation),
            };
            if awaits { Ok(()) } else { Err(Refusal::NothingToConfirm) }
        }
        _ => Ok(()),
    }
}

fn not_over_anothers<'c, T: 'c>(
    case: &Case,
    finding: Option<FindingId>,
    by: &Actor,
    given: impl Fn(&MemberId) -> Option<&'c Given<T>>,
) -> Result<(), Refusal> {
    let stands = |given: &Given<T>| !given.awaits_confirmation() && case.unseen_by(finding, given).is_none();
    match by.on_behalf_of.as_ref().and_then(given) {
        Some(own) if stands(own) => Err(Refusal::AnothersOpinion),
        _ => Ok(()),
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
            return Err(Refusal::Undecided(vec![item.finding]));
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
        return Err(Refusal::NothingFinal);
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
        Some(gap) => Err(gap),
        None => Ok(()),
    }
}

impl Case {
    /// Everything that still stands between the case and its finalisation ("nothing left undecided").
    pub fn finalisation_gaps(&self) -> Vec<Refusal> {
        let mut gaps = Vec::new();
        if self.version == 0 {
            return vec![Refusal::NotReceived];
        }
        if !self.is_open() {
            gaps.push(Refusal::Finalised);
        }
        let undecided = self.undecided();
        if !undecided.is_empty() {
            gaps.push(Refusal::Undecided(undecided));
        }
        let guessed: Vec<_> = self.guessed_samples().into_iter().map(|(_, name)| name.to_owned()).collect();
        if !guessed.is_empty() {
            gaps.push(Refusal::SampleGuessed(guessed));
        }
        let of_heredity = self.classes_withheld();
        if !of_heredity.is_empty() {
            gaps.push(Refusal::ClassOfHeredity(of_heredity));
        }
        let withheld = self.advice_on_withheld();
        if !withheld.is_empty() {
            gaps.push(Refusal::AdviceOnWithheld(withheld));
        }
        if !self.has_advice() {
            gaps.push(Refusal::NoAdvice);
        }
        if self.meeting.is_none() {
            gaps.push(Refusal::NoMeeting);
        }
        gaps
    }

    /// Ranks of the recommendations that the report gives, but whose whole basis it may not: printed without any, they would
    /// tell that there is one. Advice on heredity itself is left out whole.
    fn advice_on_withheld(&self) -> Vec<u32> {
        if self.details.disclosure.wish == DisclosureWish::Wants {
            return Vec::new();
        }
        let rests = |given: &&GivenRecommendation| {
            let recommendation = &given.recommendation;
            !recommendation.advice.is_germline_matter()
                && !recommendation.findings.is_empty()
                && recommendation.findings.iter().all(|id| self.is_germline_finding(*id))
        };
        (1..)
            .zip(self.standing_recommendations())
            .filter(|(_, given)| rests(given))
            .map(|(rank, _)| rank)
            .collect()
    }

    /// Findings that the report shows, but whose class it may not: the panel has to find another for the report.
    pub(crate) fn classes_withheld(&self) -> Vec<FindingId> {
        if self.details.disclosure.wish == DisclosureWish::Wants {
            return Vec::new();
        }
        let told = |(id, decision): (&FindingId, &Decision)| {
            (decision.verdict.tells_of_heredity() && !self.is_germline_finding(*id)).then_some(*id)
        };
        self.decisions.iter().filter_map(told).collect()
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

fn has_finding(case: &Case, id: FindingId) -> Result<(), Refusal> {
    match case.finding(id) {
        Some(_) => Ok(()),
        None => Err(Refusal::NoFinding(id)),
    }
}
