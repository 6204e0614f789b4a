//! Recommendations and referrals.

use crate::clock::day;
use crate::convert::date;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use entaku_domain::ids::RecommendationId;
use entaku_domain::trial::TrialId;
use entaku_words::errors::{common, treatment};

pub(crate) fn trial_id(field: &str, value: &str) -> Outcome<TrialId> {
    TrialId::parse(value).map_err(|error| Problem::at(field, treatment::no_trial_number(value, error)))
}

pub(crate) fn recommendation_id(field: &str, value: &str) -> Outcome<RecommendationId> {
    RecommendationId::parse(value)
        .map_err(|error| Problem::at(field, treatment::no_recommendation_id(error.found)))
}

/// A day of a step: today when left out, never in the future.
pub(crate) fn step_day(desk: &Desk, value: Option<&str>) -> Outcome<chrono::NaiveDate> {
    let today = day(desk.environment.clock.now());
    let on = date("on", value)?.unwrap_or(today);
    if on > today {
        return Err(Problem::at("on", common::FUTURE_DAY));
    }
    Ok(on)
}
