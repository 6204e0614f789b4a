//! The panel's verdict on one or several findings: class and scale, or `deferred`.

use crate::command::{Act, Command};
use crate::convert::{finding_ids, grade, optional_text, text, texts};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::classification::{basis, dissent, made_for, offered_for};
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::CriteriaForm;
use crate::view::DissentForm;
use crate::view::args;
use entaku_domain::case::event::verdict::FindingJudged;
use entaku_domain::decision::{Call, Verdict};
use entaku_domain::event::CaseEvent;
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
        /// Dissenting views, by name.
        dissent: Option<Vec<DissentForm>>,
    }
}

impl Command for JudgeFinding {
    const NAME: &'static str = "judge_finding";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
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
        let verdict = Verdict {
            call,
            basis: basis.map(Box::new),
            dissent,
            actionable: self.actionable,
            rationale: optional_text("rationale", self.rationale.as_deref())?,
            references: texts("references", self.references)?,
        };
        let whats = findings
            .into_iter()
            .map(|finding| CaseEvent::from(FindingJudged { finding, verdict: verdict.clone() }))
            .collect();
        desk.transact_all(&id, self.expected_version, whats, &[])?;
        fresh(desk, &id)
    }
}
