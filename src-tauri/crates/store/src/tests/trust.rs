//! Attacks by one who has the folder and a member's password, and with it the store's key: nobody speaks in another's name.

use super::*;
use crate::identity::Identity;
use crate::keyring::{Keyring, StoreKey};
use entaku_domain::event::{AccessEvent, Event, EventBody, StoreEvent, Stream};
use entaku_domain::ids::{EventId, MemberId, StoreId};
use entaku_domain::member::{Actor, Member, Role};
use entaku_domain::member_keys::FirstKeys;
use entaku_domain::text::Text;

pub(super) const CHAIR: u64 = 1;
pub(super) const VIEWER: u64 = 2;
const FIRST: &str = "the first password";
pub(super) const OWN: &str = "a password of one's own";

pub(super) fn id(number: u64) -> MemberId {
    MemberId::parse(&format!("0198c5b2-7f00-7000-8000-{number:012x}")).unwrap()
}

pub(super) fn member(number: u64, sign_in: &str, roles: &[Role]) -> Member {
    Member {
        id: id(number),
        name: Text::new(sign_in).unwrap(),
        sign_in: Text::new(sign_in).unwrap(),
        institution: None,
        roles: roles.to_vec(),
        qualifications: vec![],
        institution_kind: None,
        field: None,
        full_time: None,
    }
}

/// The next event of a stream, in anybody's name.
pub(super) fn next(store: &Store, actor: u64, role: Role, body: EventBody) -> Event {
    let version = u32::try_from(store.version(&body.stream()).unwrap()).unwrap() + 1;
    let number = store.head().unwrap().count + 1;
    Event {
        id: EventId::parse(&format!("0198c5b2-7f00-7000-8000-{:012x}", 0xabc000 + number)).unwrap(),
        version,
        at: chrono::DateTime::parse_from_rfc3339(NOW).unwrap(),
        actor: Actor { member: id(actor), name: Text::new("誰か").unwrap(), role, on_behalf_of: None },
        body,
    }
}

pub(super) fn record(
    store: &mut Store,
    actor: u64,
    role: Role,
    what: StoreEvent,
) -> Result<Appended, StoreError> {
    let event = next(store, actor, role, EventBody::Store { what });
    store.append_events(&[event], None, &[])
}

pub(super) fn signed_in(store: &Store, actor: u64, role: Role) -> Event {
    next(store, actor, role, EventBody::Access { what: AccessEvent::SignedIn })
}

/// A store of a chair, who administers it, and a viewer who has taken keys of their own.
pub(super) fn panel(room: &Room) -> RecoveryCode {
    let new = NewStore { site_id: "site-1", device_id: "pc-1", created_at: NOW, kdf: CHEAP };
    let chair = owner(id(CHAIR).as_str(), "sato");
    let (mut store, keys) = Store::create(&room.store(), &new, chair, PASSWORD).unwrap();
    let first = FirstKeys { member: id(CHAIR), keys: keys.member, recovery: keys.recovery };
    let created = StoreEvent::Created {
        store: StoreId::parse(store.store_id()).unwrap(),
        institution: Text::new("円卓大学病院").unwrap(),
        keys: Some(Box::new(first)),
    };
    record(&mut store, CHAIR, Role::Chair, created).unwrap();
    let chair = member(CHAIR, "sato", &[Role::Chair, Role::Administrator]);
    record(&mut store, CHAIR, Role::Chair, StoreEvent::MemberAdded { member: chair, keys: None }).unwrap();
    let slot = owner(id(VIEWER).as_str(), "abe");
    let given = store.add_slot(slot, FIRST, CHEAP).unwrap();
    let viewer = member(VIEWER, "abe", &[Role::Viewer]);
    record(
        &mut store,
        CHAIR,
        Role::Administrator,
        StoreEvent::MemberAdded { member: viewer, keys: Some(given) },
    )
    .unwrap();
    drop(store);
    let mut store = Store::open(&room.store(), "abe", FIRST, "pc-2").unwrap();
    assert!(!store.has_own_keys(), "the administrator knows the first password");
    let event = signed_in(&store, VIEWER, Role::Viewer);
    let refused = store.append_events(&[event], None, &[]).unwrap_err();
    assert!(matches!(refused, StoreError::NotTheirs { .. }), "{refused}");
    let fresh = store.prepare_own_keys(FIRST, OWN, CHEAP).unwrap();
    let taken = StoreEvent::KeysTaken { id: id(VIEWER), keys: fresh.keys, edition: fresh.edition };
    record(&mut store, VIEWER, Role::Viewer, taken).unwrap();
    store.settle_slot(fresh).unwrap();
    assert!(store.has_own_keys());
    let event = signed_in(&store, VIEWER, Role::Viewer);
    store.append_events(&[event], None, &[]).unwrap();
    keys.code
}

