//! Adding up what was chosen. Nothing is corrected silently: what cannot be counted is named.

use super::{Criterion, Exclusion, Scheme, Strength};
use crate::certainty::Certainty;
use crate::label::Label;

/// A criterion as a person chose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenCriterion {
    /// Code.
    pub code: String,
    /// Strength given to it; the scheme's own when left out.
    pub strength: Option<Strength>,
}

/// A criterion that was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Code.
    pub code: String,
    /// Strength.
    pub strength: Strength,
    /// Whether that is not the scheme's own.
    pub adjusted: bool,
    /// Points.
    pub points: i32,
}

/// A chosen pair that is not counted together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excluded {
    /// One.
    pub first: String,
    /// The other.
    pub second: String,
    /// Why.
    pub reason: Label,
    /// How sure that rule is.
    pub certainty: Certainty,
}

/// A criterion that cannot be added to what is chosen now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barred {
    /// Its code.
    pub code: String,
    /// The chosen criterion that excludes it.
    pub by: String,
    /// Why.
    pub reason: Label,
}

/// A strength that the scheme does not offer for a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotOffered {
    /// Code.
    pub code: String,
    /// Strength asked for.
    pub strength: Strength,
    /// Strengths it can have.
    pub offered: Vec<Strength>,
}

/// What a choice adds up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evaluation {
    /// Points of all that was counted.
    pub points: i32,
    /// Class code that the scheme suggests; none where nothing was counted, or where the choice is refused.
    pub suggested: Option<String>,
    /// The criterion that settles the class by itself.
    pub stand_alone: Option<String>,
    /// What was counted, in the order of the scheme.
    pub counted: Vec<Counted>,
    /// Chosen pairs that exclude each other.
    pub excluded: Vec<Excluded>,
    /// Codes the scheme does not have.
    pub unknown: Vec<String>,
    /// Codes chosen more than once.
    pub repeated: Vec<String>,
    /// Strengths the scheme does not offer.
    pub not_offered: Vec<NotOffered>,
    /// What cannot be added now.
    pub barred: Vec<Barred>,
}

impl Evaluation {
    /// Whether the choice may stand.
    pub fn is_accepted(&self) -> bool {
        self.excluded.is_empty()
            && self.unknown.is_empty()
            && self.repeated.is_empty()
            && self.not_offered.is_empty()
    }
}

/// Adds up a choice. A choice that breaks a rule of the scheme gets no suggestion: which of two criteria to keep is a
/// person's judgement.
pub fn evaluate(scheme: &Scheme, chosen: &[ChosenCriterion]) -> Evaluation {
    let mut evaluation = Evaluation::default();
    for (index, choice) in chosen.iter().enumerate() {
        let seen = chosen.iter().take(index).any(|earlier| earlier.code == choice.code);
        if scheme.criterion(&choice.code).is_none() {
            evaluation.unknown.push(choice.code.clone());
        } else if seen {
            evaluation.repeated.push(choice.code.clone());
        }
    }
    for criterion in &scheme.criteria {
        if let Some(choice) = chosen.iter().find(|choice| choice.code == criterion.code) {
            count(scheme, criterion, choice.strength, &mut evaluation);
        }
    }
    let is_chosen = |code: &str| chosen.iter().any(|choice| choice.code == code);
    for exclusion in &scheme.exclusions {
        let (first, second) = &exclusion.codes;
        match (is_chosen(first), is_chosen(second)) {
            (true, true) => evaluation.excluded.push(excluded(exclusion)),
            (true, false) => evaluation.barred.push(barred(second, first, exclusion)),
            (false, true) => evaluation.barred.push(barred(first, second, exclusion)),
            (false, false) => {}
        }
    }
    if evaluation.is_accepted() && !evaluation.counted.is_empty() {
        evaluation.suggested = match &evaluation.stand_alone {
            Some(_) => scheme.stand_alone_class.clone(),
            None => scheme.class_of(evaluation.points).map(ToOwned::to_owned),
        };
    }
    evaluation
}

fn count(scheme: &Scheme, criterion: &Criterion, asked: Option<Strength>, evaluation: &mut Evaluation) {
    let strength = asked.unwrap_or(criterion.strength);
    let adjusted = strength != criterion.strength;
    if adjusted && !criterion.adjustable.contains(&strength) {
        let offered = std::iter::once(criterion.strength).chain(criterion.adjustable.iter().copied());
        evaluation.not_offered.push(NotOffered {
            code: criterion.code.clone(),
            strength,
            offered: offered.collect(),
        });
        return;
    }
    let points = scheme.points_of(criterion, strength);
    evaluation.points = evaluation.points.saturating_add(points);
    if strength == Strength::StandAlone {
        evaluation.stand_alone = Some(criterion.code.clone());
    }
    evaluation.counted.push(Counted { code: criterion.code.clone(), strength, adjusted, points });
}

fn excluded(exclusion: &Exclusion) -> Excluded {
    let (first, second) = exclusion.codes.clone();
    Excluded { first, second, reason: exclusion.reason.clone(), certainty: exclusion.certainty }
}

fn barred(code: &str, by: &str, exclusion: &Exclusion) -> Barred {
    Barred { code: code.to_owned(), by: by.to_owned(), reason: exclusion.reason.clone() }
}
