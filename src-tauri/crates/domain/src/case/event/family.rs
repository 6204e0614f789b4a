//! The family history of the patient.

use super::{CaseChange, Unsettled, events};
use crate::case::Case;
use crate::family::{FamilyHistory, KeptFamilyHistory};
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use entaku_words::history::happened;
use entaku_words::{Said, Value};
use serde::{Deserialize, Serialize};

events! {
    /// The family history of the patient.
    FamilyEvent {
        /// It was recorded, in place of the one before.
        "familyHistoryRecorded" => FamilyHistoryRecorded,
    }
}

/// A family history was recorded, in place of the one before, which stays in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FamilyHistoryRecorded {
    /// The history.
    pub history: FamilyHistory,
}

impl CaseChange for FamilyHistoryRecorded {
    /// Families are asked again after the panel; no report is made of it.
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        Ok(())
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        case.family = Some(KeptFamilyHistory { history: self.history.clone(), by: stamp.clone() });
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::family_history(self.history.persons).said()
    }
}
