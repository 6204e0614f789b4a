//! What the coordinator follows: referrals whose next look is due or that wait for an answer, letters that were not sent, and
//! trials whose recruitment was looked up long ago.

use super::{in_order, of_referral, seen};
use crate::clock::day;
use crate::desk::Desk;
use crate::error::{Outcome, internal};
use crate::view::{WorklistRow, WorklistWhat};
use chrono::NaiveDate;
use entaku_domain::case::Case;
use entaku_domain::document::DocumentKind;
use entaku_domain::referral::{ReferralStatus, TrackedReferral};
use entaku_knowledge::trial_words::TrialWords;

pub(crate) fn list(desk: &mut Desk) -> Outcome<Vec<WorklistRow>> {
    let today = day(desk.environment.clock.now());
    let stale_after = TrialWords::shipped().map_err(internal)?.stale_after_days;
    let mut rows = Vec::new();
    for id in desk.session()?.store.cases_with("case.referred")? {
        let Some(case) = seen(desk, &id)? else { continue };
        for tracked in case.referrals.iter().filter(|tracked| !tracked.status().is_end()) {
            rows.extend(of_one(&case, tracked, today, stale_after));
        }
    }
    Ok(in_order(rows))
}

fn of_one(case: &Case, tracked: &TrackedReferral, today: NaiveDate, stale_after: u32) -> Vec<WorklistRow> {
    let status = tracked.status();
    let (since, next_check) =
        tracked.steps.last().map_or((None, None), |last| (Some(last.step.on), last.step.next_check));
    let with = |what, since| WorklistRow {
        due: next_check.map(|day| day.to_string()),
        ..of_referral(case, tracked, what, since)
    };
    let mut rows = Vec::new();
    // What is due now is not told a second time as waiting.
    if next_check.is_some_and(|due| due <= today) {
        rows.push(with(WorklistWhat::CheckDue, since));
    } else if waits_for_answer(status) {
        rows.push(with(WorklistWhat::WaitingForAnswer, since));
    }
    if let Some(decided) = letter_lacks_since(case, tracked) {
        rows.push(of_referral(case, tracked, WorklistWhat::LetterNotSent, Some(decided)));
    }
    let looked_up = tracked.referral.as_of;
    let is_old = looked_up.is_none_or(|day| (today - day).num_days() > i64::from(stale_after));
    if is_old && !is_in_trial(status) {
        rows.push(of_referral(case, tracked, WorklistWhat::RecruitmentStale, looked_up));
    }
    rows
}

/// Somebody else is to answer.
fn waits_for_answer(status: ReferralStatus) -> bool {
    use ReferralStatus::{Asking, Referred, Screening, Waiting};
    matches!(status, Asking | Waiting | Referred | Screening)
}

/// The trial has the patient; whether it takes others does not matter any more.
fn is_in_trial(status: ReferralStatus) -> bool {
    matches!(status, ReferralStatus::Consented | ReferralStatus::Enrolled | ReferralStatus::Started)
}

/// Since when a letter could have gone out and did not: a report stands, and the patient is to be introduced.
fn letter_lacks_since(case: &Case, tracked: &TrackedReferral) -> Option<NaiveDate> {
    use ReferralStatus::{Asking, Recommended, Referred, Waiting};
    let wanted = matches!(tracked.status(), Recommended | Asking | Waiting | Referred);
    let sent = case.issued.iter().any(|issued| {
        issued.document.kind == DocumentKind::Referral
            && issued.document.referral.as_ref() == Some(&tracked.referral.id)
    });
    let report = case.reports.last().filter(|_| wanted && !sent && case.amendment.is_none())?;
    Some(report.at.date_naive())
}
