//! `keys.json`: each member's own keys, wrapped with the member's password, and the store key sealed to them.
//!
//! The store key is 256 random bits; a password opens its member's private keys, and those open the store key. So a new
//! password rewrites one small file and no page of the database, and a new store key could be given to everybody without
//! anybody's password. Private keys are wrapped with XChaCha20-Poly1305 under a key from Argon2id; the store, the owner's
//! names, the public halves, the slot's edition and the cost parameters are authenticated with them, so a slot cannot be
//! moved, renamed, laid back under a newer number or made cheaper unnoticed.
//!
//! A slot proves nothing by itself, for whoever may write the file may lay in one of their own: the journal says which
//! public keys and which edition are a member's ([`crate::keyholding`]). Slots of the first format hold the store key itself
//! and give their members no voice; each is replaced when its member signs in.

use self::names::{is_of, no_such_member, password_bytes};
use crate::error::StoreError;
use crate::files;
use crate::identity::{self, Identity, SECRET};
use crate::kdf::{self, KdfParams};
use crate::random;
use crate::recovery::RecoveryCode;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use entaku_domain::member_keys::PublicKeys;
use hex::FromHex;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The 256-bit key from which the database key and the head key are derived.
pub(crate) type StoreKey = Zeroizing<[u8; 32]>;

/// The format that is written; those before it are read.
const FORMAT: u32 = 2;
/// What the key is derived for by which the list of a backup is checked.
pub(crate) const BACKUP_PURPOSE: &[u8] = b"entaku/backup/v1";
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

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    /// `None`: the recovery slot.
    owner: Option<SlotOwner>,
    /// The public halves; none in a slot of the first format.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    keys: Option<PublicKeys>,
    /// Counted from 1 with each new password of this owner; 0 in a slot of the first format.
    #[serde(default)]
    edition: u32,
    kdf: KdfParams,
    salt: String,
    nonce: String,
    /// The private halves; in a slot of the first format the store key.
    wrapped: String,
    /// The store key, sealed to the public halves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sealed: Option<String>,
    /// The store key before it, as long as the store's files are being encrypted anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    former: Option<String>,
    /// The second factor of a member who has one, sealed to the member's own keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    second: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    format: u32,
    store_id: String,
    /// Which store key the slots hold, counted from 1.
    #[serde(default = "first_generation")]
    generation: u64,
    slots: Vec<Slot>,
    /// Keys of former generations by which lists of backups are checked, latest first, under the present store key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<String>,
}

fn first_generation() -> u64 {
    1
}

/// What a password or the recovery code opened.
pub(crate) struct Opened {
    /// Whose slot it was; `None`: the recovery code's.
    pub(crate) owner: Option<SlotOwner>,
    /// The store key.
    pub(crate) key: StoreKey,
    /// The owner's own keys; none in a slot of the first format.
    pub(crate) identity: Option<Identity>,
    /// The slot's edition.
    pub(crate) edition: u32,
    /// Which store key it is, counted from 1.
    pub(crate) generation: u64,
    /// Whether the store's files may still be under the key before it.
    pub(crate) between: bool,
}

/// The store keys that a slot gives its owner.
pub(crate) struct Keys {
    /// The present one.
    pub(crate) key: StoreKey,
    /// The one before it, where the store's files may still be under it.
    pub(crate) former: Option<StoreKey>,
}

/// A slot that stands in the file beside the one it is to replace, until the journal names its keys. A crash in between
/// leaves one of both that the journal knows.
pub(crate) struct Pending(Slot);

/// The key file as read.
#[derive(Debug, Clone)]
pub(crate) struct Keyring {
    path: PathBuf,
    file: KeyFile,
}

impl Keyring {
    /// An empty keyring of a new store in `dir`; nothing is written yet.
    pub(crate) fn new(dir: &Path, store_id: &str) -> Self {
        let file = KeyFile {
            format: FORMAT,
            store_id: store_id.to_owned(),
            generation: first_generation(),
            slots: Vec::new(),
            earlier: Vec::new(),
        };
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
        if !(1..=FORMAT).contains(&file.format) {
            return Err(damaged(format!(
                "its format is {}; this program knows formats up to {FORMAT}",
                file.format
            )));
        }
        Ok(Self { path, file })
    }

    pub(crate) fn write(&mut self) -> Result<(), StoreError> {
        self.file.format = FORMAT;
        let bytes = serde_json::to_vec_pretty(&self.file)
            .map_err(|error| StoreError::KeyFile { path: self.path.clone(), what: error.to_string() })?;
        files::replace(&self.path, &bytes)
    }

