//! Where a slot keeps its owner's second factor: sealed to the owner's own keys.

use super::{Keyring, Slot, lengths_before};
use crate::error::StoreError;
use crate::identity::{self, Identity};

impl Keyring {
    /// What is kept of the second factor of who holds these keys; none where there is none, or it cannot be opened.
    pub(crate) fn second_factor(&self, identity: &Identity) -> Option<zeroize::Zeroizing<Vec<u8>>> {
        let slot = self.file.slots.iter().find(|slot| slot.keys == Some(identity.public()))?;
        let sealed = hex::decode(slot.second.as_ref()?).ok()?;
        identity.open_any(&sealed, &self.second_purpose(slot))
    }

    /// Keeps, or forgets, the second factor of who holds these keys.
    pub(crate) fn keep_second_factor(
        &mut self,
        identity: &Identity,
        kept: Option<&[u8]>,
    ) -> Result<(), StoreError> {
        let at = self.file.slots.iter().position(|slot| slot.keys == Some(identity.public()));
        let purpose = at.and_then(|at| self.file.slots.get(at)).map(|slot| self.second_purpose(slot));
        let (Some(at), Some(purpose)) = (at, purpose) else { return Err(StoreError::SignInRefused) };
        let sealed =
            kept.map(|kept| identity::seal(&identity.public().sealing, kept, &purpose)).transpose()?;
        if let Some(slot) = self.file.slots.get_mut(at) {
            slot.second = sealed.map(hex::encode);
        }
        Ok(())
    }

    fn second_purpose(&self, slot: &Slot) -> Vec<u8> {
        let member = slot.owner.as_ref().map_or("", |owner| owner.member_id.as_str());
        lengths_before(&[b"entaku/second-factor/v1", self.file.store_id.as_bytes(), member.as_bytes()])
    }
}
