//! Members of the panel and the institution.

use super::store::check_password;
use crate::convert::{from_codes, member_view, optional_text, session_view, text};
use crate::desk::{Desk, new_uuid};
use crate::error::{Outcome, Problem, internal};
use crate::view::{AddMember, ChangePassword, MemberView, NoArgs, RecordInstitution, SessionView};
use entaku_domain::event::StoreEvent;
use entaku_domain::ids::MemberId;
use entaku_domain::member::{Member, Role};
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
    let roles: Vec<Role> = from_codes("roles", Some(&args.roles))?;
    if roles.is_empty() {
        return Err(Problem::field("roles", "役割を1つ以上選んでください。", "Choose at least one role."));
    }
    let qualifications = from_codes("qualifications", args.qualifications.as_deref())?;
    let member = Member {
        id: MemberId::parse(&new_uuid(now)).map_err(internal)?,
        name,
        sign_in,
        institution: optional_text("institution", args.institution.as_deref())?,
        roles,
        qualifications,
    };
    let kdf = desk.environment.kdf;
    let owner = SlotOwner { member_id: member.id.to_string(), sign_in: member.sign_in.to_string() };
    desk.session_mut()?.store.add_slot(owner, &args.password, kdf)?;
    let recorded = desk.transact_store(StoreEvent::MemberAdded { member: member.clone() });
    if recorded.is_err() {
        // Without the event the member does not exist; nobody may keep a key without being one.
        desk.session_mut()?.store.remove_slot(member.id.as_str())?;
    }
    recorded?;
    members(desk, NoArgs {})
}

pub(crate) fn change_password(desk: &mut Desk, args: ChangePassword) -> Outcome<SessionView> {
    let kdf = desk.environment.kdf;
    let session = desk.session_mut()?;
    let member = session.member.clone();
    check_password("new", &args.new, &[member.name.as_str(), member.sign_in.as_str()])?;
    session.store.change_password(member.id.as_str(), &args.old, &args.new, kdf)?;
    desk.transact_store(StoreEvent::PasswordChanged { id: member.id })?;
    Ok(session_view(desk.session()?))
}

pub(crate) fn record_institution(desk: &mut Desk, args: RecordInstitution) -> Outcome<SessionView> {
    let institution = text("institution", &args.institution)?;
    let contact = optional_text("contact", args.contact.as_deref())?;
    desk.transact_store(StoreEvent::InstitutionRecorded { institution, contact })?;
    Ok(session_view(desk.session()?))
}
