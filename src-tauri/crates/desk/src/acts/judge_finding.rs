//! The panel's verdict on one or several findings: class and scale, or `deferred`.

use crate::command::{Act, Command};
use crate::convert::{finding_ids, grade, optional_text, text, texts};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::classification::{basis, dissent, made_for, offered_for};
use crate::topics::evidence::cited;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::CriteriaForm;
use crate::view::DissentForm;
use crate::view::EvidenceCite;
use crate::view::args;
use entaku_domain::case::Case;
use entaku_domain::case::event::verdict::FindingJudged;
use entaku_domain::decision::{Call, Verdict};
use entaku_domain::event::CaseEvent;
use entaku_domain::evidence::CitedEvidence;
use entaku_words::errors::judge_finding;

args! {
    /// The panel's verdict on one or several findings: class and scale, or `deferred`.
    JudgeFinding of case {
        /// Findings.*
        finding_ids: Vec<String>,
        /// Scale id.
        scale: Option<String>,
        /// Class code.
        class: Option<String>,
        /// Reason for putting it off.
        deferred: Option<String>,
        /// Whether a treatment can follow.
        actionable: Option<bool>,
        /// Reasons.
        rationale: Option<String>,
        /// Sources.
        references: Option<Vec<String>>,
        /// Criteria and points, for a verdict on one finding.
        basis: Option<CriteriaForm>,
        /// Rows of evidence that the verdict rests on, each beside its finding. Left out, those that the verdict before rested on
        /// stay as they stood then; an empty list takes them away.
        evidence: Option<Vec<EvidenceCite>>,
        /// Dissenting views, by name.
        dissent: Option<Vec<DissentForm>>,
    }
}

impl Command for JudgeFinding {
    const NAME: &'static str = "judge_finding";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

/// Of the rows named, those that the verdict before rests on, as they stood then, and the others, which are looked up. A row of
/// before is named by source and id: it stays what a person saw, whatever the knowledge says meanwhile.
fn standing(case: &Case, named: Vec<EvidenceCite>) -> (Vec<CitedEvidence>, Vec<EvidenceCite>) {
    let (mut standing, mut others) = (Vec::new(), Vec::new());
    for one in named {
        let before = case.decisions.iter().filter(|(id, _)| id.to_string() == one.finding);
        let mut rows = before.flat_map(|(_, decision)| &decision.verdict.evidence);
        match rows.find(|row| format!("{} {}", row.source, row.id) == one.row) {
            Some(row) => standing.push(row.clone()),
            None => others.push(one),
        }
    }
    (standing, others)
}

impl Act for JudgeFinding {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let findings = finding_ids("findingIds", &self.finding_ids)?;
        if findings.is_empty() {
            return Err(Problem::at("findingIds", judge_finding::FINDING_MISSING));
        }
        let call = match self.deferred.as_deref().filter(|reason| !reason.trim().is_empty()) {
            Some(reason) => Call::Deferred { reason: text("deferred", reason)? },
            None => Call::Classified {
                grade: grade(&desk.knowledge, "class", self.scale.as_deref(), self.class.as_deref())?
                    .ok_or_else(|| Problem::at("class", judge_finding::VERDICT_MISSING))?,
            },
        };
        if self.basis.is_some() && findings.len() > 1 {
            return Err(Problem::at("basis", judge_finding::CRITERIA_FOR_SEVERAL));
        }
        let case = desk.case(&id)?;
        let kinds = findings.iter().filter_map(|finding| case.finding(*finding));
        let kinds: Vec<_> = kinds.map(|finding| finding.read.alteration.kind()).collect();
        let basis = match &self.basis {
            None => None,
            Some(form) => {
                made_for(&desk.knowledge, form, &kinds)?;
                Some(basis(&desk.knowledge, form, &call)?)
            }
        };
        offered_for(&desk.knowledge, &call, &kinds)?;
        let dissent = dissent(&desk.session()?.office, self.dissent.as_deref().unwrap_or_default())?;
        let case = desk.case(&id)?.clone();
        let anew = self.evidence.is_some();
        let (standing, others) = standing(&case, self.evidence.unwrap_or_default());
        let mut rests_on = standing;
        rests_on.extend(cited(desk, &case, Some(others))?);
        let verdict = Verdict {
            evidence: Vec::new(),
            call,
            basis: basis.map(Box::new),
            dissent,
            actionable: self.actionable,
            rationale: optional_text("rationale", self.rationale.as_deref())?,
            references: texts("references", self.references)?,
        };
        let whats = findings
            .into_iter()
            .map(|finding| {
                let before = case.decisions.get(&finding).map(|decision| decision.verdict.evidence.clone());
                let evidence = match anew {
                    true => rests_on.iter().filter(|row| row.finding == finding).cloned().collect(),
                    false => before.unwrap_or_default(),
                };
                let verdict = Verdict { evidence, ..verdict.clone() };
                CaseEvent::from(FindingJudged { finding, verdict: Box::new(verdict) })
            })
            .collect();
        desk.transact_all(&id, self.expected_version, whats, &[])?;
        fresh(desk, &id)
    }
}
