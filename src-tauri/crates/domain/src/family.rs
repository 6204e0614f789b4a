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
    /// Format of the file that it came from: `ped`, `canrisk`, `ga4gh`, `json`.
    pub format: String,
    /// SHA-256 of that file.
    pub sha256: Sha256Hex,
}

/// A family history, with who recorded it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFamilyHistory {
    /// The history.
    pub history: FamilyHistory,
    /// Who and when.
    pub by: Stamp,
}
