//! The meeting: to record it, or to ask whether it would be quorate.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::meeting_record::{meeting_of, recordable};
use crate::topics::{case_id, fresh};
use crate::view::AttendeeForm;
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::panel::MeetingRecorded;
use entaku_domain::meeting_record::AttendingPart;
use entaku_domain::meeting_record::MeetingMode;
use entaku_domain::omission::CcatSecondaryFinding;
use entaku_domain::omission::TumourGroup;
use entaku_domain::omission::UsableDrug;

args! {
    /// The meeting: to record it, or to ask whether it would be quorate.
    #[schemars(inline)]
    RecordMeeting of case, whole {
        /// Day; today when left out.
        held_on: Option<String>,
        /// Mode code.*
        mode: MeetingMode,
        /// Reason for the mode.
        reason: Option<String>,
        /// Attending physician's part, code; `present` when left out, `absent` where the panel is omitted.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        attending: Option<AttendingPart>,
        /// Participants.*
        attendance: Vec<AttendeeForm>,
        /// Minutes.
        minutes: Option<String>,
        /// Whether the hospital sequenced itself; no when left out.
        own_sequencing: Option<bool>,
        /// Whether the case is paediatric; by the patient's age when left out.
        paediatric: Option<bool>,
        /// Ids of the grounds on which this mode was chosen.
        grounds: Option<Vec<String>>,
        /// Whether all opinions agree; not known when left out.
        opinions_agree: Option<bool>,
        /// For an omitted panel, what the test was made for: `solid` or `blood`; not known when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        tumour: Option<TumourGroup>,
        /// For an omitted panel, what C-CAT's report says of secondary findings: `none`, `suspected` or `notStated`.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        ccat_secondary_finding: Option<CcatSecondaryFinding>,
        /// For an omitted panel: `inLabelOrGuideline`, `none` (trials included) or `otherOnly`; not known when left out.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        usable_drug: Option<UsableDrug>,
    }
}

impl Command for RecordMeeting {
    const NAME: &'static str = "record_meeting";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for RecordMeeting {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let meeting = meeting_of(desk, &id, &self)?.meeting;
        let meeting = recordable(desk, meeting)?;
        desk.transact(&id, self.expected_version, MeetingRecorded { meeting: Box::new(meeting) })?;
        fresh(desk, &id)
    }
}
