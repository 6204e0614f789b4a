//! The version a file declares, and what it means for reading.
//! History: 1.1.0 brought `grcRelease`; 1.2.0 `sampleItemId`, `nucleicAcid`, `orderedGenePairs`, `metricType`;
//! 1.2.1 the unit `copy number`.

use crate::notes::Remark;
use entaku_words::errors::note;

/// Versions known to this reader.
const KNOWN: [&str; 6] = ["1.0", "1.0.1", "1.1.0", "1.2.0", "1.2.1", "1.3.0"];

/// A declared version, reduced to three numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Version([u32; 3]);

impl Version {
    /// The newest known: what a file without a readable version is read as.
    pub const NEWEST: Self = Self([1, 3, 0]);
    /// `sampleItemId` and `nucleicAcid` took the place of `testMethod`.
    pub const SAMPLES: Self = Self([1, 2, 0]);
    /// `grcRelease` took the place of `name` and `patch`.
    pub const GRC_RELEASE: Self = Self([1, 1, 0]);

    /// Reads `1.2.1`; missing parts are zero.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = [0; 3];
        let mut given = text.trim().split('.');
        for part in &mut parts {
            match given.next() {
                None => break,
                Some(digits) => *part = digits.parse().ok()?,
            }
        }
        given.next().is_none().then_some(Self(parts))
    }

    /// The version to read by, with a remark where the declared one is not known.
    pub fn of(declared: Option<&str>) -> (Self, Option<Remark>) {
        let Some(text) = declared else { return (Self::NEWEST, None) };
        match Self::parse(text) {
            Some(version) if KNOWN.contains(&text) => (version, None),
            Some(version) if version > Self::NEWEST => {
                let hint = note::NEWER_VERSION.en;
                (version, Some(Remark::warning("newer-version", text, hint)))
            }
            Some(version) => {
                let hint = format!("Not a released version; known are {}.", KNOWN.join(", "));
                (version, Some(Remark::warning("unknown-version", text, hint)))
            }
            None => {
                let hint = "A version such as 1.2.1 was expected; read as 1.3.0.";
                (Self::NEWEST, Some(Remark::warning("unknown-version", text, hint)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_order_by_number_not_by_text() {
        assert!(Version::parse("1.10.0").unwrap() > Version::parse("1.9").unwrap());
        assert!(Version::parse("1.0").unwrap() < Version::SAMPLES);
        assert_eq!(Version::parse("1.2.x"), None);
        assert_eq!(Version::of(Some("9.9")).1.unwrap().code, "newer-version");
        assert!(Version::of(Some("1.0.1")).1.is_none());
    }
}
