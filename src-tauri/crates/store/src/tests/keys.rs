//! Passwords, the recovery code, members coming and going.

use super::*;

fn database_bytes(dir: &Path) -> Vec<Vec<u8>> {
    ["store.db", "store.db-wal"]
        .iter()
        .map(|name| std::fs::read(dir.join(name)).unwrap_or_default())
        .collect()
}

#[test]
fn a_wrong_password_and_an_unknown_member_are_told_alike() {
    let room = Room::new();
    drop(make(&room.store()));
    let wrong = Store::open(&room.store(), "tanaka", "wrong", "pc").unwrap_err().to_string();
    let unknown = Store::open(&room.store(), "nobody", PASSWORD, "pc").unwrap_err().to_string();
    assert_eq!(wrong, unknown, "a difference would tell which names exist");
    assert!(Store::open(&room.store(), "m1", PASSWORD, "pc").is_ok(), "the member id opens as well");
}

#[test]
fn the_recovery_code_opens_and_gives_a_new_password() {
    let room = Room::new();
    let (store, code) = make(&room.store());
    drop(store);
    let mut store = Store::open_with_recovery(&room.store(), &code.reveal().to_lowercase(), "pc").unwrap();
    assert_eq!(store.opened_by(), None);
    let (fresh, renewed, _) = store.prepare_recovery("m1", "another password", CHEAP).unwrap();
    store.settle_slot(fresh).unwrap();
    drop(store);
    assert!(open(&room.store()).is_err(), "the forgotten password is void");
    assert!(Store::open(&room.store(), "tanaka", "another password", "pc").is_ok());
    let former = Store::open_with_recovery(&room.store(), code.reveal(), "pc").unwrap_err();
    assert!(matches!(former, StoreError::RecoveryRefused), "{former}");
    assert!(Store::open_with_recovery(&room.store(), renewed.reveal(), "pc").is_ok());
}

#[test]
fn changing_a_password_rewrites_no_page_of_the_database() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    grow(&mut store, "case/1", 5);
    let before = database_bytes(&room.store());
    assert_eq!(store.change_password(PASSWORD, "another password", CHEAP).unwrap(), 2);
    assert!(matches!(store.change_password(PASSWORD, "third", CHEAP), Err(StoreError::SignInRefused)));
    assert_eq!(database_bytes(&room.store()), before);
    drop(store);
    assert!(open(&room.store()).is_err());
    assert!(Store::open(&room.store(), "tanaka", "another password", "pc").unwrap().verify().unwrap().ok);
}

#[test]
fn members_come_and_go() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    store.add_slot(owner("m2", "sato"), "second password", CHEAP).unwrap();
    assert_eq!(Store::sign_in_names(&room.store()).unwrap(), [owner("m1", "tanaka"), owner("m2", "sato")]);
    assert!(store.check_password("m2", "second password").is_ok());
    assert!(store.check_password("m2", PASSWORD).is_err());
    assert!(Store::open(&room.store(), "sato", "second password", "pc").is_ok());
    store.remove_slot("sato").unwrap();
    assert!(Store::open(&room.store(), "sato", "second password", "pc").is_err());
    assert!(store.remove_slot("tanaka").is_err(), "somebody must be able to open the store");
}

#[test]
fn the_standard_cost_opens_too() {
    let room = Room::new();
    let new = NewStore { site_id: "site", device_id: "pc", created_at: NOW, kdf: KdfParams::STANDARD };
    let (store, _) = Store::create(&room.store(), &new, owner("m1", "tanaka"), PASSWORD).unwrap();
    drop(store);
    assert!(open(&room.store()).is_ok());
    let keys = std::fs::read_to_string(room.store().join("keys.json")).unwrap();
    assert!(keys.contains("65536"), "the cost stands in the slot, so that it can be raised later: {keys}");
}

#[test]
fn a_damaged_key_file_is_named_and_never_a_panic() {
    let room = Room::new();
    drop(make(&room.store()));
    let path = room.store().join("keys.json");
    let sound = std::fs::read(&path).unwrap();
    for at in (0..sound.len()).step_by(37) {
        let mut flipped = sound.clone();
        flipped[at] ^= 0x04;
        std::fs::write(&path, &flipped).unwrap();
        // A flip in the recovery slot or in white space leaves the member's slot as it was.
        if let Err(error) = open(&room.store()) {
            let named = matches!(
                error,
                StoreError::KeyFile { .. } | StoreError::SignInRefused | StoreError::Damaged { .. }
            );
            assert!(named, "byte {at}: {error}");
        }
    }
    for text in ["", "{}", "[]", "null", "{\"format\":99,\"store_id\":\"x\",\"slots\":[]}"] {
        std::fs::write(&path, text).unwrap();
        let error = open(&room.store()).unwrap_err();
        assert!(
            matches!(error, StoreError::KeyFile { .. }) && error.to_string().contains("backup"),
            "{text}: {error}"
        );
    }
}
