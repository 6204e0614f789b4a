//! The meeting: to record it, or to ask whether it would be quorate.

use crate::acts::RecordMeeting;
use crate::command::{Act, Command};
use crate::convert::{circumstances_view, quorum_view};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::meeting_record::meeting_of;
use crate::view::QuorumCheckView;
use entaku_domain::quorum::Assessed;
use serde::{Deserialize, Serialize};

/// The meeting: to record it, or to ask whether it would be quorate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AssessQuorum(pub RecordMeeting);

impl Command for AssessQuorum {
    const NAME: &'static str = "assess_quorum";
    const RIGHT: Right = Right::Prepare;
    type Answer = QuorumCheckView;
}

impl Act for AssessQuorum {
    fn act(self, desk: &mut Desk) -> Outcome<QuorumCheckView> {
        let id = case_id(desk, &self.0.case_id)?;
        let Assessed { meeting, age, paediatric_below } = meeting_of(desk, &id, &self.0)?;
        Ok(QuorumCheckView {
            held_on: meeting.held_on.to_string(),
            quorum: meeting.quorum.as_deref().map(quorum_view),
            circumstances: circumstances_view(&meeting.circumstances.unwrap_or_default()),
            age,
            paediatric_below,
        })
    }
}
