//! Sentences proposed for the result as a whole.

use super::super::plain;
use crate::decision::Call;
use crate::finding::Alteration;
use crate::label::Label;
use crate::recommendation::{AccessRoute, Advice};
use crate::report::{ReportContent, ReportFinding};
use entaku_words::paper::told;

/// The result in short. `told` says of which findings the patient is or would be told.
pub fn propose_overall(report: &ReportContent, told: impl Fn(&ReportFinding) -> bool) -> Label {
    let is_change = |row: &&ReportFinding| plain::is_change(row);
    let of_weight = |row: &ReportFinding| {
        row.panel.as_ref().is_none_or(|decision| {
            decision.verdict.actionable == Some(true)
                || match &decision.verdict.call {
                    Call::Classified { grade } => grade.weight > 0,
                    Call::Deferred { .. } => true,
                }
        })
    };
    // A marker is no change of a gene, and matters all the same where it was judged to, or is high.
    let marker_matters = |row: &ReportFinding| match &row.finding.read.alteration {
        Alteration::Biomarker(marker) if row.panel.is_none() => plain::is_high_or_unsettled(marker),
        Alteration::Biomarker(marker) => of_weight(row) || plain::is_high_or_unsettled(marker),
        Alteration::Expression(_) | Alteration::NonHuman(_) | Alteration::Composite(_) => {
            row.panel.is_some() && of_weight(row)
        }
        _ => false,
    };
    let mut changes = report.findings.iter().filter(is_change);
    let found = if changes.clone().any(told) {
        Some(told::FOUND_CHANGES)
    } else if changes.any(of_weight) || report.findings.iter().any(marker_matters) {
        // Something of weight that the sheet does not name: neither sentence would be true.
        None
    } else {
        Some(told::FOUND_NOTHING)
    };
    let treatments = report.recommendations.iter().any(|given| given.advice.offers_treatment());
    let advice = if treatments { told::NAMED_TREATMENTS } else { told::NAMED_NOTHING };
    found.map_or_else(|| advice.to_label(), |found| told::one_then_other(found, advice).to_label())
}

/// What happens next.
pub fn propose_next_steps(report: &ReportContent) -> Label {
    let study = report.recommendations.iter().find_map(|given| match &given.advice {
        Advice::Treatment { route, .. } if given.advice.offers_treatment() => plain::study(*route),
        _ => None,
    });
    let study = study.or_else(|| {
        (!report.referrals.is_empty()).then(|| plain::study(AccessRoute::SpecifiedTrial)).flatten()
    });
    study.map_or_else(|| told::NEXT_STEPS.to_label(), |study| told::next_steps_in_study(study).to_label())
}
