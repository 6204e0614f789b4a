//! Whose passwords open the store, and whose keys speak in it. None of this rewrites a page of the database.
//!
//! Fresh keys take three steps: they are laid into the key file beside the former ones, the journal records them, and the
//! former ones are taken out. After a crash between any two, one of both slots is the one the journal names.

use crate::error::StoreError;
use crate::files;
use crate::identity::Identity;
use crate::kdf::KdfParams;
use crate::keyholding::Signer;
use crate::keyring::{Keyring, Opened, Pending, SlotOwner};
use crate::recovery::RecoveryCode;
use crate::store::Store;
use entaku_domain::member_keys::PublicKeys;
use std::path::Path;
use zeroize::Zeroizing;

/// Fresh keys in the key file that the journal does not name yet.
pub struct NewSlot {
    pending: Vec<Pending>,
    signer: Signer,
    /// The public halves, to be recorded.
    pub keys: PublicKeys,
    /// The slot's edition, to be recorded.
    pub edition: u32,
}

impl std::fmt::Debug for NewSlot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewSlot")
            .field("keys", &self.keys)
            .field("edition", &self.edition)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Who can open the store in `dir`, without opening it: for the list on the sign-in screen.
    pub fn sign_in_names(dir: &Path) -> Result<Vec<SlotOwner>, StoreError> {
        Ok(Keyring::read(dir)?.owners())
    }

    /// Whose password this is, by sign-in name or id: for unlocking the screen and for signing a report. Refused in the
    /// same words, and after the same time, as at the door. Who is signed in stays so.
    pub fn check_password(&mut self, who: &str, password: &str) -> Result<SlotOwner, StoreError> {
        self.prove(who, password).map(|(owner, _)| owner)
    }

    /// As [`Store::check_password`], with the right to record what follows in that member's name until
    /// [`Store::dismiss_guest`].
    pub fn admit_guest(&mut self, who: &str, password: &str) -> Result<SlotOwner, StoreError> {
        let (owner, identity) = self.prove(who, password)?;
        self.guest = identity.map(|identity| Signer { member: owner.member_id.clone(), identity });
        Ok(owner)
    }

    /// Nobody but the member who opened the store speaks here any more.
    pub fn dismiss_guest(&mut self) {
        self.guest = None;
    }

    /// A slot proves its member only where it opens this very store with the keys that the journal names.
    fn prove(&mut self, who: &str, password: &str) -> Result<(SlotOwner, Option<Identity>), StoreError> {
        self.follow_key()?;
        let opened = Keyring::read(&self.dir)?.open(who, password)?;
        self.read_members()?;
        if opened.key != self.key || !self.keyholding.fits(&opened) {
            return Err(StoreError::KeysDiffer { path: self.dir.join(files::KEYS) });
        }
        let Opened { owner, identity, .. } = opened;
        Ok((owner.ok_or(StoreError::SignInRefused)?, identity))
    }

    /// Reads what other programs recorded of members since.
    pub fn read_members(&mut self) -> Result<(), StoreError> {
        self.keyholding.read_on(&self.conn, &self.dir.join(files::DATABASE))
    }

    /// Whether nobody but the member who opened the store ever held the member's keys.
    pub fn has_own_keys(&self) -> bool {
        self.opened_by.as_ref().is_none_or(|owner| self.keyholding.confirmed(&owner.member_id))
    }

    /// Whether a slot of the first format opened the store: its member has no keys yet and can record nothing in a store
    /// where others have.
    pub fn lacks_keys(&self) -> bool {
        self.signer.is_none()
    }

    /// Lets one more member open the store, with keys that are good for taking keys of their own.
    pub fn add_slot(
        &mut self,
        owner: SlotOwner,
        password: &str,
        kdf: KdfParams,
    ) -> Result<PublicKeys, StoreError> {
        self.edit(|keyring, key| keyring.add(owner, password, key, kdf).map(|identity| identity.public()))
    }

    /// Changes the password of the member who opened the store and must know the former one. The keys stay. Answers with
    /// the slot's edition, to be recorded.
    pub fn change_password(&mut self, former: &str, new: &str, kdf: KdfParams) -> Result<u32, StoreError> {
        let who = self.opened_by.clone().ok_or(StoreError::SignInRefused)?.member_id;
        let (_, identity) = self.prove(&who, former)?;
        let identity = identity.ok_or(StoreError::SignInRefused)?;
        self.edit(|keyring, key| keyring.rewrap(&who, &identity, new, key, kdf))
    }

    /// Lays keys that nobody else ever held, under a new password, beside those of the member who opened the store and must
    /// know the former one. A member without keys speaks with them at once: they vouch for themselves.
    pub fn prepare_own_keys(
        &mut self,
        former: &str,
        new: &str,
        kdf: KdfParams,
    ) -> Result<NewSlot, StoreError> {
        let who = self.opened_by.clone().ok_or(StoreError::SignInRefused)?.member_id;
        self.prove(&who, former)?;
        let (pending, identity, edition) = self.edit(|keyring, key| keyring.prepare(&who, new, key, kdf))?;
        let keys = identity.public();
        let signer = Signer { member: who, identity };
        let fresh = NewSlot { pending: vec![pending], signer, keys, edition };
        if self.signer.is_none() {
            self.signer = Some(Signer {
                member: fresh.signer.member.clone(),
                identity: Identity::of(Zeroizing::new(*fresh.signer.identity.secret()))?,
            });
        }
        Ok(fresh)
    }

    /// Lays fresh keys under a new password beside those of a member who lost theirs, and a new code beside the one that
    /// opened the store. Answers with the new code, told this once, and the public halves of its keys.
    pub fn prepare_recovery(
        &mut self,
        who: &str,
        password: &str,
        kdf: KdfParams,
    ) -> Result<(NewSlot, RecoveryCode, PublicKeys), StoreError> {
        let code = RecoveryCode::generate()?;
        let (slot, identity, edition, spare, recovery) = self.edit(|keyring, key| {
            let (slot, identity, edition) = keyring.prepare(who, password, key, kdf)?;
            let (spare, recovery) = keyring.prepare_recovery(&code, key)?;
            Ok((slot, identity, edition, spare, recovery))
        })?;
        let keys = identity.public();
        if self.signer.is_none() {
            // A code from before codes had keys has no voice: the new keys vouch for themselves.
            self.signer = Some(Signer::recovery_code(Identity::of(Zeroizing::new(*identity.secret()))?));
        }
        let signer = Signer { member: who.to_owned(), identity };
        Ok((NewSlot { pending: vec![slot, spare], signer, keys, edition }, code, recovery))
    }

    /// Lays fresh keys under a first password beside those of a member who lost theirs.
    pub fn prepare_reset(
        &mut self,
        who: &str,
        password: &str,
        kdf: KdfParams,
    ) -> Result<NewSlot, StoreError> {
        let (slot, identity, edition) = self.edit(|keyring, key| keyring.prepare(who, password, key, kdf))?;
        let keys = identity.public();
        let signer = Signer { member: who.to_owned(), identity };
        Ok(NewSlot { pending: vec![slot], signer, keys, edition })
    }

    /// Lays a new recovery code beside the present one.
    pub fn prepare_code(&mut self) -> Result<(NewCode, RecoveryCode), StoreError> {
        let code = RecoveryCode::generate()?;
        let (pending, keys) = self.edit(|keyring, key| keyring.prepare_recovery(&code, key))?;
        Ok((NewCode { pending, keys }, code))
    }

    /// The journal names the keys: the former slots go, and who opened the store speaks with the new ones.
    pub fn settle_slot(&mut self, fresh: NewSlot) -> Result<(), StoreError> {
        let NewSlot { pending, signer, .. } = fresh;
        if self.opened_by.as_ref().is_some_and(|owner| owner.member_id == signer.member) {
            self.signer = Some(signer);
        }
        self.edit(|keyring, key| pending.iter().try_for_each(|slot| keyring.settle(slot, key)))
    }

    /// The keys could not be recorded: they go, and the former ones hold.
    pub fn withdraw_slot(&mut self, fresh: NewSlot) -> Result<(), StoreError> {
        let keys = fresh.keys;
        // Who had no keys before and spoke with these has none again.
        self.signer = self.signer.take().filter(|signer| signer.identity.public() != keys);
        self.edit(|keyring, _| {
            fresh.pending.iter().for_each(|slot| keyring.withdraw(slot));
            Ok(())
        })
    }

    /// The journal names the new code: the former one opens nothing any more.
    pub fn settle_code(&mut self, fresh: &NewCode) -> Result<(), StoreError> {
        self.edit(|keyring, key| keyring.settle(&fresh.pending, key))
    }

    /// The new code could not be recorded: it goes, and the former one holds.
    pub fn withdraw_code(&mut self, fresh: &NewCode) -> Result<(), StoreError> {
        self.edit(|keyring, _| {
            keyring.withdraw(&fresh.pending);
            Ok(())
        })
    }

    /// Takes away a member's way in. The last member stays.
    pub fn remove_slot(&mut self, who: &str) -> Result<(), StoreError> {
        self.edit(|keyring, _| keyring.remove(who))
    }

    /// Reads, changes and replaces `keys.json` while no other program does.
    fn edit<T>(
        &mut self,
        change: impl FnOnce(&mut Keyring, &Zeroizing<[u8; 32]>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.must_take_writing()?;
        self.follow_key()?;
        let _held = files::lock(&self.dir)?;
        let mut keyring = Keyring::read(&self.dir)?;
        if keyring.store_id() != self.store_id {
            let path = self.dir.join(files::KEYS);
            return Err(StoreError::KeyFile { path, what: "it belongs to another store".to_owned() });
        }
        if keyring.generation() != self.generation {
            return Err(StoreError::KeyRenewed);
        }
        let done = change(&mut keyring, &self.key)?;
        keyring.write()?;
        Ok(done)
    }
}

/// A new recovery code in the key file whose keys the journal does not name yet.
pub struct NewCode {
    pending: Pending,
    /// The public halves, to be recorded.
    pub keys: PublicKeys,
}
