//! Somebody else at the machine of who is signed in, who proves it with their own password.

use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem, internal};
use entaku_domain::ids::MemberId;
use entaku_domain::member::Member;
use entaku_store::attempt;
use entaku_words::errors::{desk as words, thing};

/// The member whose password was entered, and whose keys sign what is recorded next in their name, until the guest is dismissed.
/// Nobody is signed in or out by it, and the password goes no further.
pub(crate) fn admit(desk: &mut Desk, who: &str, password: &str) -> Outcome<Member> {
    let now = desk.environment.clock.now();
    let session = desk.session_mut()?;
    let dir = session.store.dir().to_owned();
    let (owner, _) = attempt(&dir, who, now, || session.store.admit_guest(who, password))?;
    let id = MemberId::parse(&owner.member_id).map_err(internal)?;
    let confirmed_by = session.confirming(&id);
    if !confirmed_by.is_empty() {
        return Err(Problem::of(Code::Forbidden, words::waits_for_confirmation(confirmed_by)));
    }
    let member = session.office.member(&id).cloned();
    member.ok_or_else(|| Problem::missing(thing::MEMBER, &owner.sign_in))
}