    pub(crate) fn store_id(&self) -> &str {
        &self.file.store_id
    }

    /// Whose passwords open the store.
    pub(crate) fn owners(&self) -> Vec<SlotOwner> {
        let mut owners = Vec::new();
        for owner in self.file.slots.iter().filter_map(|slot| slot.owner.as_ref()) {
            if !owners.contains(owner) {
                owners.push(owner.clone());
            }
        }
        owners
    }

    /// Whose slot a member's id or sign-in name means.
    pub(crate) fn owner_of(&self, who: &str) -> Option<SlotOwner> {
        self.slot_of(who).and_then(|slot| slot.owner.clone())
    }

    /// What a member's id or sign-in name and password open. An unknown name costs as much time as a wrong password and is
    /// told alike.
    pub(crate) fn open(&self, who: &str, password: &str) -> Result<Opened, StoreError> {
        let secret = password_bytes(password);
        if self.slot_of(who).is_none() {
            let params = self.file.slots.iter().map(|slot| slot.kdf).next().unwrap_or(KdfParams::STANDARD);
            kdf::derive(secret.as_bytes(), &[0; 16], params)?;
        }
        self.first_that_opens(secret.as_bytes(), |slot| is_of(slot, who))?.ok_or(StoreError::SignInRefused)
    }

    /// What the recovery code opens.
    pub(crate) fn open_with_recovery(&self, code: &RecoveryCode) -> Result<Opened, StoreError> {
        let opened = self.first_that_opens(code.reveal().as_bytes(), |slot| slot.owner.is_none())?;
        opened.ok_or(StoreError::RecoveryRefused)
    }

    fn first_that_opens(
        &self,
        secret: &[u8],
        of: impl Fn(&Slot) -> bool,
    ) -> Result<Option<Opened>, StoreError> {
        for slot in self.file.slots.iter().filter(|slot| of(slot)) {
            if let Some(opened) = self.unwrap(slot, secret)? {
                return Ok(Some(opened));
            }
        }
        Ok(None)
    }

    /// Adds a slot with fresh keys for a new member.
    pub(crate) fn add(
        &mut self,
        owner: SlotOwner,
        password: &str,
        key: &StoreKey,
        kdf: KdfParams,
    ) -> Result<Identity, StoreError> {
        if owner.member_id.trim().is_empty() || owner.sign_in.trim().is_empty() {
            return Err(StoreError::Slot("a member needs an id and a sign-in name".to_owned()));
        }
        if self.slot_of(&owner.member_id).is_some() || self.slot_of(&owner.sign_in).is_some() {
            return Err(StoreError::Slot(format!(
                "the sign-in name “{}” is taken; choose another",
                owner.sign_in
            )));
        }
        let identity = Identity::generate()?;
        let slot = self.seal(Some(owner), 1, &identity, password_bytes(password).as_bytes(), key, kdf)?;
        self.file.slots.push(slot);
        Ok(identity)
    }

    /// Wraps a member's keys with a new password, in place of the slots that the member had. Answers with the edition.
    pub(crate) fn rewrap(
        &mut self,
        who: &str,
        identity: &Identity,
        password: &str,
        key: &StoreKey,
        kdf: KdfParams,
    ) -> Result<u32, StoreError> {
        let (owner, edition) = self.next_edition(who)?;
        let secret = password_bytes(password);
        let mut fresh = self.seal(Some(owner), edition, identity, secret.as_bytes(), key, kdf)?;
        // Another password for the same keys: what is sealed to them stays.
        let before = self.file.slots.iter().find(|slot| slot.keys == fresh.keys);
        fresh.second = before.and_then(|slot| slot.second.clone());
        self.settle(&Pending(fresh), key)?;
        Ok(edition)
    }

    /// Lays a slot with fresh keys and a new password beside the member's present one.
    pub(crate) fn prepare(
        &mut self,
        who: &str,
        password: &str,
        key: &StoreKey,
        kdf: KdfParams,
    ) -> Result<(Pending, Identity, u32), StoreError> {
        let (owner, edition) = self.next_edition(who)?;
        let identity = Identity::generate()?;
        let slot =
            self.seal(Some(owner), edition, &identity, password_bytes(password).as_bytes(), key, kdf)?;
        self.file.slots.push(slot.clone());
        Ok((Pending(slot), identity, edition))
    }

