//! A new store key: who left opens nothing any more, nobody else notices, and a crash at any step loses nothing.

use super::trust::{CHAIR, OWN, VIEWER, forge, id, member, open_as, panel, record, signed_in};
use super::*;
use crate::connection::{self, Expect};
use crate::keyring::{Keyring, Keys};
use crate::renewal::{encrypt_anew, head_anew};
use entaku_domain::event::StoreEvent;
use entaku_domain::member::Role;

const SPARE: u64 = 3;
const SPARE_PASSWORD: &str = "the third one's own";

fn silent(_: u64, _: u64) {}

/// As `panel`, with a third member, something typed and not recorded, and events enough to fill many pages.
fn room() -> (Room, RecoveryCode) {
    let room = Room::new();
    let code = panel(&room);
    let mut chair = open_as(&room, "sato", PASSWORD).unwrap();
    let given = chair.add_slot(owner(id(SPARE).as_str(), "kato"), "first of the third", CHEAP).unwrap();
    let added = StoreEvent::MemberAdded { member: member(SPARE, "kato", &[Role::Viewer]), keys: Some(given) };
    record(&mut chair, CHAIR, Role::Administrator, added).unwrap();
    let mut spare = open_as(&room, "kato", "first of the third").unwrap();
    let fresh = spare.prepare_own_keys("first of the third", SPARE_PASSWORD, CHEAP).unwrap();
    let taken = StoreEvent::KeysTaken { id: id(SPARE), keys: fresh.keys, edition: fresh.edition };
    record(&mut spare, SPARE, Role::Viewer, taken).unwrap();
    spare.settle_slot(fresh).unwrap();
    for _ in 0..40 {
        let event = signed_in(&chair, CHAIR, Role::Chair);
        chair.append_events(&[event], None, &[]).unwrap();
    }
    let place = DraftPlace { stream: "case:1".into(), form: "summary".into(), item: String::new() };
    let typed = Draft { place, at: NOW.into(), typed: "まだ記録していない言葉".into() };
    chair.keep_draft(id(CHAIR).as_str(), &typed).unwrap();
    (room, code)
}

fn remove_viewer(chair: &mut Store) {
    let removed = StoreEvent::MemberRemoved { id: id(VIEWER) };
    record(chair, CHAIR, Role::Administrator, removed).unwrap();
    chair.remove_slot("abe").unwrap();
}

/// The store opens for who belongs to it, with all that was in it, and for nobody else.
fn is_whole(room: &Room, events: u64, generation: u64) {
    for (who, password) in [("sato", PASSWORD), ("kato", SPARE_PASSWORD)] {
        let mut store = open_as(room, who, password).unwrap();
        let found = store.verify_deep().unwrap();
        assert!(found.ok && found.events == events, "{who}: {found:?}");
        assert_eq!(store.generation, generation);
        assert!(store.head_state().is_sound(), "{:?}", store.head_state());
        let (typed, aside) = store.drafts_of(id(CHAIR).as_str()).unwrap();
        assert_eq!((typed.len(), aside), (1, None));
        assert_eq!(typed[0].typed, "まだ記録していない言葉");
    }
    assert!(!Keyring::read(&room.store()).unwrap().is_between());
    assert!(open_as(room, "abe", OWN).is_err());
}

