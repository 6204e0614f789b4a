//! A case.

use crate::command::{Act, Command};
use crate::convert::identity;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::view::IdentityView;
use crate::view::args;
use entaku_domain::event::AccessEvent;

args! {
    /// A case.
    ShowIdentity {
        /// Case.*
        case_id: String,
    }
}

impl Command for ShowIdentity {
    const NAME: &'static str = "show_identity";
    const RIGHT: Right = Right::Identity;
    const LEAVES: &'static [&'static str] = &["access.identityShown"];
    type Answer = IdentityView;
}

impl Act for ShowIdentity {
    fn act(self, desk: &mut Desk) -> Outcome<IdentityView> {
        let id = case_id(desk, &self.case_id)?;
        let view = identity(desk.case(&id)?);
        desk.note_access(AccessEvent::IdentityShown { case: id })?;
        Ok(view)
    }
}
