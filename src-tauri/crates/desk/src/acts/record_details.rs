//! Patient, context, specimen, wish anew.

use crate::clock::day;
use crate::command::{Act, Command};
use crate::convert::details_of;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::DetailsForm;
use crate::view::args;
use entaku_domain::case::event::intake::DetailsRecorded;

args! {
    /// Patient, context, specimen, wish anew.
    RecordDetails of case {
        /// The whole of it.*
        details: DetailsForm,
    }
}

impl Command for RecordDetails {
    const NAME: &'static str = "record_details";
    const RIGHT: Right = Right::Prepare;
    type Answer = CaseView;
}

impl Act for RecordDetails {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let details = Box::new(details_of(&self.details, day(desk.environment.clock.now()))?);
        desk.transact(&id, self.expected_version, DetailsRecorded { details })?;
        fresh(desk, &id)
    }
}
