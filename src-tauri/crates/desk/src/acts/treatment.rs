//! Recommendations and referrals.

use super::{case_id, fresh};
use crate::clock::day;
use crate::convert::{date, finding_ids, from_code, grade, optional_text, text, texts};
use crate::desk::{Desk, new_uuid};
use crate::error::{Outcome, Problem, internal};
use crate::view::{
    AddRecommendation, CaseView, MoveReferral, RankRecommendations, ReferToTrial, WithdrawRecommendation,
};
use entaku_domain::event::CaseEvent;
use entaku_domain::ids::{RecommendationId, ReferralId};
use entaku_domain::recommendation::{Advice, Recommendation};
use entaku_domain::referral::{Referral, ReferralStatus, ReferralStep};
use entaku_domain::trial::TrialId;

fn trial_id(field: &str, value: &str) -> Outcome<TrialId> {
    TrialId::parse(value).map_err(|error| {
        Problem::field(
            field,
            format!("「{value}」は試験番号として読み取れません。jRCTs031190104、NCT02576665、UMIN000012345 などの形で入力してください。"),
            error.to_string(),
        )
    })
}

fn recommendation_id(field: &str, value: &str) -> Outcome<RecommendationId> {
    RecommendationId::parse(value)
        .map_err(|error| Problem::field(field, "推奨の識別子が正しくありません。", error.to_string()))
}

pub(crate) fn add_recommendation(desk: &mut Desk, args: AddRecommendation) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let now = desk.environment.clock.now();
    let advice = match args.kind.as_str() {
        "treatment" => {
            let drugs = texts("drugs", args.drugs)?;
            if drugs.is_empty() {
                return Err(Problem::field("drugs", "薬剤を入力してください。", "Name at least one drug."));
            }
            let route = args.route.as_deref().filter(|route| !route.is_empty());
            Advice::Treatment {
                drugs,
                route: from_code(
                    "route",
                    route.ok_or_else(|| {
                        Problem::field("route", "到達経路を選んでください。", "Choose the access route.")
                    })?,
                )?,
                evidence: grade(
                    &desk.knowledge,
                    "evidenceLevel",
                    args.evidence_scale.as_deref(),
                    args.evidence_level.as_deref(),
                )?,
                trial: args
                    .trial
                    .as_deref()
                    .filter(|trial| !trial.trim().is_empty())
                    .map(|trial| trial_id("trial", trial))
                    .transpose()?,
            }
        }
        "further" => {
            let kind = args.further.as_deref().filter(|code| !code.is_empty());
            Advice::Further {
                kind: kind.map(|code| from_code("further", code)).transpose()?.unwrap_or_default(),
                step: text("text", args.text.as_deref().unwrap_or_default())?,
            }
        }
        "nothing" => Advice::Nothing { reason: text("text", args.text.as_deref().unwrap_or_default())? },
        other => {
            return Err(Problem::field(
                "kind",
                format!("「{other}」は treatment、further、nothing のいずれでもありません。"),
                format!("“{other}” is none of treatment, further, nothing."),
            ));
        }
    };
    let recommendation = Recommendation {
        id: RecommendationId::parse(&new_uuid(now)).map_err(internal)?,
        findings: finding_ids("findings", &args.findings.unwrap_or_default())?,
        advice,
        rationale: optional_text("rationale", args.rationale.as_deref())?,
    };
    desk.transact(
        &id,
        args.expected_version,
        CaseEvent::Recommended { recommendation: Box::new(recommendation) },
    )?;
    fresh(desk, &id)
}

pub(crate) fn withdraw_recommendation(desk: &mut Desk, args: WithdrawRecommendation) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let what = CaseEvent::RecommendationWithdrawn {
        id: recommendation_id("recommendationId", &args.recommendation_id)?,
        reason: text("reason", &args.reason)?,
    };
    desk.transact(&id, args.expected_version, what)?;
    fresh(desk, &id)
}

pub(crate) fn rank_recommendations(desk: &mut Desk, args: RankRecommendations) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let order = args.order.iter().map(|one| recommendation_id("order", one)).collect::<Outcome<Vec<_>>>()?;
    desk.transact(&id, args.expected_version, CaseEvent::RecommendationsRanked { order })?;
    fresh(desk, &id)
}

/// A day of a step: today when left out, never in the future.
fn step_day(desk: &Desk, value: Option<&str>) -> Outcome<chrono::NaiveDate> {
    let today = day(desk.environment.clock.now());
    let on = date("on", value)?.unwrap_or(today);
    if on > today {
        return Err(Problem::field(
            "on",
            "将来の日付は記録できません。",
            "A day in the future cannot be recorded.",
        ));
    }
    Ok(on)
}

pub(crate) fn refer_to_trial(desk: &mut Desk, args: ReferToTrial) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let now = desk.environment.clock.now();
    let recommendation = args.recommendation_id.as_deref().filter(|id| !id.is_empty());
    let referral = Referral {
        id: ReferralId::parse(&new_uuid(now)).map_err(internal)?,
        recommendation: recommendation.map(|id| recommendation_id("recommendationId", id)).transpose()?,
        findings: finding_ids("findings", &args.findings.unwrap_or_default())?,
        trial: trial_id("trial", &args.trial)?,
        title: optional_text("title", args.title.as_deref())?,
        phase: optional_text("phase", args.phase.as_deref())?,
        drugs: texts("drugs", args.drugs)?,
        site: optional_text("site", args.site.as_deref())?,
        contact: optional_text("contact", args.contact.as_deref())?,
        evidence: grade(
            &desk.knowledge,
            "evidenceLevel",
            args.evidence_scale.as_deref(),
            args.evidence_level.as_deref(),
        )?,
        as_of: date("asOf", args.as_of.as_deref())?,
        eligibility: optional_text("eligibility", args.eligibility.as_deref())?,
    };
    let status = args.status.as_deref().filter(|status| !status.is_empty());
    let step = ReferralStep {
        status: status.map_or(Ok(ReferralStatus::Candidate), |status| from_code("status", status))?,
        on: step_day(desk, args.on.as_deref())?,
        reason: None,
        next_check: date("nextCheck", args.next_check.as_deref())?,
    };
    desk.transact(&id, args.expected_version, CaseEvent::Referred { referral: Box::new(referral), step })?;
    fresh(desk, &id)
}

pub(crate) fn move_referral(desk: &mut Desk, args: MoveReferral) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let referral = ReferralId::parse(&args.referral_id).map_err(|error| {
        Problem::field("referralId", "治験紹介の識別子が正しくありません。", error.to_string())
    })?;
    let step = ReferralStep {
        status: from_code("status", &args.status)?,
        on: step_day(desk, args.on.as_deref())?,
        reason: optional_text("reason", args.reason.as_deref())?,
        next_check: date("nextCheck", args.next_check.as_deref())?,
    };
    desk.transact(&id, args.expected_version, CaseEvent::ReferralMoved { id: referral, step })?;
    fresh(desk, &id)
}
