//! What a person says of a criterion that no field of a patient answers. It belongs to one case and one version of the trial:
//! of a later version it is told that somebody said so then, and asked again. What the record settles no tick overrides.

use super::criterion::Subject;
use crate::member::Actor;
use crate::omission::ConditionState;
use crate::text::Text;
use crate::words::heredity::named_in;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// A criterion as the source asks it. The same question in several arms of a trial is one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AskedCriterion {
    /// What it is about.
    pub subject: Subject,
    /// As the source writes it.
    pub written: String,
    /// Whether the source denies it outside of the text.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub denied: bool,
}

/// What a person says of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CriterionTick {
    /// Number of the trial.
    pub trial: String,
    /// Who publishes it.
    pub source: String,
    /// Its version: the day as of which it was so, else the version of the import.
    pub version: String,
    /// Which criterion.
    pub criterion: AskedCriterion,
    /// Met: as far as this criterion goes, the patient can take part. Unknown: a person looked, and it cannot be told yet.
    pub state: ConditionState,
    /// Remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

impl CriterionTick {
    /// Whether it answers the same question as another, of whatever version.
    pub fn is_of(&self, other: &Self) -> bool {
        (&self.trial, &self.source, &self.criterion) == (&other.trial, &other.source, &other.criterion)
    }

    /// Whether its words speak of heredity.
    pub fn tells_of_heredity(&self) -> bool {
        let note = self.note.as_ref().map(Text::as_str).unwrap_or_default();
        // Keys of CTML are written with low lines: `brca1_germline_mutation`.
        let words = format!("{} {note}", self.criterion.written).replace('_', " ");
        !named_in(&words, &[]).is_empty()
    }
}

/// A tick as recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GivenTick {
    /// The tick.
    #[serde(flatten)]
    pub tick: CriterionTick,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// The ticks of a case, as they stand beside one version of one trial.
#[derive(Debug, Clone, Copy, Default)]
pub struct TicksOfTrial<'t> {
    /// Of the case, each question once.
    pub given: &'t [GivenTick],
    /// Number of the trial.
    pub trial: &'t str,
    /// Who publishes it.
    pub source: &'t str,
    /// Its version.
    pub version: &'t str,
}

/// What a person said of a criterion beside a version of its trial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticked {
    /// What was said.
    pub given: GivenTick,
    /// Whether that was of an earlier version, so that it is asked again.
    pub of_another_version: bool,
}

impl TicksOfTrial<'_> {
    /// What was said of a criterion.
    pub fn of(&self, criterion: &AskedCriterion) -> Option<Ticked> {
        let is_it = |given: &&GivenTick| {
            given.tick.trial == self.trial
                && given.tick.source == self.source
                && given.tick.criterion == *criterion
        };
        let given = self.given.iter().rev().find(is_it)?.clone();
        let of_another_version = given.tick.version != self.version;
        Some(Ticked { given, of_another_version })
    }
}
