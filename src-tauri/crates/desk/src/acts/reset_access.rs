//! A first password for a member who lost theirs, given by two.

use crate::acts::Members;
use crate::command::{Act, Command};
use crate::desk::{Desk, event_after};
use crate::error::{Outcome, Problem, internal};
use crate::permission::{Right, require};
use crate::topics::guest::admit;
use crate::topics::members::known;
use crate::topics::passwords::check_password;
use crate::view::{MemberView, args};
use entaku_domain::event::{EventBody, StoreEvent, Stream};
use entaku_domain::member::{Actor, Member};
use entaku_words::errors::reset_access;

args! {
    /// A first password for a member who lost theirs, given by an administrator together with a second person: another
    /// administrator or the chair, who types their own password at the same machine. It is good for choosing another and
    /// nothing else.
    ResetAccess {
        /// Who lost it.*
        member_id: String,
        /// First password.*
        password: String,
        /// Sign-in name of the second person.*
        second: String,
        /// The second person's own password.*
        second_password: String,
    }
}

impl Command for ResetAccess {
    const NAME: &'static str = "reset_access";
    const RIGHT: Right = Right::Administer;
    type Answer = Vec<MemberView>;
}

impl Act for ResetAccess {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<MemberView>> {
        let (member, _) = known(desk, &self.member_id)?;
        if desk.session()?.member.id == member.id {
            return Err(Problem::at("memberId", reset_access::ONESELF));
        }
        check_password("password", &self.password, &[member.name.as_str(), member.sign_in.as_str()])?;
        let done = second(desk, &member, &self.second, &self.second_password)
            .and_then(|second| reset(desk, &member, &second, &self.password));
        // Whatever came of it, nobody but the member who is signed in speaks from here on.
        desk.session_mut()?.store.dismiss_guest();
        done?;
        Members {}.act(desk)
    }
}

/// The second person, who has just proved at this machine to be who they are.
fn second(desk: &mut Desk, whom: &Member, name: &str, password: &str) -> Outcome<Member> {
    let second = admit(desk, name, password)?;
    let session = desk.session()?;
    let able = session.store.keyholders().second_persons(&session.member.id, &whom.id);
    let is_able = able.into_iter().any(|one| *one == second.id);
    if is_able { Ok(second) } else { Err(Problem::at("second", reset_access::NO_SECOND)) }
}

fn reset(desk: &mut Desk, whom: &Member, second: &Member, password: &str) -> Outcome<()> {
    let (now, kdf) = (desk.environment.clock.now(), desk.environment.kdf);
    let session = desk.session_mut()?;
    let role = require(second, Right::Vouch)?;
    let (name, acting) = session.acting();
    let first = Actor { member: session.member.id.clone(), name, role: acting, on_behalf_of: None };
    let other = Actor { member: second.id.clone(), name: second.name.clone(), role, on_behalf_of: None };
    let fresh = session.store.prepare_reset(whom.id.as_str(), password, kdf)?;
    let (id, keys, edition) = (whom.id.clone(), fresh.keys, fresh.edition);
    let whats = [
        (StoreEvent::AccessReset { id: id.clone(), keys, edition }, first),
        (StoreEvent::ResetConfirmed { id, keys }, other),
    ];
    let recorded = desk.on_what_stands(None, |desk| {
        let session = desk.session_mut()?;
        let version = u32::try_from(session.store.version(&Stream::Store)?).map_err(internal)?;
        let event = |(at, (what, actor)): (usize, &(StoreEvent, Actor))| {
            let after = version.saturating_add(u32::try_from(at).map_err(internal)?);
            event_after(after, now, actor.clone(), EventBody::Store { what: what.clone() })
        };
        let events = whats.iter().enumerate().map(event).collect::<Outcome<Vec<_>>>()?;
        session.store.append_events(&events, None, &[])?;
        Ok(())
    });
    let store = &mut desk.session_mut()?.store;
    if let Err(problem) = recorded {
        store.withdraw_slot(fresh)?;
        return Err(problem);
    }
    store.settle_slot(fresh)?;
    desk.read_office()
}
