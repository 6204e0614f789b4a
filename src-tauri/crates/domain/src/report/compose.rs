//! From a case to the content of its report.

use super::changes::changes;
use super::sources;
use super::used;
use super::withhold::{
    report_decision, report_meeting, report_referral, without_earlier_words, without_germline,
    without_waiting,
};
use super::{
    AmendmentNotice, FORMAT, Letterhead, ReportContent, ReportFinding, ReportRecommendation, ReportSource,
    ReportState,
};
use crate::case::{Case, differences};
use crate::finding::{Alteration, Finding};
use crate::gene_role::{GeneRole, GeneRoles};
use crate::ids::FindingId;
use crate::patient::DisclosureWish;
use crate::protein::{FigureFacts, MarkerMark};
use crate::recommendation::{GivenRecommendation, ranked};
use crate::referral::TrackedReferral;
use crate::signing::Signature;
use crate::template::OptionalPart;
use std::collections::BTreeSet;

/// The content of the next report of a case. `state` says whether it is a draft or is being finalised.
///
/// Germline findings, the panel's germline judgements, advice on germline follow-up, criteria of heredity, and every
/// count that would betray them are left out unless the patient wants to know, and so are the names of the files, which the
/// laboratory chose, and files that hold nothing else. What rests on such a finding alone stays (a treatment must not be
/// lost), but without its reasons. Nothing says that anything was left out: the content is that of the same case without it.
pub fn compose(case: &Case, letterhead: &Letterhead, state: ReportState) -> ReportContent {
    let withheld = case.details.disclosure.wish != DisclosureWish::Wants;
    let day = case.meeting.as_ref().map(|meeting| meeting.held_on).or(case.received_on);
    let mut findings: Vec<ReportFinding> = case
        .findings
        .iter()
        .filter(|finding| !is_left_out(case, finding.id, withheld))
        .map(|finding| report_finding(case, finding, &letterhead.gene_roles, withheld))
        .collect();
    findings.sort_by_key(|row| (row.kind, row.finding.id));
    let sources: Vec<ReportSource> =
        case.sources.iter().map(|source| sources::report_source(source, &letterhead.tests)).collect();
    let figures = figure_facts(&letterhead.figures, &findings, &sources);
    let mut content = ReportContent {
        format: FORMAT,
        institution: letterhead.institution.clone(),
        contact: letterhead.contact.clone(),
        case_id: case.id.clone(),
        case_number: case.number.clone(),
        case_version: if withheld { 0 } else { case.version },
        revision: case.next_revision(),
        state: without_withheld(case, state, withheld),
        amendment: None,
        received_on: case.received_on,
        patient: case.details.patient.clone(),
        age: day.and_then(|day| case.details.patient.age_on(day)),
        clinical: case.details.clinical.clone(),
        specimen: case.details.specimen.clone(),
        ccat_findings: case.details.ccat_findings.clone(),
        wish: case.details.disclosure.wish,
        germline_withheld: withheld,
        summary: case.summary.clone(),
        sources,
        findings,
        recommendations: ranked(
            case.standing_recommendations().filter(|given| {
                // Left out before they are numbered, so that no rank is missing.
                let of_heredity = withheld && given.recommendation.advice.is_germline_matter();
                !of_heredity && !case.all_wait(&given.recommendation.findings)
            }),
            |given| &given.recommendation.advice,
        )
        .map(|(rank, given)| recommendation(case, rank, given, withheld))
        .collect(),
        referrals: case
            .referrals
            .iter()
            .filter(|tracked| !case.all_wait(&tracked.referral.findings))
            .map(|tracked| referral(case, tracked, withheld))
            .collect(),
        companion: case.companion_use().cloned(),
        meeting: case.meeting.as_ref().map(|meeting| report_meeting(meeting, withheld)),
        template: letterhead.template.clone(),
        signatures: case.standing_signatures().into_iter().map(Signature::printed).collect(),
        knowledge: Vec::new(),
        figures,
        program: letterhead.program.clone(),
    };
    if case.companion_use().is_some() {
        // What the laboratory remarks may speak of anything that it found.
        content.sources.iter_mut().for_each(|source| source.comments.clear());
    }
    if withheld {
        let left_out = case.findings.iter().filter(|finding| case.is_germline_finding(finding.id));
        // A reading of germline origin is left out of a finding that stays.
        let readings = case.findings.iter().flat_map(|finding| &finding.further);
        let germline = readings.filter(|reading| reading.read.origin.is_germline());
        let held = left_out.flat_map(sources::sources_of).chain(germline.map(|reading| reading.source));
        sources::withhold(&mut content, &held.collect());
    }
    content.knowledge = used::of(letterhead, &content);
    if let Some(template) = &letterhead.template {
        template.left_out.iter().for_each(|part| leave_out(&mut content, *part));
    }
    if let (Some(amendment), Some(last)) = (&case.amendment, case.reports.last()) {
        // What an earlier revision told may be withheld now, and must not come back as a change.
        let mut before = if withheld { without_germline(&last.content) } else { last.content.clone() };
        if case.companion_use().is_some() {
            before = without_waiting(case, &before);
        }
        // That a scale is used now, or no more, follows from the verdicts; named as gone it could betray one withheld.
        let mut after = content.clone();
        used::keep_common(&mut before.knowledge, &mut after.knowledge);
        let mut changes = changes(&before, &after);
        if withheld && !last.content.germline_withheld {
            without_earlier_words(&mut changes, "report.beforeWithheld");
        }
        if content.companion.is_some() && last.content.companion != content.companion {
            without_earlier_words(&mut changes, "report.beforeWaits");
        }
        content.amendment = Some(AmendmentNotice {
            follows: last.content.revision,
            reason: amendment.reason.clone(),
            changes,
        });
    }
    content
}

