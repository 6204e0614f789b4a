//! Whose slot a name means, and what of a password counts.

use super::{Slot, SlotOwner};
use crate::error::StoreError;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

pub(super) fn is_of(slot: &Slot, who: &str) -> bool {
    let who = fold(who);
    let names = |owner: &SlotOwner| fold(&owner.member_id) == who || fold(&owner.sign_in) == who;
    slot.owner.as_ref().is_some_and(names)
}

pub(super) fn no_such_member(who: &str) -> StoreError {
    StoreError::Slot(format!("nobody signs in as “{who}”"))
}

/// Names are the same when a person would read them the same on another keyboard.
fn fold(name: &str) -> String {
    name.trim().nfkc().flat_map(char::to_lowercase).collect()
}

/// The same password typed with another input method gives other code points: NFC makes them one.
pub(super) fn password_bytes(password: &str) -> Zeroizing<String> {
    Zeroizing::new(password.nfc().collect())
}
