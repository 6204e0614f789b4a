//! A trial's criteria beside a patient, in three values (Kleene): met, not met, unknown. What is not recorded is unknown,
//! and nothing is met by default. Owns the logic of AND, OR, NOT and "at least", and the rows that people read; no IO.
//!
//! The rows are joined by AND: the trial is as they say together.

mod alteration;
mod clinical;

#[cfg(test)]
mod tests;

use super::criterion::{Ask, Criterion, Leaf, Subject};
use super::patient::TrialPatient;
use super::tick::{AskedCriterion, Ticked, TicksOfTrial};
use super::tumour::TumourNames;
use super::why::Why;
use crate::evidence::GeneNames;
use crate::evidence::disease::OncoTree;
use crate::omission::ConditionState;
use crate::recommendation::DrugNames;
use crate::words::Worded;
use entaku_words::Language;
use entaku_words::answers::trial_criterion;
use std::collections::HashMap;

/// What weighing rests on beside the trial and the patient.
#[derive(Debug, Clone, Copy)]
pub struct TrialGround<'g> {
    /// OncoTree.
    pub tree: &'g OncoTree,
    /// Names of tumours in it.
    pub tumour_names: &'g TumourNames,
    /// Names of genes.
    pub names: &'g GeneNames,
    /// How states of the disease belong together.
    pub statuses: &'g DiseaseStatuses,
    /// Names of drugs.
    pub drugs: &'g DrugNames,
    /// What people said of criteria that no field answers.
    pub ticks: TicksOfTrial<'g>,
}

/// Which states of a disease say that another is so, or that it is not. Names in lower case.
#[derive(Debug, Clone, Default)]
pub struct DiseaseStatuses {
    /// The states that are told apart.
    pub known: Vec<String>,
    /// From a state to those that it includes: what is metastatic is advanced.
    pub implies: HashMap<String, Vec<String>>,
    /// States that exclude each other, each pair once.
    pub excludes: Vec<(String, String)>,
}

/// A trial's criteria as they stand for a patient.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// All together.
    pub state: ConditionState,
    /// One by one.
    pub rows: Vec<Row>,
}

/// A criterion as it stands for a patient.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it asks.
    pub text: RowText,
    /// How it stands.
    pub state: ConditionState,
    /// Why.
    pub why: Why,
    /// Whether "not met" may be otherwise at another time: age from below, treatment yet to come, the state of the disease.
    /// False for everything that is met or unknown.
    pub can_change: bool,
    /// What a person said of it, where the record does not settle it.
    pub ticked: Option<Ticked>,
    /// The parts of a group.
    pub parts: Vec<Row>,
}

/// The text of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowText {
    /// A question.
    Leaf {
        /// What it is about.
        subject: Subject,
        /// As the source writes it.
        written: String,
        /// Whether the source denies it outside of the text.
        denied: bool,
    },
    /// All of the parts.
    All,
    /// One of the parts.
    Any,
    /// So many of the parts.
    AtLeast(usize),
    /// Readings of one text.
    Readings,
}

impl Row {
    /// The question of a row that is one, and no group.
    pub fn asked(&self) -> Option<AskedCriterion> {
        let RowText::Leaf { subject, written, denied } = &self.text else { return None };
        Some(AskedCriterion { subject: *subject, written: written.clone(), denied: *denied })
    }

    /// Whether a person may say how it stands: the record does not settle it.
    pub fn is_for_a_person(&self) -> bool {
        self.parts.is_empty() && (self.ticked.is_some() || self.state == ConditionState::Unknown)
    }

    /// The text in a language, parts included.
    pub fn said(&self, language: Language) -> String {
        let parts = || self.parts.iter().map(|part| part.said(language)).collect::<Vec<_>>();
        match &self.text {
            RowText::Leaf { subject, written, denied } => {
                let text = trial_criterion::leaf(subject.label(), written);
                match denied {
                    true => trial_criterion::denied(text.get(language)).get(language),
                    false => text.get(language),
                }
            }
            RowText::All => format!("({})", parts().join(" & ")),
            RowText::Any => format!("({})", parts().join(" | ")),
            RowText::AtLeast(count) => {
                let count = i64::try_from(*count).unwrap_or(i64::MAX);
                trial_criterion::at_least(count, parts().join("; ")).get(language)
            }
            RowText::Readings => trial_criterion::readings(parts().join("; ")).get(language),
        }
    }
}

/// Weighs a trial's criteria. Where there are none, nothing is known of it.
pub fn weigh(criterion: &Criterion, patient: &TrialPatient, ground: &TrialGround<'_>) -> Weighed {
    let mut rows = Vec::new();
    spread(node(criterion, false, patient, ground), &mut rows);
    let state = match rows.is_empty() {
        true => ConditionState::Unknown,
        false => rows.iter().map(|row| row.state).fold(ConditionState::Met, ConditionState::and),
    };
    Weighed { state, rows }
}

/// Whatever all of the rows must be stands beside the others.
fn spread(row: Row, rows: &mut Vec<Row>) {
    match row.text {
        RowText::All => row.parts.into_iter().for_each(|part| spread(part, rows)),
        _ => rows.push(row),
    }
}

