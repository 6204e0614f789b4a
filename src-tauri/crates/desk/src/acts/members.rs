//! Members of the panel and the institution.

use super::store::check_password;
use crate::convert::{from_code, from_codes, member_view, optional_text, session_view, text};
use crate::desk::{Desk, new_uuid};
use crate::error::{Outcome, Problem, internal};
use crate::view::{
    AddMember, ChangeMember, ChangePassword, MemberView, NoArgs, RecordInstitution, RemoveMember, SessionView,
};
use entaku_domain::event::StoreEvent;
use entaku_domain::ids::MemberId;
use entaku_domain::member::{InstitutionKind, Member, Role};
use entaku_store::SlotOwner;

pub(crate) fn members(desk: &mut Desk, _: NoArgs) -> Outcome<Vec<MemberView>> {
    Ok(desk.session()?.office.members.iter().map(member_view).collect())
}

pub(crate) fn add_member(desk: &mut Desk, args: AddMember) -> Outcome<Vec<MemberView>> {
    let now = desk.environment.clock.now();
    let name = text("name", &args.name)?;
    let sign_in =
        text("signIn", args.sign_in.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or(&args.name))?;
    check_password("password", &args.password, &[name.as_str(), sign_in.as_str()])?;
    let roles = roles_of(&args.roles)?;
    let qualifications = from_codes("qualifications", args.qualifications.as_deref())?;
    let member = Member {
        id: MemberId::parse(&new_uuid(now)).map_err(internal)?,
        name,
        sign_in,
        institution: optional_text("institution", args.institution.as_deref())?,
        roles,
        qualifications,
        institution_kind: kind_of(args.institution_kind.as_deref())?,
        field: optional_text("field", args.field.as_deref())?,
        full_time: args.full_time,
    };
    let kdf = desk.environment.kdf;
    let owner = SlotOwner { member_id: member.id.to_string(), sign_in: member.sign_in.to_string() };
    desk.session_mut()?.store.add_slot(owner, &args.password, kdf)?;
    let recorded = desk.note_store(StoreEvent::MemberAdded { member: member.clone() });
    if recorded.is_err() {
        // Without the event the member does not exist; nobody may keep a key without being one.
        desk.session_mut()?.store.remove_slot(member.id.as_str())?;
    }
    recorded?;
    members(desk, NoArgs {})
}

fn roles_of(codes: &[String]) -> Outcome<Vec<Role>> {
    let roles: Vec<Role> = from_codes("roles", Some(codes))?;
    if roles.is_empty() {
        return Err(Problem::field("roles", "役割を1つ以上選んでください。", "Choose at least one role."));
    }
    Ok(roles)
}

fn kind_of(code: Option<&str>) -> Outcome<Option<InstitutionKind>> {
    let code = code.filter(|code| !code.is_empty());
    code.map(|code| from_code("institutionKind", code)).transpose()
}

/// A member by the id in a form, and whether somebody else is an administrator: without one, nobody could ever add or
/// change a member again.
fn known(desk: &Desk, id: &str) -> Outcome<(Member, bool)> {
    let office = &desk.session()?.office;
    let member = MemberId::parse(id).ok().and_then(|id| office.member(&id).cloned());
    let member = member.ok_or_else(|| Problem::not_found("構成員", "member", id))?;
    let administers = |other: &&Member| other.roles.contains(&Role::Administrator);
    let another = office.members.iter().filter(administers).any(|other| other.id != member.id);
    Ok((member, another))
}

fn last_administrator(field: &str) -> Problem {
    Problem::field(
        field,
        "最後のシステム管理者です。先に、ほかの構成員をシステム管理者にしてください。",
        "This is the last administrator. Make somebody else an administrator first.",
    )
}

pub(crate) fn change_member(desk: &mut Desk, args: ChangeMember) -> Outcome<Vec<MemberView>> {
    let (former, another) = known(desk, &args.member_id)?;
    let member = Member {
        name: text("name", &args.name)?,
        institution: optional_text("institution", args.institution.as_deref())?,
        roles: roles_of(&args.roles)?,
        qualifications: from_codes("qualifications", Some(&args.qualifications))?,
        institution_kind: kind_of(args.institution_kind.as_deref())?,
        field: optional_text("field", args.field.as_deref())?,
        full_time: args.full_time,
        ..former.clone()
    };
    if !another && former.roles.contains(&Role::Administrator) && !member.roles.contains(&Role::Administrator)
    {
        return Err(last_administrator("roles"));
    }
    if member != former {
        desk.transact_store(StoreEvent::MemberChanged { member })?;
    }
    members(desk, NoArgs {})
}

pub(crate) fn remove_member(desk: &mut Desk, args: RemoveMember) -> Outcome<Vec<MemberView>> {
    let (member, another) = known(desk, &args.member_id)?;
    if !another && member.roles.contains(&Role::Administrator) {
        return Err(last_administrator("memberId"));
    }
    if desk.session()?.member.id == member.id {
        return Err(Problem::field(
            "memberId",
            "自分自身は削除できません。ほかのシステム管理者に依頼してください。",
            "You cannot remove yourself; ask another administrator.",
        ));
    }
    // The event first: a key without a member opens nothing, a member without a key could not be told from a fault.
    desk.transact_store(StoreEvent::MemberRemoved { id: member.id.clone() })?;
    desk.session_mut()?.store.remove_slot(member.id.as_str())?;
    members(desk, NoArgs {})
}

pub(crate) fn change_password(desk: &mut Desk, args: ChangePassword) -> Outcome<SessionView> {
    let kdf = desk.environment.kdf;
    let session = desk.session_mut()?;
    let member = session.member.clone();
    check_password("new", &args.new, &[member.name.as_str(), member.sign_in.as_str()])?;
    session.store.change_password(member.id.as_str(), &args.old, &args.new, kdf)?;
    desk.note_store(StoreEvent::PasswordChanged { id: member.id })?;
    Ok(session_view(desk.session()?))
}

pub(crate) fn record_institution(desk: &mut Desk, args: RecordInstitution) -> Outcome<SessionView> {
    let institution = text("institution", &args.institution)?;
    let contact = optional_text("contact", args.contact.as_deref())?;
    // What is not said anew stays: the contact's form and the limit's are one, yet a script may send either.
    let target_days = args.target_days.or(desk.session()?.office.target_days);
    desk.transact_store(StoreEvent::InstitutionRecorded { institution, contact, target_days })?;
    Ok(session_view(desk.session()?))
}
