//! A case's family history, as screens and the terminal show it.

use super::{LabelView, Moment};
use serde::{Deserialize, Serialize};

/// Into what a family history is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum PedigreeFormat {
    /// PED.
    Ped,
    /// CanRisk 4.
    Canrisk,
    /// GA4GH pedigree as JSON.
    Ga4gh,
    /// The program's own JSON, which carries all of it.
    Json,
    /// The drawing.
    Svg,
}

/// A family history.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PedigreeView {
    /// Number of persons.
    pub persons: u32,
    /// What the format that was asked for cannot carry; empty where none was.
    pub lost: Vec<PedigreeLostView>,
    /// Format of the file that it came from.
    pub format: String,
    /// Who recorded it.
    pub by: String,
    /// When.
    pub at: Moment,
    /// The file that was written.
    pub file: Option<String>,
    /// Its bytes' SHA-256.
    pub sha256: Option<String>,
}

/// Something that a format cannot carry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PedigreeLostView {
    /// Code.
    pub what: String,
    /// The same in words.
    pub message: LabelView,
    /// Of whom, by id; empty where it is of the family.
    pub persons: Vec<String>,
}