/// Weighs one node; `denied` is what a NOT above it asks for. De Morgan's rules hold in three values too, so that a denial
/// comes down to the questions and each row says what must be so.
fn node(criterion: &Criterion, denied: bool, patient: &TrialPatient, ground: &TrialGround<'_>) -> Row {
    let parts =
        |of: &[Criterion]| of.iter().map(|one| node(one, denied, patient, ground)).collect::<Vec<_>>();
    match criterion {
        Criterion::Leaf(one) => leaf(one, denied, patient, ground),
        Criterion::Not(one) => node(one, !denied, patient, ground),
        Criterion::All(of) if denied => group(RowText::Any, 1, parts(of)),
        Criterion::All(of) => group(RowText::All, of.len(), parts(of)),
        Criterion::Any(of) if denied => group(RowText::All, of.len(), parts(of)),
        Criterion::Any(of) => group(RowText::Any, 1, parts(of)),
        // Fewer than `count` of them hold where at least the others do not.
        Criterion::AtLeast { count, of } => {
            let needed = if denied { (of.len() + 1).saturating_sub(*count) } else { *count };
            group(RowText::AtLeast(needed), needed, parts(of))
        }
        Criterion::AnyOrAll(of) => readings(parts(of), true),
        Criterion::Unclear(of) => readings(parts(of), false),
    }
}

/// Readings of one text: as all of them say, or unknown. Where it is not told whether one of the parts is enough or all are
/// needed, the parts tell it as well: both readings agree where all parts do.
fn readings(parts: Vec<Row>, parts_apart: bool) -> Row {
    let mut states = parts.iter().map(|part| part.state);
    let first = states.next().unwrap_or(ConditionState::Unknown);
    let state = if states.all(|state| state == first) { first } else { ConditionState::Unknown };
    let can_change = state == ConditionState::NotMet
        && if parts_apart {
            parts.iter().all(|part| part.can_change)
        } else {
            parts.iter().any(|part| part.can_change)
        };
    let why = match parts.first() {
        Some(part) if state != ConditionState::Unknown => part.why.clone(),
        _ => Why::Readings,
    };
    Row { text: RowText::Readings, state, why, can_change, ticked: None, parts }
}

/// A group of which `needed` parts must hold. A group without parts asks for something that was not written down.
fn group(text: RowText, needed: usize, mut parts: Vec<Row>) -> Row {
    // A group of one is that one.
    if let (RowText::All | RowText::Any, 1) = (&text, parts.len())
        && let Some(one) = parts.pop()
    {
        return one;
    }
    let count = |state: ConditionState| parts.iter().filter(|part| part.state == state).count();
    let (met, not_met, unknown) =
        (count(ConditionState::Met), count(ConditionState::NotMet), count(ConditionState::Unknown));
    let state = if parts.is_empty() {
        ConditionState::Unknown
    } else if met >= needed {
        ConditionState::Met
    } else if met + unknown < needed {
        ConditionState::NotMet
    } else {
        ConditionState::Unknown
    };
    let changing = parts.iter().filter(|part| part.can_change).count();
    let can_change = state == ConditionState::NotMet && met + unknown + changing >= needed;
    let why = match (&text, state) {
        _ if parts.is_empty() => Why::NotUnderstood,
        (RowText::Any, ConditionState::Met) => Why::OneHolds(met),
        _ => Why::Counted { needed, met, not_met, unknown },
    };
    Row { text, state, why, can_change, ticked: None, parts }
}

fn leaf(leaf: &Leaf, denied: bool, patient: &TrialPatient, ground: &TrialGround<'_>) -> Row {
    let (state, why, may_change) = match &leaf.ask {
        Ask::Alteration(asked) => {
            let (state, why) = alteration::weigh(asked, patient, ground);
            (state, why, false)
        }
        ask => clinical::weigh(ask, patient, ground),
    };
    let against = leaf.negated != denied;
    // What a trial names without restricting it is not turned into a restriction by denying it.
    let state = match leaf.ask {
        Ask::Unrestricted(_) if against => ConditionState::Unknown,
        _ if against => !state,
        _ => state,
    };
    let why = match why {
        Why::Unrestricted if against => Why::NotUnderstood,
        why => why,
    };
    let can_change =
        state == ConditionState::NotMet && if against { clinical::passes(&leaf.ask) } else { may_change };
    let asked = AskedCriterion { subject: leaf.ask.subject(), written: leaf.written.clone(), denied };
    // What the record settles is so, whatever was said before it did.
    let ticked = (state == ConditionState::Unknown).then(|| ground.ticks.of(&asked)).flatten();
    let (state, why) = match &ticked {
        Some(Ticked { given, of_another_version: false }) => (given.tick.state, Why::Ticked),
        Some(Ticked { given, of_another_version: true }) => {
            (state, Why::TickedOfAnotherVersion(given.tick.version.clone()))
        }
        None => (state, why),
    };
    let text = RowText::Leaf { subject: asked.subject, written: asked.written, denied };
    Row { text, state, why, can_change, ticked, parts: Vec::new() }
}
