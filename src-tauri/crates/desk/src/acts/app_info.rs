//! What program this is, where its store lies, and who is signed in.

use crate::command::{Act, Command};
use crate::convert::session_view;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::AppInfoView;
use crate::view::args;
use entaku_store::Store;

args! {
    /// What program this is, where its store lies, and who is signed in.
    AppInfo {}
}

impl Command for AppInfo {
    const NAME: &'static str = "app_info";
    const RIGHT: Right = Right::Anybody;
    type Answer = AppInfoView;
}

impl Act for AppInfo {
    fn act(self, desk: &mut Desk) -> Outcome<AppInfoView> {
        if desk.session.is_some() {
            // Where that cannot be read, the next act says why.
            let _ = desk.look_at_members();
        }
        let dir = &desk.environment.store_dir;
        let owners = Store::sign_in_names(dir).ok();
        Ok(AppInfoView {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            store_dir: dir.display().to_string(),
            store_exists: owners.is_some(),
            sign_in_names: owners.unwrap_or_default().into_iter().map(|owner| owner.sign_in).collect(),
            language: desk.language,
            session: desk.session.as_ref().map(|session| session_view(desk, session)),
        })
    }
}
