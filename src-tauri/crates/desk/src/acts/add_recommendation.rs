//! A recommendation: `treatment` (drugs, route), `further` (text) or `nothing` (text).

use crate::command::{Act, Command};
use crate::convert::{finding_ids, grade, optional_text, text, texts};
use crate::desk::{Desk, new_uuid};
use crate::error::{Outcome, Problem, internal};
use crate::permission::Right;
use crate::topics::evidence::cited;
use crate::topics::treatment::trial_id;
use crate::topics::{case_id, fresh};
use crate::view::AdviceKind;
use crate::view::CaseView;
use crate::view::EvidenceCite;
use crate::view::args;
use entaku_domain::case::event::treatment::Recommended;
use entaku_domain::ids::RecommendationId;
use entaku_domain::recommendation::AccessRoute;
use entaku_domain::recommendation::FurtherKind;
use entaku_domain::recommendation::{Advice, Recommendation};
use entaku_words::errors::add_recommendation;

args! {
    /// A recommendation: `treatment` (drugs, route), `further` (text) or `nothing` (text).
    AddRecommendation of case, whole {
        /// Kind.*
        kind: AdviceKind,
        /// Findings.
        findings: Option<Vec<String>>,
        /// Drugs.
        drugs: Option<Vec<String>>,
        /// Route code.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        route: Option<AccessRoute>,
        /// Scale id of the level.
        evidence_scale: Option<String>,
        /// Level code.
        evidence_level: Option<String>,
        /// Trial id.
        trial: Option<String>,
        /// Kind of further step, code of `further.<code>`; `other` when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        further: Option<FurtherKind>,
        /// Step or reason.
        text: Option<String>,
        /// Reasons.
        rationale: Option<String>,
        /// Rows of evidence that it rests on, each beside its finding.
        evidence: Option<Vec<EvidenceCite>>,
    }
}

impl Command for AddRecommendation {
    const NAME: &'static str = "add_recommendation";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

impl Act for AddRecommendation {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let now = desk.environment.clock.now();
        let advice = match self.kind {
            AdviceKind::Treatment => {
                let drugs = texts("drugs", self.drugs)?;
                if drugs.is_empty() {
                    return Err(Problem::at("drugs", add_recommendation::DRUG_MISSING));
                }
                Advice::Treatment {
                    drugs,
                    route: self
                        .route
                        .ok_or_else(|| Problem::at("route", add_recommendation::ROUTE_MISSING))?,
                    evidence: grade(
                        &desk.knowledge,
                        "evidenceLevel",
                        self.evidence_scale.as_deref(),
                        self.evidence_level.as_deref(),
                    )?,
                    trial: self
                        .trial
                        .as_deref()
                        .filter(|trial| !trial.trim().is_empty())
                        .map(|trial| trial_id("trial", trial))
                        .transpose()?,
                }
            }
            AdviceKind::Further => Advice::Further {
                kind: self.further.unwrap_or_default(),
                step: text("text", self.text.as_deref().unwrap_or_default())?,
            },
            AdviceKind::Nothing => {
                Advice::Nothing { reason: text("text", self.text.as_deref().unwrap_or_default())? }
            }
        };
        let case = desk.case(&id)?.clone();
        let evidence = cited(desk, &case, self.evidence)?;
        let recommendation = Recommendation {
            evidence,
            id: RecommendationId::parse(&new_uuid(now)).map_err(internal)?,
            findings: finding_ids("findings", &self.findings.unwrap_or_default())?,
            advice,
            rationale: optional_text("rationale", self.rationale.as_deref())?,
        };
        desk.transact(&id, self.expected_version, Recommended { recommendation: Box::new(recommendation) })?;
        fresh(desk, &id)
    }
}
