//! What keeps a document from being given out.

use super::{DocumentKind, Heredity, PatientContent};
use crate::case::Case;
use crate::explanation::Plain;
use crate::gap::Gap;
use crate::ids::{FindingId, RecommendationId};
use crate::label::Language;
use crate::meeting::{Meeting, MeetingRefusal};
use crate::report::ReportContent;

/// What a document of a case lacks of a report to rest on. For the wish the patient may be asked at any time.
pub fn report_missing(case: &Case, kind: DocumentKind) -> Option<Gap> {
    let rests_on_report = kind != DocumentKind::Wish;
    (rests_on_report && (case.reports.is_empty() || case.amendment.is_some())).then_some(Gap::NothingFinal)
}

/// Minutes are given out when the meeting is over, an agenda until then.
pub fn meeting_against(meeting: &Meeting, kind: DocumentKind) -> Option<Gap> {
    match (kind, meeting.closed) {
        (DocumentKind::Minutes, None) => Some(MeetingRefusal::NotClosed.into()),
        (DocumentKind::Agenda, Some(_)) => Some(MeetingRefusal::Closed.into()),
        _ => None,
    }
}

/// What keeps the patient's explanation from being given out in a language. `told` is what it would say.
pub fn explanation_gaps(
    case: &Case,
    report: &ReportContent,
    told: &PatientContent,
    language: Language,
) -> Vec<Gap> {
    let Some(written) = &case.explanation else { return vec![Gap::NoExplanation] };
    let mut gaps = Vec::new();
    let kept = &written.explanation;
    let lacks = |words: &Plain| !words.is_empty() && words.get(language).is_none();
    let mut all = kept
        .findings
        .iter()
        .map(|item| &item.words)
        .chain(kept.recommendations.iter().map(|item| &item.words))
        .chain([&kept.overall, &kept.next_steps, &kept.heredity]);
    if all.any(lacks) {
        gaps.push(Gap::WordsMissing(language));
    }
    if let Heredity::Unwritten { findings } = &told.heredity {
        gaps.push(Gap::HeredityUnwritten(findings.clone()));
    }
    // What was left out of a file because of another wish cannot be told to be absent.
    let unsaid =
        matches!(told.heredity, Heredity::TumourOnly | Heredity::NothingToJudge | Heredity::NotSuspected);
    if unsaid && case.wish_in_file().is_some() {
        gaps.push(Gap::WishDiffers);
    }
    // A verdict given, or advice withdrawn, after the words were written: a person must look at them again.
    let shown = |finding: &FindingId| report.findings.iter().any(|row| row.finding.id == *finding);
    let newer: Vec<FindingId> = written.unsettled().filter(shown).collect();
    let standing =
        |id: &RecommendationId| case.standing_recommendations().any(|given| given.recommendation.id == *id);
    let withdrawn = kept.recommendations.iter().filter(|item| !standing(&item.recommendation)).count();
    // So must they where results were taken out of the explanation, or came into it, since.
    let other_use = case.companion.as_ref().is_some_and(|stated| stated.changed > written.version);
    if !newer.is_empty() || withdrawn > 0 || other_use {
        gaps.push(Gap::ExplanationOutdated(newer));
    }
    gaps
}
