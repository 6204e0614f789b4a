//! `keys.json`: the store key, wrapped once for each member and once for the recovery code.
//!
//! The store key is 256 random bits and never changes; a password only opens a wrapping of it. So
//! changing a password rewrites one small file and no page of the database. Each slot is sealed with
//! XChaCha20-Poly1305; the store, the owner's names and the cost parameters are authenticated with it,
//! so a slot cannot be moved, renamed or made cheaper unnoticed.
//!
//! Limits, to be known: who once held the store key and kept it keeps it, and an older copy of
//! `keys.json` put back brings back the passwords of that day. The journal tells who changed what.

use crate::error::StoreError;
use crate::files;
use crate::kdf::{self, KdfParams};
use crate::random;
use crate::recovery::RecoveryCode;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use hex::FromHex;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The 256-bit key from which the database key and the head key are derived.
pub(crate) type StoreKey = Zeroizing<[u8; 32]>;

const FORMAT: u32 = 1;
/// A key file of a panel is a few kilobytes; anything beyond this is not one.
const SIZE_LIMIT: u64 = 4 * 1024 * 1024;

/// The member a slot belongs to. Both names open it: the sign-in name for people, the id for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotOwner {
    /// The member's id.
    pub member_id: String,
    /// What the member types to sign in; compared after NFKC and without regard to case.
    pub sign_in: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    /// `None`: the recovery slot.
    owner: Option<SlotOwner>,
    kdf: KdfParams,
    salt: String,
    nonce: String,
    wrapped: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    format: u32,
    store_id: String,
    slots: Vec<Slot>,
}

/// The key file as read.
#[derive(Debug, Clone)]
pub(crate) struct Keyring {
    path: PathBuf,
    file: KeyFile,
}

impl Keyring {
    /// An empty keyring of a new store in `dir`; nothing is written yet.
    pub(crate) fn new(dir: &Path, store_id: &str) -> Self {
        let file = KeyFile { format: FORMAT, store_id: store_id.to_owned(), slots: Vec::new() };
        Self { path: dir.join(files::KEYS), file }
    }

    /// Reads `keys.json` of the store in `dir`.
    pub(crate) fn read(dir: &Path) -> Result<Self, StoreError> {
        let path = dir.join(files::KEYS);
        let damaged = |what: String| StoreError::KeyFile { path: path.clone(), what };
        let size = match std::fs::metadata(&path) {
            Ok(metadata) => metadata.len(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(StoreError::NotAStore { dir: dir.to_owned(), missing: files::KEYS });
            }
            Err(error) => return Err(StoreError::io(&path, "read the key file")(error)),
        };
        if size > SIZE_LIMIT {
            return Err(damaged(format!("{size} bytes long, which no key file is")));
        }
        let bytes = std::fs::read(&path).map_err(StoreError::io(&path, "read the key file"))?;
        let file: KeyFile =
            serde_json::from_slice(&bytes).map_err(|error| damaged(format!("not a key file ({error})")))?;
        if file.format != FORMAT {
            return Err(damaged(format!(
                "its format is {}; this program knows format {FORMAT}",
                file.format
            )));
        }
        Ok(Self { path, file })
    }

    pub(crate) fn write(&self) -> Result<(), StoreError> {
        let bytes = serde_json::to_vec_pretty(&self.file)
            .map_err(|error| StoreError::KeyFile { path: self.path.clone(), what: error.to_string() })?;
        files::replace(&self.path, &bytes)
    }

    pub(crate) fn store_id(&self) -> &str {
        &self.file.store_id
    }

    /// Whose passwords open the store.
    pub(crate) fn owners(&self) -> Vec<SlotOwner> {
        self.file.slots.iter().filter_map(|slot| slot.owner.clone()).collect()
    }

