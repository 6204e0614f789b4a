//! Classification by criteria and points: what a scheme offers, what a person chose of it, and what that adds up to.
//! Suggests a class; it never decides one. Must not know any scheme: those are data with a source and a version.

use crate::certainty::Certainty;
use crate::grade::Grade;
use crate::ids::MemberId;
use crate::label::Label;
use crate::text::Text;
use crate::words::worded;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod evaluate;

pub use evaluate::{Barred, ChosenCriterion, Counted, Evaluation, Excluded, NotOffered, evaluate};

#[cfg(test)]
mod tests;

/// How much a criterion weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Strength {
    /// Supporting.
    Supporting,
    /// Moderate.
    Moderate,
    /// Strong.
    Strong,
    /// Very strong.
    VeryStrong,
    /// Settles the class by itself, whatever else is chosen; has no points.
    StandAlone,
}

impl Strength {
    /// All strengths, weakest first.
    pub const ALL: [Self; 5] =
        [Self::Supporting, Self::Moderate, Self::Strong, Self::VeryStrong, Self::StandAlone];
}

/// Which way a criterion speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Direction {
    /// For an effect: oncogenic, pathogenic. Its points count upwards.
    Toward,
    /// Against an effect: benign. Its points count downwards.
    Against,
}

/// A criterion that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Criterion {
    /// Code, unique within its scheme: `OS1`, `PS3`.
    pub code: String,
    /// Group under which forms list it.
    pub group: String,
    /// Which way it speaks.
    pub direction: Direction,
    /// The strength it has unless the person changes it.
    pub strength: Strength,
    /// Other strengths that a person may give it.
    #[serde(default)]
    pub adjustable: Vec<Strength>,
    /// What it says, in few words.
    pub name: Label,
    /// How sure this is.
    pub certainty: Certainty,
}

/// A group of criteria.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Id, unique within its scheme.
    pub id: String,
    /// Name.
    pub name: Label,
}

/// From how many points on a class is suggested.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Threshold {
    /// Class code on the scheme's scale.
    pub class: String,
    /// Fewest points; none for the last class, which takes all that is below.
    pub at_least: Option<i32>,
    /// How sure this is.
    pub certainty: Certainty,
    /// What is to be known about it.
    #[serde(default)]
    pub remark: Option<Label>,
}

/// Two criteria that are not counted together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// Their codes.
    pub codes: (String, String),
    /// Why.
    pub reason: Label,
    /// How sure this is.
    pub certainty: Certainty,
}

/// A scheme of classification.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scheme {
    /// Id, unique.
    pub id: String,
    /// Version.
    pub version: String,
    /// The scale whose classes it suggests.
    pub scale: String,
    /// Name.
    pub name: Label,
    /// Where it comes from.
    pub source: String,
    /// What to know of it: what was checked, whose words they are.
    #[serde(default)]
    pub remark: Option<Label>,
    /// Whether it is about heredity. What is recorded with it then falls under the patient's disclosure wish.
    #[serde(default)]
    pub germline: bool,
    /// Points of each strength; the direction gives the sign.
    pub points: BTreeMap<Strength, i32>,
    /// The class that a stand-alone criterion settles.
    #[serde(default)]
    pub stand_alone_class: Option<String>,
    /// Classes by points, highest first.
    pub thresholds: Vec<Threshold>,
    /// Groups in order.
    pub groups: Vec<Group>,
    /// Criteria in order.
    pub criteria: Vec<Criterion>,
    /// Pairs that are not counted together.
    pub exclusions: Vec<Exclusion>,
}

impl Scheme {
    /// A criterion by its code.
    pub fn criterion(&self, code: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|criterion| criterion.code == code)
    }

    /// The points of a criterion at a strength; 0 for one that stands alone.
    pub fn points_of(&self, criterion: &Criterion, strength: Strength) -> i32 {
        let points = self.points.get(&strength).copied().unwrap_or_default();
        match criterion.direction {
            Direction::Toward => points,
            Direction::Against => -points,
        }
    }

    /// The class for a number of points.
    pub fn class_of(&self, points: i32) -> Option<&str> {
        let reached = |threshold: &&Threshold| threshold.at_least.is_none_or(|least| points >= least);
        self.thresholds.iter().find(reached).map(|threshold| threshold.class.as_str())
    }
}

