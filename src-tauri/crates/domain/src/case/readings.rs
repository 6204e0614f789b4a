//! How a finding reads: which consequence speaks for it, and whether the later reading of its record stands.

use super::Case;
use crate::finding::{Alteration, DraftFinding, Finding, PersonsChoice, TranscriptEffect};
use crate::ids::FindingId;
use crate::refusal::Refusal;

/// Moves the consequence that a person chose to the front; the others keep their order.
pub(super) fn choose(finding: &mut Finding, consequence: &TranscriptEffect, choice: PersonsChoice) {
    if finding.read.alteration.let_speak(consequence) {
        finding.choice = Some(choice);
    }
}

/// Puts a later reading in the place of the earlier one. A choice of a person was made among the earlier consequences; where
/// the later ones hold it too it goes on.
pub(super) fn take(finding: &mut Finding, source: usize, read: &DraftFinding) {
    if finding.source != Some(source) {
        if let Some(further) = finding.further.iter_mut().find(|further| further.source == source) {
            further.read = read.clone();
        }
        return;
    }
    let chosen = match &finding.read.alteration {
        Alteration::ShortVariant(variant) => variant.chosen().cloned(),
        _ => None,
    };
    finding.read = read.clone();
    if let (Some(choice), Some(chosen)) = (finding.choice.take(), chosen) {
        choose(finding, &chosen, choice);
    }
}

pub(super) fn may_choose(case: &Case, id: FindingId, consequence: &TranscriptEffect) -> Result<(), Refusal> {
    let effects = match case.finding(id).map(|finding| &finding.read.alteration) {
        Some(Alteration::ShortVariant(variant)) => variant.transcripts.as_slice(),
        _ => &[],
    };
    match effects.iter().position(|effect| effect.is_same_consequence(consequence)) {
        None => Err(Refusal::NoConsequence(id)),
        Some(0) => Err(Refusal::ChosenAlready(id)),
        Some(_) => Ok(()),
    }
}

pub(super) fn may_decide(
    case: &Case,
    id: FindingId,
    source: usize,
    taken: Option<&DraftFinding>,
) -> Result<(), Refusal> {
    let finding = case.finding(id).ok_or(Refusal::NoFinding(id))?;
    let own = (finding.source == Some(source)).then_some(&finding.read);
    let further = || finding.further.iter().find(|further| further.source == source).map(|found| &found.read);
    let earlier = own.or_else(further).ok_or(Refusal::NoFinding(id))?;
    let fits = taken.is_none_or(|later| {
        later.item == earlier.item
            && later.alteration.kind() == earlier.alteration.kind()
            && later.origin.is_germline() == earlier.origin.is_germline()
    });
    if fits { Ok(()) } else { Err(Refusal::AnotherFinding(id)) }
}