#[test]
fn who_left_opens_nothing_with_an_older_key_file_nor_with_the_key_itself() {
    let (room, code) = room();
    let older = std::fs::read(room.store().join("keys.json")).unwrap();
    let mut chair = open_as(&room, "sato", PASSWORD).unwrap();
    let (former, store_id) = (chair.key.clone(), chair.store_id().to_owned());
    assert_eq!(chair.renew_key(&silent).unwrap(), None, "nobody left yet");
    remove_viewer(&mut chair);
    assert_eq!(chair.renew_key(&silent).unwrap(), Some(2));
    assert_eq!(chair.renew_key(&silent).unwrap(), None, "once is enough");
    let event = signed_in(&chair, CHAIR, Role::Chair);
    let events = chair.append_events(&[event], None, &[]).unwrap().seq;
    drop(chair);
    is_whole(&room, events, 2);
    assert!(Store::open_with_recovery(&room.store(), code.reveal(), "pc").is_ok(), "the code still holds");
    std::fs::write(room.store().join("keys.json"), &older).unwrap();
    for (who, password) in [("abe", OWN), ("sato", PASSWORD)] {
        let told = open_as(&room, who, password).unwrap_err();
        assert!(matches!(told, StoreError::KeysDiffer { .. }), "an older key file opens nothing: {told}");
    }
    for file in ["store.db", "drafts.db"] {
        let raw = connection::open_file(&room.store().join(file), &former, &store_id, Expect::Existing);
        assert!(raw.is_err(), "{file}: nor does the former key");
    }
}

#[test]
fn a_crash_after_any_step_is_taken_up_by_whoever_comes_next() {
    for steps in 0..=4 {
        let (room, _) = room();
        let dir = room.store();
        let mut chair = open_as(&room, "sato", PASSWORD).unwrap();
        remove_viewer(&mut chair);
        let (events, store_id) = (chair.head().unwrap().count, chair.store_id().to_owned());
        let former = chair.key.clone();
        let keys = Keys { key: crate::random::bytes::<32>().unwrap(), former: Some(former.clone()) };
        let mut keyring = Keyring::read(&dir).unwrap();
        keyring
            .begin_renewal(2, &keys, |owner, public, edition| chair.keyholding.names(owner, public, edition))
            .unwrap();
        drop(chair);
        if steps > 0 {
            keyring.write().unwrap();
        }
        if steps > 1 {
            encrypt_anew(&dir.join("store.db"), &store_id, &former, &keys.key, &silent).unwrap();
        }
        if steps > 2 {
            encrypt_anew(&dir.join("drafts.db"), &store_id, &former, &keys.key, &silent).unwrap();
        }
        if steps > 3 {
            head_anew(&dir, &store_id, &former, &keys.key).unwrap();
        }
        let mut next = open_as(&room, "kato", SPARE_PASSWORD).unwrap();
        assert_eq!(next.generation, if steps > 0 { 2 } else { 1 }, "after step {steps}");
        next.renew_key(&silent).unwrap();
        drop(next);
        is_whole(&room, events, 2);
    }
}

#[test]
fn a_program_that_has_the_store_open_follows_at_its_next_act() {
    let (room, _) = room();
    let mut other = open_as(&room, "kato", SPARE_PASSWORD).unwrap();
    let mut out = open_as(&room, "abe", OWN).unwrap();
    let mut chair = open_as(&room, "sato", PASSWORD).unwrap();
    remove_viewer(&mut chair);
    chair.renew_key(&silent).unwrap();
    // Without looking first, nothing is recorded: what was acknowledged is never lost.
    let events = chair.head().unwrap().count;
    let record = event(9000, "too late");
    assert!(
        other.append("case:9", 0, std::slice::from_ref(&record), &ProjectionChange::default(), &[]).is_err()
    );
    assert_eq!(chair.head().unwrap().count, events);
    assert!(other.follow_key().unwrap());
    assert!(!other.follow_key().unwrap());
    let event = signed_in(&other, SPARE, Role::Viewer);
    let events = other.append_events(&[event], None, &[]).unwrap().seq;
    assert!(matches!(out.follow_key(), Err(StoreError::SignInRefused)), "who left is not taken along");
    assert!(out.head().is_err());
    drop((out, other, chair));
    is_whole(&room, events, 2);
}

#[test]
fn a_slot_that_was_laid_in_is_given_nothing() {
    let (room, _) = room();
    let mut chair = open_as(&room, "sato", PASSWORD).unwrap();
    remove_viewer(&mut chair);
    // Before leaving, the viewer put keys of their own under the third one's names.
    forge(&room, SPARE, "kato", "the viewer's choice", &chair.key);
    chair.renew_key(&silent).unwrap();
    drop(chair);
    assert!(open_as(&room, "kato", "the viewer's choice").is_err());
    let keyring = Keyring::read(&room.store()).unwrap();
    assert_eq!(keyring.owners().len(), 1, "only who is named by the journal is given the new key");
}

