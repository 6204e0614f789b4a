//! The family history of the patient.

use super::{CaseChange, Unsettled, events};
use crate::case::Case;
use crate::family::{FamilyEdit, FamilyHistory, KeptFamilyHistory, LastEdit};
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
        /// It was edited by hand.
        "familyHistoryEdited" => FamilyHistoryEdited,
        /// The last edit was taken back.
        "familyEditUndone" => FamilyEditUndone,
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
        case.family =
            Some(KeptFamilyHistory { history: self.history.clone(), by: stamp.clone(), edited: None });
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::family_history(self.history.persons).said()
    }
}

/// The family history was edited by hand: one edit, and all of the history as it is then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FamilyHistoryEdited {
    /// What was done.
    pub edit: FamilyEdit,
    /// The history.
    pub history: FamilyHistory,
}

impl CaseChange for FamilyHistoryEdited {
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        match (&case.family, self.edit) {
            (None, FamilyEdit::Changed | FamilyEdit::Removed) => Err(Refusal::NoFamilyHistory),
            _ => Ok(()),
        }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        // One edit can be taken back, not a chain of them: a case is copied often, and the journal has all of it.
        let before = case.family.take().map(|kept| Box::new(KeptFamilyHistory { edited: None, ..kept }));
        let edited = Some(LastEdit { edit: self.edit, before });
        case.family = Some(KeptFamilyHistory { history: self.history.clone(), by: stamp.clone(), edited });
    }
    fn in_words(&self, _after: &Case) -> Value {
        let persons = self.history.persons;
        // No id: a file of another program may have names for ids.
        match self.edit {
            FamilyEdit::Added => happened::relative_added(persons).said(),
            FamilyEdit::Changed => happened::relative_changed(persons).said(),
            FamilyEdit::Removed => happened::relative_removed(persons).said(),
        }
    }
}

/// The last edit was taken back: what was there before is there again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FamilyEditUndone {}

impl CaseChange for FamilyEditUndone {
    fn follows_up(&self) -> bool {
        true
    }
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        match case.family.as_ref().is_some_and(|kept| kept.edited.is_some()) {
            true => Ok(()),
            false => Err(Refusal::NoFamilyEdit),
        }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        case.family = case.family.take().and_then(|kept| kept.edited?.before).map(|before| *before);
    }
    fn in_words(&self, after: &Case) -> Value {
        happened::family_edit_undone(after.family.as_ref().map_or(0, |kept| kept.history.persons)).said()
    }
}
