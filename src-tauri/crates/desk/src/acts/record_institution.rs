//! Institution printed on reports.

use crate::command::{Act, Command};
use crate::convert::{optional_text, session_view, text};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::SessionView;
use crate::view::args;
use entaku_domain::event::StoreEvent;

args! {
    /// Institution printed on reports.
    RecordInstitution {
        /// Name.*
        institution: String,
        /// Contact.
        contact: Option<String>,
        /// Days from receipt within which the patient is to be told.
        target_days: Option<u32>,
    }
}

impl Command for RecordInstitution {
    const NAME: &'static str = "record_institution";
    const RIGHT: Right = Right::Administer;
    type Answer = SessionView;
}

impl Act for RecordInstitution {
    fn act(self, desk: &mut Desk) -> Outcome<SessionView> {
        let institution = text("institution", &self.institution)?;
        let contact = optional_text("contact", self.contact.as_deref())?;
        // What is not said anew stays: the contact's form and the limit's are one, yet a script may send either.
        let target_days = self.target_days.or(desk.session()?.office.target_days);
        desk.transact_store(StoreEvent::InstitutionRecorded { institution, contact, target_days })?;
        Ok(session_view(desk, desk.session()?))
    }
}
