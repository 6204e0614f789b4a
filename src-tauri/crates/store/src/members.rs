//! Whose passwords open the store. None of this rewrites a page of the database.

use crate::error::StoreError;
use crate::files;
use crate::kdf::KdfParams;
use crate::keyring::{Keyring, SlotOwner};
use crate::recovery::RecoveryCode;
use crate::store::Store;
use std::path::Path;
use zeroize::Zeroizing;

impl Store {
    /// Who can open the store in `dir`, without opening it: for the list on the sign-in screen.
    pub fn sign_in_names(dir: &Path) -> Result<Vec<SlotOwner>, StoreError> {
        Ok(Keyring::read(dir)?.owners())
    }

    /// Whose password this is, by sign-in name or id: for unlocking the screen and for signing a report. Refused in the
    /// same words, and after the same time, as at the door. Who is signed in stays so.
    pub fn check_password(&self, who: &str, password: &str) -> Result<SlotOwner, StoreError> {
        Keyring::read(&self.dir)?.open(who, password).map(|(owner, _)| owner)
    }

    /// Lets one more member open the store.
    pub fn add_slot(&mut self, owner: SlotOwner, password: &str, kdf: KdfParams) -> Result<(), StoreError> {
        self.edit(|keyring, key| keyring.add(owner, password, key, kdf))
    }

    /// Changes a member's password, who must know the former one.
    pub fn change_password(
        &mut self,
        who: &str,
        former: &str,
        new: &str,
        kdf: KdfParams,
    ) -> Result<(), StoreError> {
        self.edit(|keyring, key| {
            keyring.open(who, former)?;
            keyring.rewrap(who, new, key, kdf)
        })
    }

    /// Gives a member who forgot it a new password. Who may do this is the caller's rule.
    pub fn set_password(&mut self, who: &str, new: &str, kdf: KdfParams) -> Result<(), StoreError> {
        self.edit(|keyring, key| keyring.rewrap(who, new, key, kdf))
    }

    /// Takes away a member's way in. The last member stays.
    pub fn remove_slot(&mut self, who: &str) -> Result<(), StoreError> {
        self.edit(|keyring, _| keyring.remove(who))
    }

    /// Makes a new recovery code; the former one opens nothing any more.
    pub fn renew_recovery(&mut self) -> Result<RecoveryCode, StoreError> {
        let code = RecoveryCode::generate()?;
        self.edit(|keyring, key| keyring.set_recovery(&code, key))?;
        Ok(code)
    }

    /// Reads, changes and replaces `keys.json` while no other program does.
    fn edit(
        &mut self,
        change: impl FnOnce(&mut Keyring, &Zeroizing<[u8; 32]>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let _held = files::lock(&self.dir)?;
        let mut keyring = Keyring::read(&self.dir)?;
        if keyring.store_id() != self.store_id {
            let path = self.dir.join(files::KEYS);
            return Err(StoreError::KeyFile { path, what: "it belongs to another store".to_owned() });
        }
        change(&mut keyring, &self.key)?;
        keyring.write()
    }
}
