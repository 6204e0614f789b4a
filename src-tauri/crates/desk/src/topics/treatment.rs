//! Recommendations and referrals.

use crate::clock::day;
use crate::convert::date;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use entaku_domain::ids::RecommendationId;
use entaku_domain::trial::TrialId;
use entaku_words::errors::common;

pub(crate) fn trial_id(field: &str, value: &str) -> Outcome<TrialId> {
    TrialId::parse(value).map_err(|error| {
        Problem::field(
            field,
            format!("「{value}」は試験番号として読み取れません。jRCTs031190104、NCT02576665、UMIN000012345 などの形で入力してください。"),
            error.to_string(),
        )
    })
}

pub(crate) fn recommendation_id(field: &str, value: &str) -> Outcome<RecommendationId> {
    RecommendationId::parse(value)
        .map_err(|error| Problem::field(field, "推奨の識別子が正しくありません。", error.to_string()))
}

/// A day of a step: today when left out, never in the future.
pub(crate) fn step_day(desk: &Desk, value: Option<&str>) -> Outcome<chrono::NaiveDate> {
    let today = day(desk.environment.clock.now());
    let on = date("on", value)?.unwrap_or(today);
    if on > today {
        return Err(Problem::at("on", common::A_DAY_IN_THE_FUTURE_CANNOT));
    }
    Ok(on)
}
