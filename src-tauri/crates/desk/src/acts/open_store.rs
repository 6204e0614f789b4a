//! Sign in at a store.

use crate::command::{Act, Command};
use crate::convert::session_view;
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::Right;
use crate::topics::backups;
use crate::topics::store::{SIGN_IN_NOTES, dir_or_default, take_own_keys};
use crate::view::SessionView;
use crate::view::args;
use entaku_store::{Store, attempt};
use entaku_words::errors::open_store;

args! {
    /// Sign in at a store.
    OpenStore {
        /// Folder.
        dir: Option<String>,
        /// Sign-in name or member id; the first member when left out.
        sign_in: Option<String>,
        /// Password.*
        password: String,
        /// What the authenticator shows, or a spare code: asked for where the member has a second factor.
        code: Option<String>,
    }
}

impl Command for OpenStore {
    const NAME: &'static str = "open_store";
    const RIGHT: Right = Right::Anybody;
    const LEAVES: &'static [&'static str] = SIGN_IN_NOTES;
    type Answer = SessionView;
}

impl Act for OpenStore {
    fn act(self, desk: &mut Desk) -> Outcome<SessionView> {
        let dir = dir_or_default(desk, self.dir.as_deref());
        let who = match self.sign_in.filter(|who| !who.trim().is_empty()) {
            Some(who) => who,
            None => {
                let first = Store::sign_in_names(&dir)?.into_iter().next();
                first
                    .map(|owner| owner.member_id)
                    .ok_or_else(|| Problem::of(Code::Store, open_store::NOBODY_SIGNS_IN))?
            }
        };
        let now = desk.environment.clock.now();
        let device = &desk.environment.device;
        let open = || {
            let mut store = Store::open(&dir, &who, &self.password, device)?;
            let shown = store.prove_second_factor(self.code.as_deref(), now)?;
            Ok((store, shown))
        };
        let ((store, shown), failed) = attempt(&dir, &who, now, open)?;
        let member = store.opened_by().map_or(who, |owner| owner.member_id.clone());
        let demo = dir.ends_with(crate::topics::demo::FOLDER);
        desk.sit_down(store, &member, demo)?;
        take_first_keys(desk, &self.password)?;
        // With a first password nothing is recorded but a password of one's own.
        if desk.session()?.store.has_own_keys() {
            desk.note_sign_in(failed)?;
            desk.note_second_factor(shown)?;
            desk.renew_key()?;
            if let Err(problem) = backups::make_due(desk) {
                let said = problem.said(desk.language()).message;
                desk.session_mut()?.backup_problem = Some(said);
            }
        }
        Ok(session_view(desk, desk.session()?))
    }
}

/// A member of a store from before members had keys takes keys when signing in. A journal in doubt takes nothing, and is
/// read all the same.
fn take_first_keys(desk: &mut Desk, password: &str) -> Outcome<()> {
    let store = &desk.session()?.store;
    let in_doubt = !store.head_state().allows_append() || store.unproven().is_some();
    if store.lacks_keys() && !in_doubt && !store.is_read_only() {
        take_own_keys(desk, password, password)
    } else {
        Ok(())
    }
}
