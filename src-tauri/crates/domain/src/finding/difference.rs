//! Where the sources of one finding say different things.

use crate::label::Label;
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// What the sources disagree on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Part {
    /// Variant allele frequency, as printed.
    Vaf,
    /// Somatic or germline.
    Origin,
    /// Name of the change.
    Naming,
    /// Value or state of a marker, a copy number, an expression.
    Value,
    /// Laboratory's verdict.
    Verdict,
}

/// One disagreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// On what.
    pub part: Part,
    /// What each source says: its index in the case's sources (none for a person's entry) and its words.
    pub said: Vec<(Option<usize>, Label)>,
}

worded!(Part {
    Self::Vaf => "finding.vaf", Self::Origin => "finding.origin", Self::Naming => "differ.naming",
    Self::Value => "differ.value", Self::Verdict => "differ.verdict",
});
