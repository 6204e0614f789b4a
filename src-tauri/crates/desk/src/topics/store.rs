//! Making, opening and regaining a store.

use crate::acts::CreateStore;
use crate::convert::{session_view, text};
use crate::desk::{Desk, event_after, new_uuid};
use crate::error::{Outcome, internal};
use crate::topics::passwords::check_password;
use crate::view::StoreCreated;
use entaku_domain::event::{EventBody, StoreEvent};
use entaku_domain::ids::{MemberId, StoreId};
use entaku_domain::member::{Actor, Member, Role};
use entaku_domain::member_keys::FirstKeys;
use entaku_store::{NewStore, SlotOwner, Store};
use std::path::PathBuf;

/// What signing in may leave in the access log.
pub(crate) const SIGN_IN_NOTES: &[&str] = &[
    "access.signedIn",
    "access.signInsFailed",
    "access.clockBehind",
    "access.spareCodeUsed",
    "access.notedAside",
    "access.notesLost",
    "access.backedUp",
];

pub(crate) fn dir_or_default(desk: &Desk, dir: Option<&str>) -> PathBuf {
    dir.filter(|dir| !dir.is_empty()).map_or_else(|| desk.environment.store_dir.clone(), PathBuf::from)
}

/// Makes a store and signs its first member in.
pub(crate) fn make_store(desk: &mut Desk, args: CreateStore, demo: bool) -> Outcome<StoreCreated> {
    let now = desk.environment.clock.now();
    let institution = text("institution", &args.institution)?;
    let name = text("member", &args.member)?;
    let sign_in = text(
        "signIn",
        args.sign_in.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or(&args.member),
    )?;
    check_password("password", &args.password, &[name.as_str(), sign_in.as_str()])?;
    let mut roles = args.roles.unwrap_or_default();
    if roles.is_empty() {
        roles = vec![Role::Chair, Role::Administrator];
    }
    let qualifications = args.qualifications.unwrap_or_default();
    let member = Member {
        id: MemberId::parse(&new_uuid(now)).map_err(internal)?,
        name,
        sign_in,
        institution: Some(institution.clone()),
        roles,
        qualifications,
        institution_kind: None,
        field: None,
        full_time: None,
    };
    let dir = dir_or_default(desk, args.dir.as_deref());
    let created_at = now.to_rfc3339();
    let new = NewStore {
        site_id: institution.as_str(),
        device_id: &desk.environment.device,
        created_at: &created_at,
        kdf: desk.environment.kdf,
    };
    let owner = SlotOwner { member_id: member.id.to_string(), sign_in: member.sign_in.to_string() };
    let (mut store, keys) = Store::create(&dir, &new, owner, &args.password)?;
    let store_id = StoreId::parse(store.store_id()).map_err(internal)?;
    let actor = Actor {
        member: member.id.clone(),
        name: member.name.clone(),
        role: member.roles.first().copied().unwrap_or(Role::Administrator),
        on_behalf_of: None,
    };
    let first = FirstKeys { member: member.id.clone(), keys: keys.member, recovery: keys.recovery };
    let event = |version, what| event_after(version, now, actor.clone(), EventBody::Store { what });
    let events = [
        event(0, StoreEvent::Created { store: store_id, institution, keys: Some(Box::new(first)) })?,
        event(1, StoreEvent::MemberAdded { member: member.clone(), keys: None })?,
    ];
    store.append_events(&events, None, &[])?;
    desk.sit_down(store, member.id.as_str(), demo)?;
    desk.note_sign_in(None)?;
    let session = session_view(desk, desk.session()?);
    Ok(StoreCreated {
        store_id: session.store_id.clone(),
        member_id: member.id.to_string(),
        recovery_code: keys.code.reveal().to_owned(),
        session,
    })
}

/// Gives the member who is signed in keys that nobody else ever held, under a new password: they are laid into the key
/// file, recorded, and the former ones go.
pub(crate) fn take_own_keys(desk: &mut Desk, former: &str, new: &str) -> Outcome<()> {
    let kdf = desk.environment.kdf;
    let session = desk.session_mut()?;
    let id = session.member.id.clone();
    let fresh = session.store.prepare_own_keys(former, new, kdf)?;
    let recorded = desk.note_store(StoreEvent::KeysTaken { id, keys: fresh.keys, edition: fresh.edition });
    let store = &mut desk.session_mut()?.store;
    match recorded {
        Ok(()) => Ok(store.settle_slot(fresh)?),
        Err(problem) => {
            store.withdraw_slot(fresh)?;
            Err(problem)
        }
    }
}
