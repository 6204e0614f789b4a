//! Words for people who are not in medicine: access routes, insurance, and the sentences that are proposed to whoever
//! writes a patient's explanation. Proposed, and printed by themselves only for the markers of which every patient is told:
//! a person takes, changes or leaves them.

mod finding;
mod whole;

pub use finding::propose_finding;
pub(crate) use finding::{is_change, is_high_or_unsettled, kind_in_words};
pub use whole::{propose_next_steps, propose_overall};

use super::{Word, Worded};
use crate::finding::FindingKind;
use crate::label::Label;
use crate::recommendation::{AccessRoute, Advice, FurtherKind};
use crate::text::Text;
use entaku_words::paper::told;

/// Whether the public insurance pays.
pub fn insured(route: AccessRoute) -> Word {
    match route {
        AccessRoute::Insurance => told::INSURED,
        AccessRoute::InsuranceConditional => told::INSURED_CONDITIONAL,
        AccessRoute::SponsorTrial | AccessRoute::InvestigatorTrial | AccessRoute::SpecifiedTrial => {
            told::INSURED_TRIAL
        }
        AccessRoute::ExpandedAccess => told::INSURED_EXPANDED,
        AccessRoute::AdvancedMedicalCare | AccessRoute::PatientProposed => told::INSURED_PARTLY,
        AccessRoute::OffLabel => told::INSURED_NOT,
        AccessRoute::Abroad => told::INSURED_ABROAD,
        AccessRoute::None => told::INSURED_UNKNOWN,
    }
}

/// What kind of study a route leads to; none where it leads to none.
pub fn study(route: AccessRoute) -> Option<Word> {
    match route {
        AccessRoute::SponsorTrial | AccessRoute::InvestigatorTrial => Some(told::STUDY_TRIAL),
        AccessRoute::ExpandedAccess => Some(told::STUDY_EXPANDED),
        AccessRoute::SpecifiedTrial | AccessRoute::PatientProposed => Some(told::STUDY_CLINICAL),
        AccessRoute::AdvancedMedicalCare => Some(told::STUDY_ADVANCED),
        AccessRoute::Insurance
        | AccessRoute::InsuranceConditional
        | AccessRoute::OffLabel
        | AccessRoute::Abroad
        | AccessRoute::None => None,
    }
}

/// How a treatment can be had, in a sentence.
pub fn route(route: AccessRoute) -> Word {
    match route {
        AccessRoute::Insurance => told::INSURANCE,
        AccessRoute::InsuranceConditional => told::INSURANCE_CONDITIONAL,
        AccessRoute::SponsorTrial | AccessRoute::InvestigatorTrial => told::TRIAL,
        AccessRoute::ExpandedAccess => told::EXPANDED,
        AccessRoute::SpecifiedTrial => told::STUDY,
        AccessRoute::AdvancedMedicalCare => told::ADVANCED,
        AccessRoute::PatientProposed => told::PATIENT_PROPOSED,
        AccessRoute::OffLabel => told::OFF_LABEL,
        AccessRoute::Abroad => told::ABROAD,
        AccessRoute::None => told::NO_ROUTE,
    }
}

/// A sentence proposed for a recommendation.
pub fn propose_advice(advice: &Advice) -> Label {
    match advice {
        Advice::Treatment { drugs, .. } if advice.is_of_resistance() => {
            told::works_less(drugs.iter().map(Text::as_str)).to_label()
        }
        Advice::Treatment { drugs, route: way, .. } => {
            told::treatment(drugs.iter().map(Text::as_str), route(*way)).to_label()
        }
        Advice::Considered { drugs, .. } => told::not_advised(drugs.iter().map(Text::as_str)).to_label(),
        Advice::Further { kind: FurtherKind::AdditionalTest, step } => {
            told::further_test(aside(step)).to_label()
        }
        Advice::Further { kind: FurtherKind::Rebiopsy, step } => told::rebiopsy(aside(step)).to_label(),
        Advice::Further { kind: FurtherKind::GermlineFollowUp, .. } => told::GERMLINE_FOLLOW_UP.to_label(),
        Advice::Further { kind: FurtherKind::Other, step } => step_as_written(step.as_str()),
        Advice::Nothing { .. } => told::NOTHING.to_label(),
    }
}

/// A step that a person wrote, in the language in which it was written; in the other only a person can say it.
fn step_as_written(step: &str) -> Label {
    let whole = match ends_sentence(step) {
        true => Label::new(step, step),
        false => told::advised(step).to_label(),
    };
    match is_japanese(step) {
        true => Label::new(whole.ja, ""),
        false => Label::new("", whole.en),
    }
}

/// A step in brackets, in the language in which it is written; a whole sentence stands in none.
fn aside(step: &Text) -> Label {
    let step = step.as_str();
    let Label { ja, en } = told::aside(step).to_label();
    match (ends_sentence(step), is_japanese(step)) {
        (true, _) => Label::new("", ""),
        (false, true) => Label::new(ja, ""),
        (false, false) => Label::new("", en),
    }
}

fn is_japanese(words: &str) -> bool {
    words.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'))
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end().ends_with(['。', '.', '！', '!', '？', '?'])
}

/// A kind of finding in plain words.
pub fn kind(kind: FindingKind) -> Word {
    match kind {
        FindingKind::ShortVariant => told::SHORT_VARIANT,
        FindingKind::CopyNumber => told::COPY_NUMBER,
        FindingKind::Rearrangement => told::REARRANGEMENT,
        FindingKind::Biomarker => told::BIOMARKER,
        other => other.label(),
    }
}

#[cfg(test)]
mod tests;
