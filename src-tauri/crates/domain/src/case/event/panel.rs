//! The panel's meeting, and its words on the case as a whole.

use super::{CaseChange, Unsettled, events};
use crate::case::Case;
use crate::gap::Gap;
use crate::meeting_record::{MeetingMode, MeetingRecord, WithoutQuorum};
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use crate::text::Text;
use crate::words::{Worded, word};
use entaku_words::history::happened;
use entaku_words::{Said, Value};
use serde::{Deserialize, Serialize};

events! {
    /// The panel's meeting, and its words on the case as a whole.
    PanelEvent {
        /// The meeting was recorded.
        "meetingRecorded" => MeetingRecorded,
        /// The panel's summary was written.
        "summaryWritten" => SummaryWritten,
        /// The panel was not quorate, and its result is taken all the same.
        "wentOnWithoutQuorum" => WentOnWithoutQuorum,
    }
}

/// The meeting was recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingRecorded {
    /// The meeting.
    pub meeting: Box<MeetingRecord>,
}

impl CaseChange for MeetingRecorded {
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        if self.meeting.attendance.is_empty() && self.meeting.mode != MeetingMode::Omitted {
            Err(Refusal::NobodyPresent)
        } else {
            Ok(())
        }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        case.meeting = Some((*self.meeting).clone());
    }
    fn in_words(&self, _after: &Case) -> Value {
        let meeting = &self.meeting;
        let (day, mode, people) = (meeting.held_on, meeting.mode.label(), meeting.attendance.len());
        let quorum = meeting.quorum.as_ref().map(|quorum| word(quorum.verdict()));
        match (meeting.mode, quorum) {
            (MeetingMode::Omitted, _) => {
                // On which ground, and what the rules said of it.
                let named = meeting.quorum.iter().flat_map(|quorum| quorum.mode.grounds());
                let grounds = named.map(|ground| (&ground.text).said());
                happened::omitted(mode, day, grounds.chain(quorum.map(Said::said))).said()
            }
            (_, Some(quorum)) => happened::met_assessed(day, mode, people, quorum).said(),
            (_, None) => happened::met(day, mode, people).said(),
        }
    }
}

/// The panel was not quorate, and its result is taken all the same: whoever leads it says why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WentOnWithoutQuorum {
    /// Why.
    pub reason: Text,
}

impl CaseChange for WentOnWithoutQuorum {
    fn check(&self, case: &Case) -> Result<(), Refusal> {
        let meeting = case.meeting.as_ref().ok_or(Gap::NoMeeting)?;
        let lacking = meeting.quorum.as_ref().is_some_and(|quorum| !quorum.met);
        if lacking { Ok(()) } else { Err(Refusal::NothingLacking) }
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Nothing
    }
    fn apply(&self, case: &mut Case, stamp: &Stamp) {
        if let Some(meeting) = &mut case.meeting {
            meeting.without_quorum = Some(WithoutQuorum {
                reason: self.reason.clone(),
                name: stamp.by.name.clone(),
                role: stamp.by.role,
                at: stamp.at,
            });
        }
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::went_on_without_quorum(&self.reason).said()
    }
}

/// The panel's summary (まとめ) was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SummaryWritten {
    /// The text; none takes it back.
    pub summary: Option<Text>,
}

impl CaseChange for SummaryWritten {
    fn check(&self, _case: &Case) -> Result<(), Refusal> {
        Ok(())
    }
    fn unsettles(&self, _before: &Case) -> Unsettled {
        Unsettled::Draft
    }
    fn apply(&self, case: &mut Case, _stamp: &Stamp) {
        case.summary = self.summary.clone();
    }
    fn in_words(&self, _after: &Case) -> Value {
        happened::SUMMARY.said()
    }
}
