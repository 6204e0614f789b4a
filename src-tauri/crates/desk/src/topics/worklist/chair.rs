//! What the chair's panel has not spoken of yet: cases whose report is open and that have trials with something met and nothing
//! against them, to which nobody referred the patient.

use super::{id_of, in_order, row, rows_of, seen};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::topics::trials::{Bench, asked_trials};
use crate::view::{WorklistRow, WorklistWhat};
use entaku_domain::case::CaseStatus;
use entaku_domain::trial::TrialId;
use std::collections::BTreeSet;

const OPEN: [CaseStatus; 4] =
    [CaseStatus::Received, CaseStatus::InReview, CaseStatus::Decided, CaseStatus::Amending];

pub(crate) fn list(desk: &mut Desk) -> Outcome<Vec<WorklistRow>> {
    let trials = asked_trials(desk, None)?;
    if trials.is_empty() {
        return Ok(Vec::new());
    }
    let bench = Bench::of(desk)?;
    let mut rows = Vec::new();
    for listed in rows_of(desk, &OPEN)? {
        let Some(case) = seen(desk, &id_of(&listed)?)? else { continue };
        let patient = bench.patient(&case);
        let spoken_of = |id: &str| {
            let id = TrialId::parse(id).ok();
            case.referrals.iter().any(|tracked| Some(&tracked.referral.trial) == id.as_ref())
        };
        let mut open: BTreeSet<String> = BTreeSet::new();
        for known in trials.iter().filter(|known| !spoken_of(&known.trial.id)) {
            let arms = bench.beside(known, &case, &patient, false);
            if arms.iter().any(|(view, _)| view.not_met == 0 && view.met > 0) {
                open.insert(known.trial.id.clone());
            }
        }
        if !open.is_empty() {
            let since = case.received_on;
            let row = row(&case, WorklistWhat::MatchesNotDiscussed, since);
            rows.push(WorklistRow { trials: open.into_iter().collect(), ..row });
        }
    }
    Ok(in_order(rows))
}
