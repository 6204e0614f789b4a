//! What the omission of the panel (EP省略) rests on: facts of a case as people state them, and what a rule may ask of
//! them. Three-valued throughout, for what nobody has stated is neither so nor not so. Owns facts and states; which facts
//! a rule-set asks for, and from which day on, is data.

use crate::words::worded;
use serde::{Deserialize, Serialize};

/// Whether a condition holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ConditionState {
    /// It holds.
    Met,
    /// It does not.
    NotMet,
    /// Nobody has stated what it asks for.
    Unknown,
}

impl ConditionState {
    /// Both must hold: one that does not settles it, whatever is unknown of the other.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
            (Self::Met, Self::Met) => Self::Met,
            _ => Self::Unknown,
        }
    }

    /// One is enough: one that holds settles it, whatever is unknown of the other.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Met, _) | (_, Self::Met) => Self::Met,
            (Self::NotMet, Self::NotMet) => Self::NotMet,
            _ => Self::Unknown,
        }
    }
}

impl std::ops::Not for ConditionState {
    type Output = Self;
    /// The opposite; of what is not known the opposite is not known either.
    fn not(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl From<bool> for ConditionState {
    fn from(holds: bool) -> Self {
        if holds { Self::Met } else { Self::NotMet }
    }
}

/// What the test was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum TumourGroup {
    /// 固形腫瘍.
    Solid,
    /// 造血器腫瘍・類縁疾患.
    Blood,
}

/// What C-CAT調査結果 says of variants that are suspected as secondary findings (二次的所見).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum CcatSecondaryFinding {
    /// None is suspected.
    None,
    /// One is suspected.
    Suspected,
    /// It says nothing of it, so that nothing is known.
    NotStated,
}

/// Whether there is a drug for the alterations found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum UsableDrug {
    /// One within the test's approved companion claim, or recommended by a society's guideline.
    InLabelOrGuideline,
    /// None at all, trials included.
    None,
    /// Only others: off label, or in trials.
    OtherOnly,
}

/// What people state of a case for the omission of its panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct OmissionFacts {
    /// What the test was made for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tumour: Option<TumourGroup>,
    /// What C-CAT調査結果 says of secondary findings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ccat_secondary_finding: Option<CcatSecondaryFinding>,
    /// Whether there is a drug.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usable_drug: Option<UsableDrug>,
}

impl OmissionFacts {
    /// Whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A fact that a rule may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum CaseFact {
    /// The test is for a solid tumour.
    SolidTumour,
    /// C-CAT調査結果 states that no secondary finding is suspected.
    NoSecondaryFinding,
    /// There is a drug within the test's approved companion claim or in a society's guideline.
    DrugInLabelOrGuideline,
    /// There is no drug at all, trials included.
    NoDrug,
}

impl CaseFact {
    /// Whether the fact holds for a case.
    pub fn state(self, facts: &OmissionFacts) -> ConditionState {
        let drug = |wanted: UsableDrug| {
            facts.usable_drug.map_or(ConditionState::Unknown, |known| (known == wanted).into())
        };
        match self {
            Self::SolidTumour => {
                facts.tumour.map_or(ConditionState::Unknown, |tumour| (tumour == TumourGroup::Solid).into())
            }
            Self::NoSecondaryFinding => match facts.ccat_secondary_finding {
                Some(CcatSecondaryFinding::None) => ConditionState::Met,
                Some(CcatSecondaryFinding::Suspected) => ConditionState::NotMet,
                Some(CcatSecondaryFinding::NotStated) | None => ConditionState::Unknown,
            },
            Self::DrugInLabelOrGuideline => drug(UsableDrug::InLabelOrGuideline),
            Self::NoDrug => drug(UsableDrug::None),
        }
    }
}

worded!(ConditionState {
    Self::Met => "conditionState.met", Self::NotMet => "conditionState.notMet", Self::Unknown => "conditionState.unknown",
});
worded!(TumourGroup { Self::Solid => "tumourGroup.solid", Self::Blood => "tumourGroup.blood" });
worded!(CcatSecondaryFinding {
    Self::None => "ccatSecondaryFinding.none", Self::Suspected => "ccatSecondaryFinding.suspected",
    Self::NotStated => "ccatSecondaryFinding.notStated",
});
worded!(UsableDrug {
    Self::InLabelOrGuideline => "usableDrug.inLabelOrGuideline", Self::None => "usableDrug.none",
    Self::OtherOnly => "usableDrug.otherOnly",
});

#[cfg(test)]
mod tests {
    use super::ConditionState::{Met, NotMet, Unknown};

    #[test]
    fn a_failed_condition_beats_one_that_is_unknown_and_the_unknown_is_never_met() {
        for (one, other, both, either) in [
            (Met, Met, Met, Met),
            (Met, Unknown, Unknown, Met),
            (Met, NotMet, NotMet, Met),
            (Unknown, Unknown, Unknown, Unknown),
            (Unknown, NotMet, NotMet, Unknown),
            (NotMet, NotMet, NotMet, NotMet),
        ] {
            assert_eq!((one.and(other), other.and(one)), (both, both), "{one:?} and {other:?}");
            assert_eq!((one.or(other), other.or(one)), (either, either), "{one:?} or {other:?}");
        }
    }
}
