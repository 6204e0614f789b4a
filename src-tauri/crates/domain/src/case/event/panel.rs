//! The panel's meeting, and its words on the case as a whole.

use super::{CaseChange, Unsettled, events};
use crate::case::Case;
use crate::label::Label;
use crate::meeting::{Meeting, MeetingMode};
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use crate::text::Text;
use crate::words::{Word, Worded, word};
use serde::{Deserialize, Serialize};

events! {
    /// The panel's meeting, and its words on the case as a whole.
    PanelEvent {
        /// The meeting was recorded.
        "meetingRecorded" => MeetingRecorded,
        /// The panel's summary was written.
        "summaryWritten" => SummaryWritten,
    }
}

/// The meeting was recorded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeetingRecorded {
    /// The meeting.
    pub meeting: Box<Meeting>,
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
    fn in_words(&self, _after: &Case) -> Label {
        let meeting = &self.meeting;
        let (day, mode, people) = (meeting.held_on, meeting.mode.label(), meeting.attendance.len());
        let quorum = meeting.quorum.as_ref().map(|quorum| word(quorum.verdict()));
        if meeting.mode == MeetingMode::Omitted {
            return omission_in_words(meeting, quorum);
        }
        let (ja, en) =
            quorum.map_or_else(Default::default, |word| (format!("、{}", word.ja), format!(", {}", word.en)));
        Label::new(
            format!("開催記録: {day} {}（{people}名{ja}）", mode.ja),
            format!("Meeting: {day} {} ({people} present{en})", mode.en),
        )
    }
}

/// That the panel was omitted, on which ground, and what the rules said of it.
fn omission_in_words(meeting: &Meeting, verdict: Option<Word>) -> Label {
    let (day, mode) = (meeting.held_on, meeting.mode.label());
    let named = meeting.quorum.iter().flat_map(|quorum| quorum.mode.grounds());
    let (mut ja, mut en): (Vec<&str>, Vec<&str>) =
        named.map(|ground| (ground.text.ja.as_str(), ground.text.en.as_str())).unzip();
    if let Some(verdict) = verdict {
        ja.push(verdict.ja);
        en.push(verdict.en);
    }
    Label::new(
        format!("{}: {day}（{}）", mode.ja, ja.join("、")),
        format!("{}: {day} ({})", mode.en, en.join("; ")),
    )
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
    fn in_words(&self, _after: &Case) -> Label {
        Label::new("まとめを記録", "Summary written")
    }
}
