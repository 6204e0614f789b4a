//! Accept the journal as it stands after its end was found missing or replaced.

use crate::acts::VerifyStore;
use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::VerifyView;
use crate::view::args;
use entaku_domain::event::StoreEvent;

args! {
    /// Accept the journal as it stands after its end was found missing or replaced.
    ConfirmJournal {
        /// What was found out, and why it is accepted.*
        reason: String,
    }
}

impl Command for ConfirmJournal {
    const NAME: &'static str = "confirm_journal";
    const RIGHT: Right = Right::Administer;
    type Answer = VerifyView;
}

impl Act for ConfirmJournal {
    /// An administrator accepts the journal as it stands, for a reason that is recorded in it. Only then can be written again.
    fn act(self, desk: &mut Desk) -> Outcome<VerifyView> {
        let reason = text("reason", &self.reason)?;
        let found = text("found", &desk.session()?.store.head_state().to_string())?;
        desk.session_mut()?.store.confirm_head()?;
        desk.note_store(StoreEvent::JournalConfirmed { found, reason })?;
        VerifyStore { deep: Some(true), against: None }.act(desk)
    }
}
