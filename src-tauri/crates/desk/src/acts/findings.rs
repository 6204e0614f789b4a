//! Reviewing findings: detail, verdicts, germline.

use super::classification::{basis, dissent, made_for, offered_for};
use super::opinions::one_finding;
use super::recall;
use super::{case_id, fresh};
use crate::convert::{
    Reader, decision_view, finding_ids, finding_row, from_code, further, grade, opinions, optional_text,
    statements, text, texts, transcripts,
};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{
    CaseView, EnterCcatVerdict, FindingArgs, FindingDetailView, JudgeFinding, JudgeGermline, VerdictView,
};
use entaku_domain::decision::{Call, Decision, Verdict};
use entaku_domain::event::{CaseEvent, EventBody};
use entaku_domain::ids::FindingId;

pub(crate) fn finding_detail(desk: &mut Desk, args: FindingArgs) -> Outcome<FindingDetailView> {
    let id = case_id(desk, &args.case_id)?;
    let finding_id = one_finding("findingId", &args.finding_id)?;
    let case = desk.case(&id)?.clone();
    let finding =
        case.finding(finding_id).ok_or_else(|| Problem::not_found("所見", "finding", &args.finding_id))?;
    let past = recall::of_finding(desk, &case, finding)?;
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
    let case = desk.case(&id)?;
    let kinds = findings.iter().filter_map(|finding| case.finding(*finding));
    let kinds: Vec<_> = kinds.map(|finding| finding.read.alteration.kind()).collect();
    let basis = match &args.basis {
        None => None,
        Some(form) => {
            made_for(&desk.knowledge, form, &kinds)?;
            Some(basis(&desk.knowledge, form, &call)?)
        }
    };
    offered_for(&desk.knowledge, &call, &kinds)?;
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
