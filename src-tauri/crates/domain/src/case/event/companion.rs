//! Companion use of the profile: only the target's result leaves, until a later panel.

use super::{CaseChange, Unsettled, events};
use crate::case::Case;
use crate::companion::{CompanionUse, StatedCompanionUse};
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use crate::text::Text;
use entaku_words::history::happened;
use entaku_words::{Said, Value};
use serde::{Deserialize, Serialize};

events! {
    /// Companion use of the profile.
    CompanionEvent {
        /// The profile was obtained as a companion test.
        "companionUseStated" => CompanionUseStated,
        /// The rest may be used from now on.
        "companionUseEnded" => CompanionUseEnded,
    }
}

/// The profile was obtained as a companion test: only the target's result goes out and is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompanionUseStated {
    /// What it was asked for.
    #[serde(flatten)]
    pub what: CompanionUse,
}

impl CaseChange for CompanionUseStated {
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        if self.what.targets.is_empty() { Err(Refusal::NoTarget) } else { Ok(()) }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Draft
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        case.companion = Some(StatedCompanionUse {
            what: self.what.clone(),
            by: stamp.clone(),
            ended: None,
            changed: stamp.version,
        });
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::companion_stated(self.what.named(), self.what.tested_on.to_string()).said()
    }
}

/// Standard therapy is over, or about to be, and the profile is brought to the panel: the rest may be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompanionUseEnded {
    /// Why.
    pub reason: Text,
}

impl CaseChange for CompanionUseEnded {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        if case.companion_use().is_some() { Ok(()) } else { Err(Refusal::NoCompanionUse) }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Draft
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        if let Some(stated) = &mut case.companion {
            stated.changed = stamp.version;
            stated.ended = Some(self.reason.clone());
        }
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::companion_ended(&self.reason).said()
    }
}