#[test]
fn a_password_changed_while_the_key_is_made_anew_opens_the_present_key() {
    let (room, _) = room();
    let mut spare = open_as(&room, "kato", SPARE_PASSWORD).unwrap();
    let fresh = spare.prepare_own_keys(SPARE_PASSWORD, "yet another of one's own", CHEAP).unwrap();
    let mut chair = open_as(&room, "sato", PASSWORD).unwrap();
    remove_viewer(&mut chair);
    chair.renew_key(&silent).unwrap();
    spare.follow_key().unwrap();
    let taken = StoreEvent::KeysTaken { id: id(SPARE), keys: fresh.keys, edition: fresh.edition };
    record(&mut spare, SPARE, Role::Viewer, taken).unwrap();
    spare.settle_slot(fresh).unwrap();
    let found = open_as(&room, "kato", "yet another of one's own").unwrap().verify().unwrap();
    assert!(found.ok, "{found:?}");
}

#[test]
fn a_backup_from_before_can_still_be_compared() {
    let (room, _) = room();
    let mut chair = open_as(&room, "sato", PASSWORD).unwrap();
    let path = room.path().join("backup.zip");
    let mut file = std::fs::File::create(&path).unwrap();
    chair.back_up(&mut file, NOW).unwrap();
    remove_viewer(&mut chair);
    chair.renew_key(&silent).unwrap();
    assert_eq!(chair.holds_backup(&path).unwrap(), Some(true));
    let lost = StoreEvent::LossReported { what: entaku_domain::text::Text::new("紙を紛失").unwrap() };
    record(&mut chair, CHAIR, Role::Administrator, lost).unwrap();
    assert_eq!(chair.renew_key(&silent).unwrap(), Some(3));
    assert_eq!(chair.holds_backup(&path).unwrap(), Some(true), "also two keys later");
    drop(chair);
    let restored = room.path().join("restored");
    assert!(
        Store::restore(&path, &restored, "abe", OWN, "pc", |_| Ok(())).is_ok(),
        "a backup opens as the store did then"
    );
}

#[test]
fn who_signs_in_while_the_key_is_made_anew_gets_in() {
    let (room, _) = room();
    let mut chair = open_as(&room, "sato", PASSWORD).unwrap();
    remove_viewer(&mut chair);
    let renewing = std::cell::RefCell::new(Some(chair));
    // The key file was read, and before the database is opened another program has finished with both.
    let store = Store::opened_by_keyring(&room.store(), "pc", |keyring| {
        let opened = keyring.open("kato", SPARE_PASSWORD);
        if let Some(mut chair) = renewing.borrow_mut().take() {
            assert_eq!(chair.renew_key(&silent).unwrap(), Some(2));
        }
        opened
    });
    assert_eq!(store.unwrap().generation, 2);
}

#[test]
fn a_key_file_that_counts_ahead_is_refused_for_it_would_keep_the_old_key_in_use() {
    let (room, _) = room();
    let mut chair = open_as(&room, "sato", PASSWORD).unwrap();
    // The viewer, who has the store's key, seals the very same one to everybody under the next number.
    let same = Keys { key: chair.key.clone(), former: Some(chair.key.clone()) };
    let mut keyring = Keyring::read(&room.store()).unwrap();
    keyring
        .begin_renewal(2, &same, |owner, public, edition| chair.keyholding.names(owner, public, edition))
        .unwrap();
    keyring.end_renewal();
    keyring.write().unwrap();
    for _ in 0..2 {
        let told = chair.follow_key().unwrap_err();
        assert!(matches!(told, StoreError::KeysDiffer { .. }), "at every act from then on: {told}");
    }
    drop(chair);
    let told = open_as(&room, "sato", PASSWORD).unwrap_err();
    assert!(matches!(told, StoreError::KeysDiffer { .. }), "{told}");
}
