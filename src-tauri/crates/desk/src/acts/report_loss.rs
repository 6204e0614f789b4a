//! Something was lost by which somebody could read the store: it is given a new key.

use crate::command::{Act, Command};
use crate::convert::{session_view, text};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::{SessionView, args};
use entaku_domain::event::StoreEvent;

args! {
    /// Something was lost, or seen by others, by which somebody could read the store: a copy of its folder, a password, the
    /// paper with the recovery code. The store is encrypted anew, under a key that is given to its members of today.
    ReportLoss {
        /// What was lost, and how that is known.*
        what: String,
    }
}

impl Command for ReportLoss {
    const NAME: &'static str = "report_loss";
    const RIGHT: Right = Right::Administer;
    type Answer = SessionView;
}

impl Act for ReportLoss {
    fn act(self, desk: &mut Desk) -> Outcome<SessionView> {
        let what = text("what", &self.what)?;
        desk.note_store(StoreEvent::LossReported { what })?;
        desk.renew_key()?;
        Ok(session_view(desk, desk.session()?))
    }
}
