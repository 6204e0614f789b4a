//! A member leaves and can no longer sign in.

use crate::acts::Members;
use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::members::{known, last_administrator};
use crate::view::MemberView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_domain::member::Role;
use entaku_words::errors::remove_member;

args! {
    /// A member leaves and can no longer sign in. The store is encrypted anew, so that no copy of the member's key opens what is
    /// recorded later.
    RemoveMember {
        /// Who.*
        member_id: String,
    }
}

impl Command for RemoveMember {
    const NAME: &'static str = "remove_member";
    const RIGHT: Right = Right::Administer;
    type Answer = Vec<MemberView>;
}

impl Act for RemoveMember {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<MemberView>> {
        let (member, another) = known(desk, &self.member_id)?;
        if !another && member.roles.contains(&Role::Administrator) {
            return Err(last_administrator("memberId"));
        }
        if desk.session()?.member.id == member.id {
            return Err(Problem::at("memberId", remove_member::ONESELF));
        }
        // The event first: a key without a member opens nothing, a member without a key could not be told from a fault.
        desk.transact_store(StoreEvent::MemberRemoved { id: member.id.clone() })?;
        desk.session_mut()?.store.remove_slot(member.id.as_str())?;
        desk.session_mut()?.store.drop_drafts_of(member.id.as_str())?;
        desk.renew_key()?;
        Members {}.act(desk)
    }
}