pub(super) fn open_as(room: &Room, who: &str, password: &str) -> Result<Store, StoreError> {
    Store::open(&room.store(), who, password, "pc-1")
}

#[test]
fn every_event_is_signed_by_its_actor_and_the_store_is_sound() {
    let room = Room::new();
    panel(&room);
    assert!(open_as(&room, "abe", FIRST).is_err(), "the first password opens nothing any more");
    let store = open_as(&room, "abe", OWN).unwrap();
    let found = store.verify_deep().unwrap();
    assert!(found.ok && found.unsigned == 0 && found.events == 5, "{found:?}");
}

#[test]
fn nobody_records_in_another_name_or_role() {
    let room = Room::new();
    panel(&room);
    let mut store = open_as(&room, "abe", OWN).unwrap();
    for (actor, role) in
        [(CHAIR, Role::Chair), (VIEWER, Role::Chair), (9, Role::Viewer), (0, Role::Administrator)]
    {
        let event = signed_in(&store, actor, role);
        let refused = store.append_events(&[event], None, &[]).unwrap_err();
        assert!(matches!(refused, StoreError::NotTheirs { .. }), "{actor} as {role:?}: {refused}");
    }
    let crown = StoreEvent::MemberChanged { member: member(VIEWER, "abe", &[Role::Chair]) };
    assert!(record(&mut store, VIEWER, Role::Viewer, crown).is_err(), "nobody makes oneself chair");
    assert!(store.verify().unwrap().ok, "and nothing of it was written");
}

/// A key file in which the slot of a member was replaced by one that `password` opens.
pub(super) fn forge(room: &Room, who: u64, sign_in: &str, password: &str, key: &StoreKey) {
    let mut keyring = Keyring::read(&room.store()).unwrap();
    keyring.remove(sign_in).unwrap();
    keyring.add(owner(id(who).as_str(), sign_in), password, key, CHEAP).unwrap();
    keyring.write().unwrap();
}

#[test]
fn a_slot_laid_into_the_chairs_place_opens_and_signs_nothing() {
    let room = Room::new();
    panel(&room);
    let mut store = open_as(&room, "abe", OWN).unwrap();
    let (true_key, random_key) = (store.key.clone(), crate::random::bytes::<32>().unwrap());
    let sound = std::fs::read(room.store().join("keys.json")).unwrap();
    for key in [&random_key, &true_key] {
        forge(&room, CHAIR, "sato", "the viewer's choice", key);
        let told = store.check_password("sato", "the viewer's choice").unwrap_err();
        assert!(matches!(told, StoreError::KeysDiffer { .. }), "{told}");
        let told = store.admit_guest("sato", "the viewer's choice").unwrap_err();
        assert!(matches!(told, StoreError::KeysDiffer { .. }), "{told}");
        assert!(open_as(&room, "sato", "the viewer's choice").is_err());
        std::fs::write(room.store().join("keys.json"), &sound).unwrap();
    }
    assert!(open_as(&room, "sato", PASSWORD).is_ok());
}

