//! Reviewing findings: detail, opinions, verdicts, germline, recall.

use super::classification::{basis, dissent};
use super::opinions::one_finding;
use super::{case_id, fresh};
use crate::convert::{
    Reader, decision_view, finding_ids, finding_row, from_code, further, grade, grade_view, label, opinions,
    optional_text, statements, text, texts, transcripts,
};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{
    CaseView, EnterCcatVerdict, FindingArgs, FindingDetailView, JudgeFinding, JudgeGermline, LabelView,
    PastDecisionView, PastDecisions, VerdictView,
};
use entaku_domain::decision::{Call, Decision, Verdict};
use entaku_domain::event::{CaseEvent, EventBody};
use entaku_domain::hgvs::HgvsText;
use entaku_domain::ids::FindingId;
use entaku_domain::words::word;
use entaku_store::{PAGE_LIMIT, PastDecision};

const PAST: u32 = 50;

pub(crate) fn finding_detail(desk: &mut Desk, args: FindingArgs) -> Outcome<FindingDetailView> {
    let id = case_id(desk, &args.case_id)?;
    let finding_id = one_finding("findingId", &args.finding_id)?;
    let case = desk.case(&id)?.clone();
    let finding =
        case.finding(finding_id).ok_or_else(|| Problem::not_found("所見", "finding", &args.finding_id))?;
    let alteration = &finding.read.alteration;
    let (key, subjects) = (alteration.recall_key(), subjects(alteration));
    let mut past = Vec::new();
    for gene in &subjects {
        past.extend(recall(desk, gene, Some(&key), PAST)?);
    }
    // What this very case decided stands beside the finding already.
    past.retain(|row| row.case_id != case.id.as_str());
    past.sort_by_key(|row| !row.same_alteration);
    let session = desk.session()?;
    let reader = Reader { member: &session.member.id, office: &session.office };
    Ok(FindingDetailView {
        row: finding_row(&case, finding, true, &reader, &reader.asked(&case)),
        transcripts: transcripts(finding),
        verbatim: finding.read.verbatim.iter().map(|field| (field.0.clone(), field.1.clone())).collect(),
        further: further(&case, finding),
        twins: case.twins(finding).iter().map(ToString::to_string).collect(),
        statements: statements(&case, finding),
        opinions: opinions(&case, finding_id, &reader),
        past,
        earlier: earlier_verdicts(desk, &case.id, finding_id)?,
    })
}

/// The genes under which a finding is remembered; the marker where there is none.
fn subjects(alteration: &entaku_domain::finding::Alteration) -> Vec<String> {
    let genes: Vec<_> = alteration.genes().iter().map(ToString::to_string).collect();
    if genes.is_empty() { vec![alteration.subject()] } else { genes }
}

/// The verdicts on a finding before the present one, newest first.
fn earlier_verdicts(
    desk: &Desk,
    case: &entaku_domain::ids::CaseId,
    finding: FindingId,
) -> Outcome<Vec<VerdictView>> {
    let events = desk.session()?.store.load_events(&crate::desk::case_stream(case))?;
    let mut verdicts: Vec<_> = events
        .into_iter()
        .filter_map(|event| match event.body {
            EventBody::Case { what: CaseEvent::FindingJudged { finding: judged, verdict }, .. }
                if judged == finding =>
            {
                Some(decision_view(&Decision { verdict, by: event.actor, at: event.at }))
            }
            _ => None,
        })
        .collect();
    verdicts.pop();
    verdicts.reverse();
    Ok(verdicts)
}

