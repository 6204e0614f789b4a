//! The trial of a referral, and what of its criteria is kept with it.

use super::{Bench, is_named};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::topics::treatment;
use entaku_domain::ids::CaseId;
use entaku_domain::referral::{MatchedCriterion, MatchedTrial};
use entaku_domain::trial::TrialId;
use entaku_words::errors::refer_to_trial;

/// The trial that a patient is referred to, and its criteria as they stand now where the catalogue tells of it and of one arm
/// alone. A number of no known registry is one where the catalogue has it.
pub(crate) fn referred(
    desk: &mut Desk,
    id: &CaseId,
    asked: &str,
    arm: Option<&str>,
    source: Option<&str>,
) -> Outcome<(TrialId, Option<MatchedTrial>)> {
    let mut known = desk.site_knowledge()?.store.trials()?;
    known
        .retain(|known| is_named(&known.trial, asked) && source.is_none_or(|one| known.import.source == one));
    let own = known.iter().find(|known| known.trial.id.trim().eq_ignore_ascii_case(asked.trim()));
    let number = match own.and_then(|known| TrialId::of_catalogue(&known.trial.id).ok()) {
        Some(number) => number,
        None => treatment::trial_id("trial", asked)?,
    };
    if known.is_empty() {
        return Ok((number, None));
    }
    let bench = Bench::of(desk)?;
    // As the person sees it who refers: of what he may not see nothing is written down in his name.
    let case = desk.seen_case(id)?;
    let without = case.without_heredity();
    let (patient, patient_without) = (bench.patient(&case), bench.patient(&without));
    let mut found = Vec::new();
    for known in &known {
        let rows = bench.beside(known, &case, &patient, true);
        let others = bench.beside(known, &without, &patient_without, true);
        for ((view, weighed), (_, other)) in rows.into_iter().zip(others) {
            if arm.is_none() || view.arm.as_deref() == arm {
                found.push((view, MatchedCriterion::all(&weighed, &other)));
            }
        }
    }
    let [(view, criteria)] = found.as_slice() else {
        return match (arm, found.is_empty()) {
            (Some(arm), true) => Err(Problem::at("arm", refer_to_trial::no_arm(asked, arm))),
            _ => Ok((number, None)),
        };
    };
    let matched = MatchedTrial {
        source: view.source.clone(),
        version: view.version.clone(),
        as_of: view.as_of.clone(),
        arm: view.arm.clone(),
        recruitment: view.recruitment_written.clone(),
        state: view.state,
        criteria: criteria.clone(),
    };
    Ok((number, Some(matched)))
}
