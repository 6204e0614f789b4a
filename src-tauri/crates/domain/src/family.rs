//! The family history of a case: kept whole as the document that the crate of pedigrees writes and reads. Knows nothing of
//! what is in it but how many persons.

use crate::ids::Sha256Hex;
use crate::stamp::Stamp;
use serde::{Deserialize, Serialize};

/// A family history as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FamilyHistory {
    /// All of it, as the program's own JSON.
    pub document: String,
    /// Number of persons.
    pub persons: u32,
    /// Format of the file that it came from: `ped`, `canrisk`, `ga4gh`, `json`; `entered` where it was told by hand since.
    pub format: String,
    /// SHA-256 of that file; of the document, where it was told by hand.
    pub sha256: Sha256Hex,
}

/// A family history, with who recorded it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFamilyHistory {
    /// The history.
    pub history: FamilyHistory,
    /// Who and when.
    pub by: Stamp,
    /// What was done by hand last, where it can still be taken back.
    pub edited: Option<LastEdit>,
}

/// What is done by hand to a family history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FamilyEdit {
    /// A relative was told.
    Added,
    /// Something of a relative was told otherwise.
    Changed,
    /// A relative was taken out.
    Removed,
}

/// The last edit, with what was there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastEdit {
    /// What was done.
    pub edit: FamilyEdit,
    /// What was there before, with its own last edit left out; none where it was the first person.
    pub before: Option<Box<KeptFamilyHistory>>,
}