pub(crate) fn judge_finding(desk: &mut Desk, args: JudgeFinding) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let findings = finding_ids("findingIds", &args.finding_ids)?;
    if findings.is_empty() {
        return Err(Problem::field("findingIds", "所見を選んでください。", "Choose a finding."));
    }
    let call = match args.deferred.as_deref().filter(|reason| !reason.trim().is_empty()) {
        Some(reason) => Call::Deferred { reason: text("deferred", reason)? },
        None => Call::Classified {
            grade: grade(&desk.knowledge, "class", args.scale.as_deref(), args.class.as_deref())?
                .ok_or_else(|| {
                    Problem::field(
                        "class",
                        "区分を選ぶか、保留の理由を入力してください。",
                        "Choose a class, or give the reason for deferring.",
                    )
                })?,
        },
    };
    if args.basis.is_some() && findings.len() > 1 {
        return Err(Problem::field(
            "basis",
            "分類の基準は所見ごとに異なります。所見を1つだけ選んでください。",
            "Criteria belong to one finding. Choose a single one.",
        ));
    }
    let basis = args.basis.as_ref().map(|form| basis(&desk.knowledge, form, &call)).transpose()?;
    let dissent = dissent(&desk.session()?.office, args.dissent.as_deref().unwrap_or_default())?;
    let verdict = Verdict {
        call,
        basis: basis.map(Box::new),
        dissent,
        actionable: args.actionable,
        rationale: optional_text("rationale", args.rationale.as_deref())?,
        references: texts("references", args.references)?,
    };
    let whats = findings
        .into_iter()
        .map(|finding| CaseEvent::FindingJudged { finding, verdict: verdict.clone() })
        .collect();
    desk.transact_all(&id, args.expected_version, whats, &[])?;
    fresh(desk, &id)
}

pub(crate) fn enter_ccat_verdict(desk: &mut Desk, args: EnterCcatVerdict) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let finding = one_finding("findingId", &args.finding_id)?;
    let verdict = optional_text("verdict", args.verdict.as_deref())?;
    desk.transact(&id, args.expected_version, CaseEvent::CcatVerdictEntered { finding, verdict })?;
    fresh(desk, &id)
}

pub(crate) fn judge_germline(desk: &mut Desk, args: JudgeGermline) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let finding = one_finding("findingId", &args.finding_id)?;
    let judgement = from_code("judgement", &args.judgement)?;
    let reason = optional_text("reason", args.reason.as_deref())?;
    desk.transact(&id, args.expected_version, CaseEvent::GermlineJudged { finding, judgement, reason })?;
    fresh(desk, &id)
}

pub(crate) fn past_decisions(desk: &mut Desk, args: PastDecisions) -> Outcome<Vec<PastDecisionView>> {
    let limit = args.limit.unwrap_or(PAST).clamp(1, PAGE_LIMIT);
    let change = optional_text("change", args.change.as_deref())?;
    let key = match change {
        // The same reduction as for findings, so that any notation finds the others.
        Some(change) => HgvsText::parse(change.as_str()).map(|change| change.protein_key()).ok(),
        None => None,
    };
    let mut rows = recall(desk, args.gene.trim(), key.as_deref(), limit)?;
    if key.is_some() {
        rows.retain(|row| row.same_alteration);
    }
    Ok(rows)
}

/// Verdicts on the same alteration first, then on the gene.
fn recall(desk: &Desk, gene: &str, key: Option<&str>, limit: u32) -> Outcome<Vec<PastDecisionView>> {
    let store = &desk.session()?.store;
    let mut rows = Vec::new();
    if let Some(key) = key {
        rows.extend(store.past_decisions_exact(gene, key, limit)?.iter().map(|past| past_view(past, true)));
    }
    let others = store.past_decisions(gene, limit)?;
    rows.extend(
        others.iter().filter(|past| Some(past.recall_key.as_str()) != key).map(|past| past_view(past, false)),
    );
    Ok(rows)
}

fn past_view(past: &PastDecision, same_alteration: bool) -> PastDecisionView {
    let view = past.grade.as_ref().map(grade_view);
    let deferred = word("verdict.deferred");
    let put_off = LabelView {
        ja: format!("{}：{}", deferred.ja, past.remark),
        en: format!("{}: {}", deferred.en, past.remark),
    };
    PastDecisionView {
        case_id: past.case_id.clone(),
        case_no: past.case_no.clone(),
        gene: past.gene.clone(),
        change: past.alteration.clone(),
        decided_on: past.decided_on.clone(),
        tumour_type: past.tumour_type.clone(),
        scale_name: view.as_ref().map_or_else(|| label(&deferred.to_label()), |view| view.scale_name.clone()),
        weight: view.as_ref().map(|view| view.weight),
        class_name: view.map_or(put_off, |view| view.class_name),
        same_alteration,
    }
}
