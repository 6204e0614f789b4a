//! From a password to a key: Argon2id with the parameters of the slot.
//!
//! The standard follows the second recommended option of RFC 9106 §4 (64 MiB, 3 passes, 4 lanes).
//! Parameters stand in every slot, so that they can be raised later without touching other slots.

use crate::error::StoreError;
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// What one password guess costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KdfParams {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl KdfParams {
    /// For passwords. RFC 9106 §4, second recommended option: 64 MiB, 3 passes, 4 lanes. About 0.1 s on two cores.
    pub const STANDARD: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };

    /// For the recovery code. Stretching makes guessing at what people choose dear; the code is 130 random bits that no
    /// guessing reaches at any cost, so its slot asks for little and opens at once.
    pub const RANDOM_CODE: Self = Self { memory_kib: 1024, passes: 1, lanes: 1 };

    /// The most a key file may ask for. A file that was tampered with must not be able to take all
    /// memory of the machine or keep it busy for hours.
    const CEILING: Self = Self { memory_kib: 256 * 1024, passes: 10, lanes: 16 };

    fn is_within_ceiling(self) -> bool {
        let Self { memory_kib, passes, lanes } = Self::CEILING;
        self.memory_kib <= memory_kib && self.passes <= passes && self.lanes <= lanes
    }
}

/// The 256-bit key that wraps the store key in one slot. `salt` is 16 random bytes of that slot.
pub(crate) fn derive(
    secret: &[u8],
    salt: &[u8],
    params: KdfParams,
) -> Result<Zeroizing<[u8; 32]>, StoreError> {
    let invalid = |what: String| StoreError::Invalid { field: "key derivation parameters", what };
    if !params.is_within_ceiling() {
        return Err(invalid(format!("{params:?} asks for more than {:?}", KdfParams::CEILING)));
    }
    let costs = Params::new(params.memory_kib, params.passes, params.lanes, Some(32))
        .map_err(|error| invalid(format!("{params:?}: {error}")))?;
    let mut key = Zeroizing::new([0u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, costs)
        .hash_password_into(secret, salt, key.as_mut_slice())
        .map_err(|error| invalid(error.to_string()))?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: KdfParams = KdfParams { memory_kib: 32, passes: 1, lanes: 1 };

    #[test]
    fn the_key_depends_on_password_salt_and_cost() {
        let key = derive(b"password", &[1; 16], CHEAP).unwrap();
        assert_eq!(
            key,
            derive(b"password", &[1; 16], CHEAP).unwrap(),
            "the same input must open the slot again"
        );
        assert_ne!(key, derive(b"passwore", &[1; 16], CHEAP).unwrap());
        assert_ne!(key, derive(b"password", &[2; 16], CHEAP).unwrap());
        assert_ne!(key, derive(b"password", &[1; 16], KdfParams { passes: 2, ..CHEAP }).unwrap());
    }

    #[test]
    fn a_key_file_cannot_ask_for_all_memory() {
        let greedy = KdfParams { memory_kib: u32::MAX, ..CHEAP };
        assert!(derive(b"password", &[1; 16], greedy).is_err());
        assert!(derive(b"password", &[1; 16], KdfParams { passes: 0, ..CHEAP }).is_err());
        assert!(derive(b"password", &[1; 16], KdfParams { lanes: 0, ..CHEAP }).is_err());
    }
}
