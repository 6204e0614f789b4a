//! What this store's panels decided before: on the same alteration, on the gene in the same tumour, on the gene.

use crate::convert::{grade_view, label};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::view::{FollowUpView, LabelView, PastDecisionView};
use entaku_domain::case::Case;
use entaku_domain::decision::Call;
use entaku_domain::finding::{Alteration, Finding, RecallKeys};
use entaku_domain::grade::Grade;
use entaku_domain::ids::{FindingId, Series};
use entaku_domain::words::{laboratory, word};
use entaku_store::PastDecision;
use std::collections::BTreeSet;

pub(crate) const PAST: u32 = 50;

/// What is asked of the past.
pub(crate) struct Sought<'a> {
    pub(crate) keys: Option<&'a RecallKeys>,
    pub(crate) oncotree: &'a str,
    pub(crate) tumour_type: &'a str,
    /// The class that stands today, to say which earlier verdicts differ from it.
    pub(crate) today: Option<&'a Grade>,
}

/// What was decided before on what a finding is.
pub(crate) fn of_finding(desk: &Desk, case: &Case, finding: &Finding) -> Outcome<Vec<PastDecisionView>> {
    let alteration = &finding.read.alteration;
    let keys = alteration.recall_keys(&case.assembly_of(finding).name);
    let clinical = &case.details.clinical;
    let today = case.decisions.get(&finding.id).and_then(|decision| match &decision.verdict.call {
        Call::Classified { grade } => Some(grade),
        Call::Deferred { .. } => None,
    });
    let sought = Sought {
        keys: Some(&keys).filter(|keys| !keys.is_empty()),
        oncotree: clinical.oncotree.as_ref().map_or("", |code| code.as_str()),
        tumour_type: clinical.tumour_type.as_ref().map_or("", |words| words.as_str()),
        today,
    };
    let mut rows = Vec::new();
    for gene in subjects(alteration) {
        rows.extend(recall(desk, &gene, &sought, PAST)?);
    }
    // What this very case decided stands beside the finding already.
    rows.retain(|row| row.case_id != case.id.as_str());
    // A fusion is remembered under both its genes.
    rows.sort_by_key(|row| RELATIONS.iter().position(|relation| *relation == row.relation));
    let mut seen = BTreeSet::new();
    rows.retain(|row| seen.insert((row.case_id.clone(), row.finding_id.clone())));
    Ok(rows)
}

/// How an earlier verdict relates to what is asked, the nearest first.
const RELATIONS: [&str; 3] = [ALTERATION, "tumour", "gene"];

/// The very same alteration.
pub(crate) const ALTERATION: &str = "alteration";

/// The genes under which a finding is remembered; the marker where there is none.
fn subjects(alteration: &Alteration) -> Vec<String> {
    let genes: Vec<_> = alteration.genes().iter().map(ToString::to_string).collect();
    if genes.is_empty() { vec![alteration.subject()] } else { genes }
}

/// Those of earlier verdicts that the member who is signed in may see.
pub(crate) fn seen(desk: &mut Desk, mut rows: Vec<PastDecisionView>) -> Outcome<Vec<PastDecisionView>> {
    let sight = desk.sight()?;
    if !sight.heredity {
        let scales = desk.knowledge.scales();
        let of_heredity = |id: &str| scales.iter().any(|scale| scale.id == id && scale.germline);
        rows.retain(|row| {
            let inherited = FindingId::parse(&row.finding_id).is_ok_and(|id| id.series() == Series::Germline);
            !inherited && !row.scale.as_deref().is_some_and(of_heredity)
        });
    }
    desk.keep_out_of(rows.iter().map(|row| row.case_id.as_str()))?;
    Ok(rows)
}

pub(crate) fn recall(
    desk: &Desk,
    gene: &str,
    sought: &Sought<'_>,
    limit: u32,
) -> Outcome<Vec<PastDecisionView>> {
    let store = &desk.session()?.store;
    let alteration = match sought.keys {
        Some(keys) => store.past_decisions_exact(gene, keys, limit)?,
        None => Vec::new(),
    };
    let tumour = store.past_decisions_in(gene, sought.oncotree, sought.tumour_type, limit)?;
    let any = store.past_decisions(gene, limit)?;
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for (relation, found) in RELATIONS.into_iter().zip([alteration, tumour, any]) {
        for past in found {
            if seen.insert((past.case_id.clone(), past.finding_id.clone())) {
                rows.push(past_view(past, relation, sought.today));
            }
        }
    }
    Ok(rows)
}

pub(crate) fn past_view(past: PastDecision, relation: &str, today: Option<&Grade>) -> PastDecisionView {
    let view = past.grade.as_ref().map(grade_view);
    let deferred = word("verdict.deferred");
    let put_off = LabelView {
        ja: format!("{}：{}", deferred.ja, past.remark),
        en: format!("{}: {}", deferred.en, past.remark),
    };
    // Classes are compared within one scale only: a class of another is neither the same nor different.
    let differs = match (today, &past.grade) {
        (Some(today), Some(then)) => {
            relation == ALTERATION && today.scale == then.scale && today.class != then.class
        }
        _ => false,
    };
    PastDecisionView {
        case_id: past.case_id,
        case_no: past.case_no,
        finding_id: past.finding_id,
        gene: past.gene,
        change_in_words: laboratory::of_line(&past.alteration).as_ref().map(label),
        change: past.alteration,
        decided_on: past.decided_on,
        tumour_type: past.tumour_type,
        scale_name: view.as_ref().map_or_else(|| label(&deferred.to_label()), |view| view.scale_name.clone()),
        scale: view.as_ref().map(|view| view.scale.clone()),
        class: view.as_ref().map(|view| view.class.clone()),
        weight: view.as_ref().map(|view| view.weight),
        class_name: view.map_or(put_off, |view| view.class_name),
        remark: past.remark,
        relation: relation.to_owned(),
        differs,
        follow_up: past
            .follow_up
            .into_iter()
            .map(|step| FollowUpView {
                words: step.words,
                route: step.route,
                trial: step.trial,
                status: step.status,
            })
            .collect(),
    }
}
