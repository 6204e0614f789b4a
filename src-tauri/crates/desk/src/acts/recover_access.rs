//! A new password by the recovery code.

use crate::acts::OpenStore;
use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::store::{check_password, dir_or_default};
use crate::view::SessionView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_store::Store;

args! {
    /// A new password by the recovery code.
    RecoverAccess {
        /// Folder.
        dir: Option<String>,
        /// The code on paper.*
        code: String,
        /// Sign-in name or member id.*
        sign_in: String,
        /// The new password.*
        password: String,
    }
}

impl Command for RecoverAccess {
    const NAME: &'static str = "recover_access";
    const RIGHT: Right = Right::Anybody;
    const LEAVES: &'static [&'static str] = &["access.signedIn"];
    type Answer = SessionView;
}

impl Act for RecoverAccess {
    fn act(self, desk: &mut Desk) -> Outcome<SessionView> {
        let dir = dir_or_default(desk, self.dir.as_deref());
        check_password("password", &self.password, &[&self.sign_in])?;
        let mut store = Store::open_with_recovery(&dir, &self.code, &desk.environment.device)?;
        store.set_password(&self.sign_in, &self.password, desk.environment.kdf)?;
        store.close()?;
        let session =
            OpenStore { dir: self.dir, sign_in: Some(self.sign_in), password: self.password }.act(desk)?;
        let id = desk.session()?.member.id.clone();
        desk.note_store(StoreEvent::PasswordChanged { id })?;
        Ok(session)
    }
}