/// Only what belongs to findings that the report names: anything else would betray one that it leaves out.
fn figure_facts(all: &FigureFacts, findings: &[ReportFinding], sources: &[ReportSource]) -> FigureFacts {
    let alterations = || findings.iter().map(|row| &row.finding.read.alteration);
    let genes: BTreeSet<_> = alterations()
        .filter(|alteration| matches!(alteration, Alteration::ShortVariant(_)))
        .flat_map(Alteration::genes)
        .collect();
    let measured = |mark: &MarkerMark| {
        let own = findings.iter().filter(|row| mark.is_of_one(row.tests(sources)));
        own.map(|row| &row.finding.read.alteration).any(|alteration| {
            matches!(alteration, Alteration::Biomarker(marker)
                if marker.metrics.iter().any(|metric| mark.is_for(&marker.marker, metric.unit.as_deref())))
        })
    };
    FigureFacts {
        proteins: all.proteins.iter().filter(|protein| genes.contains(&protein.gene)).cloned().collect(),
        marks: all.marks.iter().filter(|mark| measured(mark)).cloned().collect(),
    }
}

/// Takes out a part that the site's template leaves out; the report says which.
fn leave_out(content: &mut ReportContent, part: OptionalPart) {
    match part {
        OptionalPart::Treatments => content.clinical.treatments.clear(),
        OptionalPart::Histories => {
            (content.clinical.past_history, content.clinical.family_history) = (None, None);
        }
        OptionalPart::Minutes => {
            if let Some(meeting) = &mut content.meeting {
                meeting.minutes = None;
            }
        }
    }
}

/// A draft names what is undecided, but not what it may not name.
fn without_withheld(case: &Case, mut state: ReportState, withheld: bool) -> ReportState {
    if let ReportState::Draft { undecided, .. } = &mut state {
        undecided.retain(|id| !(withheld && case.is_germline_finding(*id)));
        undecided.retain(|id| !case.waits_for_later_panel(*id));
        undecided.extend(case.classes_withheld());
        undecided.sort();
        undecided.dedup();
    }
    state
}

fn report_finding(case: &Case, finding: &Finding, roles: &GeneRoles, withheld: bool) -> ReportFinding {
    let hide = |source: Option<usize>| {
        let source = source.and_then(|index| case.sources.get(index));
        source.map(|source| source.draft.hide).unwrap_or_default()
    };
    let mut shown = finding.clone();
    if withheld {
        shown.further.retain(|reading| !reading.read.origin.is_germline());
    }
    shown.read.verbatim.clear();
    let differences = differences(case, &shown);
    hide(finding.source).apply(&mut shown.read.alteration);
    for reading in &mut shown.further {
        reading.read.verbatim.clear();
        hide(Some(reading.source)).apply(&mut reading.read.alteration);
    }
    let ccat =
        case.ccat.get(&finding.id).map(ToString::to_string).or_else(|| finding.read.ccat_verdict.clone());
    ReportFinding {
        kind: shown.read.alteration.kind(),
        subject: shown.read.alteration.subject(),
        change: shown.read.alteration.change(),
        gene_role: gene_role(&shown.read.alteration, roles),
        differences,
        ccat,
        panel: case.decisions.get(&finding.id).and_then(|decision| report_decision(decision, withheld)),
        germline: case.germline.get(&finding.id).filter(|_| !withheld).cloned(),
        finding: shown,
    }
}

/// The role of the gene that is changed, where there is one gene. That of two joined genes is neither's.
fn gene_role(alteration: &Alteration, roles: &GeneRoles) -> Option<GeneRole> {
    if !matches!(alteration, Alteration::ShortVariant(_) | Alteration::CopyNumber(_)) {
        return None;
    }
    match alteration.genes().as_slice() {
        [gene] => roles.of(gene),
        _ => None,
    }
}

/// Whether a finding is kept out: by the patient's wish, or because it waits for the later panel.
fn is_left_out(case: &Case, id: FindingId, withheld: bool) -> bool {
    (withheld && case.is_germline_finding(id)) || case.waits_for_later_panel(id)
}

fn recommendation(
    case: &Case,
    rank: u32,
    given: &GivenRecommendation,
    withheld: bool,
) -> ReportRecommendation {
    let mut shown = given.recommendation.clone();
    shown.keep_findings(|id| !is_left_out(case, id, withheld));
    ReportRecommendation {
        rank,
        id: Some(shown.id),
        findings: shown.findings,
        basis_withheld: false,
        advice: shown.advice,
        rationale: shown.rationale,
        evidence: shown.evidence,
        access: shown.access,
        contraindications: shown.contraindications,
    }
}

fn referral(case: &Case, tracked: &TrackedReferral, withheld: bool) -> TrackedReferral {
    let follows = tracked.referral.recommendation.as_ref();
    let advice = follows
        .and_then(|id| case.recommendations.iter().find(|given| given.recommendation.id == *id))
        .map(|given| &given.recommendation.advice);
    // To a patient who wishes to know, advice on heredity is advice like any other.
    let mut shown =
        report_referral(tracked, advice.filter(|_| withheld), |id| is_left_out(case, id, withheld));
    if withheld {
        shown.referral.leave_out_heredity();
    }
    shown
}
