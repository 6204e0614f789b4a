//! Members of the panel and the institution.

use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use entaku_domain::four_eyes::{Proposed, raises};
use entaku_domain::ids::MemberId;
use entaku_domain::member::{Member, Role};
use entaku_words::errors::{members, thing};

pub(crate) fn roles_of(roles: Vec<Role>) -> Outcome<Vec<Role>> {
    if roles.is_empty() {
        return Err(Problem::at("roles", members::ROLE_MISSING));
    }
    Ok(roles)
}

/// A member by the id in a form, and whether somebody else is an administrator: without one, nobody could ever add or
/// change a member again.
pub(crate) fn known(desk: &Desk, id: &str) -> Outcome<(Member, bool)> {
    let office = &desk.session()?.office;
    let member = MemberId::parse(id).ok().and_then(|id| office.member(&id).cloned());
    let member = member.ok_or_else(|| Problem::missing(thing::MEMBER, id))?;
    let administers = |other: &&Member| other.roles.contains(&Role::Administrator);
    let another = office.members.iter().filter(administers).any(|other| other.id != member.id);
    Ok((member, another))
}

pub(crate) fn last_administrator(field: &str) -> Problem {
    Problem::at(field, members::LAST_ADMINISTRATOR)
}

/// A member as they can be at once, and what of the roles needs a second person: becoming a chair or an administrator, and, of
/// oneself (`own`), any further role, for each opens something. Who is added as a chair or an administrator alone looks on
/// until then.
pub(crate) fn apart(former: &[Role], member: Member, own: bool) -> (Member, Option<Proposed>) {
    let needs_two =
        |role: &Role| raises(former, std::slice::from_ref(role)) || (own && !former.contains(role));
    if !member.roles.iter().any(needs_two) {
        return (member, None);
    }
    let mut now: Vec<Role> = member.roles.iter().copied().filter(|role| !needs_two(role)).collect();
    if now.is_empty() {
        now = match former {
            [] => vec![Role::Viewer],
            former => former.to_vec(),
        };
    }
    let proposed = Proposed::Roles {
        member: member.id.clone(),
        name: member.name.clone(),
        former: now.clone(),
        roles: member.roles.clone(),
    };
    (Member { roles: now, ..member }, Some(proposed))
}
