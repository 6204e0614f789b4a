//! What the panel advises, or weighed and does not advise.

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
use crate::view::NeedFound;
use crate::view::args;
use entaku_domain::case::event::treatment::Recommended;
use entaku_domain::ids::RecommendationId;
use entaku_domain::recommendation::{
    Access, AccessRoute, Advice, Approval, BasketStudy, FurtherKind, Recommendation, RouteNeed,
};
use entaku_domain::text::Text;
use entaku_knowledge::AccessFacts;
use entaku_words::errors::add_recommendation;

args! {
    /// A recommendation: `treatment` (drugs, route), `considered` (drugs, text: why they are not advised), `further` (text) or
    /// `nothing` (text).
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
        /// Where the drugs stand in Japan for this tumour and change.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        approval: Option<Approval>,
        /// Whether the basket study could take the patient with them.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        basket_study: Option<BasketStudy>,
        /// Where it can be had.
        site: Option<String>,
        /// What a person found of what the route needs, by the ids of `treatment_grounds`.
        needs: Option<Vec<NeedFound>>,
        /// What speaks against it in this patient.
        contraindications: Option<String>,
        /// Who proposed it; nobody's signature.
        proposed_by: Option<String>,
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
            AdviceKind::Treatment => Advice::Treatment {
                drugs: drugs(self.drugs)?,
                route: self.route.ok_or_else(|| Problem::at("route", add_recommendation::ROUTE_MISSING))?,
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
            },
            AdviceKind::Considered => Advice::Considered {
                drugs: drugs(self.drugs)?,
                evidence: grade(
                    &desk.knowledge,
                    "evidenceLevel",
                    self.evidence_scale.as_deref(),
                    self.evidence_level.as_deref(),
                )?,
                reason: text("text", self.text.as_deref().unwrap_or_default())?,
            },
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
        // How a drug is had is no question where none is named.
        let names_drugs = !advice.drugs().is_empty();
        let access = match names_drugs {
            true => Access {
                approval: self.approval,
                basket_study: self.basket_study,
                site: optional_text("site", self.site.as_deref())?,
                needs: needs(desk.knowledge.access(), self.route, self.needs.unwrap_or_default())?,
            },
            false => Access::default(),
        };
        let recommendation = Recommendation {
            evidence,
            access,
            contraindications: optional_text("contraindications", self.contraindications.as_deref())?,
            proposed_by: optional_text("proposedBy", self.proposed_by.as_deref())?,
            id: RecommendationId::parse(&new_uuid(now)).map_err(internal)?,
            findings: finding_ids("findings", &self.findings.unwrap_or_default())?,
            advice,
            rationale: optional_text("rationale", self.rationale.as_deref())?,
        };
        desk.transact(&id, self.expected_version, Recommended { recommendation: Box::new(recommendation) })?;
        fresh(desk, &id)
    }
}

fn drugs(named: Option<Vec<String>>) -> Outcome<Vec<Text>> {
    let drugs = texts("drugs", named)?;
    if drugs.is_empty() {
        return Err(Problem::at("drugs", add_recommendation::DRUG_MISSING));
    }
    Ok(drugs)
}

/// What was found of what the route needs; a need of another route, or one named twice, is refused.
fn needs(facts: &AccessFacts, route: Option<AccessRoute>, found: Vec<NeedFound>) -> Outcome<Vec<RouteNeed>> {
    let mut all: Vec<RouteNeed> = Vec::new();
    for one in found {
        let mut of_route = route.into_iter().flat_map(|route| facts.needs.of(route));
        let need = of_route.find(|need| need.id == one.id && all.iter().all(|known| known.id != one.id));
        let need = need.ok_or_else(|| Problem::at("needs", add_recommendation::no_such_need(&one.id)))?;
        all.push(RouteNeed {
            id: need.id.clone(),
            requirement: need.requirement.clone(),
            list_version: facts.needs.version.clone(),
            found: one.found,
            note: optional_text("needs", one.note.as_deref())?,
        });
    }
    Ok(all)
}