    /// The store key by a member's id or sign-in name and password. An unknown name costs as much time
    /// as a wrong password and is told alike.
    pub(crate) fn open(&self, who: &str, password: &str) -> Result<(SlotOwner, StoreKey), StoreError> {
        let Some(slot) = self.slot_of(who) else {
            let params = self.file.slots.iter().map(|slot| slot.kdf).next().unwrap_or(KdfParams::STANDARD);
            kdf::derive(password_bytes(password).as_bytes(), &[0; 16], params)?;
            return Err(StoreError::SignInRefused);
        };
        let key = self.unwrap(slot, password_bytes(password).as_bytes())?.ok_or(StoreError::SignInRefused)?;
        let owner = slot.owner.clone().ok_or(StoreError::SignInRefused)?;
        Ok((owner, key))
    }

    /// The store key by the recovery code.
    pub(crate) fn open_with_recovery(&self, code: &RecoveryCode) -> Result<StoreKey, StoreError> {
        let slot =
            self.file.slots.iter().find(|slot| slot.owner.is_none()).ok_or(StoreError::RecoveryRefused)?;
        self.unwrap(slot, code.reveal().as_bytes())?.ok_or(StoreError::RecoveryRefused)
    }

    /// Adds a slot for a new member.
    pub(crate) fn add(
        &mut self,
        owner: SlotOwner,
        password: &str,
        key: &StoreKey,
        kdf: KdfParams,
    ) -> Result<(), StoreError> {
        if owner.member_id.trim().is_empty() || owner.sign_in.trim().is_empty() {
            return Err(StoreError::Slot("a member needs an id and a sign-in name".to_owned()));
        }
        if self.slot_of(&owner.member_id).is_some() || self.slot_of(&owner.sign_in).is_some() {
            return Err(StoreError::Slot(format!(
                "the sign-in name “{}” is taken; choose another",
                owner.sign_in
            )));
        }
        let slot = self.seal(Some(owner), password_bytes(password).as_bytes(), key, kdf)?;
        self.file.slots.push(slot);
        Ok(())
    }

    /// Gives a member a new password.
    pub(crate) fn rewrap(
        &mut self,
        who: &str,
        password: &str,
        key: &StoreKey,
        kdf: KdfParams,
    ) -> Result<(), StoreError> {
        let owner =
            self.slot_of(who).and_then(|slot| slot.owner.clone()).ok_or_else(|| no_such_member(who))?;
        let fresh = self.seal(Some(owner.clone()), password_bytes(password).as_bytes(), key, kdf)?;
        if let Some(slot) = self.file.slots.iter_mut().find(|slot| slot.owner.as_ref() == Some(&owner)) {
            *slot = fresh;
        }
        Ok(())
    }

    /// Takes a member's slot away. The last one stays: a store must be openable by a person.
    pub(crate) fn remove(&mut self, who: &str) -> Result<(), StoreError> {
        let owner =
            self.slot_of(who).and_then(|slot| slot.owner.clone()).ok_or_else(|| no_such_member(who))?;
        if self.owners().len() == 1 {
            return Err(StoreError::Slot(
                "the last member who can open the store cannot be removed; add another first".to_owned(),
            ));
        }
        self.file.slots.retain(|slot| slot.owner.as_ref() != Some(&owner));
        Ok(())
    }

    /// Replaces the recovery slot by one for `code`; the former code opens nothing any more.
    pub(crate) fn set_recovery(&mut self, code: &RecoveryCode, key: &StoreKey) -> Result<(), StoreError> {
        let slot = self.seal(None, code.reveal().as_bytes(), key, KdfParams::RANDOM_CODE)?;
        self.file.slots.retain(|slot| slot.owner.is_some());
        self.file.slots.push(slot);
        Ok(())
    }

    fn slot_of(&self, who: &str) -> Option<&Slot> {
        let who = fold(who);
        self.file.slots.iter().find(|slot| {
            slot.owner
                .as_ref()
                .is_some_and(|owner| fold(&owner.member_id) == who || fold(&owner.sign_in) == who)
        })
    }

