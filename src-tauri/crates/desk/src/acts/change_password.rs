//! A new password for the member who is signed in. In place of a first password, told by the administrator, it also gives the
//! member keys that nobody else ever held.

use crate::command::{Act, Command};
use crate::convert::session_view;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::passwords::check_password;
use crate::topics::store::{SIGN_IN_NOTES, take_own_keys};
use crate::view::SessionView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_store::attempt;
use entaku_words::errors::store;

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
    const RIGHT: Right = Right::Own;
    const LEAVES: &'static [&'static str] = SIGN_IN_NOTES;
    type Answer = SessionView;
}

impl Act for ChangePassword {
    fn act(self, desk: &mut Desk) -> Outcome<SessionView> {
        let (now, kdf) = (desk.environment.clock.now(), desk.environment.kdf);
        let session = desk.session_mut()?;
        let member = session.member.clone();
        check_password("new", &self.new, &[member.name.as_str(), member.sign_in.as_str()])?;
        if self.new == self.old {
            return Err(Problem::at("new", store::PASSWORD_UNCHANGED));
        }
        if session.store.has_own_keys() {
            let dir = session.store.dir().to_owned();
            let change = || session.store.change_password(&self.old, &self.new, kdf);
            let (edition, _) = attempt(&dir, member.sign_in.as_str(), now, change)?;
            desk.note_store(StoreEvent::PasswordChanged { id: member.id, edition: Some(edition) })?;
        } else {
            take_own_keys(desk, &self.old, &self.new)?;
            desk.note_sign_in(None)?;
            // The last one without keys may have kept the store from being given a new key.
            desk.renew_key()?;
        }
        Ok(session_view(desk, desk.session()?))
    }
}
