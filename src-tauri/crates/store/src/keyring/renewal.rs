//! A new store key for all who belong to the store, without anybody's password: it is sealed to their public keys.
//!
//! While the store's files are encrypted anew, each slot holds both keys: whatever a crash leaves under either can be opened,
//! and the work taken up again.

use super::{Keyring, Keys, Slot, SlotOwner, StoreKey, lengths_before};
use crate::connection;
use crate::error::StoreError;
use crate::identity::{self, Identity};
use crate::random;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{Key, KeyInit, XChaCha20Poly1305, XNonce};
use entaku_domain::member_keys::PublicKeys;

/// Nonce and authentication of a sealed key of earlier backups.
const NONCE: usize = 24;

impl Keyring {
    /// Which store key the slots hold, counted from 1.
    pub(crate) fn generation(&self) -> u64 {
        self.file.generation
    }

    /// Whether the store's files may still be under the former key.
    pub(crate) fn is_between(&self) -> bool {
        self.file.slots.iter().any(|slot| slot.former.is_some())
    }

    /// Whether it holds the same store key, and is as far with it.
    pub(crate) fn is_of(&self, other: &Self) -> bool {
        (self.file.generation, self.is_between()) == (other.file.generation, other.is_between())
    }

    /// The store keys that stand there for who holds these keys; none where no slot is theirs.
    pub(crate) fn keys_for(&self, identity: &Identity) -> Result<Option<Keys>, StoreError> {
        let own = self.file.slots.iter().find(|slot| slot.keys == Some(identity.public()));
        let Some(Slot { sealed: Some(sealed), former, .. }) = own else { return Ok(None) };
        let wrong = || self.damaged("a sealed key is not the store's");
        let key = self.unseal(identity, sealed, self.file.generation)?.ok_or_else(wrong)?;
        let former = match former {
            Some(former) => Some(
                self.unseal(identity, former, self.file.generation.saturating_sub(1))?.ok_or_else(wrong)?,
            ),
            None => None,
        };
        Ok(Some(Keys { key, former }))
    }

    /// Gives a new store key to the owners of the slots that `named` knows, beside the former one. No other slot stays.
    pub(crate) fn begin_renewal(
        &mut self,
        generation: u64,
        keys: &Keys,
        named: impl Fn(Option<&SlotOwner>, &PublicKeys, u32) -> bool,
    ) -> Result<(), StoreError> {
        let Some(former) = &keys.former else { return Ok(()) };
        let slots = std::mem::take(&mut self.file.slots);
        for mut slot in slots {
            let Some(public) = slot.keys.filter(|keys| named(slot.owner.as_ref(), keys, slot.edition)) else {
                continue;
            };
            let sealed = |key: &StoreKey, generation: u64| {
                identity::seal(&public.sealing, key.as_slice(), &self.purpose(generation)).map(hex::encode)
            };
            slot.former = Some(sealed(former, generation.saturating_sub(1))?);
            slot.sealed = Some(sealed(&keys.key, generation)?);
            self.file.slots.push(slot);
        }
        let mut earlier = vec![connection::derived(former, &self.file.store_id, super::BACKUP_PURPOSE)?];
        earlier.extend(self.earlier(former)?);
        self.file.earlier =
            earlier.iter().map(|backup| self.wrap(&keys.key, backup)).collect::<Result<_, _>>()?;
        self.file.generation = generation;
        Ok(())
    }

    /// Nothing is under the former key any more.
    pub(crate) fn end_renewal(&mut self) {
        self.file.slots.iter_mut().for_each(|slot| slot.former = None);
    }

    /// The keys by which lists of backups from before the present store key are checked, latest first.
    pub(crate) fn earlier(&self, key: &StoreKey) -> Result<Vec<StoreKey>, StoreError> {
        self.file.earlier.iter().map(|wrapped| self.unwrap_earlier(key, wrapped)).collect()
    }

    fn wrap(&self, key: &StoreKey, backup: &StoreKey) -> Result<String, StoreError> {
        let nonce = random::bytes::<NONCE>()?;
        let wrapped = self
            .earlier_cipher(key)?
            .encrypt(&XNonce::from(*nonce), Payload { msg: backup.as_slice(), aad: &self.earlier_purpose() })
            .map_err(|_| self.damaged("a key of earlier backups cannot be wrapped"))?;
        Ok(hex::encode([nonce.as_slice(), &wrapped].concat()))
    }

    fn unwrap_earlier(&self, key: &StoreKey, wrapped: &str) -> Result<StoreKey, StoreError> {
        let wrong = || self.damaged("a key of earlier backups is not the store's");
        let wrapped = hex::decode(wrapped).map_err(|_| wrong())?;
        let (nonce, text) = wrapped.split_at_checked(NONCE).ok_or_else(wrong)?;
        let nonce = <[u8; NONCE]>::try_from(nonce).map_err(|_| wrong())?;
        let opened = self
            .earlier_cipher(key)?
            .decrypt(&XNonce::from(nonce), Payload { msg: text, aad: &self.earlier_purpose() })
            .map_err(|_| wrong())?;
        super::sized::<32>(&opened).ok_or_else(wrong)
    }

    fn earlier_cipher(&self, key: &StoreKey) -> Result<XChaCha20Poly1305, StoreError> {
        let key = connection::derived(key, &self.file.store_id, b"entaku/earlier-backups/v1")?;
        Ok(XChaCha20Poly1305::new(&Key::from(*key)))
    }

    fn earlier_purpose(&self) -> Vec<u8> {
        lengths_before(&[b"entaku/earlier-backups/v1", self.file.store_id.as_bytes()])
    }
}
