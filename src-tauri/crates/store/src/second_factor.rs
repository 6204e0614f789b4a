//! A second factor at signing in: a code that an authenticator shows (RFC 6238), or one of the spare codes on paper.
//!
//! The secret lies in the member's slot, sealed to the member's own keys; its SHA-256 stands in the journal, so that a slot
//! without it, or with another one, lets nobody in. It keeps out who knows a password and works with this program. Who has the
//! password, the folder and a program of their own is not kept out by it.

use crate::error::StoreError;
use crate::files;
use crate::keyring::Keyring;
use crate::random;
use crate::store::Store;
use chrono::{DateTime, FixedOffset};
use entaku_domain::ids::{MemberId, Sha256Hex};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Secret, Totp};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Spare codes that are given out together.
pub const SPARES: usize = 10;
/// Characters of a spare code, in two groups: 50 random bits.
const SPARE_LENGTH: usize = 10;
/// No letter that is read as another.
const SPARE_ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Who asks, as an authenticator shows it.
const ISSUER: &str = "Entaku";
/// Steps of half a minute that a clock may be off.
const SKEW: u16 = 1;

/// What a member's slot keeps.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept {
    /// In base 32.
    secret: String,
    /// The step of the last code that was taken: none is taken twice.
    last: u64,
    /// SHA-256 of each spare code that is left.
    spares: Vec<String>,
}

impl Drop for Kept {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.secret);
    }
}

/// A fresh secret, to be taken into an authenticator before it holds.
pub struct NewSecondFactor {
    /// The secret in base 32, to be typed where nothing can be scanned.
    pub secret: Zeroizing<String>,
    /// The same as an address that authenticators read from a square code.
    pub address: Zeroizing<String>,
}

/// What was shown at signing in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactor {
    /// Nothing: the password alone is asked for.
    NotAsked,
    /// A code of the authenticator.
    Code,
    /// A spare code, which is used up.
    Spare {
        /// How many are left.
        left: usize,
    },
}

impl Store {
    /// A fresh secret for a member; nothing is kept.
    pub fn offer_second_factor(sign_in: &str) -> Result<NewSecondFactor, StoreError> {
        let bytes = random::bytes::<20>()?;
        let secret = Secret::from(bytes.to_vec());
        // A colon parts issuer and account in the address.
        let totp = totp(Secret::from(bytes.to_vec()), &sign_in.replace(':', " "))?;
        let address = totp.to_url().map_err(|error| unusable(&error.to_string()))?;
        Ok(NewSecondFactor { secret: Zeroizing::new(secret.to_base32()), address: Zeroizing::new(address) })
    }

    /// Whether the member who opened the store signs in with a second factor.
    pub fn has_second_factor(&self) -> bool {
        self.second_factor_named().is_some()
    }

    /// Checks what is shown beside the password. The member who opened the store may not be let in before.
    ///
    /// # Errors
    /// [`StoreError::CodeNeeded`] where nothing was shown and something is asked for, [`StoreError::CodeRefused`],
    /// [`StoreError::KeysDiffer`] where the slot does not hold the secret that the journal names.
    pub fn prove_second_factor(
        &mut self,
        code: Option<&str>,
        now: DateTime<FixedOffset>,
    ) -> Result<SecondFactor, StoreError> {
        let Some(named) = self.second_factor_named() else { return Ok(SecondFactor::NotAsked) };
        let Some(code) = code.map(bare).filter(|code| !code.is_empty()) else {
            return Err(StoreError::CodeNeeded);
        };
        let path = self.dir.join(files::KEYS);
        let held = if self.is_read_only() { None } else { Some(files::lock(&self.dir)?) };
        let mut keyring = Keyring::read(&self.dir)?;
        let Some(signer) = &self.signer else { return Err(StoreError::KeysDiffer { path }) };
        let kept = keyring.second_factor(&signer.identity);
        let kept: Option<Kept> = kept.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let kept = kept.filter(|kept| hash_of(&kept.secret).is_ok_and(|hash| hash == named));
        let Some(mut kept) = kept else { return Err(StoreError::KeysDiffer { path }) };
        let shown = take(&mut kept, &code, now)?.ok_or(StoreError::CodeRefused)?;
        // Where nothing can be written, a code is not marked as used.
        if held.is_some() {
            keyring.keep_second_factor(&signer.identity, Some(&written(&kept)?))?;
            keyring.write()?;
        }
        Ok(shown)
    }

