//! What became of files that were loaded.

use super::{CaseView, IntakeView, RefusedFileView};
use serde::Serialize;

/// All files of one intake, and the case as it is now (the first one, for a batch).
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct IntakeResult {
    /// One entry for each file.
    pub files: Vec<IntakeView>,
    /// Files of a batch that could not be used.
    pub refused: Vec<RefusedFileView>,
    /// The case.
    pub case: CaseView,
}
