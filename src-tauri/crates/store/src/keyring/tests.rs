//! Slots open for their owner alone, and nothing of one can be changed.

use super::*;
use crate::connection;

const CHEAP: KdfParams = KdfParams { memory_kib: 32, passes: 1, lanes: 1 };

fn keyring() -> (Keyring, StoreKey) {
    let key = random::bytes::<32>().unwrap();
    let mut keyring = Keyring::new(Path::new("/nowhere"), "store-1");
    keyring
        .add(SlotOwner { member_id: "m1".into(), sign_in: "Tanaka".into() }, "かぎ が", &key, CHEAP)
        .unwrap();
    keyring
        .add(SlotOwner { member_id: "m2".into(), sign_in: "sato".into() }, "second password", &key, CHEAP)
        .unwrap();
    (keyring, key)
}

#[test]
fn a_slot_opens_by_either_name_and_its_password_alone() {
    let (keyring, key) = keyring();
    for who in ["m1", "Tanaka", " tanaka", "ＴＡＮＡＫＡ"] {
        assert_eq!(keyring.open(who, "かぎ が").unwrap().key, key, "{who}");
    }
    assert_eq!(
        keyring.open("m1", "かぎ か\u{3099}").unwrap().key,
        key,
        "a decomposed voiced kana is the same password"
    );
    let wrong = keyring.open("m1", "second password").err().unwrap().to_string();
    assert_eq!(
        keyring.open("nobody", "かぎ が").err().unwrap().to_string(),
        wrong,
        "names cannot be tried out"
    );
}

#[test]
fn a_slot_that_was_moved_renamed_or_made_cheaper_does_not_open() {
    let (keyring, _) = keyring();
    let mut moved = keyring.clone();
    moved.file.store_id = "store-2".into();
    assert!(moved.open("m1", "かぎ が").is_err());
    let mut renamed = keyring.clone();
    renamed.file.slots[0].owner = Some(SlotOwner { member_id: "m9".into(), sign_in: "Tanaka".into() });
    assert!(renamed.open("m9", "かぎ が").is_err());
    let mut cheaper = keyring.clone();
    cheaper.file.slots[0].kdf.memory_kib = 16;
    assert!(cheaper.open("m1", "かぎ が").is_err());
    let mut newer = keyring.clone();
    newer.file.slots[0].edition = 7;
    assert!(newer.open("m1", "かぎ が").is_err(), "an old slot does not pass for a new one");
    let mut crowned = keyring.clone();
    crowned.file.slots[0].keys = crowned.file.slots[1].keys;
    assert!(crowned.open("m1", "かぎ が").is_err(), "nor for another member's");
    let mut renewed = keyring.clone();
    renewed.file.generation = 2;
    assert!(renewed.open("m1", "かぎ が").is_err(), "a former store key does not pass for the present one");
}

#[test]
fn names_are_given_once_and_the_last_member_stays() {
    let (mut keyring, key) = keyring();
    let twin = SlotOwner { member_id: "m3".into(), sign_in: "TANAKA".into() };
    assert!(keyring.add(twin, "another password", &key, CHEAP).is_err());
    keyring.remove("m2").unwrap();
    assert!(keyring.open("sato", "second password").is_err());
    assert!(keyring.remove("m1").is_err(), "nobody could open the store any more");
    assert!(keyring.remove("m7").is_err());
}

#[test]
fn a_new_password_lies_beside_the_former_one_until_the_journal_names_its_keys() {
    let (mut keyring, key) = keyring();
    let before = keyring.open("m1", "かぎ が").unwrap().identity.unwrap().public();
    let (pending, fresh, edition) = keyring.prepare("tanaka", "another password", &key, CHEAP).unwrap();
    assert_eq!(edition, 2);
    assert_eq!(keyring.owners().len(), 2, "both slots are one member's");
    let opened = keyring.open("m1", "another password").unwrap();
    assert_eq!((opened.identity.unwrap().public(), opened.edition), (fresh.public(), 2));
    assert_eq!(keyring.open("m1", "かぎ が").unwrap().identity.unwrap().public(), before);
    let mut crashed = keyring.clone();
    crashed.withdraw(&pending);
    assert!(crashed.open("m1", "another password").is_err());
    assert!(crashed.open("m1", "かぎ が").is_ok());
    keyring.settle(&pending, &key).unwrap();
    assert!(keyring.open("m1", "かぎ が").is_err());
    assert_eq!(keyring.owners()[0].member_id, "m1", "the member keeps the place in the list");
}

#[test]
fn a_slot_of_the_first_format_opens_and_gives_no_voice() {
    // As that format wrote it: the store key itself under the password, other parts authenticated.
    let key = random::bytes::<32>().unwrap();
    let mut keyring = Keyring::new(Path::new("/nowhere"), "store-1");
    let mut slot = Slot {
        owner: Some(SlotOwner { member_id: "m1".into(), sign_in: "sato".into() }),
        keys: None,
        edition: 0,
        kdf: CHEAP,
        salt: hex::encode([1; 16]),
        nonce: hex::encode([2; 24]),
        wrapped: String::new(),
        sealed: None,
        former: None,
        second: None,
    };
    let (wrapping, nonce) = keyring.wrapping(&slot, b"first password").unwrap();
    let aad = keyring.authenticated(&slot);
    slot.wrapped = hex::encode(
        XChaCha20Poly1305::new(&Key::from(*wrapping))
            .encrypt(&XNonce::from(nonce), Payload { msg: key.as_slice(), aad: &aad })
            .unwrap(),
    );
    keyring.file.slots.push(slot);
    let opened = keyring.open("sato", "first password").unwrap();
    assert!(opened.key == key && opened.identity.is_none() && opened.edition == 0);
}

#[test]
fn a_new_store_key_reaches_those_who_are_named_and_nobody_else() {
    let (mut keyring, former) = keyring();
    let identity = |keyring: &Keyring, who, password| keyring.open(who, password).unwrap().identity.unwrap();
    let (one, other) = (identity(&keyring, "m1", "かぎ が"), identity(&keyring, "m2", "second password"));
    let older = keyring.clone();
    let key = random::bytes::<32>().unwrap();
    let keys = Keys { key: key.clone(), former: Some(former.clone()) };
    keyring.begin_renewal(2, &keys, |_, public, _| *public == one.public()).unwrap();
    assert!(keyring.is_between());
    let found = keyring.keys_for(&one).unwrap().unwrap();
    assert!(found.key == key && found.former.as_ref() == Some(&former), "both, while files are under either");
    assert!(keyring.keys_for(&other).unwrap().is_none());
    assert!(keyring.open("m2", "second password").is_err());
    let opened = keyring.open("m1", "かぎ が").unwrap();
    assert!(opened.key == key && opened.generation == 2 && opened.between, "no password had to be typed");
    keyring.end_renewal();
    assert!(keyring.keys_for(&one).unwrap().unwrap().former.is_none() && !keyring.is_between());
    assert_eq!(older.keys_for(&one).unwrap().unwrap().key, former);
    // A slot of the former key does not pass for one of the present.
    let mut mixed = keyring.clone();
    mixed.file.slots[0].sealed.clone_from(&older.file.slots[0].sealed);
    assert!(mixed.keys_for(&one).is_err());
    let backups = connection::derived(&former, "store-1", BACKUP_PURPOSE).unwrap();
    assert_eq!(keyring.earlier(&key).unwrap(), [backups], "lists of former backups can be checked");
    assert!(keyring.earlier(&former).is_err());
}