/// A criterion as it was applied, with the words and points that it had then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AppliedCriterion {
    /// Code.
    pub code: String,
    /// What it says.
    pub name: Label,
    /// The strength it was given.
    pub strength: Strength,
    /// Whether that is not the strength which the scheme gives it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub adjusted: bool,
    /// Its points.
    pub points: i32,
    /// Remark, or where the evidence stands (PMID, database and date).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl AppliedCriterion {
    /// The code, with the strength where it was changed: `PS3_Moderate`.
    pub fn written(&self) -> String {
        let strength = match self.strength {
            _ if !self.adjusted => return self.code.clone(),
            Strength::Supporting => "Supporting",
            Strength::Moderate => "Moderate",
            Strength::Strong => "Strong",
            Strength::VeryStrong => "VeryStrong",
            Strength::StandAlone => "StandAlone",
        };
        format!("{}_{strength}", self.code)
    }

    /// Code and points in one: `OS1 +4`, `SBP1 -1`; a criterion that stands alone has no points.
    pub fn with_points(&self) -> String {
        match self.strength {
            Strength::StandAlone => self.written(),
            _ => format!("{} {:+}", self.written(), self.points),
        }
    }
}

impl AppliedCriterion {
    /// Code, points and what the criterion says: other tools give some codes another meaning.
    pub fn named(&self) -> Label {
        let (written, name) = (self.with_points(), &self.name);
        Label { ja: format!("{written}（{}）", name.ja), en: format!("{written} ({})", name.en) }
    }
}

/// How a verdict was arrived at: the criteria that were chosen, and what they add up to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Classification {
    /// Scheme.
    pub scheme: String,
    /// Its version.
    pub version: String,
    /// Its name.
    pub scheme_name: Label,
    /// Whether the scheme is about heredity: then the report gives it only where the patient's wish allows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub germline: bool,
    /// The criteria, in the order of the scheme.
    pub criteria: Vec<AppliedCriterion>,
    /// Their points together.
    pub points: i32,
    /// The class that the scheme suggests for them.
    pub suggested: Grade,
    /// Why the panel's class is another one. Needed exactly where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub override_reason: Option<Text>,
    /// Whether a person chose the criteria, rather than a program.
    pub manual: bool,
}

impl Classification {
    /// Whether a class given by the panel is another than the suggested one.
    pub fn differs_from(&self, grade: &Grade) -> bool {
        (&self.suggested.scale, &self.suggested.class) != (&grade.scale, &grade.class)
    }

    /// The criteria with their names and points, and the sum.
    pub fn named_sum(&self) -> Label {
        let (ja, en): (Vec<_>, Vec<_>) =
            self.criteria.iter().map(AppliedCriterion::named).map(|one| (one.ja, one.en)).unzip();
        Label {
            ja: format!("{} = {:+}", ja.join("、"), self.points),
            en: format!("{} = {:+}", en.join(", "), self.points),
        }
    }

    /// The criteria with their points and the sum, the same in every language: `OS1 +4, OP4 +1 = +5`.
    pub fn sum(&self) -> String {
        let all: Vec<_> = self.criteria.iter().map(AppliedCriterion::with_points).collect();
        format!("{} = {:+}", all.join(", "), self.points)
    }
}

/// A dissenting view on a verdict, recorded by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Dissent {
    /// The member, where the person is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
    /// Name.
    pub name: Text,
    /// What the person holds instead, and why.
    pub words: Text,
}

worded!(Strength {
    Self::Supporting => "strength.supporting", Self::Moderate => "strength.moderate", Self::Strong => "strength.strong",
    Self::VeryStrong => "strength.veryStrong", Self::StandAlone => "strength.standAlone",
});
