//! Members of the panel and the institution.

use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use entaku_domain::ids::MemberId;
use entaku_domain::member::{Member, Role};

pub(crate) fn roles_of(roles: Vec<Role>) -> Outcome<Vec<Role>> {
    if roles.is_empty() {
        return Err(Problem::field("roles", "役割を1つ以上選んでください。", "Choose at least one role."));
    }
    Ok(roles)
}

/// A member by the id in a form, and whether somebody else is an administrator: without one, nobody could ever add or
/// change a member again.
pub(crate) fn known(desk: &Desk, id: &str) -> Outcome<(Member, bool)> {
    let office = &desk.session()?.office;
    let member = MemberId::parse(id).ok().and_then(|id| office.member(&id).cloned());
    let member = member.ok_or_else(|| Problem::not_found("構成員", "member", id))?;
    let administers = |other: &&Member| other.roles.contains(&Role::Administrator);
    let another = office.members.iter().filter(administers).any(|other| other.id != member.id);
    Ok((member, another))
}

pub(crate) fn last_administrator(field: &str) -> Problem {
    Problem::field(
        field,
        "最後のシステム管理者です。先に、ほかの構成員をシステム管理者にしてください。",
        "This is the last administrator. Make somebody else an administrator first.",
    )
}