    fn seal(
        &self,
        owner: Option<SlotOwner>,
        secret: &[u8],
        key: &StoreKey,
        kdf: KdfParams,
    ) -> Result<Slot, StoreError> {
        let salt = random::bytes::<16>()?;
        let nonce = random::bytes::<24>()?;
        let wrapping = kdf::derive(secret, salt.as_slice(), kdf)?;
        let aad = self.authenticated(owner.as_ref(), kdf, salt.as_slice());
        let wrapped = XChaCha20Poly1305::new(&Key::from(*wrapping))
            .encrypt(&XNonce::from(*nonce), Payload { msg: key.as_slice(), aad: &aad })
            .map_err(|_| StoreError::Slot("the key could not be wrapped".to_owned()))?;
        let (salt, nonce) = (hex::encode(salt.as_slice()), hex::encode(nonce.as_slice()));
        Ok(Slot { owner, kdf, salt, nonce, wrapped: hex::encode(wrapped) })
    }

    /// `None`: the secret does not fit (or the slot was altered, which looks the same by design).
    fn unwrap(&self, slot: &Slot, secret: &[u8]) -> Result<Option<StoreKey>, StoreError> {
        let damaged = |what: &str| StoreError::KeyFile { path: self.path.clone(), what: what.to_owned() };
        let salt =
            <[u8; 16]>::from_hex(&slot.salt).map_err(|_| damaged("a salt is not 16 bytes in hexadecimal"))?;
        let nonce = <[u8; 24]>::from_hex(&slot.nonce)
            .map_err(|_| damaged("a nonce is not 24 bytes in hexadecimal"))?;
        let wrapped = hex::decode(&slot.wrapped).map_err(|_| damaged("a wrapped key is not hexadecimal"))?;
        let wrapping = kdf::derive(secret, &salt, slot.kdf).map_err(|error| damaged(&error.to_string()))?;
        let aad = self.authenticated(slot.owner.as_ref(), slot.kdf, &salt);
        let opened = XChaCha20Poly1305::new(&Key::from(*wrapping))
            .decrypt(&XNonce::from(nonce), Payload { msg: &wrapped, aad: &aad })
            .map(Zeroizing::new);
        let Ok(opened) = opened else { return Ok(None) };
        let key: [u8; 32] =
            opened.as_slice().try_into().map_err(|_| damaged("a wrapped key is not 256 bits long"))?;
        Ok(Some(Zeroizing::new(key)))
    }

    /// Everything a slot says in the clear, each part with its length before it.
    fn authenticated(&self, owner: Option<&SlotOwner>, kdf: KdfParams, salt: &[u8]) -> Vec<u8> {
        let costs = [kdf.memory_kib, kdf.passes, kdf.lanes].map(u32::to_be_bytes).concat();
        let (kind, member, sign_in) = owner.map_or(("recovery", "", ""), |owner| {
            ("member", owner.member_id.as_str(), owner.sign_in.as_str())
        });
        let parts: [&[u8]; 7] = [
            b"entaku/key-slot/v1",
            self.file.store_id.as_bytes(),
            kind.as_bytes(),
            member.as_bytes(),
            sign_in.as_bytes(),
            &costs,
            salt,
        ];
        let mut out = Vec::new();
        for part in parts {
            out.extend_from_slice(&(part.len() as u64).to_be_bytes());
            out.extend_from_slice(part);
        }
        out
    }
}

fn no_such_member(who: &str) -> StoreError {
    StoreError::Slot(format!("nobody signs in as “{who}”"))
}

/// Names are the same when a person would read them the same on another keyboard.
fn fold(name: &str) -> String {
    name.trim().nfkc().flat_map(char::to_lowercase).collect()
}

/// The same password typed with another input method gives other code points: NFC makes them one.
fn password_bytes(password: &str) -> Zeroizing<String> {
    Zeroizing::new(password.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(keyring.open(who, "かぎ が").unwrap().1, key, "{who}");
        }
        assert_eq!(
            keyring.open("m1", "かぎ か\u{3099}").unwrap().1,
            key,
            "a decomposed voiced kana is the same password"
        );
        let wrong = keyring.open("m1", "second password").unwrap_err().to_string();
        assert_eq!(
            keyring.open("nobody", "かぎ が").unwrap_err().to_string(),
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
}
