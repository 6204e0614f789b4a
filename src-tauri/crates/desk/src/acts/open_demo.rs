//! The demonstration store.

use crate::command::{Act, Command};
use crate::convert::session_view;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::demo::{CHAIR, FOLDER, PASSWORD, make, sign_in};
use crate::topics::store::SIGN_IN_NOTES;
use crate::view::SessionView;
use crate::view::args;
use entaku_store::Store;
use std::path::PathBuf;

args! {
    /// The demonstration store.
    OpenDemo {
        /// Folder to make it in; a folder of its own beside the default store when left out.
        dir: Option<String>,
        /// Password of its members; a published one when left out.
        password: Option<String>,
    }
}

impl Command for OpenDemo {
    const NAME: &'static str = "open_demo";
    const RIGHT: Right = Right::Anybody;
    const LEAVES: &'static [&'static str] = SIGN_IN_NOTES;
    type Answer = SessionView;
}

impl Act for OpenDemo {
    fn act(self, desk: &mut Desk) -> Outcome<SessionView> {
        let dir = match self.dir.filter(|dir| !dir.is_empty()) {
            Some(dir) => PathBuf::from(dir),
            None => desk.environment.store_dir.with_file_name(FOLDER),
        };
        let password = self.password.unwrap_or_else(|| PASSWORD.to_owned());
        if Store::sign_in_names(&dir).is_ok() {
            sign_in(desk, &dir, CHAIR.sign_in, &password)?;
        } else {
            make(desk, &dir, &password)?;
        }
        desk.session_mut()?.demo = true;
        Ok(session_view(desk, desk.session()?))
    }
}