    /// Lays a slot for a new recovery code beside the present one.
    pub(crate) fn prepare_recovery(
        &mut self,
        code: &RecoveryCode,
        key: &StoreKey,
    ) -> Result<(Pending, PublicKeys), StoreError> {
        let identity = Identity::generate()?;
        let secret = code.reveal().as_bytes();
        let slot = self.seal(None, 1, &identity, secret, key, KdfParams::RANDOM_CODE)?;
        self.file.slots.push(slot.clone());
        Ok((Pending(slot), identity.public()))
    }

    /// The journal names the keys of a pending slot: it alone is its owner's from now on, and holds the present store key.
    pub(crate) fn settle(&mut self, pending: &Pending, key: &StoreKey) -> Result<(), StoreError> {
        let mut slot = pending.0.clone();
        if let Some(keys) = &slot.keys {
            let sealed = identity::seal(&keys.sealing, key.as_slice(), &self.purpose(self.file.generation))?;
            slot.sealed = Some(hex::encode(sealed));
        }
        let at = self.file.slots.iter().position(|former| former.owner == slot.owner);
        self.file.slots.retain(|former| former.owner != slot.owner);
        let at = at.unwrap_or(self.file.slots.len()).min(self.file.slots.len());
        self.file.slots.insert(at, slot);
        Ok(())
    }

    /// The journal does not name its keys: it goes.
    pub(crate) fn withdraw(&mut self, pending: &Pending) {
        // Its keys tell it: the store key that it holds may have been made anew meanwhile.
        self.file.slots.retain(|slot| slot.keys != pending.0.keys);
    }

    /// Takes a member's slots away. The last member stays: a store must be openable by a person.
    pub(crate) fn remove(&mut self, who: &str) -> Result<(), StoreError> {
        let owner = self.owner_of(who).ok_or_else(|| no_such_member(who))?;
        if self.owners().len() == 1 {
            return Err(StoreError::Slot(
                "the last member who can open the store cannot be removed; add another first".to_owned(),
            ));
        }
        self.file.slots.retain(|slot| slot.owner.as_ref() != Some(&owner));
        Ok(())
    }

    fn next_edition(&self, who: &str) -> Result<(SlotOwner, u32), StoreError> {
        let owner = self.owner_of(who).ok_or_else(|| no_such_member(who))?;
        let editions = self.file.slots.iter().filter(|slot| slot.owner.as_ref() == Some(&owner));
        Ok((owner.clone(), editions.map(|slot| slot.edition).max().unwrap_or(0).saturating_add(1)))
    }

    fn slot_of(&self, who: &str) -> Option<&Slot> {
        self.file.slots.iter().find(|slot| is_of(slot, who))
    }

    fn seal(
        &self,
        owner: Option<SlotOwner>,
        edition: u32,
        identity: &Identity,
        secret: &[u8],
        key: &StoreKey,
        kdf: KdfParams,
    ) -> Result<Slot, StoreError> {
        let sealed =
            identity::seal(&identity.public().sealing, key.as_slice(), &self.purpose(self.file.generation))?;
        let mut slot = Slot {
            owner,
            keys: Some(identity.public()),
            edition,
            kdf,
            salt: hex::encode(random::bytes::<16>()?.as_slice()),
            nonce: hex::encode(random::bytes::<24>()?.as_slice()),
            wrapped: String::new(),
            sealed: Some(hex::encode(sealed)),
            former: None,
            second: None,
        };
        let (wrapping, nonce) = self.wrapping(&slot, secret)?;
        let wrapped = XChaCha20Poly1305::new(&Key::from(*wrapping))
            .encrypt(
                &XNonce::from(nonce),
                Payload { msg: identity.secret(), aad: &self.authenticated(&slot) },
            )
            .map_err(|_| StoreError::Slot("the keys could not be wrapped".to_owned()))?;
        slot.wrapped = hex::encode(wrapped);
        Ok(slot)
    }

