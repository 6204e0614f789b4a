//! A new password for the member who is signed in.

use crate::command::{Act, Command};
use crate::convert::session_view;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::store::check_password;
use crate::view::SessionView;
use crate::view::args;
use entaku_domain::event::StoreEvent;

args! {
    /// A new password for the member who is signed in.
    ChangePassword {
        /// The present one.*
        old: String,
        /// The new one.*
        new: String,
    }
}

impl Command for ChangePassword {
    const NAME: &'static str = "change_password";
    const RIGHT: Right = Right::Read;
    type Answer = SessionView;
}

impl Act for ChangePassword {
    fn act(self, desk: &mut Desk) -> Outcome<SessionView> {
        let kdf = desk.environment.kdf;
        let session = desk.session_mut()?;
        let member = session.member.clone();
        check_password("new", &self.new, &[member.name.as_str(), member.sign_in.as_str()])?;
        session.store.change_password(member.id.as_str(), &self.old, &self.new, kdf)?;
        desk.note_store(StoreEvent::PasswordChanged { id: member.id })?;
        Ok(session_view(desk.session()?, desk.table))
    }
}