    /// Keeps a secret whose code the member's authenticator shows. It is asked for once the journal names it. Answers with what
    /// is to be recorded and the spare codes, told this once.
    ///
    /// # Errors
    /// [`StoreError::CodeRefused`] where the code is not of the secret.
    pub fn keep_second_factor(
        &mut self,
        secret: &str,
        code: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<(Sha256Hex, Vec<Zeroizing<String>>), StoreError> {
        if self.has_second_factor() {
            return Err(StoreError::Slot("a second factor is set up; give it up first".to_owned()));
        }
        let spares = (0..SPARES).map(|_| spare()).collect::<Result<Vec<_>, _>>()?;
        let mut kept = Kept {
            secret: bare(secret),
            last: 0,
            spares: spares.iter().map(|spare| hash_of_spare(&bare(spare))).collect(),
        };
        match take(&mut kept, &bare(code), now)? {
            Some(SecondFactor::Code) => {}
            _ => return Err(StoreError::CodeRefused),
        }
        self.write_second_factor(Some(&written(&kept)?))?;
        Ok((hash_of(&kept.secret)?, spares))
    }

    /// The journal names no second factor any more: it goes from the slot too.
    pub fn forget_second_factor(&mut self) -> Result<(), StoreError> {
        self.write_second_factor(None)
    }

    fn write_second_factor(&mut self, kept: Option<&[u8]>) -> Result<(), StoreError> {
        self.must_take_writing()?;
        let signer = self.signer.as_ref().ok_or(StoreError::SignInRefused)?;
        let _held = files::lock(&self.dir)?;
        let mut keyring = Keyring::read(&self.dir)?;
        keyring.keep_second_factor(&signer.identity, kept)?;
        keyring.write()
    }

    fn second_factor_named(&self) -> Option<Sha256Hex> {
        let id = MemberId::parse(&self.opened_by.as_ref()?.member_id).ok()?;
        self.keyholding.holders().holder(&id)?.second_factor.clone()
    }
}

/// Takes a code once; `None` where it is none.
fn take(kept: &mut Kept, code: &str, now: DateTime<FixedOffset>) -> Result<Option<SecondFactor>, StoreError> {
    let time = u64::try_from(now.timestamp()).unwrap_or_default();
    let secret = Secret::try_from_base32(&kept.secret).map_err(|error| unusable(&error.to_string()))?;
    if let Some(step) = totp(secret, "")?.check(code, time).filter(|step| *step > kept.last) {
        kept.last = step;
        return Ok(Some(SecondFactor::Code));
    }
    let hash = hash_of_spare(code);
    let before = kept.spares.len();
    kept.spares.retain(|spare| *spare != hash);
    Ok((kept.spares.len() < before).then_some(SecondFactor::Spare { left: kept.spares.len() }))
}

fn totp(secret: Secret, account: &str) -> Result<Totp, StoreError> {
    let built = Builder::new().with_secret(secret).with_skew(SKEW).with_issuer(Some(ISSUER));
    built.with_account_name(account).build().map_err(|error| unusable(&error.to_string()))
}

fn written(kept: &Kept) -> Result<Zeroizing<Vec<u8>>, StoreError> {
    serde_json::to_vec(kept).map(Zeroizing::new).map_err(|error| unusable(&error.to_string()))
}

/// As it was typed: without spaces and dashes, whatever the width and case of its letters.
fn bare(typed: &str) -> String {
    typed.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

fn hash_of(secret: &str) -> Result<Sha256Hex, StoreError> {
    let digest = Sha256::new().chain_update(b"entaku/second-factor/v1").chain_update(secret).finalize();
    Sha256Hex::parse(&hex::encode(digest)).map_err(|error| unusable(&error.to_string()))
}

fn hash_of_spare(spare: &str) -> String {
    hex::encode(Sha256::new().chain_update(b"entaku/spare-code/v1").chain_update(spare).finalize())
}

fn spare() -> Result<Zeroizing<String>, StoreError> {
    let raw = random::bytes::<SPARE_LENGTH>()?;
    let mut text = Zeroizing::new(String::with_capacity(SPARE_LENGTH + 1));
    for (at, byte) in raw.iter().enumerate() {
        if at == SPARE_LENGTH / 2 {
            text.push('-');
        }
        text.push(SPARE_ALPHABET.get(usize::from(byte & 31)).copied().map_or('0', char::from));
    }
    Ok(text)
}

fn unusable(what: &str) -> StoreError {
    StoreError::Slot(format!("the second factor cannot be used: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> DateTime<FixedOffset> {
        DateTime::from_timestamp(seconds, 0).unwrap().fixed_offset()
    }

    /// RFC 6238, appendix B, SHA-1: the secret of its test vectors, and the last six of their eight digits.
    fn kept() -> Kept {
        let secret = Secret::from(b"12345678901234567890".to_vec()).to_base32();
        Kept { secret, last: 0, spares: vec![hash_of_spare("ABCDE12345")] }
    }

    #[test]
    fn codes_are_those_of_rfc_6238_and_each_is_taken_once() {
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")]
        {
            let mut kept = kept();
            assert_eq!(take(&mut kept, code, at(seconds)).unwrap(), Some(SecondFactor::Code), "{code}");
            assert_eq!(take(&mut kept, code, at(seconds)).unwrap(), None, "{code} a second time");
        }
        let mut kept = kept();
        assert_eq!(
            take(&mut kept, "287082", at(59 + 30)).unwrap(),
            Some(SecondFactor::Code),
            "one step late"
        );
        let mut late = self::kept();
        assert_eq!(take(&mut late, "287082", at(59 + 90)).unwrap(), None);
        assert_eq!(take(&mut late, "287083", at(59)).unwrap(), None);
    }

    #[test]
    fn a_spare_code_is_used_up() {
        let mut kept = kept();
        let shown = bare("abcde-１２３４５ ");
        assert_eq!(take(&mut kept, &shown, at(59)).unwrap(), Some(SecondFactor::Spare { left: 0 }));
        assert_eq!(take(&mut kept, &shown, at(59)).unwrap(), None);
    }

    #[test]
    fn an_offer_says_the_same_secret_twice_and_is_never_the_same() {
        let offer = Store::offer_second_factor("佐藤:恵").unwrap();
        assert!(offer.address.starts_with("otpauth://totp/Entaku:"), "{}", offer.address.as_str());
        assert!(offer.address.contains(&format!("secret={}", offer.secret.as_str())));
        assert_eq!(offer.secret.len(), 32, "160 bits");
        assert_ne!(Store::offer_second_factor("佐藤:恵").unwrap().secret, offer.secret);
    }
}