/// Writes the journal anew from an event on, as one can who has the store's key: content changed, hashes computed again.
fn rewrite(store: &Store, from: u64, change: impl Fn(&mut StoredRecord)) {
    store.conn.execute_batch("DROP TRIGGER journal_is_never_updated").unwrap();
    let mut before = store.hash_at(from - 1).unwrap().unwrap();
    for seq in from..=store.head().unwrap().count {
        let stream: String = store
            .conn
            .query_row("SELECT stream FROM journal WHERE seq = ?1", [seq], |row| row.get(0))
            .unwrap();
        let mut record =
            store.load_stream(&stream).unwrap_or_default().into_iter().find(|one| one.seq == seq);
        let record = record.as_mut().expect("it is read before it is changed");
        change(record);
        record.prev_hash = before;
        record.hash = record.digest();
        before = record.hash;
        store
            .conn
            .execute(
                "UPDATE journal SET actor_member = ?2, payload = ?3, size = ?4, encoding = 'json', prev_hash = ?5, hash = ?6, actor_role = ?7 WHERE seq = ?1",
                rusqlite::params![seq, record.actor_member, record.payload, record.payload.len(), record.prev_hash, record.hash, record.actor_role],
            )
            .unwrap();
    }
}

#[test]
fn a_journal_written_anew_in_another_name_is_found() {
    let room = Room::new();
    panel(&room);
    let mut store = open_as(&room, "abe", OWN).unwrap();
    // The last event says now that the chair signed in; the chain and the keyed head fit again.
    let last = store.head().unwrap().count;
    rewrite(&store, last, |record| {
        let payload = String::from_utf8(record.payload.clone()).unwrap();
        let payload = payload.replace(id(VIEWER).as_str(), id(CHAIR).as_str());
        record.payload = payload.replace("\"role\":\"viewer\"", "\"role\":\"chair\"").into_bytes();
        record.actor_member = id(CHAIR).to_string();
        record.actor_role = "chair".to_owned();
    });
    store.confirm_head().unwrap();
    let found = store.verify_deep().unwrap();
    let bad = found.first_bad.expect("it is found");
    assert_eq!((found.ok, bad.seq), (false, last), "{}", bad.what);
    assert!(bad.what.contains("not signed"), "{}", bad.what);
}

#[test]
fn keys_of_the_journal_written_anew_stop_every_further_word() {
    let room = Room::new();
    panel(&room);
    // The viewer puts keys of their own in the place of the chair's, in the event that made the store.
    let mine = Identity::generate().unwrap();
    let mut store = open_as(&room, "abe", OWN).unwrap();
    let chairs = store.keyholders().holder(&id(CHAIR)).unwrap().keys.unwrap();
    rewrite(&store, 1, |record| {
        let payload = String::from_utf8(record.payload.clone()).unwrap();
        let forged = payload.replace(&chairs.signing.to_string(), &mine.public().signing.to_string());
        record.payload = forged.into_bytes();
    });
    store.confirm_head().unwrap();
    drop(store);
    for (who, password, number, role) in
        [("sato", PASSWORD, CHAIR, Role::Chair), ("abe", OWN, VIEWER, Role::Viewer)]
    {
        let mut store = open_as(&room, who, password).unwrap();
        assert_eq!(
            store.unproven().map(|bad| bad.seq),
            Some(1),
            "the event is not signed by the key it names"
        );
        let event = signed_in(&store, number, role);
        let refused = store.append_events(&[event], None, &[]).unwrap_err();
        assert!(matches!(refused, StoreError::Unproven(_)), "{refused}");
        let found = store.verify().unwrap();
        assert_eq!((found.ok, found.first_bad.map(|bad| bad.seq)), (false, Some(1)));
    }
}

