//! Moments as answers have them.

use chrono::{DateTime, FixedOffset};
use schemars::JsonSchema;
use serde::Serialize;

/// A moment in the clock of its place: `2026-11-22 14:05`. It can only be made of a date with its time, so that all answers write it alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Moment(#[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$"))] String);

impl Moment {
    pub(crate) fn of(at: DateTime<FixedOffset>) -> Self {
        Self(at.format("%Y-%m-%d %H:%M").to_string())
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
