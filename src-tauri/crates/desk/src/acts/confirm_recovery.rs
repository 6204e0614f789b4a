//! A second person confirms that it is the member who came in by the recovery code.

use crate::command::{Act, Command};
use crate::convert::session_view;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::view::{SessionView, args};
use entaku_domain::event::StoreEvent;
use entaku_words::errors::confirm_recovery;

args! {
    /// A second person confirms that it is the member who came in by the recovery code. Until then the member can do nothing.
    ConfirmRecovery {
        /// Who came in.*
        member_id: String,
    }
}

impl Command for ConfirmRecovery {
    const NAME: &'static str = "confirm_recovery";
    const RIGHT: Right = Right::Vouch;
    type Answer = SessionView;
}

impl Act for ConfirmRecovery {
    fn act(self, desk: &mut Desk) -> Outcome<SessionView> {
        desk.read_office()?;
        let waiting = desk.session()?.to_confirm();
        let member = waiting.into_iter().find(|member| member.id.as_str() == self.member_id);
        let id = member.map(|member| member.id.clone());
        let id = id.ok_or_else(|| Problem::at("memberId", confirm_recovery::NOTHING_TO_CONFIRM))?;
        desk.note_store(StoreEvent::RecoveryConfirmed { id })?;
        Ok(session_view(desk, desk.session()?))
    }
}
