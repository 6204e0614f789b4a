//! A whole store from a backup, into a folder that holds nothing.

use crate::command::{Act, Command};
use crate::convert::session_view;
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem, internal};
use crate::permission::Right;
use crate::topics::store::dir_or_default;
use crate::view::{RestoredView, args};
use entaku_domain::event::AccessEvent;
use entaku_domain::ids::Sha256Hex;
use entaku_store::{SecondFactor, Store, sha256_of_file};
use entaku_words::errors::open_store;
use std::path::Path;

args! {
    /// A whole store from a backup, into a folder that holds nothing.
    Restore {
        /// The backup.*
        from: String,
        /// Folder; the platform's data folder when left out.
        dir: Option<String>,
        /// Sign-in name or member id of who opens it; the first member when left out.
        sign_in: Option<String>,
        /// That member's password.*
        password: String,
        /// What the authenticator shows, or a spare code: asked for where the member has a second factor.
        code: Option<String>,
    }
}

impl Command for Restore {
    const NAME: &'static str = "restore";
    const RIGHT: Right = Right::Anybody;
    const LEAVES: &'static [&'static str] = &[
        "access.signedIn",
        "access.signInsFailed",
        "access.clockBehind",
        "access.spareCodeUsed",
        "access.notedAside",
        "access.notesLost",
        "access.restored",
    ];
    type Answer = RestoredView;
}

impl Act for Restore {
    fn act(self, desk: &mut Desk) -> Outcome<RestoredView> {
        let (from, dir) = (Path::new(&self.from), dir_or_default(desk, self.dir.as_deref()));
        let named = self.sign_in.filter(|who| !who.trim().is_empty());
        let who = match named {
            Some(who) => who,
            None => {
                let first = Store::backup_sign_in_names(from)?.into_iter().next();
                first.ok_or_else(|| Problem::of(Code::Store, open_store::NOBODY_SIGNS_IN))?.member_id
            }
        };
        let now = desk.environment.clock.now();
        let mut shown = SecondFactor::NotAsked;
        let store = Store::restore(from, &dir, &who, &self.password, &desk.environment.device, |store| {
            shown = store.prove_second_factor(self.code.as_deref(), now)?;
            Ok(())
        })?;
        let events = store.head()?.count;
        let member = store.opened_by().map_or(who, |owner| owner.member_id.clone());
        desk.sit_down(store, &member, dir.ends_with(crate::topics::demo::FOLDER))?;
        let sha256 = sha256_of_file(from)?;
        if desk.session()?.store.has_own_keys() {
            desk.note_sign_in(None)?;
            desk.note_second_factor(shown)?;
            desk.note_access(AccessEvent::Restored { sha256: Sha256Hex::parse(&sha256).map_err(internal)? })?;
        }
        Ok(RestoredView {
            file: dir.display().to_string(),
            sha256,
            events,
            session: session_view(desk, desk.session()?),
        })
    }
}
