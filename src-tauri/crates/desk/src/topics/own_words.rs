//! Where people's own words stand in the documents of a case.

use super::composing::{draft_of, ground};
use crate::desk::Desk;
use crate::error::Outcome;
use entaku_domain::case::{Case, draft_names_withheld, says};
use entaku_domain::document::{CaseMinutes, CompanionState, LetterContent, PatientContent};
use entaku_domain::explanation::Explanation;
use entaku_domain::gap::Gap;
use entaku_domain::report::ReportContent;

/// What the words of a case would tell on its report as it stands.
pub(crate) fn gaps_of_case(desk: &Desk, case: &Case) -> Outcome<Vec<Gap>> {
    draft_names_withheld(desk.session()?.office.heredity_words(), case, || draft_of(desk, case))
}

/// Whether a text stands in a document of the case as it would be made now: report, explanation, letters, or the minutes of
/// a meeting that has the case on its agenda.
pub(crate) fn stands(desk: &Desk, case: &Case, draft: &ReportContent, words: &str) -> Outcome<bool> {
    let ground = ground(desk, case)?;
    if says(draft, words)? || says(&ground, words)? {
        return Ok(true);
    }
    let nothing = Explanation::default();
    let written = case.explanation.as_ref().map_or(&nothing, |written| &written.explanation);
    let told = PatientContent::compose(&ground, written, CompanionState::Draft);
    if says(&told, words)? {
        return Ok(true);
    }
    for tracked in &ground.referrals {
        let letter = LetterContent::compose(&ground, &tracked.referral.id, CompanionState::Draft);
        if let Some(letter) = letter
            && says(&letter, words)?
        {
            return Ok(true);
        }
    }
    let now = desk.environment.clock.now();
    for meeting in desk.session()?.store.meetings()? {
        // The list knows plan and end alone, the agenda changes in between.
        let meeting = desk.meeting(&meeting.id.to_string())?;
        let on_agenda = meeting.agenda.iter().any(|item| item.case == case.id);
        let minutes = || CaseMinutes::of(&meeting, &case.id, &ground, now);
        if on_agenda && says(&minutes(), words)? {
            return Ok(true);
        }
    }
    Ok(false)
}
