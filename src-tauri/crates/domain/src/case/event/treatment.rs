//! What is advised, where the patient was referred, and what happened outside the panel.

use super::{CaseChange, Unsettled, events, has_finding};
use crate::case::Case;
use crate::ids::{RecommendationId, ReferralId};
use crate::milestone::{Mark, Milestone, RecordedMark};
use crate::recommendation::{Advice, GivenRecommendation, Recommendation};
use crate::referral::{RecordedStep, Referral, ReferralStep, TrackedReferral};
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use crate::text::Text;
use crate::words::Worded;
use entaku_words::history::happened;
use entaku_words::{Said, Value};
use serde::{Deserialize, Serialize};

events! {
    /// What is advised, where the patient was referred, and what happened outside the panel.
    TreatmentEvent {
        /// A recommendation was added.
        "recommended" => Recommended,
        /// A recommendation was withdrawn.
        "recommendationWithdrawn" => RecommendationWithdrawn,
        /// The recommendations that stand were put in another order.
        "recommendationsRanked" => RecommendationsRanked,
        /// The patient was referred to a trial.
        "referred" => Referred,
        /// A referral reached another status.
        "referralMoved" => ReferralMoved,
        /// Something that happened outside the panel was recorded.
        "milestoneRecorded" => MilestoneRecorded,
    }
}

/// A recommendation was added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recommended {
    /// The recommendation.
    pub recommendation: Box<Recommendation>,
}

impl CaseChange for Recommended {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        let recommendation = &self.recommendation;
        recommendation.findings.iter().try_for_each(|finding| has_finding(case, *finding))?;
        let names_drugs =
            matches!(recommendation.advice, Advice::Treatment { .. } | Advice::Considered { .. });
        if names_drugs && recommendation.advice.drugs().is_empty() {
            return Err(Refusal::NoDrug);
        }
        let contradicts = |given: &GivenRecommendation| {
            matches!(
                (&given.recommendation.advice, &recommendation.advice),
                (Advice::Treatment { .. }, Advice::Nothing { .. })
                    | (Advice::Nothing { .. }, Advice::Treatment { .. })
            )
        };
        if case.standing_recommendations().any(contradicts) {
            return Err(Refusal::ContradictoryAdvice);
        }
        let used = case.recommendations.iter().any(|given| given.recommendation.id == recommendation.id);
        if used { Err(Refusal::Duplicate) } else { Ok(()) }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Draft
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        case.recommendations.push(GivenRecommendation {
            recommendation: (*self.recommendation).clone(),
            by: stamp.by.clone(),
            at: stamp.at,
            withdrawn: None,
        });
    }
    fn in_words(&self, _after: &Case) -> Value {
        match &self.recommendation.advice {
            Advice::Treatment { drugs, .. } => {
                let drugs = drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>().join(" + ");
                happened::recommended(drugs).said()
            }
            Advice::Considered { drugs, reason, .. } => {
                let drugs = drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>().join(" + ");
                happened::not_advised(drugs, reason).said()
            }
            Advice::Further { kind, step } => happened::advised(kind.label(), step).said(),
            Advice::Nothing { reason } => happened::nothing_advised(reason).said(),
        }
    }
}

/// A recommendation was withdrawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecommendationWithdrawn {
    /// Which.
    pub id: RecommendationId,
    /// Why.
    pub reason: Text,
}

impl CaseChange for RecommendationWithdrawn {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        let given = case.recommendations.iter().find(|given| given.recommendation.id == self.id);
        match given {
            None => Err(Refusal::NoRecommendation(self.id.clone())),
            Some(given) if given.withdrawn.is_some() => Err(Refusal::Withdrawn),
            Some(_) => Ok(()),
        }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Draft
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        if let Some(given) = case.recommendations.iter_mut().find(|given| given.recommendation.id == self.id)
        {
            given.withdrawn = Some(self.reason.clone());
        }
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::withdrawn(&self.reason).said()
    }
}

/// The recommendations that stand were put in another order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RecommendationsRanked {
    /// All of them, the first in rank first.
    pub order: Vec<RecommendationId>,
}

impl CaseChange for RecommendationsRanked {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        let mut named: Vec<_> = self.order.iter().collect();
        let mut standing: Vec<_> =
            case.standing_recommendations().map(|given| &given.recommendation.id).collect();
        named.sort();
        standing.sort();
        if named == standing { Ok(()) } else { Err(Refusal::RankMismatch) }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Draft
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        // Stable, so that withdrawn ones keep their order behind those that stand.
        let place = |given: &GivenRecommendation| {
            self.order.iter().position(|id| *id == given.recommendation.id).unwrap_or(usize::MAX)
        };
        case.recommendations.sort_by_key(place);
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::ranked(self.order.len()).said()
    }
}

/// The patient was referred to a trial.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Referred {
    /// The referral.
    pub referral: Box<Referral>,
    /// Its first step.
    pub step: ReferralStep,
}

impl CaseChange for Referred {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        let referral = &self.referral;
        referral.findings.iter().try_for_each(|finding| has_finding(case, *finding))?;
        if let Some(id) = &referral.recommendation {
            let known = case.standing_recommendations().any(|given| given.recommendation.id == *id);
            if !known {
                return Err(Refusal::NoRecommendation(id.clone()));
            }
        }
        let used = case.referrals.iter().any(|tracked| tracked.referral.id == referral.id);
        if used { Err(Refusal::Duplicate) } else { Ok(()) }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Draft
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let steps = vec![recorded(&self.step, stamp)];
        case.referrals.push(TrackedReferral { referral: (*self.referral).clone(), steps });
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::referred(&self.referral.trial, self.step.status.label()).said()
    }
}

/// A referral reached another status.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReferralMoved {
    /// Which.
    pub id: ReferralId,
    /// The step.
    pub step: ReferralStep,
}

impl CaseChange for ReferralMoved {
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        let tracked = case.referrals.iter().find(|tracked| tracked.referral.id == self.id);
        let tracked = tracked.ok_or_else(|| Refusal::NoReferral(self.id.clone()))?;
        if tracked.status().is_end() && self.step.reason.is_none() {
            Err(Refusal::ReasonNeeded)
        } else {
            Ok(())
        }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        if let Some(tracked) = case.referrals.iter_mut().find(|tracked| tracked.referral.id == self.id) {
            tracked.steps.push(recorded(&self.step, stamp));
        }
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::referral_moved(self.step.status.label()).said()
    }
}

/// Something that happened outside the panel was recorded: sent, told, submitted, treated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MilestoneRecorded {
    /// What.
    pub milestone: Milestone,
    /// Whether and when.
    pub mark: Mark,
}

impl CaseChange for MilestoneRecorded {
    fn follows_up(&self) -> bool {
        true
    }
    /// What has happened has happened, whatever stands here.
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        Ok(())
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        let (mark, by) = (self.mark.clone(), stamp.by.clone());
        let recorded = RecordedMark { mark, by, at: stamp.at, version: stamp.version };
        case.milestones.insert(self.milestone, recorded);
    }
    fn in_words(&self, _after: &Case) -> Value {
        let what = self.milestone.label();
        let day = self.mark.on.map(|day| format!(" {day}")).unwrap_or_default();
        match self.mark.happened {
            true => happened::milestone(what, day).said(),
            false => happened::milestone_not(what, day).said(),
        }
    }
}

fn recorded(step: &ReferralStep, stamp: &Stamp) -> RecordedStep {
    RecordedStep { step: step.clone(), by: stamp.by.clone(), at: stamp.at }
}
