//! Random bytes of the operating system, for keys, salts and nonces.

use crate::error::StoreError;
use zeroize::Zeroizing;

/// `N` fresh random bytes, wiped from memory when dropped.
pub(crate) fn bytes<const N: usize>() -> Result<Zeroizing<[u8; N]>, StoreError> {
    let mut out = Zeroizing::new([0u8; N]);
    getrandom::fill(out.as_mut_slice()).map_err(|error| StoreError::Random(error.to_string()))?;
    Ok(out)
}

/// A random UUID (RFC 9562 version 4) in lower case.
pub(crate) fn uuid() -> Result<String, StoreError> {
    let mut raw = *bytes::<16>()?;
    raw[6] = (raw[6] & 0x0f) | 0x40;
    raw[8] = (raw[8] & 0x3f) | 0x80;
    let digits = hex::encode(raw);
    let mut out = String::with_capacity(36);
    for (index, digit) in digits.chars().enumerate() {
        if matches!(index, 8 | 12 | 16 | 20) {
            out.push('-');
        }
        out.push(digit);
    }
    Ok(out)
}
