//! Taking out what the patient does not wish to be told, where it does not stand alone.

use super::ReportContent;
use crate::decision::Decision;

/// A verdict as the report may give it: criteria of heredity (de novo, segregation in the family …) would tell what the
/// patient does not wish to be told.
pub(super) fn report_decision(decision: &Decision, withheld: bool) -> Decision {
    let mut shown = decision.clone();
    if withheld && shown.verdict.basis.as_ref().is_some_and(|basis| basis.germline) {
        shown.verdict.basis = None;
    }
    shown
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
        row.panel = row.panel.as_ref().map(|decision| report_decision(decision, true));
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
