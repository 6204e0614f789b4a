//! The attending doctor's own patients: those whose record names the member who is signed in, with where each case stands, and their
//! referrals that go on.

use super::{id_of, in_order, of_referral, row, rows_of, seen};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::view::{WorklistRow, WorklistWhat};
use entaku_domain::case::CaseStatus;
use entaku_domain::text::half_width;

pub(crate) fn list(desk: &mut Desk) -> Outcome<Vec<WorklistRow>> {
    let me = plain(desk.session()?.member.name.as_str());
    let mut rows = Vec::new();
    for listed in rows_of(desk, &[])? {
        let Some(case) = seen(desk, &id_of(&listed)?)? else { continue };
        let attending = case.details.clinical.attending.as_ref();
        if attending.is_none_or(|name| plain(name.as_str()) != me) {
            continue;
        }
        let what = match case.status() {
            CaseStatus::Finalised => Some(WorklistWhat::ToExplain),
            CaseStatus::Explained => Some(WorklistWhat::ToFollowUp),
            CaseStatus::FollowedUp => None,
            _ => Some(WorklistWhat::AwaitingPanel),
        };
        let since = match case.status() {
            CaseStatus::Finalised => case.reports.last().map(|report| report.at.date_naive()),
            _ => case.received_on,
        };
        rows.extend(what.map(|what| row(&case, what, since)));
        for tracked in case.referrals.iter().filter(|tracked| !tracked.status().is_end()) {
            let last = tracked.steps.last();
            rows.push(WorklistRow {
                due: last.and_then(|last| last.step.next_check).map(|day| day.to_string()),
                ..of_referral(&case, tracked, WorklistWhat::ReferralGoesOn, last.map(|last| last.step.on))
            });
        }
    }
    Ok(in_order(rows))
}

/// Names are written with and without spaces, in full and half width.
fn plain(name: &str) -> String {
    half_width(name).chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase()
}