#[test]
fn an_older_key_file_laid_back_opens_nothing() {
    let room = Room::new();
    panel(&room);
    let older = std::fs::read(room.store().join("keys.json")).unwrap();
    let mut store = open_as(&room, "abe", OWN).unwrap();
    let edition = store.change_password(OWN, "another password", CHEAP).unwrap();
    let changed = StoreEvent::PasswordChanged { id: id(VIEWER), edition: Some(edition) };
    record(&mut store, VIEWER, Role::Viewer, changed).unwrap();
    drop(store);
    std::fs::write(room.store().join("keys.json"), older).unwrap();
    let refused = open_as(&room, "abe", OWN).unwrap_err();
    assert!(
        matches!(refused, StoreError::KeysDiffer { .. }),
        "a former password does not live again: {refused}"
    );
}

#[test]
fn who_was_removed_by_another_program_is_out_at_the_next_word() {
    let room = Room::new();
    panel(&room);
    let mut viewer = open_as(&room, "abe", OWN).unwrap();
    let mut chair = open_as(&room, "sato", PASSWORD).unwrap();
    record(&mut chair, CHAIR, Role::Administrator, StoreEvent::MemberRemoved { id: id(VIEWER) }).unwrap();
    let event = signed_in(&viewer, VIEWER, Role::Viewer);
    let refused = viewer.append_events(&[event], None, &[]).unwrap_err();
    assert!(matches!(refused, StoreError::NotTheirs { .. }), "{refused}");
    assert!(chair.verify().unwrap().ok);
}

#[test]
fn the_recovery_code_works_once_and_is_unmistakable() {
    let room = Room::new();
    let code = panel(&room);
    let mut store = Store::open_with_recovery(&room.store(), code.reveal(), "pc-1").unwrap();
    let event = signed_in(&store, CHAIR, Role::Chair);
    assert!(store.append_events(&[event], None, &[]).is_err(), "the code speaks in nobody's name");
    let (fresh, renewed, recovery) =
        store.prepare_recovery(id(CHAIR).as_str(), "found again by code", CHEAP).unwrap();
    let what =
        StoreEvent::AccessRecovered { id: id(CHAIR), keys: fresh.keys, edition: fresh.edition, recovery };
    let mut event = next(&store, 0, Role::Administrator, EventBody::Store { what });
    event.actor.member = Actor::recovery_code();
    event.actor.name = Text::new("復旧コード").unwrap();
    store.append_events(&[event], None, &[]).unwrap();
    store.settle_slot(fresh).unwrap();
    drop(store);
    assert!(Store::open_with_recovery(&room.store(), code.reveal(), "pc-1").is_err(), "it is spent");
    assert!(Store::open_with_recovery(&room.store(), renewed.reveal(), "pc-1").is_ok());
    assert!(open_as(&room, "sato", PASSWORD).is_err(), "the forgotten password opens nothing");
    let store = open_as(&room, "sato", "found again by code").unwrap();
    let last = store.load_events(&Stream::Store).unwrap().pop().unwrap();
    assert_eq!((last.body.kind(), last.actor.name.as_str()), ("store.accessRecovered", "復旧コード"));
    assert!(store.verify_deep().unwrap().ok);
}

#[test]
fn a_crash_between_key_file_and_journal_locks_nobody_out() {
    let room = Room::new();
    panel(&room);
    // Before the journal knows of the new keys: the former password holds.
    let mut store = open_as(&room, "abe", OWN).unwrap();
    let fresh = store.prepare_own_keys(OWN, "a later password", CHEAP).unwrap();
    drop(store);
    assert!(open_as(&room, "abe", "a later password").is_err());
    let mut store = open_as(&room, "abe", OWN).unwrap();
    // After: the new one holds, though the former slot still lies there.
    let taken = StoreEvent::KeysTaken { id: id(VIEWER), keys: fresh.keys, edition: fresh.edition };
    record(&mut store, VIEWER, Role::Viewer, taken).unwrap();
    drop(store);
    assert!(open_as(&room, "abe", OWN).is_err());
    let store = open_as(&room, "abe", "a later password").unwrap();
    assert!(store.verify().unwrap().ok);
}
