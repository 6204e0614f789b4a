//! A member's own keys: what the member did is signed with one, the store's key is sealed to the other.
//!
//! Signatures are Ed25519 (RFC 8032) over the hash of an event, which covers its whole content and the event before it. The
//! store's key is sealed by HPKE (RFC 9180: X25519, HKDF-SHA256, ChaCha20-Poly1305), so that it can be sealed anew for
//! everybody without anybody's password.

use crate::error::StoreError;
use crate::keyring::StoreKey;
use crate::random;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use entaku_domain::member_keys::{PublicKey, PublicKeys};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use zeroize::Zeroizing;

/// Both private halves: Ed25519, then X25519.
pub(crate) const SECRET: usize = 64;
/// What is signed begins with this, so that a signature over an event is good for nothing else.
const PURPOSE: &[u8] = b"entaku/event-signature/v1";

type Private = <X25519HkdfSha256 as Kem>::PrivateKey;
type Public = <X25519HkdfSha256 as Kem>::PublicKey;
type Encapsulated = <X25519HkdfSha256 as Kem>::EncappedKey;

/// A member's private keys, as long as the member works here. Wiped from memory when dropped.
pub(crate) struct Identity {
    secret: Zeroizing<[u8; SECRET]>,
    signing: SigningKey,
    public: PublicKeys,
}

impl Identity {
    /// Fresh keys.
    pub(crate) fn generate() -> Result<Self, StoreError> {
        Self::of(random::bytes::<SECRET>()?)
    }

    /// The keys of these private halves.
    pub(crate) fn of(secret: Zeroizing<[u8; SECRET]>) -> Result<Self, StoreError> {
        let (signing, sealing) = secret.split_at(32);
        let seed = Zeroizing::new(<[u8; 32]>::try_from(signing).map_err(|_| unusable())?);
        let signing = SigningKey::from_bytes(&seed);
        let sealing =
            <X25519HkdfSha256 as Kem>::sk_to_pk(&Private::from_bytes(sealing).map_err(|_| unusable())?);
        let sealing = <[u8; 32]>::try_from(sealing.to_bytes().as_slice()).map_err(|_| unusable())?;
        let public = PublicKeys {
            signing: PublicKey::new(signing.verifying_key().to_bytes()),
            sealing: PublicKey::new(sealing),
        };
        Ok(Self { secret, signing, public })
    }

    /// The private halves, to be wrapped.
    pub(crate) fn secret(&self) -> &[u8; SECRET] {
        &self.secret
    }

    /// The public halves.
    pub(crate) fn public(&self) -> PublicKeys {
        self.public
    }

    /// The signature over an event's hash.
    pub(crate) fn sign(&self, hash: &[u8; 32]) -> [u8; 64] {
        self.signing.sign(&signed(hash)).to_bytes()
    }

    /// Opens a store key that was sealed to these keys; `None` where it was not, or for another purpose.
    pub(crate) fn open(&self, sealed: &[u8], purpose: &[u8]) -> Option<StoreKey> {
        let opened = self.open_any(sealed, purpose)?;
        <[u8; 32]>::try_from(opened.as_slice()).ok().map(Zeroizing::new)
    }

    /// Opens what was sealed to these keys; `None` where it was not, or for another purpose.
    pub(crate) fn open_any(&self, sealed: &[u8], purpose: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (encapsulated, text) = sealed.split_at_checked(32)?;
        let opened = hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &Private::from_bytes(self.secret.split_at(32).1).ok()?,
            &Encapsulated::from_bytes(encapsulated).ok()?,
            purpose,
            text,
            &[],
        );
        opened.ok().map(Zeroizing::new)
    }
}

/// A secret, sealed to a public key for a purpose that must be named to open it.
pub(crate) fn seal(to: &PublicKey, secret: &[u8], purpose: &[u8]) -> Result<Vec<u8>, StoreError> {
    let failed = |_| StoreError::Slot("a secret could not be sealed to a member's keys".to_owned());
    let to = Public::from_bytes(to.bytes()).map_err(failed)?;
    let (encapsulated, text) = hpke::single_shot_seal::<ChaCha20Poly1305, HkdfSha256, X25519HkdfSha256>(
        &OpModeS::Base,
        &to,
        purpose,
        secret,
        &[],
    )
    .map_err(failed)?;
    Ok([encapsulated.to_bytes().as_slice(), &text].concat())
}

/// Whether a signature over an event's hash was made with the private half of this key.
pub(crate) fn is_signed_by(key: &PublicKey, hash: &[u8; 32], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(key.bytes())
        .is_ok_and(|key| key.verify_strict(&signed(hash), &Signature::from_bytes(signature)).is_ok())
}

fn signed(hash: &[u8; 32]) -> Vec<u8> {
    [PURPOSE, hash.as_slice()].concat()
}

fn unusable() -> StoreError {
    StoreError::Slot("a member's keys cannot be used".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_key_and_its_event_alone() {
        let (one, other) = (Identity::generate().unwrap(), Identity::generate().unwrap());
        let signature = one.sign(&[7; 32]);
        assert!(is_signed_by(&one.public().signing, &[7; 32], &signature));
        assert!(!is_signed_by(&other.public().signing, &[7; 32], &signature));
        assert!(!is_signed_by(&one.public().signing, &[8; 32], &signature));
        let again = Identity::of(Zeroizing::new(*one.secret())).unwrap();
        assert_eq!(again.public(), one.public());
        assert_eq!(again.sign(&[7; 32]), signature, "the same private half signs alike");
    }

    #[test]
    fn signatures_are_those_of_rfc_8032() {
        // RFC 8032 §7.1, test 1: the private and the public key.
        let mut secret = Zeroizing::new([0; SECRET]);
        let seed = hex::decode("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60").unwrap();
        secret[..32].copy_from_slice(&seed);
        secret[32] = 8;
        let public = Identity::of(secret).unwrap().public().signing.to_string();
        assert_eq!(public, "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    #[test]
    fn a_sealed_key_opens_for_its_member_and_its_purpose_alone() {
        let (one, other) = (Identity::generate().unwrap(), Identity::generate().unwrap());
        let key = random::bytes::<32>().unwrap();
        let sealed = seal(&one.public().sealing, key.as_slice(), b"store 1").unwrap();
        assert_eq!(one.open(&sealed, b"store 1"), Some(key.clone()));
        assert_eq!(one.open(&sealed, b"store 2"), None);
        assert_eq!(other.open(&sealed, b"store 1"), None);
        for at in 0..sealed.len() {
            let mut flipped = sealed.clone();
            flipped[at] ^= 1;
            assert_eq!(one.open(&flipped, b"store 1"), None, "byte {at}");
            assert_eq!(one.open(&sealed[..at], b"store 1"), None, "cut at {at}");
        }
    }
}
