//! Taking out what the patient does not wish to be told, where it does not stand alone.

use super::ReportContent;
use crate::decision::Decision;

/// A verdict as the report may give it. One by criteria of heredity (de novo, segregation in the family …), or on a
/// scale of heredity, would tell what the patient does not wish to be told: until the panel gives another, the finding
/// has none that can be printed, and the report is not finalised ([`crate::refusal::Refusal::ClassOfHeredity`]).
pub(super) fn report_decision(decision: &Decision, withheld: bool) -> Option<Decision> {
    (!(withheld && decision.verdict.tells_of_heredity())).then(|| decision.clone())
}

/// An earlier revision without what is withheld now, to compare with.
pub(super) fn without_germline(content: &ReportContent) -> ReportContent {
    let mut shown = content.clone();
    let germline: Vec<_> = shown
        .findings
        .iter()
        .filter(|row| row.finding.read.origin.is_germline())
        .map(|row| row.finding.id)
        .collect();
    shown.findings.retain(|row| !germline.contains(&row.finding.id));
    for row in &mut shown.findings {
        row.panel = row.panel.as_ref().and_then(|decision| report_decision(decision, true));
    }
    shown.recommendations.retain(|given| !given.advice.is_germline_matter());
    for (rank, given) in (1u32..).zip(&mut shown.recommendations) {
        given.rank = rank;
        let before = given.findings.len();
        given.findings.retain(|id| !germline.contains(id));
        if given.findings.len() < before {
            given.rationale = None;
        }
    }
    shown
}
