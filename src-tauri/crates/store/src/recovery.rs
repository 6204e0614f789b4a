//! The recovery code: 130 random bits as text that a person can copy from paper.
//!
//! 26 symbols of Crockford's base 32 (no I, L, O, U) and two check symbols, in seven groups of four.
//! It is shown once, when it is made; the store keeps only a key slot that it opens.

use crate::error::StoreError;
use crate::random;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const SECRET_SYMBOLS: usize = 26;
const CHECK_SYMBOLS: usize = 2;
const GROUP: usize = 4;

/// A recovery code as printed, e.g. `7K3M-…`. Wiped from memory when dropped; `Debug` shows nothing.
pub struct RecoveryCode(Zeroizing<String>);

impl RecoveryCode {
    /// A fresh code of 130 random bits.
    pub(crate) fn generate() -> Result<Self, StoreError> {
        let raw = random::bytes::<SECRET_SYMBOLS>()?;
        let mut symbols = Zeroizing::new(Vec::with_capacity(SECRET_SYMBOLS + CHECK_SYMBOLS));
        symbols.extend(raw.iter().map(|byte| byte & 31));
        let check = check_symbols(&symbols);
        symbols.extend_from_slice(&check);
        let mut text = Zeroizing::new(String::with_capacity(40));
        for (index, symbol) in symbols.iter().enumerate() {
            if index > 0 && index.is_multiple_of(GROUP) {
                text.push('-');
            }
            text.push(letter(*symbol));
        }
        Ok(Self(text))
    }

    /// Reads a code as a person typed it: case, spaces, dashes and full-width forms do not matter;
    /// O is read as 0, I and L as 1.
    pub(crate) fn parse(typed: &str) -> Result<Self, StoreError> {
        let mut symbols = Zeroizing::new(Vec::with_capacity(SECRET_SYMBOLS + CHECK_SYMBOLS));
        for c in
            typed.nfkc().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '–' | '−' | 'ー' | '—'))
        {
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let symbol = ALPHABET
                .iter()
                .position(|known| char::from(*known) == c)
                .and_then(|at| u8::try_from(at).ok());
            symbols
                .push(symbol.ok_or(StoreError::RecoveryCodeMistyped("it has a character no code contains"))?);
        }
        if symbols.len() != SECRET_SYMBOLS + CHECK_SYMBOLS {
            return Err(StoreError::RecoveryCodeMistyped("a code has seven groups of four characters"));
        }
        let (secret, check) = symbols.split_at(SECRET_SYMBOLS);
        if check_symbols(secret) != *check {
            return Err(StoreError::RecoveryCodeMistyped(
                "its check characters do not fit; compare every group",
            ));
        }
        let mut text = Zeroizing::new(String::with_capacity(40));
        for (index, symbol) in symbols.iter().enumerate() {
            if index > 0 && index.is_multiple_of(GROUP) {
                text.push('-');
            }
            text.push(letter(*symbol));
        }
        Ok(Self(text))
    }

    /// The code, to be shown to a person once.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

fn letter(symbol: u8) -> char {
    ALPHABET.get(usize::from(symbol)).copied().map_or('0', char::from)
}

/// Ten bits of a digest: one slip of the pen in a thousand passes, and then the slot refuses.
fn check_symbols(secret: &[u8]) -> [u8; CHECK_SYMBOLS] {
    let mut digest: [u8; 32] =
        Sha256::new().chain_update(b"entaku/recovery-check/v1").chain_update(secret).finalize().into();
    let check = [digest[0] & 31, digest[1] & 31];
    digest.zeroize();
    check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_back_as_people_type() {
        let code = RecoveryCode::generate().unwrap();
        let printed = code.reveal().to_owned();
        assert_eq!(printed.len(), 34, "seven groups of four and six dashes");
        for typed in [
            printed.clone(),
            printed.to_lowercase(),
            printed.replace('-', " "),
            printed.replace('-', ""),
            printed.replace('0', "O").replace('1', "l"),
            printed
                .chars()
                .map(|c| if c == '-' { '－' } else { char::from_u32(u32::from(c) + 0xfee0).unwrap() })
                .collect(),
        ] {
            assert_eq!(RecoveryCode::parse(&typed).unwrap().reveal(), printed, "typed as {typed}");
        }
    }

    #[test]
    fn slips_are_told_apart_from_a_wrong_code() {
        let code = RecoveryCode::generate().unwrap();
        let mut slips = 0;
        for at in 0..code.reveal().len() {
            let mut typed: Vec<char> = code.reveal().chars().collect();
            if typed[at] == '-' {
                continue;
            }
            typed[at] = if typed[at] == 'A' { 'B' } else { 'A' };
            let typed: String = typed.into_iter().collect();
            slips += usize::from(RecoveryCode::parse(&typed).is_err());
        }
        assert!(slips >= 26, "ten check bits let about one slip in a thousand pass, not {}", 28 - slips);
        assert!(RecoveryCode::parse("AAAA").is_err());
        assert!(RecoveryCode::parse("").is_err());
    }

    #[test]
    fn codes_differ_and_stay_out_of_logs() {
        let (one, other) = (RecoveryCode::generate().unwrap(), RecoveryCode::generate().unwrap());
        assert_ne!(one.reveal(), other.reveal());
        assert!(!format!("{one:?}").contains(one.reveal()));
    }
}
