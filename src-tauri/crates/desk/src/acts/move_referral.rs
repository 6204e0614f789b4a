//! A referral reached another status.

use crate::command::{Act, Command};
use crate::convert::{date, optional_text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::treatment::step_day;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::treatment::ReferralMoved;
use entaku_domain::ids::ReferralId;
use entaku_domain::referral::ReferralStatus;
use entaku_domain::referral::ReferralStep;
use entaku_words::errors::move_referral;

args! {
    /// A referral reached another status.
    MoveReferral of case, whole {
        /// Which.*
        referral_id: String,
        /// Status code.*
        status: ReferralStatus,
        /// Day; today when left out.
        on: Option<String>,
        /// Reason or remark.
        reason: Option<String>,
        /// Next check.
        next_check: Option<String>,
    }
}

impl Command for MoveReferral {
    const NAME: &'static str = "move_referral";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for MoveReferral {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let referral = ReferralId::parse(&self.referral_id)
            .map_err(|error| Problem::at("referralId", move_referral::no_referral_id(error.found)))?;
        let step = ReferralStep {
            status: self.status,
            on: step_day(desk, self.on.as_deref())?,
            reason: optional_text("reason", self.reason.as_deref())?,
            next_check: date("nextCheck", self.next_check.as_deref())?,
        };
        desk.transact(&id, self.expected_version, ReferralMoved { id: referral, step })?;
        fresh(desk, &id)
    }
}
