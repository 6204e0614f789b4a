//! How sure an item of knowledge is. Owns the three degrees; must not know what they are said of.

use crate::words::worded;
use serde::{Deserialize, Serialize};

/// How sure an item of a scale, list or rule-set is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Certainty {
    /// Read in the source.
    Source,
    /// General knowledge, at least in part not checked against the source.
    General,
    /// Looked for and not confirmed.
    Unconfirmed,
}

worded!(Certainty {
    Self::Source => "certainty.source", Self::General => "certainty.general", Self::Unconfirmed => "certainty.unconfirmed",
});
