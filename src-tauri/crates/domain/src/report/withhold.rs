//! Taking out what the patient does not wish to be told, where it does not stand alone.

use super::sources::{self, sources_of};
use super::{Change, ChangedPart, ReportContent, ReportFinding, ReportRecommendation};
use crate::case::Case;
use crate::decision::Decision;
use crate::ids::FindingId;
use crate::meeting_record::MeetingRecord;
use crate::omission::OmissionFacts;
use crate::quorum::ModeGap;
use crate::recommendation::{Advice, ranked};
use crate::referral::TrackedReferral;
use crate::words::word;

/// A verdict as the report may give it. One by criteria of heredity (de novo, segregation in the family …), or on a
/// scale of heredity, would tell what the patient does not wish to be told: until the panel gives another, the finding
/// has none that can be printed, and the report is not finalised ([`crate::gap::Gap::ClassOfHeredity`]).
pub(super) fn report_decision(decision: &Decision, withheld: bool) -> Option<Decision> {
    (!(withheld && decision.verdict.tells_of_heredity())).then(|| decision.clone())
}

/// A referral without what rests on a withheld finding. `follows` is the advice that it follows, where it follows one.
pub(crate) fn report_referral(
    tracked: &TrackedReferral,
    follows: Option<&Advice>,
    is_withheld: impl Fn(FindingId) -> bool,
) -> TrackedReferral {
    let mut shown = tracked.clone();
    let before = shown.referral.findings.len();
    shown.referral.findings.retain(|id| !is_withheld(*id));
    let follows_withheld = follows.is_some_and(Advice::is_germline_matter);
    if follows_withheld {
        shown.referral.recommendation = None;
    }
    if follows_withheld || shown.referral.findings.len() < before {
        shown.referral.eligibility = None;
        shown.steps.iter_mut().for_each(|recorded| recorded.step.reason = None);
    }
    shown
}

/// The meeting as the report may give it. What C-CAT says of secondary findings is one of the facts on which a panel is
/// omitted: the facts and their conditions stay out, for the one that is missing among the others would tell. The ground
/// of a lawful omission stays; why another is not lawful does not.
pub(crate) fn report_meeting(meeting: &MeetingRecord, withheld: bool) -> MeetingRecord {
    let mut shown = meeting.clone();
    if !withheld {
        return shown;
    }
    if let Some(stated) = &mut shown.circumstances {
        stated.omission = OmissionFacts::default();
    }
    if let Some(quorum) = &mut shown.quorum
        && !quorum.mode.checked.is_empty()
    {
        let mode = &mut quorum.mode;
        mode.checked.clear();
        if !mode.met {
            mode.named.clear();
            mode.gaps.retain(|gap| *gap == ModeGap::NotAllowed);
        }
        let named = &mode.named;
        mode.conditions.retain(|one| one.fact.is_none() || named.contains(&one.id));
    }
    shown
}

/// What an earlier revision said in people's own words may tell what is left out since; that it is different stays. `instead` is
/// the key of the words that say why.
pub(super) fn without_earlier_words(changes: &mut [Change], instead: &str) {
    // A history or a diagnosis is free text as well; a file's name and a version are nobody's words.
    let own_words = |part| !matches!(part, ChangedPart::Source | ChangedPart::Furniture);
    for change in changes.iter_mut().filter(|change| own_words(change.part)) {
        if let Some(before) = &mut change.before {
            *before = word(instead).to_label();
        }
    }
}

/// An earlier revision without what is withheld now, to compare with.
pub(super) fn without_germline(content: &ReportContent) -> ReportContent {
    let mut shown = content.clone();
    shown.meeting = shown.meeting.as_ref().map(|meeting| report_meeting(meeting, true));
    let germline: Vec<_> = shown
        .findings
        .iter()
        .filter(|row| row.finding.read.origin.is_germline())
        .map(|row| row.finding.id)
        .collect();
    let is_left_out = |row: &ReportFinding| germline.contains(&row.finding.id);
    let rows = shown.findings.iter();
    let held = rows.filter(|row| is_left_out(row)).flat_map(|row| sources_of(&row.finding)).collect();
    shown.findings.retain(|row| !is_left_out(row));
    sources::withhold(&mut shown, &held);
    for row in &mut shown.findings {
        row.germline = None;
        row.panel = row.panel.as_ref().and_then(|decision| report_decision(decision, true));
    }
    for tracked in &mut shown.referrals {
        let follows = tracked.referral.recommendation.as_ref();
        let advice =
            content.recommendations.iter().find(|given| given.id.as_ref() == follows && follows.is_some());
        *tracked = report_referral(tracked, advice.map(|given| &given.advice), |id| germline.contains(&id));
        tracked.referral.leave_out_heredity();
    }
    shown.recommendations.retain(|given| !given.advice.is_germline_matter());
    shorten(&mut shown.recommendations, |id| germline.contains(&id));
    shown
}

/// An earlier revision without what waits for a later panel now, to compare with.
pub(super) fn without_waiting(case: &Case, content: &ReportContent) -> ReportContent {
    let waits = |id| case.waits_for_later_panel(id);
    let mut shown = content.clone();
    shown.findings.retain(|row| !waits(row.finding.id));
    shown.referrals.retain(|tracked| !case.all_wait(&tracked.referral.findings));
    for tracked in &mut shown.referrals {
        *tracked = report_referral(tracked, None, waits);
    }
    shown.recommendations.retain(|given| !case.all_wait(&given.findings));
    shorten(&mut shown.recommendations, waits);
    shown
}

/// Takes findings out of what rests on them, with the words that may speak of them, and numbers what is left.
fn shorten(recommendations: &mut [ReportRecommendation], is_left_out: impl Fn(FindingId) -> bool) {
    for (rank, given) in ranked(recommendations, |given| &given.advice) {
        given.rank = rank;
        let before = given.findings.len();
        given.findings.retain(|id| !is_left_out(*id));
        given.evidence.retain(|row| !is_left_out(row.finding));
        if given.findings.len() < before {
            given.rationale = None;
            given.contraindications = None;
            given.access.withhold_words();
        }
    }
}