    /// `None`: the secret does not fit (or the slot was altered, which looks the same by design).
    fn unwrap(&self, slot: &Slot, secret: &[u8]) -> Result<Option<Opened>, StoreError> {
        let wrapped =
            hex::decode(&slot.wrapped).map_err(|_| self.damaged("a wrapped key is not hexadecimal"))?;
        let (wrapping, nonce) = self.wrapping(slot, secret)?;
        let opened = XChaCha20Poly1305::new(&Key::from(*wrapping))
            .decrypt(&XNonce::from(nonce), Payload { msg: &wrapped, aad: &self.authenticated(slot) })
            .map(Zeroizing::new);
        let Ok(opened) = opened else { return Ok(None) };
        let (key, identity) = match (&slot.keys, &slot.sealed) {
            (None, None) => (
                sized::<32>(&opened).ok_or_else(|| self.damaged("a wrapped key is not 256 bits long"))?,
                None,
            ),
            (Some(public), Some(sealed)) => {
                let halves = sized::<SECRET>(&opened)
                    .ok_or_else(|| self.damaged("wrapped keys are not 512 bits long"))?;
                let identity = Identity::of(halves)?;
                let key = self.unseal(&identity, sealed, self.file.generation)?;
                let key = key.filter(|_| identity.public() == *public);
                (key.ok_or_else(|| self.damaged("a sealed key is not the store's"))?, Some(identity))
            }
            _ => return Err(self.damaged("a slot has half of its parts")),
        };
        Ok(Some(Opened {
            owner: slot.owner.clone(),
            key,
            identity,
            edition: slot.edition,
            generation: self.file.generation,
            between: slot.former.is_some(),
        }))
    }

    /// The key that wraps a slot, and its nonce.
    fn wrapping(&self, slot: &Slot, secret: &[u8]) -> Result<(Zeroizing<[u8; 32]>, [u8; 24]), StoreError> {
        let salt = <[u8; 16]>::from_hex(&slot.salt)
            .map_err(|_| self.damaged("a salt is not 16 bytes in hexadecimal"))?;
        let nonce = <[u8; 24]>::from_hex(&slot.nonce)
            .map_err(|_| self.damaged("a nonce is not 24 bytes in hexadecimal"))?;
        let wrapping =
            kdf::derive(secret, &salt, slot.kdf).map_err(|error| self.damaged(&error.to_string()))?;
        Ok((wrapping, nonce))
    }

    fn damaged(&self, what: &str) -> StoreError {
        StoreError::KeyFile { path: self.path.clone(), what: what.to_owned() }
    }

    /// `None`: it was sealed for another key's owner, or is another of the store's keys.
    fn unseal(
        &self,
        identity: &Identity,
        sealed: &str,
        generation: u64,
    ) -> Result<Option<StoreKey>, StoreError> {
        let sealed = hex::decode(sealed).map_err(|_| self.damaged("a sealed key is not hexadecimal"))?;
        Ok(identity.open(&sealed, &self.purpose(generation)))
    }

    /// What the store key is sealed for: this store and this key of it.
    fn purpose(&self, generation: u64) -> Vec<u8> {
        lengths_before(&[b"entaku/store-key/v1", self.file.store_id.as_bytes(), &generation.to_be_bytes()])
    }

    /// Everything a slot says in the clear, each part with its length before it.
    fn authenticated(&self, slot: &Slot) -> Vec<u8> {
        let costs = [slot.kdf.memory_kib, slot.kdf.passes, slot.kdf.lanes].map(u32::to_be_bytes).concat();
        let (kind, member, sign_in) = slot.owner.as_ref().map_or(("recovery", "", ""), |owner| {
            ("member", owner.member_id.as_str(), owner.sign_in.as_str())
        });
        // `wrapping` has refused a salt that is no hexadecimal.
        let salt = hex::decode(&slot.salt).unwrap_or_default();
        let store = self.file.store_id.as_bytes();
        let names = [kind.as_bytes(), member.as_bytes(), sign_in.as_bytes()];
        let [kind, member, sign_in] = names;
        match &slot.keys {
            None => lengths_before(&[b"entaku/key-slot/v1", store, kind, member, sign_in, &costs, &salt]),
            Some(keys) => lengths_before(&[
                b"entaku/key-slot/v2",
                store,
                kind,
                member,
                sign_in,
                keys.signing.bytes(),
                keys.sealing.bytes(),
                &slot.edition.to_be_bytes(),
                &costs,
                &salt,
            ]),
        }
    }
}

fn lengths_before(parts: &[&[u8]]) -> Vec<u8> {
    let mut out = Vec::new();
    for part in parts {
        out.extend_from_slice(&(part.len() as u64).to_be_bytes());
        out.extend_from_slice(part);
    }
    out
}

fn sized<const N: usize>(bytes: &[u8]) -> Option<Zeroizing<[u8; N]>> {
    <[u8; N]>::try_from(bytes).ok().map(Zeroizing::new)
}

mod names;
mod renewal;
mod second;

#[cfg(test)]
mod tests;
